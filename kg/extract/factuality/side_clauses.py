"""Side clauses: "if", "after", "to build", "leaving": what the clause above makes of them. Arcs in, links out."""

from __future__ import annotations

from kg.extract.clauses.adverbial import tells_result
from kg.extract.factuality import arcs
from kg.extract.factuality.ahead import is_still_to_happen, is_under_way
from kg.extract.factuality.arcs import PREDICATED, clause_of, predicated_word
from kg.extract.factuality.complements import complements
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.links import Link
from kg.extract.factuality.misread import infinitive_list
from kg.extract.factuality.negation import quantity_denied
from kg.extract.factuality.on_nouns import OnNouns
from kg.extract.factuality.openers import Opener, opener
from kg.extract.factuality.plans import planned, settled
from kg.extract.factuality.signatures import DEFAULTS, RESET, SAME, Signatures, always
from kg.extract.factuality.timed import Timed
from kg.grammar.attachment.clauses import CONTRASTING
from kg.grammar.phrases import UNTIL, VERBAL
from kg.grammar.told import thinks_not
from kg.grammar.verbs import HELPERS, SUBJECTS, has_subject, has_to, is_passive, verb_forms
from kg.grammar.wordlists import words
from kg.parse import Token

_OF_TIME_OR_CONTRAST = frozenset({"while", "whilst"})  # the second behind a comma


class SideClauses:
    """Links of adverbial clauses."""

    def __init__(self, lexicon: Lexicon, signatures: Signatures, on_nouns: OnNouns) -> None:
        self._lexicon = lexicon
        self._signatures = signatures
        self._on_nouns = on_nouns
        self._past = Timed(lexicon, signatures)

    def link(self, verb: Token) -> Link:
        """The link of a clause that the parser takes for an adverbial one."""
        governor = verb.head
        if (infinitive := infinitive_list(verb)) is not None:
            return Link(infinitive, SAME, is_beside=True)
        is_on_noun = governor.pos_ not in VERBAL and governor.dep_ not in PREDICATED
        if is_on_noun and (has_to(verb) or self._on_nouns.is_content(verb) or not arcs.is_finite(verb)):
            return self._on_nouns.on_noun(verb)
        if (told := self._told_before(verb, governor)) is not None:
            return Link(told, RESET)
        if self._is_other_voice(verb, governor) or self._on_nouns.is_denial(verb):
            return Link()
        if opened := opener(verb, self._lexicon):
            return self._opened(verb, governor, opened)
        for child in verb.lefts:
            if child.lower_ == "because" and child.dep_ == "mark" and child.lower_before == "not":
                return Link(governor, always("o", "no cause"), word=child)  # "not because it was old": perhaps it was
            if child.dep_ in ("mark", "prep") and (self._signatures.is_instead(child) or _is_split_instead(child)):
                return Link(governor, always("-", "negator"), word=arcs.first_of_phrase(child))
        if (topic := self._on_nouns.topic_before(verb)) is not None:
            return topic
        if has_to(verb):
            return self._purpose(verb, governor)
        is_built = verb.tag_ == "VBD" and not has_subject(verb) and is_passive(verb)  # "an office staffed by Danes"
        if is_built or (verb.tag_ in ("VBG", "VBN") and not arcs.is_finite(verb)):
            return self._participial(verb, governor)
        is_due = any(c.tag_ == "MD" for c in governor.lefts) or governor.head.pos_ == "ADJ" or is_passive(governor.head)
        # "will rise as crews reach the farms"
        is_timed = is_due and _is_timed_by_as(verb) and not (arcs.follows_comma(verb) or self._is_why(verb, governor))
        return Link(governor, RESET, if_unreal="+" if is_timed else "")

    def _is_other_voice(self, verb: Token, governor: Token) -> bool:
        """Whether the writer sets another's words against what is told: "It merged four schools, according to a paper,
        though Penn insists that nothing was decided"."""
        is_behind = governor.dep_ in ("ROOT", "ccomp") and verb.i > governor.i and arcs.follows_comma(verb)
        is_contrast = any(child.dep_ == "mark" and child.lower_ in CONTRASTING for child in verb.lefts)
        if not (is_behind and is_contrast and has_subject(verb)):
            return False
        is_inserted = any(child.dep_ == "parataxis" and governor.i < child.i < verb.i for child in governor.rights)
        if is_inserted and not self._lexicon.has("speech", verb_forms(verb)):
            return False  # "was poor, he said, while those who stayed saw it fall": he goes on
        if governor.dep_ == "ccomp" and arcs.is_present(verb) and _is_shown(governor):
            return True
        return self._signatures.speaks(verb) and any(child.dep_ in ("ccomp", "xcomp") for child in verb.rights)

    def _told_before(self, verb: Token, governor: Token) -> Token | None:
        """What somebody said, where he goes on behind the words that name him: "Trade was poor, he said, while those
        who stayed saw it fall"; not "while the army insists that it is safe"."""
        is_behind = verb.i > governor.i and arcs.follows_comma(verb) and has_subject(verb)
        is_contrast = any(child.dep_ == "mark" and child.lower_ in CONTRASTING for child in verb.lefts)
        is_other = self._lexicon.has("speech", verb_forms(verb))
        if not (is_behind and is_contrast) or is_other or not self._lexicon.has("speech", verb_forms(governor)):
            return None
        is_to_hearer = self._lexicon.has("addressing", verb_forms(governor))  # "she told the board"
        taken = ("ccomp", "xcomp") if is_to_hearer else ("ccomp", "xcomp", "dobj")
        if any(child.dep_ in taken for child in governor.rights):
            return None
        return next((child for child in governor.lefts if child.dep_ == "ccomp"), None)

    def _opened(self, verb: Token, governor: Token, opened: Opener) -> Link:
        phrase, signature, word = opened
        if phrase in _OF_TIME_OR_CONTRAST and (verb.i < governor.i or arcs.follows_comma(verb)):
            return Link(governor, RESET)
        if phrase in _OF_TIME_OR_CONTRAST and arcs.is_present(verb) and governor.dep_ == "pcomp":
            return Link(_finite_above(governor), RESET)  # "suspended a clerk accused of theft while it investigates"
        if signature.group == "temporal":
            is_present = arcs.is_present(verb)
            governor = self._past.bounded(phrase, verb, governor)
            if phrase == "before" and (arcs.has_perfect(verb) or any(c.lower_ in arcs.ANY for c in verb.children)):
                return Link(governor, always("o", "temporal"), word=word)  # "left before the votes had been counted"
            is_due = phrase not in _OF_TIME_OR_CONTRAST and is_still_to_happen(verb, governor)
            is_awaited = phrase in UNTIL and (is_present or (_is_bare_participle(verb) and not arcs.is_past(governor)))
            if is_due or is_awaited or self._past.is_to_come(verb, phrase):
                return Link(governor, always("f", "temporal"), word=word)
            is_open = not is_under_way(verb) if is_present else self._past.is_within_plan(verb, phrase, governor)
            coming = planned(governor, verb, self._signatures) if is_present else None
            return Link(coming or self._timed(verb, governor), RESET, word=word, if_unreal="+" if is_open else "")
        if phrase == "so that" and tells_result(verb):
            return Link(governor, RESET, if_unreal="+")
        if phrase == "if" and verb.i > governor.i and self._signatures.asks(governor):
            return Link(governor, DEFAULTS["wh"], word=word)
        return Link(governor, signature, word=word)

    def _timed(self, verb: Token, governor: Token) -> Token:
        """What a clause of time really dates: in "is believed to have fled before troops came", and in "confirmed that
        it had sold the mine, a day after a rival announced its own sale", it is none of the words."""
        edge = (verb if governor.pos_ in VERBAL else governor).left_edge  # "had died, the most since records began"
        governor = governor if governor.pos_ in VERBAL else clause_of(governor) or governor
        above = governor.head
        if not arcs.is_past(verb) or above.pos_ not in VERBAL or above.i > governor.i:
            return governor
        is_held = governor.tag_ == "VBN" and not has_to(governor) and is_passive(above)
        if governor.dep_ == "xcomp" and (is_held or arcs.has_perfect(governor)):
            return above  # "was thought lost until a diver found it"
        is_told = governor.dep_ == "ccomp" and arcs.is_past(above) and self._signatures.speaks(above)
        is_before = arcs.has_perfect(governor) or any(child.tag_ == "MD" for child in governor.lefts)
        is_after = is_told and is_before and not arcs.has_perfect(verb) and verb.i > governor.i
        return above if is_after and edge.text_before == "," else governor

    def _is_why(self, verb: Token, governor: Token) -> bool:
        """Whether "as" tells why somebody says that a thing might be: "warned that clinics could run short as cold
        *sends* more to them"; not "said it would rise as buyers return"."""
        is_open = any(child.lower_ in arcs.MAYBE for child in governor.lefts)
        is_told = governor.dep_ == "ccomp" and self._lexicon.has("speech", verb_forms(governor.head))
        return is_open and is_told and "dobj" in verb.below

    def _purpose(self, verb: Token, governor: Token) -> Link:
        if governor.dep_ == "acl" and (first := self._signatures.ordinal(governor.head)) is not None:
            return Link(governor.head, first, word=governor.head)  # "the first player born in Oslo to score"
        if arcs.is_inverted(governor):
            return Link(governor, always("k", "conditional"), word=governor)  # "Were the court to void it"
        if any(c.lower_ == "except" for c in verb.lefts) and self._lexicon.has("speech", verb_forms(verb)):
            return Link(governor, RESET, if_unreal="+")  # "rarely mentions it, except to say that it leaked"
        if found := self._signatures.before_infinitive(verb):
            return Link(governor, found[0], word=found[1])
        for adverb in (child for child in governor.rights if child.dep_ == "advmod" and child.i < verb.i):
            if (degree := self._signatures.degree(adverb, "inf")) is not None:
                return Link(governor, degree, word=adverb)
        if self._signatures.closes(governor, verb):
            return Link(governor, SAME, word=governor)
        word = predicated_word(governor) if self._signatures.is_copula(governor) else None
        if word is not None:
            own = self._signatures.of_predicated(word, "inf", verb)
            if own is DEFAULTS["inf"]:
                own = self._signatures.impersonal(governor, word, verb) or always("d", "purpose")
            return Link(governor, own, word=word)
        if any(child.lower_ in ("order", "so") for child in verb.lefts):
            return Link(governor, always("d", "purpose"))
        if governor.lemma_ == "be" and (none := self._denied_before(verb, governor)) is not None:
            return Link(governor, always("o-", "negator"), word=none)  # "were, after all, in no mood to pay"
        if pair := self._signatures.of_pair(governor, verb):
            return Link(governor, pair, word=governor)
        if self._signatures.is_voiced(governor, verb):
            return Link(governor, SAME, word=governor)
        is_left = governor.lemma_ == "leave" and is_passive(governor) and verb.lemma_ != "die"
        if self._signatures.prevails(governor, verb) or self._signatures.is_quick(governor, verb):
            return Link(governor, SAME, word=governor)
        if self._signatures.is_paid(governor) or is_left:  # "were left to fend for themselves"
            return Link(governor, SAME, word=governor)
        if (deed := self._on_nouns.of_object(verb, governor)) is not None:
            return deed
        listed = self._signatures.listed(governor, *complements(governor, verb, "inf"))
        return Link(governor, listed or always("d", "purpose"), word=governor if listed else None)

    def _denied_before(self, verb: Token, governor: Token) -> Token | None:
        """The no right before an infinitive that is hung on the verb above: of "was in *no* mood to"."""
        within = (noun for child in governor.rights if child.dep_ == "prep" for noun in child.rights)
        nouns = (noun for noun in within if noun.dep_ == "pobj" and noun.right_edge.i + 1 == verb.left_edge.i)
        return next((none for noun in nouns if (none := quantity_denied(noun, self._lexicon)) is not None), None)

    def _participial(self, verb: Token, governor: Token) -> Link:
        """Before its clause a fact, behind it as real as the clause: "may close, leaving 300 jobless"."""
        if verb.i < governor.i:
            anyone = verb.nbor(-1) if verb.i else verb  # "Anyone caught there faces a fine"
            is_anyone = anyone.lower_ in arcs.ANY and anyone.head.i == governor.i
            return Link(governor, always("o", "relative"), word=anyone) if is_anyone else Link(governor, RESET)
        particle = verb.nbor(-1)
        if particle.dep_ == "prt" and (found := self._signatures.listed(governor, "ger")) is not None:
            return Link(governor, found, word=governor)  # "held off selling"
        if (charged := self._charge(verb, governor)) is not None:
            return charged
        if governor.dep_ == "advcl" and has_to(governor) and arcs.follows_comma(verb):
            governor = governor.head  # "walked out to demand pay, forcing surgeons to": the walk-out forced them
        if (decided := settled(governor, verb, self._lexicon)) is not None:
            return Link(decided, RESET)
        said = self._signatures.listed(verb, "as", "oprd", "pger")
        is_spoken = self._signatures.speaks(verb) or (said is not None and said.if_positive == "c")
        if is_spoken and governor.dep_ == "xcomp" and has_to(governor) and arcs.follows_comma(verb):
            meant = self._signatures.listed(governor.head, "inf")
            if meant is not None and meant.if_positive in ("f", "d"):
                return Link(governor.head, RESET, if_unreal="+")  # "voted to close it, citing its cost"
        coming = None if is_spoken else planned(governor, verb, self._signatures)
        return Link(coming or governor, RESET, if_unreal="+")

    def _charge(self, verb: Token, governor: Token) -> Link | None:
        """The next deed of a list that somebody denies or admits: "denies assault, *threatening* a clerk and lying to
        the court"; not "denied it, blaming a clerk and calling him a liar"."""
        found = self._signatures.listed(governor, "ger")
        deeds = [verb, *(child for child in verb.rights if child.dep_ == "conj" and child.tag_ == "VBG")]
        is_list = len(deeds) > 1 and any(child.dep_ == "dobj" and child.i < verb.i for child in governor.rights)
        if found is None or found.if_positive[0] != "c" or not is_list or not arcs.follows_comma(verb):
            return None
        is_told = self._signatures.speaks(verb) or verb.lemma_.lower() in words("stating", "lemma")
        return None if is_told else Link(governor, found, word=governor)


def _is_shown(words: Token) -> bool:
    """Whether figures, studies and the like, which weigh nothing, show what a clause says: "Trials have shown
    that it works, though doctors doubt it"."""
    sayers = [child for child in words.head.lefts if child.dep_ in SUBJECTS]
    return bool(sayers) and all(map(thinks_not, sayers))


def _is_bare_participle(verb: Token) -> bool:
    """The proven of "is innocent until proven guilty"."""
    return verb.tag_ == "VBN" and not arcs.is_finite(verb) and not has_subject(verb)


def _is_timed_by_as(verb: Token) -> bool:
    """Whether "as" and a simple present tell what goes on meanwhile: "as buyers return"; not "as it is late"."""
    is_state = verb.lemma_ in ("be", "remain") or verb.lemma_ in words("states", "lemma")
    is_simple = verb.tag_ in ("VBZ", "VBP") and not is_state and HELPERS.isdisjoint(verb.below)
    return is_simple and any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.lefts)


def _finite_above(verb: Token) -> Token:
    """The next clause with a tense above a gerund."""
    return next((word for word in verb.ancestors if word.pos_ in VERBAL and arcs.is_finite(word)), verb)


def _is_split_instead(mark: Token) -> bool:
    """The than of "would rather sue than pay", "would sooner sue than pay"."""
    return mark.lower_ == "than" and any(c.lower_ in ("rather", "sooner") for c in mark.head.head.lefts)
