"""The words that carry the force of a clause, as tables: verbs, nouns and adjectives, each with what they make of it.

Whoever adds a word adds it here, in its plain form: inflection is made by rule, and verbs combine with nouns
(*declares* x *its readiness to*).
"""

from functools import cache

MODALS = {
    "shall": ("duty", ""), "must": ("duty", ""), "will": ("duty", ""), "should": ("expectation", ""),
    "may": ("permission", ""), "can": ("ability", ""), "might": ("possibility", ""), "could": ("conditional_can", ""),
    "would": ("conditional", ""), "cannot": ("ability", "not"), "can't": ("ability", "not"), "won't": ("duty", "not"),
    "shan't": ("duty", "not"), "mustn't": ("duty", "not"), "shouldn't": ("expectation", "not"),
    "mayn't": ("duty", "not"), "wouldn't": ("conditional", "not"), "couldn't": ("conditional_can", "not"),
    "needn't": ("no_duty", ""),
}  # fmt: skip
"""Modal verbs (treaties, statutes; the short forms in terms of service)."""

STATES = {
    **dict.fromkeys("obliged obligated required bound compelled".split(), ("duty", "")),
    **dict.fromkeys("allowed permitted authorised authorized free".split(), ("permission", "")),
    "entitled": ("right", ""),
    "empowered": ("power", ""),
    **dict.fromkeys("forbidden prohibited barred debarred banned precluded".split(), ("ban", "")),
    **dict.fromkeys("expected supposed".split(), ("expectation", "")),
    **dict.fromkeys("ready willing prepared".split(), ("declaration", "readiness")),
    **dict.fromkeys("determined resolved".split(), ("declaration", "determination")),
    "committed": ("duty", ""),
    "able": ("ability", ""),
    "unable": ("inability", ""),
    **dict.fromkeys("requested asked".split(), ("request", "request")),
    **{word: ("request", base) for word, base in (
        ("urged", "urge"), ("invited", "invite"), ("encouraged", "encourage"), ("advised", "advise"),
        ("recommended", "recommend"),
    )},
}  # fmt: skip
"""What somebody is, before *to* or *from* (treaties, statutes, UN resolutions)."""
ALONE = {
    **dict.fromkeys("allowed permitted authorised authorized".split(), "permission"),
    **dict.fromkeys("forbidden prohibited banned".split(), "ban"),
    "required": "requirement",
}
"""What an act is, with nothing behind: *inspections are permitted* (treaties)."""
PERFORMED = frozenset(
    "recognised recognized affirmed reaffirmed confirmed reconfirmed acknowledged proclaimed declared".split()
)
"""What a text does by itself: *the sovereignty is confirmed* (peace plans)."""

PROMISES = frozenset("agree undertake commit pledge promise vow covenant engage obligate bind".split())
"""*Undertakes to* (treaties), *pledges to* (declarations), *engage to* (old treaties), *covenants to* (contracts)."""
OF_THINGS = frozenset({"commit", "pledge"})
"""Promises that may be of a thing: *commits to a ceasefire*."""
ATTEMPTS = frozenset("endeavour endeavor strive seek try attempt".split())
"""*Shall endeavour to* (treaties)."""
HOPES = {
    "intend": "intention", "plan": "intention", "aim": "intention", "hope": "hope", "wish": "hope", "desire": "hope",
    "aspire": "hope",
}  # fmt: skip
"""*Intends to* (declarations)."""
REFRAINS = frozenset("refrain abstain desist forbear".split())
"""Before *from*: not to do it (treaties)."""
FAILS = frozenset("fail refuse neglect omit decline".split())
"""Before *to*, under a negation: to do it (*shall not fail to*, treaties)."""
REQUESTS = {
    "urge": ("",), "ask": ("",), "request": ("",), "invite": ("",), "encourage": ("",), "demand": ("",),
    "call": ("on", "upon"), "appeal": ("to",), "recommend": ("",), "propose": ("",), "suggest": ("",),
    "advise": ("",),
}  # fmt: skip
"""What is asked of somebody, with the preposition that belongs to the verb (UN resolutions, communiqués)."""
SAME_REQUEST = {"ask": "request"}

DECLARES = frozenset(
    "declare express state confirm announce signal affirm reaffirm reiterate voice indicate underline proclaim "
    "underscore stress emphasise emphasize manifest have".split()
)
DECLARED = {
    "intention": "intention", "intent": "intention", "readiness": "readiness", "willingness": "readiness",
    "preparedness": "readiness", "determination": "determination", "resolve": "determination",
    "commitment": "commitment", "desire": "hope", "hope": "hope", "wish": "hope", "aspiration": "hope",
}  # fmt: skip
"""*Expresses its readiness to* (declarations, communiqués)."""
ASSUMES = frozenset("assume accept undertake take give make incur".split())
ASSUMED = frozenset("obligation commitment duty undertaking pledge".split())
"""*Assumes the obligation to*, *gives an undertaking to* (treaties)."""
HOLDS = {"have": "", "enjoy": "", "possess": "", "retain": "retain", "keep": "retain", "reserve": "reserve"}
HELD = {
    "right": "right", "obligation": "duty", "duty": "duty", "permission": "permission", "authorisation": "permission",
    "authorization": "permission", "option": "permission", "freedom": "permission", "liberty": "permission",
    "power": "power", "authority": "power", "competence": "power",
}  # fmt: skip
"""*Has the right to*, *retains the right to*, *has no obligation to* (treaties, constitutions)."""

EFFORTS = frozenset("make use exert undertake employ deploy exercise apply expend spare do take".split())
EFFORT_NOUNS = frozenset("effort efforts endeavour endeavours endeavor endeavors best utmost everything all".split())
STEP_NOUNS = frozenset("steps measures precautions".split())
"""*Shall take all feasible precautions to* (humanitarian law); a word of STEP_GRADES makes an effort of them."""
STEP_GRADES = frozenset("reasonable feasible possible practicable practical".split())
EFFORT_WORDS = frozenset(
    "every all each its their his her our the a an any best utmost reasonable possible feasible practicable "
    "practical commercially no maximum further and or necessary appropriate".split()
)
BEST_WORDS = ("possible", "in its power", "in their power", "within its power", "within their power", "it can",
    "they can", "that is possible", "necessary and possible")  # fmt: skip
"""What may stand between *everything* and *to*."""

DETERMINERS = frozenset("the a an its their his her our your my any no every this such 's".split())
"""After these a form that could be a verb is a noun: *its plans*."""
PURPOSES = frozenset("aim aims goal goals purpose purposes objective objectives task tasks idea intention".split())
"""Subjects of which *is to* tells what they are (constitutions, strategies)."""
STAYS = frozenset({"remain", "stand"})
"""*Stands ready to*, *remains bound to*."""
ADVERBS = frozenset("also then hereby thus therefore always again jointly together both each all solemnly ever".split())
"""Adverbs without *-ly* that stand inside a group of verbs."""
_PARTS = {
    "undertake": ("undertook", "undertaken"), "bind": ("bound", "bound"), "seek": ("sought", "sought"),
    "strive": ("strove", "striven"), "make": ("made", "made"), "take": ("took", "taken"), "give": ("gave", "given"),
    "do": ("did", "done"), "have": ("had", "had"), "keep": ("kept", "kept"), "stand": ("stood", "stood"),
    "forbear": ("forbore", "forborne"), "commit": ("committed", "committed"), "plan": ("planned", "planned"),
}  # fmt: skip
_DOUBLED = {"commit": "committ", "plan": "plann"}


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Every form of the verbs of this table, with its plain form and its shape: base, third, past or ing.

    >>> verb_forms()["undertakes"], verb_forms()["tried"]
    (('undertake', 'third'), ('try', 'past'))
    """
    verbs = {
        *PROMISES, *ATTEMPTS, *HOPES, *REFRAINS, *FAILS, *REQUESTS, *DECLARES, *ASSUMES, *HOLDS, *EFFORTS, *STAYS,
    }  # fmt: skip
    found: dict[str, tuple[str, str]] = {}
    for base in sorted(verbs):
        for form in _past(base):
            found[form] = base, "past"
        found[_ing(base)] = base, "ing"
        found[_third(base)] = base, "third"
    found.update({base: (base, "base") for base in verbs})
    return found


def _third(base: str) -> str:
    if base in ("do", "have"):
        return {"do": "does", "have": "has"}[base]
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _past(base: str) -> tuple[str, ...]:
    if base in _PARTS:
        return _PARTS[base]
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base[:-1] + "ied",)
    return (base + ("d" if base.endswith("e") else "ed"),)


def _ing(base: str) -> str:
    stem = _DOUBLED.get(base, base)
    return (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"
