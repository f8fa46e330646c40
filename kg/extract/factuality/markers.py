"""Markers: what a clause itself says of its mode and polarity, and of its source: not, may, if, allegedly, no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.factuality import arcs
from kg.extract.factuality.ahead import what_lies_ahead
from kg.extract.factuality.alternatives import other_case, other_deed, other_silence
from kg.extract.factuality.complements import is_bid
from kg.extract.factuality.drafts import provided, under_draft
from kg.extract.factuality.embedding import Embedding
from kg.extract.factuality.habits import is_habitual, is_remembered
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.negation import (
    NOT,
    is_barely_a,
    is_constituent,
    is_idiom,
    is_nearly_so,
    is_scaled,
    is_short_of_figure,
    negative_word,
)
from kg.extract.factuality.refusals import is_perceived, is_performed, is_refused
from kg.extract.factuality.relatives import is_told_ahead
from kg.grammar.phrases import TIMES, VERBAL
from kg.grammar.verbs import (
    FINITE,
    HELPERS,
    OBJECTS,
    SUBJECTS,
    has_subject,
    has_to,
    helpers,
    is_misread_main_verb,
    is_passive,
    verb_forms,
)
from kg.grammar.wordlists import words_of
from kg.parse import Doc, Token

_ASKED = frozenset({"for", "to", "of", "on"})  # what verbs ask for
_ARGUMENTS = SUBJECTS | OBJECTS | {"attr"}
_ADVERBIAL = frozenset({"advmod", "npadvmod", "intj", "neg"})
_MISREAD_ADVERBIAL = frozenset({"acomp", "ccomp"})  # "likely" before its verb
_CONDITIONS = frozenset({"advcl", "prep"})
# modal verbs that the tagger may take for others
_MISTAGGED = frozenset({"'d", "’d", "'ll", "’ll", "gonna", "need", "dare"})
# classes of verbs that take what somebody means to do
_MEANT = frozenset({"plan", "desire", "promise", "speech-claim"})
_STATES = frozenset({"oprd", "ccomp"})
_HAVE = frozenset({"have", "'ve", "’ve"})
_SINGULAR = frozenset({"he", "she", "it"})
_ROUND = frozenset({"all", "every", "everyone", "everything", "half", "twice"})


@dataclass(frozen=True, slots=True)
class Marker:
    """One code that a clause puts on itself, and the word that does it."""

    code: str
    word: Token


@dataclass(frozen=True, slots=True)
class Report:
    """What governs a clause makes of it before its own words do."""

    is_reported: bool  # "said it would close": what is to come is told as from the past
    is_spoken: bool = False  # word for word: "It would close," he said
    is_denied: bool = False


class Markers:
    """Local markers of the clauses of a document."""

    def __init__(self, doc: Doc, lexicon: Lexicon, embedding: Embedding) -> None:
        self._lexicon = lexicon
        self._embedding = embedding
        signs = doc.written(NOT | lexicon.words["signs of negation"] | {"barely"})
        self._has_alternatives = doc.has("or")
        self._may_negate = frozenset(word.sent.start for word in signs)  # sentences, by their first word

    def negations(self, verb: Token) -> list[Token]:
        """Every word that negates the whole clause; an even number of them cancel out."""
        if verb.sent.start not in self._may_negate:
            return []
        words = [*self._nots(verb), *self._negative_adverbials(verb), *self._negative_arguments(verb)]
        found = list({word.i: word for word in words}.values())  # "Scarcely any farmer uses it": once
        first = first_conjunct(verb)
        if first is None or found or has_subject(verb):
            return found
        return self._shared_negations(verb, first)

    def modes(self, verb: Token, is_negative: bool, report: Report) -> Iterator[Marker]:
        """Conditional first, then modal auxiliaries, then adverbs: the order in which they decide the mode."""
        first = None if has_subject(verb) else first_conjunct(verb)
        yield from self._conditionals(verb, first)
        yield from self._modals(verb, first, is_negative, report)
        yield from self._misread_verbs(verb)
        yield from (Marker("f", word) for word in what_lies_ahead(verb, self._lexicon))
        yield from (Marker("k", word) for word in provided(verb, self._lexicon))
        shared = first if first is not None and verb.tag_ == first.tag_ else verb
        # "Under the plan, it sells one and shuts two"
        yield from (Marker("k", word) for word in under_draft(shared, self._lexicon))
        if is_bid(verb):
            yield Marker("d", verb)
        if self._has_alternatives and (joint := other_case(verb)) is not None:
            yield Marker("o", joint)
        if self._has_alternatives and not (is_negative or report.is_denied) and (joint := other_deed(verb)) is not None:
            yield Marker("o", joint)
        if self._has_alternatives and is_negative and (joint := other_silence(verb)) is not None:
            yield Marker("o", joint)
        yield from self._adverbs(verb, is_negative)
        if first is not None:  # "allegedly stole and sold"
            yield from (m for m in self._adverbs(first, is_negative) if m.word.i < first.i and m.code != "-")

    # ---- negation

    def _nots(self, verb: Token) -> Iterator[Token]:
        for holder in _with_helpers(verb):
            for child in holder.children:
                if child.lower_ in NOT and not is_idiom(child, self._lexicon) and not is_constituent(child, verb):
                    yield child
        for child in verb.lefts:
            if child.dep_ in ("cc", "preconj") and child.lower_ in ("nor", "neither"):
                yield child
            elif child.dep_ == "advmod" and "neg" in child.below:  # "did not so much fail as explode"
                yield from (word for word in child.lefts if self._is_not_of(verb, word))
        if "dobj" in verb.below and not _STATES.isdisjoint(verb.below):  # "called it *not* clear"
            states = (child for child in verb.rights if child.dep_ in _STATES and child.pos_ == "ADJ")
            for word in (c for state in states for c in state.lefts if c.lower_ in ("not", "neither")):
                if not word.nbor(-1).is_punct and not is_idiom(word, self._lexicon):
                    yield word
        joint = coordinator(verb) if verb.dep_ == "conj" else None
        if joint is not None and joint.lower_ == "nor" and (has_subject(verb) or verb.tag_ in FINITE):
            yield joint

    def _is_not_of(self, verb: Token, word: Token) -> bool:
        """Whether a "not" follows on an auxiliary of a verb, though hung on the adverb between."""
        if word.dep_ != "neg" or word.lower_ not in NOT or is_idiom(word, self._lexicon):
            return False
        before = word.nbor(-1) if word.i else word
        if before.is_quote and before.i:
            before = before.nbor(-1)  # "had "never knowingly" sold it"
        return before.dep_ in HELPERS and before.head.i == verb.i

    def _negative_adverbials(self, verb: Token) -> Iterator[Token]:
        """At no point, in no way; hardly, no longer, almost."""
        for holder in _with_helpers(verb):
            for child in holder.children:
                is_nearly = child.lower_ == "all" and is_nearly_so(verb)
                may_deny = child.dep_ in ("prep", "advmod", "npadvmod") and not is_nearly
                if may_deny and self._is_negative_phrase(child):
                    yield child
        if verb.i > 1 and self._is_negative_phrase_before(verb) and not is_nearly_so(verb):
            yield verb.nbor(-2)  # "all but failed", however it is hung
        for child in verb.children:
            if child.dep_ in _ADVERBIAL and child.lower_ not in NOT:
                found = self._adverb(child)
                is_negative = found is not None and found.if_positive == "-" and found.group != "falsity"
                is_negative = is_negative and not is_idiom(child, self._lexicon) and not _opens_inversion(child, verb)
                is_negative = is_negative or is_barely_a(child)
                is_negative = is_negative and not (found is not None and _is_near_figure(child, found))
                if is_negative or self._is_outstanding(verb, child):
                    yield child

    def _is_outstanding(self, verb: Token, adverb: Token) -> bool:
        """The yet of "has yet to pay": nor is it said that it has to."""
        if not any(has_to(child) for child in verb.rights):
            return False
        found = self._lexicon.signature("verbs", (f"{verb.lemma_.lower()} {adverb.lower_}",), "inf")
        return found is not None and found.group == "negation"

    def _is_negative_phrase(self, preposition: Token) -> bool:
        if preposition.lower_ not in self._lexicon.words["negators"]:
            return False
        doc, i = preposition.doc, preposition.i
        phrases = (doc.words(i, end) for end in (i + 3, i + 2))
        return self._lexicon.signature("negators", phrases, "phrase") is not None

    def _is_negative_phrase_before(self, verb: Token) -> bool:
        first, second = verb.doc.tokens[verb.i - 2 : verb.i]
        if first.lower_ not in self._lexicon.words["negators"]:
            return False
        phrase = f"{first.lower_} {second.lower_}"
        return self._lexicon.signature("negators", (phrase,), "phrase") is not None

    def _adverb(self, word: Token) -> Signature | None:
        """The line of an adverb, with the word before it first: "no longer"."""
        before = word.doc.tokens[word.i - 1].lower_ if word.i else ""
        return self._lexicon.signature("adverbs", (f"{before} {word.lower_}", word.lower_), "clause")

    def _negative_arguments(self, verb: Token) -> Iterator[Token]:
        """No bank funded it; it paid no tax; it asked for no payment; not one of them; hardly any shop."""
        nouns = [child for child in verb.children if child.dep_ in _ARGUMENTS]
        nouns += [noun for child in verb.rights[:1] if _is_next(child, verb) for noun in child.children]
        nouns += [noun for helper in helpers(verb) for noun in helper.lefts if noun.dep_ in SUBJECTS]
        nouns = [noun for noun in nouns if not _is_aside(noun, verb)]
        for noun in nouns:
            if (word := negative_word(noun, self._lexicon)) is not None:
                yield word
        is_absolute = verb.head.dep_ == "pobj" and verb.head.head.lower_ == "with"  # "with no"
        is_told = verb.dep_ == "acl" and not has_subject(verb)  # not "had no idea that it was *stolen*"
        if is_told and (verb.tag_ == "VBN" or (verb.tag_ == "VBG" and is_absolute)):  # "with no date *set*"
            yield from (
                child for child in verb.head.lefts if child.lower_ == "no" or (child.lower_ == "not" and is_absolute)
            )
        if is_misread_main_verb(verb) and (word := negative_word(verb.head, self._lexicon)):
            yield word

    def _shared_negations(self, verb: Token, first: Token) -> list[Token]:
        """didn't attend or visit; no bank funded or insured; never sells or repairs."""
        joint = coordinator(verb)
        if joint is not None and self._lexicon.has("joints", (joint.lower_,)):
            return []
        subjects = (child for child in first.children if child.dep_ in SUBJECTS)
        found = [word for child in subjects if (word := negative_word(child, self._lexicon)) is not None]
        is_joined = joint is not None and joint.lower_ in ("or", "nor") and verb.tag_ == first.tag_
        if _lacks_helper(verb) and (is_joined or (_is_bare(verb) and _is_bare(first))):
            found += [*self._nots(first), *self._negative_adverbials(first)]
        return found

    # ---- mode

    def _conditionals(self, verb: Token, first: Token | None) -> Iterator[Marker]:
        """The main clause of an if-clause: "If the dam fails, the county will pay and sell the mine"."""
        clauses = [] if _CONDITIONS.isdisjoint(verb.below) else list(verb.children)
        if first is not None:
            clauses += first.lefts
        for clause in clauses:
            if (
                clause.dep_ in ("advcl", "prep")
                and clause.pos_ in VERBAL
                and not _is_about_words(verb, clause, self._lexicon)
            ):
                opened = self._embedding.opener(clause)
                is_asked = opened is not None and opened[0] == "if" and self._embedding.asks(verb, clause)
                is_asked |= _is_done_already(verb, clause)
                if opened is not None and opened[1].group == "conditional" and not is_asked:
                    yield Marker("k", opened[2])

    def _modals(self, verb: Token, first: Token | None, is_negative: bool, report: Report) -> Iterator[Marker]:
        is_reported = report.is_reported
        auxiliaries = [] if HELPERS.isdisjoint(verb.below) else helpers(verb)
        if (
            first is not None
            and _lacks_helper(verb)
            and (auxiliaries or _shares_form(verb, first) or _may_have_been(verb, first))
        ):
            auxiliaries = [*helpers(first), *auxiliaries]
        for helper in auxiliaries:
            is_perfect = any(h.i > helper.i and (h.lemma_ in _HAVE or h.lower_ in _HAVE) for h in auxiliaries)
            found = self._modal(helper, "perfect" if is_perfect else "aux")
            is_told = arcs.is_had(helper) or is_told_ahead(verb, helper) or is_performed(verb, helper)
            is_told = is_told or is_perceived(verb, helper)
            is_told = is_told or (not is_reported and is_habitual(first or verb, helper))
            is_told = is_told or (report.is_spoken and not is_negative and is_remembered(first or verb, helper))
            is_told = is_told or (not is_reported and is_refused(verb, helper, self._lexicon, is_negative=is_negative))
            if found is not None and not is_told:
                code = found.code(is_negative).rstrip("-")
                if helper.lower_ == "should" and not is_perfect and _is_due(verb):
                    code = "f"  # "should be ready by spring"
                yield Marker("f" if is_reported and code == "k" and not is_perfect else code, helper)

    def _misread_verbs(self, verb: Token) -> Iterator[Marker]:
        """A main verb taken for an auxiliary of the event behind it: "Keita fears arrest"; a participle taken for a
        main verb: "Lang, said to own the mill, left"."""
        if (
            verb.tag_ == "VBD"
            and "xcomp" in verb.below
            and any(child.dep_ == "xcomp" and has_to(child) for child in verb.rights)
        ):
            said = self._lexicon.signature("verbs", verb_forms(verb), "inf")
            if said is not None and said.group == "reported" and not is_passive(verb):
                yield Marker("c", verb)
        for helper in verb.lefts if "aux" in verb.below else ():
            if helper.dep_ == "aux" and helper.tag_ in ("VBZ", "VBP") and helper.pos_ == "VERB":
                found = self._lexicon.signature("verbs", verb_forms(helper), "np")
                if found is not None and found.if_positive[0] not in "+!":
                    yield Marker(found.if_positive, helper)

    def _modal(self, helper: Token, complement: str) -> Signature | None:
        forms: tuple[str, ...] = (helper.lower_, helper.lemma_.lower())
        if helper.i + 1 < len(helper.doc) and helper.nbor(1).lower_ == "better":
            forms = (f"{helper.lower_} better",)
        elif helper.tag_ == "VBD" or (helper.tag_ != "MD" and helper.lower_ not in _MISTAGGED):
            return None
        return self._lexicon.signature("modals", forms, complement)

    def _adverbs(self, verb: Token, is_negative: bool) -> Iterator[Marker]:
        below = verb.below
        words = [] if _ADVERBIAL.isdisjoint(below) else [child for child in verb.children if child.dep_ in _ADVERBIAL]
        if not _MISREAD_ADVERBIAL.isdisjoint(below):
            words += [c for c in verb.lefts if c.dep_ in _MISREAD_ADVERBIAL and c.pos_ == "ADV"]
        if not HELPERS.isdisjoint(below):
            words += [c for helper in helpers(verb) for c in helper.children if c.dep_ == "advmod"]
        yield from self._adverbial_phrases(verb, is_negative)
        false = self._embedding.falsified(verb) if words else None  # the words are false, and spoken all the same
        for word in (w for w in words if w != false):
            found = self._adverb(word)
            code = found.code(is_negative) if found is not None else "+"
            is_false = found is not None and found.group == "falsity" and self._embedding.states(verb)
            if found is not None and (code not in "+-" or is_false):
                yield Marker(code, word)

    def _adverbial_phrases(self, verb: Token, is_negative: bool) -> Iterator[Marker]:
        """In all likelihood, by all accounts."""
        places = verb.children if "prep" in verb.below else ()
        for noun in verb.lefts:
            if noun.dep_ in SUBJECTS and "prep" in noun.below:
                places += noun.rights  # "Lund, by all accounts,"
        for child in places:
            if child.dep_ == "prep":
                found = self._lexicon.signature("adverbs", self._lexicon.adverb_phrases.begin_at(child), "clause")
                if found is not None:
                    yield Marker(found.code(is_negative), child)


def _is_aside(noun: Token, verb: Token) -> bool:
    """The none of "Three boats, none of them new, sank", taken for a second subject."""
    if noun.dep_ not in SUBJECTS or noun.left_edge.text_before != ",":
        return False
    edge = noun.right_edge
    is_closed = "," in (edge.text, edge.nbor(1).text if edge.i + 1 < len(edge.doc) else "")
    return is_closed and any(child.dep_ in SUBJECTS and child.i < noun.i for child in verb.lefts)


def _opens_inversion(adverb: Token, verb: Token) -> bool:
    """The hardly of "hardly had she left when": she had left. Not of "she hardly had time"."""
    had = adverb.nbor(1) if adverb.i + 1 < len(adverb.doc) else adverb
    near = (verb, *(child for child in verb.rights if child.dep_ == "ccomp"))
    return had.lower_ == "had" and any(c.dep_ in SUBJECTS and c.i > had.i for one in near for c in one.lefts)


def _is_near_figure(adverb: Token, found: Signature) -> bool:
    """Whether an adverb only tells that a figure is rounded: "was nearly 40", "almost tripled"."""
    if is_short_of_figure(adverb):
        return True
    if found.group != "approximation" or adverb.i + 1 == len(adverb.doc):
        return False
    behind = adverb.nbor(1)
    return behind.like_num or behind.lower_ in _ROUND or is_scaled(adverb)


def _is_due(verb: Token) -> bool:
    """Whether it is told by when something is to be: "by spring", "by the end of May"."""
    times = (noun for by in verb.rights if by.lower_ == "by" for noun in by.rights if by.dep_ in ("prep", "agent"))
    seasons = words_of("season") | words_of("feast")
    return any(noun.ent_type_ in TIMES or noun.lower_ in seasons for noun in times)


def _is_about_words(verb: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Whether a condition is one of what was said or is planned: "threatened to sue unless he paid", "plans to sue if
    he fails to pay"."""
    if clause.i < verb.i and arcs.is_inverted(clause) and verb.tag_ == "VBD" and HELPERS.isdisjoint(verb.below):
        return True  # "Had he sold it, he told the court, he would have won"
    words = [child for child in verb.rights if child.dep_ in ("xcomp", "ccomp") and child.i < clause.i]
    if not words or arcs.is_past(verb):
        return bool(words)
    found = lexicon.signature("verbs", verb_forms(verb), "inf") if verb.tag_ in ("VBZ", "VBP") else None
    return found is not None and found.group in _MEANT


def _is_done_already(verb: Token, clause: Token) -> bool:
    """Whether a deed is done, whatever a condition behind it says of what goes with it: "raised its bid to $48m, with
    $6m more if they win the cup"; not "resigned, if reports are to be believed", "It helped if they came"."""
    is_simple = verb.tag_ == "VBD" or any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.lefts)
    has_modal = any(child.tag_ == "MD" or has_to(verb) for child in verb.lefts)
    is_remark = clause.lemma_ in ("be", "believe") and arcs.follows_comma(clause)
    return is_simple and not has_modal and clause.i > verb.i and arcs.is_present(clause) and not is_remark


def first_conjunct(verb: Token) -> Token | None:
    """The verb that a verb is coordinated with and may share its subject and auxiliaries with."""
    if verb.dep_ != "conj":
        return None
    first = verb.head
    while first.dep_ == "conj" and not has_subject(first):
        first = first.head
    return first if first.pos_ in VERBAL else None


def coordinator(verb: Token) -> Token | None:
    """The conjunction before the second of two coordinated verbs."""
    between = [child for child in verb.head.rights if child.dep_ == "cc" and child.i < verb.i]
    return between[-1] if between else None


def _is_next(preposition: Token, verb: Token) -> bool:
    """Whether a preposition follows its verb at once: "asked *for*"; "won *with* no help" says that it was won."""
    return preposition.dep_ == "prep" and preposition.i == verb.i + 1 and preposition.lower_ in _ASKED


def _lacks_helper(verb: Token) -> bool:
    """Whether no finite helper stands beside a verb: "will resign and *leave*", "will resign and *be replaced*"."""
    return next((helper.tag_ for helper in helpers(verb)), "VB") == "VB"


def _is_bare(verb: Token) -> bool:
    """Whether a verb needs an auxiliary, which may stand before its first conjunct; "put" may be tagged as a past."""
    if verb.tag_ == "VBP":  # "that she would not dig a hole and then *pay*"
        first = first_conjunct(verb)
        doers = [child for child in first.lefts if child.dep_ in SUBJECTS] if first is not None else []
        return bool(doers) and all(doer.tag_ in ("NN", "NNP") or doer.lower_ in _SINGULAR for doer in doers)
    return verb.tag_ in ("VB", "VBN", "VBG") or (verb.tag_ == "VBD" and verb.lower_ == verb.lemma_)


def _shares_form(verb: Token, first: Token) -> bool:
    """Whether a bare verb can share the auxiliary of the first; not "would hire pilots and no longer planned to"."""
    is_participle = verb.tag_ == "VBN" and verb.lower_ != verb.lemma_
    return _is_bare(verb) and not (is_participle and first.tag_ == "VB")


def _may_have_been(verb: Token, first: Token) -> bool:
    """Whether what is tagged as a past may share "could have": "could have sold it and kept the frame"; not "could have
    sold it but kept it"."""
    joint = coordinator(verb)
    if joint is not None and joint.lower_ == "but":
        return False
    if verb.head.i != first.i and verb.head.tag_ == "VBD" and not _may_have_been(verb.head, first):
        return False
    tags = {helper.tag_ for helper in helpers(first)}
    return verb.tag_ == "VBD" and first.tag_ == "VBN" and "VB" in tags and not tags.isdisjoint({"MD", "TO"})


def _with_helpers(verb: Token) -> tuple[Token, ...]:
    return (verb, *helpers(verb))
