"""Check a whole corpus: every file against its rules, terms against their wording, every passage against its text."""

from pathlib import Path

from plantrack.checking.lexicon import lexicon_problems
from plantrack.checking.passages import EvidenceCheck, check_passages
from plantrack.checking.records import record_problems
from plantrack.checking.terms import term_problems
from plantrack.corpus import Corpus
from plantrack.corpus.inheriting import inheriting_problems
from plantrack.corpus.inspection import cited_passages, find_problems
from plantrack.corpus.shaken import shaken_problems
from plantrack.corpus.texts import read_texts, texts_folder
from plantrack.errors import Problem
from plantrack.value import evolve, field, value


@value
class CorpusCheck:
    """What a check of a corpus found."""

    plans: int = 0
    versions: int = 0
    sources: int = 0
    evidence: EvidenceCheck = field(factory=EvidenceCheck)
    """Empty where files have problems: what cannot be read cannot be looked up."""
    texts: Path | None = None
    """The folder of texts; None where none was at hand."""
    problems: tuple[Problem, ...] = ()
    """Everything that is wrong, files before passages."""
    remarks: tuple[Problem, ...] = ()
    """What is not wrong: texts saved anew, and statements that rest in part on withdrawn or corrected sources."""


def check_corpus(corpus: Corpus, texts: Path | None = None, *, strict: bool = False) -> CorpusCheck:
    """Check every file of a corpus, terms against kept wordings and, where texts are at hand, every passage.

    Args:
        corpus: The corpus.
        texts: A folder of texts; `$PLANTRACK_TEXTS`, else `seeds/texts` of the corpus, if None.
        strict: Whether records must also say where and when their source was seen, and statements rest on more than
            pages that nobody could identify.

    Raises:
        UsageError: if the folder given is none.
        InputError: if a text cannot be read.
    """
    checked = CorpusCheck(
        plans=len(corpus.plan_ids),
        versions=sum(len(corpus.version_ids(plan_id)) for plan_id in corpus.plan_ids),
        sources=len(corpus.source_ids),
    )
    problems = find_problems(corpus)
    if problems:
        return evolve(checked, problems=tuple(problems))
    folder = texts_folder(corpus.root, texts)
    evidence = check_passages(
        {source_id: corpus.source(source_id) for source_id in corpus.source_ids},
        read_texts(folder) if folder is not None else None,
        resting=cited_passages(corpus),
    )
    lost, weaker = shaken_problems(corpus)
    problems = [
        *lexicon_problems(corpus),
        *inheriting_problems(corpus),
        *lost,
        *term_problems(corpus),
        *evidence.problems,
    ]
    problems += record_problems(corpus) if strict else ()
    return evolve(
        checked, evidence=evidence, texts=folder, problems=tuple(problems), remarks=(*evidence.remarks, *weaker)
    )
