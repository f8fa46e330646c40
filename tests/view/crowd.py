"""Graphs of any size with sentences, the same each time: to measure the page, not to read."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from kg.view.content import (
    KG,
    ClassTerm,
    Content,
    DocumentCard,
    EntityCard,
    Mention,
    RelationTerm,
    Reported,
    Sentence,
    Value,
)

_FIRST = [
    "Alder",
    "Birch",
    "Cedar",
    "Dover",
    "Elgin",
    "Fairn",
    "Goran",
    "Hollis",
    "Ibsen",
    "Jarrow",
    "Kelso",
    "Lorne",
    "Marlow",
    "Niven",
    "Orton",
    "Penryn",
    "Quill",
    "Rowan",
    "Selby",
    "Tarn",
]
_LAST = [
    "Works",
    "Bank",
    "Lines",
    "Council",
    "Union",
    "Valley",
    "Group",
    "Systems",
    "Institute",
    "League",
    "Harbour",
    "Press",
    "Foods",
    "Trust",
    "Energy",
    "Motors",
    "Alliance",
    "Court",
]
_VERBS = [
    "sells",
    "opposes",
    "supports",
    "funds",
    "criticizes",
    "owns",
    "leads",
    "sues",
    "investigates",
    "joins",
    "buys",
    "advises",
]
_TYPES = ["Person", "Company", "GovernmentBody", "AdvocacyGroup", "GeopoliticalEntity", "Product", "Event", "Work"]
_WORDS = [
    "after",
    "a",
    "long",
    "debate",
    "in",
    "the",
    "regional",
    "council",
    "that",
    "followed",
    "months",
    "of",
    "quiet",
    "talks",
    "between",
    "all",
    "sides",
]
_STATUSES = ["asserted"] * 7 + ["claimed", "denied", "unrealised"]


def crowd(entities: int, facts: int, seed: int = 7) -> Content:
    """A content of that many entities and about that many facts."""
    pick = random.Random(seed)
    base = "https://example.org/kg/"
    cards = [EntityCard(f"{base}entity/E{i}", name, f"{KG}{_TYPES[i % 8]}") for i, name in enumerate(_names(entities))]
    documents = [
        DocumentCard(
            f"{base}doc/d{i}", f"Article {i} of the year", f"news/{i}.txt", published=f"20{20 + i % 12}-0{1 + i % 9}-11"
        )
        for i in range(max(1, facts // 25))
    ]
    content = Content(
        entities={card.iri: card for card in cards},
        documents={document.iri: document for document in documents},
        classes={f"{KG}{name}": ClassTerm(f"{KG}{name}", name.lower()) for name in _TYPES},
        relations={f"{KG}{verb}": RelationTerm(f"{KG}{verb}", verb) for verb in _VERBS},
    )
    texts: dict[str, list[str]] = {document.iri: [] for document in documents}
    sizes = dict.fromkeys(texts, 0)
    for i in range(facts * 10 // 7):
        sentence, statement = _statement(i, pick, cards, documents, sizes)
        content.sentences[sentence.iri] = sentence
        content.statements[statement.iri] = statement
        texts[sentence.document].append(sentence.quote)
        sizes[sentence.document] += len(sentence.quote) + 1
        for span, iri in ((statement.subject_span, statement.subject), (statement.object_span, statement.object)):
            assert span is not None and iri is not None
            mention = Mention(*span, iri if isinstance(iri, str) else iri.text)
            content.mentions.setdefault(sentence.document, []).append(mention)
    for iri, parts in texts.items():
        content.documents[iri] = replace(content.documents[iri], text=" ".join(parts))
    return content


def _names(count: int) -> Iterator[str]:
    for i in range(count):
        number = i // (len(_FIRST) * len(_LAST))
        yield f"{_FIRST[i % len(_FIRST)]} {_LAST[i // len(_FIRST) % len(_LAST)]}" + (f" {number}" if number else "")


def _statement(
    i: int, pick: random.Random, cards: list[EntityCard], documents: list[DocumentCard], sizes: dict[str, int]
) -> tuple[Sentence, Reported]:
    a, b = cards[int(len(cards) * pick.random() ** 3)], cards[int(len(cards) * pick.random())]
    verb, document = pick.choice(_VERBS), documents[i % len(documents)]
    tail = " ".join(_WORDS[: 6 + i % 10])
    quote, begin = f"{a.label} {verb} {b.label} {tail}.", sizes[document.iri]
    iri = f"{document.iri}#char={begin},{begin + len(quote)}"
    sentence = Sentence(iri, document.iri, i // len(documents), begin, quote)
    at = begin + len(a.label) + 1
    spans = {
        "subject_span": (begin, at - 1),
        "relation_span": (at, at + len(verb)),
        "object_span": (at + len(verb) + 1, at + len(verb) + 1 + len(b.label)),
    }
    status = _STATUSES[i % 10]
    holders = (cards[i % 50].iri,) if status == "claimed" else ()
    return sentence, Reported(
        f"https://example.org/kg/statement/s{i:06}", a.iri, f"{KG}{verb}", Value(b.iri), status, iri,
        mode="possible" if status == "unrealised" else "factual", is_negative=status == "denied", holders=holders,
        confidence=0.8, rule="frame:" + verb, **spans,  # type: ignore[arg-type]
    )  # fmt: skip
