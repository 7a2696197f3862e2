"""What commands there are, by what a person needs. A new command is one line here."""

SECTIONS = {
    "Compare": {
        "compare": "tabling",
        "diff": "comparing",
        "log": "histories",
        "pairs": "pairs",
        "positions": "standing",
        "timeline": "dating",
        "trace": "tracing",
    },
    "Look": {
        "explain": "explaining",
        "list": "looking",
        "outline": "outlining",
        "precedents": "precedents",
        "show": "looking",
    },
    "Evidence": {
        "check": "checking",
        "evidence": "witnesses",
    },
    "Add": {
        "cite": "quoting",
        "import": "importing",
        "new": "beginning",
        "source": "sourcing",
    },
    "Publish": {
        "export": "exporting",
        "open": "open",
        "report": "reporting",
        "site": "publishing",
    },
    "Reference": {
        "help": "reference",
        "kinds": "reference",
        "schema": "reference",
    },
    "Set up": {
        "completion": "completion",
    },
}
"""The module of each command, which is imported when the command is asked for, under what it is needed for."""

HOMES = {name: module for commands in SECTIONS.values() for name, module in commands.items()}

WRITING = frozenset(SECTIONS["Add"])
"""Commands that write into a corpus."""
