"""The answer to `check`: what is wrong in a corpus, what was checked, and what could not be."""

from collections.abc import Iterable, Iterator

from plantrack.answers.forms import Form
from plantrack.answers.tree import CODE, Answer, Block, Branch, Branches, Paragraph, Span, plain
from plantrack.catalogue import language, say
from plantrack.checking import CorpusCheck, Quotations
from plantrack.errors import Problem
from plantrack.plain import printable


def answer_check(check: CorpusCheck, anew: Iterable[str] = ()) -> Answer:
    """The problems, a line each, which no width breaks; then what was checked.

    Args:
        check: What was found.
        anew: What is to be said of texts whose passages were anchored anew, a line each.
    """
    lines = (*anew, *(printable(str(problem)) for problem in (*check.problems, *check.remarks)))
    branches = tuple(Branch(words=(Span(text=line, mark=CODE),)) for line in lines)
    blocks: list[Block] = [Branches(branches=branches, most=len(branches))] if branches else []
    blocks += [Paragraph(words=plain(said)) for said in _counts(check)]
    return Answer(title=say("check.title"), blocks=tuple(blocks), language=language())


def _counts(check: CorpusCheck) -> Iterator[str]:
    counted = (("plans", check.plans), ("versions", check.versions), ("sources", check.sources))
    yield ", ".join(say(f"check.{what}", count=count) for what, count in counted)
    states = check.evidence.states
    if states:
        found = ", ".join(say(f"check.{state}", count=count) for state, count in states.items())
        yield say("check.passages", count=sum(states.values()), found=found)
    quoted = check.evidence.quotations
    if quoted:
        most = max(quoted, key=lambda one: (one.share or 0, one.source))
        share = say("check.share", share=f"{most.share:.1%}", source=most.source) if most.share else most.source
        words = say("check.words", count=sum(one.words for one in quoted))
        several = "several" if len(quoted) > 1 else "one"
        yield say(f"check.quoted-{several}", words=words, sources=say("check.sources", count=len(quoted)), share=share)
    count = len(check.problems)
    yield say("check.problems", count=count) if count else say("check.no-problems")


_PROBLEM = Form("problem", Problem, "what file line column path found expected nearest")
CHECK = Form(
    "check", CorpusCheck, "plans versions sources passages=evidence.states quoted=evidence.quotations problems remarks",
    holds=[Form("quoted", Quotations, "source words share"), _PROBLEM],
)  # fmt: skip
"""What `check` gives as JSON."""
