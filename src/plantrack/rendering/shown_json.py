"""A version or a point of it as JSON, `plantrack-show/1`: as its file holds it, and what the other formats say."""

from collections.abc import Mapping

from plantrack.corpus import Paper
from plantrack.model import Provision
from plantrack.rendering.diff_json import as_json
from plantrack.writing.documents import plain

SCHEMA = "plantrack-show/1"


def shown_as_json(paper: Paper, provision: Provision | None, said: Mapping[str, object]) -> str:
    """JSON text with a line end.

    Args:
        paper: The paper.
        provision: The point that was asked for; None for the whole version.
        said: What the other formats say.
    """
    held = plain(paper.version) if provision is None else {"id": provision.id, **plain(provision)}
    kind = "version" if provision is None else "point"
    return as_json({"schema": SCHEMA, "ref": paper.ref, kind: held, "said": said})
