"""The named things that a text has mentioned so far: when last, in what role, and what a pronoun must agree with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.annotate.spelling import is_dateline
from kg.naming import given_names, roles, titles
from kg.parse import Doc, Span, Token

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_SPEECH_MARKS = frozenset({'"', "“", "”"})


@dataclass(slots=True)
class Referent:
    """One named thing and its mentions up to the point that has been read."""

    ident: str
    type: str
    name: str
    names: list[Span]
    gender: str = ""  # m, f or unknown
    signs: int = 0  # signs that it is a person
    offices: set[str] = field(default_factory=set)  # nouns beside the name: "mayor"
    kinds: frozenset[str] = frozenset()  # nouns that say what it is: "club"
    met: list[Token] = field(default_factory=list)  # heads of its mentions so far, pronouns included

    @property
    def named_at(self) -> list[Token]:
        """The heads of its mentions so far, pronouns left out."""
        return [token for token in self.met if token.pos_ != "PRON"]

    @property
    def is_full(self) -> bool:
        """Whether it has been given a name of two words or a title."""
        return len(self.name.split()) > 1 or any(_title(span) for span in self.names)


class Referents:
    """The referents of a document; `meet` and `refer` are called as the text is read."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._sentence = self._number([sent.start for sent in doc.sents])
        self._paragraph = self._number([span.start for span in doc.spans.get("paragraphs", [])])
        self._quoted = quoted(doc)
        self.left: dict[str, int] = {}  # where "the museum" first stood for nothing named
        self.unresolved: list[Token] = []  # pronouns for persons that were left alone
        self._by_token: dict[int, Span] = {}
        by_ident: dict[str, list[Span]] = defaultdict(list)
        for span in doc.spans.get("mentions", []):
            if not span.kb_id_.endswith("nested"):
                by_ident[span.id_].append(span)
                self._by_token.update({token.i: span for token in span})
        names = doc.user_data.get("names", {})
        self.all = {ident: _referent(ident, names.get(ident, ""), spans) for ident, spans in by_ident.items()}
        self._rank = {ident: rank for rank, ident in enumerate(self.all)}
        self._ident_by_met: dict[int, str] = {}  # of those that met at a token the first

    def _number(self, starts: list[int]) -> list[int]:
        number, bounds = -1, set(starts)
        return [number := number + (i in bounds) for i in range(len(self.doc))]

    def is_inside_name(self, token: Token) -> bool:
        """Whether a token belongs to a name."""
        return token.i in self._by_token

    def is_quoted(self, token: Token) -> bool:
        """Whether a token stands in quotation marks."""
        return self._quoted[token.i]

    def meet(self, token: Token) -> None:
        """Note a name when its last word is read; where a report was written is nothing that it speaks of."""
        span = self._by_token[token.i]
        if token.i == span.end - 1 and self.named_by(token) is not None:
            self.refer(span.id_, span.root)

    def refer(self, ident: str, token: Token) -> None:
        """Note a pronoun or description that was resolved."""
        self.all[ident].met.append(token)
        known = self._ident_by_met.setdefault(token.i, ident)
        if self._rank[ident] < self._rank[known]:
            self._ident_by_met[token.i] = ident

    def named_by(self, token: Token) -> str | None:
        """The referent that a token of a name belongs to."""
        span = self._by_token.get(token.i)
        return span.id_ if span is not None and not self.is_dateline(token) else None

    def is_dateline(self, token: Token) -> bool:
        """Whether a token of a name tells where a report was written."""
        span = self._by_token.get(token.i)
        return span is not None and is_dateline(self.doc, span.start, span.end)

    def last_at(self, token: Token) -> str | None:
        """The referent that a token, of a name or resolved, refers to."""
        if (ident := self.named_by(token)) is not None:
            return ident
        return self._ident_by_met.get(token.i)

    def topic(self, token: Token) -> Referent | None:
        """What the sentence before speaks of: its subject, if it has one that refers to something named."""
        before = token.sent.start - 1
        while before >= 0 and self.doc[before].is_space:
            before -= 1
        if before < 0:
            return None
        found = [child for child in self.doc[before].sent.root.children if is_subject(child)]
        if len(found) != 1 or any(child.dep_ == "conj" for child in found[0].children):
            return None
        ident = self.last_at(found[0])
        return self.all[ident] if ident is not None else None

    def listed_with(self, referent: Referent) -> Iterator[Referent]:
        """The referents that its last mention stands in a list with: "Brix and Halden Bank"."""
        last = referent.met[-1]
        beside = [t for t in last.children if t.dep_ == "conj"] + ([last.head] if last.dep_ == "conj" else [])
        for token in beside:
            other = self.named_by(token)
            if other is not None and (self.all[other].type == referent.type or not self.all[other].is_full):
                yield self.all[other]

    def type(self, ident: str) -> str:
        """The class of a referent."""
        return self.all[ident].type

    def is_only_person(self, referent: Referent, gender: str) -> bool:
        """Whether nobody else who may have the gender has a name in a text of one paragraph."""
        persons = [r for r in self.all.values() if r is not referent and r.type == "kg:Person"]
        others = [r for r in persons if r.gender in ("", gender)]
        return not others and self.is_one_paragraph()

    def take_for_person(self, referent: Referent) -> None:
        """Note that a thing was a person all along."""
        referent.type = "kg:Person"
        referent.gender = _gender(referent.name, [])

    def is_one_paragraph(self) -> bool:
        """Whether the whole text is one paragraph."""
        return not self._paragraph or self._paragraph[-1] <= 0

    def sentences_between(self, one: Token, other: Token) -> int:
        """How many sentences apart two tokens stand."""
        return abs(self._sentence[one.i] - self._sentence[other.i])

    def paragraph_of(self, token: Token) -> int:
        """The number of the paragraph that a token stands in."""
        return self._paragraph[token.i]

    def is_same_paragraph(self, one: Token, other: Token) -> bool:
        """Whether two tokens stand in one paragraph."""
        return self._paragraph[one.i] == self._paragraph[other.i]


def is_subject(token: Token) -> bool:
    """Whether a token is a subject, or coordinated with one."""
    return token.dep_ in _SUBJECT


def quoted(doc: Doc) -> list[bool]:
    """For each token whether it stands inside double quotation marks; a paragraph closes them."""
    inside, marks = False, []
    for token in doc:
        if token.is_space and "\n" in token.text:
            inside = False
        if token.text in _SPEECH_MARKS:
            inside = token.text == "“" or (token.text == '"' and not inside)
        marks.append(inside)
    return marks


def _referent(ident: str, name: str, spans: list[Span]) -> Referent:
    referent = Referent(ident, spans[0].label_, name, spans)
    if referent.type == "kg:Person":
        beside = [word for span in spans for word in _words_beside(span)]
        referent.offices = {word.casefold() for word in beside if word in titles() or word.casefold() in roles()}
        referent.gender = _gender(name, beside)
        referent.signs = _signs(name, spans, referent)
    else:
        referent.kinds = frozenset(kind for span in spans for kind in _kinds_beside(span))
    return referent


def _kinds_beside(span: Span) -> Iterator[str]:
    """What a name is introduced as: "the club Orlo Rovers", "Orlo Rovers, a club in Oslo"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and before.tag_ == "NN" and (before.head == span.root or not is_subject(span.root)):
        yield before.lemma_.lower()
    for noun in span.root.children:
        if noun.dep_ == "appos" and noun.tag_ == "NN" and noun.i >= span.end:
            yield noun.lemma_.lower()


def _title(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].text in titles()


def _words_beside(span: Span) -> list[str]:
    """Titles and role nouns before a name or in apposition to it."""
    start = span.start
    while start > 0 and (span.doc[start - 1].text in titles() or span.doc[start - 1].lower_ in roles()):
        start -= 1
    found = [token.text for token in span.doc[start : span.end] if token.text in titles() or token.lower_ in roles()]
    root = span.root
    found += [t.lemma_ for t in root.children if t.dep_ == "appos" and t.lemma_ in roles()]
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.lemma_ in roles():
        found.append(root.head.lemma_)
    if is_subject(root) and root.head.lemma_ == "be":
        found += [t.lemma_ for t in root.head.children if t.dep_ == "attr" and t.lemma_ in roles()]
    return found


def _gender(name: str, beside: list[str]) -> str:
    told = {titles().get(word, "") or roles().get(word.casefold(), "") for word in beside} - {""}
    if len(told) == 1:
        return told.pop()
    return given_names().get(name.split()[0], "") if name else ""


def _signs(name: str, spans: list[Span], referent: Referent) -> int:
    is_labelled = any(token.ent_type_ == "PERSON" for span in spans for token in span)
    is_shortened = len({span.text for span in spans}) > 1
    return (
        is_labelled
        + bool(referent.offices)
        + (name.split()[:1] != [] and name.split()[0] in given_names())
        + is_shortened
        + any(_has_who(span.root) for span in spans)
    )


def _has_who(name: Token) -> bool:
    """ "Lund, who owns three boats": a person, if it is not a club."""
    clauses = (verb for verb in name.rights if verb.dep_ == "relcl")
    return any(t.lower_ == "who" and is_subject(t) for verb in clauses for t in verb.lefts)
