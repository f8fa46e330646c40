"""Of what "or" joins only one is said to be so."""

from __future__ import annotations

import pytest

from kg import ontology
from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document, Mode, Status

pytestmark = pytest.mark.model


def statuses(nlp, text: str) -> dict[str, Status]:
    ((document, doc),) = annotate([Document(text, "t", "t.txt")], nlp)
    found = extract(document, doc, ontology.load()).statements
    return {f"{s.subject.text} {s.predicate.text} {getattr(s.object, 'text', '')}".strip(): s.status for s in found}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The rail firm must offer a new seat or a refund.", Mode.POSSIBLE),
        ("The rail firm must offer a new seat and a refund.", Mode.DESIRED),
        ("The fund will buy Orlo or Tarn.", Mode.POSSIBLE),
        ("The fund will buy Orlo and Tarn.", Mode.FUTURE),
    ],
)
def test_none_of_several_is_what_must_or_will_be(nlp, text, mode):
    ((document, doc),) = annotate([Document(text, "t", "t.txt")], nlp)
    assert {s.mode for s in extract(document, doc, ontology.load()).statements} == {mode}


@pytest.mark.parametrize(
    ("text", "statement", "status"),
    [
        ("The fund bought Orlo or Tarn.", "The fund bought Orlo", "unrealised"),
        ("The fund bought Orlo or Tarn.", "The fund bought Tarn", "unrealised"),
        ("The fund bought Orlo and Tarn.", "The fund bought Orlo", "asserted"),
        ("The fund did not buy Orlo or Tarn.", "The fund did not buy Orlo", "denied"),
        ("The storm damaged or destroyed the pier.", "The storm damaged the pier", "unrealised"),
        ("The storm damaged and destroyed the pier.", "The storm damaged the pier", "asserted"),
        ("The clerk sold two or three boats.", "The clerk sold two or three boats", "asserted"),
    ],
)
def test_an_alternative_is_no_fact(nlp, text, statement, status):
    found = statuses(nlp, text)
    assert {name: str(value) for name, value in found.items()}.get(statement) == status, found


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        (
            "Penn insisted to the last that the finest bell was one that had been cast or recast in Lyme.",
            "insisted",
            "asserted",
        ),
        (
            "Penn insisted to the last that the finest bell was one that had been cast or recast in Lyme.",
            "was",
            "claimed",
        ),
        ("Of all the boats she built or mended, Orr said, the best was a skiff.", "said", "asserted"),
        ("Of all the boats she built or mended, the best was a skiff.", "was", "asserted"),
        ("Of all the songs he wrote or sang, Orr argued, the last was his best.", "was", "claimed"),
        ("The clerk who lost or sold the key left in May.", "left", "asserted"),
        ("The clerk who lost or sold the key left in May.", "lost", "unrealised"),
        ("The mill, which was burned or bombed in the war, belonged to a duke.", "belonged", "asserted"),
        ("The mill, which was burned or bombed in the war, belonged to a duke.", "burned", "unrealised"),
        ("Either the pilot missed the signal or he saw it and flew on anyway.", "flew", "unrealised"),
        ("Either she left the gate open or she shut it and opened it again.", "opened", "unrealised"),
        ("Landlords have been told to fix the lifts or lose their licences.", "lose", "unrealised"),
        ("The guard fell or jumped from the tower.", "fell", "unrealised"),
        ("The guard fell or jumped from the tower.", "jumped", "unrealised"),
        ("A man who was shot or stabbed lay on the quay.", "lay", "asserted"),
        ("The firm said that the crane, which had tipped or slid, was old.", "said", "asserted"),
        ("The firm said that the crane, which had tipped or slid, was old.", "was", "claimed"),
        ("In the many towns that he visited or wrote about, he told friends, nobody knew him.", "told", "asserted"),
        ("Either the valve burst or the clerk had left it open.", "burst", "unrealised"),
        ("The owner died or moved abroad.", "died", "unrealised"),
        ("He maintained, of the barns he had built or repaired, that none leaked.", "maintained", "asserted"),
        (
            "Penn built or mended more than forty boats and insisted to the last that none of them leaked.",
            "insisted",
            "asserted",
        ),
        (
            "Penn built or mended more than forty boats and insisted to the last that the best was a skiff.",
            "was",
            "claimed",
        ),
        ("The guard fell or jumped from the wall and broke a leg.", "broke", "asserted"),
        ("The guard fell or jumped from the wall and broke a leg.", "jumped", "unrealised"),
        ("The gang burned or sold the maps and fled.", "fled", "asserted"),
        ("The clerk lost the key and fell or jumped into the dock.", "lost", "asserted"),
        ("The clerk lost the key and fell or jumped into the dock.", "jumped", "unrealised"),
        ("The crew left early, missed the tide or sank.", "sank", "unrealised"),
        ("The crew fled or drowned, and the ship was sold.", "sold", "asserted"),
        ("The firm has closed or sold nine mills but kept its office.", "kept", "asserted"),
        ("The bus was stolen or borrowed, but was found in Kesh.", "found", "asserted"),
        ("She wrote or edited forty books and was twice mayor of Kesh.", "was", "asserted"),
    ],
)
def test_or_reaches_no_further_than_the_verbs_that_it_joins(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)
