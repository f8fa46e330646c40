"""Mode, polarity and holders of predicates: a table of kinds, whole documents, and the suite of sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc, Token

from kg.annotate.pipeline import annotate
from kg.extract.factuality import Factuality
from kg.model import Document, Status, status_of

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
FLOORS = {"right": 0.98, "asserted": 19}  # measured: .983 right of 3110, 19 of 2012 non-facts asserted


def read(nlp, text: str) -> tuple[Doc, Factuality]:
    ((_, doc),) = annotate([Document(text, "t", "t")], nlp)
    return doc, Factuality(doc)


def word(doc: Doc, text: str, number: int = 0) -> Token:
    return [token for token in doc if token.text == text][number]


def status(factuality: Factuality, predicate: Token, argument: Token | None = None) -> str:
    state = factuality.of(predicate, argument)
    return str(status_of(state.mode, state.polarity, state.is_attributed))


@pytest.mark.parametrize(
    "sentence, predicate, expected",
    [
        ("The mill dumps dye.", "dumps", "asserted"),
        ("The mill did not dump dye.", "dump", "denied"),
        ("The mill nearly dumped dye.", "dumped", "denied"),
        ("A clerk said the mill had been understaffed because two men were ill.", "understaffed", "claimed"),
        ("A clerk said the mill had been understaffed because two men were ill.", "ill", "claimed"),
        ("The mill almost certainly dumps dye.", "dumps", "unrealised"),
        ("The mill may dump dye.", "dump", "unrealised"),
        ("The mill, a neighbour said, dumps dye.", "dumps", "claimed"),
        ("The mill stopped dumping dye.", "dumping", "asserted"),
        ("The mill refused to stop dumping dye.", "dumping", "asserted"),
        ("The mill failed to report the leak.", "report", "denied"),
        ("The mill did not fail to report the leak.", "report", "asserted"),
        ("The not-for-profit mill dumps dye.", "dumps", "asserted"),
        ("The crew used ladders to reach the roof.", "reach", "asserted"),
        ("The crew will use ladders to reach the roof.", "reach", "unrealised"),
        ("The crew did not use ladders to reach the roof.", "reach", "unrealised"),
        ("If prices keep rising, the mill will close.", "rising", "unrealised"),
        ("Prices keep rising.", "rising", "asserted"),
        ("The net is effective at stopping sharks.", "stopping", "asserted"),
        ("The bank offered a reward for letters leading to the thief.", "leading", "unrealised"),
        ("The bank paid a reward for letters that led to the thief.", "led", "asserted"),
        ("The team hopes to return with a drill it is building in Bonn.", "building", "asserted"),
        ("The team hopes to buy a drill that is sinking wells in Bonn.", "sinking", "unrealised"),
        ("Voters demanded that the government lower fuel prices and release students.", "prices", "unrealised"),
        ("Nobody is against the wall.", "against", "denied"),
        ("The judge said the claims were weak and ordered the mill to pay.", "ordered", "asserted"),
        ("The state said that two men were killed and five wounded when a tyre burst.", "wounded", "claimed"),
        ("The mill said it was weighing its options and had hired a bank.", "hired", "claimed"),
        ("Orr told the crew in a letter that the board had voted to drop the plan.", "voted", "claimed"),
        ("France wants a truce that envoys say is near.", "say", "asserted"),
        ("France wants a truce that envoys say is near.", "near", "claimed"),
        ("Hundreds marched through the town to demand higher pay.", "demand", "asserted"),
        ("Hundreds marched through the town to reach the sea.", "reach", "unrealised"),
        ("The crew tried to reach 14 miners trapped by a flood.", "trapped", "asserted"),
        ("The firm tried to hire 14 miners trained by a rival.", "trained", "unrealised"),
        ("The town took steps to stop looting.", "looting", "unrealised"),
        ("The crew wants the harbour closed.", "closed", "unrealised"),
        ("The state must pay a woman it wrongly evicted.", "evicted", "asserted"),
        ("He was wrongly held for a day by the guards.", "held", "asserted"),
        ("Orr invented a lamp that burned oil.", "burned", "asserted"),
        ("Orr invented a story in which a clerk burned the mill.", "burned", "unrealised"),
        ("Lund left because, a clerk said, he had lied.", "lied", "claimed"),
        ("The probe is due to land on Friday.", "due", "asserted"),
        ("The mayor repeated her false claim that the mill closed.", "closed", "denied"),
        ("His lawyers do not dispute that he closed the mill but say he was ill.", "say", "asserted"),
        ("Oslo urged both sides to wait and offered to host talks.", "host", "unrealised"),
        ("The state will rebuild homes destroyed by a fire.", "destroyed", "asserted"),
        ("The road will be shut while crews mend the bridge.", "mend", "unrealised"),
        ("The road will be shut, while the port is open.", "is", "asserted"),
        ("The clinic fired a nurse accused of lying to patients and then altering notes.", "altering", "claimed"),
        ("Oslo beat Bergen 3-1 on Saturday to win the cup.", "win", "asserted"),
        ("The judge said neither had shown remorse and described the theft as mean.", "described", "asserted"),
        ("Orr told the paper that the bank had discussed a cut but decided it was too early.", "decided", "claimed"),
        ("Oslo says Riga shelled the mill, a charge Riga denies.", "shelled", "claimed"),
        ("Oslo says Riga shelled the mill, a charge Riga denies.", "denies", "asserted"),
        ("The clinic said 40 men were shot; the army puts the figure at 12.", "puts", "asserted"),
        ("The clinic said 40 men were shot; the army puts the figure at 12.", "shot", "claimed"),
        ("The clinic said 40 men were shot; two had fled.", "fled", "claimed"),
        ("The firm took steps to stop selling lamps.", "selling", "asserted"),
        ("The mayor said the plan was too slow and accused the clerk of sloth.", "accused", "asserted"),
        ("The mill had better report the leak.", "report", "unrealised"),
        ("Rather than report the leak, the mill hid it.", "report", "denied"),
        ("The wind was so strong that it felled the mill.", "felled", "asserted"),
        ("The crew was ordered to find, haul up, weigh and sort nets.", "haul", "unrealised"),
        ("The crew was ordered to find, haul up, weigh and sort nets.", "weigh", "unrealised"),
        ("The mill could have sold the drawing and kept the frame.", "kept", "unrealised"),
        ("Lund will resign in May and be replaced by Moe.", "replaced", "unrealised"),
        ("The crews were told to seal the wells, count the barrels and burn the logs.", "count", "unrealised"),
        ("The crews were told to seal the wells, count the barrels and burn the logs.", "burn", "unrealised"),
        ("The lender will buy, rename and expand the chain.", "expand", "unrealised"),
        ("If only the bank had kept the mill!", "kept", "unrealised"),
        ("No sooner had the mill closed the dam than it burst.", "closed", "asserted"),
        ("The sect falsely claims that water heals blindness.", "heals", "denied"),
        ("The sect falsely claims that water heals blindness.", "claims", "asserted"),
        ("The state may hire Orbix, a firm that sells pumps.", "sells", "asserted"),
        ("The state may hire a firm that sells pumps.", "sells", "unrealised"),
        ("Nurses living in the town have not left the mill.", "living", "asserted"),
        ("Mills dumping dye cannot sell wool.", "dumping", "unrealised"),
        ("Parliament changed the law that Congress passed in May.", "passed", "asserted"),
        ("The mill could have cut the price and put the wool on sale.", "put", "unrealised"),
        ("The mill does not save the town by dumping dye.", "dumping", "unrealised"),
        ("The mill saved a fortune by dumping dye.", "dumping", "asserted"),
        ("The striker scored to beat Orlo in the final.", "beat", "asserted"),
        ("The mill won praise for hiring the refugee.", "hiring", "asserted"),
        ('"Had it rained, I think the mill would have burned," Ann Orr said.', "rained", "unrealised"),
        ('"Free my son," she told the court.', "Free", "unrealised"),
        ("The mill closed, according to its owner, who lives in Oslo.", "lives", "asserted"),
        ("The mill closed, according to its owner, who lives in Oslo.", "closed", "claimed"),
        ("A mill backed by two banks was reportedly sold.", "backed", "asserted"),
        ("A mill backed by two banks was reportedly sold.", "sold", "claimed"),
        ("She wept as the verdicts were read out.", "wept", "asserted"),
        ("The dam broke, as the mayor was told.", "broke", "claimed"),
        ("The dam broke, as the report said.", "broke", "claimed"),
    ],
)
def test_kinds(nlp, sentence, predicate, expected):
    doc, factuality = read(nlp, sentence)
    assert status(factuality, word(doc, predicate)) == expected


@pytest.mark.parametrize(
    "sentence, predicate, argument, expected",
    [
        ("The dealer sold not vases but coins.", "sold", "vases", "denied"),
        ("The dealer sold not vases but coins.", "sold", "coins", "asserted"),
        ("The dealer sold vases but not coins.", "sold", "coins", "denied"),
        ("The dealer sold vases rather than coins.", "sold", "coins", "denied"),
        ("The dealer sold vases rather than coins.", "sold", "vases", "asserted"),
        ("The dealer sold vases but not coins.", "sold", "vases", "asserted"),
        ("She is not a judge but a poet.", "poet", None, "asserted"),
        ("She is not a judge but a poet.", "judge", None, "denied"),
        ("The dealer sold the vase without a permit.", "sold", "permit", "denied"),
        ("The dealer sold the vase without a permit.", "sold", "vase", "asserted"),
        ("The plan relies on taxes, not on loans.", "relies", "loans", "denied"),
        ("The plan relies on taxes, not on loans.", "relies", "taxes", "asserted"),
        ("The bank lent cash to nurses but not to clerks.", "lent", "clerks", "denied"),
        ("The clerk served as a judge, not as the priest praised by most.", "praised", "priest", "asserted"),
        ("The firm grew by buying rivals, not by selling maps.", "selling", "maps", "denied"),
        ("The firm grew by buying rivals, not by selling maps.", "buying", "rivals", "asserted"),
    ],
)
def test_contrast_denies_one_argument_only(nlp, sentence, predicate, argument, expected):
    doc, factuality = read(nlp, sentence)
    about = word(doc, argument) if argument else None
    assert status(factuality, word(doc, predicate), about) == expected


@pytest.mark.parametrize(
    "sentence, noun, expected",
    [
        ("The alleged theft of the vase by a guard made news.", "theft", "claimed"),
        ("A court blocked the sale of the mill to a bank.", "sale", "denied"),
        ("The bank completed the purchase of the mill.", "purchase", "asserted"),
        ("The planned merger of the banks worries clients.", "merger", "unrealised"),
        ("Clients fear a merger of the banks.", "merger", "unrealised"),
        ("The pope condemned the murder of the nun.", "murder", "asserted"),
        ("The pope condemned the clan for killing the nun.", "killing", "claimed"),
        ("The mayor was criticised for closing the pool.", "closing", "claimed"),
        ("The mayor thanked the crew for saving the bridge.", "saving", "asserted"),
        ("She was not allowed to speak at the hearing.", "speak", "unrealised"),
        ("The row was never only about money.", "was", "asserted"),
        ("If Lena Fox, a lawyer for the mill, resigns, it will close.", "lawyer", "asserted"),
        ("The mill may hire a lawyer for the trial.", "lawyer", "unrealised"),
        ("Fox said the mill fired its chief.", "chief", "claimed"),
        ("The mill has no lawyer.", "lawyer", "denied"),
    ],
)
def test_nouns_have_a_state_too(nlp, sentence, noun, expected):
    doc, factuality = read(nlp, sentence)
    assert status(factuality, word(doc, noun)) == expected


@pytest.mark.parametrize(
    "sentence, predicate, holders",
    [
        ("The court heard that the mill closed.", "closed", []),
        ("The clinic fired a nurse accused of closing the mill.", "closing", []),
        ("Hale confirmed that Orr had been sold but denied that the mill closed.", "closed", [["Hale"]]),
        ("Fox said she had complained twice but that the mill closed.", "closed", [["Fox"]]),
        ("Two of the clerks said the mill closed.", "closed", [["Two"]]),
        ("One of them, Carl Fox, said the mill closed.", "closed", [["Fox"]]),
        ("Fox said Moe was ill and hinted that the mill closed.", "closed", [["Fox"]]),
        ("The court heard from Fox that the mill closed.", "closed", [["Fox"]]),
        ("The mill, the court heard, closed in May.", "closed", []),
        ("The Herald wrote that Fox said the mill closed.", "closed", [["Herald"], ["Fox"]]),
        ("According to a filing, Fox told clients that the mill closed.", "closed", [["filing"], ["Fox"]]),
        ("Fox was told by two clerks that the mill closed.", "closed", [["clerks"]]),
        ("Fox said outside the courthouse that the mill closed.", "closed", [["Fox"]]),
        ("Fox and Amin said the mill closed.", "closed", [["Fox", "Amin"]]),
        ("It is said that the mill closed.", "closed", []),
        ("Fox's claim that the mill closed was bold.", "closed", [["Fox"]]),
        ("Mill closed for good: minister", "closed", [["minister"]]),
        ('"The clerk told me the mill closed," Fox said.', "closed", [["Fox"], ["clerk"]]),
    ],
)
def test_holders_are_a_chain_outermost_first(nlp, sentence, predicate, holders):
    doc, factuality = read(nlp, sentence)
    state = factuality.of(word(doc, predicate))
    assert state.is_attributed
    assert [[token.text for token in link] for link in state.holders] == holders


# ---- the speaker stands between the last comma and the verb of speech


@pytest.mark.parametrize(
    "sentence, predicate, holders",
    [
        ("Acme has sold the ferry to the city of Oslo, its director Anna Berg said on Monday.", "sold", ["director"]),
        (
            "The museum in Rotterdam has returned a head to Benin City, its director Femke de Vries said on Monday.",
            "returned",
            ["director"],
        ),
        (
            "Harbour Freight has opened depots in Lisbon, Porto and Faro, chief executive Rui Alves told reporters.",
            "opened",
            ["Alves"],
        ),
        (
            "Kestrel has acquired Marlow Foods, a maker of jams in Kent, its chairman Tom Reed added.",
            "acquired",
            ["chairman"],
        ),
        (
            "Aldine has moved its office to Basel, Switzerland, Chief Executive Officer Maria Lopez said Monday.",
            "moved",
            ["Lopez"],
        ),
        (
            "The ministry has paid the fishermen of Hull, Transport Minister Olaf Lund said late on Sunday.",
            "paid",
            ["Lund"],
        ),
        (
            "The company has hired Paula Stone, a minister of Canada, the newspaper Daily Post reported.",
            "hired",
            ["newspaper"],
        ),
        (
            "The group has sold the ship to Maersk, the Danish carrier, two people familiar with the deal said.",
            "sold",
            ["people"],
        ),
        (
            "Vexel has founded a school in Nairobi, Kenya, with Unicef, its head teacher Grace Otieno told a paper.",
            "founded",
            ["teacher"],
        ),
        ("Arden has leased the quarry near Perth, Scotland, its owner, Fiona Kerr, said.", "leased", ["owner"]),
        ("Nordlys and Havgas have built a terminal near Stavanger, the two companies said.", "built", ["companies"]),
        ("The bank has closed its branch in Leeds, Mayor Joan Pell wrote in a letter on Tuesday.", "closed", ["Pell"]),
        ("The firm sold the mill in Bergen on 4 June 2021, its finance chief said on Wednesday.", "sold", ["chief"]),
        ("Delmar sold its stake in Orion and bought the port of Vigo, its chief said on Thursday.", "sold", ["chief"]),
        (
            "Delmar sold its stake in Orion and bought the port of Vigo, its chief said on Thursday.",
            "bought",
            ["chief"],
        ),
        (
            "Pellworth closed its mine near Lead, South Dakota, and opened a museum, its chief Hal Brand said.",
            "opened",
            ["Brand"],
        ),
        (
            "The court fined the shop in Palermo, Sicily, prosecutors and lawyers for the owner said.",
            "fined",
            ["prosecutors", "lawyers"],
        ),
        ("The firm has paid its workers in Dhaka, union leader Shirin Akter has said.", "paid", ["Akter"]),
        ("The studio sold the film to Cinex in Rome, producer Carla Bini later said.", "sold", ["Bini"]),
        (
            "The fund bought a tower in Canary Wharf, London, from Qatar, three sources told Reuters.",
            "bought",
            ["sources"],
        ),
        (
            "The hospital in Kisumu has hired nurses from Kampala, Uganda, Health Minister Ruth Okello said Thursday.",
            "hired",
            ["Okello"],
        ),
        (
            "Quarto opened a plant in Brno, Czech Republic, on 5 March, its founder Jan Dvorak said.",
            "opened",
            ["Dvorak"],
        ),
        ("Lumen has supplied lamps to Paris, Lyon, Nice and Lille, the two mayors said.", "supplied", ["mayors"]),
        ("Acme, its director Anna Berg said, has sold the ferry.", "sold", ["director"]),
        (
            "The zoo in Antwerp, its director Anna Berg said on Monday, has sold the bears to the city of Oslo.",
            "sold",
            ["director"],
        ),
        ("The dairy in Cork, Ireland, its manager Sean Daly said, employs 40 people.", "employs", ["manager"]),
        ("Orla Steel sold a mill to the city of Gent, according to Mayor Tom Claes.", "sold", ["Claes"]),
        (
            "Orla Steel sold a mill in Gent, Belgium, according to two people with knowledge of the deal.",
            "sold",
            ["people"],
        ),
    ],
)
def test_words_before_a_speaker_at_the_end_are_claimed(nlp, sentence, predicate, holders):
    doc, factuality = read(nlp, sentence)
    state = factuality.of(word(doc, predicate))
    assert state.is_attributed
    assert [[token.text for token in link] for link in state.holders] == [holders]


@pytest.mark.parametrize(
    "sentence, predicate",
    [
        ("The firm sold the mill, which the mayor said was old.", "sold"),
        ("The firm bought a mill that, the mayor said, was old.", "bought"),
        ("He left the city, the capital of Oslo county, on Monday.", "left"),
        ("The firm sold the mill in Bergen, and its director said nothing.", "sold"),
        ("The firm sold the mill in Bergen, where its director Anna Berg wrote a letter.", "sold"),
        ("The firm bought the mill from Anna Berg, who told reporters she was happy.", "bought"),
        ("After the director said goodbye, the firm sold the mill in Bergen.", "sold"),
        ("The firm sold the mill in Bergen, but the mayor said that the price was low.", "sold"),
        ("The firm sold the mill in Bergen to Kestrel, its director Anna Berg and three banks.", "sold"),
        ("The firm sold the paper in Bergen, a weekly that reported on ships, on Monday.", "sold"),
        ("The firm sold the mill in Bergen after its director, Anna Berg, wrote a book.", "sold"),
        ("The firm sold the paper, a daily its founder announced in 1900, to a bank.", "sold"),
        ("The firm sold the house in Bergen, the town a poet described, to a bank.", "sold"),
        ("As the firm left Bergen, the mayor said on Monday that it owed tax.", "left"),
        ("The firm owns shops in Oslo, Bergen and Riga, its rival reported losses.", "owns"),
        ("Acme has sold the ferry to the city of Oslo, its director Anna Berg said on Monday.", "said"),
    ],
)
def test_a_noun_phrase_behind_a_comma_is_not_always_a_speaker(nlp, sentence, predicate):
    doc, factuality = read(nlp, sentence)
    assert status(factuality, word(doc, predicate)) == "asserted"


STOP = "Parents joined a campaign to stop Orbix from selling the cameras."


def test_stopping_somebody_presupposes_only_what_the_document_asserts(nlp):
    doc, factuality = read(nlp, STOP)
    assert status(factuality, word(doc, "selling")) == "unrealised"
    doc, factuality = read(nlp, f"Orbix sells cameras to prisons.\n\n{STOP}")
    assert status(factuality, word(doc, "selling")) == "asserted"
    doc, factuality = read(nlp, f"Orbix may sell cameras to prisons.\n\n{STOP}")
    assert status(factuality, word(doc, "selling")) == "unrealised"


def test_what_is_said_of_the_same_thing_twice_does_not_vouch_for_itself(nlp):
    doc, factuality = read(nlp, f"{STOP} {STOP}")
    assert {status(factuality, token) for token in doc if token.text == "selling"} == {"unrealised"}


def test_words_of_a_quotation_are_claimed_in_every_sentence_of_it(nlp):
    doc, factuality = read(nlp, '"The mill lied. It dumps dye," Rosa Amaro said. The mill closed.')
    assert [status(factuality, word(doc, x)) for x in ("lied", "dumps", "closed")] == ["claimed", "claimed", "asserted"]


def test_cues_name_the_words_that_decide(nlp):
    doc, factuality = read(nlp, "The mill may not have failed to report it.")
    assert {token.text for token in factuality.of(word(doc, "report")).cues} >= {"may", "not", "failed"}


def test_reading_twice_gives_the_same(nlp):
    doc, factuality = read(nlp, "Fox said the mill may close if the bank, which owns it, refuses to pay.")
    again = Factuality(doc)
    backwards = {token.i: again.of(token) for token in reversed(doc)}
    assert all(factuality.of(token) == backwards[token.i] for token in doc)


@pytest.mark.parametrize("text", ["", " ", "?", '"', '"""', ":", "Name:", "not", "said", "said " * 400, '"' * 50])
def test_odd_texts_do_no_harm(nlp, text):
    doc, factuality = read(nlp, text)
    for token in doc:
        factuality.of(token)


# ---- the suite


def suite() -> list[dict]:
    lines = (HERE / "status_suite.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def results(nlp) -> Iterator[tuple[dict, str]]:
    gold = suite()
    documents = [Document(case["sentence"], case["id"], case["id"]) for case in gold]
    for case, (_, doc) in zip(gold, annotate(documents, nlp), strict=True):
        found = target(doc, case)
        yield case, "" if found is None else status(Factuality(doc), *found)


def target(doc: Doc, case: dict) -> tuple[Token, Token | None] | None:
    """The predicate with the wanted lemma, and the last word of its object."""
    arguments = named(doc, case["object"][0].split()[-1].strip("?.,"))
    verbs = named(doc, case["relation"][0].split()[0])
    verbs = [token for token in verbs if token.pos_ in ("VERB", "AUX")] or verbs
    near = [verb for verb in verbs if any(verb in (argument.head, *argument.ancestors) for argument in arguments)]
    verbs = near or verbs
    if not verbs:
        return None
    is_last = len(verbs) > 1 and arguments and arguments[-1].head == verbs[-1]
    return verbs[-1] if is_last else verbs[0], arguments[-1] if arguments else None


def named(doc: Doc, text: str) -> list[Token]:
    exact = [token for token in doc if text.lower() in (token.lower_, token.lemma_.lower())]
    return exact or [token for token in doc if token.lower_.startswith(text.lower()[: max(4, len(text) - 2)])]


def test_the_suite_is_large_and_mixed():
    gold = suite()
    kinds = {case["kind"] for case in gold}
    assert len(gold) >= 300 and len(kinds) >= 20
    assert sum(case["kind"] == "control" for case in gold) >= 60
    assert sum(len(case["sentence"].split()) >= 18 for case in gold) >= 60
    assert len({case["id"] for case in gold}) == len(gold)


def test_the_suite_keeps_its_floor(nlp):
    found = list(results(nlp))
    right = sum(got in case["status_ok"] for case, got in found)
    asserted = [
        case["id"] for case, got in found if got == Status.ASSERTED and Status.ASSERTED not in case["status_ok"]
    ]
    lost = [case["id"] for case, got in found if case["kind"] == "control" and got not in case["status_ok"]]
    assert right / len(found) >= FLOORS["right"]
    assert len(asserted) <= FLOORS["asserted"], asserted
    assert len(lost) <= 3, lost


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("A quake hit Orlo on Friday, with no damage reported.", "reported", "denied"),
        ("A quake hit Orlo on Friday, with no damage reported.", "hit", "asserted"),
        ("Quake hits Orlo, no damage reported", "hits", "asserted"),
        ("The talks ended with no date set for a vote.", "set", "denied"),
        ("The talks ended with a date set for a vote.", "set", "asserted"),
    ],
)
def test_what_is_said_of_none_is_denied(status_at, sentence, word, expected):
    assert status_at(sentence, word) is Status(expected)
