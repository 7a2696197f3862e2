"""On what statements rest, and whether it is all in order."""

from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.checking import CorpusCheck, check_corpus
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision
from plantrack.notebooks import shown

if TYPE_CHECKING:
    from plantrack.citing.grounds import ProvisionGrounds


def check(
    *,
    corpus: str | Path | None = None,
    texts: str | Path | None = None,
    strict: bool = False,
    reanchor: bool = False,
) -> CorpusCheck:
    """Everything that is wrong in a corpus, and what was checked.

    Args:
        corpus: The folder of the corpus.
        texts: A folder with the texts of sources.
        strict: Whether records must also say where and when their source was seen.
        reanchor: Whether to write first where the passages stand in texts that were saved anew.

    Raises:
        PlantrackError: if there is no corpus, or a text cannot be read. Problems in files are part of the answer.
    """
    from plantrack.answers.check import answer_check

    folder = Path(texts) if texts is not None else None
    if reanchor:
        from plantrack.citing.sources import reanchor_sources

        reanchor_sources(find_corpus(corpus), folder)
    made = check_corpus(find_corpus(corpus), folder, strict=strict)
    return shown(made, lambda: answer_check(made))


def evidence(
    ref: str, provision: str | None = None, *, corpus: str | Path | None = None
) -> "tuple[ProvisionGrounds, ...]":
    """Who says what of a version, or of one point by id or number, and on which passage it hangs.

    Raises PlantrackError.

    Example:
        >>> import plantrack
        >>> (point,) = plantrack.evidence("19pt", "donetsk-region-forces")
        >>> [(ground.witnesses.lineages, [origin.id for origin in ground.origins_read]) for ground in point.grounds][0]
        ((1, 1), ['group:ua-officials'])
    """
    from plantrack.answers.as_of import with_as_of
    from plantrack.answers.evidence import answer_evidence
    from plantrack.citing.grounds import grounds_of

    paper = resolve(ref, find_corpus(corpus))
    asked = (find_provision(paper, provision),) if provision is not None else paper.version.provisions.values()
    found = tuple(grounds_of(paper, each) for each in asked)
    return shown(found, lambda: with_as_of(answer_evidence(paper, found), paper.corpus))
