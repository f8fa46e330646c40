"""Embedding: which word governs a predicate, and what that word makes of it. Arcs of the parse in, links out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract.factuality import arcs
from kg.extract.factuality.arcs import PREDICATED, clause_of
from kg.extract.factuality.complements import complement_kind, complements, is_subjunctive
from kg.extract.factuality.gerunds import Gerunds
from kg.extract.factuality.insertions import is_inserted
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.links import Link
from kg.extract.factuality.misread import Misread, infinitive_list
from kg.extract.factuality.on_nouns import OnNouns
from kg.extract.factuality.on_verbs import OnVerbs
from kg.extract.factuality.openers import once_before
from kg.extract.factuality.side_clauses import SideClauses
from kg.extract.factuality.signatures import DEFAULTS, RESET, SAME, Signatures, always
from kg.grammar.phrases import ADNOMINAL, VERBAL, first_of
from kg.grammar.told import clause_before
from kg.grammar.verbs import (
    FINITE,
    HELPERS,
    OBJECTS,
    SUBJECTS,
    has_subject,
    has_to,
    is_order,
)
from kg.grammar.wordlists import naming, words_of
from kg.parse import Token

COMPLEMENTS = frozenset({"ccomp", "xcomp"})
_GOVERNING = frozenset({"VBP", "VBZ", "VBD", "NNS", "NNPS"})
_PUT_FORWARD = frozenset({"ccomp", "oprd"})
_QUOTED = frozenset({"ccomp", "advcl"})  # what the parser makes of a quotation before its speaker


class Embedding:
    """Links of the predicates of a document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._signatures = Signatures(lexicon)
        self._misread = Misread(lexicon, self._signatures)
        self._on_nouns = OnNouns(lexicon, self._signatures)
        self._side_clauses = SideClauses(lexicon, self._signatures, self._on_nouns)
        self._gerunds = Gerunds(lexicon, self._signatures)
        self._on_verbs = OnVerbs(self._signatures, self._misread, self._on_nouns, self._gerunds)

    def link(self, token: Token) -> Link:
        """The link of a clause's head, or of a noun or adjective that governs a clause."""
        if (goes_on := self._misread.continued(token)) is not None:
            return Link(goes_on, SAME, is_beside=True)
        if token.dep_ == "ROOT":
            return Link()
        if not arcs.is_clause(token):
            return self._of_nominal(token)
        if self._is_before_semicolon(token):
            above = token.head.head
            is_told = token.head.dep_ == "ccomp" and above.i < token.i and above.pos_ in VERBAL
            # "The mayor has a plan; if it rains, it will be used", "Aid groups said nine died; the army says two"
            return self._on_verbs.complement_of(above, token) if is_told else Link()
        if is_inserted(token, self._lexicon):
            return replace(self._beside(token), signature=RESET)  # that somebody says so is real, whatever it is
        if token.dep_ in _QUOTED and is_order(token):  # "Free my son," she told the court
            return Link(token.head, always("d", "order"), word=token)
        return _ARCS.get(token.dep_, Embedding._elsewhere)(self, token)

    def _is_before_semicolon(self, token: Token) -> bool:
        """Whether a clause was taken for words of the one behind a semicolon, which says nothing of it."""
        if token.dep_ != "ccomp" or token.i > token.head.i or self._signatures.speaks(token.head):
            return False
        return any(between.text == ";" for between in token.doc.tokens[token.i : token.head.i])

    def asks(self, verb: Token, clause: Token) -> bool:
        """Whether a verb takes a clause with "if" behind it for a question: "it is not known if"."""
        return clause.i > verb.i and self._signatures.asks(verb)

    def taken_for_noun(self, noun: Token) -> Link | None:
        """The link of a clause whose verb was taken for a noun: "demanded that Oslo lower *prices*", "offered to
        *host* talks"."""
        if noun.dep_ == "dobj" and noun.head.pos_ not in VERBAL:
            return self.taken_for_noun(noun.head)  # "that Oslo *lower* fuel prices"
        if noun.head.pos_ not in VERBAL or noun.dep_ not in COMPLEMENTS:
            return None
        if has_to(noun):
            return self._on_verbs.complement(noun)
        if noun.dep_ != "ccomp" or not has_subject(noun):
            return None
        return self._on_verbs.complement(noun) if self._signatures.listed(noun.head, "that") is not None else None

    def falsified(self, verb: Token) -> Token | None:
        """The adverb that makes a lie of what a verb of speech governs."""
        return self._signatures.falsified(verb)

    def states(self, verb: Token) -> bool:
        """Whether a verb puts something forward, so that it can be false: "wrongly lists him as its chief", "wrongly
        named him as the owner"; not "wrongly jailed", nor "wrongly held for a day"."""
        is_put = any(c.dep_ in _PUT_FORWARD or c.lower_ == "as" for c in verb.rights)
        is_said = verb.lemma_ in naming() or self._signatures.listed(verb, "that", "as", "oprd") is not None
        return is_put and is_said

    def misread(self, root: Token) -> tuple[Token, Signature] | None:
        """A word that governs the clause, though the parser made it part of the subject's name: "Officials dispute
        Corvane bought land", "Reports Corvane bought land proved wrong"."""
        for subject in (child for child in root.lefts if child.dep_ in SUBJECTS):
            for word in subject.lefts:
                if word.dep_ == "compound" and word.tag_ in _GOVERNING and subject.pos_ == "PROPN":
                    found = self._signatures.of_misread(word)
                    if found is not None and found.if_positive[0] not in "+!":
                        return word, found
        return None

    # ---- nouns and adjectives

    def _of_nominal(self, token: Token) -> Link:
        """A predicated word is as its copula; other nouns are facts, unless their verb lends them mode and negation."""
        if token.dep_ in PREDICATED and token.head.pos_ in VERBAL:
            return Link(token.head, SAME)
        judges = token.pos_ == "ADJ" and any(child.left_edge.lower_ == "that" for child in token.rights)
        if judges and (thought := self.taken_for_noun(token)) is not None:
            return thought  # "thought it *unlikely* that"
        clause = clause_of(token)
        if clause is None:
            return Link()
        top = arcs.top_of_phrase(token)
        is_taken = top.dep_ in OBJECTS or top.dep_ in PREDICATED or arcs.is_existential(top)
        if is_taken and (kept_off := self._kept_off(clause)) is not None:
            return Link(clause, kept_off, word=clause)
        if is_taken and self._signatures.is_light(clause):
            return Link(clause, SAME)
        spoken = self._signatures.of_noun(token, "that")
        is_report = spoken is not None and spoken.if_positive[0] in "c!"
        is_doubtful = arcs.is_indefinite(token) and top.dep_ not in SUBJECTS and not is_report
        return Link(clause, RESET, if_unreal="o" if is_doubtful else "")

    def _kept_off(self, clause: Token) -> Signature | None:
        """What a verb that denies its object makes of it: "lacked the courage to", "avoided the mistake of"."""
        return self._signatures.listed(clause, "np") if self._signatures.withholds(clause) else None

    # ---- beside another clause

    def _beside(self, verb: Token) -> Link:
        clause = clause_of(verb)
        return Link(clause, SAME, is_beside=True) if clause is not None else Link()

    def _loose(self, verb: Token) -> Link:
        """A clause that the parser could not place: "will open a shop in Nice run by nuns" is as real as the shop."""
        if verb.tag_ == "VBN" and not arcs.is_finite(verb) and not has_subject(verb):
            return self._side_clauses.link(verb)
        return self._beside(verb)

    def _conjunct(self, verb: Token) -> Link:
        if arcs.is_inverted(verb):  # "and had it rained, it would have burst"
            return Link(verb.head, always("k", "conditional"), word=verb)
        if (once := once_before(verb)) is not None:
            return Link(verb.head, always("f", "temporal"), word=once)
        if verb.head.dep_ == "advcl" and any(child.lower_ == "because" for child in verb.lefts):
            return Link(verb.head.head, RESET)  # "not because it was old but because it was full"
        if (added := self._gerunds.added(verb)) is not None:
            return added
        for one in (verb, verb.head):  # "burned it and took": what goes on with a misread conjunct goes where it goes
            real = self._moved(one) if one.dep_ == "conj" else None
            if real is not None and not has_subject(verb):
                return Link(real, SAME, is_beside=True)
        first = first_of(verb.head)
        if (relative := _second_relative(verb, first)) is not None:
            return Link(relative, SAME, is_beside=True)
        if first.dep_ == "ccomp" and first.head.pos_ in VERBAL and complement_kind(verb) == "wh":
            # "say how many trains it cancelled or whether it paid"
            return self._on_verbs.complement_of(first.head, verb)
        if any(child.dep_ == "mark" and child.lower_ == "whether" for child in verb.lefts) and has_subject(verb):
            # "would like to know whether it lasts, and whether it works"
            return Link(first, DEFAULTS["wh"], word=first)
        if (told := self._also_told(first, verb)) is not None:
            return told
        if (reported := self._also_reported(first, verb)) is not None:
            return reported
        if first.dep_ == "ROOT" and has_to(first) and arcs.is_finite(verb) and has_subject(verb):
            return Link()  # a headline: "Shop to shut at six, and nobody is pleased"
        if has_to(first) and self._signatures.of_pair(first.head, first) is not None and verb.tag_ == "VB":
            return self._on_verbs.complement_of(first.head, verb)  # "voted to approve the plan and hire a firm"
        joints = [child for child in (*verb.head.rights, *verb.lefts) if child.dep_ in ("cc", "mark", "prep")]
        joints = [child for child in joints if child.i < verb.i and not child.rights]  # not "left without asking, and"
        is_order = first.tag_ == "VB" and verb.tag_ == "VB" and not has_subject(verb)
        if is_order and verb.lemma_ in words_of("what else threatens") and any(c.lower_ == "or" for c in joints):
            return Link(first, always("k", "conditional"), word=joints[-1])  # "told to pay or face a fine"
        if instead := [child for child in joints if self._signatures.is_instead(child)]:
            return Link(first, always("-", "negator"), word=arcs.first_of_phrase(instead[0]))
        if (
            arcs.is_finite(verb)
            and has_to(first)
            and first.dep_ in ("xcomp", "advcl", "acl")
            and not has_to(verb)
            and (not arcs.has_perfect(first) or any(c.dep_ in HELPERS and c.tag_ in FINITE for c in verb.lefts))
        ):
            return Link(clause_of(first) or first, SAME, is_beside=True)
        if first.dep_ == "relcl" and arcs.is_past(verb) and not (has_to(first) or self._on_nouns.is_content(first)):
            return self._on_nouns.described(first, is_past=True)  # "a valve that leaks and that they had replaced"
        if first.dep_ == "ccomp" and self._is_added_to_wish(first, verb):
            return Link(first.head, SAME, is_beside=True)
        if first.pos_ in VERBAL or (first.dep_ in PREDICATED and first.head.pos_ in VERBAL):
            return Link(first if first.pos_ in VERBAL else first.head, SAME, is_beside=True)
        return self._elsewhere(verb)

    def _is_added_to_wish(self, first: Token, verb: Token) -> bool:
        """Whether a clause tells what was done, hung on what was asked for: "asked that it be sold, and nine left"."""
        if not is_subjunctive(first) or is_subjunctive(verb) or not (arcs.is_finite(verb) and has_subject(verb)):
            return False
        wanted = self._signatures.listed(first.head, "that")
        is_done = arcs.is_past(verb) or arcs.has_perfect(verb)
        return is_done and not arcs.has_mark(verb) and wanted is not None and wanted.if_positive != "+"

    def _also_told(self, first: Token, verb: Token) -> Link | None:
        """What is said too, hung on the verb of saying: "said in a letter that it lost money, and that sales fell"."""
        opens = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.lefts)
        if not opens or not has_subject(verb) or first.pos_ not in VERBAL or first.left_edge.lower_ == "that":
            return None
        outer = first.head.head  # "said that nine had told her they would stay and *that* the group had hired a lawyer"
        is_bare = first.dep_ == "ccomp" and not arcs.has_mark(first) and first.head.dep_ == "ccomp"
        if is_bare and self._signatures.speaks(outer) and any(c.lower_ == "that" for c in first.head.lefts):
            return self._on_verbs.complement_of(outer, verb)
        found = self._signatures.listed(first, "that")
        own = any(child.dep_ in ("ccomp", "acl", "relcl") and child.i < verb.i for child in first.rights)
        if first.dep_ == "ccomp" and self._signatures.speaks(first.head) and not own:
            return None  # "said they had complained but that nothing was done"
        return Link(first, found, word=first) if found is not None else None

    def _also_reported(self, first: Token, verb: Token) -> Link | None:
        """What is said to have been done too, hung on the verb of saying: "are alleged to have sent it abroad, borrowed
        it back and kept it"; not "is alleged to have sent it and was jailed"."""
        if verb.tag_ not in ("VBD", "VBN") or has_subject(verb) or not HELPERS.isdisjoint(verb.below):
            return None
        done = next((child for child in first.rights if child.dep_ == "xcomp" and child.i < verb.i), None)
        if done is None or not (has_to(done) and arcs.has_perfect(done) and "auxpass" in first.below):
            return None
        found = self._signatures.listed(first, *complements(first, done, "inf"))
        is_open = found is not None and found.if_positive[0] not in "+!"
        return Link(done, SAME, is_beside=True) if is_open else None

    def _moved(self, verb: Token) -> Token | None:
        return self._misread.partner(verb) or infinitive_list(verb) or clause_before(verb)

    def _elsewhere(self, verb: Token) -> Link:
        """A verb in the place of a noun, by a slip of the parser or as a gerund: "Selling lamps helped the firm"."""
        clause = clause_of(verb)
        if verb.tag_ == "VB" and verb.dep_ not in SUBJECTS and not arcs.is_finite(verb):
            return Link(clause, always("o")) if clause is not None else Link()  # "bade the crew lower the sails"
        return Link(clause, RESET, if_unreal="+") if clause is not None else Link()

    # ---- below another word

    def _complement(self, verb: Token) -> Link:
        return self._on_verbs.complement(verb)

    def _clausal_subject(self, verb: Token) -> Link:
        return self._on_verbs.clausal_subject(verb)

    def _adverbial(self, verb: Token) -> Link:
        word = verb.head
        if word.pos_ == "ADJ" and word.dep_ == "ccomp" and has_subject(word) and verb.left_edge.lower_ == "that":
            # "thought it unlikely that the mill had burned"; not "made clear that"
            return self._on_verbs.complement(verb)
        return self._side_clauses.link(verb)

    def _relative(self, verb: Token) -> Link:
        if arcs.is_inverted(verb):  # "a rule which, had it been known, would have stopped him"
            return Link(clause_of(verb.head), always("k", "conditional"), word=verb)
        if has_to(verb) and self._signatures.is_quick(verb.head.head, verb):
            return Link(verb.head.head, SAME, word=verb.head.head)  # "needed only an hour to mend it", hung on the hour
        return Link() if self._misread.denies(verb) else self._on_nouns.relative(verb)

    def _noun_clause(self, verb: Token) -> Link:
        above = verb.head.head
        if verb.head.pos_ == "PRON" and above.pos_ in VERBAL and arcs.has_mark(verb) and arcs.is_finite(verb):
            return self._on_verbs.complement_of(above, verb)  # "It escaped nobody that the mayor wore a wig"
        if verb.head.pos_ in VERBAL and verb.tag_ == "VBN" and verb.head.dep_ == "relcl":
            spoken = self._signatures.listed(verb.head, "that")  # "which rivals claim sold below cost"
            if spoken is not None:
                return Link(verb.head, spoken, word=verb.head)
        if verb.head.pos_ in VERBAL and verb.tag_ == "VBG" and not arcs.follows_comma(verb):
            return self._on_verbs.complement(verb)  # "The chef fancies opening a bar"
        return self._on_nouns.on_noun(verb)

    def _after_preposition(self, verb: Token) -> Link:
        preposition = verb.head
        if preposition.pos_ in VERBAL and preposition.dep_ != "prep":
            return self._on_verbs.complement(verb)
        return self._gerunds.link(verb, preposition)


def _second_relative(verb: Token, first: Token) -> Token | None:
    """The relative clause that another one goes on with, though hung on what is said in it: "a bid that she said would
    fail and which split the board"."""
    opens = any(child.tag_ in ("WDT", "WP") and child.dep_ in SUBJECTS for child in verb.lefts)
    if not opens or first.dep_ not in COMPLEMENTS or any(child.tag_ in ("WDT", "WP") for child in first.lefts):
        return None
    return next((word for word in first.ancestors if word.dep_ in ADNOMINAL and word.pos_ in VERBAL), None)


_ARCS: dict[str, Callable[[Embedding, Token], Link]] = {
    "conj": Embedding._conjunct,
    "ccomp": Embedding._complement,
    "xcomp": Embedding._complement,
    "oprd": Embedding._complement,
    "csubj": Embedding._clausal_subject,
    "csubjpass": Embedding._clausal_subject,
    "advcl": Embedding._adverbial,
    "relcl": Embedding._relative,
    "acl": Embedding._noun_clause,
    "pcomp": Embedding._after_preposition,
    "parataxis": Embedding._beside,
    "dep": Embedding._loose,
}
