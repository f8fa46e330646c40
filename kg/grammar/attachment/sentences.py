"""Two clauses that the parser made one of, and one that it made two of: subjects and main verbs found again."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, has_subject
from kg.parse import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_ARGUMENTS = frozenset({"dobj", "pobj", "conj"})
_LINKS = frozenset({"and", "but"})
_TIMES = frozenset({"DATE", "TIME"})
_REAL_HELPERS = frozenset({"be", "have", "do", "get", "go", "need", "dare", "use", "ought", "keep", "let"})
_FEELING = frozenset({"felt", "feels", "feel", "looked", "looks", "seemed", "seems"})
_PERFECT = frozenset({"has", "have", "had"})
_MARKS = frozenset({"since", "until", "before", "after"})


@at(tags=FINITE, none_below=SUBJECTS)
def second_clause(verb: Token) -> Iterator[Arc]:
    """ "The pound fell against the dollar and bonds *rose*": who rose stands behind the "and", and is no object."""
    if verb.dep_ != "advcl" or verb.tag_ == "MD" or any(_openers(verb)):
        return
    doc, top = verb.doc, verb.head
    link = next((t for t in reversed(doc[top.i + 1 : verb.i]) if t.pos_ == "VERB" or t.lower_ in _LINKS), None)
    if link is None or link.lower_ not in _LINKS or link.head.pos_ not in _NOUNS:
        return
    first, behind = link.head, doc[link.i + 1 : verb.i]
    nouns = [t for t in behind if t.pos_ in _NOUNS and t.dep_ in _ARGUMENTS and t.head not in behind]
    if not nouns or nouns[-1].right_edge.i != verb.i - 1:
        return
    noun = nouns[-1]
    if noun.dep_ != "conj":  # "the dollar and government bonds" as one phrase
        yield first, noun.head, noun.dep_
        yield from ((c, first, c.dep_) for c in [*noun.lefts] if c.i < first.i)
        yield from ((c, noun, "compound") for c in [*first.rights] if c.dep_ == "conj" and c.i < noun.i)
    above = next((t for t in first.ancestors if t.pos_ in VERBAL and has_subject(t)), top)
    yield link, above, "cc"
    yield noun, verb, "nsubj"
    yield verb, above, "conj"


def _openers(verb: Token) -> Iterator[Token]:
    return (c for c in verb.lefts if c.dep_ in ("mark", *SUBJECTS, *HELPERS) or c.tag_ in ("WRB", "WDT", "WP", "IN"))


@at(below="mark nsubj", above="relcl")
def after_dawn(verb: Token) -> Iterator[Arc]:
    """ "Members who had waited since dawn *cheered*.": the main verb; no dawn cheers."""
    mark = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ in _MARKS), None)
    time = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.ent_type_ in _TIMES), None)
    root = verb.sent.root
    if mark is None or time is None or verb.dep_ != "advcl" or root.pos_ not in (*_NOUNS, "NUM") or has_subject(root):
        return
    above = verb.head
    if above.dep_ != "relcl" or not root.is_ancestor(above):
        return
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    yield verb, verb, "ROOT"
    yield root, verb, "nsubj"
    yield mark, above, "prep"
    yield time, mark, "pobj"
    yield from ((c, verb, c.dep_) for c in [*root.rights] if c.i > verb.i)


@at(tags="VBD", below="nsubj", above="ROOT")
def said_behind(verb: Token) -> Iterator[Arc]:
    """ "He rang five times, the inquest *heard*.": what was heard, and no second thing that happened."""
    first = verb.head
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if verb.dep_ != "conj" or first.dep_ != "ROOT" or subject is None or not verb.i or first.i > subject.i:
        return
    is_last = all(t.is_punct for t in verb.doc[verb.i + 1 : verb.sent.end])
    is_set_off = subject.left_edge.i > 0 and subject.left_edge.nbor(-1).text == ","
    if is_last and is_set_off and verb.lemma_.lower() in wordlists.saying():
        yield verb, verb, "ROOT"
        yield first, verb, "ccomp"
        yield from ((c, verb, c.dep_) for c in [*first.rights] if c.is_punct and c.i > subject.left_edge.i - 2)
        yield from ((c, first, c.dep_) for c in [*verb.lefts] if c.i < subject.left_edge.i and not c.is_punct)


@at(tags=PAST, none_below=SUBJECTS)
def perfect(verb: Token) -> Iterator[Arc]:
    """ "Had "more than once" *led* to it": a helper and its verb, with words between."""
    helper = verb.head
    if helper.lemma_ != "have" or helper.pos_ not in VERBAL or has_subject(verb):
        return
    if any(c.dep_ in ("aux", "mark", "dobj") for c in (*verb.lefts, *helper.children)):
        return
    verb.tag_ = "VBN"
    yield verb, verb if helper.dep_ == "ROOT" else helper.head, helper.dep_
    yield from ((c, verb, c.dep_) for c in [*helper.children] if c != verb)
    yield helper, verb, "aux"


@at(above="dobj", is_behind=False)
def perfect_before(word: Token) -> Iterator[Arc]:
    """ "Had *drunk* alcohol", "had *undergone* repairs": a verb, and no kind of alcohol."""
    noun = word.head
    helper = noun.head
    if word.lower_ not in wordlists.words("perfects", "word") or word.i > noun.i or noun.left_edge != word:
        return
    if helper.lemma_ != "have" or noun.dep_ != "dobj" or word.i != helper.i + 1 or helper.pos_ not in VERBAL:
        return
    word.tag_, word.pos_ = "VBN", "VERB"
    word.lemma_ = wordlists.values("perfects", "word", "lemma")[word.lower_]
    yield from _in_place_of(helper, word, noun)


def _in_place_of(helper: Token, verb: Token, thing: Token) -> Iterator[Arc]:
    """The arcs of a "have" that was taken for a main verb, at the participle behind it, which has the object."""
    yield verb, verb if helper.dep_ == "ROOT" else helper.head, helper.dep_
    yield from ((c, verb, c.dep_) for c in [*helper.children] if c != thing)
    yield thing, verb, "dobj"
    yield helper, verb, "aux"


@at(tags="VBN", above="dobj", is_behind=False)
def perfect_for_years(word: Token) -> Iterator[Arc]:
    """ "Has *packed* pies in Leeds for 19 years": what somebody has done so long, and no kind of pies."""
    noun = word.head
    helper = noun.head
    if helper.lower_ not in _PERFECT or noun.dep_ != "dobj" or word.i != helper.i + 1 or noun.left_edge != word:
        return
    lasting = [c for above in (helper, noun) for c in above.rights if c.dep_ == "prep" and c.lower_ in ("for", "since")]
    if not any(t.ent_type_ == "DATE" for c in lasting for t in c.rights) or helper.pos_ not in VERBAL:
        return
    word.pos_ = "VERB"
    yield from _in_place_of(helper, word, noun)


@at(tags="VBN", above="pobj", is_behind=False)
def perfect_since(word: Token) -> Iterator[Arc]:
    """ "Has *since* fitted cameras": what was done since then, and no cameras from which on."""
    noun, since = word.head, word.head.head
    helper = since.head
    if since.lower_ != "since" or helper.lower_ not in _PERFECT or word.i != since.i + 1 or since.i != helper.i + 1:
        return
    if noun.left_edge != word or noun.ent_type_ in _TIMES:
        return
    word.pos_ = "VERB"
    yield from _in_place_of(helper, word, noun)
    yield since, word, "advmod"


@at(tags="VBD VBZ VBP", is_behind=False)
def no_helper(word: Token) -> Iterator[Arc]:
    """ "They *felt* vindicated", "Toddler *survives* fall": a verb of its own, and no helper of the next word."""
    other = word.head
    if word.lemma_.lower() in _REAL_HELPERS or other.i != word.i + 1:
        return
    is_state = other.tag_ == "VBN" and word.lower_ in _FEELING
    is_thing = other.tag_ in ("VB", "VBP") and word.tag_ == "VBZ"
    if not is_state and not is_thing:
        return
    word.pos_ = "VERB"
    yield word, word if other.dep_ == "ROOT" else other.head, other.dep_
    yield from ((c, word, c.dep_) for c in [*other.lefts] if c != word)
    yield from ((c, word, c.dep_) for c in [*other.rights] if c.is_punct)
    if is_state:
        other.tag_, other.pos_, other.lemma_ = "JJ", "ADJ", other.lower_
        yield other, word, "acomp"
    else:
        other.tag_, other.pos_ = "NN", "NOUN"
        yield other, word, "dobj"


@at(tags="VBD", none_below=SUBJECTS)
def found_so_and(verb: Token) -> Iterator[Arc]:
    """ "Described it as strange and *urged* dealers to wait": no strange dealers."""
    adjective = verb.head
    if adjective.dep_ == "oprd" and adjective.pos_ == "ADJ" and adjective.head.pos_ in VERBAL:
        yield from _beside(verb, adjective.head, adjective)  # "called it fair and *thanked* the staff"
        return
    noun = adjective.head
    marker = noun if noun.lower_ == "as" else noun.head
    if adjective.pos_ != "ADJ" or marker.lower_ != "as" or marker.head.pos_ not in VERBAL:
        return
    if has_subject(verb) or (noun != marker and noun.i < verb.i):
        return
    yield from _beside(verb, marker.head, adjective)
    if noun != marker:
        yield adjective, marker, "amod"
        yield noun, verb, "dobj"
        behind = [c for relative in noun.rights if relative.dep_ == "relcl" for c in relative.rights]
        yield from ((c, verb, "xcomp") for c in behind if c.dep_ == "advcl" and c.tag_ == "VB")


def _beside(verb: Token, first: Token, adjective: Token) -> Iterator[Arc]:
    """The verb as the next one of the first, with the "and" that the adjective before it had."""
    yield verb, first, "conj"
    yield from ((c, first, "cc") for c in adjective.rights if c.dep_ == "cc" and c.i < verb.i)


@at(tags="NNP NNPS")
def gapped(name: Token) -> Iterator[Arc]:
    """ "Advised by Orlo and *Tarn* by Lund": Tarn was advised, by Lund, and advised nobody."""
    first = name.head
    marker = name.doc[name.i + 1] if name.i + 1 < name.sent.end else name
    if name.pos_ != "PROPN" or first.dep_ != "pobj" or first.head.lower_ != "by" or marker.lower_ != "by":
        return
    if not any(c.pos_ == "PROPN" for c in marker.rights):
        return
    if marker.head == first.head.head and not any(name.rights):
        yield name, first.head.head, "dep"
        yield marker, name, "prep"
