"""A parse in plain Python: a Doc, its Tokens and Spans, whose attributes have spaCy's names and meanings.

spaCy makes a new Token at each `doc[i]` and a new string at each `lemma_`, and looks through half a sentence for
`children`; rules ask for them hundreds of times a word. Here all is read out once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from operator import attrgetter
from typing import Any, overload

_OF_WORD = (  # what is the same wherever the word stands
    *("text", "lower_", "shape_", "is_alpha", "is_digit", "is_lower", "is_upper"),
    *("is_title", "is_punct", "is_space", "is_quote", "is_stop", "like_num"),
)
_OF_PLACE = ("lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_")
_OF_DOC = ("doc", "sent", "i", "idx", "whitespace_")
_OF_ARCS = ("head", "lefts", "rights", "children", "below", "left_edge", "right_edge", "depth", "is_unbroken")
_NOTHING: frozenset[str] = frozenset()
_place = attrgetter("i")
Values = tuple[Any, ...]
word_values: Callable[[Any], Values] = attrgetter(*_OF_WORD)  # of a spaCy Lexeme
labels: Callable[[Any], Values] = attrgetter(*_OF_PLACE)  # of a spaCy Token


class Token:
    """A word of a Doc; equal only to itself."""

    __slots__ = (*_OF_WORD, *_OF_PLACE, *_OF_DOC, *_OF_ARCS)
    text: str
    lower_: str
    shape_: str
    is_alpha: bool
    is_digit: bool
    is_lower: bool
    is_upper: bool
    is_title: bool
    is_punct: bool
    is_space: bool
    is_quote: bool
    is_stop: bool
    like_num: bool
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    doc: Doc
    sent: Span
    i: int
    idx: int
    whitespace_: str
    head: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]
    below: frozenset[str]  # the arcs by which its children hang on it
    left_edge: Token
    right_edge: Token
    depth: int  # how many tokens stand above it
    is_unbroken: bool  # whether the words of its subtree, and of each subtree in it, stand side by side

    def __init__(self, word: Values, labels: Values, i: int, idx: int) -> None:
        self.text, self.lower_, self.shape_, self.is_alpha, self.is_digit, self.is_lower, *marks = word
        self.is_upper, self.is_title, self.is_punct, self.is_space, self.is_quote, self.is_stop, self.like_num = marks
        self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_, self.ent_iob_ = labels
        self.i = i
        self.idx = idx
        self.whitespace_ = ""

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    @property
    def n_lefts(self) -> int:
        """How many children stand before it."""
        return len(self.lefts)

    @property
    def n_rights(self) -> int:
        """How many children stand behind it."""
        return len(self.rights)

    @property
    def is_sent_start(self) -> bool:
        """Whether it is the first token of its sentence."""
        return self.i == self.sent.start

    @property
    def is_sent_end(self) -> bool:
        """Whether it is the last token of its sentence, but for blanks."""
        return self is self.sent.last

    @property
    def text_before(self) -> str:
        """The text of the token before it; "" for the first of all."""
        return self.doc.tokens[self.i - 1].text if self.i else ""

    @property
    def lower_before(self) -> str:
        """The same in lower case."""
        return self.doc.tokens[self.i - 1].lower_ if self.i else ""

    def nbor(self, step: int = 1) -> Token:
        """The token so many places on. Raises IndexError where there is none."""
        if self.i + step < 0:
            raise IndexError(f"no token stands {-step} places before token {self.i}")
        return self.doc.tokens[self.i + step]

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: Token) -> bool:
        """Whether another token hangs on it, at whatever distance."""
        token = descendant
        while token.head is not token:
            token = token.head
            if token is self:
                return True
        return False

    @property
    def subtree(self) -> Sequence[Token]:
        """The token and all that hangs on it; under each one, first what hangs before it, last what hangs behind."""
        if self.is_unbroken:
            return self.doc.tokens[self.left_edge.i : self.right_edge.i + 1]
        found: list[Token] = []
        waiting = [(self, False)]
        while waiting:
            token, is_open = waiting.pop()
            if is_open:
                found.append(token)
            else:
                waiting += [(child, False) for child in reversed(token.rights)]
                waiting.append((token, True))
                waiting += [(child, False) for child in reversed(token.lefts)]
        return found


class Span:
    """The tokens [start, end) of a Doc."""

    __slots__ = ("doc", "end", "id_", "kb_id_", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "", kb_id: str = "", span_id: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self.kb_id_ = kb_id
        self.id_ = span_id

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[range(self.start, self.end)[place]]

    def __repr__(self) -> str:
        return self.text

    @property
    def last(self) -> Token:
        """The last token that is no blank: a sentence at the end of a paragraph holds the blank line behind it."""
        return next((token for token in reversed(self) if not token.is_space), self[-1])

    @property
    def start_char(self) -> int:
        """The offset of the first character."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """One past the offset of the last character."""
        if self.end <= self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as written, without the blank behind them."""
        doc, end = self.doc, self.end
        if end <= self.start:
            return ""
        last = doc.tokens[end - 1]
        return doc.text[doc.tokens[self.start].idx : last.idx + len(last.text)]

    @property
    def sent(self) -> Span:
        """The sentence in which it begins."""
        return self.doc.tokens[self.start].sent

    @property
    def ents(self) -> list[Span]:
        """The named entities that lie wholly in it."""
        return [ent for ent in self.doc.ents if self.start <= ent.start and ent.end <= self.end]

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence; of several the first."""
        tokens = self.doc.tokens[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        outer = (token for token in tokens if not self.start <= token.head.i < self.end)
        return min(outer, key=_depth, default=self.doc.tokens[self.start])


def _depth(token: Token) -> int:
    """How far a token stands from its root; a mark or a blank on which nothing hangs is the last choice."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return token.depth


class Doc:
    """The tokens of a document, with its sentences, entities and span groups."""

    __slots__ = ("_ents", "_forms", "_lemmas", "_starts", "answers", "sents", "spans", "text", "tokens", "user_data")

    def __init__(self, text: str, tokens: list[Token], heads: Sequence[int]) -> None:
        self.text = text
        self.tokens = tokens
        self.spans: dict[str, list[Span]] = {}
        self.user_data: dict[str, Any] = {}
        self.answers: dict[Callable[..., Any], dict[int, Any]] = defaultdict(dict)  # see `kg.once`
        _hang(tokens, heads)
        self.sents = tuple(_sentences(self))
        for sentence in self.sents:
            for token in sentence:
                token.doc, token.sent = self, sentence
        self._ents = tuple(_entities(self))
        self._starts = [token.idx for token in tokens]
        self._lemmas: dict[str, list[Token]] = {}
        self._forms: dict[str, list[Token]] = {}
        for token in tokens:
            self._forms.setdefault(token.lower_, []).append(token)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[place]

    @property
    def ents(self) -> tuple[Span, ...]:
        """The named entities, in order; those that are set replace the ones there were."""
        return self._ents

    @ents.setter
    def ents(self, spans: Iterable[Span]) -> None:
        self.answers.clear()
        self._ents = tuple(spans)
        for token in self.tokens:
            token.ent_type_, token.ent_iob_ = "", "O"
        for span in self._ents:
            for token in span:
                token.ent_type_, token.ent_iob_ = span.label_, "B" if token.i == span.start else "I"

    def words(self, start: int, end: int) -> str:
        """The tokens [start, end) as written, in lower case, without the blank behind them."""
        tokens = self.tokens[start:end]
        if not tokens:
            return ""
        last = tokens[-1]
        return self.text[tokens[0].idx : last.idx + len(last.text)].lower()

    def written(self, words: AbstractSet[str]) -> list[Token]:
        """The tokens that are, in lower case, one of these words, in reading order."""
        forms = self._forms
        found = [token for word in forms.keys() & words for token in forms[word]]
        return sorted(found, key=_place) if len(found) > 1 else found

    def has(self, word: str) -> bool:
        """Whether a token is, in lower case, this word."""
        return word in self._forms

    def named(self, words: AbstractSet[str]) -> list[Token]:
        """The tokens whose form or lemma is, in lower case, one of these words, in reading order."""
        if not self._lemmas:
            for token in self.tokens:
                self._lemmas.setdefault(token.lemma_.lower(), []).append(token)
        indexes = (self._forms, self._lemmas)
        named = (token for index in indexes for word in index.keys() & words for token in index[word])
        found = {token.i: token for token in named}
        return [found[place] for place in sorted(found)]

    def token_at(self, offset: int) -> Token | None:
        """The token that stands at a character or, where a blank does, next; None behind the last one."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self._starts[place] + len(self.tokens[place].text):
            place += 1
        return self.tokens[place] if place < len(self.tokens) else None

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Draw another arc above a token, within its sentence; a root hangs on itself."""
        self.answers.clear()
        self._lemmas.clear()
        token.head, token.dep_ = head, label
        sentence = list(token.sent)
        _hang(sentence, [each.head.i for each in sentence])

    def char_span(self, start: int, end: int, label: str = "") -> Span | None:
        """The tokens that stand, wholly or in part, in a stretch of characters; None where there are none."""
        if not (self.tokens and 0 <= start < end <= len(self.text)):
            return None
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        is_behind = start >= self._starts[first] + len(self.tokens[first])
        return Span(self, first + is_behind, max(first + is_behind, last + 1), label)


def as_written(tokens: Iterable[Token]) -> str:
    """The words of tokens that need not stand side by side, parted by the blanks that stand behind them."""
    return "".join([token.text + token.whitespace_ for token in tokens]).strip()


def _sentences(doc: Doc) -> Iterator[Span]:
    """From the left edge of each root to the next."""
    starts = sorted({token.left_edge.i for token in doc if token.head is token})
    yield from (Span(doc, start, end) for start, end in pairwise([*starts, len(doc)]))


def _entities(doc: Doc) -> Iterator[Span]:
    starts = [token.i for token in doc if token.ent_iob_ == "B"]
    for start, limit in pairwise([*starts, len(doc)]):
        end = next((i for i in range(start + 1, limit) if doc[i].ent_iob_ != "I"), limit)
        yield Span(doc, start, end, doc[start].ent_type_)


def _hang(tokens: list[Token], heads: Sequence[int]) -> None:
    """Set what hangs on what in tokens that stand side by side; the head of a root is the root itself."""
    start = tokens[0].i if tokens else 0
    before: dict[int, list[Token]] = defaultdict(list)
    behind: dict[int, list[Token]] = defaultdict(list)
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head - start]
        if head != token.i:
            (before if token.i < head else behind)[head].append(token)
    for token in tokens:
        token.lefts, token.rights = tuple(before.get(token.i, ())), tuple(behind.get(token.i, ()))
        token.children = token.lefts + token.rights
        token.below = frozenset([child.dep_ for child in token.children]) if token.children else _NOTHING
    outer_first = [token for token in tokens if token.head is token]
    for token in outer_first:
        token.depth = 0 if token.head is token else token.head.depth + 1
        outer_first += token.children
    _enclose(tokens, outer_first, start)


def _enclose(tokens: list[Token], outer_first: list[Token], start: int) -> None:
    """Set the edges of each subtree, and whether it has a gap, from the innermost out."""
    first, last, size = list(range(len(tokens))), list(range(len(tokens))), [1] * len(tokens)
    broken: set[int] = set()
    for token in reversed(outer_first):
        i, above = token.i - start, token.head.i - start
        token.left_edge, token.right_edge = tokens[first[i]], tokens[last[i]]
        token.is_unbroken = i not in broken and last[i] - first[i] + 1 == size[i]
        if above != i:
            first[above], last[above] = min(first[above], first[i]), max(last[above], last[i])
            size[above] += size[i]
            if not token.is_unbroken:
                broken.add(above)
