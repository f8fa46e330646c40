"""Habits: the "would" of what somebody did time and again, and of what he did later on."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.complements import complement_kind
from kg.extract.factuality.coordination import coordinator
from kg.grammar.kinds import is_people
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import SUBJECTS, has_subject, has_to
from kg.grammar.wordlists import saying, words, words_of
from kg.parse import Token

_OFTEN = frozenset({"often", "sometimes", "usually", "frequently", "regularly", "occasionally", "invariably", "always"})
_CASES = frozenset({"if", "unless", "though", "once", "until", "provided", "lest"})
_LATER = frozenset({"later", "subsequently"})
_BELOW = frozenset({"conj", "ccomp", "advcl"})
_EACH = frozenset({"every", "each"})
_DAYS = frozenset({"days", "times", "years"})
_OTHERS = frozenset({"couple", "pair", "family", "police", "crew", "children"})
_PERSONAL = frozenset({"he", "she", "they", "we", "i"})


def is_habitual(verb: Token, would: Token) -> bool:
    """Whether a would tells what was done: "As a boy he would walk to school", "She would often forget her lines", "The
    mill would later burn", "Every May they would go to sea"; not "would often be late if", "said he would later sell
    it"."""
    if would.lower_ not in arcs.WOULD or arcs.is_had(would) or any(_is_condition(c) for c in verb.children):
        return False
    doers = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    later = next((child for child in verb.children if child.lower_ in _LATER and child.dep_ == "advmod"), None)
    is_next = later is not None and later.i == would.i + 1 and verb.dep_ != "relcl"
    if is_next and not any(map(_is_planned, verb.lefts)):
        return True
    if not any(doer.lower_ in _PERSONAL or doer.lower_ in _OTHERS or is_people(doer) for doer in doers):
        return False
    if _says_in_quotes(verb, would):
        return True
    adverbs = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    if adverbs & _OFTEN and verb.lemma_ != "be":
        return True
    if any(child.dep_ == "npadvmod" and child.left_edge.lower_ in _EACH and child.i < would.i for child in verb.lefts):
        return True
    if verb.lemma_ == "go" and any(c.lower_ == "on" for c in verb.rights) and any(has_to(c) for c in verb.rights):
        return True
    return any(_is_of_then(child) for child in verb.lefts)


def is_still_to_come(verb: Token, would: Token) -> bool:
    """Whether a would behind what was done tells what was to follow: "survived and *would* be questioned"; not "was
    cheap and would last", "lost and would have left", "fell and would rise if it rained"."""
    first = verb.head
    is_behind = verb.dep_ == "conj" and first.tag_ == "VBD" and first.lemma_ not in {"be"} | words_of("lasting states")
    if would.lower_ not in arcs.WOULD or not is_behind or has_subject(verb):
        return False
    joint = coordinator(verb)
    is_and = joint is not None and joint.lower_ == "and"
    return is_and and not any(_is_condition(c) for c in (*verb.children, *first.children))


def is_remembered(verb: Token, would: Token) -> bool:
    """Whether a speaker's would tells what was done time and again: "She'd ask how many there were", "You'd hear them
    at night", "We would wait, and nobody came"; not "We would go if it was safe", "I would say that it was late"."""
    if would.lower_ not in arcs.WOULD or arcs.is_had(would) or any(_is_condition_of(c) for c in verb.children):
        return False
    who = {child.lower_ for child in verb.lefts if child.dep_ in SUBJECTS}
    if who & {"i", "this", "that", "it"} or any(child.lower_ == "have" for child in verb.lefts):
        return False
    if verb.lemma_ in words_of("would rather"):
        return False
    if any(child.dep_ == "npadvmod" and child.left_edge.lower_ in _EACH for child in verb.rights):
        return True  # "would bake bread every Sunday"
    if is_habitual(verb, would) or (verb.lemma_ in ("hear", "see") and "you" in who and verb.dep_ in ("ROOT", "ccomp")):
        return True
    beside = [child for child in verb.rights if child.dep_ == "advcl" and not has_to(child)]
    beside += [child for child in verb.rights if child.dep_ == "conj" and has_subject(child)]  # "and nobody came"
    beside += [c for c in verb.rights if c.dep_ == "ccomp" and complement_kind(c) in ("whx", "wh")]
    beside += [c for child in verb.rights if child.dep_ == "conj" for c in child.rights if c.dep_ in _BELOW]
    beside += [verb.head] if verb.dep_ == "ccomp" and verb.head.lemma_ == "be" else []
    return any(clause.pos_ in VERBAL and arcs.is_past(clause) for clause in beside)


def _says_in_quotes(verb: Token, would: Token) -> bool:
    """Whether somebody's words stand before a would say: '"Bring a coat," her father would say'."""
    told = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    if told is None or verb.lemma_.lower() not in saying():
        return False
    return told.i < would.i and any(token.is_quote for token in verb.doc.tokens[told.i : would.i])


def _is_condition_of(clause: Token) -> bool:
    """Whether a clause tells in what case something would be done."""
    if clause.dep_ != "advcl":
        return False
    marks = {child.lower_ for child in clause.lefts if child.dep_ in ("mark", "advmod")}
    return bool(marks & _CASES) or arcs.is_inverted(clause)


def _is_planned(word: Token) -> bool:
    """A bill, a proposed tax; under a plan."""
    nouns = (word, *word.lefts, *(word.rights if word.lower_ in ("under", "in") else ()))
    planned = words("drafts", "lemma") | words_of("only planned") | words_of("laid down")
    return any(noun.lemma_.lower() in planned for noun in nouns)


def _is_condition(clause: Token) -> bool:
    """Whether a side clause stands beside, which may tell in what case: not "went on *to win*"."""
    return clause.dep_ == "advcl" and not has_to(clause)


def _is_of_then(phrase: Token) -> bool:
    """As a boy, in those days."""
    for noun in (child for child in phrase.rights if child.dep_ == "pobj"):
        if phrase.lower_ == "as" and noun.lower_ in words_of("once young"):
            return True
        if phrase.lower_ == "in" and noun.lower_ in _DAYS and any(child.lower_ == "those" for child in noun.lefts):
            return True
    return False
