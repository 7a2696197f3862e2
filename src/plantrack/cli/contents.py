"""What commands there are, by what a person needs. A new command is one line here."""

SECTIONS = {
    "Compare": {
        "compare": "compare",
        "diff": "diff",
        "log": "log",
        "pairs": "pairs",
        "positions": "positions",
        "timeline": "timeline",
        "trace": "trace",
    },
    "Look": {
        "explain": "explain",
        "list": "list",
        "outline": "outline",
        "precedents": "precedents",
        "show": "show",
    },
    "Evidence": {
        "check": "check",
        "evidence": "evidence",
        "settle": "settle",
        "status": "status",
    },
    "Add": {
        "cite": "cite",
        "import": "import_file",
        "new": "new",
        "source": "source",
        "uncite": "uncite",
    },
    "Publish": {
        "export": "export",
        "open": "open",
        "report": "report",
        "site": "site",
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

SHARED = {"corpus": "PLANTRACK_CORPUS", "texts": "PLANTRACK_TEXTS"}
"""Options that many commands have and that mean the same to all, with what says them in the environment."""

WRITING = frozenset(SECTIONS["Add"])
"""Commands that write into a corpus."""
