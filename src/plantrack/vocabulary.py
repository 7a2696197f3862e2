"""Closed lists: what each word may be, and what it means.

Sources: topics carry the codes of the PA-X Peace Agreements Database and of the Peace Accords Matrix; stances follow
CiTO, the Citation Typing Ontology; roles and standings follow treaty practice.
"""

from typing import NamedTuple


class Topic(NamedTuple):
    """What a provision is about, with its codes in two agreement databases (None where they have none)."""

    meaning: str
    pa_x: str | None = None
    pam: str | None = None


class Tie(NamedTuple):
    """How a point hangs on another one."""

    words: str
    """With a slot, `{point}`, for the other one."""

    @property
    def meaning(self) -> str:
        """What it means of whichever point."""
        return self.words.format(point="another point")


TOPICS = {
    "sovereignty": Topic("sovereignty and independence", "StGen"),
    "territory": Topic("borders and territory", "StBor", "bound"),
    "territorial_recognition": Topic("whose territory it is recognised to be"),
    "withdrawal": Topic("withdrawal of forces", "SsrFf", "with"),
    "demilitarised_zone": Topic("demilitarised and buffer zones", "DdrDemil"),
    "ceasefire": Topic("ceasefire", "Ce", "cease"),
    "armed_forces_limits": Topic("size and kind of armed forces", "SsrArm", "milrfm"),
    "weapons_limits": Topic("kinds and numbers of weapons"),
    "foreign_forces": Topic("forces of other states, peacekeepers", "ImPK", "regpkf"),
    "alliance_status": Topic("membership in alliances, neutrality"),
    "security_guarantees": Topic("security guarantees", "SsrGua"),
    "non_aggression": Topic("renunciation of force"),
    "nuclear_status": Topic("nuclear weapons and arms control"),
    "nuclear_plant": Topic("nuclear power plants"),
    "sanctions": Topic("sanctions"),
    "frozen_assets": Topic("frozen assets"),
    "reconstruction": Topic("reconstruction and development", "DevInfra", "donor"),
    "reparations_claims": Topic("reparations and claims", "TjRMa", "repar"),
    "economic_cooperation": Topic("trade and economic cooperation", "Bus"),
    "eu_accession": Topic("accession to the European Union"),
    "prisoners_detainees": Topic("prisoners and detainees", "TjPrire", "prisr"),
    "children_civilians": Topic("children and other civilians", "GCh", "child"),
    "amnesty_accountability": Topic("amnesty and accountability", "TjAm", "amnest"),
    "elections": Topic("elections", "Ele", "elect"),
    "minority_language_religion": Topic("minorities, language, religion", "GRa", "minrts"),
    "constitutional_change": Topic("constitutional change", "Cons", "const"),
    "navigation_trade": Topic("navigation, transit, trade routes", "StXbor"),
    "monitoring_enforcement": Topic("monitoring and enforcement", "ImE", "verify"),
    "ratification_referendum": Topic("ratification and referendum", "ImRef", "ratm"),
    "implementation_timeline": Topic("timetable", None, "time"),
    "governance": Topic("government and administration", "Pol"),
    "humanitarian_aid": Topic("humanitarian aid"),
}

MODALITIES = {
    "obligation": "the bearer must do it (shall, must, will, is to)",
    "prohibition": "the bearer must not do it",
    "commitment": "the bearer undertakes or promises to do it",
    "best_efforts": "the bearer must try (shall endeavour, seeks to)",
    "expectation": "it is expected",
    "declaration": "the bearer says that it intends or is ready",
    "permission": "the bearer may do it",
    "right": "the bearer has a right to it",
    "performative": "the text itself does it (is recognised, is affirmed)",
    "unspecified": "the text does not say how it binds",
}

OPERATORS = {
    "eq": "exactly",
    "lt": "fewer than",
    "lteq": "at most",
    "gt": "more than",
    "gteq": "at least",
    "between": "from value to upper, both included",
    "about": "about",
}

QUANTIFIERS = {
    "none": "none of them",
    "few": "few of them",
    "some": "some of them",
    "many": "many of them",
    "most": "most of them",
    "all": "all, every or any of them",
    "only": "them and no others",
}

LASTINGS = {
    "permanently": "for good",
    "temporarily": "for a time that is not said",
}

TIME_UNITS = {
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}

STANDINGS = {
    "non_paper": "a paper that nobody owns to",
    "draft": "a draft under discussion",
    "agreed_in_principle": "agreed in principle",
    "initialled": "initialled",
    "signed": "signed",
    "in_force": "in force",
    "superseded": "replaced by a later paper",
    "rejected": "rejected",
}

PUBLICATIONS = {
    "official": "published by a party",
    "leaked": "published without its owners' word",
    "briefed": "told to reporters by those who hold it",
    "reported": "known from reports only",
}

TEXT_BASES = {
    "full_text": "the whole wording was seen",
    "partial_text": "some of the wording was seen",
    "reported_only": "no wording was seen, only reports of it",
}

WORDINGS = {
    "in_text": "the provision stands in the text",
    "removed": "it no longer stands in the text",
    "not_in_text": "it does not stand in the text, and nobody says that it was taken out",
    "moved": "it moved to another paper",
}
OUT_OF_TEXT = frozenset({"removed", "not_in_text"})
"""Wordings of what does not stand in a paper, whether or not it ever did; beside an older paper they mean the same."""

MATTERS = {
    "settled": "the paper settles the matter",
    "deferred": "the matter is left to later",
    "disputed": "the parties do not agree on it, and the paper says so",
}

OUTLOOKS = {
    "done": "it is so",
    "expected": "it is to become so",
}

ROLES = {
    "author": "wrote it",
    "proposer": "put it forward",
    "negotiator": "negotiated it",
    "signatory": "signed it",
    "guarantor": "guarantees it",
    "monitor": "monitors it",
    "endorser": "endorses it",
}

RELATIONS = {
    "revises": "a later state of the same paper",
    "answers": "a counter-proposal to it",
    "continues": "takes up its work in a new paper",
}

BINDINGS = {
    "integral": "part of the package and as binding",
    "separate": "a paper of its own",
    "unknown": "not known",
}

LINEAGE_OPS = {
    "split": "came out of one provision that was split",
    "join": "came out of several that were joined",
    "continues": "is the same matter under a new id",
}

LINK_KINDS = {
    "after": Tie("takes effect after {point}"),
    "if": Tie("holds only if {point} does"),
    "in_exchange_for": Tie("is given in exchange for {point}"),
    "void_if": Tie("lapses on what {point} says"),
}

STANCES = {
    "supports": "bears it out",
    "disputes": "is at odds with it",
    "qualifies": "bears it out in part",
    "mentions": "speaks of it and decides nothing",
}

REASONS = {
    "paraphrase": "a reporter's own words for it",
    "translation": "a translator's words for it",
    "machine_rewording": "reworded by a machine",
    "contradiction": "says otherwise",
    "garbled": "the passage is garbled",
    "anachronism": "the passage speaks of another time",
    "other_paper": "may speak of another paper",
    "partial": "covers a part of it",
    "verdict": "a verdict, not a term",
}

DIRECTNESS = {
    "document_text": "the wording of the paper",
    "named_official": "somebody who is named",
    "anonymous_official": "somebody who is not named",
    "relayed_report": "another outlet's report",
    "analysis": "the author's own reading",
}

REACHES = {
    "named": "this point",
    "topic": "only its subject",
    "collective": "a group of points, none of them named",
}

FIDELITIES = {
    "verbatim": "may be printed as speech",
    "altered": "words inside the quotation were changed",
    "translated": "spoken in another language",
    "unknown": "not known",
}

VOICES = {
    "self": "the actor speaks",
    "ascribed": "somebody says what the actor wants",
}

ORIGINS = {
    "stated": "the page names its outlet",
    "inferred": "the outlet is guessed from style",
}

SOURCE_STATUSES = {
    "live": "stands as published",
    "corrected": "was corrected since",
    "withdrawn": "was withdrawn",
}

ACTOR_KINDS = {
    "state": "a state",
    "organisation": "an organisation of states or another body",
    "person": "a named person",
    "group": "unnamed persons who are spoken of as one",
    "outlet": "a publisher",
    "doc": "a document",
    "collective": "several actors under one name",
}

POSITION_STANCES = {
    "proposes": "puts it forward",
    "asks": "asks about it, or asks others for it",
    "warns": "warns against it, or of what follows from it",
    "accepts": "accepts it",
    "accepts_with_conditions": "accepts it on conditions",
    "open": "leaves it open",
    "objects": "objects to it",
    "rejects": "rejects it",
}

MANNERS = {
    "de_facto": "in fact",
    "gradual": "step by step",
    "de_jure": "in law",
}

BASES = {
    "curated": "entered by a person",
    "extracted": "extracted from the text by rule",
}
