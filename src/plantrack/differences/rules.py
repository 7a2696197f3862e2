"""Every rule by which a difference of words is silenced or named: meaning, examples, near misses, where it was seen.

`plantrack explain` prints these names. A test walks the table: each example must give what the rule does, each near
miss of a silencing rule must not be silent, and no rule is used that does not stand here.
"""

from typing import NamedTuple

SILENCES = "silences"
NAMES = "names"


class Rule(NamedTuple):
    """One rule."""

    name: str
    does: str
    """`silences` or `names`."""
    meaning: str
    """A sentence for people."""
    examples: tuple[tuple[str, str], ...]
    """Pairs of sentences, old and new, where it applies."""
    near_misses: tuple[tuple[str, str], ...] = ()
    """For a rule that silences: pairs that it must not silence."""
    seen: str = ""
    """The agreement or kind of text in which it was seen."""


_ROWS = (
    Rule(
        "spelling", SILENCES, "One word in two spellings, or with and without a hyphen.",
        (("The cease-fire holds.", "The ceasefire holds."), ("The centre is rebuilt.", "The center is rebuilt.")),
        (("The form is kept.", "The farm is kept."),),
        "printings of one text in British and American papers",
    ),
    Rule(
        "marks", SILENCES, "Only punctuation, quotation marks or dashes differ.",
        (("The “zone” is closed.", 'The "zone" is closed.'),),
        (("The zone - not the town - is closed.", "The zone - the town - is closed."),
         ("Guards, who are armed, shall leave.", "Guards who are armed shall leave."),
         ("Arland and Belmark, or Karst, pay.", "Arland, and Belmark or Karst, pay."),
         ("The (armed) guards leave.", "The armed guards leave."),
         ("As regards Oss, the pact applies to the port.", "As regards Oss. The pact applies to the port.")),
        "any two printings",
    ),
    Rule(
        "look-alikes", SILENCES, "Letters of another script stand for Latin ones that look the same.",
        (("Arland shall not pay.", "Arland shall n\u043et pay."), ("A toll is paid.", "\u0410 toll is p\u0430id.")),
        (("Arland shall pay.", "Arland shall n\u043et pay."),),
        "texts typed on keyboards of two scripts, and texts made to mislead a search",
    ),
    Rule(
        "inflection", SILENCES, "One word in two forms: singular and plural, tenses, persons of a verb.",
        (("Movements of troops are reported.", "Movement of troops is reported."),),
        (("The occupied town is fenced.", "The occupying town is fenced."),
         ("Arland opens roads.", "Arland opens a road."),
         ("Guards that occupied Oss leave.", "Guards that occupy Oss leave.")),
        "Annan plan and letter for Syria (2012)",
    ),
    Rule(
        "synonym", SILENCES, "Words of one sense in WordNet that have no more than two senses each.",
        (("The attorney keeps the seal.", "The lawyer keeps the seal."),),
        (("Karst shall guarantee the pact.", "Karst shall assure the pact."),
         ("The truce holds.", "The armistice holds.")),
        "translations of one text",
    ),
    Rule(
        "derivation", SILENCES, "A noun, verb or adjective of one root and one sense.",
        (("Withdrawal from Quill.", "Withdraw from Quill."),),
        (("The employer pays the fee.", "The employee pays the fee."),),
        "headings against sentences",
    ),
    Rule(
        "domain", SILENCES, "Words that agreements use for one thing, beside words that give them that sense.",
        (("Arland shall halt the fighting.", "Arland shall stop the fighting."),
         ("Arland shall execute the plan.", "Arland shall carry out the plan.")),
        (("The force monitors the line.", "The force supervises the line."),
         ("Arland shall execute prisoners.", "Arland shall implement prisoners."),
         ("Karst shall settle refugees.", "Karst shall resolve refugees."),
         ("Halden observes the elections.", "Halden respects the elections.")),
        "drafts and renderings of ceasefires",
    ),
    Rule(
        "number form", SILENCES, "One figure, date, period or share in two forms or units.",
        (("Vael shall lend 25 carts.", "Vael shall lend twenty-five carts."),
         ("It lasts five years.", "It lasts 60 months.")),
        (("Vael shall lend 25 carts.", "Vael shall lend 26 carts."),),
        "treaties that write numbers twice",
    ),
    Rule(
        "name", SILENCES, "One party, body or place under two names: alias, abbreviation, adjective.",
        (("The World Health Organization inspects the wells.", "The WHO inspects the wells."),),
        (("Karst inspects the wells.", "Halden inspects the wells."),),
        "press versions of papers",
    ),
    Rule(
        "same connective", SILENCES, "Connectives, prepositions and quantifiers that say the same.",
        (("Grants are paid provided that the books are open.",
          "Grants are paid on condition that the books are open."),),
        (("It holds until the vote.", "It holds after the vote."), ("With an escort.", "Without an escort."),
         ("The sum due to Karst is paid.", "The sum because of Karst is paid."),
         ("Shares are paid according to need.", "Shares are paid in accordance with need.")),
        "rival translations of one draft",
    ),
    Rule(
        "one force", SILENCES, "Shall, must, will, is to, agrees to, undertakes to, and the plain present: one duty.",
        (("Pelagia undertakes to spare the orchards.", "Pelagia shall spare the orchards."),),
        (("Pelagia shall spare the orchards.", "Pelagia should spare the orchards."),
         ("Pelagia shall spare the orchards.", "Pelagia pledges to spare the orchards."),
         ("No side shall burn the orchards.", "No side agrees to burn the orchards.")),
        "two hands' renderings of Minsk (2015)",
    ),
    Rule(
        "active and passive", SILENCES, "The same act with the same roles in the other voice.",
        (("Tessaly shall repair the weir.", "The weir shall be repaired by Tessaly."),),
        (("Tessaly shall pay Vael.", "Tessaly shall be paid by Vael."),),
        "European and press versions of one paper (2025)",
    ),
    Rule(
        "verb form", SILENCES, "Auxiliaries or an infinitive of one and the same verb.",
        (("The road opens after the mines have been cleared.", "The road opens after the mines are cleared."),),
        (("Belmark is recognised.", "Belmark recognised."), ("Arland has withdrawn.", "Arland withdraws.")),
        "communiques",
    ),
    Rule(
        "noun for the act", SILENCES, "A heading names the act that a sentence tells: reopening of the ferry.",
        (("Reopening of the ferry.", "The ferry shall be reopened."),
         ("If the pact is violated, Arden pays.", "In the event of a violation of the pact, Arden pays.")),
        (("Reopening of the ferry.", "The ferry may be reopened."),
         ("If the council is approved, Arden pays.", "In the event of approval of the council, Arden pays.")),
        "lists of points without verbs",
    ),
    Rule(
        "noun before noun", SILENCES, "Street paving, and the paving of streets.",
        (("Street paving is paid for.", "The paving of streets is paid for."),),
        (("Street paving is paid for.", "The paving of squares is paid for."),),
        "headings of reconstruction plans",
    ),
    Rule(
        "article", SILENCES, "A, an or the, where it decides nothing; never a bare plural against a definite one.",
        (("The rebuilding of the town begins.", "Rebuilding of the town begins."),),
        (("Troops leave from territories they hold.", "Troops leave from the territories they hold."),
         ("Karst sends aid to Oss.", "Karst sends the aid to Oss."),
         ("Karst opens a port in Oss.", "Karst opens the port in Oss.")),
        "UN Security Council resolution 242 shows what it must not silence",
    ),
    Rule(
        "words that decide nothing", SILENCES, "Hereby, herein, also and their like.",
        (("The parties hereby agree to talk.", "The parties agree to talk."),),
        (("The parties only agree to talk.", "The parties agree to talk."),),
        "treaties",
    ),
    Rule(
        "moved words", SILENCES,
        "A date, a condition or a phrase of place or manner that stands elsewhere with the same verb.",
        (("Within ten days, Dunmore shall free the pilots.", "Dunmore shall free the pilots within ten days."),),
        (("If Arland invades Belmark, sanctions return.", "If Belmark invades Arland, sanctions return."),
         ("Halden shall leave Oss and repair the dam if Karst pays.",
          "If Karst pays, Halden shall leave Oss and repair the dam."),
         ("Halden shall free the pilots in Oss.", "In Oss, Halden shall free the pilots.")),
        "redrafts of one clause",
    ),
    Rule(
        "order of a list", SILENCES, "The same members in another order.",
        (("Halden, Karst and Lirien share the cost.", "Lirien, Halden and Karst share the cost."),),
        (("Halden pays Karst.", "Karst pays Halden."),
         ("Halden shall pay the debts of Karst and free the pilots.",
          "Halden shall pay Karst of the debts and free the pilots.")),
        "lists of guarantors",
    ),
    Rule(
        "alias",
        SILENCES,
        "Two names of one thing that the corpus lists in plans/lexicon.yaml.",
        (),
        (),
        "words of one conflict",
    ),
    Rule("corpus", SILENCES, "Words of one sense that the corpus lists in plans/lexicon.yaml.", (), (), "one conflict"),
    Rule(
        "condition as a noun",
        SILENCES,
        "In the event of a flood, and if a flood occurs: a verb that only says that it happens.",
        (("If a flood occurs, the sluices are opened.", "In the event of a flood, the sluices are opened."),),
        (("If a flood recedes, the sluices are opened.", "In the event of a flood, the sluices are opened."),),
        "snap-back clauses",
    ),
    Rule(
        "both parties",
        SILENCES,
        "The parties, both parties, the two sides.",
        (("The parties shall withdraw.", "Both parties shall withdraw."),),
        (("The guards shall withdraw.", "Both guards shall withdraw."),),
        "treaties of two parties",
    ),
    Rule(
        "governed preposition",
        SILENCES,
        "Control of and control over, talks on and talks about: the noun decides, not the preposition.",
        (("Arland keeps control of the dam.", "Arland keeps control over the dam."),),
        (("Arland keeps control of the dam.", "Arland keeps control from the dam."),),
        "US and press versions of one paper (2025)",
    ),
    Rule(
        "possessive",
        SILENCES,
        "The provider's agreements, and the provider agreements.",
        (("The provider's agreements are kept.", "The provider agreements are kept."),
         ("Karst's army leaves the fort.", "The army of Karst leaves the fort.")),
        (("The provider's agreements are kept.", "The agreements are kept."),
         ("Karst's invasion ends.", "The invasion of Karst ends.")),
        "terms of service",
    ),
    Rule(
        "not until",
        SILENCES,
        "Only after, and not until.",
        (("The road is opened only after the vote.", "The road is not opened until the vote."),),
        (("The road is opened only after the vote.", "The road is opened until the vote."),),
        "timetables of withdrawals",
    ),
    Rule("renumbered reference", SILENCES, "A reference follows its point to the number that it bears now.",
         (), (), "any redraft"),
    Rule(
        "sentence for and",
        SILENCES,
        "Two clauses joined by and, and the same as two sentences or two points.",
        (("Arland opens the road and Belmark clears the mines.", "Arland opens the road. Belmark clears the mines."),),
        (("Arland opens the road or Belmark clears the mines.", "Arland opens the road. Belmark clears the mines."),),
        "Minsk (2015) in two translations",
    ),
    Rule(
        "negated subject",
        SILENCES,
        "No party may, and a party may not.",
        (("No guard may enter the marsh.", "A guard may not enter the marsh."),),
        (("No guard may enter the marsh.", "A guard may enter the marsh."),),
        "bans on bases",
    ),
    Rule(
        "labels of a list",
        SILENCES,
        "The label of an item of a list inside a sentence: (a), (ii).",
        (("Ilmar shall (a) clear the canal, (b) mark the reefs.", "Ilmar shall clear the canal, mark the reefs."),),
        (("Ilmar shall (a) clear the canal, (b) mark the reefs.", "Ilmar shall (a) clear the canal."),),
        "lists in treaties",
    ),
    Rule(
        "order of sentences", SILENCES, "A whole sentence that stands elsewhere in its point.",
        (("The bridge is closed. Buses stop in Oss.", "Buses stop in Oss. The bridge is closed."),),
        (("Buses stop in Oss. Boats go to Marn.", "Buses go to Marn. Boats stop in Oss."),),
        "redrafts of one point",
    ),
    Rule(
        "relative clause", SILENCES, "Persons that fled, and persons who fled; officers dismissed, who were dismissed.",
        (("Persons that fled the war may return.", "Persons who fled the war may return."),
         ("Officers who were dismissed receive a pension.", "Officers dismissed receive a pension.")),
        (("The board says that storms ended the talks.", "The board says who storms ended the talks."),
         ("Officers who were armed leave.", "Officers leave.")),
        "registers of voters",
    ),
    Rule(
        "there is", SILENCES, "There shall be no bases, and the heading: no bases.",
        (("There shall be no amnesty for war crimes.", "No amnesty for war crimes."),),
        (("There may be no amnesty for war crimes.", "No amnesty for war crimes."),),
        "lists of points without verbs",
    ),
    Rule(
        "every and all", SILENCES, "All sites, and every site: not where a figure is dealt out or something is denied.",
        (("The monitors inspect all sites.", "The monitors inspect every site."),),
        (("All parties pay 5 million dollars.", "Every party pays 5 million dollars."),
         ("Arland shall not close all camps.", "Arland shall not close every camp.")),
        "rival drafts of one access clause",
    ),
    Rule(
        "given to", SILENCES, "To pay Vael a sum, and to pay a sum to Vael.",
        (("Tessaly shall pay Vael 5 million dollars.", "Tessaly shall pay 5 million dollars to Vael."),),
        (("Tessaly shall send Vael the fleet.", "Tessaly shall send the fleet from Vael."),),
        "payments and grants of access",
    ),
    Rule("figure", NAMES, "A figure with its unit or noun differs, or was given or made vague.",
         (("The army has at most 600 guns.", "The army has at most 800 guns."),), seen="limits of forces"),
    Rule("time", NAMES, "A deadline, start, duration, interval or date differs, came or went.",
         (("Arland shall withdraw within 30 days.", "Arland shall withdraw within 60 days."),),
         seen="timetables of withdrawals"),
    Rule("reference", NAMES, "An article, resolution, version, year or label that names is another one.",
         (("Both sides carry out Resolution 88.", "Both sides carry out Resolution 91."),), seen="UN resolutions"),
    Rule("force", NAMES, "The same act is bidden, allowed or forbidden with another force.",
         (("Arland shall open the road.", "Arland should open the road."),), seen="European and press versions (2025)"),
    Rule("condition", NAMES, "A condition came, went, or says something else.",
         (("The ferry stops if ice is reported.", "The ferry stops unless ice is reported."),),
         seen="snap-back clauses"),
    Rule("exception", NAMES, "An exception came, went, or says something else.",
         (("All prisoners are freed, except spies.", "All prisoners are freed."),), seen="amnesties"),
    Rule("name", NAMES, "Another party, body or place stands in the same role, or one joined or left.",
         (("Arland shall open the road.", "Belmark shall open the road."),), seen="guarantors"),
    Rule("preposition", NAMES, "To against from, with against without, before the same words.",
         (("Refugees may return to Marn.", "Refugees may return from Marn."),), seen="returns of refugees"),
    Rule("quantifier", NAMES, "All, most, some, only: it holds for more of them, or for fewer.",
         (("All prisoners are freed.", "Some prisoners are freed."),), seen="exchanges of prisoners"),
    Rule("negation", NAMES, "A no or not stands on one side only.",
         (("No restrictions on the army.", "Restrictions on the army."),), seen="April papers (2025)"),
    Rule("contrary", NAMES, "A word against its contrary.",
         (("The board shall raise the rate.", "The board shall lower the rate."),), seen="sanctions lifted or kept"),
    Rule("talk", NAMES, "Talk of an act, or its preparation, stands for the act, or the act for the talk.",
         (("Arland shall consider lifting the embargo.", "Arland shall lift the embargo."),), seen="framework deals"),
    Rule("restriction", NAMES, "Words that narrow what both sides have came or went.",
         (("The isles receive legally binding guarantees.", "The isles receive guarantees."),),
         seen="security guarantees (2025)"),
    Rule("member of a list", NAMES, "A member of a list came or went.",
         (("Halden frees conscripts, stokers and cooks.", "Halden frees conscripts and cooks."),),
         seen="exchanges of prisoners"),
    Rule("role", NAMES, "The same words stand in another role: who pays whom, from where to where.",
         (("The levy is paid by Karst to Halden.", "The levy is paid by Halden to Karst."),),
         seen="who pays for repairs"),
    Rule("passage", NAMES, "A long stretch of words came or went.",
         (("Arland opens the port.",
           "Arland opens the port, so that ships carrying grain and medicine reach the valley."),),
         seen="short printings of European papers (2025)"),
    Rule("sentence", NAMES, "A whole sentence came or went.",
         (("The bridge is closed. Fuel is sold.", "The bridge is closed."),), seen="redrafts"),
)  # fmt: skip

RULES = {(row.does, row.name): row for row in _ROWS}
