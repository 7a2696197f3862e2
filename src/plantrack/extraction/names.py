"""Well-known states, organisations and cities under their several names, as data: the printed form first.

Only what a reader of any text would know without a registry; a registry of actors goes before. `+` marks adjectives.
"""

OR = " or "
"""Between the ids of those of whom either may do it: one bearer, whoever it is."""

NAMES = """
United States, United States of America, USA, US, U.S., U.S.A., Washington, America + American, US
United Kingdom, United Kingdom of Great Britain and Northern Ireland, UK, U.K., Britain, Great Britain + British
European Union, EU, E.U.
United Nations, UN, U.N., United Nations Organization, United Nations Organisation
Security Council, UN Security Council, United Nations Security Council, UNSC
Organization for Security and Co-operation in Europe, OSCE, Organisation for Security and Co-operation in Europe, Organization for Security and Cooperation in Europe, Organisation for Security and Cooperation in Europe
North Atlantic Treaty Organization, NATO, North Atlantic Treaty Organisation, North Atlantic Alliance, Atlantic Alliance
African Union, AU
Arab League, League of Arab States
Economic Community of West African States, ECOWAS
Intergovernmental Authority on Development, IGAD
International Atomic Energy Agency, IAEA
International Committee of the Red Cross, ICRC
International Criminal Court, ICC
International Monetary Fund, IMF
Association of Southeast Asian Nations, ASEAN
Commonwealth of Independent States, CIS
Council of Europe
World Bank
Russia, Russian Federation, Moscow, Kremlin, the Kremlin + Russian
Ukraine + Ukrainian
Belarus, Byelorussia + Belarusian
China, People's Republic of China, PRC, Beijing + Chinese
France, French Republic, Paris + French
Germany, Federal Republic of Germany, Berlin + German
Türkiye, Turkey, Turkiye, Republic of Türkiye, Republic of Turkey, Ankara + Turkish
Iran, Islamic Republic of Iran, Tehran, Teheran + Iranian
Israel, State of Israel + Israeli
Palestine, State of Palestine + Palestinian
Egypt, Arab Republic of Egypt, Cairo + Egyptian
Jordan, Hashemite Kingdom of Jordan, Amman + Jordanian
Syria, Syrian Arab Republic, Damascus + Syrian
Lebanon, Beirut + Lebanese
Iraq, Baghdad + Iraqi
Qatar, Doha + Qatari
Saudi Arabia, Kingdom of Saudi Arabia, KSA, Riyadh + Saudi
United Arab Emirates, UAE, Emirates + Emirati
Yemen + Yemeni
India, Republic of India, New Delhi + Indian
Pakistan, Islamabad + Pakistani
Afghanistan, Kabul + Afghan
Armenia, Yerevan + Armenian
Azerbaijan, Baku + Azerbaijani, Azeri
Georgia, Tbilisi government + Georgian
Moldova, Republic of Moldova + Moldovan
Serbia, Belgrade + Serbian
Kosovo, Pristina + Kosovar
Bosnia and Herzegovina, BiH, Bosnia + Bosnian
Croatia, Zagreb + Croatian
Cyprus, Republic of Cyprus + Cypriot
Greece, Hellenic Republic, Athens + Greek
Sudan, Republic of the Sudan + Sudanese
South Sudan, Republic of South Sudan + South Sudanese
Ethiopia + Ethiopian
Eritrea, Asmara + Eritrean
Somalia, Mogadishu government + Somali
Kenya, Nairobi government + Kenyan
Rwanda, Kigali + Rwandan
Democratic Republic of the Congo, DRC, DR Congo, Congo-Kinshasa, Kinshasa + Congolese
Mali, Bamako + Malian
Libya, Tripoli government + Libyan
Colombia, Bogotá, Bogota + Colombian
Venezuela, Caracas + Venezuelan
Indonesia, Jakarta + Indonesian
Philippines, Republic of the Philippines, Manila + Philippine
North Korea, Democratic People's Republic of Korea, DPRK, Pyongyang + North Korean
South Korea, Republic of Korea, ROK, Seoul + South Korean
Japan, Tokyo + Japanese
Viet Nam, Vietnam, Hanoi + Vietnamese
Myanmar, Burma + Burmese
Côte d'Ivoire, Cote d'Ivoire, Ivory Coast + Ivorian
Czechia, Czech Republic + Czech
Poland, Warsaw + Polish
Canada, Ottawa + Canadian
Italy, Rome + Italian
Timor-Leste, East Timor + Timorese
Eswatini, Swaziland
Cabo Verde, Cape Verde
"""  # noqa: E501 - a row of a table is a line

SPELLINGS = """
Kyiv, Kiev, Kyyiv
Odesa, Odessa
Lviv, Lvov
Kharkiv, Kharkov
Luhansk, Lugansk
Mykolaiv, Nikolaev, Nikolayev
Zaporizhzhia, Zaporozhye, Zaporizhia, Zaporizhzhya
Dnipro, Dnepr, Dnieper
Chornobyl, Chernobyl
Donbas, Donbass
Donetsk, Donets'k
Chișinău, Chisinau, Kishinev
Transnistria, Transdniestria, Pridnestrovie
Nagorno-Karabakh, Nagorny Karabakh, Karabakh, Mountainous Karabakh
Stepanakert, Khankendi, Xankəndi
Mumbai, Bombay
Kolkata, Calcutta
Yangon, Rangoon
Beijing, Peking
Tehran, Teheran
Mecca, Makkah
Darfur, Dar Fur
El Fasher, Al-Fashir, Al Fashir
Khartoum, Al-Khartum
N'Djamena, Ndjamena
Tindouf, Tinduf
Pristina, Prishtina, Priština
Gdańsk, Gdansk
İstanbul, Istanbul
Golan Heights, Golan
Gaza Strip, Gaza
West Bank, Judea and Samaria
"""

CODES = {
    code: name.replace("_", " ")
    for code, name in (
        pair.split(":")
        for pair in """US:United_States GB:United_Kingdom RU:Russia UA:Ukraine BY:Belarus CN:China FR:France DE:Germany
        TR:Türkiye IR:Iran IL:Israel PS:Palestine EG:Egypt JO:Jordan SY:Syria LB:Lebanon IQ:Iraq
        QA:Qatar SA:Saudi_Arabia AE:United_Arab_Emirates YE:Yemen IN:India PK:Pakistan
        AF:Afghanistan AM:Armenia AZ:Azerbaijan GE:Georgia MD:Moldova RS:Serbia XK:Kosovo
        BA:Bosnia_and_Herzegovina HR:Croatia CY:Cyprus GR:Greece SD:Sudan SS:South_Sudan ET:Ethiopia
        ER:Eritrea SO:Somalia KE:Kenya RW:Rwanda CD:Democratic_Republic_of_the_Congo ML:Mali
        LY:Libya CO:Colombia VE:Venezuela ID:Indonesia PH:Philippines KP:North_Korea KR:South_Korea
        JP:Japan VN:Viet_Nam MM:Myanmar CI:Côte_d'Ivoire CZ:Czechia PL:Poland CA:Canada IT:Italy
        TL:Timor-Leste""".split()
    )
}
"""ISO 3166-1 codes, by which a registry may call a state, with the first of its names above."""

GENERIC_NAME_WORDS = {
    "frente": "front", "front": "front", "movimiento": "movement", "mouvement": "movement", "partido": "party",
    "parti": "party", "partei": "party", "ejército": "army", "ejercito": "army", "armée": "army", "fuerzas": "forces",
    "forces": "forces", "force": "forces", "alianza": "alliance", "comité": "committee", "comite": "committee",
    "consejo": "council", "conseil": "council", "unión": "union", "congreso": "congress", "congrès": "congress",
    "liga": "league", "ligue": "league", "organisation": "organization", "organización": "organization",
    "nacional": "national", "nationale": "national", "liberación": "liberation", "libération": "liberation",
    "revolucionario": "revolutionary", "revolucionarias": "revolutionary", "popular": "people", "peoples": "people",
    "people's": "people", "democrático": "democratic", "démocratique": "democratic", "república": "republic",
    "république": "republic", "gobierno": "government", "gouvernement": "government",
}  # fmt: skip
"""Words that many organisations share, in the languages in which their names are most often left as they are."""

BODIES = frozenset("front movement party army alliance league union congress brigade militia command".split())
"""Words that make the name of an armed or political body out of the name of a place or people."""
