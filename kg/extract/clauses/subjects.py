"""Who does what a predicate says, however far away the words stand: control, relatives, participles, conjuncts."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract import wordlists
from kg.extract.clauses.phrases import VERBAL, and_conjuncts, conjuncts
from kg.naming import roles
from kg.parse import Token

Found = tuple[tuple[Token, ...], str]
NOBODY: Found = ((), "none")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "obj", "iobj"})


def subjects(predicate: Token) -> tuple[Token, ...]:
    """The real subjects of a verb or of a predicated noun or adjective, however far away they stand.

    Through conjunction, auxiliaries, control and raising ("wants to sell"), relative clauses ("a firm that sells"),
    participles ("a firm selling"), adverbial participles ("Selling its arm, the firm"). In the passive: the patient.
    """
    return find(predicate)[0]


def find(predicate: Token) -> Found:
    """The subjects and the rule that found them (`Clause.subject_source`)."""
    return _own(predicate) or _BY_ARC.get(predicate.dep_, _nobody)(predicate)


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.lefts)


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is its patient: "was sold", "a mill sold by X", "was bought and sold"."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass") for child in verb.children):
        return True
    if any(child.dep_ == "agent" for child in verb.rights) and not any(child.dep_ == "aux" for child in verb.lefts):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.tag_ in ("VBN", "VBD") and not _has_subject(verb):
        return is_passive(verb.head) and _shares_passive(verb)
    if verb.tag_ != "VBN" or any(child.dep_ in ("aux", "dobj") for child in verb.children):
        return False
    if verb.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in verb.lefts):
        return verb.doc[verb.sent.end - 1].text not in ".!?"  # a headline: "Mayor accused of fraud"
    return verb.dep_ in ("acl", "advcl", "relcl", "amod", "ROOT", "xcomp", "ccomp", "oprd")


def _shares_passive(verb: Token) -> bool:
    """Whether "was" holds for the second verb too: "was cut and washed", also if it is tagged as a past tense and a
    name or an instrument follows: "was bought and renamed Orlo", "was cut and washed with soap"."""
    if verb.lemma_ in wordlists.naming():
        return True
    if any(child.dep_ in ("aux", "dobj") for child in verb.children):
        return False
    return verb.tag_ == "VBN" or any(child.dep_ == "prep" and child.lower_ in ("with", "by") for child in verb.rights)


def _nobody(predicate: Token) -> Found:
    return NOBODY


# ---- subjects of its own: rule names "own", "relative", "existential"


def _own(verb: Token) -> Found | None:
    """The subject that hangs on the verb, or by a slip of the parser on its auxiliary."""
    subject = _nearest_subject(verb)
    if subject is None:
        helpers = (child for child in verb.lefts if child.dep_ in ("aux", "auxpass"))
        subject = next((c for helper in helpers for c in helper.children if c.dep_ in SUBJECTS), None)
    if subject is None or (subject.tag_ == "EX"):
        return _existential(verb)
    if is_relative(subject):
        noun = antecedent(subject)
        return (_antecedents(noun, verb), "relative") if noun is not None else NOBODY
    return and_conjuncts(subject), "own"


def _nearest_subject(verb: Token) -> Token | None:
    """Its subject; of "The dam, an engineer told the court, broke" the one that stands beside the verb of saying."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(found) > 1 and inserted_in(verb) is not None:
        return found[1]
    return bracketed_by(found[0]) or found[0] if found else None


def bracketed_by(token: Token) -> Token | None:
    """ "Mira Holm (born 1951) is": the name before the brackets, where the parser takes "born" for the subject."""
    opening = next((t for t in token.doc[max(token.i - 20, token.sent.start) : token.i] if t.text == "("), None)
    if opening is None or opening.i == token.sent.start:
        return None
    closing = next((t.i for t in token.doc[opening.i : token.head.i] if t.text == ")"), 0)
    before = token.doc[opening.i - 1]
    return before if closing > token.i and before.pos_ == "PROPN" else None


def inserted_in(verb: Token) -> Token | None:
    """The verb whose clause is cut by this verb of saying, when the parser made the one the other's conjunct."""
    found = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if len(found) < 2 or verb.doc[found[1].left_edge.i - 1].text != ",":
        return None
    return next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ in VERBAL and not _has_subject(c)), None)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _existential(verb: Token) -> Found | None:
    """The thing that there is: "There are two bridges in the town", "There seems to be a fault", "Among them was X"."""
    is_inverted = verb.lemma_ == "be" and verb.dep_ == "ROOT" and any(c.dep_ == "prep" for c in verb.lefts)
    if not is_inverted and not any(child.tag_ == "EX" for child in verb.children):
        governor = verb.head
        if verb.dep_ != "xcomp" or not any(child.tag_ == "EX" for child in governor.children):
            return None
    thing = next((child for child in verb.rights if child.dep_ in ("attr", "dobj", "nsubj")), None)
    return (and_conjuncts(thing), "existential") if thing is not None else None


def is_relative(token: Token) -> bool:
    """Whether a token is a relative pronoun or adverb within a relative clause."""
    if token.tag_ in ("WDT", "WP", "WP$", "WRB") or (token.lower_ == "that" and token.dep_ not in ("mark", "det")):
        return antecedent(token) is not None
    return False


def antecedent(token: Token) -> Token | None:
    """The noun that the relative clause around a token describes."""
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            opens = min(t.i for t in ancestor.subtree)
            return _which(token, ancestor.head) if token.i - opens <= 4 and ancestor.head.i < token.i else None
    return None


def _which(pronoun: Token, noun: Token) -> Token:
    """ "The founder of Norvik, which": Norvik, the name right before it, and not the person."""
    before = pronoun.doc[max(pronoun.i - 2 if pronoun.nbor(-1).text == "," else pronoun.i - 1, 0)]
    is_person = noun.lemma_.lower() in roles()
    return before if pronoun.lower_ == "which" and is_person and before.pos_ == "PROPN" else noun


def _antecedents(noun: Token, verb: Token) -> tuple[Token, ...]:
    """All conjuncts if the verb is plural and the noun is not: "a mayor and a judge, who were"."""
    group = conjuncts(noun)
    finite = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    is_plural = finite.tag_ == "VBP" or finite.lower_ == "were"
    return group if is_plural and noun.tag_ in ("NN", "NNP") and len(group) > 1 else (noun,)


# ---- subjects from elsewhere


def _of_conjunct(verb: Token) -> Found:
    """Rule "conjunct": the first verb's subject; a finite verb hung on an infinitive goes with the finite one above."""
    first = verb.head
    if inserted_in(first) == verb:
        return tuple(c for c in first.lefts if c.dep_ in SUBJECTS)[:1], "own"
    if verb.tag_ in ("VBD", "VBZ", "VBP") and has_to(first) and first.dep_ in ("xcomp", "advcl"):
        first = first.head
    if first.pos_ not in VERBAL and first.dep_ not in _BY_ARC:
        return NOBODY
    found = find(first)
    return (found[0], "conjunct" if found[1] == "own" else found[1]) if found[0] else NOBODY


def _of_complement(verb: Token) -> Found:
    """Rule "control": "plans to sell" has the planner, "urged the firm to sell" the firm."""
    governor = verb.head
    if verb.dep_ == "ccomp" and not _is_reduced(verb):
        return NOBODY
    if governor.pos_ not in VERBAL and governor.dep_ not in ("acomp", "attr", "oprd", "conj", "amod"):
        return _on_noun(verb)
    if any(adjective.lemma_ in wordlists.impersonal() for adjective in _adjectives(governor)):
        return NOBODY
    gapped = [c for c in governor.rights if c.dep_ == "conj" and c.pos_ not in VERBAL and c.i < verb.i]
    if gapped:
        return (gapped[-1],), "control"  # "ordered the mill to close and its owner to pay"
    return _controlled(verb, governor, "objinf", default="subject" if has_to(verb) else "object")


def _adjectives(governor: Token) -> list[Token]:
    """The adjective that an infinitive belongs to, whether it hangs on it or on its copula."""
    return [governor] if governor.pos_ == "ADJ" else [c for c in governor.rights if c.dep_ == "acomp"]


def _is_reduced(verb: Token) -> bool:
    return has_to(verb) or verb.tag_ == "VBG" or verb.tag_ == "VB"


def _addressed(verb: Token, governor: Token) -> Token | None:
    """Whom "called on the firm to pay" calls on."""
    for preposition in governor.rights:
        name = f"{governor.lemma_.lower()} {preposition.lower_}"
        if preposition.dep_ == "prep" and preposition.i < verb.i and (name, "objinf") in wordlists.controllers():
            return next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    return None


def _controlled(verb: Token, governor: Token, complement: str, default: str) -> Found:
    patient = next((child for child in governor.children if child.dep_ in OBJECTS and child.i < verb.i), None)
    controller = wordlists.controllers().get((governor.lemma_.lower(), complement), default)
    if patient is not None and controller == "object" and not is_passive(governor):
        if is_relative(patient):
            noun = antecedent(patient)
            return ((noun,), "control") if noun is not None else NOBODY
        if patient.dep_ == "dative" and patient.pos_ == "ADP":
            patient = next(iter(patient.rights), patient)
        return and_conjuncts(patient), "control"
    if (governor.lemma_.lower(), complement) in wordlists.controllers() and controller == "subject":
        users = tuple(t for c in governor.rights if c.dep_ == "agent" for p in c.rights for t in and_conjuncts(p))
        if users:
            return users, "control"  # "was used by police to track buyers"
    addressed = _addressed(verb, governor)
    found = and_conjuncts(addressed) if addressed is not None else subjects(governor)
    return (found, "control") if found else NOBODY


def _of_adverbial(verb: Token) -> Found:
    """Rule "participle" or "control": "Selling its arm, the firm", "sold its arm to pay"."""
    governor = verb.head
    if governor.pos_ not in VERBAL:
        return _of_relative(verb) if governor.dep_ not in ("attr", "acomp") else (subjects(governor), "participle")
    if has_to(verb):
        return _controlled(verb, governor, "objinf", default="subject")
    if verb.tag_ not in ("VBG", "VBN", "VB"):
        return NOBODY
    found = subjects(governor)
    return (found, "participle") if found else NOBODY


def _of_relative(verb: Token) -> Found:
    """Rule "participle": the noun it hangs on: "a firm selling lamps", "a mill sold by Lund"."""
    if has_to(verb):
        return _on_noun(verb)
    if verb.dep_ == "acl" and verb.tag_ in ("VBG", "VBN"):
        return and_conjuncts(verb.head)[:1], "participle"
    return NOBODY


def _on_noun(verb: Token) -> Found:
    """Rule "control": the doer of an infinitive on a noun: "the only curator to buy", "X's plan to sell"."""
    noun = verb.head
    if noun.lemma_.lower() in wordlists.control_nouns():
        return _owner(noun)
    if noun.dep_ == "attr":
        return subjects(noun), "control"
    if noun.dep_ in OBJECTS and noun.head.pos_ in VERBAL:  # as if it hung on the verb
        return _controlled(verb, noun.head, "objinf", default="subject")
    if any(child.dep_ in ("dobj", "ccomp") for child in verb.rights) or is_passive(verb):
        return (noun,), "control"
    return NOBODY


def _owner(noun: Token) -> Found:
    """Whose plan it is: possessor, "by X" or "of X", else the subject of the verb that has the plan as argument."""
    possessor = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if possessor is not None:
        return and_conjuncts(possessor), "control"
    for preposition in noun.rights:
        if preposition.lower_ in ("by", "of") and preposition.dep_ in ("prep", "agent"):
            return tuple(t for c in preposition.children if c.dep_ == "pobj" for t in and_conjuncts(c)), "control"
    top = noun
    while top.dep_ in ("conj", "pobj", "prep") and top.head != top:
        top = top.head
        if top.pos_ in VERBAL or (top.dep_ in ("nsubj", "nsubjpass")):
            break
    if noun.dep_ in OBJECTS or noun.dep_ == "attr":
        top = noun.head
    found = subjects(top) if top.pos_ in VERBAL else ()
    return (found, "control") if found else NOBODY


def _of_preposition(verb: Token) -> Found:
    """Rule "participle" or "control": "before joining X, she", "stop the club from selling"."""
    preposition = verb.head
    if preposition.pos_ in VERBAL:
        return NOBODY
    governor = preposition.head
    while governor.dep_ in ("prep", "advmod") and governor.head != governor:
        governor = governor.head
    governor = _accusing(governor, preposition) or governor
    if governor.pos_ in VERBAL:
        return _controlled(verb, governor, preposition.lower_, default="subject")
    if governor.dep_ in ("acomp", "attr"):
        return subjects(governor), "participle"
    return _owner(governor)


def _accusing(noun: Token, preposition: Token) -> Token | None:
    """The verb that the phrase belongs to, though it hangs on a noun: "accused by X | of", "stop the club | from"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    is_argument = noun.dep_ in OBJECTS or noun.head.dep_ in ("agent", "prep")
    return verb if is_argument and (verb.lemma_.lower(), preposition.lower_) in wordlists.controllers() else None


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


_BY_ARC: dict[str, Callable[[Token], Found]] = {
    "conj": _of_conjunct,
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
