"""Pairs of clauses of invented conflicts with what a careful reader finds between them.

Written before the rules were tuned, and not tuned on: a row that fails is listed in `MISSED` with its reason.
Each row: a name, the old clause, the new one, and the changes as `kind effect`; an empty list means the same in other words.
"""

CASES: list[tuple[str, str, str, list[str]]] = [
    # the same in other words
    (
        "passive-and-active",
        "The Coastal League shall dismantle the barriers.",
        "The barriers are to be dismantled by the Coastal League.",
        [],
    ),
    ("must-and-is-obliged", "Ostrava must vacate the fort.", "Ostrava is obliged to vacate the fort.", []),
    ("prohibited-from", "Belmark shall not recruit minors.", "Belmark is prohibited from recruiting minors.", []),
    (
        "ban-by-no",
        "Neither party shall fly drones over the lake.",
        "The parties shall not fly drones over the lake.",
        [],
    ),
    ("abstain", "The rebels shall abstain from attacking convoys.", "The rebels must not attack convoys.", []),
    (
        "endeavour-and-effort",
        "Ostrava shall endeavour to find the missing.",
        "Ostrava shall make every effort to find the missing.",
        [],
    ),
    ("two-hours-forms", "Belmark shall answer within 48 hours.", "Belmark shall answer within two days.", []),
    (
        "three-months",
        "The census shall be held within a quarter of a year.",
        "The census shall be held within three months.",
        [],
    ),
    (
        "date-forms",
        "Belmark shall leave by the 3rd of June 2028.",
        "Belmark shall leave no later than June 3, 2028.",
        [],
    ),
    ("money-forms", "Belmark shall pay USD 5 million to Ostrava.", "Belmark shall pay Ostrava $5,000,000.", []),
    ("money-bn", "Donors shall provide €2.5bn.", "Donors shall provide 2,500 million euros.", []),
    (
        "percent-forms",
        "At least 40 % of seats shall go to the islands.",
        "No less than forty per cent of seats shall go to the islands.",
        [],
    ),
    ("max-forms", "Ostrava shall keep no more than 300 guns.", "Ostrava shall keep a maximum of 300 guns.", []),
    (
        "cap-verb",
        "The army of Ostrava shall not exceed 20,000 soldiers.",
        "Ostrava shall limit its army to 20,000 soldiers.",
        [],
    ),
    (
        "if-in-case",
        "Belmark shall reopen the port if the strike ends.",
        "In case the strike ends, Belmark shall reopen the port.",
        [],
    ),
    (
        "provided-on-condition",
        "The fleet shall sail home provided that the strait is safe.",
        "The fleet shall sail home on condition that the strait is safe.",
        [],
    ),
    ("except-but", "All prisons except Dalmor shall close.", "All prisons, apart from Dalmor, shall close.", []),
    (
        "asap-forms",
        "Belmark shall withdraw as soon as possible.",
        "Belmark shall withdraw at the earliest possible date.",
        [],
    ),
    (
        "immediately-forms",
        "All captives shall be freed without delay.",
        "All prisoners shall be released immediately.",
        [],
    ),
    (
        "peacetime-forms",
        "In peacetime, Ostrava shall keep two brigades.",
        "Ostrava shall keep two brigades in time of peace.",
        [],
    ),
    (
        "nominal-clause",
        "Ostrava shall withdraw its troops from Dalmor.",
        "Ostrava shall carry out the withdrawal of its troops from Dalmor.",
        [],
    ),
    ("undertakes-pledges", "Belmark undertakes to repair the dam.", "Belmark pledges to repair the dam.", []),
    ("right-forms", "Refugees have the right to return.", "Refugees shall be entitled to return.", []),
    ("permission-forms", "Traders may cross the bridge.", "Traders are allowed to cross the bridge.", []),
    ("alias-org", "The EU shall monitor the vote.", "The European Union shall monitor the vote.", []),
    ("government-of", "The Government of Belmark shall pay the pensions.", "Belmark shall pay the pensions.", []),
    (
        "thousand-words",
        "Ostrava shall release two hundred and fifty prisoners.",
        "Ostrava shall release 250 prisoners.",
        [],
    ),
    ("list-order", "Belmark and Ostrava shall mark the border.", "Ostrava and Belmark shall mark the border.", []),
    (
        "to-whom-order",
        "Belmark shall return the archives to Ostrava.",
        "Belmark shall return to Ostrava the archives.",
        [],
    ),
    ("imperative-noun", "Release of all hostages.", "All hostages shall be released.", []),
    (
        "deadline-front",
        "Within 30 days of signature, Ostrava shall disband the militia.",
        "Ostrava shall disband the militia within 30 days of signature.",
        [],
    ),
    ("commence", "The mission shall commence patrols in Dalmor.", "The mission shall begin patrols in Dalmor.", []),
    ("set-up", "A truth commission shall be set up.", "The parties shall establish a truth commission.", []),
    # quantities
    (
        "cap-raised-passive",
        "The fleet shall be capped at 12 ships.",
        "The fleet shall be capped at 15 ships.",
        ["quantity-raised weakened"],
    ),
    (
        "up-to-lowered",
        "Belmark may keep up to 500 guards.",
        "Belmark may keep up to 400 guards.",
        ["quantity-lowered strengthened"],
    ),
    (
        "floor-fell",
        "Donors shall give not less than $90 million.",
        "Donors shall give not less than $70 million.",
        ["quantity-lowered weakened"],
    ),
    (
        "percent-raised",
        "The islands shall keep a minimum of 30% of the revenue.",
        "The islands shall keep a minimum of 45% of the revenue.",
        ["quantity-raised strengthened"],
    ),
    (
        "range-moved",
        "Ostrava shall send 200 to 300 officers.",
        "Ostrava shall send 250 to 350 officers.",
        ["quantity-raised mixed"],
    ),
    (
        "duration-shorter",
        "Belmark shall lease the base for fifteen years.",
        "Belmark shall lease the base for a decade.",
        ["quantity-lowered weakened"],
    ),
    (
        "bound-flipped",
        "The mission shall have at least 60 members.",
        "The mission shall have at most 60 members.",
        ["quantity-bound-changed mixed"],
    ),
    (
        "vague-now",
        "Ostrava shall free 80 detainees.",
        "Ostrava shall free several detainees.",
        ["quantity-unfixed weakened"],
    ),
    (
        "fixed-now",
        "The fund shall hold a substantial sum.",
        "The fund shall hold 30 million euros.",
        ["quantity-fixed strengthened"],
    ),
    (
        "currency",
        "Belmark shall pay 7 million pounds.",
        "Belmark shall pay 7 million dollars.",
        ["quantity-unit-changed mixed"],
    ),
    (
        "distance",
        "Guns shall be moved back 10 km from the line.",
        "Guns shall be moved back 15 km from the line.",
        ["quantity-raised strengthened"],
    ),
    (
        "exactly",
        "Belmark shall send up to 90 doctors.",
        "Belmark shall send exactly 90 doctors.",
        ["quantity-bound-changed strengthened"],
    ),
    (
        "ban-figure",
        "Ostrava shall not keep more than 40 tanks.",
        "Ostrava shall not keep more than 60 tanks.",
        ["quantity-raised weakened"],
    ),
    (
        "half",
        "Belmark shall hand over half of its rockets.",
        "Belmark shall hand over 70 percent of its rockets.",
        ["quantity-raised strengthened"],
    ),
    # deadlines
    (
        "earlier",
        "Ostrava shall leave Dalmor within three months.",
        "Ostrava shall leave Dalmor within six weeks.",
        ["deadline-earlier strengthened"],
    ),
    (
        "later-date",
        "The vote shall be held by 1 May 2029.",
        "The vote shall be held by 15 September 2029.",
        ["deadline-later weakened"],
    ),
    (
        "at-once-to-days",
        "Hostilities shall cease at once.",
        "Hostilities shall cease within five days.",
        ["deadline-later weakened"],
    ),
    (
        "opened",
        "Belmark shall ratify within a year.",
        "Belmark shall ratify in due course.",
        ["deadline-opened weakened"],
    ),
    (
        "dropped",
        "The camps shall be closed within 90 days.",
        "The camps shall be closed.",
        ["deadline-opened weakened"],
    ),
    (
        "set",
        "The camps shall be closed.",
        "The camps shall be closed by 31 March 2030.",
        ["deadline-fixed strengthened"],
    ),
    (
        "event-swapped",
        "The road shall open within ten days of the ceasefire.",
        "The road shall open within ten days of the election.",
        ["deadline-changed mixed"],
    ),
    # modality
    (
        "shall-to-may",
        "Belmark shall station guards at the dam.",
        "Belmark may station guards at the dam.",
        ["modality-changed mixed"],
    ),
    (
        "will-to-seek",
        "Ostrava will end the blockade.",
        "Ostrava will seek to end the blockade.",
        ["modality-weakened weakened"],
    ),
    (
        "should-to-must",
        "The press should have access to the trials.",
        "The press must have access to the trials.",
        ["modality-strengthened strengthened"],
    ),
    (
        "pledge-to-shall",
        "Ostrava pledges to free the judges.",
        "Ostrava shall free the judges.",
        ["modality-strengthened strengthened"],
    ),
    (
        "duty-to-ready",
        "Belmark shall share its maps.",
        "Belmark is ready to share its maps.",
        ["modality-weakened weakened"],
    ),
    (
        "ban-lifted",
        "Foreign ships shall not enter the bay.",
        "Foreign ships shall enter the bay.",
        ["modality-reversed mixed"],
    ),
    (
        "allowed-to-forbidden",
        "Settlers are permitted to stay.",
        "Settlers are not permitted to stay.",
        ["modality-reversed mixed"],
    ),
    (
        "cannot",
        "Belmark can base ships in Dalmor.",
        "Belmark cannot base ships in Dalmor.",
        ["modality-reversed mixed"],
    ),
    # conditions, exceptions
    (
        "unless-added",
        "Ostrava shall open the gate.",
        "Ostrava shall open the gate unless it is attacked.",
        ["condition-added weakened"],
    ),
    (
        "consent",
        "Patrols may enter the villages.",
        "Patrols may enter the villages with the consent of the elders.",
        ["condition-added weakened"],
    ),
    (
        "subject-to",
        "The dam shall be rebuilt.",
        "Subject to the approval of parliament, the dam shall be rebuilt.",
        ["condition-added weakened"],
    ),
    (
        "as-long-as",
        "Belmark shall pay the tariff as long as the pipeline runs.",
        "Belmark shall pay the tariff.",
        ["condition-removed strengthened"],
    ),
    (
        "upon",
        "Upon ratification, Ostrava shall free the officers.",
        "Ostrava shall free the officers.",
        ["condition-removed strengthened"],
    ),
    (
        "in-exchange",
        "Belmark shall free the pilots.",
        "Belmark shall free the pilots in exchange for the captured crew.",
        ["condition-added weakened"],
    ),
    (
        "condition-swap",
        "The border shall open if the vote is held.",
        "The border shall open if the army retreats.",
        ["condition-changed mixed"],
    ),
    (
        "exception-save",
        "No ship shall leave Dalmor.",
        "No ship shall leave Dalmor, save hospital ships.",
        ["exception-added weakened"],
    ),
    (
        "exception-gone",
        "All guns, other than sporting rifles, shall be handed in.",
        "All guns shall be handed in.",
        ["exception-removed strengthened"],
    ),
    (
        "exception-swap",
        "All taxes except the salt tax shall end.",
        "All taxes except the road tax shall end.",
        ["exception-changed mixed"],
    ),
    # scope and places
    (
        "wartime-only",
        "Ostrava shall supply fuel.",
        "Ostrava shall supply fuel in wartime.",
        ["scope-narrowed weakened"],
    ),
    (
        "drought-flood",
        "In times of famine Belmark shall open its granaries.",
        "In times of war Belmark shall open its granaries.",
        ["scope-changed mixed"],
    ),
    (
        "place-more",
        "Inspectors shall work in Dalmor.",
        "Inspectors shall work in Dalmor and Vestry.",
        ["place-widened strengthened"],
    ),
    ("place-other", "The court shall sit in Dalmor.", "The court shall sit in Vestry.", ["place-changed mixed"]),
    (
        "place-part",
        "The curfew shall end throughout Ruvia.",
        "The curfew shall end in Eastern Ruvia.",
        ["place-narrowed weakened"],
    ),
    # parties
    ("bearer-swap", "Belmark shall patrol the strait.", "Ostrava shall patrol the strait.", ["bearer-changed mixed"]),
    (
        "bearer-more",
        "Belmark shall fund the school.",
        "Belmark and the Coastal League shall fund the school.",
        ["bearer-widened strengthened"],
    ),
    (
        "bearer-passive",
        "The mines shall be cleared by Belmark and Ostrava.",
        "The mines shall be cleared by Ostrava.",
        ["bearer-narrowed weakened"],
    ),
    (
        "counterparty-swap",
        "Belmark shall hand over the ferries to Ostrava.",
        "Belmark shall hand over the ferries to the Coastal League.",
        ["counterparty-changed mixed"],
    ),
    (
        "counterparty-more",
        "The mission shall report to the Council.",
        "The mission shall report to the Council and the African Union.",
        ["counterparty-widened strengthened"],
    ),
    # acts, things, terms
    ("act", "Belmark shall destroy its rockets.", "Belmark shall sell its rockets.", ["action-changed mixed"]),
    (
        "act-talk",
        "Ostrava shall free the fishermen.",
        "Ostrava shall discuss freeing the fishermen.",
        ["action-changed weakened"],
    ),
    (
        "thing",
        "Ostrava shall return the bells of Dalmor.",
        "Ostrava shall return the icons of Dalmor.",
        ["object-changed mixed"],
    ),
    (
        "term-more",
        "Belmark shall close the camp.",
        "Belmark shall close the camp and compensate the villagers.",
        ["term-added strengthened"],
    ),
    (
        "term-less",
        "Ostrava shall lift the curfew. It shall also pay the teachers.",
        "Ostrava shall lift the curfew.",
        ["term-removed weakened"],
    ),
    (
        "ban-more",
        "Belmark shall keep the strait open.",
        "Belmark shall keep the strait open and shall not charge tolls.",
        ["term-added strengthened"],
    ),
    (
        "proposal",
        "Ostrava shall cede the islet.",
        "Belmark suggests that Ostrava cede the islet.",
        ["term-removed weakened"],
    ),
    (
        "proposal-only-figure",
        "The parties shall continue the talks. Belmark proposes 300 guards.",
        "The parties shall continue the talks. Belmark proposes 500 guards.",
        [],
    ),
    (
        "two-at-once",
        "Belmark shall free 40 pilots within ten days.",
        "Belmark shall free 30 pilots within 20 days.",
        ["quantity-lowered weakened", "deadline-later weakened"],
    ),
    (
        "swapped-sentences",
        "Belmark shall pay $4 million. Ostrava shall pay $9 million.",
        "Ostrava shall pay $9 million. Belmark shall pay $4 million.",
        [],
    ),
]

STATUSES: list[tuple[str, str]] = [
    ("The status of the islet is deferred to the second round.", "deferred"),
    ("[Pending] Belmark shall free the pilots.", "deferred"),
    ("The question of tolls shall be settled in later negotiations.", "deferred"),
    ("The size of the fleet is left to the presidents.", "deferred"),
    ("The parties have not agreed on the course of the border.", "disputed"),
    ("Belmark shall free the pilots. (not agreed)", "disputed"),
    ("The ownership of the mine remains disputed.", "disputed"),
    ("The commission shall settle disputed claims.", "settled"),
    ("Belmark shall free the pilots at a date to be agreed.", "settled"),
    ("If the parties do not agree, the court shall decide.", "settled"),
    ("The army shall be put under civilian control.", "settled"),
]

RENDERINGS: list[tuple[str, str, str]] = [
    # one clause by two hands: nothing but words may differ
    (
        "prisoners",
        "Each side shall set at liberty all prisoners of war in its hands within fifteen days of signature.",
        "All POWs held by either party are to be released no later than 15 days after signing.",
    ),
    (
        "heavy-weapons",
        "Heavy weaponry shall be pulled back at least twenty kilometres from the line of contact.",
        "The parties are to withdraw heavy weapons to a distance of no less than 20 km from the contact line.",
    ),
    (
        "refugees",
        "Refugees and displaced persons shall be able to go home in safety and dignity.",
        "Displaced people and refugees shall have the right to return to their homes safely and with dignity.",
    ),
    (
        "corridor",
        "Humanitarian corridors shall be opened without delay under the supervision of the Red Cross.",
        "The opening of humanitarian corridors, supervised by the Red Cross, must take place immediately.",
    ),
    (
        "commission",
        "A joint commission composed of three members from each side shall be established.",
        "The parties shall set up a joint commission of three representatives of each party.",
    ),
    (
        "neutrality",
        "Belmark shall not join any military bloc.",
        "Belmark undertakes no membership of military alliances; it shall join none.",
    ),
    (
        "dam",
        "The operation of the Sorrel dam shall be entrusted to an international consortium.",
        "An international consortium shall be in charge of operating the Sorrel dam.",
    ),
    (
        "police",
        "Local police, drawn from all communities, shall maintain public order.",
        "Public order shall be kept by local police recruited from every community.",
    ),
    (
        "census",
        "A population census shall be conducted before elections are held.",
        "Before the holding of elections, a census of the population is to be carried out.",
    ),
    (
        "mines",
        "The parties shall hand over maps of minefields to the mission.",
        "Minefield maps shall be given to the mission by the parties.",
    ),
    (
        "observers",
        "Unarmed observers, not more than 150 in number, shall be deployed along the border.",
        "Up to 150 unarmed observers are to be stationed along the frontier.",
    ),
    (
        "courts",
        "Those responsible for war crimes must be brought to justice.",
        "Persons who committed war crimes shall be prosecuted.",
    ),
    (
        "language",
        "The minority language shall have equal status in schools.",
        "In schools, the language of the minority shall enjoy equal standing.",
    ),
    ("trade", "Trade across the river shall be resumed.", "The resumption of cross-river trade is to be ensured."),
    (
        "hotline",
        "A direct line of communication shall be set up between the two commands.",
        "The two commands shall establish a hotline.",
    ),
    (
        "gas",
        "Belmark shall go on supplying gas to Ostrava at the agreed price.",
        "Supplies of gas to Ostrava by Belmark shall continue at the price agreed.",
    ),
    (
        "disarm",
        "Armed groups shall lay down their arms and be integrated into civilian life.",
        "Armed factions are to surrender their weapons and reintegrate into civilian life.",
    ),
    (
        "propaganda",
        "The sides shall put an end to hostile propaganda.",
        "Hostile propaganda shall cease on both sides.",
    ),
    (
        "guarantors",
        "The guarantor powers shall consult each other in the event of a breach.",
        "If there is a breach, the guarantors will hold consultations with one another.",
    ),
    (
        "airspace",
        "The airspace above the zone shall be closed to military flights.",
        "Military aircraft shall not fly over the zone.",
    ),
    (
        "power-station",
        "Electricity from the plant shall be distributed equally between Belmark and Ostrava.",
        "Belmark and Ostrava shall share the plant's electricity equally.",
    ),
    (
        "amnesty",
        "An amnesty shall be granted to all who took part in the uprising.",
        "All participants in the uprising shall be pardoned.",
    ),
    ("assets", "Frozen assets shall be released in stages.", "The frozen assets are to be unblocked step by step."),
    (
        "forces-leave",
        "All foreign troops shall leave the territory of Ruvia.",
        "Foreign forces shall be withdrawn from Ruvian territory.",
    ),
    (
        "reparations",
        "Belmark shall pay compensation to the families of the victims.",
        "The families of victims shall be compensated by Belmark.",
    ),
    (
        "school",
        "Ostrava is to rebuild every school that was destroyed.",
        "Ostrava shall see to the reconstruction of all destroyed schools.",
    ),
    (
        "border",
        "The parties recognise the border of 1974 as inviolable.",
        "The 1974 border is recognised by the parties as inviolable.",
    ),
    (
        "ceasefire",
        "A complete and comprehensive cessation of hostilities shall come into force at midnight.",
        "As of midnight all hostilities shall cease fully and comprehensively.",
    ),
    (
        "elections",
        "Free and fair elections shall take place no later than one hundred days after the agreement enters into force.",
        "Within 100 days of the entry into force of the agreement, free and fair elections shall be held.",
    ),
    (
        "monitors-access",
        "Monitors shall be given unhindered access to all sites.",
        "Unimpeded access to every site shall be granted to the monitors.",
    ),
    (
        "sanctions",
        "Sanctions against Ruvia shall be lifted gradually.",
        "The sanctions on Ruvia are to be removed in stages.",
    ),
    (
        "veto",
        "Neither side may block the passage of relief goods.",
        "The passage of relief goods may not be obstructed by either side.",
    ),
    (
        "pension",
        "The government will resume the payment of pensions in the district.",
        "Pension payments in the district shall be resumed by the government.",
    ),
    (
        "detainees",
        "The detained sailors shall be handed back to Ostrava.",
        "Belmark shall return the detained sailors to Ostrava.",
    ),
    (
        "constitution",
        "The constitution shall be amended so as to provide for regional autonomy.",
        "Amendments to the constitution shall be adopted providing for autonomy of the regions.",
    ),
]

POINTS: list[tuple[str, str, str, list[str]]] = [
    # longer points with something that did change
    (
        "point-pullback",
        "The two armies shall pull back from the Sorrel line within 21 days. The vacated strip shall be patrolled by the joint police.",
        "Within five weeks both armies are to withdraw from the Sorrel line. The joint police shall patrol the strip they leave.",
        ["deadline-later weakened"],
    ),
    (
        "point-fund",
        "Donors shall set up a fund of at least $800 million for the rebuilding of Dalmor; it shall be run by the World Bank.",
        "A fund of no less than $650 million for the reconstruction of Dalmor shall be created by donors; the African Union shall manage it.",
        ["quantity-lowered weakened", "bearer-changed mixed"],
    ),
    (
        "point-prisoners",
        "Belmark shall release all political prisoners, and Ostrava shall free the captured crews.",
        "Belmark shall release all political prisoners except those convicted of murder, and Ostrava shall free the captured crews once the ships are returned.",
        ["exception-added weakened", "condition-added weakened"],
    ),
    (
        "point-force",
        "A force of up to 4,000 peacekeepers shall be deployed in the valley. It may use force in self-defence.",
        "A force of up to 6,000 peacekeepers shall be deployed in the valley and in Dalmor. It may not use force.",
        ["quantity-raised weakened", "place-widened strengthened", "modality-reversed mixed"],
    ),
    (
        "point-border",
        "The border crossings at Vestry and Quill shall reopen for civilians by 1 July 2031.",
        "The border crossing at Vestry shall reopen for civilians as soon as possible.",
        ["deadline-opened weakened", "place-narrowed weakened"],
    ),
    (
        "point-power",
        "The ministries shall be shared: sixty percent for the government, forty percent for the opposition. The parties shall hold talks on the army.",
        "The ministries shall be shared: sixty percent for the government, forty percent for the opposition. The parties shall merge their armies.",
        ["action-changed strengthened"],
    ),
    (
        "point-guarantee",
        "The guarantors should come to the aid of Ruvia if it is attacked.",
        "The guarantors shall come to the aid of Ruvia if it is attacked, unless Ruvia has attacked first.",
        ["modality-strengthened strengthened", "condition-added weakened"],
    ),
    (
        "point-archive",
        "The archives shall be opened to historians and to the families of the missing within two years.",
        "The archives shall be opened to historians within two years.",
        ["counterparty-narrowed weakened"],
    ),
]

MISSED: dict[str, str] = {
    "neutrality": "two clauses that say one thing are read as two norms",
    "dam": "to entrust somebody with a task is not read as that task",
    "airspace": "closing to flights and not flying are opposites of opposites",
    "forces-leave": "a place by its adjective is not the place by its name",
    "elections": "the noun of *take place* is left in the object",
}
"""Rows that fail, and why."""
