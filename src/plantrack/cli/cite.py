"""`plantrack cite`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import find_corpus
from plantrack.errors import Problem, UsageError
from plantrack.vocabulary import DIRECTNESS, FIDELITIES, REACHES, STANCES


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
@click.option("--stance", type=click.Choice(list(STANCES)), default="supports", show_default=True)
@click.option("--force", is_flag=True, help="Cut it even if a name or a figure of the words is lost.")
@click.option("--texts", type=click.Path(path_type=Path), help="A folder with the articles' texts.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def cite_command(source: str, words: str, corpus: Path | None, **options: object) -> None:
    """Cut a passage out of a source's text, ready to paste into the source's record.

    Of more than twelve words the shortest run is taken that stands once and keeps each figure, negation and name; if
    they do not fit, cite asks for fewer words. Words before and after are kept only where the passage would be
    ambiguous without.

    \b
    plantrack cite wire-2015-02-13 "rather have it first" --corpus examples/minsk
    """
    from plantrack.citing.passages import add_passage, as_recorded, cut_passage, described, let_rest
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
        place = let_rest(found, cut, plan=plan, provision=provision, claim=claim, stance=stance)
        answer += f"# added: {cut.ref}\n# {plan}: {place} rests on it\n"
    elif options["add"]:
        add_passage(found, cut)
        answer += f"# added: {cut.ref}\n"
    write_answer(answer)


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
