"""Embedding: which word governs a predicate, and what that word makes of it. Arcs of the parse in, links out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.lexicon import Lexicon, Signature
from kg.extract.quotations import is_speech_verb
from kg.extract.subjects import OBJECTS, SUBJECTS, has_to, is_passive

VERBAL = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COPULAR = frozenset({"be", "seem", "appear", "become", "remain", "look", "sound", "feel", "prove", "get", "’s", "'s"})
_PREDICATED = frozenset({"acomp", "attr", "oprd"})
_WH_MARKS = frozenset({"whether", "if"})
_QUESTION_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})
_HELPERS = frozenset({"aux", "auxpass"})
_UNKNOWN = "unlisted"


@dataclass(frozen=True, slots=True)
class Link:
    """How a predicate hangs on what governs it."""

    governor: Token | None = None  # whose state is handed down; None at the root
    signature: Signature = Signature("+", "+", "root")
    word: Token | None = None  # the embedding word: a cue, and the holder's verb
    is_negative: bool = False  # the embedding word is negated by itself: "no plan to"
    if_unreal: str = ""  # the code that counts instead where the governor is not a fact
    is_beside: bool = False  # takes what its governor was given, not what the governor is


def always(code: str, group: str = _UNKNOWN) -> Signature:
    """The same for affirmed and negated."""
    return Signature(code, code, group)


RESET = always("!", "side clause")
SAME = Signature("+", "-", "same")


class Embedding:
    """Links of the predicates of one document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def link(self, token: Token) -> Link:
        """The link of a clause's head, or of a noun or adjective that governs a clause."""
        if token.dep_ == "ROOT" or token.head == token:
            return Link()
        if token.pos_ not in VERBAL or token.dep_ == "amod":
            return self._of_nominal(token)
        if is_inserted(token, self._lexicon):
            return Link(_clause_above(token), SAME, is_beside=True)
        return _ARCS.get(token.dep_, Embedding._elsewhere)(self, token)

    # ---- nouns and adjectives

    def _of_nominal(self, token: Token) -> Link:
        """A predicated word is its copula; another noun is a fact in its clause unless that lends it mode and negation."""
        if token.dep_ in _PREDICATED and token.head.pos_ in VERBAL:
            return Link(token.head, SAME, is_negative=False)
        clause = clause_of(token)
        if clause is None:
            return Link()
        lends = self._lexicon.has("light_verbs", verb_forms(clause))
        top = _top_of_phrase(token)
        if lends and (top.dep_ in OBJECTS or top.dep_ in ("attr", "oprd") or _is_existential(top)):
            return Link(clause, SAME)
        spoken = self._noun_signature(token, ("that",))
        is_report = spoken is not None and spoken.if_positive[0] in "c!"
        is_doubtful = is_indefinite(token) and top.dep_ not in SUBJECTS and not is_report
        return Link(clause, RESET, if_unreal="o" if is_doubtful else "")

    def _noun_signature(self, noun: Token, complements: Iterable[str]) -> Signature | None:
        forms = (noun.lemma_.lower(), noun.lower_)
        for complement in complements:
            if found := self._lexicon.signature("nouns", forms, complement):
                return found
        return None

    # ---- arcs

    def _conjunct(self, verb: Token) -> Link:
        first = verb.head
        while first.dep_ == "conj" and first.head.pos_ in VERBAL:
            first = first.head
        if _joined_by(verb) in ("rather than", "instead of"):
            return Link(first, Signature("-", "-", "negator"), word=verb.head)
        if verb.tag_ in FINITE and has_to(first) and first.dep_ in ("xcomp", "advcl", "acl") and not has_to(verb):
            return Link(clause_of(first) or first, SAME, is_beside=True)
        if first.pos_ not in VERBAL:
            return self._conjunct_of_noun(verb, first)
        return Link(first, SAME, is_beside=True)

    def _conjunct_of_noun(self, verb: Token, noun: Token) -> Link:
        clause = clause_of(noun)
        if noun.dep_ in _PREDICATED and noun.head.pos_ in VERBAL:
            return Link(noun.head, SAME, is_beside=True)
        return Link(clause, RESET, if_unreal="+") if clause is not None else Link()

    def _complement(self, verb: Token) -> Link:
        governor = verb.head
        if governor.pos_ not in VERBAL and governor.dep_ not in ("acomp",):
            return (
                self._on_noun(verb)
                if governor.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
                else self._of_adjective(verb, governor)
            )
        if governor.pos_ not in VERBAL:
            return self._of_adjective(verb, governor)
        kind = complement_kind(verb)
        predicated = _predicated(governor)
        if predicated is not None and governor.lemma_.lower() in _COPULAR and predicated.i != verb.i:
            return self._of_predicated(verb, governor, predicated, kind)
        if governor.lemma_ == "be" and kind not in ("wh", "whx"):
            return self._of_equation(verb, governor, kind)
        if verb.i < governor.i and kind == "that" and not self._speaks(governor):
            return Link(governor, SAME, is_beside=True)  # "Oslo won the cup; Riga lost it": two clauses side by side
        return Link(governor, self._verb_signature(governor, verb, kind), word=governor)

    def _speaks(self, governor: Token) -> bool:
        forms = verb_forms(governor)
        return self._lexicon.has("speech", forms) or self._lexicon.signature("verbs", forms, "that") is not None

    def _of_predicated(self, verb: Token, governor: Token, predicated: Token, kind: str) -> Link:
        """It is clear that; the team was unable to; she was the first to; he is too weak to."""
        if degree := self._degree(predicated, kind):
            return Link(governor, degree, word=predicated)
        forms = (predicated.lower_, predicated.lemma_.lower())
        part = "adjectives" if predicated.pos_ != "NOUN" else "nouns"
        found = self._lexicon.signature(part, forms, {"whx": "wh"}.get(kind, kind))
        found = found or self._lexicon.signature("adjectives", forms, {"whx": "wh"}.get(kind, kind))
        if found is None and kind == "ger":
            found = SAME
        if found is None and kind == "inf" and (ordinal := self._ordinal(predicated)):
            found = ordinal
        if kind == "whx":
            found = RESET
        return Link(governor, found or _DEFAULTS[kind], word=predicated)

    def _of_adjective(self, verb: Token, adjective: Token) -> Link:
        """An adjective that governs by itself: "unlikely to cut", "a bank likely to fail"."""
        kind = complement_kind(verb)
        clause = clause_of(adjective)
        if clause is None:
            return Link(None, self._adjective_signature(adjective, kind), word=adjective)
        is_predicate = adjective.dep_ in _PREDICATED
        link = Link(
            clause, self._adjective_signature(adjective, kind), word=adjective, is_negative=_is_negated(adjective)
        )
        return link if is_predicate else replace(link, governor=adjective)

    def _adjective_signature(self, adjective: Token, kind: str) -> Signature:
        if degree := self._degree(adjective, kind):
            return degree
        forms = (adjective.lower_, adjective.lemma_.lower())
        if kind == "whx":
            return RESET
        found = self._lexicon.signature("adjectives", forms, kind)
        return found or (SAME if kind == "ger" else _DEFAULTS[kind])

    def _degree(self, adjective: Token, kind: str) -> Signature | None:
        if kind not in ("inf", "that"):
            return None
        words = (child.lower_ for child in adjective.children if child.dep_ == "advmod")
        return self._lexicon.signature("adverbs", words, "degree")

    def _of_equation(self, verb: Token, governor: Token, kind: str) -> Link:
        """The plan is to sell; the trouble is that the roof leaks; the leaders are to meet."""
        subject = next((child for child in governor.children if child.dep_ in SUBJECTS), None)
        found = self._noun_signature(subject, (kind,)) if subject is not None and subject.pos_ == "NOUN" else None
        found = found or self._lexicon.signature("verbs", ("be",), kind) or _DEFAULTS[kind]
        return Link(governor, found, word=subject if subject is not None else governor)

    def _verb_signature(self, governor: Token, verb: Token, kind: str) -> Signature:
        forms = verb_forms(governor)
        for complement in _candidates(governor, verb, kind):
            if found := self._lexicon.signature("verbs", forms, complement):
                return found
        if kind == "whx":
            spoken = self._lexicon.signature("verbs", forms, "that")
            is_claim = spoken is not None and spoken.if_positive == "c"
            return Signature("c", "!", "speech-claim") if is_claim else RESET
        default = _DEFAULTS["objinf" if kind == "inf" and _takes_object(governor, verb) else kind]
        return default

    def _clausal_subject(self, verb: Token) -> Link:
        """Selling the mine was a mistake; that he lied is clear; to sell would be wrong."""
        kind, governor = complement_kind(verb), verb.head
        predicated = _predicated(governor)
        if kind in ("that", "wh") and predicated is not None:
            return self._of_predicated(verb, governor, predicated, kind)
        if kind in ("ger", "whx"):
            return Link(governor, RESET, if_unreal="+")
        return Link(governor, _DEFAULTS[kind])

    def _adverbial(self, verb: Token) -> Link:
        governor = verb.head
        if governor.pos_ not in VERBAL and governor.dep_ not in _PREDICATED:
            return self._on_noun(verb)
        if opened := self._opener(verb):
            return self._opened(verb, governor, opened)
        for child in verb.lefts:
            if child.dep_ in ("mark", "prep") and (found := self._instead(child)):
                return Link(governor, found, word=child)
        if is_inverted(verb):
            return Link(governor, always("k", "conditional"), word=verb)
        if governor.dep_ in ("advcl", "ccomp", "ROOT") and has_to(verb) and is_inverted(governor):
            return Link(governor, always("k", "conditional"), word=governor)
        if has_to(verb):
            return self._purpose(verb, governor)
        if verb.tag_ in ("VBG", "VBN") and not _is_finite(verb):
            if verb.i > governor.i and governor.dep_ == "advcl" and has_to(governor) and _follows_comma(verb):
                governor = governor.head  # "walked out to demand pay, forcing surgeons to": the walk-out forced them
            return Link(governor, RESET, if_unreal="+" if verb.i > governor.i else "")
        return Link(governor, RESET)

    def _instead(self, mark: Token) -> Signature | None:
        """Rather than sell it."""
        found = self._lexicon.signature("gerunds", _preposition_phrases(mark), "ger")
        return found if found is not None and found.group == "negator" else None

    def _opened(self, verb: Token, governor: Token, opened: tuple[str, Signature, Token]) -> Link:
        phrase, signature, word = opened
        if signature.group != "temporal":
            if phrase == "if" and self._lexicon.signature("verbs", verb_forms(governor), "wh") and verb.i > governor.i:
                return Link(governor, always("q", "question"), word=word)
            return Link(governor, signature, word=word)
        is_present = verb.tag_ in ("VBZ", "VBP") or any(
            c.tag_ in ("VBZ", "VBP", "MD") for c in verb.lefts if c.dep_ in _HELPERS
        )
        if phrase in ("until", "till") and is_present:
            return Link(governor, always("f", "temporal"), word=word)
        return Link(governor, RESET, word=word, if_unreal="+" if is_present else "")

    def _purpose(self, verb: Token, governor: Token) -> Link:
        left = min(child.i for child in verb.lefts)
        for word in verb.doc[max(left - 1, 0) : left + 1]:
            if found := self._lexicon.signature("adverbs", (word.lower_,), "infinitive"):
                return Link(governor, found, word=word)
        word = _predicated(governor) if governor.lemma_.lower() in _COPULAR else None
        if word is not None and (degree := self._degree(word, "inf")):
            return Link(governor, degree, word=word)
        if word is not None and (found := self._lexicon.signature("adjectives", (word.lower_, word.lemma_), "inf")):
            return Link(governor, found, word=word)
        if not _in_order_to(verb):
            for complement in _candidates(governor, verb, "inf"):
                if found := self._lexicon.signature("verbs", verb_forms(governor), complement):
                    return Link(governor, found, word=governor)
        return Link(governor, always("d", "purpose"))

    def _relative(self, verb: Token) -> Link:
        noun = verb.head
        is_content = _is_content(verb) and self._noun_signature(noun, ("that",)) is not None
        if has_to(verb) or (verb.dep_ == "relcl" and is_content):
            return self._on_noun(verb)
        clause = clause_of(noun)
        if clause is None:
            return Link()
        is_past = verb.tag_ == "VBD" and not any(c.lower_ in ("any", "every", "no", "each") for c in noun.lefts)
        doubtful = _is_restrictive(verb) and is_indefinite(noun) and _is_in_scope(noun) and not is_past
        if _is_restrictive(verb) and is_denied_noun(noun, self._lexicon):
            return Link(clause, always("o", "relative"))
        return Link(clause, RESET, if_unreal="o" if doubtful else "")

    def _on_noun(self, verb: Token) -> Link:
        """A clause on a noun: "plan to sell", "claim that he lied", "a firm selling lamps"."""
        noun, kind = verb.head, complement_kind(verb)
        if kind == "whx" and self._noun_signature(noun, ("that",)) and _is_content(verb):
            kind = "that"
        if kind in ("ger", "part"):
            return self._participle(verb, noun, kind)
        if kind == "inf":
            return self._infinitive_on_noun(verb, noun)
        if kind == "whx":
            return Link(noun, RESET, word=noun)
        found = self._noun_signature(noun, (kind,))
        has_mark = any(child.dep_ == "mark" for child in verb.lefts)
        if kind == "that" and found is None and (verb.dep_ == "relcl" or not has_mark):
            return self._relative(verb)
        return Link(noun, found or _DEFAULTS[kind], word=noun)

    def _participle(self, verb: Token, noun: Token, kind: str) -> Link:
        if kind == "ger" and (found := self._noun_signature(noun, ("ger",))):
            return Link(noun, found, word=noun)
        return self._relative(verb)

    def _infinitive_on_noun(self, verb: Token, noun: Token) -> Link:
        if found := self._ordinal(noun) or self._noun_signature(noun, ("inf",)):
            return Link(noun, found, word=noun)
        clause = noun.head
        if noun.dep_ in OBJECTS and clause.pos_ in VERBAL:
            if found := self._lexicon.signature("verbs", verb_forms(clause), "objinf"):
                return Link(clause, found, word=clause)
        if noun.dep_ in ("pobj", "nsubj", "nsubjpass") and noun.head.dep_ in ("prep", "dative"):
            above = noun.head.head
            if above.pos_ in VERBAL and (found := self._lexicon.signature("verbs", verb_forms(above), "pinf")):
                return Link(above, found, word=above)
        if noun.dep_ == "ROOT" and verb.i > noun.i:
            return Link(noun, always("f", "headline"), word=verb)
        return Link(noun, _DEFAULTS["inf"], word=noun)

    def _ordinal(self, noun: Token) -> Signature | None:
        """The first woman to lead."""
        for child in noun.lefts:
            if child.dep_ in ("amod", "advmod") and (
                found := self._lexicon.signature("adjectives", (child.lower_,), "inf")
            ):
                if found.group == "ordinal":
                    return found
        return None

    def _after_preposition(self, verb: Token) -> Link:
        preposition = verb.head
        if preposition.pos_ in VERBAL and preposition.dep_ != "prep":
            return self._complement(verb)
        governor = preposition.head
        kind = complement_kind(verb)
        if kind in ("wh", "whx"):
            top = governor if governor.pos_ in VERBAL else clause_of(governor)
            return Link(top, always("q", "question") if kind == "wh" else RESET, word=preposition)
        while (
            governor.dep_ in ("prep", "advmod", "mark", "pcomp")
            and governor.pos_ not in VERBAL
            and governor.head != governor
        ):
            governor = governor.head
        return self._gerund(verb, preposition, governor)

    def _gerund(self, verb: Token, preposition: Token, governor: Token) -> Link:
        for word in (governor, _verb_over(governor)):
            if word is not None and (found := self._prepositional(word, preposition)):
                return Link(word if word.pos_ != "ADJ" else (clause_of(word) or word), found, word=word)
        clause = governor if governor.pos_ in VERBAL else clause_of(governor)
        phrases = _preposition_phrases(preposition)
        found = self._lexicon.signature("gerunds", phrases, "ger") or always("o")
        return Link(clause, found, word=preposition)

    def _prepositional(self, word: Token, preposition: Token) -> Signature | None:
        if word.pos_ == "NOUN":
            return self._noun_signature(word, ("pger",))
        if word.pos_ not in VERBAL:
            return self._lexicon.signature("adjectives", (word.lower_, word.lemma_.lower()), "pger")
        if predicated := _predicated(word):
            if found := self._lexicon.signature("adjectives", (predicated.lower_,), "pger"):
                return found
        forms = verb_forms(word)
        specific = [f"{form} {preposition.lower_}" for form in forms]
        if found := self._lexicon.signature("verbs", specific, "ger"):
            return found
        kinds = {"from": ("from", "pger"), "as": ("as",), "by": ()}.get(preposition.lower_, ("pger",))
        if preposition.lower_ in _FREE:
            return None
        return next((f for kind in kinds if (f := self._lexicon.signature("verbs", forms, kind))), None)

    def _elsewhere(self, verb: Token) -> Link:
        """A verb in the place of a noun, by a slip of the parser or as a gerund: "Selling lamps helped the firm"."""
        clause = clause_of(verb)
        return Link(clause, RESET, if_unreal="+") if clause is not None else Link()

    def _beside(self, verb: Token) -> Link:
        clause = clause_of(verb)
        return Link(clause, SAME, is_beside=True) if clause is not None else Link()

    # ---- what opens an adverbial clause

    def _opener(self, verb: Token) -> tuple[str, Signature, Token] | None:
        """The conjunction of a clause and what the lexicon says of it, longest phrase first."""
        for child in verb.lefts:
            if _is_aside(child):
                continue
            if child.dep_ in ("mark", "advmod", "prep", "npadvmod", "dep", "cc") or child.lower_ == "provided":
                for phrase in _phrases_around(child):
                    if found := self._lexicon.signature("conditionals", (phrase,), "clause"):
                        return phrase, found, child
        return None

    def opener(self, verb: Token) -> tuple[str, Signature, Token] | None:
        """See `_opener`; also inverted conditionals."""
        if found := self._opener(verb):
            return found
        return ("inverted", always("k", "conditional"), verb) if is_inverted(verb) else None


_FREE = frozenset({"after", "before", "without", "while", "since", "upon", "despite", "until"})

_DEFAULTS = {
    "inf": always("o"),
    "objinf": always("d"),
    "that": Signature("c", "o", "speech-claim"),
    "wh": always("q"),
    "whx": RESET,
    "ger": SAME,
    "bare": always("o"),
    "part": SAME,
}

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


# ---- reading the parse


def clause_of(token: Token) -> Token | None:
    """The head of the clause that a word stands in; None if no verb stands above it."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in VERBAL and ancestor.dep_ not in ("aux", "auxpass", "amod", "compound", "prep"):
            return ancestor
    return None


def _clause_above(token: Token) -> Token | None:
    return clause_of(token)


def verb_forms(verb: Token) -> tuple[str, ...]:
    """The forms under which a verb may stand in the lexicon, with its particle first: "fined" is also "fine"."""
    lemma, word = verb.lemma_.lower(), verb.lower_
    base = [word, lemma]
    if word.endswith("ed"):
        base += [word[:-1], word[:-2]]
    elif word.endswith("s"):
        base.append(word[:-1])
    with_particle = [
        f"{form} {child.lower_}"
        for child in verb.rights
        if child.dep_ == "prt" or (child.dep_ in ("advmod", "prep", "acomp", "dobj") and child.i <= verb.i + 1)
        for form in (lemma, word)
    ]
    return (*with_particle, *base)


def complement_kind(verb: Token) -> str:
    """What kind of clause a verb heads: that, wh (whether, if), whx (why, who ...), inf, bare, ger or part."""
    if any(child.dep_ == "mark" and child.lower_ in _WH_MARKS and not _is_aside(child) for child in verb.lefts):
        return "wh"
    if _opens_with_question_word(verb):
        return "whx"
    if has_to(verb):
        return "inf"
    is_finite = _is_finite(verb)
    if verb.tag_ == "VBG" and not is_finite:
        return "ger"
    if verb.tag_ == "VBN" and not is_finite and not any(child.dep_ in _HELPERS for child in verb.children):
        return "that" if any(child.dep_ == "nsubj" for child in verb.lefts) else "part"
    if verb.tag_ == "VB" and not is_finite and not any(child.dep_ == "mark" for child in verb.lefts):
        return "bare"
    return "that"


def _is_aside(mark: Token) -> bool:
    """ "Few if any growers": no clause begins here."""
    after = mark.nbor(1).lower_ if mark.i + 1 < len(mark.doc) else ""
    return after in ("any", "not", "anything", "ever") and mark.i > 0 and mark.nbor(-1).lower_ in ("few", "little", ",", "rarely", "seldom")


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in FINITE:
        return True
    return any(child.dep_ in _HELPERS and child.tag_ in FINITE for child in verb.lefts)


def _opens_with_question_word(verb: Token) -> bool:
    """Why they left, who sold it, what he knew."""
    if verb.dep_ == "relcl":
        return False
    return any(child.tag_ in _QUESTION_TAGS and child.dep_ != "mark" for child in verb.lefts)


def _candidates(governor: Token, verb: Token, kind: str) -> tuple[str, ...]:
    """The complement lines to try, best first."""
    takes_object = _takes_object(governor, verb)
    if kind == "inf" and is_misread_main_verb(governor):
        return ("inf",)
    if kind in ("inf", "bare"):
        if (
            any(c.dep_ in ("prep", "dative") and c.i < verb.i and c.i > governor.i for c in governor.children)
            and not takes_object
        ):
            return ("pinf", "inf", "objinf")
        return ("objinf", "inf", "pinf") if takes_object or is_passive(governor) else ("inf", "objinf")
    if kind == "ger":
        return ("objger", "ger", "pger") if takes_object else ("ger", "pger")
    return {"wh": ("wh",), "whx": (), "part": ("objger",), "that": ("that",)}[kind]


def _takes_object(governor: Token, verb: Token) -> bool:
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts):
        return True
    return any(child.dep_ in OBJECTS and governor.i < child.i < verb.i for child in governor.rights)


def _predicated(governor: Token) -> Token | None:
    return next((child for child in governor.children if child.dep_ in _PREDICATED and child.pos_ not in VERBAL), None)


def is_misread_main_verb(verb: Token) -> bool:
    """A main verb that the parser took for a participle on its subject: "The mill used to make paper." """
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl") or verb.tag_ not in ("VBN", "VBD") or noun.dep_ != "ROOT" or noun.i > verb.i:
        return False
    return noun.pos_ not in VERBAL and not any(t.tag_ in FINITE for t in verb.sent if t.i != verb.i)


def _is_negated(token: Token) -> bool:
    return any(child.dep_ == "neg" for child in token.children)


def _top_of_phrase(noun: Token) -> Token:
    while noun.dep_ in ("conj", "appos") and noun.head.pos_ not in VERBAL:
        noun = noun.head
    return noun


def _is_existential(noun: Token) -> bool:
    return (noun.dep_ in SUBJECTS and noun.head.lemma_ in ("exist", "be")) or any(
        sibling.tag_ == "EX" for sibling in noun.head.children
    )


def is_denied_noun(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun stands under "no", "neither", "few": "no plan to"."""
    return (
        any(
            child.dep_ in ("det", "neg", "amod", "preconj")
            and (lexicon.signature("negators", (child.lower_,), "det") is not None or child.dep_ == "neg")
            and not is_idiom(child, lexicon)
            for child in noun.lefts
        )
        or lexicon.signature("negators", (noun.lower_,), "subj") is not None
    )


def is_idiom(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word that looks negative is none here: "no fewer than", "not only", "a few"."""
    doc, i = token.doc, token.i
    if i + 1 < len(doc) and doc[i + 1].text == "-" and not token.whitespace_:
        return True  # "not-for-profit"
    for begin in (i, i - 1, i - 2):
        if begin < 0:
            continue
        for end in range(i + 1, min(i + 5, len(doc) + 1)):
            if end - begin > 1 and lexicon.signature("negators", (doc[begin:end].text.lower(),), "idiom"):
                return True
    return False


def is_indefinite(noun: Token) -> bool:
    """Whether a noun picks out nothing known: "a bank", "any bank", "banks"; not "the bank", "its bank", a name."""
    if noun.pos_ == "PROPN":
        return False
    if noun.pos_ == "PRON":
        return noun.lower_ in ("anyone", "anybody", "anything", "someone", "somebody", "something", "those", "whoever")
    words = {child.lower_ for child in noun.lefts if child.dep_ in ("det", "poss", "nummod", "amod")}
    if any(child.dep_ == "poss" for child in noun.lefts) or words & {"the", "this", "that", "these", "those", "both"}:
        return False
    return True


def _is_restrictive(verb: Token) -> bool:
    left = min((child.i for child in verb.lefts), default=verb.i)
    start = min(left, *(t.i for t in verb.subtree if t.i < verb.i), verb.i) if verb.n_lefts else left
    return start == 0 or not verb.doc[start - 1].is_punct


def _is_content(verb: Token) -> bool:
    """Whether a that-clause on a noun says what the noun is about, and has no gap for it: "the claim that he lied"."""
    that = next((child for child in verb.lefts if child.lower_ == "that"), None)
    if that is None or that.dep_ == "mark":
        return that is not None
    if that.dep_ in SUBJECTS:
        return False
    has_subject = any(child.dep_ in SUBJECTS and child.i != that.i for child in verb.lefts)
    return has_subject and (is_passive(verb) or any(child.dep_ == "dobj" for child in verb.rights))


def _follows_comma(verb: Token) -> bool:
    return verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","


def _is_in_scope(noun: Token) -> bool:
    """A subject stands outside the not and the may of its own clause, unless it is a bare plural: "firms that sell"."""
    top = _top_of_phrase(noun)
    return top.dep_ not in SUBJECTS or (noun.tag_ == "NNS" and not any(c.dep_ in ("det", "nummod") for c in noun.lefts))


def is_inverted(verb: Token) -> bool:
    """Had the crew seen, should the bank fail, were the court to: the auxiliary opens the clause."""
    if verb.dep_ not in ("advcl", "ccomp", "ROOT", "conj"):
        return False
    helper = verb if verb.lower_ == "were" else next(iter(verb.lefts), verb)
    if helper.lower_ not in ("had", "should", "were") or (helper is not verb and helper.dep_ not in _HELPERS):
        return False
    subject = next((c for c in (*verb.children, *helper.children) if c.dep_ in SUBJECTS), None)
    if subject is None or subject.i < helper.i or verb.dep_ == "ROOT":
        return False
    before = verb.doc[helper.i - 1] if helper.i > verb.sent.start else None
    return (
        before is None
        or before.is_punct
        or before.is_space
        or before.dep_ in ("cc",)
        or helper.i == min(t.i for t in verb.subtree)
    )


def is_inserted(verb: Token, lexicon: Lexicon) -> bool:
    """A verb of speech put into somebody else's clause between commas: "The dam, an engineer said, broke"."""
    if verb.dep_ not in ("ccomp", "parataxis", "advcl", "dep", "relcl", "acl", "conj", "intj", "appos"):
        return False
    if not is_speech_verb(verb, lexicon) or (is_speech_verb(verb.head, lexicon) and verb.i < verb.head.i):
        return False
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.lefts):
        return False
    content = lexicon.signature("verbs", verb_forms(verb), "that")
    if content is not None and content.if_positive == "d":
        return False  # "as lenders had demanded"
    if any(child.dep_ == "dobj" for child in verb.rights) and not lexicon.has("addressing", (verb.lemma_.lower(),)):
        return False
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ in _QUESTION_TAGS or subject.lower_ == "that":
        return False
    if any(child.dep_ == "mark" and child.lower_ != "as" for child in verb.lefts):
        return False
    if any(c.dep_ in ("ccomp", "xcomp") for c in verb.rights) or any(
        c.dep_ == "cc" for c in verb.head.rights if verb.dep_ == "conj"
    ):
        return False
    start = min(verb.left_edge.i, subject.left_edge.i)
    if verb.doc[start].is_punct:
        return True
    return start > 0 and (verb.doc[start - 1].is_punct or any(c.lower_ == "as" for c in verb.lefts))


def _joined_by(verb: Token) -> str:
    before = [t.lower_ for t in verb.doc[max(0, verb.i - 3) : verb.i]]
    for phrase in ("rather than", "instead of"):
        first, second = phrase.split()
        if second in before and first in before:
            return phrase
    return ""


def _in_order_to(verb: Token) -> bool:
    return any(child.lower_ in ("order", "so") for child in verb.lefts)


def _verb_over(governor: Token) -> Token | None:
    """The verb whose object a preposition was hung on: "accuses the school of expelling"."""
    if governor.pos_ in VERBAL:
        return None
    top = _top_of_phrase(governor)
    if top.dep_ == "pobj" and top.head.dep_ in ("agent", "prep", "dative"):
        top = top.head  # "was accused by colleagues of taking it"
    return top.head if top.dep_ in (*OBJECTS, "nsubjpass", "agent", "prep") and top.head.pos_ in VERBAL else None


def _preposition_phrases(preposition: Token) -> tuple[str, ...]:
    """The preposition with the words before it, longest first: "in addition to", "instead of", "of"."""
    doc, i = preposition.doc, preposition.i
    starts = [i - k for k in (2, 1, 0) if i - k >= 0]
    return tuple(doc[start : i + 1].text.lower() for start in starts)


def _phrases_around(word: Token) -> tuple[str, ...]:
    """Phrases of up to four words that hold this word, longest first."""
    doc, i = word.doc, word.i
    spans = [(i - left, i + right) for left in range(4) for right in range(1, 4) if left + right <= 4]
    ordered = sorted((s for s in spans if s[0] >= 0 and s[1] <= len(doc)), key=lambda s: s[0] - s[1])
    return tuple(doc[start:end].text.lower() for start, end in ordered)
