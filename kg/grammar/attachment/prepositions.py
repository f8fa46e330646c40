"""Prepositions that a verb asks for, though the parser hangs them on its object."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.attachment.valency import asks
from kg.grammar.doers import is_way, tells_how
from kg.grammar.kinds import PLACE_CLASSES
from kg.grammar.phrases import AMOUNTS, NOUNS, SITE_LABELS, TIMES, VERBAL, in_one_name
from kg.grammar.told import acts, may_withhold_too, tells_no_more, thinks_not
from kg.grammar.verbs import (
    HELPERS,
    NOMINAL_SUBJECTS,
    OBJECTS,
    ends_with_stop,
    has_to,
    verb_forms,
)
from kg.grammar.wordlists import class_told_by
from kg.parse import Doc, Token

_BELOW = frozenset({"acl", "relcl", "xcomp", "advcl", "pobj", "dobj", "prep", "pcomp", "attr", "appos"})
_WHERE = frozenset({"in", "at", "on", "near", "outside", "inside"})
_OF_VERB = frozenset({"dobj", "xcomp", "ccomp", "prt", "acomp", "advcl", "auxpass", "neg"})  # what a noun lacks
_ONE_SENSE = frozenset({"with", "from"})
_ONLY_VERBS = frozenset({"be", "become", "believe"})
_BARE_MARKS = frozenset({"with", "without", "as", "if", "though", "although", "than"})  # "as told by"


@at(below="pcomp", above="pobj advmod")
def blamed_for(preposition: Token) -> Iterator[Arc]:
    """ "Was criticised during the trial *for* failing to act": what for, and no trial for it; "accused the owner of a
    quarry nearby *of* dumping rubble"."""
    noun = preposition.head
    verb = next((t for t in noun.ancestors if t.pos_ in VERBAL), noun)
    is_next = verb.i < noun.i < preposition.i or noun.head.head is verb
    is_asked = (verb.lemma_.lower(), preposition.lower_) in wordlists.controllers()
    if not is_next or not is_asked or preposition.i < noun.i or asks(noun, preposition):
        return
    yield preposition, verb, "prep"
    whom = next((c for c in verb.rights if c.dep_ == "dobj"), verb)
    same = (c for c in [*verb.rights] if c.lower_ == preposition.lower_ and c.i == whom.i + 1 and "pobj" in c.below)
    yield from ((c, whom, "prep") for c in same)


@at(above="appos conj", is_behind=True)
def behind_apposition(preposition: Token) -> Iterator[Arc]:
    """ "Accused Orlo, the town's largest mill, *of dumping* lead", "fined Orr, 40, a clerk, *for* it": the commas close
    what Orlo is; "signed the striker Ann Orr *from* Orlo"."""
    noun = preposition.head
    is_called = noun.dep_ == "appos" and noun.left_edge.text_before != ","
    while noun.dep_ in ("appos", "conj") and noun.head.pos_ in NOUNS:
        noun = noun.head
    verb = noun.head
    if (
        not (is_called or preposition.text_before == ",")
        or noun.dep_ not in ("dobj", "nsubjpass")
        or verb.i > preposition.i
    ):
        return
    if verb.pos_ in VERBAL and (verb.lemma_.lower(), preposition.lower_) in wordlists.verb_prepositions():
        yield preposition, verb, "prep"


@at(below="pcomp", above_tags="VBD VBZ VBP VB VBN", is_behind=True)
def kept_from(preposition: Token) -> Iterator[Arc]:
    """ "Asked for an order barring Lund *from running* a firm": it bars him from that; they ask for an order."""
    whom = preposition.nbor(-1)
    inner, asked = whom.head, (whom.head.lemma_.lower(), preposition.lower_)
    if preposition.lower_ != "from" or whom.dep_ != "dobj" or inner.tag_ != "VBG" or inner is preposition.head:
        return
    if preposition.head.is_ancestor(inner) and asked in wordlists.controllers():
        yield preposition, inner, "prep"


@at(above="dobj dative pobj")
def asked_for(preposition: Token) -> Iterator[Arc]:
    """ "Accused the tenants [of lying]", "blamed the defeat [on rising prices]"."""
    inner = preposition.head
    noun = _whole(inner)
    if preposition.dep_ != "prep" or noun.dep_ not in ("dobj", "dative") or noun.i > preposition.i:
        return
    if inner != noun and asks(inner, preposition):
        return  # "blamed the cost of attacks on ships"
    if in_one_name(noun, preposition) or any(c.dep_ == "dobj" and c.i < noun.i for c in noun.head.rights):
        return  # "alerted the Department of Trade", "accused him of shelling a town, a breach of the truce"
    later = [t for t in (*noun.rights, *noun.head.rights) if t.lower_ == preposition.lower_ and t.i > preposition.i]
    is_group = noun.lemma_.lower() in wordlists.words("collectives", "word")
    is_deed_later = any(t.lower_ == "of" and "pcomp" in t.below for t in preposition.subtree if t != preposition)
    if preposition.lower_ == "of" and (later or is_group or is_deed_later):
        return  # "accused the republic of Duran of shelling", "warned a crowd of nurses"
    if (noun.head.lemma_.lower(), preposition.lower_) in wordlists.verb_prepositions():
        yield preposition, noun.head, "prep"


def _whole(noun: Token) -> Token:
    """The spread of "the spread of the disease"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in NOUNS:
        noun = noun.head.head
    return noun


@at(tags="NN NNS NNP VB JJ", below="aux", none_below=_OF_VERB)
def to_noun(noun: Token) -> Iterator[Arc]:
    """ "Amounts *to amnesty*", "rides a bicycle *to work*", "cut its view *to "sell"*", "a vow made *to state*
    officials": what is no verb stands behind a preposition."""
    marker = next((c for c in noun.lefts if c.dep_ == "aux" and c.lower_ == "to"), None)
    if noun.lower_ in _ONLY_VERBS:
        noun.tag_, noun.pos_ = "VB", "VERB"  # "turned out to *be* a trap"
        return
    if marker is None or any(not t.is_quote for t in noun.doc.tokens[marker.i + 1 : noun.i]):
        return
    is_quoted = noun.i > marker.i + 1 and any(t.is_quote for t in noun.doc.tokens[noun.i + 1 : noun.i + 2])
    if noun.tag_ == "VB" and not is_quoted and not _is_thing_behind(noun.head, noun):
        return
    whole = noun.head if noun.dep_ == "compound" else noun
    marker.tag_, marker.pos_ = "IN", "ADP"
    if noun.tag_ == "VB":
        noun.tag_, noun.pos_ = "NN", "NOUN"
    yield marker, whole.head, "prep"
    yield whole, marker, "pobj"


def _is_thing_behind(verb: Token, word: Token) -> bool:
    words = wordlists.values("to_things", "lemma", "word")
    only = next((words[form] for form in verb_forms(verb) if form in words), None)
    is_taken = not OBJECTS.isdisjoint(verb.below) or any(c.lower_ == "to" and c.dep_ == "prep" for c in verb.rights)
    return only == word.lower_ or (only == "" and not is_taken)  # "belonging to guests, to pay for it"


@at(above="ccomp")
def said_when(preposition: Token) -> Iterator[Arc]:
    """ "Said *on Tuesday* it would close a mill": when it was said."""
    verb = preposition.head
    sayer = verb.head
    if verb.dep_ != "ccomp" or preposition.i != sayer.i + 1:
        return
    subject = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    if subject is None or preposition.i > subject.i:
        return
    is_day = any(c.dep_ == "pobj" and c.ent_type_ in TIMES for c in preposition.rights)
    if is_day and sayer.lemma_.lower() in wordlists.saying():
        yield preposition, sayer, "prep"


@at(above=_BELOW)
def set_off(preposition: Token) -> Iterator[Arc]:
    """ "Approved a plan to sell the mill, *despite* protests": they approved it so; no plan was made so."""
    verb = preposition.head
    if preposition.text_before != "," or verb.pos_ != "VERB" or verb.i > preposition.i:
        return
    is_comment = preposition.lower_ == "in" and any(
        c.dep_ == "pobj" and c.lemma_.lower() in wordlists.words("comment_nouns", "lemma") for c in preposition.rights
    )
    is_circumstance = preposition.lower_ in wordlists.words("circumstances", "word")
    if not is_comment and not (is_circumstance and has_to(verb)):
        return
    above = verb
    while above.dep_ in _BELOW or above.pos_ not in VERBAL:
        above = above.head
    if above != verb and above.i < verb.i:
        yield preposition, above, "prep"


def by_means(preposition: Token) -> Iterator[Arc]:
    """ "Said *by telephone*", "left *by* a back door": a means or a way, and nobody who does it."""
    if any(noun.dep_ == "pobj" and tells_how(noun) for noun in preposition.rights):
        verb = preposition.head
        yield preposition, verb, "prep"
        if "auxpass" not in verb.below and any(noun.dep_ == "pobj" and is_way(noun) for noun in preposition.rights):
            yield from _going(verb)


def _going(verb: Token) -> Iterator[Arc]:
    """ "The mayor, sworn in today, *left* by a side door": who goes by a way is not taken there."""
    yield from ((c, verb, "nsubj") for c in [*verb.lefts] if c.dep_ == "nsubjpass")
    noun = verb.head
    is_main = noun.dep_ == "ROOT" and noun.pos_ in NOUNS and noun.right_edge == noun.sent.last
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and is_main and ends_with_stop(noun):
        verb.tag_ = "VBD"
        yield verb, verb, "ROOT"
        yield from ((c, verb, c.dep_) for c in [*noun.rights] if c.is_punct and c.i > verb.i)
        yield noun, verb, "nsubj"


@at(above_tags="VBD VBZ VBP VB")
def by_maker(preposition: Token) -> Iterator[Arc]:
    """ "The judge dismissed a suit *by* tenants": whose suit it is; what has an object is not done by anybody."""
    verb = preposition.head
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < preposition.i), None)
    if thing is not None and "nsubj" in verb.below and not HELPERS & verb.below:
        yield preposition, thing, "prep"


@at(above="relcl advcl ccomp")
def by_active(preposition: Token) -> Iterator[Arc]:
    """ "The clinic, where surgeons operated *by* torchlight": a clause with a conjunction and no helper is active."""
    verb = preposition.head
    opens = any(c.tag_ == "WRB" or (c.dep_ == "mark" and c.lower_ not in _BARE_MARKS) for c in verb.lefts)
    if opens and "nsubj" in verb.below and not HELPERS & verb.below and ends_with_stop(verb):
        verb.tag_ = "VBD"
        yield preposition, verb, "prep"


def by_how_much(preposition: Token) -> Iterator[Arc]:
    """ "Cut the cost of moving grain *by 40 percent*": so much it was cut; the grain was not moved so."""
    noun = preposition.head
    if preposition.lower_ != "by" or noun.dep_ not in ("pcomp", "pobj") or noun.head.lower_ != "of":
        return
    verb = noun.head.head.head
    is_sum = any(c.dep_ == "pobj" and c.ent_type_ in AMOUNTS for c in preposition.rights)
    if is_sum and noun.head.head.dep_ == "dobj" and verb.lemma_.lower() in wordlists.words("changing", "lemma"):
        yield preposition, verb, "prep"


@at(above="pobj", above_tags="NN")
def of_bare_noun(preposition: Token) -> Iterator[Arc]:
    """ "Is held without bail *in a jail*": a noun without article, and the place where he is held."""
    noun = preposition.head
    if noun.dep_ != "pobj" or noun.tag_ != "NN" or any(noun.lefts) or noun.ent_type_ or noun.head.lower_ == "of":
        return
    place = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    verb = noun.head.head
    if place is None or verb.pos_ not in VERBAL or preposition.lower_ not in _WHERE or asks(noun, preposition):
        return
    is_place = place.ent_type_ in SITE_LABELS or class_told_by(place.lemma_.lower()) in PLACE_CLASSES
    if is_place or place.ent_type_ in TIMES:
        yield preposition, verb, "prep"


def outside_court(word: Token) -> Iterator[Arc]:
    """ "Said *outside* court": where it was said, and no court that is said."""
    noun = word.head
    verb = noun.head
    is_next = word.i == verb.i + 1 and noun.i == word.i + 1
    is_where = is_next and verb.lemma_.lower() in wordlists.saying() | wordlists.words("intransitive", "lemma")
    if noun.dep_ == "dobj" and noun.left_edge is word and (is_where or (word.tag_ == "IN" and word.i > verb.i + 1)):
        word.tag_, word.pos_ = "IN", "ADP"
        yield word, verb, "prep"
        yield noun, word, "pobj"


@at(is_behind=True)
def behind_inserted(preposition: Token) -> Iterator[Arc]:
    """ "The talks failed, Lund told reporters, *because of* a leak": why they failed, and not why he told it."""
    says = preposition.head
    said = next((c for c in says.lefts if c.dep_ == "ccomp"), None)
    before = next((t for t in (preposition.left_edge, preposition) if t.text_before == ","), None)
    is_listed = preposition.lower_ in wordlists.words("circumstances", "word") or preposition.lower_ == "due"
    is_listed |= preposition.lower_ == "without" and not tells_no_more(preposition)
    if said is None or before is None or not is_listed or preposition.i < says.i:
        return
    if says.lemma_.lower() in wordlists.saying():
        yield preposition, said, "prep"


@at(below="pcomp", is_behind=True)
def without_telling(preposition: Token) -> Iterator[Arc]:
    """ "Said the office was closed, *without giving a reason*", "said it hoped to hire weavers, *without saying when*":
    who said so gave none; the cook may have given none who "had quit without giving a reason"."""
    if preposition.lower_ != "without" or not tells_no_more(preposition):
        return
    first, is_parted = preposition.head, preposition.text_before == ","
    above = (first, *first.ancestors) if is_parted else (first,)
    told = next((t for t in above if t.dep_ == "ccomp" and t.i > t.head.i), first)
    if not is_parted and acts(told) and any(map(may_withhold_too, preposition.rights)):
        return
    if told.dep_ == "ccomp" and told.head.lemma_.lower() in wordlists.saying():
        yield preposition, told.head, "prep"


@at(above="conj pobj")
def shared_with(preposition: Token) -> Iterator[Arc]:
    """ "Shared records of births, deaths and debts *with* two firms": whom they were shared with."""
    noun = last = preposition.head
    while noun.dep_ in ("conj", "pobj", "prep") and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head
    is_own = last.dep_ == "pobj" and asks(last, preposition)
    if noun.dep_ != "dobj" or is_own or verb.pos_ not in VERBAL or in_one_name(last, preposition):
        return
    asked = (verb.lemma_.lower(), preposition.lower_)
    if asked in wordlists.verb_prepositions() and preposition.lower_ in _ONE_SENSE:
        yield preposition, verb, "prep"


@at(tags="NNP NNPS", below="prep")
def day_between(day: Token) -> Iterator[Arc]:
    """ "Was convicted *Friday* of wire fraud": the day stands between the verb and what it asks for."""
    verb = day.nbor(-1) if day.i else day
    preposition = next((c for c in day.rights if c.dep_ == "prep" and c.i == day.i + 1), None)
    if day.ent_type_ != "DATE" or day.pos_ != "PROPN" or verb.pos_ != "VERB" or preposition is None:
        return
    noun, behind = day.head, next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if behind is not None and behind.ent_type_ in TIMES:
        return  # "Friday of last week"
    yield day, verb, "npadvmod"
    yield preposition, verb, "prep"
    if noun != verb and behind is not None and noun.head == verb and noun.dep_ == "dobj" and noun.i == behind.i + 1:
        yield noun, preposition, "pobj"
        yield behind, noun, "compound"


def on_average(word: Token) -> Iterator[Arc]:
    """ "Took *on average* two hours", "scored on *average* 8% more": two words that stand aside."""
    marker = word.nbor(-1) if word.i else word
    verb = next((t for t in word.ancestors if t.pos_ in VERBAL), None)
    if marker.lower_ != "on" or verb is None:
        return
    hosts = [t for t in (word.head, *word.ancestors) if t.head is marker and t is not word]
    marker.tag_, marker.pos_ = "IN", "ADP"
    yield marker, verb, "prep"
    yield word, marker, "pobj"
    yield from ((host, verb, "npadvmod") for host in hosts[:1])


@at(above="npadvmod pobj", is_behind=True)
def behind_day(preposition: Token) -> Iterator[Arc]:
    """ "Was convicted last year *of* fraud", "was found guilty in May *of* theft": of what; no year is of fraud."""
    day = preposition.head
    verb = day.head if day.dep_ == "npadvmod" else day.head.head
    inner = next((c for c in preposition.rights if c.dep_ in ("pobj", "pcomp")), None)
    if day.ent_type_ != "DATE" or inner is None or inner.ent_type_ in TIMES or verb.pos_ not in VERBAL:
        return
    state = next((c for c in verb.rights if c.dep_ in ("oprd", "acomp") and c.pos_ == "ADJ" and c.i < day.i), None)
    if (verb.lemma_.lower(), preposition.lower_) in wordlists.verb_prepositions():
        yield preposition, verb, "prep"
    elif state is not None and preposition.lower_ == "of":
        yield preposition, state, "prep"


def thanks_to(noun: Token) -> Iterator[Arc]:
    """ "Won on Friday *thanks* to a goal": two words of one preposition, and nothing that is won."""
    if noun.lower_ != "thanks":
        return
    following = noun.doc[noun.i + 1 : noun.i + 2]
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if verb is None or (noun.dep_ == "npadvmod" and verb.lemma_.lower() in wordlists.saying()):
        return
    if (verb.i < noun.i or noun.is_sent_start) and any(t.lower_ == "to" for t in following):
        yield noun, verb, "prep"
        yield from ((to, noun, "prep") for to in following)


def paid_to(preposition: Token) -> Iterator[Arc]:
    """ "Pay $3 million to 212 fishermen": no number from three million to 212; but "pay up to £3m"."""
    count = preposition.head
    noun, verb = count.head, count.head.head
    if preposition.lower_ != "to" or preposition.dep_ != "quantmod" or noun.dep_ != "dobj" or count.dep_ != "nummod":
        return
    money = next((t for t in count.lefts if t.dep_ == "quantmod" and t.ent_type_ == "MONEY" and t.tag_ == "CD"), None)
    if money is not None and money.i < preposition.i and noun.lemma_.lower() not in wordlists.words("units", "lemma"):
        yield money, verb, "dobj"
        yield preposition, verb, "prep"
        yield noun, preposition, "pobj"


def inside_names(doc: Doc) -> Iterator[Arc]:
    """A preposition in a name belongs to the name: "filed by Parents *for* Black Mountain", of which nothing is for."""
    for name in doc.spans.get("mentions", []):
        if name.kb_id_ == "name" and len(name) > 2:
            loose = (t for t in name[1:-1] if t.dep_ == "prep" and not name.start <= t.head.i < name.end)
            yield from ((t, t.nbor(-1), "prep") for t in loose)


def to_vote(verb: Token) -> Iterator[Arc]:
    """ "The plan goes to *vote* in May": what is voted on votes for nothing."""
    going = verb.head
    to = next((c for c in verb.lefts if c.lower_ == "to"), verb)
    things = [c for c in going.lefts if c.dep_ in NOMINAL_SUBJECTS]
    if going.lemma_.lower() not in wordlists.words_of("going to vote") or to.i != verb.i - 1:
        return
    if things and all(map(thinks_not, things)) and OBJECTS.isdisjoint(verb.below):
        verb.tag_, verb.pos_ = "NN", "NOUN"
        yield to, going, "prep"
        yield from ((c, going, c.dep_) for c in [*verb.rights] if c.dep_ == "prep")
        yield verb, to, "pobj"
