"""What "it" and "its" stand for that comes only later: "As *its* profits fell, Orlo closed", "In *its* ruling, the
court said"."""

from __future__ import annotations

from kg.annotate.coreference.agreement import is_one_thing
from kg.annotate.coreference.descriptions import resolve_description
from kg.annotate.coreference.introductions import BODIES
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.grammar.kinds import is_text
from kg.grammar.wordlists import words
from kg.naming import class_nouns, telling_verbs
from kg.parse import Token

_IN = frozenset({"in", "on", "with", "under", "through"})
_THE = frozenset({"the", "this", "that"})


def ahead(pronoun: Token, referents: Referents) -> Referent | None:
    """The subject that follows: "As its profits fell, Halden closed two shops"; only where nothing came before."""
    main = pronoun.sent.root
    adverbial: Token = pronoun
    while adverbial.head not in (main, adverbial):
        adverbial = adverbial.head
    if adverbial.head != main or adverbial.dep_ not in {"advcl", "prep"} or adverbial == main:
        return None
    is_open = is_subject(pronoun) and pronoun.head.lemma_ in telling_verbs("impersonal")
    subjects = [t for t in main.children if is_subject(t) and t.i > pronoun.i]
    ident = referents.named_by(subjects[0]) if len(subjects) == 1 and not is_open else None
    return referents.all[ident] if ident is not None and is_one_thing(pronoun, referents.all[ident]) else None


def tells_in_its_own(pronoun: Token) -> Token | None:
    """The body that says or does something in what it writes: "In *its* ruling, the *court* said that Orlo lied"."""
    noun, root = pronoun.head, pronoun.sent.root
    link = noun.head
    is_opening = noun.dep_ == "pobj" and link.lower_ in _IN and link.left_edge.i == pronoun.sent.start
    if pronoun.lower_ != "its" or not (is_opening and is_text(noun)) or link.head is not root:
        return None
    subjects = [t for t in root.lefts if is_subject(t) and t.i > noun.i]
    subject = subjects[0] if len(subjects) == 1 else pronoun
    is_body = subject.ent_type_ == "ORG" or class_nouns().get(subject.lemma_.lower()) in BODIES
    is_whole = subject.tag_ == "NNP" or any(t.lower_ in _THE for t in subject.lefts)
    is_told = root.lemma_ in telling_verbs("speech") | telling_verbs("agent") | words("ruling", "lemma")
    return subject if is_body and is_whole and is_told and subject.tag_ in {"NN", "NNP"} else None


def known_ahead(subject: Token, referents: Referents) -> Referent | None:
    """What a subject to come stands for, as far as a text has told of it."""
    if (ident := referents.named_by(subject)) is not None:
        return referents.all[ident]
    return resolve_description(subject, referents)[1] or referents.called_by(subject)
