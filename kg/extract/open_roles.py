"""What stands beside subject and object of a clause that no frame has read: its roles."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.amounts import SUMS, is_span, range_of, score_of, value_of
from kg.extract.clauses import Clause, ClauseKind, Complement, Oblique
from kg.extract.clauses.obliques import is_discourse
from kg.extract.contents import contents
from kg.extract.distances import is_distance, measure_of
from kg.extract.factuality.negation import is_nearly_so, is_scaled
from kg.extract.fillers import Filler, filler_of, in_words, is_compared, places_of, words_under
from kg.extract.limits import dates_denial, ends_denial, limits_denial, limits_of
from kg.extract.meanwhile import tells_state
from kg.extract.mentions import Mentions
from kg.extract.object_phrases import is_named_as
from kg.extract.objects import beside_phrase, is_aside, is_embedded, is_of_noun, made_adjectives, states_left
from kg.extract.proposition import Clausal, Words
from kg.extract.qualifiers import with_qualifiers
from kg.extract.roles import belongs_to_verb, is_absolute, is_asked, is_time, is_told_in_words, kinds, roles_of_heads
from kg.grammar.phrases import ADNOMINAL, NOMINAL, TIMES, VERBAL
from kg.grammar.verbs import SUBJECTS, has_to
from kg.grammar.wordlists import naming, values, words, words_of
from kg.parse import Token

_ROLES_OF_STATES = frozenset({"place", "time", "condition"})
_SCENES = frozenset(
    {"in", "among", "within", "across", "at", "for", "on", "outside", "inside", "beyond", "around", "over", "below"}
)
_NOW = frozenset({"now", "then", "recently"})
_EARLY = frozenset({"late", "early"})
_AHEAD = frozenset({"ahead", "adrift", "apart", "behind", "clear"})
_LONGER = frozenset({"longer", "shorter", "more", "less"})
_LONGEST_SCENE = 10  # words
_EARLIER = frozenset({"earlier", "later", "sooner"})
_BEFORE_DETERMINER = frozenset({"predet", "det"})


def roles_of(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    """Each role with what fills it; `used` is the phrase that stands as object already."""
    for dative in clause.datives:
        yield "recipient", dative
    called = clause.attributes if _is_called(clause) else ()
    yield from (("asRole", Words(_called(clause, head))) for head in called if value_of(head) not in SUMS)
    yield from (("topic", Clausal(said)) for thing in _things(clause) for said in contents(thing))
    yield from (("manner", Clausal(state)) for state in states_left(clause))
    if clause.objects or clause.attributes or (clause.agents and clause.kind is ClauseKind.VERB):
        yield from (
            (_role_of(c, clause), Clausal(c.head))
            for c in clause.complements
            if is_embedded(c, clause) and not _is_of_attribute(c, clause)
        )
    yield from _circumstances(clause)
    for adverb in clause.adverbs:
        if (score := score_of(adverb)) is not None:
            yield "quantity", Words(score)
        elif often := tuple(c for c in adverb.lefts if c.dep_ in _BEFORE_DETERMINER and _is_often(c)):
            yield "quantity", Words(often)
        elif is_distance(adverb):
            if any(adverb.rights):
                yield "place", Words(words_under(adverb))  # "ran aground *90 metres from the wall*"
        elif _is_measure(adverb):
            behind = {t.i for c in adverb.rights if c.dep_ == "prep" and c.lower_ != "per" for t in c.subtree}
            yield "quantity", Words(tuple(t for t in words_under(adverb) if t.i not in behind))
    if not clause.attributes:
        told = ((_role_of_adverb(adverb, clause), adverb) for adverb in clause.adverbs)
        yield from ((role, Words(words_under(adverb))) for role, adverb in told if role)
    yield from (("manner", Words(told)) for told in _restricting(clause, used))
    yield from (("manner", told) for told in _as_if(clause))
    yield from limits_of(clause)
    yield from _roles_of_phrases(clause, used, mentions)


def _is_of_attribute(complement: Complement, clause: Clause) -> bool:
    """ "Proved hard *to sell*": the words of what is predicated tell it."""
    above = complement.head.head
    is_degree = any(c.lower_ in ("so", "too") for c in above.lefts)  # "so dry *that half of it died*"
    return above.pos_ == "ADJ" and (is_degree or (above in clause.attributes and not clause.objects))


def _role_of(complement: Complement, clause: Clause) -> str:
    """ "Told the crew *to leave*"; "sent the crew *to save it*": what for."""
    is_doing = complement.kind in ("ger", "objinf") and complement.head.tag_ == "VBG"
    if is_doing and clause.head.lemma_.lower() in words("leaving_so", "lemma"):
        return "manner"  # "kept her *waiting*"
    is_sending = complement.kind == "objinf" and clause.head.lemma_.lower() in words("sending", "lemma")
    return "purpose" if is_sending and has_to(complement.head) else "topic"


def _is_called(clause: Clause) -> bool:
    """Whether what is predicated is what an object is called or made."""
    if not clause.objects and not (clause.agents and clause.kind is ClauseKind.VERB):
        return False
    is_calling = clause.head.lemma_.lower() in words("predicating", "lemma") | naming() | words("finding", "lemma")
    return is_calling and not made_adjectives(clause) and not is_of_noun(clause)


def _called(clause: Clause, attribute: Token) -> tuple[Token, ...]:
    """What something is called; of a superlative with the phrases behind it: "the largest *in the state*"."""
    told = words_under(attribute)
    if any(thing.lower_ == "it" for thing in clause.objects):
        behind = [c for c in attribute.rights if has_to(c) and c.left_edge.i == told[-1].i + 1]
        return (*told, *(t for c in behind for t in c.subtree))  # "made it a crime *to film them*"
    for oblique in clause.obliques if attribute.tag_ == "JJS" else ():
        if oblique.marker[0].i == told[-1].i + 1:
            told = (*told, *oblique.marker[0].subtree)
    return told


def roles_of_state(clause: Clause, told: tuple[Token, ...], mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    """ "Is 21st *in the league*": where, when and in what case, if the words of what is predicated do not tell it."""
    yield from _circumstances(clause)
    yield from limits_of(clause)
    yield from (("manner", Words(word)) for word in _restricting(clause, None) if word[0].i < told[0].i)
    places = {token.i for token in told}
    for role, filler in _roles_of_phrases(clause, None, mentions):
        is_outer = role == "circumstance" and places_of(filler) < (clause.verb.i,)
        if (role in _ROLES_OF_STATES or is_outer) and not places.intersection(places_of(filler)):
            yield role, filler


def _roles_of_phrases(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    behind = () if used is None else beside_phrase(clause, used)
    for oblique in (*clause.obliques, *behind):
        if oblique.is_on_noun and oblique.words == "of" and oblique.marker[0].head in made_adjectives(clause):
            yield from (("topic", filler_of(head)) for head in oblique.heads)  # "left it short *of cranes*"
            continue
        if oblique is not used and oblique.is_on_noun and _is_of_state(oblique, clause):
            yield "circumstance", in_words(oblique, oblique.heads[0])  # "held it liable *for the spill*"
            continue
        if oblique is not used and not oblique.is_on_noun and (measure := measure_of(oblique)):
            role = "circumstance" if oblique.words == "into" else "place"  # "40 km from Oslo"
            yield role, Words((*measure, *oblique.marker, *words_under(oblique.heads[0])))
            continue
        if len(oblique.marker) > 1 and oblique is not used and is_named_as(oblique, clause):
            yield "asRole", Words((*oblique.marker[1:], *words_under(oblique.heads[0])))
            continue
        if oblique.words == "of" and oblique is not used and _is_fronted_whole(oblique, clause):
            yield "circumstance", in_words(oblique, oblique.heads[0])
            continue
        if oblique is not used and _is_except(oblique) and not (oblique.is_on_noun and _is_in_name(oblique)):
            yield "circumstance", in_words(oblique, oblique.heads[0])
            continue
        if oblique is not used and tells_state(oblique):
            yield "circumstance", in_words(oblique, oblique.heads[0])
            continue
        if used is not None and _is_next_place(oblique, used):
            continue
        if oblique is used or is_aside(oblique) or is_absolute(oblique) or not belongs_to_verb(oblique):
            continue
        if oblique.is_on_noun and (oblique.marker[0].head in clause.attributes or _is_in_name(oblique)):
            continue  # stands in the words of the attribute, or of the object
        if (span := range_of(oblique)) is not None:
            yield "quantity", Words(span)
            continue
        if oblique.words == "without" and oblique.heads[0].pos_ in VERBAL:
            yield "manner", Words((*oblique.marker, *words_under(oblique.heads[0])))
            continue
        if _is_age(oblique) and any(oblique.marker[0] in with_qualifiers(thing) for thing in clause.objects):
            continue  # "bars anyone *under 16* from it"
        if ends_denial(clause, oblique):
            yield "circumstance", Words((*oblique.marker, *words_under(oblique.heads[0])))
            continue
        if is_time(oblique) and not is_asked(clause, oblique):
            is_sort = _is_sort_of_time(oblique.heads[0]) and _opens(oblique, clause)
            if is_sort or dates_denial(clause, oblique):
                yield "circumstance", in_words(oblique, oblique.heads[0])  # unless the statement's time tells it
            continue
        if oblique.words == "on" and (said := [c for head in oblique.heads for c in contents(head)][:1]):
            yield "condition", Clausal(said[0])  # "on condition that they stay away"
            continue
        roles = tuple(roles_of_heads(clause, oblique, lambda head: _kinds(head, mentions)))
        is_behind = oblique.marker[0].i < oblique.heads[0].i
        if not roles and is_behind and (limits_denial(clause, oblique) or _opens(oblique, clause)):
            yield "circumstance", in_words(oblique, oblique.heads[0])
        for role, head in roles:
            if head.i < oblique.marker[0].i and role in ("manner", "circumstance"):
                if oblique.words == "for" and head.pos_ in NOMINAL:
                    yield "topic", filler_of(head)  # "goods *for which* the firm paid"
                continue
            if role == "purpose" and (aim := next(contents(head), None)) is not None:
                yield role, Clausal(aim)  # "in a bid *to save the whale*"
                continue
            yield role, _filler(role, clause, oblique, head)


def _is_next_place(oblique: Oblique, used: Oblique) -> bool:
    """ "Served in Chad and later *in Mali*", "in Iraq, *in Mali* and in Chad": another place, and not where Chad is."""
    is_same = oblique is not used and oblique.words == used.words and oblique.words in ("in", "at", "on")
    last = used.heads[-1].right_edge.i
    between = oblique.marker[0].doc.tokens[last : oblique.marker[0].i]
    is_behind = used.marker[0].i < oblique.marker[0].i
    return is_same and is_behind and any(token.lower_ in ("and", ",") for token in between)


def _is_of_state(oblique: Oblique, clause: Clause) -> bool:
    """Whether a phrase hangs on the adjective that an object was made or found to be."""
    made = made_adjectives(clause)
    return len(made) == 1 and oblique.marker[0].head in made and not is_time(oblique)


def _filler(role: str, clause: Clause, oblique: Oblique, head: Token) -> Filler:
    """What fills the role of a phrase: with its preposition where that is half of what is said."""
    degree = [t for t in oblique.marker[0].lefts if t.lower_ in words("restricting", "word")]
    if role == "cause" and degree:
        return Words((*degree, *oblique.marker, *words_under(head)))  # "fell *partly because of rain*"
    is_new_level = role == "quantity" and oblique.words == "to" and value_of(head) in SUMS
    is_beside = bool(clause.objects or clause.adverbs) or len(clause.obliques) > 1
    if is_new_level and is_beside:
        return Words((*oblique.marker, *words_under(head)))  # "cut the fee *to 9 dollars*": not by as much
    if is_told_in_words(role, oblique):
        return in_words(oblique, head)
    is_deed = head.lemma_.lower() in words("efforts", "lemma") or next(contents(head), None) is not None
    if role == "asRole" and is_deed and any(c.dep_ in ADNOMINAL and has_to(c) for c in head.rights):
        return Words(words_under(head))  # "described it as an attempt *to free them*"
    return filler_of(head)


def _is_sort_of_time(noun: Token) -> bool:
    """ "In *wet years* the river floods": which years, and not when."""
    kinds = [c for c in noun.lefts if c.dep_ == "amod"]
    is_plain = all(c.dep_ == "amod" and c.tag_ == "JJ" for c in noun.lefts) and noun.tag_ == "NNS"
    return is_plain and bool(kinds) and not any(c.lower_ in words_of("which times") for c in kinds)


def _opens(oblique: Oblique, clause: Clause) -> bool:
    """ "*In parts of the valley* rates fell", "*for some of them* it is too late": where, or for whom, all of it is
    so; told before subject and verb."""
    marker, noun = oblique.marker[0], oblique.heads[0]
    subject = next((child for child in clause.verb.lefts if child.dep_ in SUBJECTS), None)
    is_before = subject is not None and noun.i < subject.left_edge.i and marker.i < noun.i and not oblique.is_on_noun
    is_scene = (oblique.words in _SCENES and noun.tag_ != "PRP" and noun.pos_ in NOMINAL | {"NUM"}) and (
        not is_time(oblique) or _is_sort_of_time(noun)
    )
    is_pointing = any(child.tag_ == "WDT" or child.lower_ == "no" for child in noun.lefts)
    is_pointing |= noun.lemma_.lower() in words_of("season") or len(noun.subtree) > _LONGEST_SCENE
    return is_before and is_scene and bool(noun.children) and not is_pointing and not is_discourse(marker)


def _is_fronted_whole(oblique: Oblique, clause: Clause) -> bool:
    """ "*Of the nine guests*, three were ill": of whom the three are."""
    first = oblique.marker[0]
    return first.i < clause.verb.i and (first.is_sent_start or first.text_before in (",", ";", "and", "that"))


def _is_except(oblique: Oblique) -> bool:
    """ "*Apart from two guards*, the staff left": without it too much is told."""
    return oblique.words in words("excepting", "words") and oblique.heads[0].pos_ not in VERBAL


def _is_in_name(oblique: Oblique) -> bool:
    """ "Works shifts *with eight patients*": the shifts are named by all of it."""
    return oblique.marker[0] in with_qualifiers(oblique.marker[0].head)


def _is_age(oblique: Oblique) -> bool:
    return oblique.words in ("under", "over") and oblique.heads[0].tag_ == "CD"


def _is_measure(adverb: Token) -> bool:
    """ "Fell *4 percent*", "closed *down 4 percent*", "was called out *61 times*"."""
    if adverb.lower_ in ("up", "down"):
        return any(c.dep_ == "npadvmod" and value_of(c) in SUMS for c in adverb.children)
    if adverb.lower_ in _AHEAD:
        counted = (c for c in adverb.lefts if c.dep_ == "npadvmod" and c.pos_ == "NOUN")
        return any("nummod" in c.below for c in counted)  # "fell *two points behind*"
    is_often = adverb.lemma_ == "time" and any(c.dep_ == "nummod" for c in adverb.lefts)
    return adverb.dep_ == "npadvmod" and (value_of(adverb) in SUMS or is_often or _is_duration(adverb))


def _is_often(word: Token) -> bool:
    """ "Complained *twice* this year"."""
    return values("adverb_roles", "word", "role").get(word.lower_) == "quantity"


def _is_duration(noun: Token) -> bool:
    """ "Lasted *nine days*": how long, right behind the verb."""
    is_next = noun.left_edge.i - 1 in (noun.head.i, *(c.i for c in noun.head.rights if c.dep_ == "prt"))
    is_often = any(child.lower_ in ("every", "each") for child in noun.lefts)
    is_one = noun.head.lemma_ == "last" and noun.left_edge.lower_ in ("a", "an")
    is_counted = noun.pos_ == "NOUN" and not is_often and ("nummod" in noun.below or is_one)
    return is_counted and noun.ent_type_ in TIMES and is_next


def _circumstances(clause: Clause) -> tuple[tuple[str, Filler], ...]:
    """Why, when, if what and what for, where a clause tells it."""
    asked = {complement.head.i for complement in clause.complements if complement.kind == "wh"}  # "asked when it fell"
    return tuple((role, Clausal(head)) for role, head in clause.circumstances if head.i not in asked)


def _as_if(clause: Clause) -> Iterator[Words]:
    """ "Feels *as if she could fly*": in words, for it is not so."""
    for child in clause.head.rights if "advcl" in clause.head.below else ():
        opening = child.left_edge
        is_as_if = opening.lower_ == "as" and opening.nbor().lower_ in ("if", "though")
        if child.dep_ == "advcl" and is_as_if and child.is_unbroken:
            yield Words(tuple(child.subtree))


def _restricting(clause: Clause, used: Oblique | None) -> Iterator[tuple[Token, ...]]:
    """ "Votes *only* in a tie", "*barely* touched him", "*more than* doubled", "is *often* late": without it
    another thing is told than was said."""
    restricting = words("restricting", "word")
    own = [adverb for adverb in clause.adverbs if adverb.i < clause.head.i or not adverb.children]
    first = max((child.i for child in clause.verb.lefts if child.dep_ in SUBJECTS), default=0) if own else 0
    for adverb in (adverb for adverb in own if adverb.i > first and not _role_of_adverb(adverb, clause)):
        before = tuple(t for t in adverb.lefts if t.lower_ == "only" and t.i == adverb.i - 1)
        is_limit = (adverb.lower_ in restricting or is_scaled(adverb)) and not adverb.children
        if is_limit or (before and adverb.lower_ in _NOW):
            yield (*before, adverb)
        elif adverb.lower_ == "but" and is_nearly_so(clause.head):
            yield (adverb.nbor(-1), adverb)  # "have *all but* vanished"
        elif adverb.lower_ == "more" and adverb.i == clause.head.i - 2:
            yield (adverb, *(t for t in adverb.rights if t.lower_ == "than"))
    if used is not None:
        yield from ((t,) for t in used.marker[0].lefts if t.lower_ in restricting)


def _role_of_adverb(adverb: Token, clause: Clause) -> str:
    """ "Not all cases end *well*", "sales rose *sharply*", "went *home*": less is told without it. "" of others."""
    word = " ".join(token.lower_ for token in words_under(adverb)) if adverb.dep_ == "npadvmod" else adverb.lower_
    listed = values("adverb_roles", "word", "role").get(word, "")
    is_before = adverb.i < clause.head.i and not _is_of_participle(adverb, clause)
    if is_before or (adverb.dep_ != "advmod" and not listed):
        return ""
    if listed == "quantity" and any(child.dep_ == "npadvmod" for child in adverb.children) and clause.objects:
        return ""  # "paid 9 dollars less than it was worth"
    if _is_compared_time(adverb, clause):
        return "manner"
    if _is_longer(adverb):
        return "quantity"
    if adverb.lower_ in words_of("come so"):
        return "manner"  # "came home *hungry*"
    if adverb.lower_ in _EARLY and any(c.dep_ == "npadvmod" for c in adverb.lefts):
        return "manner"  # "ran *two hours late* on Monday"
    if adverb.lower_ in _EARLY and _is_before_day(adverb, clause):
        return ""  # "*late* on Monday"
    if adverb.ent_type_ in TIMES and listed != "quantity":
        return ""
    if _how_far(adverb):
        return "place"
    if any(child.lower_ == "as" for child in adverb.lefts):
        is_time = adverb.lower_ in words("as_times", "word")
        return "manner" if is_compared(adverb) and not is_time else ""  # "swam as far as they could"; "as well"
    if listed == "destination" and any(child.lower_ == "of" for child in adverb.rights):
        return "place"  # "lies nine miles west of Oslo"
    if any(child.lower_ == "no" for child in adverb.lefts):
        return ""  # "works there no longer"
    if adverb.lower_ == "often" and any(child.lower_ == "so" for child in adverb.lefts):
        return ""  # "so often that"
    if adverb.tag_ == "RBR" and is_compared(adverb):
        return "manner"
    if word.endswith("ly"):
        return "" if word in words("adverbs", "lemma") or word in words("sentence_adverbs", "word") else "manner"
    return listed


def _is_compared_time(adverb: Token, clause: Clause) -> bool:
    """ "Rivers rise *earlier*": of what is always so; "she said *earlier*" tells when."""
    is_lasting = clause.verb.tag_ in ("VBP", "VBZ") or has_to(clause.verb)
    return is_lasting and adverb.lower_ in _EARLIER and not any(adverb.children)


def _is_before_day(adverb: Token, clause: Clause) -> bool:
    """Whether a phrase of time, or a time, stands right behind."""
    is_next = any(is_time(o) and o.marker[0].i == adverb.i + 1 for o in clause.obliques)
    following = adverb.doc.tokens[adverb.i + 1 : adverb.i + 2]
    return is_next or "prep" in adverb.below or any(t.ent_type_ in TIMES for t in following)


def _is_longer(adverb: Token) -> bool:
    """ "Lasted *longer than a week*", "waited *more than an hour*": how long."""
    spans = (c for than in adverb.rights if than.lower_ == "than" for c in than.rights)
    return adverb.lower_ in _LONGER and any(map(is_span, spans))


def _is_of_participle(adverb: Token, clause: Clause) -> bool:
    """ "Is *privately* held", "was *badly* timed": how, right before the participle; but "was *first* heard"."""
    is_next = clause.is_passive and adverb.i == clause.head.i - 1 and adverb.lower_ not in words("restricting", "word")
    return is_next and adverb.tag_ == "RB" and adverb.ent_type_ != "ORDINAL" and "neg" not in clause.verb.below


def _how_far(adverb: Token) -> bool:
    """ "Lives *two streets away*"."""
    far = [c for c in adverb.lefts if c.dep_ == "npadvmod"] if adverb.lower_ in words("distances", "word") else []
    return any(c.ent_type_ not in TIMES for c in far)  # "dated *14 months apart*" is no place


def _things(clause: Clause) -> tuple[Token, ...]:
    return clause.subjects if clause.subject_source == "existential" else clause.objects


def _kinds(head: Token, mentions: Mentions) -> tuple[str, ...]:
    return kinds(head, "" if value_of(head) else mentions.of(head).type)
