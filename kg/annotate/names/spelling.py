"""How a document writes its words: what tells a name from a capitalised word, and which paragraphs tell nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.parse import Doc, Span, Token


@dataclass(slots=True)
class Name:
    """A name where it stands: tokens [start, end) are the name, from `outer` on with the role nouns before it."""

    start: int
    end: int
    label: str = ""  # spaCy's, "" if the recogniser was silent
    outer: int = -1
    is_nested: bool = False
    is_heading: bool = False
    is_quoted: bool = False
    cue: str = ""  # class that the words around it tell, "" if none do

    def __post_init__(self) -> None:
        self.outer = self.start if self.outer < 0 else self.outer


class Spelling:
    """How the words of a document are written in its running text: tells a name from a capitalised word."""

    def __init__(self, doc: Doc, headings: Iterable[tuple[int, int]]) -> None:
        self.in_heading = {i for start, end in headings for i in range(start, end)}
        body = [t for t in doc if t.i not in self.in_heading and t.is_alpha]
        self._lower = Counter(t.lower_ for t in body if t.is_lower)
        self._upper = Counter(t.lower_ for t in body if not t.is_lower and not starts_sentence(t))
        self._surnames = {word.text for word in doc if _is_surname(word)}
        self._acting = {t.text for t in body if t.text in self._surnames and t.dep_ == "nsubj" and not _is_marked(t)}

    def is_surname(self, token: Token) -> bool:
        """Whether a word stands for somebody whom the text names in full: "Robert Dane fell. *Dane* sued"; not "the
        Dane", "Dane ships", "in English"."""
        is_own = token.tag_ == "NNP" and token.dep_ not in {"amod", "compound"} and not _is_marked(token)
        return is_own and token.text in self._acting and token.head.lower_ not in {"in", "into"}

    def is_common(self, token: Token) -> bool:
        """Whether the text also writes this word in lower case."""
        return self._lower[token.lower_] > self._upper[token.lower_]

    def is_seen_capital(self, token: Token) -> bool:
        """Whether the text writes this word with a capital where a common word would have none."""
        return self._upper[token.lower_] > 0


def _is_surname(word: Token) -> bool:
    """Whether a word ends the name of somebody in full."""
    beside = [word.doc[i].ent_type_ for i in (word.i - 1, word.i + 1) if 0 <= i < len(word.doc)]
    return word.i > 0 and word.ent_type_ == "PERSON" and beside[0] == "PERSON" and "PERSON" not in beside[1:]


def _is_marked(noun: Token) -> bool:
    return any(t.dep_ in {"det", "amod", "nummod"} for t in noun.lefts)


def written(span: Span) -> str:
    """A name as it would be written with all its spaces: "Universityof Lund" lost one."""
    if len(span) == 1 or span.text.count(" ") == len(span) - 1:
        return span.text
    words = list(span)
    return "".join(
        word.text + (" " if after is not None and (word.whitespace_ or _is_glued(word, after)) else "")
        for word, after in zip(words, [*words[1:], None], strict=True)
    )


def _is_glued(word: Token, after: Token) -> bool:
    return word.is_alpha and after.is_alpha and not word.whitespace_


def starts_sentence(token: Token) -> bool:
    """Whether a token is the first word of a sentence or of a quotation in it."""
    if token.i == token.sent.start:
        return True
    before = token.nbor(-1)
    return (
        before.is_space
        or (before.is_quote and before.tag_ != "POS")  # "Sailors' Rest"
        or before.text in {":", "•", "-", "–", "—", "(", "["}
        or (before.i == token.sent.start and not before.is_alpha)
    )


def headings(doc: Doc) -> list[tuple[int, int]]:
    """Paragraphs whose capitals tell nothing: all in capitals, all lower case, or every word capitalised."""
    return [(p.start, p.end) for p in doc.spans.get("paragraphs", []) if _is_heading(p)]


def in_title(doc: Doc, i: int) -> bool:
    """Whether a token stands in a headline, a first paragraph that ends without a full stop."""
    first = next(iter(doc.spans.get("paragraphs", [])), None)
    is_followed = first is not None and first.end < len(doc)
    return first is not None and is_followed and i < first.end and first[-1].text[-1] not in '.!?:”"'


def _is_heading(paragraph: Span) -> bool:
    solid = [t for t in paragraph if not t.is_space]
    if (
        not solid
        or len(solid) > 25
        or solid[-1].text[-1] in '.”"'
        or paragraph.start + len(paragraph) >= len(paragraph.doc)
    ):
        return False
    long = [t for t in solid[1:] if t.is_alpha and len(t) > 3]
    is_byline = solid[0].text == "By" and len(solid) > 2 and solid[1].text[0].isupper()
    if len(long) < 3 or is_byline:
        return False
    capital = sum(t.text[0].isupper() for t in long)
    return all(t.is_upper for t in long) or capital >= 0.8 * len(long) or capital == 0
