"""A report as values: every string is Markdown in which the text of others cannot become markup."""

from plantrack.value import value


@value
class Row:
    """One change: a row of the table of changes."""

    number: str
    """Empty in the further rows of a point."""
    matter: str
    part: str
    old: str
    new: str
    """Both with the words that changed marked."""
    effect: str
    sure: str
    """Certain, or who says so and how many independent lineages that is."""


@value
class Wording:
    """A point of which both texts are at hand, with the words that changed marked."""

    number: str
    matter: str
    old: str
    new: str


@value
class Told:
    """One state that is reported of a point."""

    summary: str
    who: str
    sure: str
    remarks: tuple[str, ...] = ()


@value
class Contested:
    """A point of which reports differ."""

    number: str
    matter: str
    old: str
    together: str
    """Whether all that is reported can hold."""
    states: tuple[Told, ...]


@value
class Stood:
    """A position of an actor, and where either paper stands to it."""

    actor: str
    wants: str
    matter: str
    old: str
    new: str
    move: str


@value
class Step:
    """What a report says of two papers."""

    heading: str
    papers: tuple[tuple[str, str, str], ...]
    """Name, old, new."""
    summary: tuple[str, ...]
    """Sentences, at most five."""
    rows: tuple[Row, ...] = ()
    whose_words: str = ""
    """In whose words the rows tell what a point says."""
    wordings: tuple[Wording, ...] = ()
    quiet: tuple[str, ...] = ()
    """Points that only moved, or say the same in other words."""
    contested: tuple[Contested, ...] = ()
    attributions: tuple[str, ...] = ()
    """A sentence for each statement that may be printed with the name of who made it."""
    learned: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    positions: tuple[Stood, ...] = ()
    positions_note: str = ""
    sure: tuple[str, ...] = ()
    foot: str = ""


@value
class Report:
    """What people read of two papers or more, step by step."""

    title: str
    lead: tuple[str, ...]
    """Sentences on all steps together; empty where there is one step."""
    overview: tuple[tuple[str, ...], ...]
    """A table of all papers, its heads first: what each is known to say; empty where there is one step."""
    steps: tuple[Step, ...]
    sources: str
    notes: tuple[str, ...]
    """The texts of the footnotes, the first first."""
    foot: str
