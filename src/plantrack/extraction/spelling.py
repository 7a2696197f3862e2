"""One spelling for words that British and American English write differently.

`plain_spelling` turns both into the shorter, mostly American form, which is used for comparison only and never printed.
Endings follow rules where a rule holds; what only some words do is data.
"""

import re
from functools import lru_cache

_OUR = (
    "arm behavi cand clam col demean endeav enam fav ferv flav glam harb hon hum lab neighb od parl ranc rig rum sav "
    "splend tum val vap vig"
)
_RE = (
    "accout calib cent fib goit liter litt lust mag meag met mit och reconnoit sab sabot scept sepulch somb spect theat"
)
_SINGLE_L = (
    "cancel channel counsel dial dishevel duel enamel equal fuel funnel initial jewel label level libel marshal model "
    "panel parcel pedal quarrel refuel rival shovel shrivel signal snorkel spiral stencil swivel total towel travel "
    "tunnel unravel"
)
_OGUE = "anal catal dial epil homol monol prol travel"
_WORDS = {
    "aeroplane": "airplane", "acknowledgement": "acknowledgment", "abridgement": "abridgment", "ageing": "aging",
    "aluminium": "aluminum", "amongst": "among", "artefact": "artifact", "defence": "defense", "offence": "offense",
    "licence": "license", "pretence": "pretense", "practise": "practice", "practised": "practiced",
    "practising": "practicing", "programme": "program", "grey": "gray", "enrol": "enroll", "enrolment": "enrollment",
    "fulfil": "fulfill", "fulfilment": "fulfillment", "instalment": "installment", "skilful": "skillful",
    "wilful": "willful", "judgement": "judgment", "manoeuvre": "maneuver", "manoeuvring": "maneuvering",
    "mould": "mold", "plough": "plow", "sceptic": "skeptic", "sceptical": "skeptical", "storey": "story",
    "sulphur": "sulfur", "tyre": "tire", "kerb": "curb", "gaol": "jail", "gramme": "gram", "kilogramme": "kilogram",
    "tonne": "ton", "whilst": "while", "towards": "toward", "afterwards": "afterward", "despatch": "dispatch",
    "despatched": "dispatched", "encyclopaedia": "encyclopedia", "anaesthetic": "anesthetic",
    "paediatric": "pediatric", "haemorrhage": "hemorrhage", "oesophagus": "esophagus", "foetus": "fetus",
    "draught": "draft", "cosy": "cozy", "furore": "furor", "analyse": "analyze", "analysed": "analyzed",
    "analysing": "analyzing", "catalyse": "catalyze", "paralyse": "paralyze", "paralysed": "paralyzed",
    "cheque": "bankcheck", "per-cent": "percent", "co-operation": "cooperation", "co-operate": "cooperate",
    "co-ordination": "coordination", "co-ordinate": "coordinate", "adviser": "advisor", "convenor": "convener",
}  # fmt: skip
_ISE_STAYS = frozenset(
    """advertise advise arise chastise circumcise comprise compromise concise demise despise devise disguise enterprise
    excise exercise expertise franchise guise improvise incise likewise merchandise otherwise paradise poise praise
    precise premise promise raise revise rise supervise surmise surprise televise treatise wise noise cruise bruise
    anise clockwise disfranchise enfranchise braise appraise reprise liaise""".split()
)
_OUR_RULE = re.compile(rf"\b({'|'.join(_OUR.split())})our(?=\b|s\b|ed\b|ing\b|ly\b|abl|er|ist|hood|less|ful|ite|y\b)")
_RE_RULE = re.compile(
    rf"(?:^|(?<=kilo)|(?<=milli)|(?<=centi)|(?<=deci)|(?<=hecto))({'|'.join(_RE.split())})re(?=s?$|d$)"
)
_LL_RULE = re.compile(rf"^({'|'.join(_SINGLE_L.split())})l(?=ed$|ing$|er$|ers$|or$|ors$|ous$|ation$|ations$)")
_OGUE_RULE = re.compile(rf"^({'|'.join(_OGUE.split())})ogue(?=s?$|d$)")
_ISE_RULE = re.compile(r"^(\w{3,})is(e|es|ed|er|ers|ing|ation|ations|able)$")


@lru_cache(maxsize=32768)
def plain_spelling(word: str) -> str:
    """A word in lower case in the one spelling that stands for both.

    >>> [plain_spelling(word) for word in ("licences", "cancelled", "organisation", "supervised", "metres", "hours")]
    ['licenses', 'canceled', 'organization', 'supervised', 'meters', 'hours']
    """
    known = _WORDS.get(word)
    if known is not None:
        return known
    if word.endswith("s") and word[:-1] in _WORDS:
        return _WORDS[word[:-1]] + "s"
    if len(word) < 5:
        return word
    plain = _OUR_RULE.sub(r"\1or", word)
    plain = _RE_RULE.sub(r"\1er", plain)
    plain = _LL_RULE.sub(r"\1", plain)
    plain = _OGUE_RULE.sub(r"\1og", plain)
    return _ISE_RULE.sub(_with_z, plain) if not _keeps_s(plain) else plain


def _with_z(match: re.Match[str]) -> str:
    return f"{match[1]}iz{match[2]}"


def _keeps_s(word: str) -> bool:
    """Whether a word in -ise is no verb made with that ending: to advise, to promise."""
    found = _ISE_RULE.match(word)
    return found is None or found[1] + "ise" in _ISE_STAYS or found[1][-1] in "aeiou"
