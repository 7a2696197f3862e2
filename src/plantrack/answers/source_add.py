"""What adding a source did, in lines."""

from plantrack.anchoring import STATES, Reanchored
from plantrack.citing.copies import NearCopy
from plantrack.citing.sources import Added
from plantrack.plain import one_line

_STATES = {
    "added": "added",
    "replaced": "written anew",
    "same": "is there already, and its text is the same",
    "changed": "is there already, and its text changed; nothing was done",
    "cut_short": "nothing was done, for the text ends before passages that are gone from it; perhaps it was cut short",
    "reanchored": "anchored anew in the text as it is now",
}


def added_lines(added: Added) -> list[str]:
    """What became of the record, what it says of the article, and where its passages stand."""
    source = added.source
    lines = [f"{source.id}: {_STATES[added.state]} ({added.file})"]
    if added.state in ("added", "replaced"):
        said = (source.container_title or "", source.issued or "", source.language)
        lines.append(f"  {one_line(source.title)}; {', '.join(said)}")
        if source.outlet is None:
            lines.append(
                "  its outlet is not in actors.yaml, so it counts as a publisher of its own; "
                "if it is there under another name: --force --outlet NAME"
            )
    lines += [_copy_line(copy) for copy in added.copies]
    return [*lines, *_passages(added)]


def _copy_line(copy: NearCopy) -> str:
    run = f"a run of {copy.run} words, " if copy.run else ""
    share = f"{copy.sentences:.0%} of the sentences alike"
    which = (
        f"if it is a copy, chain its passages through {copy.source}" if copy.later else f"{copy.source} is the later"
    )
    chain = f": chain: [{', '.join(copy.chain)}, ...]" if copy.chain else ""
    return f"  nearly a copy of {copy.source} ({run}{share}); {which}{chain}"


def _passages(added: Added) -> list[str]:
    if not added.passages:
        return []
    found = [one for one in added.passages if one.now is not None]
    moved = [one for one in found if one.now != one.passage]
    gone = [one for one in added.passages if one.now is None]
    lines = [
        f"  {len(found)} of {len(added.passages)} passages stand there, {len(moved)} of them elsewhere than recorded"
    ]
    lines += [_gone_line(one) for one in gone]
    if moved and added.state == "changed":
        lines.append("  plantrack source add ... --reanchor anchors them anew")
    return lines


def _gone_line(one: Reanchored) -> str:
    why = f": {one.location.why}" if one.location.why else ""
    return f"  {one.passage.id}: {STATES[one.location.state]}{why}"
