"""Comparisons of two texts built by hand: what an engine would say, without one."""

import re

from plantrack.answers.diff import answer_diff
from plantrack.answers.diff_form import DIFF
from plantrack.answers.explain import answer_explanation
from plantrack.answers.two_texts_answer import answer_two_texts
from plantrack.differences.result import Change, Diff, Point, Side, Silenced, Words, WordSpan
from plantrack.matching import Match
from plantrack.model.readings import OutsideLine, Reading
from plantrack.rendering import rendered
from plantrack.rendering.html import as_fragment
from plantrack.rendering.json import as_told

_MARK = re.compile(r"\{(\w+)\|([^{}]*)\}")


def taken_apart(written):
    """`from {a|1 May}` as the text and the spans of each letter."""
    text, spans, end = "", {}, 0
    for mark in _MARK.finditer(written):
        text += written[end : mark.start()]
        spans.setdefault(mark[1], []).append(WordSpan(len(text), len(text) + len(mark[2]), mark[2]))
        text += mark[2]
        end = mark.end()
    return text + written[end:], spans


def two_texts_as_text(diff, *, colour=False, **how):
    return rendered(answer_two_texts(diff, **how), "text", colour=colour)


def two_texts_as_markdown(diff):
    return rendered(answer_two_texts(diff), "markdown")


def two_texts_as_page(diff):
    return rendered(answer_two_texts(diff), "html")


def two_texts_as_html(diff):
    return as_fragment(answer_two_texts(diff))


def two_texts_as_json(diff):
    return as_told(DIFF.answer(diff), answer_two_texts(diff))


def compared_as_text(compared):
    return rendered(answer_diff(compared), "text")


def compared_as_markdown(compared):
    return rendered(answer_diff(compared), "markdown")


def compared_as_page(compared):
    return rendered(answer_diff(compared), "html")


def compared_as_html(compared):
    return as_fragment(answer_diff(compared))


def explanation_as_text(explanation):
    return rendered(answer_explanation(explanation), "text")


class Sample:
    """A diff under construction: pairs of points in the order of both texts."""

    def __init__(self, old=("january.md", "A paper"), new=("march.md", "A paper (revised)"), **fields):
        self.sides = {
            "old": Side(ref=old[0], title=old[1], text_basis="full_text", points=None),
            "new": Side(ref=new[0], title=new[1], text_basis="full_text", points=None),
        }
        self.fields = {"clock": "document", "relation": "revision", "assumed": True} | fields
        self.points = {"old": {}, "new": {}}
        self.outside = {"old": [], "new": []}
        self.matches, self.changes, self.silenced = [], [], []

    def pair(self, old=None, new=None, *, title=None, silent=0, **changes):
        """A point of both texts, or of one: `("3", "words with {a|marks}")`; changes by the letters of their marks."""
        spans, ids = {"old": {}, "new": {}}, {"old": (), "new": ()}
        numbers = {"old": (), "new": ()}
        for side, held in (("old", old), ("new", new)):
            if held is None:
                continue
            number, written = held
            text, spans[side] = taken_apart(written) if written is not None else (None, {})
            one = f"{side}-{len(self.points[side]) + 1}"
            parent = next(
                (p.id for p in self.points[side].values() if number and p.number == number.rpartition(".")[0]), None
            )
            self.points[side][one] = Point(id=one, number=number, parent=parent, title=title, text=text)
            ids[side], numbers[side] = (one,), (number,)
        if old and new:
            self.matches.append(Match(old_ids=ids["old"], new_ids=ids["new"], by="likeness", score=0.9))
        where = {"old_ids": ids["old"], "new_ids": ids["new"], "old": numbers["old"], "new": numbers["new"]}
        if old is None or new is None:
            kind = "provision-removed" if old else "provision-added"
            self.changes.append(Change(kind=kind, **where))
        for letter, fields in changes.items():
            words = Words(old=tuple(spans["old"].get(letter, ())), new=tuple(spans["new"].get(letter, ())))
            self.changes.append(made({"words": words} | where | fields))
        self.silenced += [Silenced(rule="words of one sense", words=Words(), **where)] * silent
        return self

    def line(self, old=None, new=None, *, place="preamble"):
        """A line outside the points that differs."""
        texts, spans = {"old": None, "new": None}, {"old": (), "new": ()}
        for side, written in (("old", old), ("new", new)):
            if written is not None:
                texts[side], found = taken_apart(written)
                spans[side] = tuple(found.get("a", ()))
                self.outside[side].append(OutsideLine(place=place, text=texts[side]))
        self.changes.insert(
            0,
            made(
                {"kind": "outside-changed", "place": place, "before": texts["old"], "after": texts["new"],
                 "words": Words(old=spans["old"], new=spans["new"])}
            ),
        )  # fmt: skip
        return self

    def diff(self, **fields):
        points = {side: tuple(held.values()) for side, held in self.points.items()}
        return Diff(
            old=self.sides["old"], new=self.sides["new"], matches=tuple(self.matches), changes=tuple(self.changes),
            silenced=tuple(self.silenced), points_old=points["old"], points_new=points["new"],
            outside_old=tuple(self.outside["old"]), outside_new=tuple(self.outside["new"]),
            reading_old=Reading(form="numbered points"), reading_new=Reading(form="numbered points"),
            numbers={f"{side}:{point.id}": point.number for side in points for point in points[side]},
            **(self.fields | fields),
        )  # fmt: skip


def made(fields):
    unknown = fields["kind"] in ("wording-unexplained", "outside-changed")
    return Change(**({"effect": None, "certainty": None if unknown else "certain"} | fields))


def unexplained(**fields):
    return {"kind": "wording-unexplained", **fields}


def karsk():
    """The valley of Karsk, which is invented."""
    sample = Sample(
        ("january.md", "Framework for peace in the Karsk valley"),
        ("march.md", "Karsk valley peace framework (revised)"),
    )
    sample.line("{a|Signed} in Oslo by both governments.", "{a|Initialled} in Oslo by both governments.")
    sample.pair(
        ("1", "The parties shall observe a complete ceasefire from {a|1 May 2027}."),
        ("1", "A full ceasefire is to be observed by both sides as of {a|15 May 2027}."),
        title="Ceasefire", silent=3,
        a={"kind": "deadline-later", "part": "start", "before": "1 May 2027", "after": "15 May 2027"},
    )  # fmt: skip
    sample.pair(
        ("1.a", "Heavy weapons are pulled back {a|20 km} from the line within {b|two weeks}."),
        ("1.a", "Heavy weapons shall be withdrawn {a|at least 30 km} from the line within {b|30 days}."),
        silent=2,
        a={"kind": "quantity-raised", "part": "distance", "before": "20 km", "after": "at least 30 km"},
        b={"kind": "deadline-later", "before": {"words": "two weeks", "converted": "14 days"}, "after": "30 days"},
    )  # fmt: skip
    sample.pair(
        ("1.b", "Violations are reported to the Joint Commission."),
        ("1.b", "The Joint Commission{a|, assisted by OSCE monitors,} receives reports of violations."),
        silent=1, a=unexplained(),
    )  # fmt: skip
    sample.pair(("2", "Vardia recognises the independence of Ostrava."))
    sample.pair(
        ("3", "Ostrava will hold a referendum on its status {a|no later than 31 December 2028} under {b|UN} supervision."),
        ("2", "A referendum on the status of Ostrava will be organised by Ostrava under {b|OSCE} supervision {a|by the end of 2029}."),
        silent=1,
        a={"kind": "deadline-later", "before": "31 December 2028", "after": "end of 2029"},
        b={"kind": "bearer-changed", "part": "who supervises", "before": "United Nations", "after": "OSCE"},
    )  # fmt: skip
    sample.pair(
        ("4", "Vardia may keep {a|up to 1,500} peacekeepers in the Karsk valley for {b|five} years."),
        ("3", "For a period of {b|three} years Vardia has the right to maintain peacekeepers, {a|not more than 800}, in the Karsk valley."),
        silent=1,
        a={"kind": "quantity-lowered", "part": "ceiling", "before": "1,500", "after": "800",
           "delta": {"absolute": -700, "relative": -700 / 1500}},
        b={"kind": "quantity-lowered", "part": "duration", "before": "five years", "after": "three years"},
    )  # fmt: skip
    sample.pair(
        ("5", "{b|The parties agree to} release all prisoners of war{a|, except those convicted of war crimes}."),
        ("4", "All prisoners of war are freed."),
        silent=1, a={"kind": "exception-removed"}, b=unexplained(part="who frees them is not said"),
    )  # fmt: skip
    sample.pair(
        ("6", "The airport of Karsk {a|is placed under international administration}."),
        ("5", "Karsk airport {a|remains under the control of Ostrava; the OSCE may inspect it}."),
        a=unexplained(),
    )
    sample.pair(
        ("7", "{a|Neither party} shall join a military alliance {b|directed against the other}."),
        ("6", "{a|Ostrava shall not} enter any military alliance."),
        silent=1,
        a={"kind": "bearer-narrowed", "before": "both parties", "after": "Ostrava"},
        b={"kind": "restriction-removed", "effect": "strengthened", "force": "prohibition"},
    )  # fmt: skip
    sample.pair(
        ("8", "Ostrava guarantees the rights of the Vardian minority{a|, including schooling in Vardian}."),
        ("7", "The rights of the Vardian minority are guaranteed by Ostrava."),
        silent=1, a={"kind": "scope-narrowed", "part": "item", "before": "including schooling in Vardian"},
    )  # fmt: skip
    sample.pair(None, ("8", "Disputes go to arbitration in The Hague."))
    return sample
