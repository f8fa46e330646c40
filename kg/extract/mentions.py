"""From a token to the mention it heads: a name, a resolved pronoun or description, or a description of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from operator import attrgetter

from kg.extract.clauses.own_subjects import antecedent
from kg.extract.descriptions import described, is_idle, is_of_kind, owner, possessive, whole
from kg.extract.noun_phrases import (
    DETERMINERS,
    INDEFINITE,
    SCARCE,
    affirmed,
    denial_of,
    run_of,
    without_determiner,
)
from kg.extract.restrictions import before_clause
from kg.grammar.kinds import is_whereabouts
from kg.grammar.phrases import PLURALS, TIMES, VERBAL, first_of
from kg.grammar.verbs import is_order
from kg.grammar.wordlists import class_told_by, words, words_of
from kg.model import Mention, MentionKind
from kg.naming import description_words, roles, small_words
from kg.parse import Doc, Span, Token

_NOBODY = frozenset(["one", "any", "each", "every", "no"])  # "one company should not": nobody to come back to
_CHOOSING = frozenset({"amod", "compound", "nmod", "poss"})
_MEANT = "you"
_in_order = attrgetter(*(field.name for field in fields(Mention)))  # as mentions compare, but at once


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
        self._doc = doc
        self._antecedents: dict[int, int] = doc.user_data.get("antecedents", {})
        self._together: dict[int, tuple[int, str, tuple[int, ...]]] = doc.user_data.get("together", {})
        self._lists: dict[int, Mention] = {}
        self._unnamed = {span.start: span for span in doc.spans.get("unnamed", [])}
        self._strangers = frozenset(int(span.id_) for span in self._unnamed.values())
        self._people: dict[int, Mention] = {}
        self._asked: set[int] = set()
        self._cluster_by_words: dict[str, int] = {}
        self._qualified: set[int] = set()  # clusters told apart by a phrase: "the mill in Bonn"
        self._chosen: set[int] = set()  # clusters told apart by a word: "the presidential guard"
        self._head_by_cluster: dict[int, Token] = {}  # where each was first told of
        self._name_by_cluster: dict[int, str] = {}
        self._owner_by_cluster: dict[int, str] = {}  # "landlords' homes", of "landlords who own homes"

    def __iter__(self) -> Iterator[Mention]:
        """Every mention that was annotated or asked for, in reading order."""
        asked = map(self._made.__getitem__, self._asked)
        made = (*asked, *self._people.values(), *self._lists.values())
        found = {_in_order(one): one for one in (*map(self._annotated, self._spans), *made)}
        return iter([found[place] for place in sorted(found)])

    def of(self, head: Token) -> Mention:
        """The mention that the token heads."""
        span = self._by_token.get(head.i)
        if span is not None and not _is_some_of_people(head):
            return self._annotated(span)
        made = self._made_at(head)
        self._asked.add(head.i)
        if head.i in self._unnamed:
            self._asked.update(i for i in self._chain(head) if i in self._made)
        return made

    def people(self, word: Token) -> Mention:
        """The people or party that a word of a description names: the *French* of "the French physician Vallon"."""
        end = word.idx + len(word)
        cluster = self._cluster_by_words.setdefault(word.lower_, word.idx)
        name = self._name_by_cluster.setdefault(cluster, word.text)
        made = Mention(word.idx, end, word.text, MentionKind.NOMINAL, "kg:Group", cluster, name)
        return self._people.setdefault(word.i, made)

    def prepare(self, heads: Iterable[Token]) -> None:
        """Read descriptions in the order of the text, so that "the filter" finds "a broken filter" before it."""
        for head in sorted(heads, key=lambda token: token.i):
            if head.i not in self._by_token:
                self._made_at(head)

    def _made_at(self, head: Token) -> Mention:
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
        text = span.text
        return Mention(
            start=span.start_char,
            end=span.end_char,
            text=text,
            kind=MentionKind(kind or "name"),
            type=span.label_ or "kg:Entity",
            cluster=int(span.id_ or span.start_char),
            name=self._names.get(span.id_, text),
            is_nested=bool(nested),
        )

    def _description(self, head: Token) -> Mention:
        if head.pos_ in VERBAL and is_order(head):  # "Sell it!": nobody is named, and the reader is meant
            return Mention(
                head.idx, head.idx + len(head), head.text, MentionKind.PRONOUN, cluster=head.idx, name=_MEANT
            )
        denial = denial_of(head)
        run = run_of(head, denial)
        start, end = run[0].idx, run[-1].idx + len(run[-1])
        text = self._text[start:end]
        meant = self._meant(head, run)
        if meant is not None:
            kind = MentionKind.PRONOUN if head.pos_ == "PRON" else MentionKind.NOMINAL
            return Mention(start, end, text, kind, meant.type, meant.cluster, meant.name)
        if head.pos_ == "PRON" and len(run) == 1:
            return self._of_unnamed(head)
        if denial is not None and denial.lower_ in SCARCE and denial.i < head.i:  # "hired few men": not many of them
            return Mention(
                start, end, text, MentionKind.NOMINAL, _type(head), start, f"{affirmed(denial.lower_)} {text}"
            )
        owned = self._owned(head, run, end)
        cluster = self._cluster(run, head, owned)
        name = self._name_by_cluster.setdefault(cluster, owned[1] if owned else self._name(head, run, end))
        if len(short := before_clause(run, head)) < len(run):
            self._owner_by_cluster.setdefault(cluster, self._name(head, short, short[-1].idx + len(short[-1])))
        return Mention(start, end, text, MentionKind.NOMINAL, _type(head), cluster, name)

    def _of_unnamed(self, head: Token) -> Mention:
        """A pronoun for what the text does not name; with it come the other pronouns for the same."""
        span = self._unnamed.get(head.i)
        if span is None:
            name = affirmed(head.text)
            return Mention(head.idx, head.idx + len(head), head.text, MentionKind.PRONOUN, "kg:Entity", head.idx, name)
        chain = [self._unnamed[i] for i in self._chain(head)]
        self._made.update({other.start: replace(self._annotated(other), name=chain[0].text) for other in chain})
        return self._made[head.i]

    def _chain(self, head: Token) -> list[int]:
        """The places of the pronouns that are one nameless person or thing with this one."""
        span = self._unnamed.get(head.i)
        return [i for i, other in self._unnamed.items() if other.id_ == span.id_] if span is not None else []

    def is_unnamed(self, mention: Mention) -> bool:
        """Whether it is a pronoun of which nothing else is known."""
        is_strange = mention.cluster == mention.start or mention.cluster in self._strangers
        return mention.kind is MentionKind.PRONOUN and is_strange

    def _several(self, place: int, type_: str, members: tuple[int, ...]) -> Mention:
        """The mention of several things that a word takes up together: "Lund and Moe"."""
        if place not in self._lists:
            each = [self.of(self._doc[i]) for i in members]
            name = f"{', '.join(one.name for one in each[:-1])} and {each[-1].name}"
            is_list = members[0] < place < members[-1]
            word = self._doc[place]
            start, end = (each[0].start, each[-1].end) if is_list else (word.idx, word.idx + len(word))
            text, cluster = self._text[start:end], self._doc[place].idx
            self._lists[place] = Mention(start, end, text, MentionKind.NOMINAL, type_, cluster, name)
        return self._lists[place]

    def _meant(self, head: Token, run: list[Token]) -> Mention | None:
        """What the words stand for, where that is told in the sentence or the one before."""
        if head.i in self._together:
            return self._several(*self._together[head.i])
        if head.i in self._antecedents:
            return self.of(self._doc[self._antecedents[head.i]])
        if head.pos_ == "PRON" and len(run) == 1:
            return None
        if head.tag_ == "WP$" and (noun := antecedent(head)) is not None:
            return self.of(noun)  # "Lund, *whose* husband Ray"
        named = described(head) or _bearer(head)
        if named is not None and self._is_named(named):
            return self.of(named)
        taken = whole(head)
        return self.of(taken[0]) if taken is not None and taken[1] else None

    def _is_named(self, head: Token) -> bool:
        span = self._by_token.get(head.i)
        return span is not None and span.kb_id_.startswith("name")

    def _owned(self, head: Token, run: list[Token], end: int) -> tuple[str, str] | None:
        """Key and name of what belongs to something known: "its shares" are "Orlo's shares"."""
        found = owner(head)
        if found is None or found[0] not in run:
            return None
        word, possessor = found
        mention = self.of(possessor)
        if self.is_unnamed(mention):
            return None
        rest = [t for t in run if t.i > word.i and t.dep_ != "case" and t.tag_ != "POS"]
        words = " ".join(self._text[rest[0].idx : end].split())
        owning = self._owner_by_cluster.get(mention.cluster, mention.name)
        return f"{mention.cluster}|{words.lower()}", f"{possessive(owning)} {words}"

    def _name(self, head: Token, run: list[Token], end: int) -> str:
        taken = whole(head)
        if taken is not None:
            opening = [t for t in run if t.i <= head.i] or [head]
            part = without_determiner(opening, self._text, head.idx + len(head))  # "*all but two* of the members"
            return affirmed(f"{part} of {self.of(taken[0]).name}")
        words = " ".join(self._text[run[0].idx : end].split())
        is_scarce = any(token.lower_ in SCARCE for token in run[:2])
        undenied = words if is_scarce and denial_of(head) is None else affirmed(words)  # "was liked by few"
        return undenied if undenied != words else without_determiner(run, self._text, end)

    def _cluster(self, run: list[Token], head: Token, owned: tuple[str, str] | None) -> int:
        """The cluster of the first description that this one repeats, else its own: where its head stands.

        Not where it starts: a name may start there too ("Halden" in "Halden shareholders").
        """
        start = head.idx
        content = [token.lower_ for token in run if token.lower_ not in DETERMINERS]
        full = " ".join(content)
        tag = "NN" if head.tag_ == "NNP" and head.is_lower else head.tag_
        short = f"head:{head.lemma_.lower()}:{tag}"
        if owned:
            full = owned[0]
        is_definite = run[0].lower_ in ("the", "this", "that", "these", "those")
        is_qualified = run[-1] != head and run[run.index(head) + 1].lower_ != "of"
        is_new = run[0].lower_ in INDEFINITE or _is_told_apart(head) or is_idle(head) or head.ent_type_ in TIMES
        is_new |= not is_definite and head.lower_ in small_words("some people")  # "No one fell. *One* had slept"
        cluster = start
        if not is_new:
            known = self._cluster_by_words.get(full)
            if known is None and is_definite and (len(content) == 1 or (is_qualified and content[0] == head.lower_)):
                known = self._cluster_by_words.get(short)
            if is_qualified and known in self._qualified | self._chosen and full not in self._cluster_by_words:
                known = None  # "the mill in Bonn" is not "the mill in Oslo", "the guard at the gate" no "palace guard"
            if known is not None and known in self._head_by_cluster and _is_other(self._head_by_cluster[known], head):
                known = None
            if known is not None and len(content) == 1 and self._is_another_measure(known, head):
                known = None
            cluster = start if known is None else known
        self._head_by_cluster.setdefault(cluster, head)
        if is_qualified:
            self._qualified.add(cluster)
        if cluster == start and any(t.dep_ in _CHOOSING and t.i < head.i for t in head.lefts):
            self._chosen.add(cluster)
        if cluster == start or cluster not in self._owner_by_cluster:  # "children" are not "the children who won"
            self._cluster_by_words[full] = cluster
        is_aside = short in self._cluster_by_words and (_is_in_turn(head, run) or self._is_of_other_level(head, short))
        if run[0].lower_ not in _NOBODY and not (
            is_aside or _is_wished(head) or _is_one_beside(head) or is_of_kind(head)
        ):
            self._cluster_by_words[short] = cluster
        if any(t.lower_ in small_words("merged") for t in head.lefts):
            self._cluster_by_words.pop(short, None)  # "the combined *company*": "the company" may be one of the two
        return cluster

    def _is_another_measure(self, known: int, head: Token) -> bool:
        """Whether "the number" tells how many of other things than a sentence long before, and "the time" is no
        *training time*."""
        if head.lower_ not in words_of("taken up nearby") or known not in self._head_by_cluster:
            return False
        first = self._head_by_cluster[known]
        ends = sum(token.is_sent_start for token in head.doc.tokens[first.i + 1 : head.i + 1])
        return ends > 1 or any(t.dep_ == "compound" for t in first.lefts)

    def _is_of_other_level(self, head: Token, short: str) -> bool:
        """Whether a body stands beside the one that the noun alone means: "The *district* council met. The *regional*
        council paid. The council"."""
        first = self._head_by_cluster.get(self._cluster_by_words[short], head)
        levels = [{t.lower_ for t in noun.lefts} & description_words("level") for noun in (first, head)]
        return all(levels) and levels[0].isdisjoint(levels[1])


def covering(span: Span) -> tuple[bool, int, int]:
    """The order in which mentions cover tokens, the last one winning: descriptions, then names, the widest last.

    "A leading Elm politician, Karl Roth" describes Roth, but its "Elm" is the party.
    """
    return span.kb_id_.startswith("name"), span.end - span.start, span.start


def _is_wished(head: Token) -> bool:
    """Whether nothing is that a noun tells of: "as your own *bank*", "want to be a bank and not just a *shop*"."""
    first = first_of(head)
    is_infinitive = first.dep_ == "attr" and any(t.lower_ == "to" for t in first.head.lefts)
    return head.head.lower_ == "as" or is_infinitive


def _is_one_beside(head: Token) -> bool:
    """Whether a noun alone would mean another: "a *larger* plant", "the *regional* government", "a *half-game*", "its
    *backup* antenna", "until *further* notice"."""
    if is_whereabouts(head) or head.text_before == "-":
        return True
    if not head.lefts:
        return False
    is_governing = head.lemma_.lower() in small_words("governing")
    is_part = is_governing and (any(t.lower_ in small_words("part") for t in head.lefts) or _is_to_be(head))
    is_other = any(t.lower_ in words("others", "word") and t.dep_ != "poss" for t in head.lefts)
    return is_part or is_other or any(t.tag_ == "JJR" and t.dep_ == "amod" for t in head.lefts)


def _is_to_be(head: Token) -> bool:
    """Whether it is a new one that there is not yet: "until a new *government* is formed", "must form a new
    *government*"."""
    verb = head.head
    is_unreal = any(t.tag_ in {"MD", "TO"} or t.lower_ in {"until", "before", "if"} for t in verb.lefts)
    return is_unreal and any(t.lower_ in {"new", "next"} for t in head.lefts)


def _is_other(known: Token, head: Token) -> bool:
    """Whether a noun tells of another thing than the one of its kind before: "the plan *to extend* the line" is not
    "the plan *to close* it"; "the robots", where "garden robots" are made and "its *RX* robots" failed."""
    deeds = [{t.lemma_ for t in noun.rights if t.dep_ == "acl" and t.tag_ == "VB"} for noun in (known, head)]
    if all(deeds) and deeds[0].isdisjoint(deeds[1]):
        return True
    is_alone = head.tag_ == "NNS" and [t.lower_ for t in head.lefts] == ["the"]
    return is_alone and _is_general(known) and any(_is_of_own(t, known) for t in head.doc[known.i + 1 : head.i])


def _is_general(noun: Token) -> bool:
    """Whether a plural tells of a kind: "makes *garden robots*"."""
    return noun.tag_ == "NNS" and bool(noun.below) and noun.below <= {"amod", "compound"}


def _is_of_own(noun: Token, known: Token) -> bool:
    """Whether a noun of the same lemma tells of some of one's own: "300 of *its RX robots*"."""
    return noun.lemma_ == known.lemma_ and noun.tag_ == "NNS" and any(t.dep_ == "poss" for t in noun.lefts)


def _is_in_turn(head: Token, run: list[Token]) -> bool:
    """Whether a noun alone still means the one before: "the *last* truce", "a *different* case", "*large* mills"."""
    before = [t for t in head.lefts if t in run]
    is_general = head.tag_ == "NNS" and bool(before) and all(t.dep_ in {"amod", "compound"} for t in before)
    if run[0].lower_ in INDEFINITE:
        before = [t for t in before if t.ent_type_ != "ORDINAL"]  # "a *second* trial" is the trial from now on
    return is_general or any(t.lower_ in small_words("in turn") or t.ent_type_ == "ORDINAL" for t in before)


def _is_told_apart(head: Token) -> bool:
    """ "The mills *we lack*": others than those spoken of before."""
    return "relcl" in head.below and any(c.dep_ == "relcl" and c.left_edge.i == head.i + 1 for c in head.rights)


def _bearer(head: Token) -> Token | None:
    """Who has a post that is written like a name: "the *MP* for Leeds North, Asha Verma, left"."""
    is_written_so = head.tag_ == "NNP" or head.text.isupper()
    if not is_written_so or head.lemma_.lower() not in roles() or head.left_edge.tag_ not in ("DT", "PRP$"):
        return None
    named = [child for child in head.rights if child.dep_ == "appos" and child.tag_ == "NNP"]
    return named[0] if len(named) == 1 else None


def _is_some_of_people(head: Token) -> bool:
    """ "*Three* Italians", "*900* New Zealanders": not the people of that name."""
    return head.ent_type_ in ("NORP", "GPE") and head.tag_ == "NNPS" and any(c.dep_ == "nummod" for c in head.lefts)


def _type(head: Token) -> str:
    """The class of what a common noun describes; people in the plural, or in roles, are groups or persons."""
    is_plural = head.tag_ in PLURALS
    lemma = head.lemma_.lower()
    if head.ent_type_ == "NORP":
        return "kg:Group"
    if lemma in roles() and not is_plural:
        return "kg:Person"
    if found := class_told_by(lemma):
        return "kg:Person" if found == "kg:Group" and _is_one_person(head, lemma) else found
    return "kg:Group" if lemma in roles() else "kg:Concept"


def _is_one_person(head: Token, lemma: str) -> bool:
    return head.tag_ == "NN" and lemma not in words("collectives", "word")


__all__ = ["Mentions", "covering"]
