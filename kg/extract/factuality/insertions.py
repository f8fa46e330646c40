"""Insertions: clauses of speech put into somebody else's clause: "The dam, an engineer said, broke"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.own_subjects import QUESTION_TAGS
from kg.extract.factuality.arcs import has_perfect, is_past
from kg.extract.factuality.complements import complement_kind
from kg.extract.factuality.holders import voices
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.negation import negative_word
from kg.extract.factuality.quotations import is_speech_verb
from kg.extract.factuality.speaker_order import is_in_phrase, opens_words
from kg.grammar.kinds import is_people
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import FINITE, SUBJECTS, is_passive, verb_forms
from kg.parse import Token

_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "aux", "attr", "acomp"})  # where the parser hangs inserted clauses
_INSERTED = frozenset({"ccomp", "parataxis", "advcl", "dep", "relcl", "acl", "conj", "intj", "appos"})
_ASKED = frozenset({"ccomp", "pcomp", "acl"})  # where a question hangs
_HELPING = frozenset({"be", "have", "do"})
_CLAUSE_MARKS = frozenset({";", ":"})  # behind them another clause begins: "It was late; the search goes on"


def inserted_voices(verb: Token, lexicon: Lexicon) -> Iterator[tuple[tuple[Token, ...], Token]]:
    """Holders and verb of each clause of speech that is put into a verb's clause between commas."""
    places = [verb] if _PLACES.isdisjoint(verb.below) else [verb, *(c for c in verb.children if c.dep_ in _PLACES)]
    for place in places:
        if not _INSERTED.isdisjoint(place.below):
            for child in place.children:
                if child.pos_ in VERBAL and is_inserted(child, lexicon):
                    yield voices(child, lexicon), child
    yield from _misread_voices(verb, lexicon)


def _misread_voices(verb: Token, lexicon: Lexicon) -> Iterator[tuple[tuple[Token, ...], Token]]:
    """The say of "who police say shot two guards", taken for an auxiliary, and its subject for a second one."""
    for helper in verb.lefts if "aux" in verb.below else ():
        if (
            helper.dep_ == "aux"
            and helper.tag_ in FINITE
            and helper.lemma_ not in _HELPING
            and lexicon.has("speech", verb_forms(helper))
        ):
            own = [child for child in verb.lefts if child.dep_ in SUBJECTS and child.i < helper.i]
            yield tuple(own[-1:]) if len(own) > 1 else (), helper


def is_inserted(verb: Token, lexicon: Lexicon) -> bool:
    """A verb of speech put into somebody else's clause between commas: "The dam, an engineer said, broke"."""
    if verb.dep_ not in _INSERTED or not (is_speech_verb(verb, lexicon) or _is_parenthesis(verb, lexicon)):
        return False
    if is_denial(verb, lexicon):
        return False  # "Oslo says Riga shelled the mill, a charge Riga denies"
    is_before = verb.i < verb.head.i and not _is_between(verb)
    if is_speech_verb(verb.head, lexicon) and is_before and not is_passive(verb.head):
        return False  # itself the words of the other: "They told us they won," she said
    return _lacks_words(verb, lexicon) and _stands_apart(verb)


def is_denial(verb: Token, lexicon: Lexicon) -> bool:
    """The denies of "Police said he fired, a charge he denies"."""
    content = lexicon.signature("verbs", verb_forms(verb), "that")
    return content is not None and content.if_positive == "c-"


def stands_in_denied(verb: Token, denied: Token) -> bool:
    """Whether a verb of speech stands in a clause that is denied: "little of which, critics say, has been spent"; not
    "at a cost, he says, of £2 million, there is no menu", nor before a semicolon."""
    first, last = sorted((verb.i, denied.i))
    is_parted = any(token.text in _CLAUSE_MARKS for token in verb.doc.tokens[first:last])
    return not is_parted and not is_in_phrase(verb.doc, verb.i + 1)


def is_of_lower(word: Token, verb: Token) -> bool:
    """Whether "as X told them" is of the question before it and of nothing above that: "asked it to find out whether
    the lift was checked, *as a guard said*"; not "is deciding whether to close it, as the union said"."""
    between = [t for t in verb.doc.tokens[verb.i : word.left_edge.i] if t.pos_ in VERBAL]
    below = [t for t in between if t.i == verb.i or any(above.i == verb.i for above in t.ancestors)]
    asked = (t for t in below if complement_kind(t) == "wh" and t.dep_ in _ASKED)
    return any(is_past(t) or has_perfect(t) for t in asked)


def _is_parenthesis(verb: Token, lexicon: Lexicon) -> bool:
    """The firm, the court heard, sold faulty brakes; the firm sold faulty brakes, the court heard on Monday."""
    if verb.tag_ not in FINITE or verb.i + 1 == len(verb.doc):
        return False
    is_last = all(token.is_punct or token.is_space for token in verb.doc.tokens[verb.right_edge.i + 1 : verb.sent.end])
    if verb.nbor(1).text != "," and not (is_last and verb.i > verb.head.i):
        return False
    return lexicon.has("inserting", verb_forms(verb))


def _lacks_words(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of speech has no words of its own beside it, so that those around it are meant."""
    content = lexicon.signature("verbs", verb_forms(verb), "that")
    if content is not None and content.if_positive == "d":
        return False  # "as lenders had demanded"
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.lefts):
        return False
    if verb.dep_ == "conj" and any(child.dep_ == "cc" for child in verb.head.rights):
        return False
    if any(c.dep_ in SUBJECTS and negative_word(c, lexicon) is not None for c in verb.lefts):
        return False  # "A quake hit Orlo, no damage reported"
    taken = {child.dep_ for child in verb.rights}
    is_addressing = lexicon.has("addressing", (verb.lemma_.lower(),))
    return not taken & {"ccomp", "xcomp"} and ("dobj" not in taken or is_addressing)


def _is_between(verb: Token) -> bool:
    """Whether only a subject and a verb stand between two commas before the subject of what is told: "Later, he said,
    she asked for a bus"."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    following = verb.doc.tokens[verb.i + 1 : verb.i + 2]
    if subject is None or subject.left_edge.i <= verb.sent.start + 1 or not following or following[0].text != ",":
        return False
    is_behind = any(child.dep_ in SUBJECTS and child.i > verb.i for child in verb.head.lefts)
    return subject.left_edge.text_before == "," and is_behind


def _stands_apart(verb: Token) -> bool:
    """Whether it has a subject and follows a comma, or "as"."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ in QUESTION_TAGS or subject.lower_ == "that":
        return False
    if any(word.tag_ in ("WDT", "WP", "WP$") for word in (*verb.lefts, *subject.subtree)):
        return False  # "The firm, which rivals claim sold below cost, gained", "bats, one of which was described,"
    marks = [child.lower_ for child in verb.lefts if child.dep_ == "mark"]
    if any(mark != "as" for mark in marks):
        return False
    if marks and subject.dep_ == "nsubjpass" and subject.pos_ == "NOUN" and not is_people(subject):
        return False  # "She wept as the verdicts were read out"
    start = min(verb.left_edge.i, subject.left_edge.i)
    end = verb.right_edge.i + (verb.right_edge.text != ",")
    if is_in_phrase(verb.doc, end):
        return False
    if end < len(verb.doc) and verb.doc[end].text == ",":
        start = min(verb.i, subject.left_edge.i)  # "On Monday, Orr told police, the car was stolen"
    before = verb.doc[start] if verb.doc[start].is_punct or start == 0 else verb.doc[start - 1]
    if before.i > verb.sent.start and before.text == "," and opens_words(before.nbor(-1)) and not marks:
        return False  # "left because, he said, it was late": of the clause that "because" opens
    return bool(marks) or (before.is_punct and before.text not in _CLAUSE_MARKS)
