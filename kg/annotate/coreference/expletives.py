"""Where "it" stands for no thing: "It rained", "It is clear that", "made it hard to"; or what was said: "denied it"."""

from __future__ import annotations

from kg.annotate.coreference.referent import is_subject
from kg.grammar.phrases import TIMES, VERBAL
from kg.naming import acting_verbs, small_words, telling_verbs
from kg.parse import Token

_COPULAS = frozenset({"be", "become", "remain", "seem", "prove", "get"})
_GROWING = frozenset({"get", "grow", "become"})
_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass"})


def is_idle(pronoun: Token) -> bool:
    """Whether an "it" or "its" means nothing that a noun names, or may mean a whole clause."""
    if pronoun.lower_ == "its":
        return pronoun.head.lower_ in small_words("whole")
    if pronoun.lower_ != "it":
        return False
    if pronoun.text_before == "(" and pronoun.doc[pronoun.i + 1 : pronoun.i + 2].text == ")":
        return True  # "an interview (it)": the sign of a language
    if pronoun.dep_ == "expl":
        return True
    if is_subject(pronoun):
        return _is_idle_subject(pronoun, pronoun.head)
    if pronoun.dep_ == "pobj":
        return _is_done_about(pronoun.head)
    return pronoun.dep_ in {"dobj", "attr"} and (_is_said(pronoun.head) or _is_idiom(pronoun.head))


def _is_idle_subject(pronoun: Token, verb: Token) -> bool:
    if verb.pos_ not in VERBAL:
        return True  # "found it hard to": what is hard comes behind
    if verb.lemma_ == "be" and any(t.dep_ == "advmod" and _has_infinitive(t) for t in verb.rights):
        return True  # "It was too *soon* to say"
    if verb.lemma_ == "take" and any(t.dep_ == "dobj" and _is_needed(t) for t in verb.rights):
        return True
    if verb.lemma_ in telling_verbs("coming out") and not any(t.dep_ in {"prep", "agent"} for t in verb.rights):
        return True  # "He was, it later *emerged*, in Oslo"
    if verb.lemma_ in telling_verbs("impression") and any(t.lower_ in {"like", "as"} for t in verb.rights):
        return True
    told = [t for t in verb.rights if t.dep_ in _CLAUSES and t.i > verb.i]
    is_gap = verb.dep_ == "relcl"  # "the loan it took out to pay"
    if verb.lemma_ in telling_verbs("impersonal") and verb.lemma_ not in _COPULAS and not is_gap:
        return bool(told) or _has_infinitive(verb) or not any(t.dep_ in {"dobj", "prep", "advmod"} for t in verb.rights)
    if told and verb.lemma_ not in acting_verbs():
        return True
    if verb.lemma_ in _COPULAS and any(map(_is_of_doer, verb.rights)):
        return False
    is_passive = any(t.dep_ == "auxpass" for t in verb.lefts)
    is_deemed = any(t.dep_ in {"oprd", "acomp"} for t in verb.rights) and _has_infinitive(verb)
    if is_passive and (told or is_deemed):
        return True
    if verb.lemma_ == "be" and any(t.dep_ == "acomp" and t.lower_ in small_words("verdict") for t in verb.rights):
        return True  # "I thought it was strange": what happened
    if verb.lemma_ in _COPULAS and any(t.dep_ == "acomp" and t.lower_ in small_words("weather") for t in verb.rights):
        return True
    if verb.lemma_ in _GROWING and any(t.lower_ in small_words("daylight") and t.left_edge is t for t in verb.rights):
        return True  # "went on when it got light"
    return verb.lemma_ in _COPULAS and not is_passive and _is_introduced(verb)


def _is_of_doer(said: Token) -> bool:
    """Whether an adjective tells of who will do it: "It was *ready* to help"; not "It is likely to rain"."""
    if said.dep_ != "acomp" or said.lower_ not in small_words("doing"):
        return False
    done = [t for place in (said.rights, said.head.rights) for t in place if t.dep_ in {"xcomp", "advcl", "acl"}]
    found = [t for t in done if any(c.lower_ == "to" for c in t.lefts)]
    return bool(found) and not any(t.lemma_ in telling_verbs("impersonal") - _COPULAS for t in found)


def _is_needed(done: Token) -> bool:
    """ "It took *a week*", "It took *an appeal* before he was cleared"."""
    after = (t for verb in done.head.rights if verb.dep_ == "advcl" for t in verb.lefts)
    return done.ent_type_ in TIMES or done.pos_ == "NUM" or any(t.lower_ in {"before", "until"} for t in after)


def _is_introduced(verb: Token) -> bool:
    """ "It is *time to go*", "It was *Lund who* left", "It was *Monday*", "It is *unclear whether*"."""
    for said in (t for t in verb.rights if t.dep_ in {"attr", "acomp", "oprd"}):
        is_bare_time = said.lower_ == "time" and said.left_edge is said  # "My body told me it is *time*"
        if (said.ent_type_ in TIMES or is_bare_time) and said.dep_ == "attr":
            return True
        if said.dep_ == "attr" and said.lemma_ in small_words("circumstance"):
            return True
        if said.dep_ == "attr" and said.pos_ in {"PROPN", "PRON"} and any(t.dep_ == "relcl" for t in said.rights):
            return True
        if any(t.dep_ in {"ccomp", "xcomp", "advcl", "relcl", "acl"} and _is_clause(t) for t in said.rights):
            return True
    return _has_infinitive(verb) or any(t.dep_ == "advcl" and _is_clause(t) for t in verb.rights)


def _is_clause(verb: Token) -> bool:
    """Whether a clause begins with "to", "that" or a word that asks."""
    return any(t.lower_ in {"to", "that", "whether", "if"} or t.tag_ in {"WRB", "WP"} for t in verb.lefts)


def _has_infinitive(verb: Token) -> bool:
    return any(t.dep_ in {"xcomp", "advcl"} and any(c.lower_ == "to" for c in t.lefts) for t in verb.rights)


def _is_said(verb: Token) -> bool:
    """ "Denied it", "called it absurd": what was said or done, as likely as a thing."""
    return verb.lemma_ in telling_verbs("clause")


def _is_done_about(link: Token) -> bool:
    """ "They could *do little about it*", "stopped paying *because of it*": what happened."""
    if link.lower_ == "of" and any(t.lower_ == "because" for t in (link.head, *link.lefts)):
        return True
    above = link.head.head if link.head.dep_ == "dobj" else link.head
    return link.lower_ == "about" and above.lemma_ == "do"


def _is_idiom(verb: Token) -> bool:
    """ "As Lund *put it*", "they sat it *out*", "took it *as* praise": no thing that was named."""
    before, after = {t.lower_ for t in verb.lefts}, {t.lower_ for t in verb.rights}
    is_said_so = verb.lemma_ == "put" and "as" in before
    is_endured = verb.lemma_ in small_words("enduring") and "out" in after
    return is_said_so or is_endured or (verb.lemma_ == "take" and "as" in after)


__all__ = ["is_idle"]
