"""The data between spaCy and RDF: what cannot be constructed, and what follows from what."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import (
    Document,
    Evidence,
    Literal,
    Mention,
    Mode,
    Polarity,
    Predicate,
    Statement,
    StatementRef,
    Status,
    argument_text,
    digest,
    slug,
    status_of,
)

MILL = Mention(0, 8, "The mill")
OATS = Mention(15, 19, "oats")
SENTENCE = Evidence(0, 20, "The mill sells oats.", 0)


def statement(**changes: object) -> Statement:
    values = {
        "document": "Mill-1234",
        "subject": MILL,
        "predicate": Predicate("kg:sells", "sells", 9, 14),
        "object": OATS,
        "evidence": SENTENCE,
        **changes,
    }
    return Statement(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mode", "polarity", "is_attributed", "status"),
    [
        (Mode.FACTUAL, Polarity.POSITIVE, False, Status.ASSERTED),
        (Mode.FACTUAL, Polarity.POSITIVE, True, Status.CLAIMED),
        (Mode.FACTUAL, Polarity.NEGATIVE, False, Status.DENIED),
        (Mode.FACTUAL, Polarity.NEGATIVE, True, Status.DENIED),
        (Mode.POSSIBLE, Polarity.POSITIVE, False, Status.UNREALISED),
        (Mode.FUTURE, Polarity.NEGATIVE, True, Status.UNREALISED),
    ],
)
def test_status_follows_from_mode_polarity_and_attribution(
    mode: Mode, polarity: Polarity, is_attributed: bool, status: Status
) -> None:
    assert status_of(mode, polarity, is_attributed) is status
    assert statement(mode=mode, polarity=polarity, is_attributed=is_attributed).status is status


def test_a_statement_without_evidence_cannot_be_made() -> None:
    with pytest.raises(TypeError):
        Statement("Mill-1234", MILL, Predicate("kg:sells", "sells"), OATS)  # type: ignore[call-arg]


@pytest.mark.parametrize(("start", "end", "text"), [(0, 0, ""), (3, 1, "ab"), (-1, 1, "ab"), (0, 3, "ab")])
def test_a_span_that_does_not_fit_its_text_cannot_be_made(start: int, end: int, text: str) -> None:
    with pytest.raises(ValueError, match="cannot stand"):
        Mention(start, end, text)
    with pytest.raises(ValueError, match="cannot stand"):
        Evidence(start, end, text, 0)


def test_a_holder_makes_a_statement_attributed() -> None:
    with pytest.raises(ValueError, match="attributed"):
        statement(attributed_to=(MILL,))
    assert statement(attributed_to=(MILL,), is_attributed=True).status is Status.CLAIMED


@pytest.mark.parametrize(
    "changes",
    [
        {"document": "Mill-9999"},
        {"subject": OATS},
        {"object": None},
        {"roles": (("recipient", OATS),)},
        {"mode": Mode.POSSIBLE},
        {"polarity": Polarity.NEGATIVE},
        {"is_attributed": True},
    ],
)
def test_another_reading_is_another_statement(changes: dict[str, object]) -> None:
    assert statement(**changes).id != statement().id


@pytest.mark.parametrize("changes", [{"confidence": 0.1}, {"extractor": "other rule"}, {"cue": "said"}])
def test_how_sure_and_by_which_rule_does_not_name_a_statement(changes: dict[str, object]) -> None:
    assert statement(**changes).id == statement().id


def test_a_merge_of_entities_keeps_the_statement() -> None:
    renamed = Mention(0, 8, "The mill", cluster=40, name="Old Mill", type="kg:Company")
    assert statement(subject=renamed).id == statement().id


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        (None, ""),
        (OATS, "oats"),
        (Literal("2024", "xsd:gYear"), "2024"),
        (StatementRef("x", "the mill burns", 0, 3), "the mill burns"),
    ],
)
def test_an_argument_as_a_reader_says_it(argument: object, text: str) -> None:
    assert argument_text(argument) == text  # type: ignore[arg-type]


def test_a_document_is_named_by_title_and_text() -> None:
    one = Document("The mill burned.", "Mill news", "a.txt")
    assert one.id == Document("The mill burned.", "Mill news", "elsewhere/b.txt").id
    assert one.id.startswith("Mill_news-")
    assert one.id != Document("The mill burned!", "Mill news", "a.txt").id


@given(st.text())
def test_a_slug_is_never_empty_and_holds_words_only(text: str) -> None:
    made = slug(text)
    assert made and all(c == "_" or c.isalnum() or c.isidentifier() or c.isnumeric() for c in made)


@given(st.lists(st.text(st.characters(exclude_characters="\x1f")), max_size=4))
def test_a_digest_tells_sequences_apart(parts: list[str]) -> None:
    assert digest(*parts) == digest(*parts)
    assert digest(*parts, "x") != digest(*parts)


def test_values_go_to_other_processes_whole() -> None:
    assert pickle.loads(pickle.dumps(statement())) == statement()
