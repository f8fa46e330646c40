"""Who does what a predicate says, however far away the words stand: control, relatives, participles, conjuncts."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.clauses.control import Control
from kg.extract.clauses.controllers import (
    accusing,
    adjectives,
    aim_that_is,
    at_work_on,
    is_built_or_paid,
    is_impersonal,
    is_money,
    is_money_at_work,
    is_of_others,
    is_sold,
    is_stranded,
    joined,
    left_to,
    listed_controller,
    pobjs,
    share_of,
    thing_given,
    told_before,
)
from kg.extract.clauses.own_subjects import (
    NOBODY,
    QUESTION_TAGS,
    Found,
    inserted_in,
    is_relative,
    own,
    relative_without_pronoun,
)
from kg.extract.clauses.predicates import has_tense
from kg.grammar import wordlists
from kg.grammar.phrases import UNTIL, VERBAL, and_conjuncts, named_object
from kg.grammar.told import cannot_do, clause_before, thinks_not
from kg.grammar.verbs import (
    SUBJECTS,
    finite_part,
    has_to,
    infinitive_before,
    is_misread_main_verb,
    is_order,
    is_passive,
    takes_doer,
)
from kg.once import once_a_token
from kg.parse import Token

_ALL = frozenset({"both", "all", "each"})  # "the firms, both based in Oslo": the firms are
_TOWARD = frozenset({"on", "for", "to", "toward", "towards", "into"})
_WHEN = frozenset({"after", "before"})
_POINTING = frozenset({"it", "that", "this"})


def subjects(predicate: Token) -> tuple[Token, ...]:
    """The real subjects of a verb or of a predicated noun or adjective, however far away they stand.

    Through conjunction, auxiliaries, control and raising ("wants to sell"), relative clauses ("a firm that sells"),
    participles ("a firm selling"), adverbial participles ("Selling its arm, the firm"). In the passive: the patient.
    """
    return find(predicate)[0]


@once_a_token
def find(predicate: Token) -> Found:
    """The subjects and the rule that found them (`Clause.subject_source`)."""
    found, source = own(predicate) or _BY_ARC.get(predicate.dep_, _nobody)(predicate)
    return tuple(noun for noun in found if not _is_set_aside(noun)), source


def _is_set_aside(noun: Token) -> bool:
    """ "Norway rather than *Denmark* built it": who did not; "pity, be it for Lund or *for* Ek, is": no preposition."""
    return noun.dep_ == "conj" and (noun.left_edge.lower_before == "than" or noun.pos_ == "ADP")


def _nobody(predicate: Token) -> Found:
    return NOBODY


_CONTROL = Control(subjects)


# ---- subjects from elsewhere


def _of_conjunct(verb: Token) -> Found:
    """Rule "conjunct": the first verb's subject; a finite verb hung on an infinitive goes with the finite one above."""
    first = infinitive_before(verb) or clause_before(verb) or verb.head
    if inserted_in(first) == verb:
        return tuple(c for c in first.lefts if c.dep_ in SUBJECTS)[:1], "own"
    if has_tense(verb) and has_to(first) and first.dep_ in ("xcomp", "advcl"):
        first = first.head
    if first.pos_ not in VERBAL and first.dep_ not in _BY_ARC:
        return NOBODY
    found = find(first)
    is_outer = first.dep_ == "ccomp" and has_tense(verb) and not is_passive(verb)
    if is_outer and found[0] and all(cannot_do(noun, verb) for noun in found[0]):
        return subjects(first.head), "conjunct"  # "said the strike was unlawful and had not promised money"
    return (found[0], "conjunct" if found[1] == "own" else found[1]) if found[0] else NOBODY


def _found_hard(adjective: Token) -> Found:
    """ "They find it hard to sell": they sell. "Made it hard to sell": nobody known does."""
    finder = adjective.head
    if adjective.pos_ != "ADJ" or adjective.dep_ not in ("ccomp", "oprd") or finder.pos_ not in VERBAL:
        return NOBODY
    is_felt = finder.lemma_ in wordlists.words("finding", "lemma")
    return (subjects(finder), "control") if is_felt else NOBODY


def _of_complement(verb: Token) -> Found:
    """Rule "control": "plans to sell" has the planner, "urged the firm to sell" the firm."""
    governor = verb.head
    if (noun := relative_without_pronoun(verb)) is not None:
        return (noun,), "relative"  # "a boat he knew was unsafe"
    if governor.dep_ == "relcl" and {"dobj", "dative"}.isdisjoint(governor.below) and takes_doer(governor, verb):
        is_bare = not any(c.tag_ in QUESTION_TAGS or c.lower_ == "that" for c in governor.lefts)
        return ((governor.head,), "control") if is_bare else NOBODY  # "the man she helped to escape"
    if (verb.dep_ == "ccomp" and not _is_reduced(verb)) or is_order(verb):
        return NOBODY
    if governor.lower_ == "enough" and governor.dep_ == "advmod":
        return subjects(governor.head), "control"  # "raised 9 dollars, enough to buy it"
    if governor.pos_ == "ADJ" and governor.dep_ in ("ccomp", "pcomp", "advcl"):
        return _behind_adjective(governor)
    if governor.pos_ == "ADJ" and governor.dep_ == "amod" and governor.i > governor.head.i:
        is_listed = governor.lemma_.lower() in wordlists.adjectives_to_come()
        return (and_conjuncts(governor.head)[:1], "control") if is_listed else NOBODY  # "a hotel due *to open*"
    if governor.pos_ not in VERBAL and governor.dep_ not in ("acomp", "attr", "oprd", "conj", "amod"):
        return _CONTROL.on_noun(verb)
    if left := left_to(governor):
        return left, "control"
    if (aim := aim_that_is(verb, governor)) is not None:
        return _CONTROL.owner(aim)
    if is_built_or_paid(verb, governor) or is_of_others(verb, governor):
        return NOBODY
    if any(adjective.lemma_ in wordlists.impersonal() for adjective in adjectives(governor)) or is_impersonal(governor):
        return NOBODY
    gapped = [c for c in governor.rights if c.dep_ == "conj" and c.pos_ not in VERBAL and c.i < verb.i]
    if gapped:
        return (gapped[-1],), "control"  # "ordered the mill to close and its owner to pay"
    return _CONTROL.by(verb, governor, "objinf", default="subject" if has_to(verb) else "object")


def _behind_adjective(adjective: Token) -> Found:
    """ "Thinks the fee too small *to pay* for it": the fee is; "where necessary *to save* it": nobody known does."""
    judged = tuple(c for c in adjective.lefts if c.dep_ in SUBJECTS and not is_relative(c) and c.lower_ != "it")
    is_open = adjective.lemma_ in wordlists.impersonal() or not judged
    return NOBODY if is_open else (judged, "control")


def _is_reduced(verb: Token) -> bool:
    """Whether a clause may lack a subject of its own; not "(the judge ruled) he | must pay", whoever must."""
    if has_to(verb) or verb.tag_ == "VBG":
        return True
    return verb.tag_ == "VB" and finite_part(verb).tag_ != "MD" and verb.i > verb.head.i  # ""Let them go," she said"


def _of_adverbial(verb: Token) -> Found:
    """Rule "participle" or "control": "Selling its arm, the firm", "sold its arm to pay"."""
    governor = verb.head
    is_judged = governor.pos_ == "ADJ" or (governor.pos_ == "NOUN" and governor.dep_ == "ccomp")
    if is_judged and any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in governor.lefts):
        return _found_hard(governor)  # "made it a crime to sell it": nobody known sells
    if left := left_to(governor):
        return left, "control"
    if (infinitive := infinitive_before(verb)) is not None:
        return find(infinitive)
    if governor.pos_ not in VERBAL:
        return _of_relative(verb) if governor.dep_ not in ("attr", "acomp") else (subjects(governor), "participle")
    if has_to(verb) and governor.dep_ == "acl" and is_stranded(verb):
        return NOBODY  # "nobody left to talk to"
    if has_to(verb):
        thing = thing_given(governor)
        if granted := _CONTROL.granted(thing):
            return granted, "control"
        if is_sold(thing, governor):
            return NOBODY  # "sold 340 permits to park"
        if thing.lemma_.lower() in wordlists.words_of("from whom") and thing.right_edge.i == verb.left_edge.i - 1:
            owner = _CONTROL.owner(thing)
            if owner[0] and owner[0][0] in thing.subtree:
                return owner  # "turned down an offer from a fan to mend it"
        if thing.i < verb.i and is_money(thing) and not is_passive(governor):
            return _CONTROL.with_money(governor), "control"
        return NOBODY if is_impersonal(governor) else _CONTROL.by(verb, governor, "objinf", default="subject")
    if verb.tag_ == "VBN" and any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.lefts):
        return NOBODY  # "as required by law": whatever is required
    if verb.tag_ not in ("VBG", "VBN", "VB") or is_order(verb):
        return NOBODY
    found = _bringing_about(verb, _told_of(verb, governor))
    return (found, "participle") if found else NOBODY


def _told_of(verb: Token, governor: Token) -> Token:
    """ "Sales fell, the bank said, *missing* forecasts": what fell missed them, and not who says so."""
    if verb.lemma_.lower() not in wordlists.words("confounding", "lemma"):
        return governor
    return next((child for child in governor.lefts if child.dep_ == "ccomp" and child.pos_ in VERBAL), governor)


def _bringing_about(verb: Token, governor: Token) -> tuple[Token, ...]:
    """Who does what a participle says: of a result after a passive, whoever did it: "The line was cut by ice,
    forcing trains to stop"; who is named, of "named Cole chief, succeeding Moe"; else the subject."""
    lemma, is_behind = verb.lemma_.lower(), verb.tag_ == "VBG" and verb.i > governor.i
    if is_behind and is_passive(governor) and lemma in wordlists.words("results", "lemma"):
        return tuple(t for c in governor.rights if c.dep_ == "agent" for t in pobjs(c))
    is_naming = governor.lemma_ in wordlists.naming() and not is_passive(governor)
    if is_behind and is_naming and lemma in wordlists.words("successions", "lemma"):
        return tuple(named_object(c) or c for c in governor.rights if c.dep_ in ("dobj", "oprd") and c.i < verb.i)[:1]
    return subjects(governor)


def _of_relative(verb: Token) -> Found:
    """Rule "participle": the noun it hangs on: "a firm selling lamps", "a mill sold by Lund"."""
    if has_to(verb):
        is_time_left = verb.head.dep_ == "pobj" and verb.head.head.lower_ in UNTIL  # "has until Friday *to appeal*"
        return NOBODY if is_time_left else _CONTROL.on_noun(verb)
    if verb.dep_ == "acl" and (verb.tag_ in ("VBG", "VBN") or is_misread_main_verb(verb)):
        if (told := told_before(verb)) is not None:
            return subjects(told), "participle"
        noun = share_of(verb.head)
        if (above := at_work_on(noun, verb)) is not None:
            return subjects(above), "participle"  # "had trouble selling it"
        if noun.dep_ == "appos" and noun.lower_ in _ALL:
            return and_conjuncts(noun.head), "participle"
        return and_conjuncts(noun)[:1], "participle"
    return NOBODY


def _of_preposition(verb: Token) -> Found:
    """Rule "participle" or "control": "before joining X, she", "stop the club from selling"."""
    preposition = verb.head
    if preposition.pos_ in VERBAL:
        return NOBODY
    governor = preposition.head
    while governor.dep_ in ("prep", "advmod") and governor.head != governor:
        governor = governor.head
    governor = accusing(governor, preposition) or governor
    is_called_for = f"{governor.lemma_.lower()} {preposition.lower_}" in wordlists.words_of("gerund of others behind")
    is_told = listed_controller(governor, "against") is not None and ("dobj" in governor.below or is_passive(governor))
    is_bare = preposition.lower_ in _WHEN and is_passive(governor) and not any(verb.children)
    if is_bare and all(map(thinks_not, subjects(governor))):
        return NOBODY  # "must be washed before eating": whoever eats it
    if is_called_for or (preposition.lower_ == "against" and not is_told):
        return NOBODY  # "campaigned against closing it", "warned against closing it": whoever would
    if preposition.lower_ == "by" and governor.pos_ in VERBAL and is_passive(governor):
        return NOBODY  # "can be avoided by walking": whoever walks
    if governor.pos_ in VERBAL:
        if preposition.lower_ in _TOWARD and is_money_at_work(governor, subjects(governor)):
            return NOBODY
        if preposition.lower_ == "like" and any(map(_is_compared, governor.lefts)):
            return NOBODY  # "it is like being paid to sleep"
        is_viewed = preposition.lower_ == "as" and governor.lemma_.lower() in wordlists.words_of("viewing")
        default = "object" if is_viewed else "subject"  # "rated homes as needing repair"
        return _CONTROL.by(verb, governor, joined(preposition), default=default)
    if governor.dep_ in ("acomp", "attr"):
        judging = subjects(governor)
        return NOBODY if governor in judging else (judging, "participle")  # "there are grounds for closing it"
    if governor.pos_ == "ADJ" and (judged := [c for c in governor.lefts if c.dep_ in SUBJECTS]):
        return tuple(judged), "participle"  # "found him guilty of stealing"
    if (accuser := _CONTROL.suspecting(governor)) is not None:
        return accuser
    if preposition.lower_ == "of" and governor.lemma_.lower() in wordlists.words_of("price of doing"):
        return NOBODY if all(c.dep_ != "poss" for c in governor.lefts) else _CONTROL.owner(governor)
    is_gerund = verb.tag_ == "VBG" or any(child.tag_ == "VBG" for child in verb.lefts)  # "of being sold"
    return _CONTROL.owner(governor) if is_gerund else NOBODY


def _is_compared(subject: Token) -> bool:
    """ "*It* is like", "*working* there is like"."""
    return subject.dep_ in SUBJECTS and (subject.lower_ in _POINTING or subject.dep_ == "csubj")


def _of_attribute(predicated: Token) -> Found:
    """Rule "own": the copula's subject, or the object: "named her chair"."""
    verb = predicated.head
    if predicated.dep_ == "oprd" and not is_passive(verb):
        patient = next((child for child in verb.children if child.dep_ == "dobj"), None)
        if patient is not None:
            return and_conjuncts(patient), "own"
    return find(verb)


def _of_apposition(predicated: Token) -> Found:
    return (predicated.head,), "apposition"


def _of_rest(verb: Token) -> Found:
    """Rule "own": the rest of a clause that is cut in two."""
    return _of_conjunct(verb) if inserted_in(verb.head) == verb else NOBODY


_BY_ARC: dict[str, Callable[[Token], Found]] = {
    "conj": _of_conjunct,
    "dep": _of_rest,
    "xcomp": _of_complement,
    "ccomp": _of_complement,
    "advcl": _of_adverbial,
    "acl": _of_relative,
    "relcl": _of_relative,
    "pcomp": _of_preposition,
    "attr": _of_attribute,
    "acomp": _of_attribute,
    "oprd": _of_attribute,
    "appos": _of_apposition,
}
