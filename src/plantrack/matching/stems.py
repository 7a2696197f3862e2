"""Words cut down to what they share with their kin: *demobilised*, *demobilisation* and *demobilise* are one stem.

Crude on purpose: stems are compared with stems only, and never shown.
"""

from functools import lru_cache

_ENDINGS = """
    isations izations isation ization ationally fulness ousness iveness ational ibility ability ations ments
    ances ences ation ition ating ising izing ement ators ated ates ised ized ises izes ment ance ence ness ator
    able ible ally edly ical ious ions ings ists isms ants ents ies ied ise ize ate ing ion ity ive ous ant ent
    ial ism ist ary ory ful ers ors ed es er or ly al ic s e y
""".split()
"""The first that fits is cut, so longer ones stand before those they end in."""
_SHORTEST = 4
_BY_LAST = {last: [ending for ending in _ENDINGS if ending[-1] == last] for last in "acdefghilmnorstuvyz"}
_IRREGULAR = dict(
    pair.split("/")
    for pair in """
    held/hold kept/keep left/leave gone/go went/go taken/take took/take given/give gave/give paid/pay sent/send
    built/build rebuilt/rebuild withdrew/withdraw withdrawn/withdraw brought/bring drawn/draw drew/draw
    fled/flee fought/fight bought/buy sold/sell met/meet led/lead lent/lend begun/begin began/begin
    chosen/choose chose/choose driven/drive drove/drive laid/lay made/make spoken/speak spoke/speak taught/teach
    torn/tear written/write won/win shot/shoot sought/seek stood/stand told/tell lost/lose policemen/police
    policeman/police soldiers/soldier men/man women/woman children/child people/people lives/life defence/defend
    defense/defend freed/free freeing/free frees/free free/free agreed/agree agrees/agree days/day ties/tie
    dies/die dead/dead death/dead arms/arms forces/force troops/troop parties/party duties/duty cities/city
    countries/country bodies/body
    """.split()
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word in lower case.

    >>> stem("demobilised") == stem("demobilisation")
    True
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= _SHORTEST:
        return word
    for _ in range(2):
        for ending in _BY_LAST.get(word[-1], ()):
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                word = word[: -len(ending)]
                break
        else:
            break
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        return word[:-1]
    return word
