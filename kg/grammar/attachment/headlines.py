"""Clauses with "as", of headlines above all, which have no article or full stop to tell them by."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.verbs import HELPERS, NOMINAL_SUBJECTS, SUBJECTS, has_to, is_headline
from kg.grammar.wordlists import gerund_compounds, known_verbs, noun_verbs
from kg.parse import Token

_BEHIND_VERB = frozenset({"IN", "DT", "PRP$", "TO"})


@at(any_below=NOMINAL_SUBJECTS)
def as_happens(root: Token) -> Iterator[Arc]:
    """ "Mill to close *as sales fall*", "Clerk held for theft *as mayor is told to go*": two clauses, and the first is
    the main one; the mayor is told, and no clerk."""
    subject = next((c for c in root.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or root.pos_ not in VERBAL or not is_headline(root):
        return
    told = next((c for c in subject.rights if c.dep_ in ADNOMINAL and (c.tag_ == "VBN" or has_to(c))), None)
    marker = next((c for c in told.rights if c.lower_ == "as" and c.dep_ == "prep"), None) if told is not None else None
    if told is None or marker is None:
        return
    second = next((c for c in root.lefts if c.dep_ in SUBJECTS and c.left_edge.i == marker.i + 1), None)
    noun = second or next((c for c in marker.rights if c.dep_ == "pobj"), None)
    first = next((c for c in root.lefts if c.dep_ in HELPERS), root)
    if noun is None or noun.right_edge.i != first.i - 1:
        return
    yield told, told, "ROOT"
    yield subject, told, "nsubj" if has_to(told) else "nsubjpass"
    yield root, told, "advcl"
    yield marker, root, "mark"
    yield noun, root, "nsubjpass" if first.dep_ == "auxpass" else "nsubj"


@at(tags="VBP VBZ VBD", above="pobj", is_behind=False)
def as_shows(verb: Token) -> Iterator[Arc]:
    """ "Firm misses its aim as test data *show* leaks": a clause, and no kind of leaks."""
    noun, subject = verb.head, verb.nbor(-1) if verb.i else verb
    marker = noun.head
    if marker.lower_ != "as" or marker.head.pos_ not in VERBAL or subject.i <= marker.i or not is_headline(verb):
        return
    yield verb, marker.head, "advcl"
    yield marker, verb, "mark"
    yield from ((c, subject, c.dep_) for c in [*verb.lefts, *noun.lefts] if marker.i < c.i < subject.i)
    yield subject, verb, "nsubj"
    yield noun, verb, "dobj"


@at(tags="NNS", below="compound", above="prep")
def as_retreats(verb: Token) -> Iterator[Arc]:
    """ "Orlo sold its mine, as the world's biggest miner *retreats* from coal": what it does, and no role of Orlo."""
    marker, subject = verb.head, verb.nbor(-1) if verb.i else verb
    behind = verb.doc.tokens[verb.i + 1 : verb.i + 2]
    is_verb = verb.lower_ in noun_verbs() and any(token.tag_ in _BEHIND_VERB for token in behind)
    is_one = subject.dep_ == "compound" and subject.head is verb and subject.tag_ == "NN"
    if marker.lower_ != "as" or not is_verb or not is_one or marker.text_before != ",":
        return
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", noun_verbs()[verb.lower_]
    yield verb, marker.head, "advcl"
    yield marker, verb, "mark"
    yield from ((c, subject, c.dep_) for c in [*verb.lefts] if marker.i < c.i < subject.i)
    yield subject, verb, "nsubj"


@at(tags="VBG", above="npadvmod appos dobj", above_tags="NN NNS NNP", is_behind=False)
def as_follows(deed: Token) -> Iterator[Arc]:
    """ "Strike kills three in Holm, *wounding* guard": what it did besides, and no kind of guard."""
    thing = deed.head
    main = next((t for t in thing.ancestors if t.pos_ in VERBAL), None)
    if deed.dep_ not in ("amod", "compound") or main is None or deed.text_before != "," or not is_headline(deed):
        return
    before = [c for c in thing.lefts if c.i < deed.i and not c.is_punct]
    is_sum = len(before) == 1 and before[0].dep_ == "nummod" and thing.head is main  # "kills *five*, closing road"
    is_first = not before and thing.dep_ != "dobj"
    is_done = deed.lemma_.lower() in known_verbs() and (deed.lower_, thing.lower_) not in gerund_compounds()
    if not is_done or not (is_first or is_sum) or main.i > deed.i or SUBJECTS.isdisjoint(main.below):
        return
    deed.pos_ = "VERB"
    yield deed, main, "advcl"
    yield from ((c, main, "dobj") for c in before)
    yield from ((c, main, "punct") for c in [*thing.lefts] if c.text == ",")
    yield thing, deed, "dobj"
