"""Coordination under "of": conjuncts are alike in kind and form."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import ADNOMINAL, NOUNS, PAIRS, PLACE_LABELS, VERBAL, is_none
from kg.grammar.verbs import SUBJECTS
from kg.grammar.wordlists import content_nouns, words_of
from kg.naming import class_nouns
from kg.parse import Token

_MAKERS = frozenset({"kg:Company", "kg:Organization"})


def pairing(both: Token) -> Iterator[Arc]:
    """ "Drew *both* praise and blame", "*either* a fine or a ban": the word pairs them, and tells nothing of one."""
    noun, link = both.head, PAIRS.get(both.lower_, "")
    if noun.pos_ in NOUNS and any(c.dep_ == "cc" and c.lower_ == link for c in noun.rights) and "conj" in noun.below:
        yield both, noun, "preconj"


def none_but(but: Token) -> Iterator[Arc]:
    """ "Nothing burned *but* a shed", "told nobody *but* her son": of what it is not so, and no second thing."""
    noun = next((t for t in but.sent if t.left_edge.i == but.i + 1 and t.head in (but, but.head)), None)
    if noun is None or noun.pos_ not in NOUNS | {"PRON", "NUM"} or noun.dep_ not in ("conj", "pobj"):
        return
    verb = next((t for t in (but.head, *but.head.ancestors) if t.pos_ in VERBAL), None)
    above = (but.head, *but.head.ancestors, *(() if verb is None else verb.children))
    none = next((t for t in above if t.i < but.i and is_none(t)), None)
    if none is not None and none.i == but.i - 1 and noun.dep_ == "conj":
        return  # "Nobody but Lund paid": she did
    if none is not None and verb is not None and (verb in none.ancestors or none.head is verb):
        yield but, none if none.i == but.i - 1 else verb, "prep"
        yield noun, but, "pobj"


@at(tags="NNP NNPS", is_behind=True)
def of_two_wares(name: Token) -> Iterator[Arc]:
    """ "German lock and key maker *Brandauer* lost money": it makes both; no lock lost any."""
    maker, ware = name.head, name.head.head
    if maker.dep_ != "conj" or name.left_edge.i != maker.i + 1 or ware.tag_ != "NN" or ware.i > maker.i:
        return
    is_maker = maker.lemma_.endswith(("er", "or")) and maker.left_edge.lower_before == "and"
    is_maker &= class_nouns().get(maker.lemma_.lower(), "") in _MAKERS
    is_ware = ware.i == maker.left_edge.i - 2 and not is_people(ware)
    is_ware &= class_nouns().get(ware.lemma_.lower(), "") not in _MAKERS and all(c.tag_ != "PRP$" for c in ware.lefts)
    if is_maker and is_ware and ware.dep_ != "conj":
        yield name, ware if ware.head is ware else ware.head, ware.dep_
        yield ware, name, "nmod"
        yield from ((c, name, c.dep_) for c in [*ware.lefts] if c.dep_ in ("det", "amod"))
        yield from ((c, name, c.dep_) for c in [*ware.rights, *maker.rights] if c.i > name.i)


@at(below="nummod", above_tags="NN")
def shared_measure(conjunct: Token) -> Iterator[Arc]:
    """ "A panel of seven women and five men": men beside women, not beside the panel."""
    noun = conjunct.head
    if conjunct.dep_ != "conj" or noun.tag_ != "NN" or not _is_counted(conjunct):
        return
    counted = (
        inner
        for preposition in noun.rights
        if preposition.lower_ == "of" and preposition.i < conjunct.i
        for inner in preposition.rights
        if inner.dep_ == "pobj" and _is_counted(inner)
    )
    for inner in counted:
        yield from with_link(conjunct, inner)


@at(tags="NN", is_behind=True)
def next_percent(percent: Token) -> Iterator[Arc]:
    """ "Raises wages by 4% this year and *6%* in 2027": by 6%; no 6% is raised."""
    if percent.text != "%" or percent.head.text == "%":
        return
    verb = percent.head.head if percent.head.dep_ == "dobj" else percent.head
    sums = (inner for t in verb.rights if t.dep_ == "prep" for inner in t.rights if inner.dep_ == "pobj")
    first = next((t for t in sums if verb.i < t.i < percent.i and t.text == "%"), None)
    if first is not None and verb.pos_ == "VERB":
        yield from with_link(percent, first)


@at(below="conj", above_tags="NN")
def listed(appositive: Token) -> Iterator[Arc]:
    """ "Seized a pistol, 40 coins and a vase": three things, and no pistol that is 40 coins."""
    head = appositive.head
    first, second = (any(c.lower_ in ("a", "an") for c in t.lefts) for t in (head, appositive))
    is_counted = any(child.dep_ == "nummod" for child in appositive.lefts)
    goes_on = any(child.dep_ == "conj" and child.pos_ == "NOUN" for child in appositive.rights)
    if head.dep_ in ("dobj", "pobj") and not head.lefts and not is_people(head):
        first = second  # "blamed damp, a burst pipe and the pandemic"
    if head.tag_ == "NN" and first and appositive.pos_ == "NOUN" and goes_on and (is_counted or second):
        ends = [c for c in appositive.rights if c.dep_ == "conj"]
        is_one = all(is_people(c) and "nummod" not in c.below for c in ends)  # "a clerk, a father and poet"
        if not (second and is_people(head) and is_one) or _is_of_many(head):
            yield appositive, head, "conj"


def _is_of_many(noun: Token) -> bool:
    """ "The three are *a clerk*, a cook and a nurse", "two of them": of many, of whom none is all of these."""
    is_told = noun.dep_ == "attr" and noun.head.lemma_ == "be"
    return is_told and any(c.dep_ in SUBJECTS and c.tag_ in ("NNS", "NNPS", "CD") for c in noun.head.lefts)


@at(below="conj", above_tags="NN NNS")
def listed_sum(money: Token) -> Iterator[Arc]:
    """ "Seized six cars, *2.1 million euros* and a yacht": one more thing, and no cars that are euros."""
    head = money.head
    last = next((c for c in money.rights if c.dep_ == "conj" and c.pos_ == "NOUN"), None)
    is_list = last is not None and last.left_edge.lower_ in ("a", "an") and _unit(last) != "MONEY"
    is_counted = "nummod" in head.below or head.left_edge.lower_ in ("a", "an")
    if _unit(money) == "MONEY" and _unit(head) != "MONEY" and is_list and is_counted:
        yield money, head, "conj"


@at(tags="NN NNS CD", is_behind=True)
def next_share(share: Token) -> Iterator[Arc]:
    """ "Raised pay by 6% this year and *4%* in May", "bids worth £29m and *£33m*": beside the one before it."""
    kind, head = _unit(share), share.head
    start = share.left_edge.i
    if kind not in ("PERCENT", "MONEY") or _unit(head) == kind or share.doc[start - 1].lower_ not in ("and", "or"):
        return
    before = reversed(share.doc[head.i + 1 : start - 1])
    first = next((t for t in before if _unit(t) == kind and t.dep_ in ("pobj", "npadvmod", "dobj")), None)
    has_object = any(c.dep_ == "dobj" for c in head.children)
    if first is not None and (head.pos_ in NOUNS or has_object):
        yield from with_link(share, first)


def _unit(noun: Token) -> str:
    """What a number counts: "MONEY" of "£4m", "2.1 million euros", "PERCENT" of "4%"."""
    counted = next((c.ent_type_ for c in noun.lefts if c.dep_ == "nummod"), "")
    is_money = noun.ent_type_ == "" and (counted == "MONEY" or noun.lemma_.lower() in words_of("money"))
    return "MONEY" if is_money and counted else noun.ent_type_


@at(below="conj", above="pobj", above_tags="NN")
def named_members(name: Token) -> Iterator[Arc]:
    """ "Two members of her party, Ann Lee and Bo Roth": the members, and no names of the party."""
    whole = name.head
    above = whole.head.head
    is_list = name.pos_ == "PROPN" and any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in name.rights)
    if is_list and whole.tag_ == "NN" and whole.dep_ == "pobj" and whole.head.lower_ == "of" and above.tag_ == "NNS":
        yield name, above, "appos"


def bracketed(name: Token) -> Iterator[Arc]:
    """ "The chair of the CEI (*Church Council*), Ann Lee": the council of the CEI, and no chair."""
    start = name.left_edge.i
    if name.pos_ != "PROPN" or start < 2 or name.doc[start - 1].text != "(":
        return
    before = name.doc[start - 2]
    if before.pos_ == "PROPN" and before != name.head and name.head.is_ancestor(before):
        yield name, before, "appos"


@at(above="pobj")
def bearer(name: Token) -> Iterator[Arc]:
    """ "An engineer at the firm, *Luis Carrera*": the engineer's name; no firm is a person."""
    post = name.head
    while post.dep_ == "pobj" and post.head.dep_ == "prep" and not is_people(post):
        post = post.head.head
    is_post = post.pos_ == "NOUN" or (post.pos_ == "PROPN" and not post.ent_type_)  # "the MP for Kesh"
    if name.ent_type_ == "PERSON" and post != name.head and is_post and is_people(post):
        post.tag_, post.pos_ = post.tag_.removesuffix("P"), "NOUN"
        yield name, post, "appos"


@at(tags="NNP NNPS", above="pobj")
def fronted(name: Token) -> Iterator[Arc]:
    """ "A unit of Orlo Ltd., *Tarn Inc.* sells barley", "A friend of Ann Lee, *Bo Ek* left": who does it stands behind
    what is told of them, and no comma parts them from their verb."""
    noun, start, end = name.head.head.head, name.left_edge.i, name.right_edge.i
    verb = noun.head
    if noun.dep_ != "nsubj" or noun.left_edge.lower_ not in ("a", "an") or name.head.head.lower_ != "of":
        return
    is_alone = name.doc[start - 1].text == "," and verb.i == end + 1 and "cc" not in name.head.below
    is_one = is_people(noun) if name.ent_type_ == "PERSON" else noun.lemma_ in words_of("firm part")
    if is_alone and is_one and noun.left_edge.i == name.sent.start:
        yield name, verb, "nsubj"
        yield noun, verb, "advcl"


def next_item(noun: Token) -> Iterator[Arc]:
    """ "Two sons, Per and Lars; *six nieces*; and a sister": the next of those listed, and no name of the sons."""
    before = [t for t in noun.doc[max(noun.left_edge.i - 2, 0) : noun.left_edge.i] if t.lower_ != "and"]
    if noun.dep_ == "appos" and before and before[-1].text == ";":
        yield noun, noun.head, "conj"


def explained(noun: Token) -> Iterator[Arc]:
    """ "Pay 412 pence a share, *a premium of 3 percent*": what the sum is, and no second thing that is paid."""
    before = [c for c in noun.head.rights if c.dep_ in ("dobj", "ccomp") and c.i < noun.i]
    if not before:
        return
    comma = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    is_claim = any(c.dep_ in ADNOMINAL for c in noun.rights) and noun.lemma_.lower() in content_nouns()
    if is_claim and comma.text == ",":  # "banned the film, a charge that Lund denies": no second object
        yield noun, noun.head, "npadvmod"
    is_sum = any(t.pos_ == "NUM" or any(c.dep_ == "nummod" for c in t.lefts) for t in before[:1])
    if len(before) != 1 or comma.text != "," or noun.left_edge.lower_ not in ("a", "an"):
        return
    if is_sum:
        yield noun, before[0], "appos"
    elif before[0].left_edge.lower_ == "the" and "cc" not in noun.below and "cc" not in before[0].below:
        yield noun, noun.head, "npadvmod"  # "praised the vote, a win for crews": no second thing that is praised


@at(tags="NN", below="det prep", above="pobj")
def explained_sum(noun: Token) -> Iterator[Arc]:
    """ "Pay 412 pence for each share, *a premium of 3 percent*": what the sum is; no share is a premium."""
    for_what = noun.head.head
    shares = (c for of in noun.rights if of.lower_ == "of" for c in of.rights)
    if for_what.lower_ != "for" or not any(c.ent_type_ in ("PERCENT", "MONEY") for c in shares):
        return
    sums = (c for c in (for_what.head, *for_what.head.rights) if c.dep_ == "dobj" and c.i < for_what.i)
    yield from ((noun, c, "appos") for c in sums if c.pos_ == "NUM" or "nummod" in c.below)


def second_subject(noun: Token) -> Iterator[Arc]:
    """ "A ferry carrying 89 passengers and *12 sailors* sank": the sailors are carried, and are no second subject.
    "Shares in rivals *Orlo* and Tarn fell", "the charity *Orlo Relief* said": those before are called so. "Lund, the
    judge who led it, and *two clerks* left": all three."""
    first = next((c for c in noun.head.lefts if c.dep_ == noun.dep_ and c.i < noun.i), None)
    if first is None or not noun.left_edge.i:
        return
    link = noun.doc[noun.left_edge.i - 1]
    before = link.head if link.dep_ == "cc" else link
    if before != first and (before.dep_ not in ("dobj", "pobj") or not first.is_ancestor(before)):
        return
    if before.pos_ not in NOUNS:
        return
    is_whole = before != first or first.right_edge.i == link.i
    if link.dep_ == "cc" and is_whole and not any(c.dep_ == "conj" for c in before.rights):
        yield noun, before, "conj"
    elif before == link and noun.pos_ == "PROPN" and link.tag_ == "NNS":
        yield noun, before, "appos"
    elif before == link and noun.pos_ == "PROPN" and _is_kind(link):
        yield noun, before.head, before.dep_
        yield before, noun, "compound"
        yield from ((c, noun, "det") for c in [*before.lefts] if c.dep_ == "det")


def _is_kind(noun: Token) -> bool:
    """Whether a noun says what the name behind it is: "charity", "newspaper"; no "day"."""
    return noun.tag_ == "NN" and not noun.ent_type_ and (is_people(noun) or noun.lemma_.lower() in class_nouns())


@at(none_below="nsubj nsubjpass aux dobj", is_behind=True)
def item(noun: Token) -> Iterator[Arc]:
    """ "Had taken tents, food for two days and *a phone*": the last thing that was taken, and no second verb."""
    verb = noun.head
    if noun.pos_ not in NOUNS or verb.pos_ != "VERB" or noun.i < verb.i:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "dobj") for c in noun.children) or noun.left_edge.pos_ == "ADV":
        return
    thing = next((c for c in reversed(verb.rights) if c.dep_ == "dobj" and c.i < noun.i), None)
    link = noun.doc[noun.left_edge.i - 1]
    if thing is None or link.dep_ != "cc" or link.head != verb or thing.pos_ != noun.pos_:
        return
    if link.text_before == ",":
        return  # "made a lamp, which it sold, and a clock": the clock was made
    if any(t.pos_ == "VERB" for t in noun.doc[thing.i : noun.left_edge.i]):
        return
    yield from ((c, thing, "conj") for c in thing.rights if c.dep_ == "appos" and c.pos_ == "NOUN")
    yield link, thing, "cc"
    yield noun, thing, "conj"


@at(tags="NN NNS", above="pobj")
def beside_people(noun: Token) -> Iterator[Arc]:
    """ "A nurse from Oslo and *two clerks*", "a nurse from Oslo, *a clerk* and a cook": beside the nurse, and not
    beside Oslo, which is no clerk."""
    place = noun.head
    is_place = place.ent_type_ in PLACE_LABELS or (place.pos_ == "PROPN" and place.head.lower_ == "from")
    if noun.pos_ != "NOUN" or not is_place or place.dep_ != "pobj" or not is_people(noun):
        return
    above = place.head.head
    person = above if above.pos_ == "NOUN" else next((c for c in above.rights if c.dep_ == "dobj"), above)
    others = [c for c in noun.rights if c.dep_ == "conj" and (c.left_edge.dep_ == "det" or "nummod" in c.below)]
    is_listed = noun.dep_ == "conj" or (bool(others) and noun.left_edge.lower_ in ("a", "an"))
    if person.pos_ == "NOUN" and person.i < place.i and is_people(person) and any(noun.lefts) and is_listed:
        yield from with_link(noun, person)


@at(tags="NNP NNPS", above_tags="NN NNS", is_behind=True)
def next_place(place: Token) -> Iterator[Arc]:
    """ "The walkout in Ohio and *Kentucky*": where it is, too; no land stands beside a walkout."""
    noun = place.head
    link = place.doc[place.left_edge.i - 1]
    before = link.nbor(-1) if link.lower_ == "and" else noun
    if place.ent_type_ == "GPE" and before.ent_type_ == "GPE" and before.dep_ == "pobj" and before.head.head is noun:
        yield from with_link(place, before)


@at(tags="NN", above="attr appos", is_behind=True)
def parent(noun: Token) -> Iterator[Arc]:
    """ "The son of a singer and a *judge*": whose son he is; he is no judge."""
    child = noun.head
    preposition = next((c for c in child.rights if c.lower_ == "of" and c.i < noun.i), None)
    other = next((c for c in preposition.rights if c.dep_ == "pobj"), None) if preposition is not None else None
    if other is None or child.lemma_.lower() not in words_of("offspring"):
        return
    if all(t.left_edge.lower_ in ("a", "an") and is_people(t) for t in (other, noun)):
        yield from with_link(noun, other)


def own_link(conjunct: Token) -> Iterator[Arc]:
    """ "Called on them to ban it *and* offered help": the "and" before the offer stands where the offer hangs."""
    start = conjunct.left_edge.i
    link = conjunct.doc[start - 1] if start else conjunct
    above = link.head
    if link.dep_ != "cc" or above == conjunct.head or not conjunct.head.is_ancestor(above):
        return
    if not any(c.dep_ == "conj" and c.i > link.i for c in above.rights):
        yield link, conjunct.head, "cc"


def with_link(conjunct: Token, first: Token) -> Iterator[Arc]:
    """The conjunct with the "and" or comma before it."""
    link = conjunct.doc[conjunct.left_edge.i - 1]
    if link.head == conjunct.head and link.i > first.i:
        yield link, first, link.dep_
    yield conjunct, first, "conj"


def _is_counted(noun: Token) -> bool:
    lefts = [child.dep_ for child in noun.lefts]
    return noun.tag_ == "NNS" and "nummod" in lefts and "det" not in lefts


@at(tags="NN", below="det", any_below="conj appos", above_tags="NNS", is_behind=True)
def kinds_and_things(thing: Token) -> Iterator[Arc]:
    """ "Spent it on holidays, *a car* and a boat", "seized two homes, *a boat* and cash": the next of a list; no
    holidays are a car, and no homes a boat."""
    kinds = thing.head
    is_single = thing.left_edge.lower_ in ("a", "an") and thing.lemma_.lower() not in content_nouns()
    if thing.dep_ != "appos" or not is_single or not _goes_on(thing) or thing.left_edge.text_before == ":":
        return
    marks = [child.dep_ for child in kinds.lefts]
    is_bare = not any(mark in ("det", "nummod", "poss") for mark in marks)
    is_counted = "nummod" in marks and "det" not in marks and not _are_its_members(thing, kinds)
    if is_bare or is_counted:
        yield thing, kinds, "conj"


def _goes_on(thing: Token) -> bool:
    """Whether a list goes on behind a thing and ends with "and" another."""
    others = (child for child in thing.rights if child.dep_ in ("conj", "appos"))
    return ("cc" in thing.below and "conj" in thing.below) or any(map(_goes_on, others))


def _are_its_members(thing: Token, counted: Token) -> bool:
    """Whether "a" thing and what stands beside it may be those that were counted: "two ships, a frigate and a tanker",
    "12 people, a child among them", unlike "two sons, a daughter and a nephew"."""
    others = [child for child in thing.rights if child.dep_ == "conj"]
    kin = words_of("offspring")
    if is_people(counted):
        is_kin = {counted.lemma_.lower(), thing.lemma_.lower()} <= kin - {"child"}
        return not is_kin and is_people(thing)
    number = next((child.lower_ for child in counted.lefts if child.dep_ == "nummod"), "")
    is_single = all(other.left_edge.lower_ in ("a", "an") or other.pos_ == "PROPN" for other in others)
    return is_single and number in ("two", "2")
