"""What a thing is named, called, wished or told as, where the parser takes it for a part of another phrase."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, subject_arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import HELPERS, SUBJECTS, has_to, is_passive, tells_margin
from kg.parse import Token

_WISHING = frozenset({"wish", "bid"})
_RIGHTED = frozenset({"do", "get", "put", "set"})
_BESIDE_PARTICIPLE = frozenset({"agent", "advmod"})
_LONGEST_NAME = 7  # words
_CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "acl"})
_GIVEN = frozenset({"bonus", "chance", "contract", "job", "loan", "pardon", "warning"})
_POINTING = frozenset({"that", "this", "these", "those"})
_DOERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_GIVING = frozenset({"make", "vote"})
_ON = frozenset({"on", "upon", "to"})


def _is_told_as(verb: Token) -> bool:
    """Whether a verb may say as what it describes, names or treats its object."""
    return (verb.lemma_.lower(), "as") in wordlists.own_prepositions()


def named_as(marker: Token) -> Iterator[Arc]:
    """ "A man named locally *as* Ann Kerr died", "things listed *as* gifts were stolen": what he is named; the parser
    has it for another clause, whose subject is Kerr."""
    behind = marker.doc.tokens[marker.i + 1 : marker.i + _LONGEST_NAME]
    name = next((t for t in behind if t.dep_ in SUBJECTS and t.left_edge.i == marker.i + 1), None)
    participle = _participle_before(marker)
    if name is None or participle is None or name.head.i < name.i or marker.head not in (name.head, participle):
        return
    verb = name.head
    noun = participle.doc.tokens[participle.i - 1]
    if participle.dep_ == "ROOT" and noun.head is participle and noun.dep_ in SUBJECTS:  # "things listed as gifts"
        above, arc = participle, "ROOT"
    elif participle.dep_ == "acl" and participle.head.dep_ == "ROOT" and verb.head is participle:
        noun, above, arc = participle.head, participle.head, "ROOT"
    elif participle.dep_ == "acl" and participle.head.head is verb:
        noun, above, arc = participle.head, verb, verb.dep_
    else:
        return
    if above is not verb:
        yield verb, verb, arc
        yield noun, verb, subject_arc(verb)
        yield from ((c, verb, c.dep_) for c in [*above.rights] if c.dep_ == "punct" and c is not verb)
        participle.tag_ = "VBN"
        yield participle, noun, "acl"
    marker.pos_ = "ADP"
    yield marker, participle, "prep"
    yield name, marker, "pobj"


def _participle_before(marker: Token) -> Token | None:
    """The "named" of "named by police *as*": alone but for who did it, and how."""
    doc = marker.doc
    for token in reversed(doc.tokens[max(marker.i - 8, 0) : marker.i]):
        if token.tag_ in PAST and _is_told_as(token):
            is_free = HELPERS.isdisjoint(token.below) and token.below.isdisjoint({"dobj", "attr", "oprd"})
            beside = (c for c in token.rights if c.i < marker.i)
            return token if is_free and all(c.dep_ in _BESIDE_PARTICIPLE for c in beside) else None
        if token.is_punct:
            return None
    return None


def named_by_as(marker: Token) -> Iterator[Arc]:
    """ "Identified by the police *as* Ann Kerr": as whom they identified her; the police are nothing."""
    by = marker.head.head
    if marker.lower_ == "as" and by.dep_ == "agent" and by.head.pos_ in VERBAL and _is_told_as(by.head):
        yield marker, by.head, "prep"


def named_by_as_state(marker: Token) -> Iterator[Arc]:
    """ "Described by neighbours *as quiet*": as what he is described; no quiet neighbours."""
    state, doer = marker.head, marker.head.head
    by = doer.head
    if state.i != marker.i + 1 or state.dep_ != "amod" or by.dep_ != "agent" or not _is_told_as(by.head):
        return
    marker.tag_, marker.pos_ = "IN", "ADP"
    yield marker, by.head, "prep"
    yield state, marker, "amod"


def as_said(marker: Token) -> Iterator[Arc]:
    """ "Described that *as* routine", "recorded the leak *as* "minor, contained"": as what; there is no clause."""
    state, verb = marker.head, marker.head.head
    has_own = not state.below.isdisjoint(SUBJECTS | HELPERS | {"cop", "dobj"})
    if has_own or state.i < marker.i or verb.i > marker.i or not _is_told_as(verb) or state.dep_ not in _CLAUSES:
        return
    if state.tag_ not in ("JJ", "JJR", "VBN", "VBD", "NN", "NNS", "RB"):
        return
    things = [c for c in state.lefts if c.lower_ in _POINTING and c.i == verb.i + 1 and c.i == marker.i - 1]
    if not things and "dobj" not in verb.below and not is_passive(verb):
        return
    marker.pos_ = "ADP"
    for thing in things:
        thing.tag_, thing.pos_ = "DT", "PRON"
        yield thing, verb, "dobj"
    yield marker, verb, "prep"
    if state.tag_ in ("VBN", "VBD"):
        state.tag_, state.pos_ = "JJ", "ADJ"
    yield state, marker, "amod" if state.pos_ == "ADJ" else "pobj"


@at(tags="NN NNS", below="nsubj", none_below="cop aux mark", is_behind=True)
def wished(noun: Token) -> Iterator[Arc]:
    """ "Wished the team *good luck*": what somebody was wished."""
    whom = next((c for c in noun.lefts if c.dep_ == "nsubj"), None)
    if whom is not None and noun.head.lemma_.lower() in _WISHING and whom.left_edge.i == noun.head.i + 1:
        yield whom, noun.head, "dative"
        yield noun, noun.head, "dobj"


@at(tags="NN NNS", below="det", is_behind=True)
def branded_so(noun: Token) -> Iterator[Arc]:
    """ "Has branded the group *a menace*": what it is called; nobody gives it one."""
    verb = noun.head
    whom = next((c for c in verb.rights if c.dep_ == "dative" and c.pos_ != "ADP" and c.i < noun.i), None)
    is_next = whom is not None and whom.right_edge.i == noun.left_edge.i - 1
    if whom is not None and is_next and verb.lemma_.lower() in wordlists.naming() and verb.lemma_ not in _GIVING:
        yield whom, verb, "dobj"
        yield noun, verb, "oprd"


def wanted_back(adverb: Token) -> Iterator[Arc]:
    """ "Wants her money *back*": where; the money does nothing."""
    verb = adverb.head
    thing = next((c for c in adverb.lefts if c.dep_ == "nsubj"), None)
    if thing is not None and thing.left_edge.i == verb.i + 1 and adverb.i == thing.i + 1 and not any(adverb.rights):
        adverb.tag_, adverb.pos_ = "RB", "ADV"
        yield thing, verb, "dobj"
        yield adverb, verb, "advmod"


def more_than(than: Token) -> Iterator[Arc]:
    """ "Rose more slowly *than* prices": what the adverb is measured by; nothing rises than them."""
    adverb = than.doc.tokens[than.i - 1] if than.i else than
    is_more = adverb.tag_ == "RBR" or any(c.lower_ in ("more", "less") for c in adverb.lefts)
    if adverb.dep_ == "advmod" and adverb.head is than.head and adverb.pos_ == "ADV" and is_more:
        yield than, adverb, "prep"


def ahead_by(adverb: Token) -> Iterator[Arc]:
    """ "Was a pawn *ahead*", "were two points *behind*": by how much; nobody is a pawn."""
    verb, noun = adverb.head, adverb.doc.tokens[adverb.i - 1]
    is_counted = "nummod" in noun.below or any(c.lower_ in ("a", "an") for c in noun.lefts)
    if verb.lemma_ == "be" and noun.head is verb and noun.dep_ == "attr" and noun.pos_ == "NOUN" and is_counted:
        adverb.tag_, adverb.pos_ = "JJ", "ADJ"
        yield adverb, verb, "acomp"
        yield noun, adverb, "npadvmod"


def aged(word: Token) -> Iterator[Arc]:
    """ "Died *aged 88*": how old; it is no object."""
    number = word.doc.tokens[word.i + 1] if word.i + 1 < len(word.doc) else word
    if number.tag_ == "CD" and word.head.pos_ in VERBAL and number.head in (word, word.head):
        yield word, word.head, "advcl"
        yield number, word, "npadvmod"


def in_writing(writing: Token) -> Iterator[Arc]:
    """ "Was promised *in writing* that she could stay": how; nobody writes."""
    marker, verb = writing.head, writing.head.head
    if marker.lower_ != "in" or verb.pos_ not in VERBAL or writing.i != marker.i + 1 or "dobj" in writing.below:
        return
    writing.tag_, writing.pos_, writing.lemma_ = "NN", "NOUN", "writing"
    yield writing, marker, "pobj"
    yield from ((c, verb, c.dep_) for c in [*writing.rights])


def given_by(preposition: Token) -> Iterator[Arc]:
    """ "Was offered a contract *by the club*", "was asked to sit down *by the chairman*": who offered or asked, and no
    part of the contract's name."""
    thing, verb = preposition.head, preposition.head.head
    doer = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if doer is None or verb.pos_ not in VERBAL or "auxpass" not in verb.below or "agent" in verb.below:
        return
    is_doer = not doer.ent_type_ or doer.ent_type_ in _DOERS
    if not is_doer or thing.i < verb.i or tells_margin(preposition):
        return
    if _may_be_given(thing) if thing.dep_ == "dobj" else _is_bidden(thing):
        yield preposition, verb, "agent"


def _may_be_given(thing: Token) -> bool:
    """Whether a thing is not itself done by somebody: a contract, and no attack."""
    is_made = (thing.lemma_.lower(), "by") in wordlists.noun_prepositions() and "poss" not in thing.below
    return not is_made or thing.lemma_.lower() in _GIVEN


def _is_bidden(deed: Token) -> bool:
    """What somebody was asked or forced to do."""
    bidding = deed.head.lemma_.lower()
    is_bidding = bidding in wordlists.words("bidding", "lemma") or bidding in ("compel", "force", "oblige")
    return is_bidding and deed.dep_ == "xcomp" and has_to(deed) and not is_passive(deed)


def put_right(state: Token) -> Iterator[Arc]:
    """ "Did not put things *right*": how they are then."""
    verb = state.head
    thing = state.doc.tokens[state.i - 1] if state.i else state
    if verb.lemma_ in _RIGHTED and thing.dep_ == "dobj" and thing.head is verb and not any(state.children):
        state.tag_, state.pos_ = "JJ", "ADJ"
        yield state, verb, "oprd"


def of_all_kinds(preposition: Token) -> Iterator[Arc]:
    """ "Sells everything *from nails to boats*": what everything is; nothing is sold to boats."""
    everything = preposition.doc.tokens[preposition.i - 1] if preposition.i else preposition
    if everything.lower_ not in wordlists.words_of("all kinds") or everything.pos_ in VERBAL:
        return
    above = preposition.head
    behind = preposition.right_edge.i + 1
    is_range = any(
        t.lower_ == "to" and t.tag_ != "TO"
        for t in (*preposition.subtree, *preposition.doc.tokens[behind : behind + 1])
    )
    if not is_range or any(c.dep_ == "pcomp" for c in preposition.rights):
        return  # "kept anyone *from speaking*"
    yield preposition, everything, "prep"
    yield from ((c, preposition, "prep") for c in [*above.rights] if c.lower_ == "to" and c.dep_ in ("prep", "dative"))


def relied_on_for(preposition: Token) -> Iterator[Arc]:
    """ "Depends on tourists *for* half of its sales", "looked to Oslo *for* help": what for; no tourists for sales."""
    noun = preposition.head
    marker, verb = noun.head, noun.head.head
    is_asking = marker.lower_ in _ON and verb.lemma_.lower() in wordlists.words_of("relied on for")
    if noun.dep_ == "pobj" and is_asking and verb.pos_ in VERBAL and marker.i == verb.i + 1:
        yield preposition, verb, "prep"


@at(tags="NN NNS NNP", is_behind=True)
def called_so(noun: Token) -> Iterator[Arc]:
    """ "Branded that account *"nonsense"*", "named the ship *Aurora*": what it is called, and no kind of it."""
    verb, opening = noun.head, noun.left_edge
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in wordlists.naming() or opening.i != verb.i + 1:
        return
    if opening.tag_ not in ("DT", "PRP$") and opening.lower_ != "that":
        return
    lefts = [c for c in noun.lefts if not any(c.children) or c.is_quote]
    kinds = [c for c in lefts if c.dep_ in ("compound", "nmod") and c.tag_ == "NN" and c.text.islower()]
    if len(lefts) != len(noun.lefts) or not kinds:
        return
    thing = kinds[-1]
    behind = noun.doc.tokens[thing.i + 1 : noun.i + 1]
    is_name = all(token.text[:1].isupper() for token in behind[:1])
    if not behind or not (behind[0].is_quote or (is_name and behind[0] is not noun)):
        return
    yield thing, verb, "dobj"
    yield from ((c, thing, c.dep_) for c in lefts if c.i < thing.i)
    yield noun, verb, "oprd"
