"""Arcs: small questions to the parse that reading status asks: which clause, in what tense, how it opens."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.obliques import denial_before
from kg.grammar.phrases import NOUNS, VERBAL
from kg.grammar.verbs import (
    FINITE,
    HELPERS,
    OBJECTS,
    SUBJECTS,
    has_subject,
)
from kg.parse import Token

PREDICATED = frozenset({"acomp", "attr", "oprd"})
ADVERBIAL = frozenset({"advmod", "npadvmod", "intj", "neg"})
MAYBE = frozenset({"may", "might", "could"})
_MODIFYING = frozenset({"amod", "compound", "advmod", "nmod"})
_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "prep"})
_ASIDES = frozenset({"any", "not", "anything", "ever"})
_BEFORE_ASIDES = frozenset({"few", "little", ",", "rarely", "seldom"})
_SOMEBODY = frozenset({"anyone", "anybody", "anything", "someone", "somebody", "something", "those", "whoever"})
ANY = frozenset({"anyone", "anybody", "anything"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_SHORT = frozenset({"'d", "’d"})
WOULD = _SHORT | {"would"}
_INVERTING = frozenset({"had", "should", "were"})


# ---- clauses and their verbs


def is_clause(token: Token) -> bool:
    """Whether a word heads a clause, also one taken for an adjective: "where calls average nine minutes"."""
    if token.pos_ == "ADJ":
        return token.dep_ == "relcl" and has_subject(token)
    return token.pos_ in VERBAL and token.dep_ != "amod"


def clause_of(token: Token) -> Token | None:
    """The head of the clause that a word stands in; None if no verb stands above it."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in VERBAL and ancestor.dep_ not in _NO_CLAUSE:
            return ancestor
    return None


def noun_forms(noun: Token) -> tuple[str, str]:
    """The forms under which a noun or adjective may stand in the lexicon."""
    return (noun.lemma_.lower(), noun.lower_)


def modifier_forms(modifier: Token) -> tuple[str, ...]:
    """The forms under which a word before a noun may stand in the lexicon, with what a hyphen joins to it first:
    "self-styled", "would-be"."""
    doc, i = modifier.doc, modifier.i
    joined = (doc.words(i - 2, i + 1),) if i > 1 and doc[i - 1].text == "-" else ()
    return (*joined, *noun_forms(modifier))


def modifiers(noun: Token) -> tuple[Token, ...]:
    """The words before a noun that say what it is like, also of a title before its name: "alleged boss Otto Brandt"."""
    beside = noun.head.lefts if noun.dep_ == "compound" else ()
    words = (*noun.lefts, *(child for child in beside if child.i < noun.i))
    return tuple(child for child in words if child.dep_ in _MODIFYING)


def is_finite(verb: Token) -> bool:
    """Whether a verb or one of its auxiliaries has a tense."""
    return verb.tag_ in FINITE or any(child.dep_ in HELPERS and child.tag_ in FINITE for child in verb.lefts)


def is_present(verb: Token) -> bool:
    """Whether a clause stands in the present or future tense."""
    helpers = (child for child in verb.lefts if child.dep_ in HELPERS)
    return verb.tag_ in ("VBZ", "VBP") or any(helper.tag_ in ("VBZ", "VBP", "MD") for helper in helpers)


def is_past(verb: Token) -> bool:
    """Whether a clause stands in a past tense: "left", "did not leave", "was left", "had left"."""
    return verb.tag_ == "VBD" or any(child.dep_ in HELPERS and child.tag_ == "VBD" for child in verb.lefts)


def is_shifted_future(verb: Token) -> bool:
    """Whether it stands with "would", as a future does in what somebody has said."""
    return any(child.dep_ == "aux" and child.lower_ in WOULD and not is_had(child) for child in verb.lefts)


def is_had(helper: Token) -> bool:
    """Whether a "'d" is "had": "they'd taken it"; not "they'd take it"."""
    if helper.lower_ not in _SHORT:
        return False
    behind = (child for child in helper.head.lefts if child.i > helper.i and child.dep_ in HELPERS)
    first = next(behind, helper.head)
    return first.tag_ in ("VBN", "VBD") and first.lower_ != first.lemma_


def has_perfect(verb: Token) -> bool:
    """Whether it stands in a perfect tense: "had left"."""
    return any(child.dep_ == "aux" and child.lemma_ in ("have", "'ve", "’ve") for child in verb.lefts)


def has_mark(verb: Token) -> bool:
    """Whether a conjunction opens the clause: "that", "because", "for"."""
    return "mark" in verb.below and any(child.dep_ == "mark" for child in verb.lefts)


def predicated_word(verb: Token) -> Token | None:
    """The adjective or noun that a copula predicates: "unable" of "was unable to"."""
    return next((child for child in verb.children if child.dep_ in PREDICATED and child.pos_ not in VERBAL), None)


def is_inverted(verb: Token) -> bool:
    """Had the crew seen, should the bank fail, were the court to: the auxiliary opens the clause, or follows on what
    would have been: "would have resigned had Orlo sued"; "a rule which, had it been known"."""
    if verb.dep_ not in ("advcl", "ccomp", "conj", "ROOT", "relcl"):
        return False
    has_helper = not HELPERS.isdisjoint(verb.below)
    helpers = (c for c in verb.lefts if c.lower_ in _INVERTING and c.dep_ in HELPERS) if has_helper else iter(())
    helper = next(helpers, verb)
    if helper.lower_ not in _INVERTING:
        return False
    below = [c for child in verb.rights if child.dep_ == "ccomp" and helper.i == verb.i for c in child.lefts]
    subject = next(
        (c for c in (*verb.children, *helper.children, *below) if c.dep_ in SUBJECTS and c.i > helper.i), None
    )
    if subject is None or (helper.i == verb.i and (has_subject_before(verb) or _goes_on(verb))):
        return False
    before = verb.doc[helper.i - 1] if helper.i > verb.sent.start else None
    if any(c.dep_ == "ccomp" and c.right_edge.i == helper.i - 1 and _is_due(c) for c in verb.lefts):
        return True  # "might have lived had they been treated, a panel found"
    if verb.dep_ == "ROOT" and before is not None and not before.is_quote:
        return before.dep_ == "ccomp" and _is_due(before)
    if before is not None and before.lower_ == "nor":
        return False  # "nor were the families invited"
    if before is None or before.is_punct or before.is_space or before.dep_ in ("cc", "mark"):
        return True
    return helper.i == verb.left_edge.i


def _is_due(verb: Token) -> bool:
    return any(child.tag_ == "MD" for child in verb.lefts)


def _goes_on(verb: Token) -> bool:
    """Whether a "had" goes on with what somebody did: "paid late and, in May, *had* the lights cut off"."""
    first = verb.head if verb.dep_ == "conj" else verb
    while first is not verb and first.dep_ in ("conj", "advcl"):
        first = first.head
    is_due = any(token.tag_ == "MD" for token in verb.doc.tokens[verb.sent.start : verb.i])
    return first is not verb and has_subject_before(first) and not is_due


def has_subject_before(verb: Token) -> bool:
    """Whether a verb's subject stands before it."""
    return not SUBJECTS.isdisjoint(verb.below) and any(child.dep_ in SUBJECTS for child in verb.lefts)


def follows_comma(verb: Token) -> bool:
    """Whether a comma parts a clause from what stands before it."""
    edge = verb.left_edge
    return "," in (edge.text, edge.text_before)


def follows_joint(verb: Token) -> bool:
    """Whether "and" or "but" parts a clause from the one that it hangs on: "fell ill, and two others left"."""
    edge = verb.left_edge
    before = edge.nbor(-1) if edge.i > 0 else edge
    return before.dep_ == "cc" and before.head.i == verb.head.i


# ---- nouns that clauses hang on


def top_of_phrase(noun: Token) -> Token:
    """The first of coordinated or apposed nouns: the one that has the role in the clause."""
    while noun.dep_ in ("conj", "appos") and noun.head.pos_ not in VERBAL:
        noun = noun.head
    return noun


def shared(word: Token) -> Token:
    """The noun whose part in the clause a word shares: of "a Danish baker and *chair*" the baker, of "*Danish*" too."""
    while word.dep_ == "conj" and word.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        word = word.head
    return word.head if word.dep_ == "amod" and word.pos_ == "ADJ" and word.head.pos_ in NOUNS else word


def is_aside_of_subject(noun: Token) -> bool:
    """Whether what stands between commas was taken for a second subject: "Three boats, *none* of them new, sank", "The
    owner, a *firm* called Tarn, is due in court"."""
    if noun.left_edge.text_before != ",":
        return False
    edge = noun.right_edge
    is_closed = "," in (edge.text, edge.nbor(1).text if edge.i + 1 < len(edge.doc) else "")
    return is_closed and any(child.dep_ in SUBJECTS and child.i < noun.i for child in noun.head.lefts)


def is_existential(noun: Token) -> bool:
    """There is a plan; a plan exists."""
    if any(sibling.tag_ == "EX" for sibling in noun.head.children):
        return True
    return noun.dep_ in SUBJECTS and noun.head.lemma_ in ("exist", "be")


def is_indefinite(noun: Token) -> bool:
    """Whether a noun picks out nothing known: "a bank", "any bank", "banks"; not "the bank", "its bank", a name."""
    if noun.pos_ == "PROPN":
        return False
    if noun.pos_ == "PRON":
        return noun.lower_ in _SOMEBODY
    return not any(child.dep_ == "poss" or child.lower_ in _DEFINITE for child in noun.lefts)


def nouns_around(noun: Token) -> Iterator[Token]:
    """The nouns in whose phrase a noun first brings somebody in, inmost first: of "a theft by *a clerk*" the theft; not
    of "an insult to the king"."""
    while noun.dep_ == "pobj" and is_indefinite(noun):
        above = noun.head.head
        if noun.head.dep_ not in ("prep", "agent") or above.pos_ not in NOUNS:
            return
        noun = above
        yield noun


def is_in_scope(noun: Token) -> bool:
    """A subject stands outside the not and the may of its own clause, unless it is a bare plural that means all of its
    kind: "firms that sell data may not"; not "nurses who live there have not"."""
    top = top_of_phrase(noun)
    if top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.pos_ not in VERBAL:
        top = top_of_phrase(top.head.head)  # "most of those infected"
    if top.dep_ not in SUBJECTS:
        return True
    is_bare = noun.tag_ == "NNS" and not any(child.dep_ in ("det", "nummod") for child in noun.lefts)
    has_left = any(child.dep_ in HELPERS and child.lemma_ == "have" for child in top.head.lefts)
    return is_bare and not (has_left or is_past(top.head))


def is_within(verb: Token) -> bool:
    """Whether its noun is the scene of a relative clause: "a novel in which", "a dream where"."""
    for child in verb.lefts:
        if child.lower_ in ("where", "wherein", "whereby"):
            return True
        if child.dep_ == "prep" and any(word.tag_ == "WDT" for word in child.children):
            return True
    return False


def is_restrictive(verb: Token) -> bool:
    """Whether a relative clause follows its noun without a comma."""
    start = verb.left_edge.i
    if start == 0:
        return True
    before = verb.doc[start - 1]
    return not ((before.is_punct and before.text != "%") or verb.doc[start].is_punct)  # "a rise of 9% backdated to May"


def verb_over(noun: Token) -> Token | None:
    """The verb whose argument a preposition was hung on: "accuses the school of expelling", "accused by X of"."""
    if noun.pos_ in VERBAL:
        return None
    top = top_of_phrase(noun)
    if top.dep_ == "pobj" and top.head.dep_ in ("agent", "prep", "dative"):
        top = top.head
    return top.head if top.dep_ in (*OBJECTS, "nsubjpass", "agent", "prep") and top.head.pos_ in VERBAL else None


# ---- phrases of function words


def is_aside(mark: Token) -> bool:
    """ "Few if any growers": no clause begins here."""
    if mark.i == 0 or mark.i + 1 >= len(mark.doc):
        return False
    return mark.nbor(1).lower_ in _ASIDES and mark.lower_before in _BEFORE_ASIDES


def first_of_phrase(last: Token) -> Token:
    """The rather of "rather than", the instead of "instead of"."""
    before = last.nbor(-1) if last.i else last
    return before if before.lower_ in ("rather", "instead") else last


def preposition_phrases(preposition: Token) -> tuple[str, ...]:
    """The preposition with the words before it, longest first: "in addition to", "instead of", "of"; the "not" of "not
    by" before all."""
    doc, i = preposition.doc, preposition.i
    phrases = tuple(doc.words(start, i + 1) for start in (i - 2, i - 1, i) if start >= 0)
    return ("not", *phrases) if denial_before(preposition) else phrases
