"""From a token to the mention it heads: a name, a resolved pronoun or description, or a description of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses import phrase
from kg.extract.wordlists import values, words
from kg.model import Mention, MentionKind
from kg.naming import roles
from kg.parse import Doc, Span, Token

_INDEFINITE = frozenset(["a", "an", "another", "some", "any", "other", "each", "every", "no"])
_NOBODY = frozenset(["one", "any", "each", "every", "no"])  # "one company should not": nobody to come back to
_NEGATIVE = frozenset(["no", "neither", "not", "nor"])
_DETERMINERS = _INDEFINITE | frozenset(["the", "this", "that", "these", "those"])


class Mentions:
    """The mentions of one document; descriptions that no annotation covers are made on demand.

    A description refers to the same thing as an earlier one of the same words; an indefinite one ("a letter") is
    always new, and "the letter" is the latest letter.
    """

    def __init__(self, doc: Doc) -> None:
        self._text = doc.text  # joined anew at each use
        self._spans: list[Span] = list(doc.spans.get("mentions", []))
        self._names: dict[str, str] = doc.user_data.get("names", {})
        self._by_token = self._cover()
        self._annotated_by_span: dict[Span, Mention] = {}
        self._made: dict[int, Mention] = {}
        self._unnamed = {span.start: span for span in doc.spans.get("unnamed", [])}
        self._strangers = frozenset(int(span.id_) for span in self._unnamed.values())
        self._cluster_by_words: dict[str, int] = {}
        self._name_by_cluster: dict[int, str] = {}

    def __iter__(self) -> Iterator[Mention]:
        """Every mention that was annotated or asked for, in reading order."""
        found = {self._annotated(span) for span in self._spans} | set(self._made.values())
        return iter(sorted(found))

    def of(self, head: Token) -> Mention:
        """The mention that the token heads."""
        span = self._by_token.get(head.i)
        if span is not None:
            return self._annotated(span)
        if head.i not in self._made:
            self._made[head.i] = self._description(head)
        return self._made[head.i]

    def span_of(self, head: Token) -> Span | None:
        """The annotated mention that the token heads, if there is one."""
        return self._by_token.get(head.i)

    def _cover(self) -> dict[int, Span]:
        """The annotated mention at each token that may head it."""
        cover: dict[int, Span] = {}
        for span in sorted(self._spans, key=covering):
            if not span.kb_id_.endswith("+nested"):
                cover.update({token.i: span for token in span})
        return cover

    def _annotated(self, span: Span) -> Mention:
        if span not in self._annotated_by_span:
            self._annotated_by_span[span] = self._mention(span)
        return self._annotated_by_span[span]

    def _mention(self, span: Span) -> Mention:
        kind, _, nested = span.kb_id_.partition("+")
        return Mention(
            start=span.start_char,
            end=span.end_char,
            text=span.text,
            kind=MentionKind(kind or "name"),
            type=span.label_ or "kg:Entity",
            cluster=int(span.id_ or span.start_char),
            name=self._names.get(span.id_, span.text),
            is_nested=bool(nested),
        )

    def _description(self, head: Token) -> Mention:
        run = _run(phrase(head), head)
        while len(run) > 1 and run[0].lower_ in _NEGATIVE and run[0] != head:
            run = run[1:]
        start, end = run[0].idx, run[-1].idx + len(run[-1])
        text = self._text[start:end]
        if head.pos_ == "PRON" and len(run) == 1:
            group = _antecedent(head)
            meant = self.of(group) if group is not None else None
            if meant is not None:
                return Mention(start, end, text, MentionKind.PRONOUN, meant.type, meant.cluster, meant.name)
            return self._of_unnamed(head)
        cluster = self._cluster(run, head, head.idx)
        name = self._name_by_cluster.setdefault(cluster, _without_determiner(run, self._text, end))
        return Mention(start, end, text, MentionKind.NOMINAL, _type(head), cluster, name)

    def _of_unnamed(self, head: Token) -> Mention:
        """A pronoun for what the text does not name; with it come the other pronouns for the same."""
        span = self._unnamed.get(head.i)
        if span is None:
            return Mention(
                head.idx, head.idx + len(head), head.text, MentionKind.PRONOUN, "kg:Entity", head.idx, head.text
            )
        chain = [other for other in self._unnamed.values() if other.id_ == span.id_]
        self._made.update({other.start: replace(self._annotated(other), name=chain[0].text) for other in chain})
        return self._made[head.i]

    def is_unnamed(self, mention: Mention) -> bool:
        """Whether it is a pronoun of which nothing else is known."""
        is_strange = mention.cluster == mention.start or mention.cluster in self._strangers
        return mention.kind is MentionKind.PRONOUN and is_strange

    def _cluster(self, run: list[Token], head: Token, start: int) -> int:
        """The cluster of the first description that this one repeats, else its own: where its head stands.

        Not where it starts: a name may start there too ("Halden" in "Halden shareholders").
        """
        content = [token for token in run if token.lower_ not in _DETERMINERS]
        full, short = " ".join(token.lower_ for token in content), head.lemma_.lower()
        is_definite = run[0].lower_ in ("the", "this", "that", "these", "those")
        is_new = run[0].lower_ in _INDEFINITE
        cluster = start
        if not is_new:
            known = self._cluster_by_words.get(full)
            if known is None and is_definite and len(content) == 1:
                known = self._cluster_by_words.get(f"head:{short}")
            cluster = start if known is None else known
        self._cluster_by_words[full] = cluster
        if run[0].lower_ not in _NOBODY:
            self._cluster_by_words[f"head:{short}"] = cluster
        return cluster


def covering(span: Span) -> tuple[bool, int, int]:
    """The order in which mentions cover tokens, the last one winning: descriptions, then names, the widest last.

    "A leading Elm politician, Karl Roth" describes Roth, but its "Elm" is the party.
    """
    return span.kb_id_.startswith("name"), span.end - span.start, span.start


def _antecedent(pronoun: Token) -> Token | None:
    """The group that "they" as a subject means: who says what they do, or the subject of the sentence before.

    "The owners say they are worried." "The owners met. They warned of floods."
    """
    if pronoun.lower_ != "they" or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    verb = pronoun.head
    if verb.dep_ == "ccomp":
        return _plural_subject(verb.head)
    if verb.dep_ == "ROOT" and pronoun.sent.start > 0:
        return _plural_subject(pronoun.doc[pronoun.sent.start - 1].sent.root)
    return None


def _plural_subject(verb: Token) -> Token | None:
    found = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if len(found) != 1 or any(child.dep_ == "conj" for child in found[0].children):
        return None
    return found[0] if found[0].tag_ in ("NNS", "NNPS") else None


def _run(phrase_words: tuple[Token, ...], head: Token) -> list[Token]:
    """The unbroken run of the phrase's words around its head."""
    kept = {token.i for token in phrase_words} | {head.i}
    left = right = head.i
    while left - 1 in kept:
        left -= 1
    while right + 1 in kept:
        right += 1
    while right > head.i and head.doc[right].tag_ == "POS":
        right -= 1
    return list(head.doc[left : right + 1])


def _without_determiner(run: list[Token], text: str, end: int) -> str:
    kept = run[1:] if len(run) > 1 and run[0].lower_ in _DETERMINERS else run
    return " ".join(text[kept[0].idx : end].split())


def _type(head: Token) -> str:
    """The class of what a common noun describes; people in the plural, or in roles, are groups or persons."""
    is_plural = head.tag_ in ("NNS", "NNPS")
    lemma = head.lemma_.lower()
    if head.ent_type_ == "NORP":
        return "kg:Group"
    if lemma in roles() and not is_plural:
        return "kg:Person"
    found = values("description_types", "word", "class").get(lemma)
    if found is not None:
        return "kg:Person" if found == "kg:Group" and _is_one_person(head, lemma) else found
    return "kg:Group" if lemma in roles() else "kg:Concept"


def _is_one_person(head: Token, lemma: str) -> bool:
    return head.tag_ == "NN" and lemma not in words("collectives", "word")


__all__ = ["Mentions", "covering"]
