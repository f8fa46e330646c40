"""Extract: a parsed document in, its Reading out: what it states, in reading order, each with its sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg.extract.clauses import Clause, clauses
from kg.extract.confidence import Confidence
from kg.extract.factuality import Factuality, State
from kg.extract.factuality.ahead import of_later_date
from kg.extract.factuality.contrast import is_other_clause
from kg.extract.leaving import stopped_words
from kg.extract.mentions import Mentions
from kg.extract.open import stands_for_tense
from kg.extract.own_clause import without_own_clause
from kg.extract.passages import clause_words, lacks_subject, sentences, shared_subject, wording
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.propositions import all_propositions
from kg.extract.role_fillers import Pair, each_once
from kg.extract.times import TimeExpression, times
from kg.extract.when import When, after_the_fact, events_beside, is_role, joined, until
from kg.grammar.phrases import PLURALS, VERBAL
from kg.grammar.wordlists import words as lexicon_words
from kg.model import (
    Argument,
    Document,
    Literal,
    Mention,
    Predicate,
    Reading,
    Statement,
    StatementRef,
    Time,
)
from kg.ontology import Ontology
from kg.parse import Doc, Token

_LONGEST_LABEL = 160
_OPEN = "open/"
_DEEPEST = 40  # clauses within clauses; what lies deeper is told in words


def extract(document: Document, doc: Doc, ontology: Ontology) -> Reading:
    """All that the document says. `doc` comes from `annotate`."""
    mentions = Mentions(doc)
    read = list(clauses(doc))
    mentions.prepare(head for clause in read for head in _heads(clause))
    expressions = times(doc, document.published)
    propositions = all_propositions(doc, read, expressions, ontology, mentions)
    assembler = _Assembler(document, doc, mentions, read, expressions, propositions)
    statements = assembler.statements()
    return Reading(
        document=document,
        mentions=tuple(mentions),
        sentences=tuple(assembler.sentences),
        statements=tuple(statements),
        furniture=len(doc.spans.get("furniture", [])),
        unread=sum(len(span.text) for span in doc.spans.get("endless", [])),
    )


def _overlap(one: Time, other: Time | None) -> bool:
    """Whether two times share words; nothing shares none."""
    return other is None or (one.start < other.end and other.start < one.end)


def _heads(clause: Clause) -> list[Token]:
    """The nouns of a clause that can be subject, object or role."""
    heads = [*clause.subjects, *clause.objects, *clause.datives, *clause.agents]
    for oblique in clause.obliques:
        heads += oblique.heads
    return [head for head in heads if head.pos_ == "NOUN"]


class _Assembler:
    """Turns propositions over tokens into statements, embedded ones first."""

    def __init__(
        self,
        document: Document,
        doc: Doc,
        mentions: Mentions,
        read: list[Clause],
        expressions: tuple[TimeExpression, ...],
        propositions: list[Proposition],
    ) -> None:
        self._document = document
        self._text = doc.text  # joined anew at each use
        self._mentions = mentions
        self._propositions = propositions
        self._factuality = Factuality(doc)
        self._confidence = Confidence(doc)
        self._when = When(expressions)
        told = sentences(doc)
        self.sentences = list(told.values())
        self._sentence_at = told  # by the place of the sentence's first word
        self._by_anchor: dict[int, list[int]] = defaultdict(list)
        for number, proposition in enumerate(propositions):
            self._by_anchor[proposition.anchor.i].append(number)
        for clause in read:  # "said that it *is* safe" is read at "safe"
            if clause.verb.i != clause.head.i:
                self._by_anchor[clause.verb.i] += self._by_anchor[clause.head.i]
            if (infinitive := stands_for_tense(clause)) is not None:
                self._by_anchor[clause.head.i] += self._by_anchor[infinitive.i]
        self._number = {id(proposition): number for number, proposition in enumerate(propositions)}
        self._built: dict[int, Statement | None] = {}
        self._depth = 0  # of the statement that is being built

    def statements(self) -> list[Statement]:
        """Every statement once, in the order of the text."""
        built = [self._build(number) for number in range(len(self._propositions))]
        unique = {statement.id: statement for statement in built if statement is not None}
        return sorted(unique.values(), key=_place)

    def _build(self, number: int) -> Statement | None:
        if number in self._built:
            return self._built[number]
        self._built[number] = None  # a proposition that contains itself is cut here
        self._depth += 1
        self._built[number] = self._statement(self._propositions[number])
        self._depth -= 1
        return self._built[number]

    def _statement(self, p: Proposition) -> Statement | None:
        evidence = self._sentence_at.get(p.anchor.sent.start)
        if evidence is None or self._factuality.is_formula(p.anchor) or self._when.is_told_by(p.anchor):
            return None
        if p.rule.startswith(_OPEN) and stopped_words(p.anchor):
            return None  # that they "stopped selling maps" says it
        subject = self._subject(p)
        obj = None if p.object is None else self._object(p, subject)
        if isinstance(p.object, Clausal) and isinstance(obj, Literal) and lacks_subject(p.object.head):
            return None  # "what he claimed *was a receipt*"
        if isinstance(obj, Mention) and obj.cluster == subject.cluster:
            return None  # nothing is in, of or for itself
        if self._is_loose_owner(p.subject, subject) or self._is_loose_owner(p.object, obj):
            return None
        if isinstance(obj, Literal) and obj.value == subject.name:
            return None  # "its scanner, called Gatewise"
        target = _target(p.object)
        state = self._factuality.among(self._factuality.of(p.anchor, target), p.subject, target)
        chain = _named_chain(state.holders)
        holders = self._holders(chain[-1:])
        if _ends_only_perhaps(p, state):
            if p.derived_from is not None or not isinstance(p.object, Token) or p.object.head != p.anchor:
                return None
            p = replace(p, predicate=f"kgo:{p.anchor.lemma_.lower()}", rule="open/object", over=())
        is_curated = p.predicate.startswith("kg:")
        date = self._when.told(p.object) if is_curated and isinstance(p.object, Words) else None
        dated, event = date or after_the_fact(self._when.of(p.anchor, target), p.anchor, self._document), self._event(p)
        own = dated and (joined(dated, event, self._text) or dated)
        time = own or event
        state = of_later_date(state, p.anchor, time, self._document.published)
        shown = event if own is not None and not _overlap(own, event) else None
        beside = (shown, self._when.how_long(p.anchor, dated))
        roles = self._roles(p, subject, obj, time, tuple(time for time in beside if time is not None))
        origin = (
            self._build(self._number[id(p.derived_from)])
            if p.derived_from is not None and id(p.derived_from) in self._number
            else None
        )
        return Statement(
            document=self._document.id,
            subject=subject,
            predicate=self._predicate(p),
            object=obj,
            evidence=evidence,
            roles=roles,
            mode=state.mode,
            polarity=state.polarity,
            is_attributed=state.is_attributed,
            attributed_to=holders,
            relayed_by=tuple(h for h in self._holders(chain[:-1]) if not any(_is_same(h, own) for own in holders)),
            cue=_cue(state),
            time=until(time, p, self._text),
            confidence=self._confidence.of(p, subject, obj, state),
            extractor=p.rule,
            derived_from=origin.id if origin is not None else None,
        )

    def _roles(
        self, p: Proposition, subject: Mention, obj: Argument | None, told: Time | None, beside: tuple[Time, ...]
    ) -> tuple[Pair, ...]:
        """The roles, with what stands beside the date that the time tells: "in 1956 *before her death*", "on Sunday
        *for nine hours*"; what is the object already is no role."""
        if not p.roles and not beside:
            return ()
        fillers = [(role, self._argument(filler)) for role, filler in p.roles if is_role(role, filler)]
        fillers = [pair for pair in fillers if pair[0] != "companion" or not _is_same(pair[1], subject)]
        if isinstance(obj, Mention):
            fillers = [pair for pair in fillers if not _is_same(pair[1], obj)]
        if told is not None:
            fillers = [pair for pair in fillers if not _is_within(pair, told)]
        fillers += [("circumstance", Literal(time.text, "xsd:string", time.start, time.end)) for time in beside]
        return each_once(fillers) if len(fillers) > 1 else tuple(fillers)

    def _subject(self, p: Proposition) -> Mention:
        """The subject's mention; a speaker's "I", and the "we" of a group that speaks, are the speaker."""
        mention = self._mentions.of(p.subject)
        if self._mentions.is_unnamed(mention):
            speakers = [link for link in _named_chain(self._factuality.of(p.anchor).speakers) if link][-1:]
            if len(speakers) == 1 and len(speakers[0]) == 1 and _speaks_for_itself(p, speakers[0][0]):
                speaker = self._mentions.of(speakers[0][0])
                return replace(mention, type=speaker.type, cluster=speaker.cluster, name=speaker.name)
        return mention

    def _object(self, p: Proposition, subject: Mention) -> Argument:
        """The object; a people or party that a word for the subject tells stands for itself: "the top *Democrat*"."""
        is_told_there = p.object == p.anchor
        if is_told_there and self._mentions.span_of(p.anchor) is None:
            return self._mentions.people(p.anchor)
        told = self._argument(p.object or p.anchor)
        if isinstance(told, Mention) and isinstance(p.object, Token):
            told = without_own_clause(told, p.object, p.anchor)
        is_subject = isinstance(told, Mention) and told.cluster == subject.cluster
        return self._mentions.people(p.anchor) if is_told_there and is_subject else told

    def _is_loose_owner(self, token: object, mention: object) -> bool:
        """ "Its director" of nothing known: such an owner takes no part; "his wife" still tells of a person."""
        if not isinstance(token, Token) or token.lower_ not in _THINGS or token.tag_ not in ("PRP$", "WP$"):
            return False
        return isinstance(mention, Mention) and self._mentions.is_unnamed(mention)

    def _event(self, p: Proposition) -> Time | None:
        """ "Met *before the vote*": when, by what happened then; no days are told."""
        for marker, filler in events_beside(p) if p.roles or p.anchor.dep_ == "attr" else ():
            end = self._argument(filler).end or 0
            told = Time(self._text[marker.idx : end], marker.idx, end) if end else None
            return None if told is None else self._when.of_event(marker, filler, told)
        return None

    def _predicate(self, p: Proposition) -> Predicate:
        tokens = p.relation or (p.anchor,)
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
        text = p.label or " ".join([token.text for token in p.relation]) or p.predicate.split(":")[-1]
        return Predicate(p.predicate, text, start, end)

    def _argument(self, filler: Token | Words | Clausal) -> Argument:
        if isinstance(filler, Token) and (filler.pos_ != "VERB" or filler.tag_ == "NNP"):
            return self._mentions.of(filler)
        if isinstance(filler, Token):
            return self._embedded(filler)  # "worried about what they found"
        if isinstance(filler, Words):
            start, end = filler.tokens[0].idx, filler.tokens[-1].idx + len(filler.tokens[-1])
            return Literal(filler.value or " ".join(self._text[start:end].split()), filler.datatype, start, end)
        return self._embedded(filler.head)

    def _embedded(self, head: Token) -> Argument:
        """A reference to the first statement read at the embedded predicate, or its words if none was read."""
        words = clause_words(head)
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        text = wording(words, head, self._text)
        if (shared := shared_subject(head)) is not None:  # "*prices* would rise and *fall*"
            text = f"{self._mentions.of(shared).text} \u2026 {text}"
        embedded = self._by_anchor[head.i] if self._depth < _DEEPEST else []
        for number in sorted(embedded, key=lambda n: self._propositions[n].derived_from is not None):
            inner = self._build(number)
            if inner is not None:
                return StatementRef(inner.id, text[:_LONGEST_LABEL], start, end)
        return Literal(text, "xsd:string", start, end)

    def _holders(self, chain: tuple[tuple[Token, ...], ...]) -> tuple[Mention, ...]:
        """The mentions of who holds it, each thing once, though two of its words may head it."""
        found: dict[int, Mention] = {}
        for mention in (self._mentions.of(token) for link in chain for token in link):
            found.setdefault(mention.cluster, mention)
        return tuple(found.values())


def _place(statement: Statement) -> tuple[int, int, int, int, str]:
    """Where a statement stands in the text: its predicate, then its subject, then its object."""
    object_start = statement.object.start if statement.object is not None else None
    start = statement.evidence.start
    return start, statement.predicate.start, statement.subject.start, object_start or start, statement.id


_SINGULAR = frozenset(["i", "me", "my", "myself"])
_PLURAL = frozenset(["we", "us", "our", "ourselves"])


def _target(thing: Token | Words | Clausal | None) -> Token | None:
    """The argument that may have a polarity of its own: of "is not inflation but property" property, of "is rich but
    not famous" famous."""
    if isinstance(thing, Words):
        if any(word.dep_ == "neg" for word in thing.tokens):
            return None  # "pleaded *not guilty*" tells it itself
        head = next((word for word in thing.tokens if word.head not in thing.tokens), None)
        return head if head is not None and head.dep_ in ("acomp", "attr", "conj") else None
    if isinstance(thing, Clausal):
        return thing.head if is_other_clause(thing.head) else None  # "did not plan to buy it but *to sell* it"
    return thing if isinstance(thing, Token) else None


def _ends_only_perhaps(p: Proposition, state: State) -> bool:
    """Whether a relation is told by a verb that would end it: who "refused to *leave* the bank", "may *divorce* her" is
    not said to have nothing to do with them."""
    is_end = p.anchor.pos_ in VERBAL and p.anchor in p.over
    return is_end and (not state.is_factual or state.is_negative)


def _named_chain(chain: tuple[tuple[Token, ...], ...]) -> tuple[tuple[Token, ...], ...]:
    """Without links that only say "I" or "we" of the link before: "We believe ..., Wood wrote" is Wood's. A link of
    nobody stays: "We were told ..., Wood wrote"."""
    if not chain:
        return chain
    kept = [link for link in chain if not link or any(token.lower_ not in _SINGULAR | _PLURAL for token in link)]
    return tuple(kept) or chain


def _speaks_for_itself(p: Proposition, speaker: Token) -> bool:
    """Whether a speaker means himself: with "I"; a group with "we"."""
    pronoun = p.subject
    if pronoun.lower_ in _SINGULAR:
        return speaker.tag_ in ("NN", "NNP")
    return pronoun.lower_ in _PLURAL and speaker.tag_ in PLURALS


_COUNTED_FROM = frozenset(["before", "after"])
_THINGS = frozenset(["its", "their", "whose"])


def _is_within(filler: Pair, told: Time) -> bool:
    """Whether a circumstance is part of the time: "between 2 and 5" of "between 2 and 5 a.m."; or "on it"."""
    role, words = filler
    if role != "circumstance" or not isinstance(words, Literal) or words.start is None or words.end is None:
        return False
    if words.value.partition(" ")[0] in lexicon_words("restricting", "word"):
        return False  # "*only* on Sundays"
    is_all_but_marker = words.start < told.start <= words.start + len(words.value.partition(" ")[0]) + 1
    is_counted = not _COUNTED_FROM.isdisjoint(told.text.lower().split())
    is_begun = is_counted and told.start <= words.start < told.end  # "nine days before the date *on which it began*"
    return is_begun or ((told.start <= words.start or is_all_but_marker) and words.end <= told.end)


def _is_same(filler: Argument, subject: Mention) -> bool:
    """Whether both are one: nobody is in his own company."""
    return isinstance(filler, Mention) and filler.cluster == subject.cluster


def _cue(state: State) -> str:
    return "" if not state.cues else " … ".join(token.text for token in sorted(state.cues, key=lambda t: t.i))
