"""`plantrack cite`."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plantrack.cli.command import command
from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import Corpus, find_corpus, resolve
from plantrack.errors import Problem, UsageError
from plantrack.model import Unchanged
from plantrack.vocabulary import DIRECTNESS, FIDELITIES, MATTERS, REACHES, STANCES, WORDINGS

if TYPE_CHECKING:
    from plantrack.citing.proposing import Proposal, Said


@command("cite")
@click.argument("source")
@click.argument("words")
@click.option("--id", "passage_id", help="What the passage is to be called; made of its words if not given.")
@click.option("--paragraph", type=int, help="In which paragraph, if the words stand more than once.")
@click.option("--start", type=int, help="At which position, if they stand more than once in a paragraph.")
@click.option("--says", help="What it says, in your own words.")
@click.option(
    "--chain", multiple=True, help="A link to the origin: outlet:, person:, organisation:, group:, doc:; in order."
)
@click.option("--speaker", help="Who speaks, by id.")
@click.option("--said", help="When it was said, if not on the day of the source (EDTF).")
@click.option("--directness", type=click.Choice(list(DIRECTNESS)))
@click.option("--reach", type=click.Choice(list(REACHES)))
@click.option("--fidelity", type=click.Choice(list(FIDELITIES)))
@click.option("--add", is_flag=True, help="Put it into the source's record.")
@click.option("--for", "rests", metavar="PLAN#PROVISION", help="Also let this provision rest on it; adds it, too.")
@click.option("--claim", metavar="LETTER", help="The letter of the reported state that it is for.")
@click.option("--wording", type=click.Choice(list(WORDINGS)), help="A new reported state: whether the point stands.")
@click.option("--matter", type=click.Choice(list(MATTERS)), help="A new reported state: what becomes of the matter.")
@click.option("--unchanged", metavar="VERSION", help="A new reported state: it stays as in this earlier version.")
@click.option("--term", "terms", multiple=True, metavar="KEY", help="Of what stays, only this term; repeatable.")
@click.option("--summary", help="The new state in a few words of yours.")
@click.option("--enter", is_flag=True, help="Enter what is proposed, unasked.")
@click.option("--stance", type=click.Choice(list(STANCES)), default="supports", show_default=True)
@click.option("--force", is_flag=True, help="Cut it even if a name or a figure of the words is lost.")
@click.option("--texts", type=click.Path(path_type=Path), help="A folder with the articles' texts.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def cite_command(source: str, words: str, corpus: Path | None, **options: object) -> None:
    """Cut a passage out of a source's text, ready to paste into the source's record.

    Of more than twelve words the shortest run is taken that stands once and keeps each figure, negation and name; if
    they do not fit, cite asks for fewer words. Words before and after are kept only where the passage would be
    ambiguous without.

    Where a version known from reports lacks the point of --for, or a new state of it is given, what would be entered
    is shown first, and entered only with --enter or a yes. Exit 1 if it is not.

    \b
    plantrack cite wire-2015-02-13 "rather have it first" --corpus examples/minsk
    """
    from plantrack.citing.passages import add_passage, as_recorded, cut_passage, described, let_rest
    from plantrack.citing.proposing import enter, propose
    from plantrack.writing.documents import as_yaml_entry

    found = find_corpus(corpus)
    cut = cut_passage(
        found,
        source,
        words,
        **{name: options[name] for name in ("texts", "passage_id", "paragraph", "start", "force")},  # type: ignore[arg-type]
    )
    named = ("says", "speaker", "said", "directness", "reach", "fidelity")
    fields = {name: options[name] for name in named if options[name] is not None}
    outlet = (cut.source.outlet,) if cut.source.outlet else ()
    cut = as_recorded(described(cut, chain=options["chain"] or outlet, **fields))
    if cut.shortened:
        write_problems([Problem(what="more than 12 words; the shortest run that stands once was taken")])
    entry = as_yaml_entry(cut.passage.id, cut.passage)
    answer = "".join(f"  {line}" for line in entry.splitlines(keepends=True))
    rests = str(options["rests"] or "")
    claim, stance = claim_index(options["claim"]), str(options["stance"])
    if rests:
        plan, provision = split_point(rests)
        said = _said(found, options)
        proposal = None
        if claim is None:
            proposal = propose(found, cut, plan=plan, provision=provision, said=said, stance=stance)
        elif said.is_state:
            raise UsageError("a new state is none of those that are there", expected="no --claim")
        if proposal is None:
            done = let_rest(found, cut, plan=plan, provision=provision, claim=claim, stance=stance)
        else:
            answer += "" if proposal.stands else _proposed(proposal)
            if not (options["enter"] or proposal.stands):
                write_answer(answer)
                answer = ""
                if not _is_wanted():
                    write_answer("# nothing was entered; --enter enters it\n")
                    sys.exit(1)
            done = enter(found, cut, proposal)
        told = f"added: {cut.ref}\n# {plan}: {done.place} rests on it"
        answer += (
            f"# {told if done.is_new else f'{plan}: {done.place} rests on {cut.ref} already; nothing was written'}\n"
        )
    elif options["add"]:
        is_new = add_passage(found, cut)
        answer += f"# added: {cut.ref}\n" if is_new else f"# {cut.ref} stands there already; nothing was written\n"
    write_answer(answer)


def _said(corpus: Corpus, options: Mapping[str, object]) -> "Said":
    """The state that the options give. Raises PlantrackError."""
    from plantrack.citing.proposing import Said

    given_keys, since = options["terms"], options["unchanged"]
    keys: tuple[str, ...] = given_keys if isinstance(given_keys, tuple) else ()
    if keys and since is None:
        raise UsageError("a term of what stays, and nothing stays", found=", ".join(keys), expected="--unchanged")
    unchanged = None if since is None else Unchanged(since=resolve(str(since), corpus).version.ref, terms=keys)
    given = {name: options[name] for name in ("wording", "matter", "summary")}
    return Said(unchanged=unchanged, **given)  # type: ignore[arg-type]


def _proposed(proposal: "Proposal") -> str:
    """What would be entered, as lines of the file, with what a reader must know of it."""
    from plantrack.writing.documents import as_yaml_entry

    point = proposal.provision
    told = f"# {proposal.ref} would get one more reported state of this point:\n"
    if proposal.is_new:
        number = f" as {proposal.number}" if proposal.number else ""
        told = f"# {proposal.ref} has no such point; {proposal.known_from} has it{number}. This would be entered:\n"
        if not point.claims:
            told += "# (spoken of only: --wording, --matter or --unchanged would say what is reported of it)\n"
    entry = as_yaml_entry(point.id, point)
    return told + "".join(f"  {line}" for line in entry.splitlines(keepends=True))


def _is_wanted() -> bool:
    """Whether somebody at a terminal says yes."""
    return sys.stdin is not None and sys.stdin.isatty() and click.confirm("Enter it?", default=False, err=True)


def split_point(rests: str) -> tuple[str, str]:
    """The plan and the provision of `PLAN#PROVISION`. Raises UsageError."""
    plan, _, provision = rests.partition("#")
    if not (plan and provision):
        raise UsageError("not a provision", found=repr(rests), expected="PLAN#PROVISION, such as 19pt#amnesty")
    return plan, provision


def claim_index(letter: object) -> int | None:
    """The index of a reported state by its letter; None for none. Raises UsageError."""
    if letter is None:
        return None
    if isinstance(letter, str) and len(letter) == 1 and "a" <= letter <= "z":
        return ord(letter) - ord("a")
    raise UsageError("no letter of a reported state", found=repr(letter), expected="a, b, ...")
