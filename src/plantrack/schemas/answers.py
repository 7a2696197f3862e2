"""The schemas of what `check`, `evidence`, `show`, `trace` and `positions` print with `--format json`."""

from plantrack import vocabulary
from plantrack.differences.tracing import TRACE_PRESENCES
from plantrack.model import Version
from plantrack.schemas.files import DIALECT, JsonSchema, file_schema
from plantrack.schemas.outputs import witnesses_schema
from plantrack.schemas.shapes import COUNT, TEXT, TEXT_OR_NULL, list_of, one_of, record, ref
from plantrack.schemas.tree import said_schema
from plantrack.stances import MOVES, REASONS, TIMES, VERDICTS

_REF = {**TEXT, "description": "The version, as resolved: plan@version."}
_REFS = {**TEXT, "pattern": "^[^#]+#[^#]+$", "description": "source#passage"}


def evidence_schema() -> JsonSchema:
    """The schema of `plantrack evidence --format json`, `plantrack-evidence/1`."""
    provision = record(
        {
            "id": TEXT,
            "number": TEXT_OR_NULL,
            "states": list_of(ref("state"), "Each state it may be in, with what that rests on."),
            "mentioned_by": list_of(_REFS, "What speaks of it and decides nothing."),
        }
    )
    return _answer(
        "evidence",
        "Who says what of a version, by how many independent origins, and on which passage it hangs.",
        {"ref": _REF, "provisions": list_of(provision, "Provisions, in the order of the version.")},
        {"state": _grounded_state()},
    )


def _grounded_state() -> JsonSchema:
    witnesses = dict(witnesses_schema()["properties"])
    del witnesses["passages"]
    origin = record(
        {
            "id": {**TEXT, "description": "The last item of the chains that end there."},
            "kind": one_of(
                "How well it is known.",
                {
                    "named": "a person or a document that was seen",
                    "group": "unnamed people, but grouped",
                    "unnamed": "an outlet, or nobody at all",
                },
            ),
            "passages": list_of(_REFS, "What goes back to it."),
        }
    )
    takes = {"lineage": "nobody known would say so", "named": "no report would name this point"}
    hinge = record({"passage": _REFS, "takes": one_of("What the loss of this passage alone would take.", takes)})
    return record(
        {
            **_state(),
            "summary": {**TEXT_OR_NULL, "description": "What the reports say, in our own words."},
            **witnesses,
            "origins": list_of(origin, "The independent origins of all that bears it out."),
            "origins_read": list_of(TEXT, "Ids of origins, as far as the articles go that were read in full."),
            "passages_read": list_of(_REFS, "Passages of those articles."),
            "disputed_by": list_of(_REFS, "Passages that say otherwise of this very state."),
            "at_odds": list_of(COUNT, "Indexes of the states that cannot hold together with this one."),
            "hinges": list_of(hinge, "Single passages whose loss would take something that no other gives."),
            "withdrawn": list_of(TEXT, "Sources among these that were withdrawn."),
            "corrected": list_of(TEXT, "Sources among these that were corrected."),
            "lost": {"type": "boolean", "description": "Everything that bore it out was withdrawn."},
        }
    )


def trace_schema() -> JsonSchema:
    """The schema of `plantrack trace --format json`, `plantrack-trace/1`."""
    came_from = record(
        {"op": one_of("What became of the earlier ones.", vocabulary.LINEAGE_OPS), "from": list_of(TEXT, "Ids.")}
    )
    state = record(
        {
            "id": TEXT,
            "number": TEXT_OR_NULL,
            **_state(),
            "terms": list_of(TEXT, "Keys of its terms."),
            "first": {"anyOf": [_REFS, {"type": "null"}], "description": "The earliest passage that shows it."},
            "since": {**TEXT_OR_NULL, "description": "The earlier paper that showed the same state last."},
            "lost": {"type": "boolean", "description": "Everything that bore it out was withdrawn."},
        }
    )
    version = record(
        {
            "ref": _REF,
            "date": {**TEXT, "description": "The version's date (EDTF)."},
            "presence": one_of("Whether the matter stands in it.", TRACE_PRESENCES),
            "came_from": list_of(came_from, "What lineage says of it."),
            "states": list_of(state, "Each state the matter may be in there."),
        }
    )
    return _answer(
        "trace",
        "One matter through all papers.",
        {
            "id": {**TEXT, "description": "The id that was asked for."},
            "ids": list_of(TEXT, "All ids that the matter bears, in the order in which they show."),
            "versions": list_of(version, "Papers of the families in which it shows, the oldest first."),
            "plans_without": list_of(TEXT, "Plans of other families that never speak of it."),
        },
    )


def stances_schema() -> JsonSchema:
    """The schema of `plantrack positions --format json`, `plantrack-positions/1`."""
    evidence = record(
        {
            "passage": _REFS,
            "stance": one_of("What the passage does for the statement.", vocabulary.STANCES),
            "reason": TEXT_OR_NULL,
            "note": TEXT_OR_NULL,
        }
    )
    reason = record(
        {
            "kind": one_of("Why.", REASONS),
            "parts": list_of(TEXT, "Parts of the term that decide."),
            "side": TEXT_OR_NULL,
            "in_each": {**TEXT_OR_NULL, "description": "The verdict that each reported state alone would give."},
            "words": {**TEXT, "description": "The reason in words."},
        }
    )
    stance = record(
        {
            "id": TEXT,
            "date": TEXT,
            "provision": TEXT,
            "number": TEXT_OR_NULL,
            "label": TEXT,
            "stance": one_of("What the actor says of it.", vocabulary.POSITION_STANCES),
            "summary": TEXT,
            "time": _known("Against the date of the version.", TIMES),
            "verdict": _known("Against the version that was asked for.", VERDICTS),
            "move": _known("Which way the change moves that was asked for.", MOVES),
            "reason": {"anyOf": [reason, {"type": "null"}]},
            "evidence": list_of(evidence, "What it rests on."),
        }
    )
    actor = record(
        {
            "actor": TEXT,
            "name": TEXT,
            "positions": list_of(stance, "In its own voice."),
            "ascribed": list_of(stance, "What others say that it wants; never decides."),
        }
    )
    change = {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}
    return _answer(
        "positions",
        "What actors say they want, and whether a version or a change gives it.",
        {
            "on": {**TEXT_OR_NULL, "description": "The version that they are held against."},
            "change": {"anyOf": [change, {"type": "null"}], "description": "The two versions, OLD and NEW."},
            "actors": list_of(actor, "By the alphabet."),
        },
    )


def _state() -> JsonSchema:
    return {
        "claim": {"type": ["integer", "null"], "minimum": 0, "description": "The index of the reported state."},
        "wording": _known("Whether it stands in the text.", vocabulary.WORDINGS),
        "to": {**TEXT_OR_NULL, "description": "Where it moved to."},
        "matter": _known("What becomes of the matter.", vocabulary.MATTERS),
        "expected": {"type": "boolean", "description": "It is to become so, and is not yet."},
        "partly": {"type": "boolean", "description": "It holds for a part of the provision only."},
        "unchanged": {
            "anyOf": [
                record({"since": TEXT, "terms": list_of(TEXT, "Keys of the terms that stay.")}),
                {"type": "null"},
            ],
            "description": "What reports say stays as in an earlier version.",
        },
    }


def _known(description: str, meanings: dict[str, str]) -> JsonSchema:
    return {"anyOf": [one_of(description, meanings), {"type": "null"}]}


def _answer(name: str, description: str, properties: JsonSchema, definitions: JsonSchema | None = None) -> JsonSchema:
    held = record({"schema": {"const": f"plantrack-{name}/1"}, **properties})
    made = {"$schema": DIALECT, "title": f"plantrack {name}", "description": description, **held}
    return made | ({"$defs": definitions} if definitions else {})


def show_schema() -> JsonSchema:
    """The schema of `plantrack show --format json`, `plantrack-show/1`: a version or a point as files hold it."""
    version = file_schema(Version, title="plantrack version file")
    definitions = version.pop("$defs")
    kept = {key: value for key, value in version.items() if key in ("type", "patternProperties", "properties")}
    point = {"type": "object", "description": "A point with its id, as files hold it."}
    held = {"schema": {"const": "plantrack-show/1"}, "ref": TEXT, "version": kept, "point": point}
    body = record(held | {"said": said_schema()}, optional=("version", "point"))
    described = {"description": "A version, or one point of it.", **body}
    return {"$schema": DIALECT, "title": "plantrack show", **described, "$defs": definitions}


def check_schema() -> JsonSchema:
    """The schema of `plantrack check --format json`, `plantrack-check/1`."""
    texts = dict.fromkeys(("file", "path", "found", "expected", "nearest"), TEXT_OR_NULL)
    place: JsonSchema = {"type": ["integer", "null"]}
    problem = record({"what": TEXT, **texts, "line": place, "column": place})
    quoted = record({"source": TEXT, "words": COUNT, "share": {"type": ["number", "null"]}})
    body = record(
        {
            "schema": {"const": "plantrack-check/1"},
            **dict.fromkeys(("plans", "versions", "sources"), COUNT),
            "passages": {"type": "object", "additionalProperties": COUNT, "description": "By where they were found."},
            "quoted": list_of(quoted, "Words quoted from each source, and how much of it they are."),
            "problems": list_of(problem, "What is wrong."),
            "remarks": list_of(problem, "What is not wrong and is worth knowing."),
        }
    )
    return {"$schema": DIALECT, "title": "plantrack check", "description": "What a check of a corpus found.", **body}
