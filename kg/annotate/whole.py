"""One Doc over a whole text, from spaCy's parses of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from spacy import tokens as spacy
from spacy.vocab import Vocab

from kg.parse import Doc, Token, Values, labels, word_values


def whole(text: str, parts: Iterable[tuple[spacy.Doc, list[int]]], vocab: Vocab) -> Doc:
    """The parts joined; white space between them is kept as tokens.

    With each part come the offsets in the text of its characters. One that is a bullet hangs on the sentence behind it.
    """
    joined = _Joined(text, vocab)
    for part, offsets in parts:
        joined.add(part, offsets)
    return joined.doc()


class _Joined:
    """Tokens up to some place of the text."""

    def __init__(self, text: str, vocab: Vocab) -> None:
        self._text = text
        self._vocab = vocab
        self._words: dict[str, Values] = {}
        self._tokens: list[Token] = []
        self._head_by_token: dict[int, int] = {}
        self._bullets: list[int] = []  # which hang on the sentence that follows
        self._position = 0

    def add(self, part: spacy.Doc, offsets: list[int]) -> None:
        """Go on with the next paragraph."""
        place_by_token: dict[int, int] = {}
        head_by_token: dict[int, int] = {}
        for word in part:
            if not word.is_space:
                start = word.idx
                self._fill(offsets[start])
                place_by_token[word.i] = len(self._tokens)
                head_by_token[word.i] = word.head.i
                self._append(offsets[start + len(word) - 1] + 1, labels(word))
        for i, head in head_by_token.items():
            self._head_by_token[place_by_token[i]] = place_by_token[head]
        if part.user_data.get("is_bullet"):
            self._bullets += place_by_token.values()
        elif self._bullets and place_by_token:
            root = self._root(min(place_by_token.values()))
            for bullet in self._bullets:
                self._head_by_token[bullet] = root
                self._tokens[bullet].dep_ = "punct"
            self._bullets.clear()

    def doc(self) -> Doc:
        """The text to its end. White space hangs on the token before it, or on the one after it at the very start."""
        self._fill(len(self._text))
        for i in range(len(self._tokens)):
            self._head_by_token.setdefault(i, i - 1 if i else min(1, len(self._tokens) - 1))
        return Doc(self._text, self._tokens, [self._head_by_token[i] for i in range(len(self._tokens))])

    def _root(self, i: int) -> int:
        while (head := self._head_by_token[i]) != i:
            i = head
        return i

    def _fill(self, end: int) -> None:
        """White space and symbols up to there: one blank belongs to the word before it, more is a token."""
        if self._position == end:
            return
        last = self._tokens[-1] if self._tokens else None
        if last is not None and not last.is_space and self._text[self._position] == " ":
            last.whitespace_ = " "
            self._position += 1
        if self._position < end:
            self._append(end, (self._text[self._position : end], "SPACE", "_SP", "dep", "", "O"))
            self._tokens[-1].is_space = True

    def _append(self, end: int, found: Values) -> None:
        text = self._text[self._position : end]
        if text not in self._words:
            self._words[text] = word_values(self._vocab[text])
        token = Token(self._words[text], found, len(self._tokens), self._position)
        last = self._tokens[-1] if self._tokens else None
        if not token.ent_type_:
            token.ent_iob_ = "O"
        elif last is None or last.ent_type_ != token.ent_type_:
            token.ent_iob_ = "B"  # what goes on behind white space begins anew
        self._tokens.append(token)
        self._position = end
