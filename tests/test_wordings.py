"""Two sentences, and what a careful reader would be told of them: by class, as real papers showed them.

`loud`: something is named or left unexplained. `same`: every difference is silenced. Anything else is a kind of change
that must be named; after `!` stand kinds that must not be. All sentences are invented.
"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "laws"))
from ledger_checks import assert_accounted_for, compared

ROWS = """
# who does what in a condition
If Arland invades Belmark, all sanctions return. | If Belmark invades Arland, all sanctions return. | condition-changed
The road opens once Arland leaves Marn. | The road opens once Arland does not leave Marn. | condition-changed
Funds are kept until Arland compensates Belmark. | Funds are kept until Belmark compensates Arland. | condition-changed
If Arland attacks Belmark, sanctions return. | If Arland attacks Belmark or opens fire on it without provocation, sanctions return. | condition-changed
# polarity
No restrictions on the army of Belmark. | Restrictions on the army of Belmark. | modality-reversed
Arland shall supply gas to Belmark. | Arland shall no longer supply gas to Belmark. | modality-reversed
Arland undertakes not to fire. | Arland undertakes not not to fire. | loud
Arland undertakes not to fire. | Arland undertakes not to not fire. | loud
Arland undertakes not to fire. | Arland undertakes not to no fire. | loud
The president shall not dissolve the house. | The president shall not no dissolve the house. | loud
Arland shall not recruit persons under eighteen. | Arland shall not recruit persons not under eighteen. | quantity-bound-changed
Arland shall use its best efforts to pay. | Arland shall use no efforts to pay. | loud
Arland spares no effort to pay. | Arland makes every effort to pay. | same
Recruits shall not be under 18 years. | Recruits shall be at least 18 years. | loud !modality-reversed
Arland shall allow inspections. | Arland shall refuse inspections. | action-changed
Arland shall lift the blockade. | Arland shall keep the blockade. | loud
# one side only
Belmark receives legally binding guarantees. | Belmark receives guarantees. | restriction-removed
A permanent ceasefire is declared. | A temporary ceasefire is declared. | loud
Arland shall withdraw its troops. | Arland shall temporarily withdraw its troops. | loud
Arland accepts the plan. | Arland accepts the plan in principle. | restriction-added
Arland shall withdraw its troops. | Arland shall withdraw its troops in part. | restriction-added
Arland shall free all prisoners. | Arland shall free all prisoners where possible. | loud
The force is deployed. | The force is deployed under the supervision of the Mission. | restriction-added
Arland opens the shoals. | Arland opens the shoals without prejudice to its claims. | loud
Arland opens the shoals. | Arland opens the shoals in accordance with its law. | restriction-added
The parties declare an unconditional ceasefire. | The parties declare a ceasefire. | restriction-removed
# an adjective or adverb that went, beside words that say something else
The two camps undertake a total and unconditional truce on land and at sea. | Arland and Belmark undertake to observe a truce on land and at sea. | restriction-removed
The camps in Oss hold a friendly foreign garrison and its guns. | The camps in Oss host a foreign garrison and its guns. | restriction-removed
Arland unconditionally frees all deported pilots. The work is backed by Karst. | Arland frees all kidnapped pilots, with the work watched over by Karst. | restriction-removed
The freed towns of Marn choose a council by vote. | The towns of Marn that were freed choose a council by vote. | loud !restriction-removed
The guards leave those empty posts along the river. | The guards leave the posts along the river that are empty. | loud !restriction-removed
Arland shall build a lasting bridge over the Wend. | Arland shall build a bridge that lasts over the Wend. | loud !restriction-removed
The pact provides for autonomy of the regions in all matters. | The pact provides for regional autonomy in all matters. | loud !restriction-added
Arland and Belmark shall together run the ferry. | Arland and Belmark shall jointly run the ferry. | loud !restriction-added
Arland pays, and Karst too. | Arland pays, and Karst. | loud !restriction-removed
Arland pays too many guards. | Arland pays many guards. | loud
# words that say the same, and words that nearly do
Arland shall not shell towns under any circumstances. | Arland shall not shell towns. | same
Arland may shell towns under any circumstances. | Arland may shell towns. | loud
The guards stay at the post in case of an attack. | The guards stay at the post if an attack occurs. | loud
Fuel is stored in case of a siege. | Fuel is stored in the event of a siege. | loud
In case of a siege, fuel is sold. | If there is a siege, fuel is sold. | same
If there is no siege, fuel is sold. | In case of a siege, fuel is sold. | loud
Karst recognises in law the annexation. | Karst recognises de jure the annexation. | same
Karst recognises in law the annexation. | Karst recognises de facto the annexation. | loud
Belmark is given guarantees by treaty. | Belmark receives guarantees by treaty. | same
Belmark is given a warning. | Belmark receives a guarantee. | loud
Both parties shall at once enter into talks. | Both parties shall at once start talks. | same
Both parties shall at once enter the port. | Both parties shall at once start the port. | loud
Arland shall execute the prisoners. | Arland shall implement the prisoners. | loud
# an act or an adjective that is joined to another by *and*
The Mission shall verify and report breaches of the truce. | The Mission shall report breaches of the truce. | term-removed
The Front shall disarm its fighters. | The Front shall disarm and demobilise its fighters. | term-added
Arland shall supply water and power to Oss. | Arland shall supply power to Oss. | scope-narrowed !term-removed
Arland shall begin and start the works. | Arland shall start the works. | loud !term-removed
The camps commit to a total and lasting truce. | The camps commit to a lasting truce. | restriction-removed
The camps commit to a total and lasting truce. | The camps commit to a lasting truce in all its parts. | loud
# a clause that tells which are meant
Displaced persons may return to their homes. | Displaced persons who left after 2019 may return to their homes. | restriction-added !deadline-fixed
Mines that were laid before 1990 shall be cleared. | Mines shall be cleared. | restriction-removed !deadline-opened
The Council, which meets in Oss, shall decide on all claims. | The Council shall decide on all claims. | loud !restriction-removed
Arland leaves the positions held on 1 August. | Arland leaves the positions held on 1 September. | reference-changed !deadline-later
The vote is held on 1 August. | The vote is held on 1 September. | deadline-later
# a time that moved beside an exception that went
Pilots are freed on both sides within three weeks, except spies. | Pilots are freed within three weeks on both sides. | exception-removed !deadline-opened
# a duty, and what is only proposed
Arland shall open the port to ships by May. | Belmark proposes that Arland open the port to ships by May. | term-removed !bearer-changed
Belmark calls on Arland to open the port to all ships. | Arland shall open the port to all ships. | term-added !bearer-changed
Arland shall open the port at the request of Belmark. | Belmark may request that Arland open the port. | loud !term-removed
Belmark urges Arland to open the port to ships. | Belmark proposes that Arland open the port to ships. | loud !term-removed
# a clause of its own, joined by *and*
Belmark keeps sending food. | Belmark sends food and arms to the guards of Oss so that they hold the line, since they will be the first to meet an attack. | term-added
# quantifiers
All prisoners are released. | Some prisoners are released. | quantifier-narrowed
All prisoners are released. | Most prisoners are released. | quantifier-narrowed
Not all prisoners are released. | All prisoners are released. | loud
The army may enter Marn. | Only the army may enter Marn. | quantifier-narrowed
Any party may call a meeting. | Every party may call a meeting. | loud
Both parties pay. | Neither party pays. | modality-reversed
All courts shall hear such cases. | No courts shall hear such cases. | modality-reversed
Either party may leave the pact. | Neither party may leave the pact. | modality-reversed
No party may enter without leave. | Any party may enter with leave. | ! modality-reversed
Karst returns the seized ships. | Karst returns most of the seized ships. | quantifier-narrowed
Karst returns some of the seized ships. | Karst returns the seized ships. | quantifier-widened
Karst returns one of the ships. | Karst returns one ship. | ! quantifier-widened
# function words
Convoys pass with observers. | Convoys pass without observers. | restriction-changed
All officials, including judges, stay. | All officials, excluding judges, stay. | exception-changed
Arland shall clear mines and open roads. | Arland shall clear mines or open roads. | loud
The law lasts before the elections. | The law lasts after the elections. | condition-changed
The law lasts until the elections. | The law lasts after the elections. | condition-changed
Refugees may return to Marn. | Refugees may return from Marn. | place-changed
The parties act each. | The parties act together. | loud
# who has what say
The head is named with the consent of Arland. | The head is named in consultation with Arland. | restriction-changed
The head is named with the consent of Arland. | The head is named with the approval of Arland. | same
The fleet is sent at the request of Arland. | The fleet is sent on the advice of Arland. | restriction-changed
# narrowing a ban
No foreign troops shall be stationed. | No foreign combat troops shall be stationed. | restriction-added
Arland shall have no bases. | Arland shall have no permanent bases. | loud
# identifiers
The border of 1991 is kept. | The border of 2014 is kept. | reference-changed ! quantity-raised
The guarantee is like Article 5. | The guarantee is like Article 4. | reference-changed ! quantity-lowered
Troops withdraw to the line of 1 May. | Troops withdraw to the line of 19 September. | loud
Both carry out resolution 242. | Both carry out resolution 338. | reference-changed ! quantity-raised
# figures
Arland pays 100 million crowns a year. | Arland pays 100 million crowns. | loud
Arland withdraws within 30 working days. | Arland withdraws within 30 days. | loud
The tax is due per quarter. | The tax is due per year. | loud
The board meets once a month. | The board meets twice a month. | loud
The tax rises by 5 percentage points. | The tax rises by 5 per cent. | loud
Troops stay at least 500 feet away. | Troops stay at least 500 yards away. | quantity-raised
Fire stops at 00:00 on 1 May 2030. | Fire stops at 06:00 on 1 May 2030. | loud
Arland frees thirty (30) men. | Arland frees thirty (60) men. | loud
Karst pays the costs of the dam. | Karst pays 40 percent of the costs of the dam. | quantity-fixed
Karst pays two thirds of the costs of the dam. | Karst pays the costs of the dam. | quantity-unfixed
The law is passed no later than 30 June. | The law is passed no earlier than 30 June. | deadline-changed
Guns are drawn back before 4 May 2031. | Guns are drawn back after 4 May 2031. | deadline-changed
Guns are drawn back by 4 May 2031. | Guns are drawn back no later than 4 May 2031. | same
# lists in a sentence
Arland shall (a) cease fire, (b) free prisoners and (c) open roads. | Arland shall (a) cease fire and (b) open roads. | loud
All are freed except those charged with war crimes. | All are freed except those charged with war crimes or terrorism. | exception-changed
Prisoners and detainees are released. | Prisoners are released. | loud
# hedges
Arland shall withdraw from Marn. | Arland expresses its intention to withdraw from Marn. | modality-weakened
Arland recognises the claim to Marn. | Arland takes note of the claim to Marn. | action-changed
Arland will join the customs pact. | Arland will apply to join the customs pact. | action-changed
Arland may keep the forms to apply. | Arland may keep the forms. | ! action-changed
Arland shall demilitarise the valley. | Arland shall support the demilitarisation of the valley. | loud
The bridge is closed. Fuel is sold to both. | The bridge is closed. | term-removed
# numbers that name
Paragraphs 2 and 3 apply. | Paragraphs 2 and 4 apply. | reference-changed ! quantity-raised
The parties return to the 28-point plan. | The parties return to the 19-point plan. | loud ! quantity-lowered
Arland receives F-16 jets. | Arland receives F-18 jets. | loud ! quantity-raised
Version 2.0 is used. | Version 2.1 is used. | reference-changed ! quantity-raised
The talks are on 26-27 September. | The talks are on 3-4 October. | loud ! quantity-lowered
The G8 meets in Oss. | The G7 meets in Oss. | loud ! quantity-lowered
# figures in words
Arland sends one million two hundred thousand sacks. | Arland sends one million three hundred thousand sacks. | quantity-raised
Arland may keep 10 to 20 boats. | Arland may keep 10 to 25 boats. | loud
Arland keeps 12345678901234567.25 crowns. | Arland keeps 12345678901234567.75 crowns. | quantity-raised
Arland sells 500 barrels of oil. | Arland sells 500 gallons of oil. | loud
# force and direction
Officers report every 30 days. | Officers report every 90 days. | loud
Arland shall use best efforts to free them. | Arland shall use reasonable efforts to free them. | modality-weakened
The parties declare their readiness to withdraw. | The parties express their intention to withdraw. | ! modality-strengthened
Arland is not obliged to pay. | Arland shall not pay. | loud
# same in other words
The treaty is deemed invalid. | The treaty is considered null and void. | same
Arland shall not obstruct the work. | Arland shall not stand in the way of the work. | same
The parties commit to a complete ceasefire. | The parties undertake to observe a complete ceasefire. | ! object-changed ! action-changed
Arland may inspect the port. | Arland has the right to inspect the port. | same
The parties will agree on a date. | The parties agree on a date. | same
It is agreed that roads open. | It has been agreed that roads open. | same
The road shall be opened. | The road is to be opened. | same
The lease lasts five years. | The lease lasts 60 months. | same
Fire stops immediately. | Fire stops at once. | same
Extraction of minerals. | Mining of minerals. | ! object-changed
If Arland invades Belmark, sanctions return. | Should Arland invade Belmark, sanctions return. | same
Ukraine's army stays in Kiev. | Ukraine's army stays in Kyiv. | same
The weir is repaired by Arland. | Arland repairs the weir. | same
Arland frees 25 men. | Arland frees twenty-five men. | same
Arland shall free the pilots within ten days. | Within ten days Arland shall free the pilots. | same
"""


def rows():
    found = []
    for line in ROWS.strip().splitlines():
        if line and not line.startswith("#"):
            old, new, expected = (part.strip() for part in line.split(" | "))
            found.append(pytest.param(old, new, expected, id=f"{old[:40]} / {new[-28:]}"))
    return found


@pytest.mark.parametrize(("old", "new", "expected"), rows())
def test_a_reader_is_told_of(old, new, expected):
    found = compared(old, new)
    assert_accounted_for(old, new, found)
    wanted, *barred = (part.strip() for part in expected.split("!"))
    kinds = {change.kind for change in found.changes}
    assert not kinds & set(barred)
    if wanted == "same":
        assert not found.changes, [(change.kind, change.before, change.after) for change in found.changes]
        assert found.silenced
    elif wanted == "loud":
        assert found.changes
    elif wanted:
        assert wanted in kinds, kinds
