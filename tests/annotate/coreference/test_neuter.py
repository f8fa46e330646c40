"""It, its and they: what they take up, named or not, and when they are better left alone."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The bridge fell at noon. It was built in 1931.", [("It", "bridge")]),
        ("A ferry lost its rudder off Malta.", [("its", "ferry")]),
        ("The ministry said it would wait.", [("it", "ministry")]),
        ("Halden Ltd has bought a barge. It sank in May.", [("It", "barge")]),
        ("The mill is old. Staff said the chimney was the last of its kind.", [("its", "chimney")]),
        ("The species has no name. Ida Holm hopes to name it.", [("it", "species")]),
        ("The team left Oslo in May. They came back in June.", [("They", "team")]),
        ("“Our members won,” Ann Berg said. “They should be proud.”", [("Our", None), ("They", "members")]),
        ("The coast guard said it had found the boat.", [("it", "guard")]),
        ("Halden Ltd runs 14 mills in Lund. It bought the last one in 2016.", [("It", "Halden Ltd")]),
        ("Halden Ltd lost the ship because it leaked.", [("it", "ship")]),
        ("The fund owns Halden Ltd, which said it was pleased.", [("it", "Halden Ltd")]),
        ("The court told Halden Ltd to pay its staff.", [("its", "Halden Ltd")]),
        ("Ann Berg, the chief of Halden Ltd, resigned. She said it had paid its debts.", [
            ("She", "Ann Berg"), ("it", "Halden Ltd"), ("its", "Halden Ltd"),
        ]),
        ("PORT ARDEN, Maine (AP) — A plane crashed on Sunday after it hit a mast.", [("it", "plane")]),
        ("Halden Ltd needs the licence. “The mill is old and it leaks,” Ann Berg said.", [("it", "mill")]),
        ("Farmers met in Lund. They want higher prices.", [("They", "Farmers")]),
        ("The nurses said they would strike.", [("they", "nurses")]),
        ("Nurses met in Lund. One of them, Ann Berg, left.", [("them", "Nurses")]),
        ("The mayor bought 14 boats. The first of them sank.", [("them", "boats")]),
        ("Police arrested two men in Lund. They appeared in court.", [("They", "men")]),
        ("Firefighters saved five men in Lund. They were taken to hospital.", [("They", "men")]),
        ("Police looked for two men who fell when they lost a rope.", [("they", "men")]),
        ("Ann Berg said her sons were late. “They are young,” she said.", [
            ("her", "Ann Berg"), ("They", "sons"), ("she", "Ann Berg"),
        ]),
        ("The mayor met a couple and their son.", [("their", "couple")]),
        ("The court ordered the bank to change its rules.", [("its", "bank")]),
        ("The side have won since they hired Bo Ek.", [("they", "side")]),
        ("Halden Ltd said it was ready to help.", [("it", "Halden Ltd")]),
        ("Halden Ltd said it was likely to close.", [("it", "Halden Ltd")]),
        ("The board approved a plan but never funded it.", [("it", "plan")]),
        ("The lamp's label was old. It described the lamp as a gift.", [("It", "label")]),
        ("The panel met. It sent the case back.", [("It", "panel")]),
        ("A judge told the firms to pay their staff.", [("their", "firms")]),
        ("The ministry presented a plan. It will be introduced in May.", [("It", "plan")]),
        ("The firm closed one of its mills in Lund and has not restarted it.", [("its", "firm"), ("it", "one")]),
        ("The club said it needed the money to repair its roof.", [("it", "club"), ("its", "club")]),
        ("A clinic told 300 women that their files were lost.", [("their", "women")]),
        ("The coach dropped three men. They were ill.", [("They", "men")]),
        ("Orlo Air cancelled flights because pilots were ill. The pilots' union said they were tired.", [
            ("they", "pilots"),
        ]),
        ("Ann Berg said the council was poor. She said it had to save 4 million pounds.", [
            ("She", "Ann Berg"), ("it", "council"),
        ]),
        ("The ministry said the firm had lied. It had dumped oil in the lake.", [("It", "firm")]),
        ("Shares of Brenn Steel fell in Madrid. Its export director left.", [("Its", "Brenn Steel")]),
        ("Bonds of Halden Bank lost value in Zurich. Its chief executive left.", [("Its", "Halden Bank")]),
        ("Many patients first ask village priests, which means that they often see a doctor late.", [
            ("they", "patients"),
        ]),
        ("The town sold boats, which leaked when they sailed.", [("they", "boats")]),
        ("Divers raised two cannons. They said it was cold.", [("They", "Divers"), ("it", None)]),
        ("Rangers moved nine elephants to a park. They hope to sell tickets.", [("They", "Rangers")]),
        ("Nurses tested the masks. They were courteous to the clerk.", [("They", "Nurses")]),
        ("Villagers slept on the sand. Guards told them they would be safe.", [
            ("them", "Villagers"), ("they", "Villagers"),
        ]),
        ("Two guards were hurt. Islanders have complained about the ferries, which they say are late.", [
            ("they", "Islanders"),
        ]),
        ("Two divers were hurt. Londoners have complained about the bridge, which they say shakes.", [
            ("they", "Londoners"),
        ]),
        ("Two officials met the crowd. Mudslides hit the valley, and they said the road was shut.", [
            ("they", "officials"),
        ]),
        ("Three managers left. Every worker must show a card before they enter the mill.", [("they", "worker")]),
        ("Four guards were held. Each prisoner was moved to a jail where they saw a doctor.", [("they", "prisoner")]),
        ("The chief and two aides bowed. He promised to pay each patient, but did not say when they would hear.", [
            ("He", "chief"), ("they", None),
        ]),
        ("Elephants left a reserve, rangers said. They killed a man.", [("They", "Elephants")]),
        ("Three men fled across a roof, police said. They had taken cash.", [("They", "men")]),
        ("Two lorries collided near Brno, police said. They were carrying beer.", [("They", "lorries")]),
        ("The plant leaked acid, the ministry said. It was shut in May.", [("It", "plant")]),
        ("The pilots ignored a warning, investigators said. They said the crew slept.", [("They", "investigators")]),
        ("The mill lost power on Monday, managers said. They were waiting for parts.", [("They", "managers")]),
        ("The plant was old, the union said. It had warned the owner.", [("It", "union")]),
        ("The pills are made by Puravia, a company based in Limerick. Its head, Ann Berg, denied a fault.", [
            ("Its", "Puravia"),
        ]),
        ("The valves come from Orvex, a firm with mills in Graz. Its chairman, Bo Ek, spoke.", [("Its", "Orvex")]),
        ("A sum was paid to a builder, Tarmex Ltd, registered in Brno. Its sole director was Bo Ek.", [
            ("Its", "Tarmex Ltd"),
        ]),
        ("The city of Limerick has a park. Its mayor, Ann Berg, opened it.", [("Its", "city"), ("it", None)]),
        ("The choir sings in Graz. Its head is Bo Ek.", [("Its", "choir")]),
        ("The masks are sewn by Velina, a company based in Turku.\n\nIts head, Eva Lind, denied a fault.", [
            ("Its", "Velina"),
        ]),
        ("Volex sold the mill to Datex, a firm based in Delft. Its head, Bo Ek, left.", [("Its", None)]),
        ("Two poor harvests left many borrowers unable to repay their loans.", [("their", "borrowers")]),
        ("Two rulings left the bank free to raise its fees.", [("its", "bank")]),
    ],
)  # fmt: skip
def test_a_pronoun_takes_up_what_leads(taken_up, text, expected):
    assert taken_up(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Halden Ltd bought a barge. It is old.",
        "Halden Ltd bought Orlo Ltd in May. It closed a mill.",
        "Halden Ltd said its mill was safe. It is in Lund.",
        "Halden Ltd lost the ship because it was late.",
        "Halden Ltd hopes to sell it.",
        "Halden Ltd wants it to be dropped.",
        "The reason was its price.",
        "Built by Halden Ltd in 1990, it burned.",
        "Halden Ltd owns the mill and has cut its rent.",
        "Orlo's supplies lost their value.",
        "The mayor met the owners. They fear the dam.",
        "The team had to rebuild their robot.",
        "The law bars firms from trading with them.",
        "All traffic stopped in Lund. It was late.",
        "The fire broke out in its kitchen.",
        "The mayor kicked the ball. It was the first goal.",
        "The mayor said 40 clerks would lose their jobs. Some fees would rise. They were warned.",
        "The judge ended the trial. He said he wanted to read it.",
        "The Arts Council said the theatre had failed. It had promised to grow.",
        "Orlo Steel sued its partner Keido. The company lost money. Keido said it would pay.",
        "A car hit a tree. Ann Berg thought it was strange.",
        "It rained. It remains the last of its kind.",
        "Halden Ltd said about $200,000 was frozen before it could be moved.",
        "Police say the gang left before they could be held.",
        "The mill closed in May. It took an appeal before he could go home.",
        "Divers raised two cannons. They weigh a tonne each.",
        "Engineers checked the valves. They had rusted.",
        "Researchers studied 90 letters. They date from 1640.",
        "Workers stacked the crates. They fell on a clerk.",
        "Hunters shot six boars. They had attacked a boy.",
        "Inspectors opened the drums. They were empty.",
        "Orlo Rail won the contract in 2019. The contract ends in May. Last year it made a profit.",
    ],
)
def test_a_pronoun_that_may_mean_two_things_is_left_alone(taken_up, text):
    assert taken_up(text)[-1][1] is None


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed. It rained.",
        "The mill closed. It is unclear why the owners left.",
        "The mill closed. It was time to go.",
        "The mill closed. It was time.",
        "The mill closed. Then it got quiet.",
        "The mill closed. It emerged that the owner had left.",
        "The mill closed. It takes two hours by road.",
        "The mill closed. It is feared that prices will rise.",
        "The mill closed. It felt like the end.",
        "The mill had leaked. The owner denied it.",
        "He had a dry voice and smoked cigars until the doctor forbade it.",
        "The mill closed, its owner said in an interview (it).",
    ],
)
def test_an_it_that_means_nothing_is_left_alone(taken_up, text):
    assert [meant for pronoun, meant in taken_up(text) if pronoun.lower() == "it"] == [None]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The pilot was arrested. He had fled.", [("He", "pilot")]),
        ("A woman was found in Lund. She told the police what she had seen.", [("She", "woman"), ("she", "woman")]),
        ("Nurses saw the surgeon. He left.", [("He", "surgeon")]),
        ("The boss met a driver. He was tired.", [("He", None)]),
        ("Ann Berg is his deputy.", [("his", None)]),
        ("One former manager left because he was ill.", [("he", "manager")]),
        ("A contractor fell when his rig turned over.", [("his", "contractor")]),
        ("The youngest, a boy of six, was found. His legs were hurt.", [("His", "boy")]),
        ("Ann Berg said a girl had shown the letters to her mother.", [("her", "girl")]),
        ("Ann Berg said it was found by a girl, who showed it to her father.", [
            ("it", None), ("it", None), ("her", "girl"),
        ]),
        ("Ann Berg said a reporter rang her mother.", [("her", None)]),
        ("Karl Voss said a waiter told his brother about the leak.", [("his", None)]),
        ("Ann Berg gave it in memory of a niece killed by her friend.", [("it", None), ("her", "niece")]),
        ("Anders Holm stole a van in May, Inspector Erik Moe said. He was drunk.", [("He", "Anders Holm")]),
        ("Anders Holm stole a van, Inspector Erik Moe said. He added that it was found.", [
            ("He", "Erik Moe"), ("it", "van"),
        ]),
        ("“The van was old,” Erik Moe said. He had sold it in May.", [("He", "Erik Moe"), ("it", None)]),
        ("A driver was questioned. His phone had been seized, said Inspector Jan Ek.", [("His", "driver")]),
        ("A former nurse was held. Her key still worked after she left, said Superintendent Ida Moe.", [
            ("Her", "nurse"), ("she", "nurse"),
        ]),
        ("A tourist went missing. He was found by shepherds, said rescue chief Jan Ek.", [("He", "tourist")]),
        ("A farmer lost his herd. He heard wolves at night, Karl Ek said.", [("his", "farmer"), ("He", "Karl Ek")]),
        ("He had not slept for two days, said Captain Erik Dahl.", [("He", "Erik Dahl")]),
        ("Rain fell for days. He had lost a boat, said Captain Erik Dahl.", [("He", "Erik Dahl")]),
    ],
)  # fmt: skip
def test_he_and_she_may_be_people_without_a_name(taken_up, text, expected):
    assert taken_up(text) == expected
