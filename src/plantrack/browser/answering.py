"""What the page asks of the engine, and what it gets: this runs in the reader's browser.

A question and an answer are JSON, so that the script of the page needs to know nothing of Python. The papers lie in the
folder that this runs in, under the names that the reader's files bear; so the answer is what the command line gives for
the same files there.
"""

import base64
import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from plantrack.catalogue import ENGLISH, speaking
from plantrack.corpus import find_corpus
from plantrack.differences.asked import Question, compare_as_asked
from plantrack.differences.papers import Compared
from plantrack.errors import PlantrackError, UsageError

DECISIONS = Path("decisions.yaml")
"""Where what the reader decided is kept, beside the papers."""
_last: list[Compared] = []
"""The comparison that the page shows, for what is saved of it."""


def answer(asked: str) -> str:
    """Compare two papers.

    Args:
        asked: JSON: `old`, `new`: a name of a file here, or a reference; `match`, `no_match`, `read_same`: pairs of
            points; `relation`: `revision`, `comparison` or null; `language`: of the sentences.

    Returns:
        JSON: `body`: the answer as HTML; `ledger`: every difference with its rule, as HTML; `remarks`: what could not
        be read; or `problems`: sentences on what is wrong with the input.
    """
    return _told(_compared, json.loads(asked))


def warm() -> None:
    """Read all modules and tables once, so that the first answer need not wait for them."""
    import tempfile

    words = ("1. A gives back 2 boats to B.\n\n2. C stays.\n", "1. A gives back 3 boats to B.\n\n2. C goes.\n")
    with tempfile.TemporaryDirectory() as folder:
        names = [str(Path(folder) / f"{name}.md") for name in ("old", "new")]
        for name, text in zip(names, words, strict=True):
            Path(name).write_text(text, encoding="utf-8")
        _compared({"old": names[0], "new": names[1]})
    _last.clear()


def saved(asked: str) -> str:
    """The comparison that the page shows, to be kept or handed on.

    Args:
        asked: JSON: `form`: a key of `SAVES`; `language`: of the sentences.

    Returns:
        JSON: `text`, or `base64` for what is no text: what the file holds; or `problems`.
    """
    return _told(_saved, json.loads(asked))


def _told(work: Callable[[Mapping[str, Any]], Mapping[str, Any]], asked: Mapping[str, Any]) -> str:
    try:
        with speaking(asked.get("language", ENGLISH)):
            told = work(asked)
    except PlantrackError as error:
        told = {"problems": str(error).splitlines()}
    return json.dumps(told, ensure_ascii=False)


def _compared(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    from plantrack.answers.diff import answer_diff
    from plantrack.answers.explain import answer_explanation
    from plantrack.differences.explanation import explain_diff
    from plantrack.rendering.html import as_fragment

    pairs = {key: tuple((old, new) for old, new in asked.get(key, ())) for key in ("match", "no_match", "read_same")}
    DECISIONS.unlink(missing_ok=True)
    decided = any(pairs.values()) or asked.get("relation") is not None
    question = Question(
        matched=pairs["match"], unmatched=pairs["no_match"], read_same=pairs["read_same"],
        relation=asked.get("relation"), decisions=DECISIONS if decided else None,
    )  # fmt: skip
    compared = compare_as_asked(asked["old"], asked["new"], find_corpus(None), question, save=decided)
    _last[:] = [compared]
    return {
        "body": as_fragment(answer_diff(compared)),
        "ledger": as_fragment(answer_explanation(explain_diff(compared.diff), compared.new.corpus.actors)),
        "remarks": [str(remark) for paper in (compared.old, compared.new) for remark in paper.remarks],
    }


def _saved(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    if not _last:
        raise UsageError("nothing was compared yet", expected="two papers")
    form = asked["form"]
    if form not in SAVES:
        raise UsageError("no such form", found=repr(form), expected=", ".join(SAVES))
    made = SAVES[form](_last[0])
    return {"text": made} if isinstance(made, str) else {"base64": base64.b64encode(made).decode()}


def _as_file(compared: Compared, form: str) -> str | bytes:
    from plantrack.answers.diff import answer_for
    from plantrack.rendering import rendered

    return rendered(answer_for(compared, form), form)


def _as_json(compared: Compared) -> str:
    from plantrack.answers.diff import answer_diff
    from plantrack.answers.diff_form import DIFF
    from plantrack.rendering.json import as_told

    return as_told(DIFF.answer(compared.diff), answer_diff(compared))


def _as_decided(compared: Compared) -> str:
    del compared
    return DECISIONS.read_text(encoding="utf-8") if DECISIONS.exists() else ""


SAVES: Mapping[str, Callable[[Compared], str | bytes]] = {
    **{form: partial(_as_file, form=form) for form in ("html", "docx")}, "json": _as_json, "yaml": _as_decided,
}  # fmt: skip
"""What can be saved of a comparison."""
