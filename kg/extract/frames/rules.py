"""The frames of the ontology, filed under the words that set them off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.ontology import Frame, Ontology, Relation
from kg.parse import Token

_Cue = tuple[frozenset[str], dict[str, list[tuple[str, ...]]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A frame with its relation and one of its words, split: ("look", "into")."""

    relation: Relation
    frame: Frame
    word: tuple[str, ...]
    number: int  # place in the ontology: of two rules that fit equally, the first counts

    @property
    def name(self) -> str:
        """Of the relation, the word and the slot of the object: "educatedAt/study at"."""
        return f"{self.relation.name.partition(':')[2]}/{' '.join(self.word)} {self.frame.target[0]}"


@lru_cache(maxsize=4)
def rules_of(ontology: Ontology) -> Rules:
    """The rules of an ontology, worked out once for all documents."""
    return Rules(ontology)


class Rules:
    """All rules by the kind of word and the word that must stand there."""

    def __init__(self, ontology: Ontology) -> None:
        self.words = ontology.words
        self._cues: dict[tuple[str, ...], _Cue] = {}
        self._of: dict[tuple[object, ...], list[Rule]] = {}  # words come again
        self._by_word: dict[str, dict[str, list[Rule]]] = {
            kind: defaultdict(list) for kind in ("verb", "noun", "adjective")
        }
        for number, rule in enumerate(self._all(ontology)):
            key = rule.word[0] if rule.frame.kind == "verb" else rule.word[-1]
            self._by_word[rule.frame.kind][key].append(Rule(rule.relation, rule.frame, rule.word, number))
        filed = self._by_word["noun"].items()
        self.dated = frozenset(word for word, rules in filed if any("date" in rule.frame.target for rule in rules))
        self.nouns = frozenset(self._by_word["noun"])  # the words, in lower case, that may set off a rule of nouns

    def _all(self, ontology: Ontology) -> Iterator[Rule]:
        for relation in ontology.relations.values():
            for frame in relation.frames:
                excepted = frozenset(self.expand(frame.excepted))
                for word in (w for w in self.expand(frame.words) if w not in excepted):
                    yield Rule(relation, frame, tuple(word.lower().split()), 0)

    def expand(self, words: Iterable[str]) -> Iterator[str]:
        """The words, with every *list replaced by its members."""
        for word in words:
            yield from sorted(self.words[word[1:]]) if word.startswith("*") else (word,)

    def of(self, kind: str, token: Token) -> list[Rule]:
        """The rules that a token may set off, each once."""
        key = kind, token.lemma_, token.lower_, token.pos_ == "VERB"
        found = self._of.get(key)
        if found is None:
            filed = self._by_word[kind]
            found = [rule for form in dict.fromkeys(_forms(token)) if form in filed for rule in filed[form]]
            self._of[key] = found
        return found

    def holds(self, cue: tuple[str, ...], tokens: Iterable[Token]) -> bool:
        """Whether one of the tokens is one of the words, by form or lemma, or ends one of several words."""
        if cue not in self._cues:
            self._cues[cue] = self._cue(cue)
        wanted, endings = self._cues[cue]
        for token in tokens:
            if token.lower_ in wanted or token.lemma_.lower() in wanted:
                return True
            if endings and any(_stand_before(token, words) for words in endings.get(token.lower_, ())):
                return True
        return False

    def _cue(self, cue: tuple[str, ...]) -> _Cue:
        """The words, and those of several words by their last one: "chief executive" under "executive"."""
        wanted = frozenset(word.lower() for word in self.expand(cue))
        endings: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in (tuple(entry.split()) for entry in sorted(wanted) if " " in entry):
            endings[words[-1]].append(words[:-1])
        return wanted, endings


def _stand_before(token: Token, words: tuple[str, ...]) -> bool:
    """Whether these words stand right before a token."""
    first = token.i - len(words)
    return first >= 0 and tuple(t.lower_ for t in token.doc.tokens[first : token.i]) == words


def _forms(token: Token) -> tuple[str, ...]:
    """The lemma; of nouns the word too; of verbs that the lemmatizer does not know the word without its ending."""
    lemma, word = token.lemma_.lower(), token.lower_
    if token.pos_ != "VERB":
        return lemma, word
    return (lemma, word[:-2], word[:-1]) if word.endswith("ed") else (lemma,)
