"""Adjectives behind a noun that tell how something was made, found or left, and which the parser hangs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import ADJECTIVES, PAST, at
from kg.grammar.kinds import is_person
from kg.grammar.phrases import NOUNS, PLACE_LABELS, TIMES, VERBAL, and_conjuncts
from kg.grammar.verbs import HELPERS, SUBJECTS, has_to, is_headline, is_passive
from kg.parse import Token


@at(tags=ADJECTIVES, is_behind=True)
def found_so(adjective: Token) -> Iterator[Arc]:
    """ "Made floods *likely*", "found Lund and his wife, Ann, *guilty*": what they were made or found to be."""
    verb = adjective.head
    if adjective.dep_ == "amod":
        if adjective.i < verb.i:
            return
        verb = next((t for t in verb.ancestors if t.pos_ in VERBAL), verb)
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < adjective.i), None)
    is_clause = any(c.dep_ in ("mark", "cop", "aux") or c.tag_ == "WRB" for c in adjective.lefts)
    is_predicating = verb.lemma_.lower() in wordlists.words("predicating", "lemma")
    if adjective.pos_ != "ADJ" or thing is None or is_clause or not is_predicating:
        return
    if adjective.dep_ == "advcl" or thing == adjective.head or thing.is_ancestor(adjective):
        yield adjective, verb, "oprd"


@at(tags=ADJECTIVES, above="dobj", is_behind=True)
def pulled_alive(adjective: Token) -> Iterator[Arc]:
    """ "Pulled a boy *alive* from it", "reported him *missing*": how he was then, and no kind of boy."""
    person, verb = adjective.head, adjective.head.head
    is_state = (verb.lemma_.lower(), adjective.lower_) in wordlists.states_of_patients()
    if is_state and verb.pos_ in VERBAL and adjective.left_edge.i == person.i + 1:
        yield from ((c, verb, c.dep_) for c in [*adjective.rights] if c.dep_ == "prep")
        yield adjective, verb, "oprd"


@at(tags=ADJECTIVES, below="nsubj", none_below="mark cop aux neg xcomp ccomp")
def found_him_so(adjective: Token) -> Iterator[Arc]:
    """ "Found him *guilty* of fraud": whom they found so, and no clause of what they say."""
    verb = adjective.head
    thing = next((c for c in adjective.lefts if c.dep_ == "nsubj"), None)
    is_next = thing is not None and thing.i == verb.i + 1 and thing.tag_ == "PRP" and thing.lower_ != "it"
    if thing is not None and is_next and verb.lemma_.lower() in wordlists.words("predicating", "lemma"):
        yield thing, verb, "dobj"
        yield adjective, verb, "oprd"


@at(any_below="pcomp xcomp", is_behind=True)
def due_to_do(due: Token) -> Iterator[Arc]:
    """ "Sent to a hotel *due to open* in May": the hotel opens then; not "left due to open rifts"."""
    deed = next((c for c in due.rights if c.dep_ in ("pcomp", "xcomp") and has_to(c)), due)
    noun = due.nbor(-1) if due.i else due
    while noun.dep_ == "pobj" and noun.ent_type_ in (*PLACE_LABELS, *TIMES) and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head  # "a hotel in Holm due to open"
    if deed is due or noun.pos_ not in NOUNS or noun.ent_type_ in TIMES or any(due.lefts):
        return
    due.tag_, due.pos_ = "JJ", "ADJ"
    yield due, noun, "amod"
    yield deed, due, "xcomp"


@at(tags="NN", below="compound", is_behind=True)
def named_head(post: Token) -> Iterator[Arc]:
    """ "Named Ann Lund *head* of research": what she is named, and no kind of head."""
    verb, name = post.head, post.doc.tokens[post.i - 1]
    if name.ent_type_ != "PERSON" or name.head is not post or verb.lemma_.lower() not in wordlists.naming():
        return
    if post.left_edge.i == verb.i + 1 and is_person(post):
        yield from ((c, name, "compound") for c in [*post.lefts] if c != name)
        yield name, verb, "dobj"
        yield post, verb, "oprd"


@at(tags="NN CD", is_behind=True)
def ruled_so(noun: Token) -> Iterator[Arc]:
    """ "Ruled the death *a homicide*", "made Lund *the only bidder*", "a tax that they called *their last*": what it is
    ruled, made or called."""
    verb, opening = noun.head, noun.left_edge
    lemma = verb.lemma_.lower()
    is_naming = lemma in wordlists.naming()
    if not is_naming and lemma not in wordlists.words("predicating", "lemma"):
        return
    things = [c for c in verb.rights if c.dep_ == "dobj" and c.right_edge.i == opening.i - 1]
    if opening.i == verb.i + 1 and is_naming:
        things += [c for c in verb.lefts if c.dep_ == "dobj" and c.tag_ == "WDT"]
    is_one_of = opening is noun and noun.lower_ == "one" and any(c.lower_ == "of" for c in noun.rights)
    is_only = (opening.lower_ == "the" or opening.tag_ == "PRP$") and opening.head is noun
    is_a = opening.lower_ in ("a", "an") and opening.head is noun
    if things and (is_a or (is_naming and (is_one_of or is_only))):
        yield noun, verb, "oprd"


@at(tags=PAST, none_below="nsubj nsubjpass aux auxpass mark dobj agent", is_behind=True)
def kept_so(participle: Token) -> Iterator[Arc]:
    """ "Keep doors and windows *closed*", "left two men *badly hurt*": how they are kept or left, and nothing that is
    said of them."""
    verb, before = participle.head, participle.doc.tokens[participle.left_edge.i - 1]
    if verb.lemma_.lower() not in wordlists.words("leaving_so", "lemma"):
        return
    things = [t for c in verb.rights if c.dep_ == "dobj" for t in and_conjuncts(c)]
    opening = participle.left_edge
    is_next = opening is participle or (opening.i == participle.i - 1 and opening.lower_.endswith("ly"))
    if before in things and is_next:
        participle.tag_ = "VBN"
        yield participle, before, "acl"


def set_alight(state: Token) -> Iterator[Arc]:
    """ "Set the cars *alight*": how they were then, and nothing that is set; in a headline cars that were set so."""
    verb = state.head
    if verb.lemma_.lower() != "set" or state.i < verb.i:
        return
    state.tag_, state.pos_ = "JJ", "ADJ"
    yield state, verb, "oprd"
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is not None and subject.i == verb.i - 1 and state.i == verb.i + 1 and is_headline(verb):
        verb.tag_ = "VBN"
        yield subject, verb, "nsubjpass"


def worth_sum(worth: Token) -> Iterator[Arc]:
    """ "Ordered boats *worth* 9 dollars from Orlo": ordered from there; the boats are worth 9 dollars, and nobody
    ordered a worth."""
    noun = worth.nbor(-1) if worth.i else worth
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ not in VERBAL or worth.head not in (noun, verb):
        return
    if worth.head is verb:
        yield worth, noun, "amod"
        sums = (c for c in verb.rights if c.i > worth.i and c.dep_ == "dobj" and c.ent_type_ == "MONEY")
        yield from ((c, worth, "npadvmod") for c in [*sums][:1])
    yield from ((c, verb, c.dep_) for c in [*worth.rights] if c.dep_ == "prep" and c.i > worth.i + 1)


@at(tags=PAST, none_below=SUBJECTS | HELPERS, is_behind=True)
def believed_so(participle: Token) -> Iterator[Arc]:
    """ "Are feared *drowned*", "was reported *killed*": what they are thought to be; nobody says that they are."""
    verb = participle.head
    is_thought = verb.lemma_.lower() in wordlists.words_of("believed so") and is_passive(verb)
    if is_thought and participle.i == verb.i + 1:
        participle.tag_, participle.pos_ = "JJ", "ADJ"
        yield participle, verb, "oprd"


@at(tags=PAST, none_below=SUBJECTS | HELPERS | {"agent", "mark"}, is_behind=True)
def ordered_so(participle: Token) -> Iterator[Arc]:
    """ "Ordered the man *held* without bail": that he be held; no man is ordered, and none is held yet."""
    above, before = participle.head, participle.doc.tokens[participle.i - 1]
    verb = above.head if participle.dep_ == "acl" else above
    if before.dep_ not in ("dobj", "nsubj") or before.head is not verb or above not in (before, verb):
        return
    is_known = before.pos_ in ("PRON", "PROPN") or any(c.lower_ == "the" or c.dep_ == "poss" for c in before.lefts)
    if is_known and before.i > verb.i and verb.lemma_.lower() in wordlists.words_of("ordering so"):
        participle.tag_, participle.pos_ = "VBN", "VERB"
        yield participle, verb, "ccomp"
        yield before, participle, "nsubj"


@at(tags="NN", below="poss", above_tags="VBD VBN VBZ VBP VB", is_behind=True)
def elected_her(post: Token) -> Iterator[Arc]:
    """ "Elected *her* mayor": whom they elected what; nobody elected a mayor of hers."""
    verb, whom = post.head, post.left_edge
    is_bare = whom.lower_ == "her" and whom.i == verb.i + 1 and post.i == whom.i + 1
    is_named = post.dep_ == "dobj" and verb.lemma_.lower() in wordlists.naming() and is_person(post)
    if is_bare and is_named and post.lemma_.lower() not in wordlists.words_of("somebody's own"):
        whom.tag_, whom.pos_ = "PRP", "PRON"
        yield whom, verb, "dobj"
        yield post, verb, "oprd"


@at(is_behind=True)
def proved_hard(adverb: Token) -> Iterator[Arc]:
    """ "Proved *hard* to sell": what it proved to be."""
    verb = adverb.head
    infinitive = next((c for c in verb.rights if c.dep_ in ("xcomp", "advcl") and has_to(c)), None)
    is_next = infinitive is not None and infinitive.left_edge.i == adverb.i + 1
    if infinitive is not None and is_next and verb.lemma_.lower() in wordlists.words_of("proving so"):
        adverb.tag_, adverb.pos_ = "JJ", "ADJ"
        yield adverb, verb, "acomp"
        yield infinitive, adverb, "xcomp"
