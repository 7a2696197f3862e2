"""What is said of arguments, options and exits in the help of every command that has them.

An argument or option is looked up as `COMMAND NAME`, then by its name alone: one name means one thing everywhere.
"""

_REF = "A version: PLAN (the newest), PLAN@VERSION, PLAN@first, PLAN~DATE, REVISION:PLAN, or a file."

PARAMETERS = {
    "ACTOR": "Name, alias or id of an actor; all actors if not given.",
    "DIR": "The folder, which is made if it is not there.",
    "FILE": "A text in UTF-8.",
    "ID": "The id of a source: the name of its record in seeds/.",
    "NEW": "The other version, named as OLD is.",
    "OLD": _REF,
    "PLAN": "A plan by id or alias.",
    "POINT": "A point by number (10.b) or id.",
    "PROVISION": "A point by number (10.b), label or id.",
    "REF": _REF,
    "REFS": "Two versions or more in order, each told against the one before. " + _REF,
    "SHELL": "bash, zsh or fish.",
    "SOURCE": "The id of a source: the name of its record in seeds/.",
    "VERSION": "What the version is called; best its date.",
    "WORDS": "Words as the text has them; white space, quotes and dashes may differ.",
    "compare REFS": "Two versions or more, a column each; named as OLD is, documents too.",
    "ASKED": "The words of a clause, in quotes; with --point a version, named as OLD is.",
    "CORPORA": "Folders with plans/ and seeds/.",
    "PLACES": "Documents, and folders, of which all documents are taken with those below.",
    "explain POINT": "A point by number (10.b) or id, in either; outside: lines outside the points; all if not given.",
    "help COMMAND": "A command, or a command and the one below it; all commands if not given.",
    "import FILE": "A document: Word, PDF, web page, rich text, OpenDocument, Markdown or plain text.",
    "outline FILE": "A document: .md, .txt, .docx, .pdf, .html, .rtf, .odt; - for the standard input.",
    "new plan ID": "What the plan is called: lower-case letters, digits, dots and hyphens.",
    "new source ID": "What the source is called, best outlet and date: herald-2031-05-04.",
    "new version PLAN": "The plan, which is there already.",
    "evidence PROVISION": "A point by number (10.b), label or id; all points if not given.",
    "REPORTS": "Versions as they were known from reports, named as OLD is; else the earlier ones of the plan.",
    "TEXT": "The paper as it was seen: a version, named as OLD is, or a document.",
    "schema KIND": "A kind of file, or of output; all kinds are listed if not given.",
    "show PROVISION": "A point by number (10.b), label or id; the whole version if not given.",
    "uncite PASSAGE": "The passage as source#passage.",
    "trace PROVISION": "A point by label or id; by number (10.b) together with --in.",
    "list PLAN": "A plan by id or alias; all plans if not given.",
    "source set STATUS": "What became of it.",
    "--directness": "How directly the passage speaks.",
    "--fidelity": "Whether the words may be printed as speech.",
    "--format": "How the answer is written.",
    "--reach": "How near the passage comes to the point.",
    "--stance": "What the passage does for the provision.",
}

NO = {
    "check": "something is wrong in the corpus",
    "diff": "with --exit-code, --fail-on or --allow: there is such a change",
    "source add": "the text of a known source changed, and nothing was done about it",
}
"""When a command ends with 1; the others never do."""

SEE_ALSO = {
    "check": ("evidence", "cite"),
    "cite": ("source add", "uncite", "evidence", "check"),
    "compare": ("diff", "trace", "log"),
    "completion": ("help",),
    "diff": ("explain", "compare", "trace", "evidence", "kinds"),
    "evidence": ("show", "trace", "check"),
    "explain": ("diff", "import"),
    "export": ("schema",),
    "help": ("kinds",),
    "import": ("new plan", "explain", "check"),
    "kinds": ("diff",),
    "list": ("show", "log", "trace"),
    "log": ("diff", "compare", "timeline"),
    "new corpus": ("new plan", "check"),
    "new plan": ("new version", "import", "check"),
    "new source": ("source add", "cite", "check"),
    "new version": ("import", "check"),
    "open": ("site build", "diff"),
    "outline": ("diff", "explain", "import"),
    "pairs": ("diff", "precedents"),
    "precedents": ("diff", "pairs"),
    "positions": ("evidence", "diff", "timeline"),
    "report": ("diff", "positions", "evidence"),
    "schema": ("check", "export"),
    "settle": ("evidence", "diff", "trace"),
    "show": ("evidence", "list"),
    "site build": ("open", "report", "export", "check"),
    "source add": ("cite", "new source", "check"),
    "source set": ("evidence", "check"),
    "status": ("settle", "check", "list"),
    "timeline": ("positions", "log", "list"),
    "trace": ("evidence", "diff", "compare"),
    "uncite": ("cite", "evidence", "check"),
}
"""Where a reader of one command's help goes next."""

EXITS = {
    "0": "done",
    "2": "wrong use, or input that cannot be read",
    "130": "stopped by Ctrl-C",
    "141": "the reader of the answer went away",
}

ENVIRONMENT = {
    "--corpus": ("PLANTRACK_CORPUS", "the folder of the corpus, where --corpus is not given"),
    "--texts": ("PLANTRACK_TEXTS", "the folder of the articles' texts, where --texts is not given"),
    "--lang": ("PLANTRACK_LANG", "the language of the sentences, where --lang is not given"),
}
"""What a command reads from the environment, by the option that beats it."""

FILES = {
    "--corpus": (
        ("plantrack.toml", "beside plans/ and seeds/: a corpus's defaults"),
        ("~/.config/plantrack/config.toml", "your own defaults; or in $XDG_CONFIG_HOME"),
    ),
    "--texts": (("seeds/texts/", "texts, where nothing else says where they are"),),
}
"""Files a command reads beside its arguments, by the option that has to do with them."""
