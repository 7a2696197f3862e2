"""Currencies and units of measure under their several names, before and behind a figure."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from plantrack.extraction.meaning import lemma
from plantrack.extraction.words import Token

_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₪": "ILS", "₹": "INR", "₦": "NGN",
            "₱": "PHP", "₺": "TRY", "₩": "KRW", "₾": "GEL", "₫": "VND", "₸": "KZT", "₼": "AZN"}  # fmt: skip
_ABBREVIATED = {"Rs": "rupee", "Rs.": "rupee", "Re": "rupee", "Fr": "franc", "Fr.": "franc", "Sfr": "CHF",
                "KSh": "KES", "Ksh": "KES", "TSh": "TZS", "USh": "UGX", "kr": "krone", "Kč": "CZK"}  # fmt: skip
_DOLLARS = {"us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD",
            "s": "SGD", "nt": "TWD", "r": "BRL", "j": "JMD", "fj": "FJD", "tt": "TTD"}  # fmt: skip
"""Letters before a dollar sign."""
_CODES = frozenset(
    """AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BTN BWP BYN CAD CDF CHF CLP CNY COP CRC CUP CZK
    DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD
    JPY KES KGS KHR KMF KPW KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN
    NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SOS SRD
    SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV XAF XOF XPF XDR YER ZAR
    ZMW ZWL""".split()
)
"""ISO 4217."""
_NAMES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "yen": "JPY", "rouble": "RUB", "ruble": "RUB",
    "hryvnia": "UAH", "shekel": "ILS", "yuan": "CNY", "renminbi": "CNY", "rupee": "rupee", "franc": "franc",
    "peso": "peso", "dinar": "dinar", "lira": "lira", "birr": "ETB", "riyal": "riyal", "krone": "krone",
    "krona": "krona", "shilling": "shilling", "rand": "ZAR", "naira": "NGN", "rial": "rial", "crown": "crown",
    "mark": "mark", "ducat": "ducat", "taler": "taler", "thaler": "thaler", "florin": "florin", "won": "won",
    "real": "real", "bolivar": "bolivar", "dirham": "dirham", "zloty": "PLN", "forint": "HUF", "lari": "GEL",
    "manat": "manat", "dram": "AMD", "afghani": "AFN", "taka": "BDT", "kyat": "MMK", "baht": "THB", "dong": "VND",
    "rupiah": "IDR", "ringgit": "MYR", "kwacha": "kwacha", "cedi": "GHS", "kip": "LAK", "riel": "KHR", "lev": "BGN",
    "tenge": "KZT", "som": "som", "nakfa": "ERN", "ouguiya": "MRU", "guarani": "PYG", "lempira": "HNL",
}  # fmt: skip
_OF_STATES = {
    ("swiss", "franc"): "CHF", ("us", "dollar"): "USD", ("u.s.", "dollar"): "USD", ("american", "dollar"): "USD",
    ("states", "dollar"): "USD", ("australian", "dollar"): "AUD", ("canadian", "dollar"): "CAD",
    ("british", "pound"): "GBP", ("sudanese", "pound"): "SDG", ("egyptian", "pound"): "EGP", ("syrian", "pound"): "SYP",
    ("lebanese", "pound"): "LBP", ("south sudanese", "pound"): "SSP", ("indian", "rupee"): "INR",
    ("pakistani", "rupee"): "PKR", ("pakistan", "rupee"): "PKR", ("nepalese", "rupee"): "NPR",
    ("nepali", "rupee"): "NPR", ("lankan", "rupee"): "LKR", ("kenyan", "shilling"): "KES", ("kenya", "shilling"): "KES",
    ("ugandan", "shilling"): "UGX", ("somali", "shilling"): "SOS", ("tanzanian", "shilling"): "TZS",
    ("iraqi", "dinar"): "IQD", ("libyan", "dinar"): "LYD", ("jordanian", "dinar"): "JOD", ("algerian", "dinar"): "DZD",
    ("serbian", "dinar"): "RSD", ("kuwaiti", "dinar"): "KWD", ("iranian", "rial"): "IRR", ("yemeni", "rial"): "YER",
    ("yemeni", "riyal"): "YER", ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR", ("colombian", "peso"): "COP",
    ("philippine", "peso"): "PHP", ("mexican", "peso"): "MXN", ("turkish", "lira"): "TRY",
    ("cfa", "franc"): "CFA franc", ("congolese", "franc"): "CDF", ("rwandan", "franc"): "RWF",
    ("swedish", "krona"): "SEK",
    ("norwegian", "krone"): "NOK", ("danish", "krone"): "DKK", ("moroccan", "dirham"): "MAD",
    ("azerbaijani", "manat"): "AZN", ("south korean", "won"): "KRW", ("pound", "sterling"): "GBP",
}  # fmt: skip
_MEASURES: dict[str, tuple[str, Decimal | int]] = {
    "kilometer": ("km", 1), "km": ("km", 1), "kms": ("km", 1), "klick": ("km", 1), "meter": ("km", Decimal("0.001")),
    "m": ("km", Decimal("0.001")), "mile": ("km", Decimal("1.609344")), "millimeter": ("mm", 1), "mm": ("mm", 1),
    "centimeter": ("mm", 10), "cm": ("mm", 10), "ton": ("t", 1), "t": ("t", 1), "kilogram": ("t", Decimal("0.001")),
    "kg": ("t", Decimal("0.001")), "kgs": ("t", Decimal("0.001")), "kilo": ("t", Decimal("0.001")),
    "kilotonne": ("t", 1000), "kiloton": ("t", 1000), "megawatt": ("MW", 1), "mw": ("MW", 1), "gigawatt": ("MW", 1000),
    "gw": ("MW", 1000), "kilowatt": ("MW", Decimal("0.001")), "kw": ("MW", Decimal("0.001")), "hectare": ("ha", 1),
    "ha": ("ha", 1), "acre": ("ha", Decimal("0.404686")), "barrel": ("barrel", 1), "bbl": ("barrel", 1),
    "liter": ("l", 1), "l": ("l", 1), "litre": ("l", 1), "nm": ("nmi", 1), "nmi": ("nmi", 1), "foot": ("foot", 1),
    "feet": ("foot", 1), "ft": ("foot", 1), "yard": ("yard", 1), "inch": ("inch", 1),
}  # fmt: skip
_POWERS = {"square": "2", "sq": "2", "sq.": "2", "cubic": "3", "cu": "3"}
_ENDS = frozenset(
    """of in at on for to from with by and or but who which that shall must will may should is are be into under over
    until unless if after before per between each a an the as every""".split()
)


class Unit(NamedTuple):
    """A unit behind a figure."""

    unit: str
    end: int
    """The index of the first token after it."""
    factor: Decimal = Decimal(1)


def currency_before(tokens: Sequence[Token], position: int) -> str:
    """The currency whose sign, code or short form stands at a token; empty if none does."""
    token = tokens[position]
    if token.kind == "p":
        if token.low == "$" and position and names_dollar(tokens[position - 1], token):
            return _DOLLARS[tokens[position - 1].low]
        return _SYMBOLS.get(token.low, "")
    if token.text in _CODES:
        return token.text
    return _ABBREVIATED.get(token.text, "")


def names_dollar(before: Token, sign: Token) -> bool:
    """Whether the letters before a dollar sign say which dollar: US$, A$."""
    glued = before.end == sign.start
    return before.low in _DOLLARS and (glued or before.low in ("us", "u.s.")) and before.text.isupper()


def currency_after(tokens: Sequence[Token], position: int) -> Unit | None:
    """The currency whose name begins at a token, with the adjective of its state: *Swiss francs*, *euros*, *SEK*."""
    for step in range(position, min(position + 3, len(tokens))):
        token = tokens[step]
        if token.kind != "w" or token.low in _ENDS:
            return None
        if token.text in _CODES:
            return Unit(token.text, step + 1)
        name = lemma(token.low)
        if name not in _NAMES:
            continue
        end = step + 1
        if end < len(tokens) and (name, tokens[end].low) in _OF_STATES:
            return Unit(_OF_STATES[name, tokens[end].low], end + 1)
        if step == position:
            return Unit(_NAMES[name], end)
        qualifier = " ".join(item.low for item in tokens[position:step])
        known = _OF_STATES.get((qualifier, name)) or _OF_STATES.get((tokens[step - 1].low, name))
        if known is None and tokens[position].capital:
            known = " ".join([*(item.text for item in tokens[position:step]), name])
        return Unit(known or _NAMES[name], end)
    return None


def read_measure(tokens: Sequence[Token], position: int) -> Unit | None:
    """The unit of measure whose long or short name begins at a token: *kilometres*, *sq km*, *nautical miles*."""
    token = tokens[position]
    power = _POWERS.get(token.low)
    if power is not None:
        step = position + 1 + (position + 1 < len(tokens) and tokens[position + 1].low == ".")
        inner = read_measure(tokens, step) if step < len(tokens) else None
        if inner is None:
            return None
        if power == "3" and inner.unit == "km":
            return Unit("m3", inner.end, (inner.factor * 1000) ** 3)
        return Unit(inner.unit + power, inner.end, inner.factor ** int(power))
    if token.low == "nautical" and position + 1 < len(tokens) and lemma(tokens[position + 1].low) == "mile":
        return Unit("nmi", position + 2)
    for name in (lemma(token.low), token.low):
        if name in _MEASURES:
            unit, factor = _MEASURES[name]
            return Unit(unit, position + 1, Decimal(factor))
    return None


def is_money(unit: str) -> bool:
    """Whether a unit is a currency: its code, or a name that several states share."""
    return unit in _CODES or unit.rpartition(" ")[2] in _NAMES
