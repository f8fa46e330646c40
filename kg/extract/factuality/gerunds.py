"""Gerunds behind prepositions: "accused of selling", "charged with murder and hiding the body". Arcs in, links out."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.factuality import arcs
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.complements import complement_kind
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.links import Link
from kg.extract.factuality.negation import negative_word
from kg.extract.factuality.plans import planned
from kg.extract.factuality.signatures import CLAIM, DEFAULTS, RESET, SAME, Signatures, always
from kg.extract.times.vocabulary import values
from kg.grammar.phrases import NOUNS, TIMES, VERBAL
from kg.grammar.verbs import HELPERS, has_subject, has_to, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token

_SAID = Signature("c", "o", "accusation")
_JUDGED = frozenset({"implicative-two-way", "ability"})
_WILL = frozenset({"will", "'ll", "’ll", "shall"})
_MAY = frozenset({"may", "can", "must", "could"})


class Gerunds:
    """Links of clauses behind prepositions."""

    def __init__(self, lexicon: Lexicon, signatures: Signatures) -> None:
        self._lexicon = lexicon
        self._signatures = signatures

    def link(self, verb: Token, preposition: Token) -> Link:
        """The link of a clause that a preposition takes."""
        if preposition.dep_ == "conj":  # "accused of burning homes in May and of driving out people"
            alike = (t for t in preposition.ancestors if t.dep_ == "prep" and t.lower_ == preposition.lower_)
            preposition = next(alike, preposition)
        governor = preposition.head
        kind = complement_kind(verb)
        if preposition.lower_ == "given" and preposition.tag_ == "VBN" and governor.pos_ in VERBAL and kind == "that":
            ground = always("!", "ground")  # "it will, *given that* it was"
            return Link(governor, ground, word=preposition, is_beside=True)
        if kind in ("wh", "whx", "whto"):
            top = governor if governor.pos_ in VERBAL else clause_of(governor)
            is_told = kind == "whx" and governor.pos_ in VERBAL and self._lexicon.has("saying", verb_forms(governor))
            is_how = preposition.lower_ in ("of", "about") and verb.left_edge.lower_ == "how" and verb.tag_ == "VBD"
            is_told |= kind == "whx" and is_how and governor.pos_ in NOUNS and self._tells(governor)
            return Link(top, CLAIM if is_told else DEFAULTS[kind], word=governor if is_told else preposition)
        while governor.pos_ not in VERBAL and (
            governor.dep_ in ("prep", "advmod", "mark", "pcomp") or governor.lower_ == "much"
        ):
            if self._signatures.is_instead(governor):  # "without so much as knocking"
                return Link(clause_of(governor), always("-", "negator"), word=governor)
            governor = governor.head
        if (done := self._excepted(preposition, governor)) is not None:
            return Link(done, SAME, word=preposition, is_beside=True)
        if (dated := _dated(preposition)) is not None:
            return Link(dated, RESET, if_unreal="+")
        if preposition.lower_ == "except" and kind == "inf" and self._lexicon.has("speech", verb_forms(verb)):
            return Link(governor if governor.pos_ in VERBAL else clause_of(governor), RESET, if_unreal="+")
        if preposition.lower_ == "in" and self._is_judged(governor):
            return Link(governor if governor.pos_ in VERBAL else clause_of(governor), RESET)
        if preposition.lower_ == "before" and self._is_cut_short(verb, governor):
            return Link(governor, always("-", "negator"), word=preposition)
        is_absolute = has_subject(verb) and self._is_absolute(preposition)  # "tried to sell it, with debts mounting"
        return (None if is_absolute else self._listed(preposition, governor)) or self._unlisted(preposition, governor)

    def _tells(self, noun: Token) -> bool:
        """Whether a noun is what somebody tells: "his account of how it sank"; not "the date of when it sank"."""
        spoken = (self._signatures.of_noun(noun, complement) for complement in ("that", "pger"))
        return any(found is not None and found.if_positive == "c" for found in spoken)

    def _excepted(self, preposition: Token, governor: Token) -> Token | None:
        """The clause that denies all but what a gerund says: "made no comment beyond saying it"."""
        if preposition.lower_ not in words_of("all but this") and preposition.head.lower_ != "other":
            return None
        verb = governor if governor.pos_ in VERBAL else clause_of(governor)
        taken = () if verb is None else (c for c in verb.rights if c.dep_ in ("dobj", "attr") and c.i < preposition.i)
        return verb if any(negative_word(c, self._lexicon) is not None for c in taken) else None

    def _is_cut_short(self, verb: Token, governor: Token) -> bool:
        """Whether an end came before what was to be reached: "crashed before reaching the sea"; not "left before"."""
        is_ended = governor.pos_ in VERBAL and self._lexicon.has("foundering", verb_forms(governor))
        return is_ended and self._lexicon.has("attaining", verb_forms(verb))

    def _is_judged(self, governor: Token) -> bool:
        """Whether it is told, asked or denied how well somebody did in what was done: "whether it acted fairly *in
        deciding* that", "had erred in selling"; not "would act fairly in deciding", "took part in selling"."""
        word = arcs.predicated_word(governor) if governor.pos_ in VERBAL else governor
        clause = governor if governor.pos_ in VERBAL else clause_of(governor)
        if clause is None or not (arcs.is_past(clause) or arcs.has_perfect(clause)):
            return False
        if governor.pos_ in VERBAL and word is None:
            is_graded = any(child.lower_ in words_of("well or ill") for child in governor.children)
            return governor.lemma_ in words_of("going wrong") or (is_graded and governor.lemma_ in words_of("doing"))
        judged = self._lexicon.signature("adjectives", arcs.noun_forms(word), "inf") if word is not None else None
        return judged is not None and judged.if_positive == "+" and judged.group in _JUDGED

    def _is_absolute(self, preposition: Token) -> bool:
        """The with of "with debts mounting"."""
        found = self._signatures.of_preposition(preposition)
        return found is not None and found.group == "absolute"

    def is_blamed(self, gerund: Token) -> bool:
        """Whether somebody is told to have done what a gerund says: "fined for allowing", "accused of allowing"."""
        if gerund.tag_ != "VBG" or gerund.dep_ != "pcomp":
            return False
        found = self._listed(gerund.head, gerund.head.head)
        return found is not None and found.signature.if_positive in ("!", "c")

    def added(self, verb: Token) -> Link | None:
        """Charged with murder and hiding the body: what goes on with the noun behind a preposition, though hung on the
        verb."""
        first, helpers = verb.head, (*HELPERS, "mark")
        if verb.tag_ != "VBG" or first.tag_ == "VBG" or first.pos_ not in VERBAL or has_subject(verb):
            return None
        if any(child.dep_ in helpers for child in verb.lefts):
            return None
        found = (self._listed(preposition, preposition.head) for preposition in _prepositions_before(verb))
        return next((link for link in found if link is not None), None)

    def _listed(self, preposition: Token, governor: Token) -> Link | None:
        taken = (c for c in governor.rights if c.dep_ == "dobj" and c.i < preposition.i and governor.pos_ in VERBAL)
        for word in (governor, arcs.verb_over(governor), *taken):  # "won praise | for hiring"
            if word is not None and (found := self._signatures.of_gerund(word, preposition)):
                if preposition.lower_ == "of" and (adverb := self._signatures.false_adverb(word)) is not None:
                    return Link(word, always("-", "falsity"), word=adverb)  # "wrongly convicted of stealing"
                if found.group == "factive" and word.tag_ == "VBZ" and self._lexicon.has("fining", verb_forms(word)):
                    return Link(word, CLAIM, word=word)  # "Watchdog fines shop for selling data": it says so
                if found.if_positive in "!+" and word.pos_ in NOUNS and self._is_only_wanted(word):
                    return Link(word, _SAID, word=word)
                is_negative = word.pos_ == "ADJ" and any(c.dep_ == "neg" for c in word.lefts)  # "not guilty of"
                above = (clause_of(word) or word) if word.pos_ == "ADJ" else word
                return Link(above, found, word=word, is_negative=is_negative)
        return None

    def _is_only_wanted(self, noun: Token) -> bool:
        """Whether somebody demands or may get what is only due for a deed, so that the deed is only said to be done:
        "demanded *an apology* for selling it", "faces *a fine* for hiding it"."""
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if noun.dep_ not in ("dobj", "pobj") or verb.pos_ not in VERBAL:
            return False
        forms = verb_forms(verb)
        if noun.dep_ == "pobj":
            forms = tuple(f"{form} {noun.head.lower_}" for form in forms)
        wanted = self._lexicon.signature("verbs", forms, "np")
        is_due = noun.lemma_ in words_of("due for a deed") and verb.lemma_ in words_of("threatened with")
        return is_due or (wanted is not None and wanted.if_positive == "d")

    def _unlisted(self, preposition: Token, governor: Token) -> Link:
        clause = governor if governor.pos_ in VERBAL else clause_of(governor)
        if preposition.lower_ == "as" and any(self._signatures.speaks(c) for c in preposition.rights):
            return Link(clause, SAME, word=preposition)  # "went on record as saying"
        found = self._signatures.of_preposition(preposition) or always("o")
        if clause is not None and preposition.lower_ == "after" and _comes_first(preposition, clause):
            return Link(clause, always("f", "temporal"), word=preposition)
        if found.group == "negator" and clause is not None and preposition.i < clause.i:
            found = always("-", "negator")  # "Without hearing it, they could not say"; not "never left without asking"
        is_absolute = clause is not None and self._is_absolute(preposition)
        coming = planned(clause, preposition, self._signatures) if is_absolute and clause is not None else None
        if coming is not None:
            return Link(coming, found, word=preposition, if_unreal="+")
        event = self._signatures.listed(clause, "np") if is_absolute and clause is not None else None
        is_forecast = event is not None and event.if_positive == "f" and event.group == "plan"
        if is_forecast and clause is not None and clause.lemma_ in words_of("forecasting"):
            return Link(clause, always("f", "plan"), word=clause)  # "forecast a wet week, with rain reaching the east"
        return Link(clause, found, word=arcs.first_of_phrase(preposition))


def _dated(of: Token) -> Token | None:
    """The clause that is dated by what came before it: "joined within a year of leaving the navy"; not "came within
    minutes of winning"."""
    measure = of.head
    is_time = measure.ent_type_ in TIMES or measure.lemma_.lower() in values("unit")
    if of.lower_ != "of" or not is_time or measure.head.lower_ != "within":
        return None
    clause = clause_of(measure)
    return None if clause is None or clause.lemma_.lower() in words_of("coming close") else clause


def _comes_first(after: Token, clause: Token) -> bool:
    """Whether what a gerund tells has to be done first: "may leave after paying", "will be free to strike after giving
    notice", "will rule after hearing them"; not "may miss it after breaking a leg", "will leave after losing"."""
    done = next((child for child in after.rights if child.dep_ == "pcomp"), after)
    if done.tag_ != "VBG" or after.i < clause.i:
        return False
    helpers = {child.lower_ for child in clause.lefts}
    is_weighed = done.lemma_ in words_of("weighed first")
    if not helpers.isdisjoint(_WILL):
        return is_weighed
    is_free = has_to(clause) and clause.head.pos_ == "ADJ"
    is_open = is_free or not helpers.isdisjoint(_MAY)
    return is_open and (is_weighed or done.lemma_ in words_of("done first"))


def _prepositions_before(verb: Token) -> Iterator[Token]:
    """The prepositions whose phrase ends before the conjunction that adds a verb, inmost first: of "held on suspicion
    of murder and hiding" of, on."""
    first = verb.head
    joint = next((child for child in reversed(first.rights) if child.dep_ == "cc" and child.i < verb.i), None)
    if joint is None:
        return
    behind = joint.nbor(-1) if joint.text_before != "," else joint.nbor(-2)
    for word in (behind, *behind.ancestors):
        if word.i == first.i:
            return
        if word.dep_ == "prep" and word.i < behind.i:
            yield word
