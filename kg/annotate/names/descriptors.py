"""What a sentence begins with before a name, without an article: "Insurer Halden Cross said", "Ferry Sea Lion sank"."""

from __future__ import annotations

from kg.annotate.names.classes import family
from kg.annotate.names.spelling import starts_sentence
from kg.annotate.names.tokens import is_given, is_particle
from kg.naming import class_nouns, head_words, small_words
from kg.parse import Doc


def is_descriptor(doc: Doc, start: int, end: int) -> bool:
    """Whether the first word of a run says what is named by the rest."""
    first = doc[start]
    is_of_name = is_given(first) or is_particle(first) or first.text in head_words("first")  # "Van Dam" is no van
    if end - start == 1 or not starts_sentence(first) or is_of_name:
        return False
    noun = first.lower_.removesuffix("s") if first.lower_ not in class_nouns() else first.lower_  # "Banks Orlo and Ek"
    kind = family(class_nouns().get(noun, ""))
    if kind in {"organization", "product"} and _stands_without(doc, start, end):
        return True
    is_head = first.text in head_words("last") or first.text in head_words("of")
    is_body = kind == "organization" or first.lower_ in small_words("either")
    return is_body and not is_head and first.lower_ not in small_words("trade")


def _stands_without(doc: Doc, start: int, end: int) -> bool:
    """Whether a run of words stands elsewhere without the first of them."""
    rest = [token.text for token in doc[start + 1 : end]]
    starts = (token.i for token in doc.written({rest[0].lower()}) if token.i != start + 1)
    return any([t.text for t in doc[i : i + len(rest)]] == rest and doc[i - 1].text != doc[start].text for i in starts)
