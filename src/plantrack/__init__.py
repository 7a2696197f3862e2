"""plantrack: what changed in substance between versions of a peace proposal, who says so, and what is not known.

Every command is a function of the same name:

    >>> import plantrack
    >>> plantrack.diff("28pt", "19pt").bounds.identified
    ('14', '26')
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plantrack.commands.adding import cite as cite
    from plantrack.commands.adding import import_text as import_text
    from plantrack.commands.adding import new_corpus as new_corpus
    from plantrack.commands.adding import new_plan as new_plan
    from plantrack.commands.adding import new_source as new_source
    from plantrack.commands.adding import new_version as new_version
    from plantrack.commands.adding import source_add as source_add
    from plantrack.commands.adding import source_set as source_set
    from plantrack.commands.adding import uncite as uncite
    from plantrack.commands.comparing import compare as compare
    from plantrack.commands.comparing import diff as diff
    from plantrack.commands.comparing import explain as explain
    from plantrack.commands.comparing import log as log
    from plantrack.commands.comparing import positions as positions
    from plantrack.commands.comparing import timeline as timeline
    from plantrack.commands.comparing import trace as trace
    from plantrack.commands.documents import outline as outline
    from plantrack.commands.looking import kinds as kinds
    from plantrack.commands.looking import list as list  # noqa: A004 - the command's own word
    from plantrack.commands.looking import schema as schema
    from plantrack.commands.looking import show as show
    from plantrack.commands.pairs import pairs as pairs
    from plantrack.commands.precedents import precedents as precedents
    from plantrack.commands.proving import check as check
    from plantrack.commands.proving import evidence as evidence
    from plantrack.commands.publishing import export as export
    from plantrack.commands.publishing import open_site as open_site
    from plantrack.commands.publishing import report as report
    from plantrack.commands.publishing import site_build as site_build
    from plantrack.commands.settling import settle as settle
    from plantrack.commands.settling import status as status
    from plantrack.errors import InputError as InputError
    from plantrack.errors import PlantrackError as PlantrackError
    from plantrack.errors import Problem as Problem
    from plantrack.errors import UnknownNameError as UnknownNameError
    from plantrack.errors import UsageError as UsageError

_HOMES = {
    "check": "plantrack.commands.proving",
    "cite": "plantrack.commands.adding",
    "compare": "plantrack.commands.comparing",
    "diff": "plantrack.commands.comparing",
    "evidence": "plantrack.commands.proving",
    "explain": "plantrack.commands.comparing",
    "export": "plantrack.commands.publishing",
    "import_text": "plantrack.commands.adding",
    "kinds": "plantrack.commands.looking",
    "list": "plantrack.commands.looking",
    "log": "plantrack.commands.comparing",
    "new_corpus": "plantrack.commands.adding",
    "new_plan": "plantrack.commands.adding",
    "new_source": "plantrack.commands.adding",
    "new_version": "plantrack.commands.adding",
    "open_site": "plantrack.commands.publishing",
    "outline": "plantrack.commands.documents",
    "pairs": "plantrack.commands.pairs",
    "positions": "plantrack.commands.comparing",
    "precedents": "plantrack.commands.precedents",
    "report": "plantrack.commands.publishing",
    "schema": "plantrack.commands.looking",
    "settle": "plantrack.commands.settling",
    "show": "plantrack.commands.looking",
    "site_build": "plantrack.commands.publishing",
    "source_add": "plantrack.commands.adding",
    "source_set": "plantrack.commands.adding",
    "status": "plantrack.commands.settling",
    "timeline": "plantrack.commands.comparing",
    "trace": "plantrack.commands.comparing",
    "uncite": "plantrack.commands.adding",
    "InputError": "plantrack.errors",
    "PlantrackError": "plantrack.errors",
    "Problem": "plantrack.errors",
    "UnknownNameError": "plantrack.errors",
    "UsageError": "plantrack.errors",
}
"""Where each public name lives; looked up when first used, so that a command loads only what it needs."""

__all__ = [*_HOMES]  # noqa: PLE0604 - strings all, and a test compares them with the code and the reference
__version__ = "0.2.0"


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module 'plantrack' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> tuple[str, ...]:
    """What `dir` and completion in a notebook show: the commands and their errors, though none is loaded yet."""
    return (*_HOMES, "__version__")
