"""Measures and numbers: what they count, how large, high or often something is, and by which score it was won."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc, subject_arc
from kg.grammar.attachment.sites import ADJECTIVES, PAST, at
from kg.grammar.phrases import ADNOMINAL, COMPARATIVES, CURRENCY_SIGNS, NOUNS, SCALES, TERMS, VERBAL
from kg.grammar.verbs import FINITE, NOMINAL_SUBJECTS, SUBJECTS, ends_with_stop
from kg.grammar.wordlists import occasions, saying, words
from kg.parse import Doc, Token

_MILLIONS = frozenset({"m", "bn", "mn", "tn", "k"})
_OTHER = frozenset({"other", "rather", "more", "less"})
_DASHES = frozenset({"-", "\u2013"})


@at(tags="CD")
def score(number: Token) -> Iterator[Arc]:
    """ "Beat Orlo 3-2": how they beat it, and no number of anything."""
    before = number.doc[max(number.i - 2, 0) : number.i]
    if len(before) < 2 or before[1].text not in _DASHES or before[0].tag_ != "CD":
        return
    verb = next((t for t in number.ancestors if t.pos_ == "VERB"), None)
    if verb is None or verb.i > number.i:
        return
    yield before[0], verb, "npadvmod"
    yield before[1], before[0], "punct"
    yield number, before[0], "npadvmod"
    loser = number.doc[before[0].i - 1]
    is_measured = loser.dep_ == "npadvmod" and loser.head is verb
    if loser.pos_ == "PROPN" and (loser.head in (number, before[0]) or is_measured):
        yield loser, verb, "dobj"


@at(tags="NNP NNPS", is_behind=True)
def beaten(loser: Token) -> Iterator[Arc]:
    """ "Beat *Orlo* 3-2": whom they beat, and no measure of it."""
    verb = loser.head
    if verb.pos_ == "VERB" and "dobj" not in verb.below and _opens_score(loser.doc, loser.i + 1):
        yield loser, verb, "dobj"
        yield from ((c, verb, "npadvmod") for c in [*loser.rights] if c.i == loser.i + 1)


@at(tags="CD", is_behind=True)
def score_of_named(number: Token) -> Iterator[Arc]:
    """ "Beat Orlo *3*-2": how they beat it, and no number in its name."""
    loser, verb = number.head, number.head.head
    if loser.dep_ == "dobj" and loser.pos_ == "PROPN" and _opens_score(number.doc, number.i):
        yield number, verb, "npadvmod"


def _opens_score(doc: Doc, start: int) -> bool:
    words = doc.tokens[start : start + 3]
    return len(words) == 3 and words[0].tag_ == words[2].tag_ == "CD" and words[1].text in _DASHES


@at(tags=ADJECTIVES, is_behind=True)
def last_match(final: Token) -> Iterator[Arc]:
    """ "Won the cup *final* 3-1": a match, and nothing that the cup was made."""
    cup = final.doc.tokens[final.i - 1]
    is_beside = cup in (final.head, *final.head.rights) and cup.dep_ in ("dobj", "pobj", "dative")
    if not is_beside or cup.lemma_.lower() not in words("tournaments", "lemma"):
        return
    final.tag_, final.pos_ = "NN", "NOUN"
    behind = [*final.rights]
    yield final, cup.head, "dobj" if cup.dep_ == "dative" else cup.dep_
    yield from ((c, final, c.dep_) for c in [*cup.lefts])
    yield cup, final, "compound"
    yield from ((c, final.head, c.dep_) for c in behind if c.dep_ in ("npadvmod", "prep"))


@at(below="mark nsubj aux", is_behind=True)
def than_then(time: Token) -> Iterator[Arc]:
    """ "Held less oil than it does *today*": when it does, and not when it held less."""
    than = time.left_edge
    does = next((c for c in time.lefts if c.dep_ == "aux" and c.i == time.i - 1), None)
    before = _before(than)
    if than.lower_ != "than" or does is None or not any(c.tag_ == "JJR" for c in (before, *before.lefts)):
        return
    does.pos_ = "VERB"
    yield does, before, "advcl"
    yield from ((c, does, c.dep_) for c in list(time.lefts) if c != does)
    yield time, does, "npadvmod"


@at(above_tags="NN NNS NNP NNPS", is_behind=True)
def than_of_degree(than: Token) -> Iterator[Arc]:
    """ "Would rather have the money *than the boxes*", "more often end in a deal *than in court*": what is compared is
    the deed; "more money than sense" compares the money."""
    noun = than.head
    if any(t.tag_ in COMPARATIVES or t.lower_ in _OTHER for t in (noun, *noun.lefts)):
        return
    verb = next((t for t in noun.ancestors if t.pos_ in VERBAL), noun)
    beside = [t for t in verb.children if t.i < than.i]
    degrees = (t for c in beside for t in (c, *c.lefts) if t.tag_ in COMPARATIVES or t.lower_ == "rather")
    if verb is not noun and verb.i < than.i and any(t.i < than.i - 1 for t in degrees):
        yield than, verb, "prep"


@at(above_tags="VB VBD VBG VBN VBP VBZ", is_behind=True)
def as_of_degree(as_: Token) -> Iterator[Arc]:
    """ "Uses as much water *as a town*", "spent twice as much on roads *as on schools*": how much; no town's role."""
    verb = as_.head
    amounts = [t for c in verb.rights if c.i < as_.i for t in (c, *c.lefts) if t.lower_ in ("much", "many")]
    much = next((t for t in amounts if any(c.lower_ == "as" for c in t.lefts)), None)
    if much is None:
        return
    whole = much if much.head is verb else much.head
    yield as_, whole, "prep"


@at(below="prep")
def as_large(measure: Token) -> Iterator[Arc]:
    """ "Found a planet *the size of Neptune* that orbits two stars": how large it is, and no second thing that is
    found; the planet orbits."""
    if measure.lemma_.lower() not in words("dimensions", "lemma") or measure.left_edge.lower_ != "the":
        return
    last = measure.doc[measure.left_edge.i - 1] if measure.left_edge.i else measure
    if last.pos_ not in NOUNS or not any(c.lower_ == "of" for c in measure.rights):
        return
    before = next((t for t in (last, *last.ancestors) if t.dep_ in ("dobj", "pobj") and t.i <= last.i), None)
    if before is None or before in (measure, measure.head.head):
        return
    holders = (measure,) if measure.head.pos_ == "VERB" else (measure, measure.head)
    behind = (c for holder in holders for c in [*holder.rights] if c.left_edge.i > measure.i)
    yield measure, before, "npadvmod"
    yield from ((c, before, c.dep_) for c in behind if c.dep_ in ADNOMINAL)


@at(below="det", is_behind=False)
def graded(grade: Token) -> Iterator[Arc]:
    """ "A *magnitude* 6.4 earthquake struck": how strong the earthquake was, and nothing that struck."""
    number, noun = (*grade.doc.tokens[grade.i + 1 : grade.i + 3], grade, grade)[:2]
    is_grade = grade.tag_ == "NN" and number.tag_ == "CD" and number.head is noun and noun.dep_ == grade.dep_
    if is_grade and noun.head is grade.head and noun.pos_ == "NOUN":
        yield from ((c, noun, c.dep_) for c in [*grade.lefts] if c.dep_ in ("det", "amod"))
        yield grade, noun, "nmod"


def up_to(up: Token) -> Iterator[Arc]:
    """ "*Up to* an inch of ice built up on branches": so much of it did; also where ", an official said," follows."""
    to = next((c for c in up.rights if c.lower_ == "to" and c.i == up.i + 1), None)
    measure = next((c for c in to.rights if c.dep_ == "pobj"), None) if to is not None else None
    says = up.head
    if to is None or measure is None or not ends_with_stop(up) or up.i != up.sent.start:
        return
    if says is not up and not (says.tag_ == "VBD" and says.lemma_ in saying()):
        return
    verb = next((t for t in measure.subtree if t.dep_ == "acl" and (t.tag_ == "VBD" or "prt" in t.below)), None)
    if verb is None or verb.tag_ not in PAST or "agent" in verb.below or (says is not up and "ccomp" in says.below):
        return
    verb.tag_ = "VBD"
    yield verb, verb if says is up else says, "ROOT" if says is up else "ccomp"
    yield measure, verb, "nsubj"
    yield from ((c, verb, c.dep_) for c in [*up.rights] if c.is_punct)
    yield from ((c, measure, "prep") for half in measure.rights if half.lower_ == "half" for c in [*half.rights])
    yield up, measure, "quantmod"
    yield to, measure, "quantmod"


def more_than_one(more: Token) -> Iterator[Arc]:
    """ "*More than* a tonne of fish washed up in Sines": so much did."""
    verb, than = more.head, next((c for c in more.rights if c.lower_ == "than" and c.i == more.i + 1), None)
    measure = next((c for c in than.rights if c.dep_ == "pobj"), None) if than is not None else None
    is_bare = verb.pos_ == "VERB" and verb.tag_ in FINITE and SUBJECTS.isdisjoint(verb.below)
    if than is None or measure is None or not is_bare or more.i > verb.i or verb.dep_ not in ("ROOT", "ccomp"):
        return
    if measure.right_edge.i == verb.i - 1 - ("aux" in verb.below or "auxpass" in verb.below):
        yield measure, verb, subject_arc(verb)
        yield more, measure, "quantmod"
        yield than, measure, "quantmod"


@at(tags="NNS", below="nummod det")
def how_often(times: Token) -> Iterator[Arc]:
    """ "Is given every two *years*": how often, and nothing that is given."""
    if times.lemma_.lower() in TERMS and any(c.lower_ == "every" for c in times.lefts):
        yield times, times.head, "npadvmod"


@at(tags="NN", below="det", is_behind=False)
def for_each(time: Token) -> Iterator[Arc]:
    """ "A prize worth 900 euros a *year* was given": how much each year; no year is given."""
    total = time.left_edge.nbor(-1) if time.left_edge.i else time
    is_each = time.lemma_.lower() in TERMS and time.left_edge.lower_ == "a" and time.i == time.left_edge.i + 1
    is_total = total.pos_ in NOUNS and any(c.tag_ == "CD" for c in total.lefts)
    if not (is_each and is_total) or time.head == total:
        return
    verb, worth = time.head, total.head
    thing = next((c for c in worth.lefts if c.dep_ == "nsubj"), None)
    if thing is not None and worth.lower_ == "worth" and verb.head == worth and thing.i < worth.i:
        yield verb, verb if worth.dep_ == "ROOT" else worth.head, worth.dep_
        yield thing, verb, time.dep_
        yield worth, thing, "amod"
    yield time, total, "npadvmod"


@at(tags="NN NNS", above="advcl", is_behind=False)
def how_long_after(measure: Token) -> Iterator[Arc]:
    """ "It rained two *weeks* after a fire burned the barn": how long after the fire it rained."""
    marker = measure.doc.tokens[measure.i + 1 : measure.i + 2]
    yield from ((measure, m, "npadvmod") for m in marker if m.dep_ == "mark" and m.head is measure.head)


@at(below="mark", is_behind=True)
def since_then(verb: Token) -> Iterator[Arc]:
    """ "Lost it for the first time since Lund *became* mayor": the first since then, and not ever."""
    since = verb.left_edge
    if since.lower_ != "since" or since.i == verb.sent.start:
        return
    time = since.nbor(-1)
    if time.dep_ == "pobj" and (time.head.lower_, time.lemma_.lower()) in occasions():
        yield verb, time, "advcl"


@at(tags="NNS", below="prep")
def how_long_ago(measure: Token) -> Iterator[Arc]:
    """ "Collided *billions* of years ago": when, and nothing that they collided."""
    times = (c for of in measure.rights if of.lower_ == "of" for c in of.rights if c.lemma_.lower() in TERMS)
    behind = measure.doc.tokens[measure.right_edge.i + 1 : measure.right_edge.i + 2]
    ago = next((word for word in behind if word.lower_ == "ago"), None)
    if ago is not None and any(times):
        yield measure, ago, "npadvmod"


def sums(doc: Doc) -> Iterator[Arc]:
    """ "Rose to £8.2*m*", "worth £2*bn*": one sum, whose letter heads it; nothing rose to m."""
    for letter in doc.written(words("unit_letters", "letter")):
        number = letter.nbor(-1) if letter.i > 1 else letter
        sign = _before(number)
        if number.tag_ != "CD" or number.whitespace_ or sign.tag_ != "$" or number.head is number:
            continue
        letter.tag_, letter.pos_ = "NN", "NOUN"
        more = letter.doc.tokens[letter.i + 1 : letter.i + 2]
        if letter.dep_ == "dobj" and any(word.tag_ == "JJR" and word.head is letter.head for word in more):
            yield letter, more[0], "npadvmod"  # "cost £2m more"
        if number.head is letter:
            continue
        if letter.head is number and number.dep_ in ("nummod", "compound"):
            continue  # "a £3m loss"
        above, arc = number.head, number.dep_
        yield letter, above, arc
        yield number, letter, "nummod"
        yield from ((c, letter, c.dep_) for c in [*number.rights] if c is not letter)


def currencies(doc: Doc) -> Iterator[Arc]:
    """ "Paid *DKr* 400m for it", "spent *NZ$*20m": the sign of the sum; nobody named DKr is paid."""
    signs = {sign.lower() for sign in words("currencies", "sign")}
    for sign in doc.written(signs):
        number = sign.nbor() if sign.i + 1 < len(doc) else sign
        if number.tag_ != "CD" or sign.head is number:
            continue
        letter = next((t for t in doc.tokens[number.i + 1 : number.i + 2] if _is_unit(t, number)), None)
        top = letter if letter is not None else number
        above, arc = (sign.head, sign.dep_) if top.head in (sign, top) or top.dep_ == "nummod" else (top.head, top.dep_)
        sign.tag_, sign.pos_ = "$", "SYM"
        if letter is not None:
            letter.tag_, letter.pos_ = "NN", "NOUN"
            yield number, letter, "nummod"
        yield from ((c, top, c.dep_) for c in [*sign.children] if c not in (number, top))
        if above not in (sign, number, top):
            yield top, above, arc
        yield sign, number, "nmod"


def _is_unit(word: Token, number: Token) -> bool:
    """The m of "400m", "million" of "400 million"."""
    is_letter = not number.whitespace_ and word.lower_ in words("unit_letters", "letter")
    return is_letter or word.lower_ in SCALES


def score_of_votes(to: Token) -> Iterator[Arc]:
    """ "Voted 612 *to 241*", "passed it by 218 votes *to 211*": the score, of which the second number is a part."""
    other = next((c for c in to.rights if c.dep_ == "pobj"), None)
    before = _before(to)
    count = next((c for c in before.lefts if c.dep_ == "nummod"), before)
    is_counted = before.tag_ == "CD" or before.lemma_.lower() in words("margins", "lemma")
    if other is None or other.tag_ != "CD" or any(other.children) or count.tag_ != "CD" or not is_counted:
        return
    is_range = before.head.lower_ in ("from", "between")
    if not is_range and to.head in (before.head, before.head.head):
        yield to, before, "prep"


@at(is_behind=True)
def one_in(preposition: Token) -> Iterator[Arc]:
    """ "Cancelled one *in* eight trains": which part of them, and no place."""
    number = _before(preposition)
    whole = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if whole is None or preposition.lower_ != "in" or number.head is not preposition.head:
        return
    count = next((c for c in whole.lefts if c.dep_ == "nummod"), whole)
    is_share = number.tag_ == count.tag_ == "CD" and number.is_alpha and count.i == preposition.i + 1
    if is_share and whole.ent_type_ != "DATE":
        yield preposition, number, "prep"


def ranked(rank: Token) -> Iterator[Arc]:
    """ "Came *third* behind two rivals": as which they came."""
    verb = _before(rank)
    if verb.pos_ == "VERB" and rank.head.dep_ == "prep" and rank.head.head is verb and rank.head.i == rank.i + 1:
        yield rank, verb, "advmod"


@at(below="pobj", is_behind=True)
def range_to(to: Token) -> Iterator[Arc]:
    """ "Guided towards a range of 4m *to* 6m": how far the range goes."""
    before = _before(to)
    of = before.head
    is_range = before.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in words("ranges", "lemma")
    is_sum = before.lower_ in _MILLIONS or before.like_num or before.text[:1].isdigit()
    if is_range and is_sum and to.head is not before:
        yield to, before, "prep"


@at(below="pobj", is_behind=True)
def per_cent(per: Token) -> Iterator[Arc]:
    """ "Fell 12.5 *per* cent to 9": how much, as one."""
    number, behind = _before(per), per.doc.tokens[per.i + 1 : per.i + 2]
    if number.tag_ == "CD" and per.head is not number and any(t.lower_ in ("cent", "hundred") for t in behind):
        yield per, number, "prep"


@at(is_behind=True)
def millions_of(million: Token) -> Iterator[Arc]:
    """ "Supplies 3.2*m* people": so many people."""
    number, behind = _before(million), million.doc.tokens[million.i + 1 : million.i + 2]
    if not number.like_num or number.whitespace_ or number.lower_before in CURRENCY_SIGNS:
        return
    for noun in behind:
        if noun.tag_ == "NNS" and noun.head is million.head and noun.dep_ == million.dep_:
            yield million, noun, "nummod"


@at(below="pobj", is_behind=True)
def sum_in(preposition: Token) -> Iterator[Arc]:
    """ "Approved 9m dollars *in* loans": of what the sum consists."""
    money = _before(preposition)
    kinds = (c for c in preposition.rights if c.dep_ == "pobj" and c.i == preposition.i + 1)
    is_sum = money.ent_type_ == "MONEY" or any(t.text in CURRENCY_SIGNS for t in money.subtree)
    is_object = money.dep_ == "dobj" and money.head is preposition.head
    if is_sum and is_object and any(c.lemma_.lower() in words("moneys_in", "lemma") for c in kinds):
        yield preposition, money, "prep"


@at(below="det")
def record_sum(record: Token) -> Iterator[Arc]:
    """ "Paid a *record* 9m dollars": the largest sum ever."""
    money = next((c for c in record.head.rights if c.i > record.i and c.dep_ == record.dep_), None)
    if money is not None and money.left_edge.i == record.i + 1 and any(t.text in CURRENCY_SIGNS for t in money.subtree):
        yield record, money, "amod"
        yield from ((c, money, "det") for c in [*record.lefts] if c.dep_ == "det")


@at(tags=COMPARATIVES, below="prep")
def larger_than(larger: Token) -> Iterator[Arc]:
    """ "Bans knives *longer* than nine inches", "Every boat *longer* than 12 metres needs a licence": which ones."""
    noun = _before(larger)
    than = next((c for c in larger.rights if c.lower_ == "than"), None)
    is_object = noun.tag_ == "NNS" and noun.dep_ == "dobj"
    is_subject = noun.dep_ in NOMINAL_SUBJECTS and noun.pos_ == "NOUN" and larger.i < larger.head.i
    is_beside = noun.head is larger.head and (is_object or is_subject)
    if than is not None and is_beside and any("nummod" in c.below for c in than.rights if c.dep_ == "pobj"):
        larger.tag_, larger.pos_ = "JJR", "ADJ"
        yield larger, noun, "amod"


def _before(token: Token) -> Token:
    """The word before, or a text's first word itself."""
    return token.nbor(-1) if token.i else token


def times_as_many(times: Token) -> Iterator[Arc]:
    """ "Carries three *times* as many cars": how many more; no times are carried."""
    behind = times.doc.tokens[times.i + 1 : times.i + 3]
    is_compared = len(behind) == 2 and behind[0].lower_ == "as" and behind[1].lower_ in ("many", "much")
    if is_compared and "nummod" in times.below and times.head is not behind[1]:
        yield behind[0], behind[1], "advmod"
        yield times, behind[1], "npadvmod"
