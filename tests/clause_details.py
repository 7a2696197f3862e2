"""Pairs of clauses on what the words around a figure, an event or a list do to a duty.

Invented; each row the old clause, the new one, and the changes as `kind effect`; an empty list means the same.
"""

DETAILS: list[tuple[str, str, list[str]]] = [
    # a share in place of the whole, and a figure in place of all
    ("Arland shall return all prisoners.", "Arland shall return half of the prisoners.", ["quantity-lowered weakened"]),
    (
        "The rebels shall hand in all their guns.",
        "The rebels shall hand in a third of their guns.",
        ["quantity-lowered weakened"],
    ),
    (
        "The rebels will hand in 80 percent of their weapons.",
        "The rebels will hand in all of their weapons.",
        ["quantity-raised strengthened"],
    ),
    ("Sareth shall free every captive.", "Sareth shall free 40 captives.", ["quantity-fixed weakened"]),
    ("Ostra shall reduce its garrison.", "Ostra shall reduce its garrison by half.", ["quantity-fixed strengthened"]),
    # one thing where there were several
    (
        "Ostra has the right to keep two radar stations.",
        "Ostra has the right to keep one radar station.",
        ["quantity-lowered weakened"],
    ),
    ("Belmark shall open three crossings.", "Belmark shall open a crossing.", ["quantity-lowered weakened"]),
    ("Velm shall build a school.", "Velm shall build six schools.", ["quantity-raised strengthened"]),
    # *up to* and a figure, wherever the verb stands
    (
        "The Council may keep an armed force of up to 12,000 fighters.",
        "The Council may keep an armed force of up to 9,000 fighters.",
        ["quantity-lowered strengthened"],
    ),
    (
        "Arland may build a fleet of up to six ships.",
        "Arland may build a fleet of up to ten ships.",
        ["quantity-raised weakened"],
    ),
    (
        "Velm shall set aside a reserve of up to 40 million crowns.",
        "Velm shall set aside a reserve of up to 50 million crowns.",
        ["quantity-raised weakened"],
    ),
    # what is allowed is a ceiling
    (
        "Arland may station 500 guards at the dam.",
        "Arland may station 800 guards at the dam.",
        ["quantity-raised weakened"],
    ),
    (
        "The harbour police may carry 30 rifles.",
        "The harbour police may carry 20 rifles.",
        ["quantity-lowered strengthened"],
    ),
    # one bound for all figures of a list
    (
        "Belmark shall hold no more than 40 tanks and 100 guns.",
        "Belmark shall hold no more than 40 tanks and 80 guns.",
        ["quantity-lowered strengthened"],
    ),
    (
        "Velm may keep at most 10 ships, 20 planes and 30 boats.",
        "Velm may keep at most 10 ships, 20 planes and 40 boats.",
        ["quantity-raised weakened"],
    ),
    (
        "Donors shall send at least 50 doctors and 200 nurses.",
        "Donors shall send at least 50 doctors and 150 nurses.",
        ["quantity-lowered weakened"],
    ),
    (
        "Arland shall buy at most 40 tanks and sell 20 guns.",
        "Arland shall buy at most 40 tanks and sell 30 guns.",
        ["quantity-raised strengthened"],
    ),
    # how long: what would have lasted ends
    (
        "Arland guarantees the security of Belmark.",
        "Arland guarantees the security of Belmark for ten years.",
        ["quantity-fixed weakened"],
    ),
    (
        "The parties shall observe the truce for a period of 90 days.",
        "The parties shall observe the truce.",
        ["quantity-unfixed strengthened"],
    ),
    ("Ostra shall not test missiles.", "Ostra shall not test missiles for five years.", ["quantity-fixed weakened"]),
    ("Kem shall send engineers.", "Kem shall send engineers for twelve months.", ["quantity-fixed mixed"]),
    # over how long: later is less
    (
        "Ostran forces shall withdraw over a period of 90 days.",
        "Ostran forces shall withdraw over a period of 120 days.",
        ["quantity-raised weakened"],
    ),
    (
        "Arland shall pay 5 million crowns over ten years.",
        "Arland shall pay 5 million crowns over five years.",
        ["quantity-lowered strengthened"],
    ),
    (
        "Arland shall lease the quay for over ten years.",
        "Arland shall lease the quay for over five years.",
        ["quantity-lowered weakened"],
    ),
    # shares that several hold: nobody is bound more
    (
        "Water shall be shared 60 per cent to Arland and 40 per cent to Velm.",
        "Water shall be shared 40 per cent to Arland and 60 per cent to Velm.",
        ["quantity-lowered mixed", "quantity-raised mixed"],
    ),
    (
        "The tolls shall be shared equally.",
        "The tolls shall be shared 60 to 40 in favour of Velm.",
        ["object-changed mixed", "quantity-fixed mixed"],
    ),
    (
        "Electricity will be divided equally.",
        "60 per cent of the electricity will go to Velm.",
        ["quantity-fixed mixed"],
    ),
    # what something is made of
    (
        "The Commission shall consist of seven members.",
        "The Commission shall consist of nine members.",
        ["quantity-raised mixed"],
    ),
    (
        "A mission of 300 monitors shall verify compliance.",
        "A mission of 150 monitors shall verify compliance.",
        ["quantity-lowered mixed"],
    ),
    (
        "A joint panel of three judges shall hear appeals.",
        "A joint panel of five judges shall hear appeals.",
        ["quantity-raised mixed"],
    ),
    # how far away a ban reaches
    (
        "Corva shall not build within 12 nautical miles of the reef.",
        "Corva shall not build within 24 nautical miles of the reef.",
        ["quantity-raised strengthened"],
    ),
    (
        "No drone shall fly within 10 km of the line.",
        "No drone shall fly within 5 km of the line.",
        ["quantity-lowered weakened"],
    ),
    (
        "Guns shall not be placed closer than 20 km to the line.",
        "Guns shall not be placed closer than 30 km to the line.",
        ["quantity-raised strengthened"],
    ),
    # a figure that says of what kind
    ("Enrichment above 5% shall cease.", "Enrichment above 3.67% shall cease.", ["quantity-lowered mixed"]),
    (
        "Belmark shall destroy all missiles with a range of more than 300 km.",
        "Belmark shall destroy all missiles with a range of more than 200 km.",
        ["quantity-lowered mixed"],
    ),
    (
        "Velm shall not acquire missiles with a range of more than 300 km.",
        "Velm shall not acquire missiles with a range of more than 200 km.",
        ["quantity-lowered strengthened"],
    ),
    # flows
    (
        "Corva shall release at least 300 cubic metres a second.",
        "Corva shall release at least 250 cubic metres a second.",
        ["quantity-lowered weakened"],
    ),
    # at once, counted from an event
    (
        "The truce shall begin immediately upon signature.",
        "The truce shall begin immediately after ratification.",
        ["deadline-changed mixed"],
    ),
    (
        "Arland shall free the crew within ten days of signature.",
        "Arland shall free the crew immediately upon signature.",
        ["deadline-earlier strengthened"],
    ),
    ("Prisoners shall be freed immediately after the vote.", "Prisoners shall be freed forthwith upon the vote.", []),
    # at least so long before
    (
        "Ships shall give notice at least 48 hours before entering.",
        "Ships shall give notice at least 24 hours before entering.",
        ["deadline-later weakened"],
    ),
    (
        "The list shall be published no later than 30 days before the vote.",
        "The list shall be published no later than 60 days before the vote.",
        ["deadline-earlier strengthened"],
    ),
    (
        "Arland shall close the camps at least two weeks before the vote.",
        "Arland shall close the camps at least 14 days before the vote.",
        [],
    ),
    (
        "Elections shall be held at least 60 days after the truce.",
        "Elections shall be held at least 90 days after the truce.",
        ["condition-changed mixed"],
    ),
    # a date that belongs to the thing
    (
        "No one shall be prosecuted for acts committed before 1 January 2029.",
        "No one shall be prosecuted for acts committed before 1 January 2030.",
        [],
    ),
    # more events to wait for
    (
        "Elections shall be held within 90 days after the withdrawal of troops.",
        "Elections shall be held within 90 days after the withdrawal of troops and the return of refugees.",
        ["deadline-later weakened"],
    ),
    (
        "Sanctions shall be lifted within a year of ratification and disarmament.",
        "Sanctions shall be lifted within a month of ratification.",
        ["deadline-earlier strengthened"],
    ),
    (
        "Elections shall be held within 180 days after the withdrawal of troops.",
        "Elections shall be held within 90 days after the withdrawal of troops and the return of refugees.",
        ["deadline-changed mixed"],
    ),
    (
        "The embargo shall end after the withdrawal of troops.",
        "The embargo shall end after the withdrawal of troops and the return of refugees.",
        ["condition-added weakened"],
    ),
    (
        "The port shall stay closed until the release of the crew and the payment of the fine.",
        "The port shall stay closed until the release of the crew.",
        ["condition-removed strengthened"],
    ),
    (
        "Kem shall reopen the road once the guns have been withdrawn.",
        "Kem shall reopen the road once the guns have been withdrawn and the crew has been freed.",
        ["condition-added weakened"],
    ),
    # consent is no consultation
    (
        "The President shall appoint the governor after consultation with the assembly.",
        "The President shall appoint the governor with the consent of the assembly.",
        ["condition-changed mixed"],
    ),
    # each infinitive of a promise
    (
        "Belmark undertakes to withdraw its troops and to pay compensation.",
        "Belmark undertakes to withdraw its troops.",
        ["term-removed weakened"],
    ),
    (
        "Velm agrees to open the port, to free the crew and to pay a fine of 3 million crowns.",
        "Velm agrees to open the port, to free the crew and to pay a fine of 2 million crowns.",
        ["quantity-lowered weakened"],
    ),
    (
        "Refugees have the right to return to their homes.",
        "Refugees have the right to return to their homes or to receive compensation.",
        ["term-added strengthened"],
    ),
    (
        "Observers are to be allowed to enter the camps.",
        "Observers are to be allowed to enter the camps and to inspect the kitchens.",
        ["term-added strengthened"],
    ),
    # two names that a text tells apart
    (
        "Refugees have the right to return.",
        "Refugees and displaced persons have the right to return.",
        ["bearer-widened strengthened"],
    ),
    ("Refugees have the right to return.", "Displaced persons have the right to return.", []),
    # modifiers that choose
    (
        "Observers shall be deployed along the line.",
        "Unarmed observers shall be deployed along the line.",
        ["object-changed mixed"],
    ),
    ("Belmark shall withdraw its heavy weapons.", "Belmark shall withdraw its weapons.", ["object-changed mixed"]),
    (
        "The patrols shall be made up of armed guards.",
        "The patrols shall be made up of unarmed guards.",
        ["object-changed mixed"],
    ),
    ("Observers shall be unarmed.", "Observers may be armed.", ["action-changed mixed", "modality-changed mixed"]),
    # lists of what something has or is
    (
        "The region shall have its own police and courts.",
        "The region shall have its own police, courts and schools.",
        ["object-changed mixed"],
    ),
    (
        "The official languages shall be Aldish and Torr.",
        "The official language shall be Aldish.",
        ["object-changed mixed"],
    ),
    (
        "Belmark shall return the bells of Orsa and Kem.",
        "Belmark shall return the bells of Orsa.",
        ["object-changed mixed"],
    ),
    # who does it
    ("The dam will be run jointly.", "The dam will be run by Arland alone.", ["bearer-changed mixed"]),
    ("The port is run by Velm.", "The port is run by Kem.", ["bearer-changed mixed"]),
    # a part of a place
    (
        "Arland will withdraw from the Sunnen valley.",
        "Arland will withdraw from the northern part of the Sunnen valley.",
        ["place-narrowed weakened"],
    ),
    (
        "Fishing is banned in the eastern half of the bay of Orsa.",
        "Fishing is banned in the bay of Orsa.",
        ["place-widened strengthened"],
    ),
    (
        "Guards shall be posted throughout Kem.",
        "Guards shall be posted in the southern half of Kem.",
        ["place-narrowed weakened"],
    ),
    # what is only foreseen
    (
        "It is envisaged that Velm will join the union.",
        "Velm shall join the union.",
        ["modality-strengthened strengthened"],
    ),
    ("It is agreed that Velm will join the union.", "Velm shall join the union.", []),
    ("It is hoped that the armies will exchange maps.", "It is expected that the armies will exchange maps.", []),
    # ratios, thresholds of a relative clause, ordinals and hours that count nothing
    (
        "Oil revenue shall be divided in the ratio of 70:30 between the centre and the province.",
        "Oil revenue shall be divided in the ratio of 55:45 between the centre and the province.",
        ["quantity-lowered mixed"],
    ),
    (
        "Those who served less than two years shall be discharged.",
        "Those who served less than three years shall be discharged.",
        ["quantity-raised mixed"],
    ),
    (
        "Depots which hold more than 50 tons shall be sealed.",
        "Depots which hold more than 20 tons shall be sealed.",
        ["quantity-lowered mixed"],
    ),
    ("Salaries shall be paid by the 5th of each month.", "Salaries shall be paid by the 15th of each month.", []),
    ("The ferry shall sail from 6 a.m. to 8 p.m.", "The ferry shall sail from 7 a.m. to 8 p.m.", []),
    # members joined by *or*
    (
        "Velm shall have no nuclear weapons.",
        "Velm shall have no nuclear, chemical or biological weapons.",
        ["object-changed mixed"],
    ),
    (
        "Amnesty shall not extend to war crimes.",
        "Amnesty shall not extend to war crimes or torture.",
        ["object-changed mixed"],
    ),
    ("Sareth shall keep 500 guns or fewer.", "Sareth shall keep no more than 500 guns.", []),
    # languages are no places
    ("Schools shall teach in both languages.", "Schools shall teach in Aldish.", ["object-changed mixed"]),
    # what ends, and when something that ends is waited for
    ("The mandate expires on 1 January 2031.", "The mandate expires on 1 July 2031.", ["deadline-later mixed"]),
    ("The licence shall lapse on 3 May 2032.", "The licence shall lapse on 3 May 2031.", ["deadline-earlier mixed"]),
    (
        "Foreign forces shall leave on the expiry of the mandate.",
        "Foreign forces shall leave before the expiry of the mandate.",
        ["condition-removed strengthened", "deadline-fixed strengthened"],
    ),
    # in how many parts
    (
        "Leth will pay compensation in five equal installments.",
        "Leth will pay compensation in ten equal installments.",
        ["quantity-raised mixed"],
    ),
    ("Ostra shall withdraw in three phases.", "Ostra shall withdraw in two phases.", ["quantity-lowered mixed"]),
    # what is counted ends before the participle that describes it
    (
        "The Unit shall comprise 120 officers seconded by neutral states.",
        "The Unit shall comprise 200 officers seconded by neutral states.",
        ["quantity-raised mixed"],
    ),
    # an event that is no act of a party, and a verb that belongs to another clause
    (
        "Armour shall leave within 60 days of signature.",
        "Armour shall leave within 60 days of signature and the arrival of the observers.",
        ["deadline-later weakened"],
    ),
    (
        "Sanctions will be lifted when the last prisoner has returned home.",
        "Sanctions will be lifted when the last prisoner has returned home and reviewed a year later.",
        [],
    ),
    # those to whom a matter is referred are no place
    (
        "Disputes shall be referred to the Joint Commission.",
        "Disputes shall be referred to the Council of Elders.",
        ["counterparty-changed mixed"],
    ),
    # neutral states are no parties
    ("Donor states shall train the guard.", "The two states shall train the guard.", ["bearer-changed mixed"]),
    ("The two states shall train the guard.", "Both parties shall train the guard.", []),
    # consultation is a condition, and gives nobody anything
    (
        "The League shall appoint the head.",
        "The League shall appoint the head in consultation with the two sides.",
        ["condition-added weakened"],
    ),
    (
        "Velm shall set the tolls in agreement with Kem.",
        "Velm shall set the tolls.",
        ["condition-removed strengthened"],
    ),
    # ages
    (
        "The Parties shall not recruit persons under 18 years of age.",
        "The Parties shall not recruit persons under 16 years of age.",
        ["quantity-lowered weakened"],
    ),
]
