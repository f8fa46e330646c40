"""The named things that a text has mentioned so far: when last, in what role, and what a pronoun must agree with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from kg.annotate.coreference.around import is_listed
from kg.annotate.coreference.heroes import heroes
from kg.annotate.coreference.quotations import Quotations
from kg.annotate.coreference.referent import Referent, described, gender_of, is_plural, is_subject, named
from kg.annotate.datelines import datelines
from kg.annotate.names.classes import family
from kg.grammar.kinds import is_whereabouts
from kg.naming import roles, small_words
from kg.parse import Doc, Span, Token

_TOLD_OF = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_FRONTED = frozenset({"nsubj", "npadvmod", "dep"})  # as which the parser hangs "A quiet *man*, Lund left"
_LACKING = frozenset({"without", "like", "than"})
_BESIDE = frozenset({"appos", "compound"})
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


class Referents:
    """The referents of a document; `meet` and `refer` are called as the text is read."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._sentence = self._number([sent.start for sent in doc.sents])
        self._paragraph = self._number([span.start for span in doc.spans.get("paragraphs", [])])
        self._quotations = Quotations(doc, self._paragraph)
        self._outer_sentence = self._number([sent.start for sent in doc.sents if not self._is_quoted_on(sent)])
        self.left: dict[str, int] = {}  # where "the museum" first stood for nothing named
        self.unresolved: list[Token] = []  # pronouns for persons that were left alone
        self.foreseen: dict[int, Referent] = {}  # who says what is quoted before: "He left," *she* said
        self._datelines = frozenset(token.i for span in datelines(doc) for token in span)
        self._by_token: dict[int, Span] = {}
        by_ident: dict[str, list[Span]] = defaultdict(list)
        for span in doc.spans.get("mentions", []):
            if not span.kb_id_.endswith("nested"):
                by_ident[span.id_].append(span)
                self._by_token.update({token.i: span for token in span})
        names = doc.user_data.get("names", {})
        self.all = {ident: named(ident, names.get(ident, ""), spans) for ident, spans in by_ident.items()}
        self._heroes = heroes(doc, self.all.values())
        self._rank = {ident: rank for rank, ident in enumerate(self.all)}
        self._ident_by_met: dict[int, str] = {}  # of those that met at a token the first
        self.met: list[tuple[Token, Referent]] = []  # every mention so far, of things without a name too
        self.called: dict[str, Referent] = {}  # what was taken up by another noun, by that noun's lemma
        self._by_met: dict[int, Referent] = {}
        self.together: dict[frozenset[str], Referent] = {}  # those that were spoken of as "both", "they", by ident
        self._described: dict[tuple[str, bool], Referent] = {}  # the latest by lemma, and whether it is several

    def _number(self, starts: list[int]) -> list[int]:
        number, bounds = -1, set(starts)
        return [number := number + (i in bounds) for i in range(len(self.doc))]

    def _is_quoted_on(self, sent: Span) -> bool:
        """Whether a sentence goes on with a quotation: "“We won. *We are glad*,” he said"."""
        before = self.doc.tokens[max(sent.start - 1, 0)]
        return sent.start > 0 and 0 < self.quotation_of(before) == self.quotation_of(sent[0])

    def hero(self, gender: str) -> Referent | None:
        """The one of a gender that the text is about, once it has told of him."""
        found = self._heroes.get(gender)
        return found if found is not None and found.met else None

    def is_inside_name(self, token: Token) -> bool:
        """Whether a token belongs to a name."""
        return token.i in self._by_token

    def span_of(self, token: Token) -> Span | None:
        """The name, or the description beside one, that a token belongs to."""
        return self._by_token.get(token.i)

    def is_name_of(self, token: Token) -> bool:
        """Whether a common noun stands with "the" beside a name that it describes: "the man, Emil Strand"."""
        span = self._by_token.get(token.i)
        is_nominal = span is not None and span.kb_id_ == "nominal" and span.root is token
        return is_nominal and token.pos_ == "NOUN" and [t.lower_ for t in token.lefts] == ["the"]

    def is_quoted(self, token: Token) -> bool:
        """Whether a token stands in quotation marks."""
        return bool(self._quotations.number(token))

    def quotation_of(self, token: Token) -> int:
        """The number of the quotation that a token stands in; 0 outside of all."""
        return self._quotations.number(token)

    def speaker_of(self, token: Token) -> Token | None:
        """Who says the quoted words that a token belongs to, as far as a subject tells it."""
        return self._quotations.speaker(token)

    def is_same_speech(self, one: Token, other: Token) -> bool:
        """Whether two tokens stand in one quotation, or in two in a row of one speaker."""
        quotations = self.quotation_of(one), self.quotation_of(other)
        if quotations[0] == quotations[1] or not all(quotations):
            return quotations[0] == quotations[1]
        speaker = self.speaker_of(one)
        return speaker is not None and speaker is self.speaker_of(other)

    @cached_property
    def short_forms(self) -> dict[str, list[Referent]]:
        """By ident of a thing the others whose names begin its name: of "Orlo Works" "Orlo"."""
        by_name = {referent.name: referent for referent in self.all.values()}
        found: dict[str, list[Referent]] = {}
        for referent in self.all.values():
            words = referent.name.split(" ")
            begun = (" ".join(words[:n]) for n in range(1, len(words)))
            found[referent.ident] = [by_name[name] for name in begun if name in by_name]
        return found

    def meet(self, token: Token) -> None:
        """Note a name when its last word is read; where a report was written, or a firm is based ("Oslo-based"), is
        nothing that it speaks of."""
        span = self._by_token[token.i]
        if token.i != span.end - 1:
            return
        after = token.doc.tokens[token.i + 1 : token.i + 3]
        is_seat = len(after) > 1 and after[0].text == "-" and after[1].lower_ in small_words("based")
        if not is_seat and self.named_by(token) is not None:
            self.refer(span.id_, span.root)
            if span.kb_id_ == "nominal" and token.tag_ == "NN":
                self.all[span.id_].kinds |= {token.lemma_.lower()}

    def refer(self, ident: str, token: Token) -> None:
        """Note a pronoun or description that was resolved."""
        self._note(token, self.all[ident])
        known = self._ident_by_met.setdefault(token.i, ident)
        if self._rank[ident] < self._rank[known]:
            self._ident_by_met[token.i] = ident

    def take_up(self, referent: Referent, token: Token) -> None:
        """Note a pronoun or description of a thing without a name."""
        self._note(token, referent)
        for member in (self.at(t) for t in referent.members):
            if member is not None and member.type == "kg:Person":
                member.met.append(token)
        if token.pos_ == "NOUN":
            self.called[token.lemma_.lower()] = referent

    def leave(self, pronoun: Token, *, is_plural: bool) -> None:
        """Note an "it" or "they" that was left alone: the next one may mean the same, whatever that is."""
        left = Referent(f"left{pronoun.i}", "kg:Entity", "", [], is_named=False, is_plural=is_plural, is_open=True)
        self._note(pronoun, left)

    def describe(self, noun: Token) -> None:
        """Note what a common noun stands for: "the mill" is the mill before, "a mill" another one."""
        if noun.ent_type_ in _MEASURES or noun.lower_ in small_words("measure") or self._is_described_beside(noun):
            return
        if is_whereabouts(noun):
            return
        key = noun.lemma_.lower(), is_plural(noun)
        known = self._described.get(key)
        if known is None or not (noun.tag_ == "NNP" or _is_definite(noun)):
            known = described(noun)
            self._described[key] = known
        self._note(noun, known)

    def describe_one(self, one: Token) -> None:
        """Note what "one of its *lines*" stands for, if that is no person."""
        nouns = [t for of in one.rights if of.lower_ == "of" for t in of.rights if t.dep_ == "pobj" and t.tag_ == "NNS"]
        found = described(nouns[0]) if len(nouns) == 1 else None
        if found is not None and family(found.type) not in {"person", "group"}:
            found.is_plural = False
            self._note(one, found)

    def _is_described_beside(self, noun: Token) -> bool:
        """Whether a noun tells what a name beside it is, or what somebody is taken for: "hired Lund as engineer"."""
        is_role = noun.dep_ == "pobj" and noun.head.lower_ == "as"
        beside = [noun, *(t for t in noun.rights if t.dep_ == "conj")] + ([noun.head] if noun.dep_ == "conj" else [])
        named = (t for word in beside for t in word.rights if t.dep_ == "appos")
        return is_role or any(self.is_inside_name(t) for t in named) or self._is_fronted_beside(noun)

    def _is_fronted_beside(self, noun: Token) -> bool:
        """Whether a noun before the subject tells what that is: "The *son* of a miner, Lund left school"."""
        end = noun.right_edge.i + 1
        if noun.dep_ not in _FRONTED or end == len(noun.doc) or noun.doc[end].text != ",":
            return False
        return any(t.i > noun.right_edge.i and is_subject(t) for t in noun.head.lefts)

    def _note(self, token: Token, referent: Referent) -> None:
        referent.note(token)
        self._by_met.setdefault(token.i, referent)
        self.met.append((token, referent))

    def named_by(self, token: Token) -> str | None:
        """The referent that a token of a name belongs to."""
        span = self._by_token.get(token.i)
        return span.id_ if span is not None and not self.is_dateline(token) else None

    def is_dateline(self, token: Token) -> bool:
        """Whether a token of a name tells where a report was written."""
        return token.i in self._datelines

    def last_at(self, token: Token) -> str | None:
        """The referent that a token, of a name or resolved, refers to."""
        if (ident := self.named_by(token)) is not None:
            return ident
        return self._ident_by_met.get(token.i)

    def at(self, token: Token) -> Referent | None:
        """What a token that was read refers to, named or not."""
        ident = self.last_at(token)
        if ident is None and token.i not in self._by_met:  # "its owner, *Orlo*"
            named = (self.named_by(t) for t in token.rights if t.dep_ == "appos")
            ident = next((name for name in named if name is not None), None)
        return self.all[ident] if ident is not None else self._by_met.get(token.i)

    def owner_of(self, referent: Referent) -> Token | None:
        """Whose relative or deputy somebody was last called: the "his" of "his mother", "him" of "a lawyer for him"."""
        for token in reversed(referent.met):
            beside = [token, *(t for t in token.rights if t.dep_ == "appos")]
            beside += [token.head] if token.dep_ in _BESIDE else []
            for noun in beside if token.pos_ != "PRON" else ():
                owner = next(_owners(noun), None) if noun.lemma_.lower() in roles() else None
                if owner is not None:
                    return owner
        return None

    def possessor(self, referent: Referent) -> Referent | None:
        """Who somebody's owner is, if that is known."""
        owner = self.owner_of(referent)
        return self.at(owner) if owner is not None else None

    def topic(self, token: Token) -> Referent | None:
        """What the sentence before speaks of: its subject, if it has one that refers to something named."""
        subject = self._subject_before(token)
        ident = self.last_at(subject) if subject is not None else None
        return self.all[ident] if ident is not None else None

    def named_in_subject(self, token: Token) -> Iterator[Referent]:
        """The names inside the subject of the sentence before: "*Orlo* shareholders", "*Orlo*'s shares"."""
        subject = self._subject_before(token)
        for part in subject.lefts if subject is not None else ():
            ident = self.named_by(part)
            if ident is not None:
                yield self.all[ident]

    def _subject_before(self, token: Token) -> Token | None:
        before = token.sent.start - 1
        while before >= 0 and self.doc[before].is_space:
            before -= 1
        if before < 0:
            return None
        found = [child for child in self.doc[before].sent.root.children if is_subject(child)]
        if len(found) != 1 or any(child.dep_ == "conj" for child in found[0].children):
            return None
        return found[0]

    def is_listed(self, token: Token) -> bool:
        """Whether it is one of several subjects, who are "they"."""
        return is_listed(token, tuple(self._by_token.get(token.i, ())))

    def listed_with(self, referent: Referent) -> Iterator[Referent]:
        """The referents that its last mention stands in a list with: "Brix and Halden Bank"."""
        last = referent.met[-1]
        beside = [t for t in last.children if t.dep_ == "conj"] + ([last.head] if last.dep_ == "conj" else [])
        for token in beside:
            other = self.named_by(token)
            if other is not None and (self.all[other].type == referent.type or not self.all[other].is_full):
                yield self.all[other]

    def called_by(self, noun: Token) -> Referent | None:
        """The latest thing without a name, or several, that a noun called."""
        return self._described.get((noun.lemma_.lower(), is_plural(noun)))

    def is_known(self, noun: Token) -> bool:
        """Whether something without a name was called by a noun before."""
        return self.called_by(noun) is not None

    def introduced(self, noun: Token) -> Referent | None:
        """Who came as "a man" before "the man, Emil Strand"; "without a bank" speaks of none."""
        other = self.called_by(noun)
        if other is None or not any(t.lower_ in {"a", "an"} for t in other.met[0].lefts):
            return None
        first = other.met[0]
        return other if first.dep_ in _TOLD_OF and first.head.lower_ not in _LACKING else None

    def is_latest(self, referent: Referent) -> bool:
        """Whether a thing has a name, or is the last one that was called by its noun."""
        return referent.is_named or self._described.get((referent.name, referent.is_plural)) is referent

    def is_newer(self, noun: Token, referent: Referent) -> bool:
        """Whether "a school" was spoken of after a thing that "the school" could mean too."""
        other = self.introduced(noun)
        return other is not None and other is not referent and other.met[0].i > referent.met[-1].i

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
        referent.gender = gender_of(referent.name, [])

    def is_one_paragraph(self) -> bool:
        """Whether the whole text is one paragraph."""
        return not self._paragraph or self._paragraph[-1] <= 0

    def near(self, noun: Token, reach: int) -> Iterator[Referent]:
        """The named things last spoken of at most so many sentences before."""
        for referent in self.all.values():
            if referent.met and self.sentences_between(referent.met[-1], noun) <= reach:
                yield referent

    def sentences_between(self, one: Token, other: Token) -> int:
        """How many sentences apart two tokens stand; those of a quotation count once for who stands outside of it."""
        number = self._sentence if self.is_quoted(other) else self._outer_sentence
        return abs(number[one.i] - number[other.i])

    def is_same_paragraph(self, one: Token, other: Token) -> bool:
        """Whether two tokens stand in one paragraph."""
        return self._paragraph[one.i] == self._paragraph[other.i]


def _owners(noun: Token) -> Iterator[Token]:
    yield from (t for t in noun.lefts if t.dep_ == "poss")
    yield from (t for link in noun.rights if link.lower_ in {"of", "for"} for t in link.rights if t.dep_ == "pobj")


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in {"the", "this", "that", "these", "those"} for child in noun.lefts)
