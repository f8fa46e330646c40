"""Which firm a description refers to, by what a text is about and what it has just told: "the company", "the airline",
"the Oslo-based group"; by the same rules "the group" and "the product".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.coreference.around import is_just_before
from kg.annotate.coreference.called import FIRMS, is_called_firm, is_firm, may_be_firm, nouns_of, told_nouns
from kg.annotate.coreference.description_forms import is_seated
from kg.annotate.coreference.introductions import BODIES
from kg.annotate.coreference.main_firm import main_club, main_firm, may_be_firm_in_text
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.coreference.rivals import is_doubtful
from kg.annotate.names.classes import family, noun_class
from kg.naming import class_nouns, description_words, stand_ins, telling_verbs
from kg.parse import Token

REACH = 3  # sentences back
LEAD = 2  # times as often as any other thing of its kind
_MEMORY = 6  # sentences within which what the article is about must have been named
_SURE = 4  # times named, from which on what the sentence before speaks of counts for less
_HOUSED = frozenset({"at", "with", "from", "of", "for"})  # "analysts at Orlo"
_FROM_OTHERS = frozenset({"from", "by", "with", "against", "to", "between", "for"})
_INSIDE = frozenset({"in", "into", "out", "from"})  # "why he got into the business": into that line of work


def by_class(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The company" is the only one named within three sentences."""
    if noun_class(noun) == "kg:Company" and noun.lemma_.lower() not in description_words("works"):
        near = [r for r in referents.near(noun, REACH) if may_be_firm(r) and not _is_of_observers(r)]
        is_by_the_way = len(near) == 1 and (
            _is_by_the_way(noun, near[0], referents) or _is_left_since(noun, near[0], referents)
        )
        if not is_by_the_way and all(_fits(noun, r, referents) for r in near):
            yield from near


def _is_by_the_way(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether nothing was told of a firm lately, and more of another: "a loan from *Orlo Fund*. The company"."""
    near = (t for t in firm.met if referents.sentences_between(t, noun) <= REACH)
    if any(t.dep_ != "pobj" or t.head.dep_ == "agent" for t in near):
        return False
    firms = (r for r in referents.all.values() if r is not firm and is_called_firm(r))
    return any(len(r.met) > len(firm.met) for r in firms)


def _is_left_since(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether the text went on about a firm that may be another: "*Orlo Parts* declined to comment. A mill of the
    *firm* is old. The company"."""
    since = (r for t, r in reversed(referents.met) if firm.met[-1].i < t.i < noun.sent.start)
    return any(not r.is_named and not r.is_plural and r.name in description_words("general") for r in since)


def _is_of_observers(firm: Referent) -> bool:
    """Whether a text only quotes somebody of a firm who judges others: "Ida Vik, an *analyst* at Orlo"."""
    return bool(firm.met) and all(_is_house(token) for token in firm.met)


def _is_house(token: Token) -> bool:
    link = token.head
    is_linked = token.dep_ == "pobj" and link.lower_ in _HOUSED
    return is_linked and link.head.lemma_.lower() in description_words("observing")


def _fits(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether "the airline" may be a firm among several: one that has been called so; "the company" may be each."""
    word = noun.lemma_.lower()
    if word in description_words("general") or class_nouns().get(word) != "kg:Company":
        return True
    if told_nouns(firm) & ({word} | stand_ins().get(word, frozenset())):
        return True
    others = (r for r in referents.all.values() if r is not firm and r.met and _is_other_firm(noun, r, referents))
    return not _is_of_other_trade(word, firm) and next(others, None) is None


def _is_of_other_trade(word: str, firm: Referent) -> bool:
    """Whether a firm was called otherwise: "the developer Orlo" is no "bank"; each may be "the company"."""
    if word in description_words("general") | firm.kinds or class_nouns().get(word) != "kg:Company":
        return False
    trades = {told for told in firm.kinds if class_nouns().get(told) == "kg:Company"}
    trades -= description_words("general") | description_words("firm")
    alike = stand_ins()
    return bool(trades) and not any(told in alike.get(word, ()) or word in alike.get(told, ()) for told in trades)


def _is_other_firm(noun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether something else is a firm, or may be one that was spoken of near: "an order from *Corvane*"."""
    is_near = referents.sentences_between(referent.met[-1], noun) <= REACH
    return is_called_firm(referent) or (is_near and is_doubtful(referent))


def classes_wanted(noun: Token) -> frozenset[str]:
    """The classes of what a noun may stand for."""
    kind = class_nouns().get(noun.lemma_.lower())
    if noun.lemma_.lower() in description_words("works"):
        return frozenset()
    if kind in BODIES:
        return FIRMS if kind == "kg:Company" else frozenset({kind, "kg:Organization", "kg:AdvocacyGroup"})
    is_plain = not any(child.dep_ in ("amod", "compound", "nummod", "poss") for child in noun.children)
    return frozenset({kind}) if kind == "kg:Product" and is_plain else frozenset()


def by_lead(noun: Token, referents: Referents) -> Iterator[Referent]:
    """The firm or product that was named far more often than any other, before this sentence or alone in it."""
    wanted = FIRMS if is_seated(noun) and means_firm(noun) else classes_wanted(noun)
    if not wanted & {"kg:Company", "kg:Product"}:
        return
    is_told = "kg:Company" in wanted
    named = [r for r in referents.all.values() if r.named_at and (r.type in wanted or is_told)]
    main = main_firm(referents) if is_told else None
    counted = [(_times(r, wanted), r) for r in named if not is_told or may_be_firm(r) or r is main]
    counted = [(n, r) for n, r in counted if n and not _is_of_other_trade(noun.lemma_.lower(), r)]
    if "kg:Company" in wanted and len(counted) > 1:
        counted = [(n, r) for n, r in counted if _fits(noun, r, referents)]
    opening = noun.sent.start
    known = [(n, r) for n, r in counted if r.named_at[0].i < opening or len(counted) == 1]
    if not known:
        return
    most, leader = min(known, key=lambda item: (-item[0], -item[1].named_at[-1].i))
    if not is_told and not _is_such_product(noun, leader):
        return
    is_leading = most >= LEAD * max((n for n, r in counted if r is not leader), default=0)
    near = (r for _, r in counted if r.met and referents.sentences_between(r.met[-1], noun) < REACH)
    if is_told and most <= LEAD and any(r is not leader and is_called_firm(r) for r in near):
        return  # "Orlo, a builder, will buy Halden. Halden's mill is old. The company ...": either
    topic = referents.topic(noun)
    beside = [topic, *referents.named_in_subject(noun)]
    if most < _SURE and any(r is not None and r is not leader and r.type in wanted for r in beside):
        return  # "Orlo, the owner, shut the mill. The company ...": not the firm that was named twice before
    if is_leading and referents.sentences_between(leader.named_at[-1], noun) <= _MEMORY:
        yield leader


def _times(referent: Referent, wanted: frozenset[str]) -> int:
    """How often a thing was named; not a product where it only tells of what kind another is: "an *Orlo* inhibitor"."""
    is_product = "kg:Product" in wanted
    return sum(not (is_product and t.dep_ == "compound" and t.head.pos_ == "NOUN") for t in referent.named_at)


def _is_such_product(noun: Token, product: Referent) -> bool:
    """Whether a thing may be called "the drug": what was not called otherwise, as "the software" was."""
    word, things = noun.lemma_.lower(), description_words("thing")
    told = (told_nouns(product) & class_nouns().keys()) - things  # "a technology" may be "the service"
    if word in things:
        return True
    return not told or bool(told & ({word} | stand_ins().get(word, frozenset())))


def means_firm(noun: Token) -> bool:
    """Whether a noun calls a firm: "the Oslo-based *company*", "the Oslo-based *group*"."""
    return noun_class(noun) == "kg:Company" or noun.lemma_.lower() in description_words("general")


def by_sole_topic(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Orlo grew. The Oslo-based company": Orlo, if the sentence tells of no other firm."""
    before = [r for r in referents.all.values() if r.type in FIRMS and any(is_just_before(t, noun) for t in r.met)]
    yield from (topic for topic in by_topic(noun, referents) if before == [topic])


def by_last_firm(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Shares in Orlo fell. Investors blamed the company": the only firm of the sentence before and of this one."""
    if is_general(noun):
        for referent in referents.all.values():
            told = (t for t in referent.met if is_just_before(t, noun) or t.sent.start == noun.sent.start)
            is_near = any(t.dep_ == "dobj" or _is_in_subject(t) for t in told if not _is_house(t))
            is_firm_told = is_near and may_be_firm(referent) and _is_surely_firm(referent)
            if is_firm_told and not _is_other_topic(noun, referent, referents):
                yield referent


def _is_in_subject(token: Token) -> bool:
    """Whether a sentence is about it: "*Orlo* fell", "Shares in *Orlo* fell"; not "A loan from *Orlo*"."""
    subjects = [t for t in token.sent.root.lefts if is_subject(t)]
    is_from = token.dep_ == "pobj" and token.head.lower_ in _FROM_OTHERS
    return any(t is token or t.is_ancestor(token) for t in subjects) and not is_from


def _is_surely_firm(referent: Referent) -> bool:
    """Whether it is more than some body by its looks."""
    return referent.type == "kg:Company" or referent.is_acting


def is_general(noun: Token) -> bool:
    """Whether no more is told than that it is a firm: "the company"."""
    is_told = noun.lemma_.lower() in description_words("general") - {"group"}
    is_trade = noun.lower_ == "business" and noun.dep_ == "pobj" and noun.head.lower_ in _INSIDE
    return is_told and not is_trade and [t.lower_ for t in noun.lefts] == ["the"]


def by_being_alone(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The Oslo-based company", "the firm": the only one that was named so far."""
    if (is_seated(noun) and means_firm(noun)) or is_general(noun):
        firms = [r for r in referents.all.values() if r.met and may_be_firm(r)]
        yield from (r for r in firms if _is_surely_firm(r) or len(firms) > 1)


def by_main_club(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The club" that the text is about, if no other has done anything since it was last spoken of."""
    club = main_club(referents) if noun.lemma_.lower() in description_words("club") else None
    if club is not None and club.met and referents.sentences_between(club.met[-1], noun) <= REACH:
        since = ((t, r) for t, r in referents.met if t.i > club.met[-1].i and (is_subject(t) or t.dep_ == "dobj"))
        if not any(r is not club and r.is_named and _may_play(t, r) for t, r in since):
            yield club


def _may_play(token: Token, referent: Referent) -> bool:
    """Whether something may be a club: a body, a name that tells nothing, a town that won: "*Ashby* beat Orlo"."""
    is_playing = is_subject(token) and token.head.lemma_ in telling_verbs("match")
    return family(referent.type) in {"organization", "group", ""} or (family(referent.type) == "place" and is_playing)


def by_main(noun: Token, referents: Referents) -> Iterator[Referent]:
    """The firm that the text is about, if no other one has done anything since it was last spoken of."""
    main = main_firm(referents) if is_general(noun) else None
    if main is not None and main.met:
        since = (r for t, r in referents.met if t.i > main.met[-1].i and is_subject(t))
        if not any(r.is_named and r is not main and may_be_firm_in_text(r) for r in since):
            yield main


def _is_otherwise(topic: Referent, wanted: frozenset[str]) -> bool:
    """Whether its name or what stands beside it says that a thing is another than wanted: "the Barlow Telescope"."""
    if "kg:Company" in wanted and not is_firm(topic):
        return True
    told = {class_nouns()[word] for word in nouns_of(topic) & class_nouns().keys()}
    return bool(told) and not told & (BODIES | wanted)


def by_topic(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The group fears that": the group of which the sentence before speaks."""
    topic = referents.topic(noun) if is_subject(noun) and noun.head.dep_ == "ROOT" else None
    wanted = classes_wanted(noun)
    if topic is None or topic.type not in wanted | {"kg:Entity"} or not wanted:
        return
    is_other = _is_otherwise(topic, wanted) or not (_fits(noun, topic, referents) and _may_be_institution(noun, topic))
    if not is_other and not _is_other_topic(noun, topic, referents):
        yield topic


def _may_be_institution(noun: Token, topic: Referent) -> bool:
    """Whether "the finance ministry" may be a body: one that is called a ministry, of finance."""
    word = noun.lemma_.lower()
    if word not in description_words("institution"):
        return True
    told = {t.lower_ for t in noun.lefts if t.dep_ in {"amod", "compound"}}
    return word in told_nouns(topic) and told <= {*topic.name.lower().split(), *topic.kinds}


def _is_other_topic(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether a paragraph may begin again about what the text is about, not about the firm just spoken of."""
    is_going_on = referents.is_same_paragraph(firm.met[-1], noun)
    return not is_going_on and any(leader is not firm for leader in by_lead(noun, referents))
