"""Clauses of time in the past tense that tell of a time to come: "suspended until the inquiry was complete"."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.complements import complements
from kg.extract.factuality.habits import is_remembered
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.signatures import Signatures
from kg.extract.times.vocabulary import values
from kg.grammar.phrases import UNTIL, VERBAL
from kg.grammar.verbs import HELPERS, has_to, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token

_AS_SOON = frozenset({"once", "as soon as", "the moment"})
_WHEN = UNTIL | _AS_SOON | {"when", "whenever"}
_SHIFTED = _WHEN | {"before", "by the time"}
_MEASURES = frozenset({"long", "soon", "shortly", "immediately", "right", "straight", "only"})
_RULING = frozenset({"must", "should", "may", "might", "can", "could", "shall"})
_BARRING = frozenset({"must", "should", "may", "ought", "shall"})
_NONE = frozenset({"no", "nothing", "nobody", "none", "neither"})
_INNER = frozenset({"xcomp", "pcomp", "acl", "advcl", "ccomp"})


class Timed:
    """What clauses of time in the past tense tell."""

    def __init__(self, lexicon: Lexicon, signatures: Signatures) -> None:
        self._lexicon = lexicon
        self._signatures = signatures

    def is_to_come(self, verb: Token, phrase: str) -> bool:
        """Whether a report has shifted the future: "said it would pay when the deal closed", "said it would be rash to
        pay before the deal closed"; or a ban tells what is awaited: "barred its sale until tests had been done"."""
        if phrase in UNTIL and self._is_awaited(verb):
            return True
        dated = clause_of(verb)
        while dated is not None and not arcs.is_finite(dated) and dated.dep_ == "xcomp" and dated.head.pos_ in VERBAL:
            dated = dated.head
        if dated is not None and phrase in _AS_SOON and self._is_promised(dated, verb):
            return True
        if dated is None or dated.dep_ not in ("ccomp", "conj") or dated.i > verb.i or not arcs.is_past(verb):
            return False
        if dated.left_edge.i and dated.left_edge.nbor(-1).is_quote and _is_of_then(dated):
            return False
        is_future = arcs.is_shifted_future(dated) or (phrase in UNTIL | _AS_SOON and _is_bound(dated))
        is_future |= phrase in UNTIL | {"before"} and _is_barred(dated)
        if not self._is_shifted(verb, phrase) or not is_future or arcs.has_perfect(dated):
            return False
        return any(
            above.pos_ in VERBAL and arcs.is_past(above) and self._signatures.speaks(above)
            for above in (dated.head, dated.head.head)
        )

    def _is_promised(self, told: Token, verb: Token) -> bool:
        """Whether somebody says between commas what would be done: "Once all had left, she promised, she would"."""
        main = told.head if told.dep_ == "parataxis" and told.i > verb.i else None
        is_said = arcs.is_past(told) and self._signatures.speaks(told) and arcs.is_past(verb)
        return main is not None and is_said and arcs.is_shifted_future(main)

    def is_within_plan(self, verb: Token, phrase: str, governor: Token) -> bool:
        """Whether a past tense tells of a time to come if what it dates does: "vowed to fight until the king fell",
        "promised to pay when the work was done"; not "tried to flee when police came"."""
        if arcs.is_finite(governor) and not self._is_asked_for(governor):
            if phrase == "before" and _takes_time(governor):
                return True
            return phrase in UNTIL | _AS_SOON and arcs.is_shifted_future(governor) and "neg" not in governor.below
        if governor.dep_ not in _INNER or self._ends_it(phrase, governor):
            return False
        if phrase in UNTIL:
            return True
        above = governor.head
        if governor.dep_ != "xcomp" or above.pos_ not in VERBAL:
            return False
        found = self._signatures.listed(above, "inf", "objinf", "pinf")
        is_plan = found is not None and found.if_positive[0] in "fd"
        if phrase in _AS_SOON:
            return is_plan
        if phrase == "before":  # "wanted to leave before it closed"; not "had decided to leave before it closed"
            is_wish = found is not None and found.group == "desire" and is_plan
            is_wish |= is_plan and self._is_forbidden(governor)  # "told to say nothing before it was signed"
            return is_wish or (arcs.predicated_word(above) is not None and any(c.tag_ == "MD" for c in above.lefts))
        return is_plan and phrase in _WHEN and self._signatures.is_spoken(above)

    def bounded(self, phrase: str, verb: Token, governor: Token) -> Token:
        """What "until" is the end of, where it hangs on the verb above: of "told them to *wait* until it was dry"."""
        if phrase not in UNTIL or governor.pos_ not in VERBAL or verb.i < governor.i:
            return governor
        wanted = [child for child in governor.rights if child.dep_ in ("xcomp", "ccomp") and child.i < verb.i]
        if not wanted or not has_to(wanted[-1]):
            return governor
        found = self._signatures.listed(governor, *complements(governor, wanted[-1], "inf"))
        return wanted[-1] if found is not None and found.if_positive in ("d", "f") else governor

    def _is_asked_for(self, governor: Token) -> bool:
        """Whether a clause tells what is asked for, in a form like a present tense: "asked that flags stay down"."""
        if governor.dep_ != "ccomp" or governor.tag_ not in ("VB", "VBP") or not HELPERS.isdisjoint(governor.below):
            return False
        found = self._signatures.listed(governor.head, "that")
        is_wish = found is not None and (found.if_positive == "d" or found.group == "insistence")
        return is_wish and arcs.has_mark(governor) and arcs.is_past(governor.head)

    def _ends_it(self, phrase: str, governor: Token) -> bool:
        """Whether "until" tells when an expectation was over: "had been expected to rise until war broke out", "was to
        marry until he fell ill"; not "had been expected to stay until a vote was held"."""
        above = governor.head
        if phrase not in UNTIL or above.pos_ not in VERBAL or self._is_forbidden(governor):
            return False  # "were expected to sell nothing until the inquiry was over"
        if arcs.has_perfect(governor):
            return True
        is_expected = above.lemma_ in words_of("was to") and arcs.is_past(above)
        if is_expected and self._lexicon.has("done_at_once", verb_forms(governor)):
            return True
        return arcs.has_perfect(above) and not self._lexicon.has("going_on", verb_forms(governor))

    def _is_forbidden(self, governor: Token) -> bool:
        return "neg" in governor.below or any(
            token.lower_ in _NONE for child in governor.rights for token in (child, *child.lefts)
        )

    def _is_awaited(self, verb: Token) -> bool:
        above = clause_of(verb)
        is_perfect = arcs.has_perfect(verb) and arcs.is_past(verb)
        return above is not None and is_perfect and self._lexicon.has("barring", verb_forms(above))

    def _is_shifted(self, verb: Token, phrase: str) -> bool:
        """Whether a conjunction only tells of time; "said he would resign after he lied" tells why."""
        if phrase in _SHIFTED:
            return True
        edge = verb.left_edge
        before = edge.nbor(-1) if edge.i and edge.lower_ not in _MEASURES else edge
        is_measured = before.lower_ in _MEASURES or before.lemma_.lower() in values("unit")
        return phrase == "after" and (arcs.has_perfect(verb) or is_measured)


def _is_of_then(verb: Token) -> bool:
    """ "They would close the gates when the siren went," she said: it went."""
    return any(child.lower_ in arcs.WOULD and is_remembered(verb, child) for child in verb.lefts)


def _is_barred(verb: Token) -> bool:
    """Whether something is not to be done: "argued that quotas must not be set before the fish were counted"."""
    return "neg" in verb.below and any(child.lower_ in _BARRING for child in verb.lefts)


def _takes_time(verb: Token) -> bool:
    """Whether it would be long until what is told behind it: "would be years before", "would take months until"."""
    if verb.lemma_ not in ("be", "take", "pass") or not any(child.lower_ in arcs.WOULD for child in verb.lefts):
        return False
    return any(token.lemma_.lower() in values("unit") for token in verb.doc.tokens[verb.i + 1 : verb.i + 4])


def _is_bound(verb: Token) -> bool:
    """Whether a rule or a right holds: "ruled that he must stay until she came"."""
    return "neg" not in verb.below and any(child.tag_ == "MD" and child.lower_ in _RULING for child in verb.lefts)
