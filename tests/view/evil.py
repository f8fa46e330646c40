"""A graph whose every field tries to break out of the page."""

from __future__ import annotations

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

EVIL = (
    "<script>window.broken = 1</script>",
    "</script><script>window.broken = 2</script>",
    "<img src=x onerror='window.broken = 3'>",
    '"><svg onload="window.broken = 4">',
    "<!--<script>",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "{{7*7}} ${7*7} <%= 7 %>",
    "line\u2028separated\u2029text",
    "javascript:window.broken = 5",
    "' onfocus='window.broken = 6' autofocus='",
    "\\u003cscript\\u003e",
    "href target=_blank",
    "\u202eright to left",
    "",
    "x" * 4000,
)
BASE = "https://example.org/kg/"


def evil() -> Content:
    """Every field of every kind holds each of the texts once."""
    content = Content(
        entities={f"{BASE}entity/{i}": _entity(i, text) for i, text in enumerate(EVIL)},
        classes={f"{KG}{text}": ClassTerm(f"{KG}{text}", text, text, text) for text in EVIL},
        relations={f"{KG}{text}": RelationTerm(f"{KG}{text}", text) for text in EVIL},
    )
    for i, text in enumerate(EVIL):
        _say(content, i, text)
    return content


def _entity(i: int, text: str) -> EntityCard:
    links = (
        "javascript:window.broken = 7",
        "data:text/html,<script>window.broken = 8</script>",
        text,
        "https://a.b/<c>",
    )
    return EntityCard(f"{BASE}entity/{i}", text, f"{KG}{text}", (text + " also", "__proto__"), links)


def _say(content: Content, i: int, text: str) -> None:
    document = f"{BASE}doc/{i}"
    quote = f"Before {text} after"
    content.documents[document] = DocumentCard(document, text, text, text, text, text, text, quote if i % 2 else text)
    content.mentions[document] = [
        Mention(0, 6, f"{BASE}entity/{i}"), Mention(2, 9, text), Mention(7, 10**9, f"{BASE}entity/0")
    ]  # fmt: skip
    sentence = f"{document}#char=0,9"
    content.sentences[sentence] = Sentence(sentence, document, 0, 0, quote)
    subject, other = f"{BASE}entity/{i}", f"{BASE}entity/{(i + 1) % len(EVIL)}"
    for k, status in enumerate(("asserted", "claimed", "denied", "unrealised", text)):
        iri = f"{BASE}statement/{i}-{k}"
        content.statements[iri] = Reported(
            iri,
            subject,
            f"{KG}{text}",
            (Value(other), Value(text, is_literal=True), Value(f"{BASE}statement/{i}-0"), None, Value(text))[k],
            status,
            sentence,
            mode=text,
            holders=(other,),
            relayed_by=(subject,),
            cue=text,
            subject_span=(0, 6),
            relation_span=(3, 10**9),
            object_span=(-4, 3),
            roles=((text, Value(text, is_literal=True)), ("__proto__", Value(other))),
            time=text,
            start_date=text,
            end_date=text,
            confidence=0.5,
            rule=text,
        )
