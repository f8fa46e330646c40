"""Clauses and their real subjects: on parses written by hand, and as the model marks whole sentences."""

from __future__ import annotations

import pytest
from parses import doc

from kg.extract.clauses import ClauseKind, clauses, conjuncts, phrase, subjects


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


# ---- whichever way the parser attached


@pytest.mark.parametrize(
    "arc",
    ["xcomp>urged", "advcl>urged", "acl>tenants"],
)
def test_object_control_needs_no_right_attachment(arc):
    parsed = doc(f"Lund/NNP/nsubj>urged urged/VBD/ROOT>urged tenants/NNS/dobj>urged to/TO/aux>stay stay/VB/{arc}", URGE)
    assert [t.text for t in subjects(parsed[4])] == ["tenants"]


URGE = {"urged": "urge", "used": "use", "promised": "promise", "accused": "accuse", "sold": "sell"}


@pytest.mark.parametrize("arc", ["xcomp>used", "advcl>used", "acl>loans"])
def test_a_purpose_is_the_subjects_own(arc):
    parsed = doc(f"Lund/NNP/nsubj>used used/VBD/ROOT>used loans/NNS/dobj>used to/TO/aux>build build/VB/{arc}", URGE)
    assert [t.text for t in subjects(parsed[4])] == ["Lund"]


@pytest.mark.parametrize("hangs_on", ["accused", "bank"])
def test_an_accusation_is_of_the_accused(hangs_on):
    parsed = doc(
        "Lund/NNP/nsubj>accused accused/VBD/ROOT>accused the/DT/det>bank bank/NN/dobj>accused "
        f"of/IN/prep>{hangs_on} hiding/VBG/pcomp>of losses/NNS/dobj>hiding",
        URGE,
    )
    assert [t.text for t in subjects(parsed[5])] == ["bank"]
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


def test_inserted_speech_leaves_the_subject_to_its_verb():
    parsed = doc(
        "dams/NNS/nsubj>told ,/,/punct>told Lund/NNP/nsubj>told told/VBD/ROOT>told Orlo/NNP/dobj>told "
        ",/,/punct>told broke/VBD/conj>told"
    )
    found = _found(parsed)
    assert found["told"]["subjects"] == ["Lund"] and found["told"]["complements"] == [("quote", "broke")]
    assert found["broke"]["subjects"] == ["dams"]


def test_a_gapped_conjunct_brings_its_own_doer():
    parsed = doc(
        "Orlo/NNP/nsubj>ordered ordered/VBD/ROOT>ordered mills/NNS/dobj>ordered to/TO/aux>close close/VB/xcomp>ordered "
        "and/CC/cc>close owners/NNS/conj>close to/TO/aux>pay pay/VB/xcomp>close",
        {"ordered": "order"},
    )
    assert [t.text for t in subjects(parsed[8])] == ["owners"]


# ---- coordination and phrases


def test_conjuncts_are_the_same_from_every_member():
    parsed = doc("maps/NNS/ROOT>maps ,/,/punct>maps books/NNS/conj>maps and/CC/cc>books globes/NNS/conj>books")
    expected = ["maps", "books", "globes"]
    for place in (0, 2, 4):
        assert [t.text for t in conjuncts(parsed[place])] == expected


def test_an_apposition_between_conjuncts_is_no_conjunct():
    parsed = doc(
        "bank/NN/nsubj>signed ,/,/punct>bank Tessen/NNP/appos>bank ,/,/punct>Tessen and/CC/cc>Tessen "
        "club/NN/conj>Tessen signed/VBD/ROOT>signed"
    )
    found = {c.kind: c for c in clauses(parsed)}
    assert [t.text for t in found[ClauseKind.VERB].subjects] == ["bank", "club"]
    assert [t.text for t in found[ClauseKind.APPOSITION].attributes] == ["Tessen"]


@pytest.mark.parametrize(
    ("parse", "head", "expected"),
    [
        (
            "two/CD/nummod>sketches old/JJ/amod>sketches sketches/NNS/ROOT>sketches of/IN/prep>sketches "
            "the/DT/det>queen queen/NN/pobj>of in/IN/prep>sketches Oslo/NNP/pobj>in",
            2,
            "two old sketches of the queen",
        ),
        (
            "a/DT/det>firm firm/NN/ROOT>firm that/WDT/nsubj>sells sells/VBZ/relcl>firm lamps/NNS/dobj>sells",
            1,
            "a firm",
        ),
        (
            "the/DT/det>risk risk/NN/ROOT>risk of/IN/prep>risk losing/VBG/pcomp>of money/NN/dobj>losing",
            1,
            "the risk of losing money",
        ),
    ],
)
def test_a_phrase_is_a_short_description(parse, head, expected):
    assert " ".join(t.text for t in phrase(doc(parse)[head])) == expected


# ---- what the model marks


SUBJECTS = [  # sentence, verb, its subjects, the rule that finds them
    ("The council, which owns the harbour, plans to sell it.", "owns", "council", "relative"),
    ("The council, which owns the harbour, plans to sell it.", "sell", "council", "control"),
    ("Orlo Bank and its rival Tessen agreed to merge in May.", "merge", "Bank Tessen", "control"),
    ("Koval told the bank to freeze the account.", "freeze", "bank", "control"),
    ("He promised his mother to return.", "return", "He", "control"),
    ("Residents were forced to leave their homes.", "leave", "Residents", "control"),
    ("Efforts by the council to stop the club from selling its ground failed.", "stop", "council", "control"),
    ("Efforts by the council to stop the club from selling its ground failed.", "selling", "club", "control"),
    ("The city's decision to close the pool was met with anger.", "close", "city", "control"),
    ("The firm is joining groups in efforts to stop the port from dumping sand.", "stop", "firm", "control"),
    ("The union called on the firm to raise pay.", "raise", "firm", "control"),
    ("She was the only curator to buy the work.", "buy", "She", "control"),
    ("The fund seems to have lost its money.", "lost", "fund", "control"),
    ("The firm used the money to buy a rival.", "buy", "firm", "control"),
    ("It is easy to sell data.", "sell", "", "none"),
    ("The man is able to sing.", "sing", "man", "control"),
    ("The bill bans shops from selling knives to children.", "selling", "shops", "control"),
    ("The bank refused to stop lending to the mine.", "lending", "bank", "control"),
    ("Before joining Orlo Bank, she taught physics.", "joining", "she", "control"),
    ("Having sold the club, Lind moved to Spain.", "sold", "Lind", "participle"),
    ("Asked about the plan, Lind declined to comment.", "Asked", "Lind", "participle"),
    ("The river burst its banks, flooding the old town.", "flooding", "river", "participle"),
    ("Halden, based in Oslo, employs 400 people.", "based", "Halden", "participle"),
    ("The storm killed three people and left thousands without power.", "left", "storm", "conjunct"),
    ("Tessen bought the site and sold it to a developer.", "sold", "Tessen", "conjunct"),
    ("There are fears among residents of a second flood.", "are", "fears", "existential"),
    ("The police officer who shot the man has been suspended.", "shot", "officer", "relative"),
    ("Lind, a lawyer, and Moe, a banker, founded the club.", "founded", "Lind Moe", "own"),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "verb", "expected", "source"), SUBJECTS)
def test_every_verb_has_its_real_subject(nlp, sentence, verb, expected, source):
    found = _found(nlp(sentence))[verb]
    assert (" ".join(found["subjects"]), found["source"]) == (expected, source)


SLOTS = [  # sentence, verb, slot, value
    ("Lind gave the museum two paintings and a letter.", "gave", "objects", ["paintings", "letter"]),
    ("Lind gave the museum two paintings and a letter.", "gave", "datives", ["museum"]),
    ("The treaty was signed in Lisbon by ministers from nine states.", "signed", "agents", ["ministers"]),
    ("Lund was appointed head of the museum by the city in 2019.", "appointed", "agents", ["city"]),
    ("Lund was appointed head of the museum by the city in 2019.", "appointed", "attributes", ["head"]),
    ("The crowds can be avoided by walking.", "avoided", "agents", []),
    ("The find was described in a paper by Ana Moe.", "described", "agents", []),
    ("They made him captain.", "made", "objects", ["him"]),
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
    ("Lund set up a school because of the war.", "set", "obliques", {"because of": ["war"]}),
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
    ("The shop, for example, sells maps.", "sells", "obliques", {}),
    ("Mia Torres is a judge.", "is", "kind", "copula"),
    ("He is in Oslo.", "is", "kind", "copula"),
    ("The mill was sold.", "sold", "passive", True),
    ("The lake is fed by two rivers and was dammed.", "dammed", "passive", True),
    ("Its plan collapsed.", "collapsed", "passive", False),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "verb", "slot", "expected"), SLOTS)
def test_arguments_stand_in_their_slots(nlp, sentence, verb, slot, expected):
    assert _found(nlp(sentence))[verb][slot] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "subject", "attributes"),
    [
        ("Mia Torres, a judge and writer, spoke.", "Torres", ["judge", "writer"]),
        ("Moe, the former head of the port authority, was arrested.", "Moe", ["head"]),
    ],
)
def test_an_apposition_is_a_clause(nlp, sentence, subject, attributes):
    found = next(c for c in clauses(nlp(sentence)) if c.kind is ClauseKind.APPOSITION)
    assert ([t.text for t in found.subjects], [t.text for t in found.attributes]) == ([subject], attributes)


@pytest.mark.model
@pytest.mark.parametrize("sentence", ["She grew up in Bonn, Germany.", "", "Rain.", "?!", "To be or not to be"])
def test_odd_sentences_do_no_harm(nlp, sentence):
    assert all(c.kind is not ClauseKind.APPOSITION for c in clauses(nlp(sentence)))
