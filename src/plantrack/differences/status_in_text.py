"""Give the points of a text the status that their words state: left to later, not agreed."""

from functools import lru_cache

from plantrack.facts.fact import Fact
from plantrack.facts.status import find_status
from plantrack.language.tokens import sentence_ends, tokens_of
from plantrack.model import Version
from plantrack.value import evolve


def with_status(version: Version) -> Version:
    """The version, each point of which bears the status that its wording gives where nobody entered one."""
    changed = {}
    for provision_id, provision in version.provisions.items():
        if provision.text and provision.matter == "settled" and not provision.claims:
            facts = status_facts(provision.text)
            if facts:
                status = "disputed" if any(fact.value == "disputed" for fact in facts) else "deferred"
                changed[provision_id] = evolve(provision, matter=status)
    return evolve(version, provisions={**version.provisions, **changed}) if changed else version


@lru_cache(maxsize=32_768)
def status_facts(text: str) -> tuple[Fact, ...]:
    """What in a wording gives a status."""
    tokens = tokens_of(text)
    return tuple(find_status(tokens, sentence_ends(tokens)))
