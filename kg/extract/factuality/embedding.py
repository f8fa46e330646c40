"""Embedding: which word governs a predicate, and what that word makes of it. Arcs of the parse in, links out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.extract.clauses.subjects import OBJECTS, SUBJECTS, has_to
from kg.extract.factuality import arcs
from kg.extract.factuality.arcs import PREDICATED, VERBAL, clause_of, complement_kind, predicated_word
from kg.extract.factuality.attribution import is_inserted
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.negation import negative_word
from kg.extract.factuality.signatures import DEFAULTS, RESET, SAME, Opener, Signatures, always
from kg.parse import Token

_GENERIC = frozenset({"any", "every", "no", "each"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_ROOT = Signature("+", "+", "root")


@dataclass(frozen=True, slots=True)
class Link:
    """How a predicate hangs on what governs it."""

    governor: Token | None = None  # whose state is handed down; None at the root
    signature: Signature = _ROOT
    word: Token | None = None  # the embedding word: a cue, and the holder's verb
    is_negative: bool = False  # the embedding word is negated by itself: "not likely to"
    if_unreal: str = ""  # the code that counts instead where the governor is not a fact
    is_beside: bool = False  # takes what its governor was given, not what the governor is


class Embedding:
    """Links of the predicates of a document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._signatures = Signatures(lexicon)

    def link(self, token: Token) -> Link:
        """The link of a clause's head, or of a noun or adjective that governs a clause."""
        if token.dep_ == "ROOT":
            return Link()
        if not arcs.is_clause(token):
            return self._of_nominal(token)
        if is_inserted(token, self._lexicon):
            return self._beside(token)
        return _ARCS.get(token.dep_, Embedding._elsewhere)(self, token)

    def opener(self, verb: Token) -> Opener | None:
        """What opens an adverbial clause."""
        return self._signatures.opener(verb)

    # ---- nouns and adjectives

    def _of_nominal(self, token: Token) -> Link:
        """A predicated word is as its copula; other nouns are facts, unless their verb lends them mode and negation."""
        if token.dep_ in PREDICATED and token.head.pos_ in VERBAL:
            return Link(token.head, SAME)
        clause = clause_of(token)
        if clause is None:
            return Link()
        top = arcs.top_of_phrase(token)
        is_taken = top.dep_ in OBJECTS or top.dep_ in PREDICATED or arcs.is_existential(top)
        if is_taken and self._signatures.is_light(clause):
            return Link(clause, SAME)
        spoken = self._signatures.of_noun(token, "that")
        is_report = spoken is not None and spoken.if_positive[0] in "c!"
        is_doubtful = arcs.is_indefinite(token) and top.dep_ not in SUBJECTS and not is_report
        return Link(clause, RESET, if_unreal="o" if is_doubtful else "")

    # ---- beside another clause

    def _beside(self, verb: Token) -> Link:
        clause = clause_of(verb)
        return Link(clause, SAME, is_beside=True) if clause is not None else Link()

    def _conjunct(self, verb: Token) -> Link:
        first = verb.head
        while first.dep_ == "conj" and first.head.pos_ in VERBAL:
            first = first.head
        joints = [child for child in (*verb.head.rights, *verb.lefts) if child.dep_ in ("cc", "mark", "prep")]
        if any(child.i < verb.i and self._signatures.is_instead(child) for child in joints):
            return Link(first, always("-", "negator"), word=verb.head)
        if arcs.is_finite(verb) and has_to(first) and first.dep_ in ("xcomp", "advcl", "acl") and not has_to(verb):
            return Link(clause_of(first) or first, SAME, is_beside=True)
        if first.pos_ in VERBAL or (first.dep_ in PREDICATED and first.head.pos_ in VERBAL):
            return Link(first if first.pos_ in VERBAL else first.head, SAME, is_beside=True)
        return self._elsewhere(verb)

    def _elsewhere(self, verb: Token) -> Link:
        """A verb in the place of a noun, by a slip of the parser or as a gerund: "Selling lamps helped the firm"."""
        clause = clause_of(verb)
        return Link(clause, RESET, if_unreal="+") if clause is not None else Link()

    # ---- complements of verbs and adjectives

    def _complement(self, verb: Token) -> Link:
        governor, kind = verb.head, complement_kind(verb)
        if governor.pos_ not in VERBAL:
            is_noun = governor.pos_ in _NOMINAL and governor.dep_ != "acomp"
            return self._on_noun(verb) if is_noun else self._of_adjective(governor, kind)
        word = predicated_word(governor)
        if kind == "that" and self._stands_beside(verb, governor, is_copula=word is not None):
            return Link(governor, SAME, is_beside=True)
        if word is not None and self._signatures.is_copula(governor):
            return Link(governor, self._signatures.of_predicated(word, kind), word=word)
        if governor.lemma_ == "be" and kind not in ("wh", "whx"):
            return self._of_equation(governor, kind)
        return Link(governor, self._signatures.of_verb(governor, verb, kind), word=governor)

    def _stands_beside(self, verb: Token, governor: Token, is_copula: bool) -> bool:
        """Two clauses side by side that the parser hung together: "Oslo won the cup; Riga lost it"."""
        if arcs.has_mark(verb) or not (verb.i < governor.i or arcs.follows_comma(verb)):
            return False
        return is_copula or not self._signatures.speaks(governor)

    def _of_adjective(self, adjective: Token, kind: str) -> Link:
        """An adjective that governs by itself: "unlikely to cut", "a bank likely to fail"."""
        clause = clause_of(adjective)
        is_negated = any(child.dep_ == "neg" for child in adjective.children)
        link = Link(clause, self._signatures.of_predicated(adjective, kind), word=adjective, is_negative=is_negated)
        return link if clause is None or adjective.dep_ in PREDICATED else replace(link, governor=adjective)

    def _of_equation(self, governor: Token, kind: str) -> Link:
        """The plan is to sell; the trouble is that the roof leaks; the leaders are to meet."""
        subject = next((child for child in governor.children if child.dep_ in SUBJECTS), None)
        found = self._signatures.of_noun(subject, kind) if subject is not None else None
        found = found or self._signatures.listed(governor, kind) or DEFAULTS[kind]
        return Link(governor, found, word=subject if subject is not None else governor)

    def _clausal_subject(self, verb: Token) -> Link:
        """Selling the mine was a mistake; that he lied is clear; to sell would be wrong."""
        kind, governor = complement_kind(verb), verb.head
        word = predicated_word(governor) if governor.pos_ in VERBAL else None
        if kind in ("that", "wh") and word is not None:
            return Link(governor, self._signatures.of_predicated(word, kind), word=word)
        if kind in ("ger", "whx", "part") or (kind == "that" and not arcs.has_mark(verb)):
            return Link(governor, RESET, if_unreal="+")
        return Link(governor, DEFAULTS[kind])

    # ---- adverbial clauses

    def _adverbial(self, verb: Token) -> Link:
        governor = verb.head
        is_on_noun = governor.pos_ not in VERBAL and governor.dep_ not in PREDICATED
        if is_on_noun and (has_to(verb) or arcs.is_content(verb) or not arcs.is_finite(verb)):
            return self._on_noun(verb)
        if opened := self.opener(verb):
            return self._opened(verb, governor, opened)
        for child in verb.lefts:
            if child.dep_ in ("mark", "prep") and self._signatures.is_instead(child):
                return Link(governor, always("-", "negator"), word=child)
        if has_to(verb):
            return self._purpose(verb, governor)
        if verb.tag_ in ("VBG", "VBN") and not arcs.is_finite(verb):
            return self._participial(verb, governor)
        return Link(governor, RESET)

    def _opened(self, verb: Token, governor: Token, opened: Opener) -> Link:
        phrase, signature, word = opened
        if signature.group == "temporal":
            is_present = arcs.is_present(verb)
            if phrase in ("until", "till") and is_present:
                return Link(governor, always("f", "temporal"), word=word)
            return Link(governor, RESET, word=word, if_unreal="+" if is_present else "")
        if phrase == "if" and verb.i > governor.i and self._signatures.listed(governor, "wh"):
            return Link(governor, DEFAULTS["wh"], word=word)
        return Link(governor, signature, word=word)

    def _purpose(self, verb: Token, governor: Token) -> Link:
        if arcs.is_inverted(governor):
            return Link(governor, always("k", "conditional"), word=governor)  # "Were the court to void it"
        if found := self._signatures.before_infinitive(verb):
            return Link(governor, found[0], word=found[1])
        word = predicated_word(governor) if self._signatures.is_copula(governor) else None
        if word is not None:
            own = self._signatures.of_predicated(word, "inf")
            return Link(governor, own if own is not DEFAULTS["inf"] else always("d", "purpose"), word=word)
        if any(child.lower_ in ("order", "so") for child in verb.lefts):
            return Link(governor, always("d", "purpose"))
        listed = self._signatures.listed(governor, *arcs.complements(governor, verb, "inf"))
        return Link(governor, listed or always("d", "purpose"), word=governor if listed else None)

    def _participial(self, verb: Token, governor: Token) -> Link:
        """Before its clause a fact, behind it as real as the clause: "may close, leaving 300 jobless"."""
        if verb.i < governor.i:
            return Link(governor, RESET)
        if governor.dep_ == "advcl" and has_to(governor) and arcs.follows_comma(verb):
            governor = governor.head  # "walked out to demand pay, forcing surgeons to": the walk-out forced them
        return Link(governor, RESET, if_unreal="+")

    # ---- clauses on nouns

    def _relative(self, verb: Token) -> Link:
        if has_to(verb) or arcs.is_content(verb):
            return self._on_noun(verb)
        if (told := self._told(verb)) is not None:
            return told
        return self._described(verb)

    def _told(self, verb: Token) -> Link | None:
        """What somebody is told, hung on the person: "was told by two clerks that the mill closed"."""
        above = arcs.verb_over(verb.head)
        opens_with_that = any(child.lower_ == "that" and child.dep_ not in SUBJECTS for child in verb.lefts)
        if above is None or not opens_with_that or not any(child.dep_ in SUBJECTS for child in verb.lefts):
            return None
        is_addressed = self._lexicon.has("addressing", arcs.verb_forms(above))
        if not is_addressed or any(child.dep_ == "ccomp" for child in above.rights):
            return None
        found = self._signatures.listed(above, "that")
        return Link(above, found, word=above) if found is not None else None

    def _described(self, verb: Token) -> Link:
        """A relative clause or participle: a fact, unless it only sketches what is wanted, possible or denied."""
        noun = verb.head
        clause = clause_of(noun)
        if clause is None:
            return Link()
        if not arcs.is_restrictive(verb):
            return Link(clause, RESET)
        if negative_word(noun, self._lexicon) is not None:
            return Link(clause, always("o", "relative"))
        is_past = verb.tag_ == "VBD" and not any(child.lower_ in _GENERIC for child in noun.lefts)
        is_sketched = arcs.is_indefinite(noun) and arcs.is_in_scope(noun) and not is_past
        return Link(clause, RESET, if_unreal="o" if is_sketched else "")

    def _on_noun(self, verb: Token) -> Link:
        """A clause on a noun: "plan to sell", "claim that he lied", "a firm selling lamps"."""
        noun, kind = verb.head, complement_kind(verb)
        that = self._signatures.of_noun(noun, "that")
        if kind in ("whx", "that") and arcs.is_content(verb):
            if that is not None:
                return Link(noun, that, word=noun)
            if (told := self._told(verb)) is not None:
                return told
        if kind == "inf":
            return self._infinitive_on_noun(verb, noun)
        if kind == "whx":
            return Link(noun, RESET, word=noun)
        found = self._signatures.of_noun(noun, kind)
        if found is None and (kind != "wh" and (verb.dep_ == "relcl" or not arcs.has_mark(verb))):
            return self._described(verb)
        return Link(noun, found or DEFAULTS[kind], word=noun)

    def _infinitive_on_noun(self, verb: Token, noun: Token) -> Link:
        if found := self._signatures.ordinal(noun) or self._signatures.of_noun(noun, "inf"):
            return Link(noun, found, word=noun)
        above = noun.head
        if noun.dep_ in OBJECTS and above.pos_ in VERBAL and (found := self._signatures.listed(above, "objinf")):
            return Link(above, found, word=above)  # "ordered the firm to pay", hung on the firm
        if noun.dep_ == "pobj" and above.head.pos_ in VERBAL and (found := self._signatures.listed(above.head, "pinf")):
            return Link(above.head, found, word=above.head)  # "appealed to both sides to stop"
        if noun.dep_ == "ROOT" and verb.i > noun.i:
            return Link(noun, always("f", "headline"), word=verb)
        return Link(noun, DEFAULTS["inf"], word=noun)

    # ---- behind prepositions

    def _after_preposition(self, verb: Token) -> Link:
        preposition = verb.head
        if preposition.pos_ in VERBAL and preposition.dep_ != "prep":
            return self._complement(verb)
        governor = preposition.head
        kind = complement_kind(verb)
        if kind in ("wh", "whx"):
            top = governor if governor.pos_ in VERBAL else clause_of(governor)
            return Link(top, DEFAULTS[kind], word=preposition)
        while governor.pos_ not in VERBAL and governor.dep_ in ("prep", "advmod", "mark", "pcomp"):
            governor = governor.head
        return self._gerund(preposition, governor)

    def _gerund(self, preposition: Token, governor: Token) -> Link:
        for word in (governor, arcs.verb_over(governor)):
            if word is not None and (found := self._signatures.of_gerund(word, preposition)):
                return Link((clause_of(word) or word) if word.pos_ == "ADJ" else word, found, word=word)
        clause = governor if governor.pos_ in VERBAL else clause_of(governor)
        return Link(clause, self._signatures.of_preposition(preposition) or always("o"), word=preposition)


_ARCS: dict[str, Callable[[Embedding, Token], Link]] = {
    "conj": Embedding._conjunct,
    "ccomp": Embedding._complement,
    "xcomp": Embedding._complement,
    "oprd": Embedding._complement,
    "csubj": Embedding._clausal_subject,
    "csubjpass": Embedding._clausal_subject,
    "advcl": Embedding._adverbial,
    "relcl": Embedding._relative,
    "acl": Embedding._on_noun,
    "pcomp": Embedding._after_preposition,
    "parataxis": Embedding._beside,
    "dep": Embedding._beside,
}
