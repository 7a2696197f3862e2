"""plantrack: what changed in substance between versions of a peace proposal, who says so, and what is not known.

Every command is a function of the same name:

    >>> import plantrack
    >>> plantrack.diff("28pt", "19pt").bounds.identified
    ('14', '26')
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plantrack.commands import check as check
    from plantrack.commands import cite as cite
    from plantrack.commands import compare as compare
    from plantrack.commands import diff as diff
    from plantrack.commands import evidence as evidence
    from plantrack.commands import explain as explain
    from plantrack.commands import export as export
    from plantrack.commands import import_text as import_text
    from plantrack.commands import kinds as kinds
    from plantrack.commands import list as list  # noqa: A004 - the command's own word
    from plantrack.commands import log as log
    from plantrack.commands import new_corpus as new_corpus
    from plantrack.commands import new_plan as new_plan
    from plantrack.commands import new_source as new_source
    from plantrack.commands import new_version as new_version
    from plantrack.commands import positions as positions
    from plantrack.commands import report as report
    from plantrack.commands import schema as schema
    from plantrack.commands import show as show
    from plantrack.commands import site_build as site_build
    from plantrack.commands import source_add as source_add
    from plantrack.commands import source_set as source_set
    from plantrack.commands import timeline as timeline
    from plantrack.commands import trace as trace
    from plantrack.errors import InputError as InputError
    from plantrack.errors import PlantrackError as PlantrackError
    from plantrack.errors import Problem as Problem
    from plantrack.errors import UnknownNameError as UnknownNameError
    from plantrack.errors import UsageError as UsageError

_HOMES = {
    "check": "plantrack.commands",
    "cite": "plantrack.commands",
    "compare": "plantrack.commands",
    "diff": "plantrack.commands",
    "evidence": "plantrack.commands",
    "explain": "plantrack.commands",
    "export": "plantrack.commands",
    "import_text": "plantrack.commands",
    "kinds": "plantrack.commands",
    "list": "plantrack.commands",
    "log": "plantrack.commands",
    "new_corpus": "plantrack.commands",
    "new_plan": "plantrack.commands",
    "new_source": "plantrack.commands",
    "new_version": "plantrack.commands",
    "positions": "plantrack.commands",
    "report": "plantrack.commands",
    "schema": "plantrack.commands",
    "show": "plantrack.commands",
    "site_build": "plantrack.commands",
    "source_add": "plantrack.commands",
    "source_set": "plantrack.commands",
    "timeline": "plantrack.commands",
    "trace": "plantrack.commands",
    "InputError": "plantrack.errors",
    "PlantrackError": "plantrack.errors",
    "Problem": "plantrack.errors",
    "UnknownNameError": "plantrack.errors",
    "UsageError": "plantrack.errors",
}
"""Where each public name lives; looked up when first used, so that a command loads only what it needs."""

__all__ = [*_HOMES]  # noqa: PLE0604 - strings all, and a test compares them with the code and the reference
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module 'plantrack' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
