"""What stands in the slots of a verb, whichever way the parser attached it."""

from __future__ import annotations

import pytest
from parses import doc

from kg.extract.clauses import clauses


def _found(parsed):
    """Each clause as {slot: words}, by its verb."""
    return {clause.verb.text: _shown(clause) for clause in clauses(parsed)}


def _shown(clause):
    shown = {"kind": str(clause.kind), "source": clause.subject_source, "passive": clause.is_passive}
    for slot in ("subjects", "objects", "datives", "agents", "attributes"):
        shown[slot] = [token.text for token in getattr(clause, slot)]
    shown["obliques"] = {" ".join(t.text for t in o.marker): [t.text for t in o.heads] for o in clause.obliques}
    shown["complements"] = [(c.kind, c.head.text) for c in clause.complements]
    return shown


@pytest.mark.parametrize("hangs_on", ["accused", "bank"])
def test_an_accusation_is_an_argument_of_the_verb(hangs_on):
    parsed = doc(
        "Lund/NNP/nsubj>accused accused/VBD/ROOT>accused the/DT/det>bank bank/NN/dobj>accused "
        f"of/IN/prep>{hangs_on} hiding/VBG/pcomp>of losses/NNS/dobj>hiding",
        {"accused": "accuse"},
    )
    assert _found(parsed)["accused"]["obliques"] == {"of": ["hiding"]}


@pytest.mark.parametrize("hangs_on", ["named", "head"])
def test_an_agent_may_hang_on_a_noun(hangs_on):
    label = "agent" if hangs_on == "named" else "prep"
    parsed = doc(
        "Lund/NNP/nsubjpass>named was/VBD/auxpass>named named/VBN/ROOT>named head/NN/oprd>named "
        f"by/IN/{label}>{hangs_on} Orlo/NNP/pobj>by"
    )
    assert _found(parsed)["named"]["agents"] == ["Orlo"]
    assert _found(parsed)["named"]["obliques"] == {}


@pytest.mark.parametrize("owner", ["signed", "ratified"])
def test_an_object_behind_two_verbs_belongs_to_both(owner):
    parsed = doc(
        "States/NNS/nsubj>signed signed/VBD/ROOT>signed and/CC/cc>signed ratified/VBD/conj>signed "
        f"the/DT/det>pact pact/NN/dobj>{owner}"
    )
    found = _found(parsed)
    assert found["signed"]["objects"] == found["ratified"]["objects"] == ["pact"]
    assert found["ratified"]["subjects"] == ["States"]


def test_inserted_speech_takes_what_it_cuts():
    parsed = doc(
        "dams/NNS/nsubj>told ,/,/punct>told Lund/NNP/nsubj>told told/VBD/ROOT>told Orlo/NNP/dobj>told "
        ",/,/punct>told broke/VBD/conj>told"
    )
    found = _found(parsed)
    assert found["told"]["complements"] == [("quote", "broke")]


SLOTS = [  # sentence, verb, slot, value
    ("Lind gave the museum two paintings and a letter.", "gave", "objects", ["paintings", "letter"]),
    ("The team finished third in the league, its best result since 1987.", "finished", "objects", []),
    ("The club won, in May, the largest prize.", "won", "objects", ["prize"]),
    ("Lind gave the museum two paintings and a letter.", "gave", "datives", ["museum"]),
    ("The treaty was signed in Lisbon by ministers from nine states.", "signed", "agents", ["ministers"]),
    ("Lund was appointed head of the museum by the city in 2019.", "appointed", "agents", ["city"]),
    ("Lund was appointed head of the museum by the city in 2019.", "appointed", "attributes", ["head"]),
    ("The crowds can be avoided by walking.", "avoided", "agents", []),
    ("They made him captain.", "made", "objects", ["him"]),
    ("The bank raised its rate on Thursday, the third increase this year.", "raised", "objects", ["rate"]),
    ("Orlo named a new chief, a move that pleased the staff.", "named", "attributes", []),
    ("They made him captain.", "made", "attributes", ["captain"]),
    ("Voters in Split elected Ana Koval mayor on Sunday.", "elected", "objects", ["Koval"]),
    ("Voters in Split elected Ana Koval mayor on Sunday.", "elected", "attributes", ["mayor"]),
    ("The bank was bought by Tessen in 2010 and renamed Orlo.", "renamed", "attributes", ["Orlo"]),
    ("The judge found the clerk guilty of theft.", "found", "attributes", ["guilty"]),
    ("The firm designed and built the bridge.", "designed", "objects", ["bridge"]),
    ("Nine states have signed, but not ratified, the treaty.", "ratified", "objects", ["treaty"]),
    ("The house was sold by the firm he founded.", "founded", "objects", ["firm"]),
    ("The man whom police arrested was released without charge.", "arrested", "objects", ["man"]),
    ("The island to which they fled has no harbour.", "fled", "obliques", {"to": ["island"]}),
    ("The house where he lived burned down.", "lived", "obliques", {"where": ["house"]}),
    ("He wrote to the mayor and to the court.", "wrote", "obliques", {"to": ["mayor", "court"]}),
    ("It applies to banks but not to brokers.", "applies", "obliques", {"to": ["banks"]}),
    ("Lund set up a school because of the war.", "set", "obliques", {"because of": ["war"]}),
    ("Aside from the fine, the firm paid the costs.", "paid", "obliques", {"Aside from": ["fine"]}),
    ("Apart from two guards, nobody saw the thief.", "saw", "obliques", {"Apart from": ["guards"]}),
    ("He was born and raised in Lyon.", "born", "obliques", {"in": ["Lyon"]}),
    ("Two men were arrested and charged with stealing cars.", "arrested", "obliques", {}),
    ("Tessen is owned and run by the Moe family.", "owned", "agents", ["family"]),
    ("There are two bridges in the town.", "are", "obliques", {"in": ["town"]}),
    ("The ministry said on Tuesday that it would fine the firm.", "said", "complements", [("that", "fine")]),
    ("The firm stopped selling the drug in 2010.", "stopped", "complements", [("ger", "selling")]),
    ("The council wants the firm to leave.", "wants", "complements", [("objinf", "leave")]),
    (
        "The city plans to open a museum and close a library.",
        "plans",
        "complements",
        [("inf", "open"), ("inf", "close")],
    ),
    ("Lind asked Moe whether he would sell the firm.", "asked", "complements", [("wh", "sell")]),
    ("The trial is due to start on Monday.", "is", "complements", [("inf", "start")]),
    ("The dam broke in May, an engineer said.", "said", "complements", [("quote", "broke")]),
    ("He denied having taken bribes.", "denied", "complements", [("ger", "taken")]),
    ('"It was late," the clerk said, and locked the door.', "said", "objects", []),
    ("Lund designed and built the bridge.", "designed", "objects", ["bridge"]),
    ("Villagers protested and blocked the road.", "protested", "objects", []),
    ("The driver sped away and hit a wall.", "sped", "objects", []),
    ("They left and sold the house.", "left", "objects", []),
    ("The firm closed and sold two mills.", "closed", "objects", ["mills"]),
    ("The shop, for example, sells maps.", "sells", "obliques", {}),
    ("Mia Torres is a judge.", "is", "kind", "copula"),
    ("He is in Oslo.", "is", "kind", "copula"),
    ("The mill was sold.", "sold", "passive", True),
    ("The lake is fed by two rivers and was dammed.", "dammed", "passive", True),
    ("Its plan collapsed.", "collapsed", "passive", False),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "verb", "slot", "expected"), SLOTS)
def test_arguments_stand_in_their_slots(parse, sentence, verb, slot, expected):
    assert _found(parse(sentence))[verb][slot] == expected
