"""Roles of adverbs and measures: "fell *4 percent*", "lives *two streets away*", "votes *only* in a tie"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.amounts import SUMS, is_span, score_of, value_of
from kg.extract.clauses import Clause, Oblique
from kg.extract.clauses.obliques import agent_marker
from kg.extract.distances import is_distance
from kg.extract.factuality.negation import is_nearly_so, is_scaled
from kg.extract.fillers import is_compared, words_under
from kg.extract.proposition import Words
from kg.extract.roles import is_time
from kg.grammar.phrases import TIMES
from kg.grammar.verbs import SUBJECTS, has_to
from kg.grammar.wordlists import values, words, words_of
from kg.parse import Token

_NOW = frozenset({"now", "then", "recently"})
_EARLY = frozenset({"late", "early"})
_AHEAD = frozenset({"ahead", "adrift", "apart", "behind", "clear"})
_LONGER = frozenset({"longer", "shorter", "more", "less"})
_EARLIER = frozenset({"earlier", "later", "sooner"})
_PER = frozenset({"a", "an", "each", "every", "per"})
_BEFORE_DETERMINER = frozenset({"predet", "det"})


def roles_of_adverbs(clause: Clause) -> Iterator[tuple[str, Words]]:
    """Each role that an adverb or a measure has, with its words: first of all how much, then how and where."""
    for adverb in clause.adverbs:
        if (score := score_of(adverb)) is not None:
            yield "quantity", Words(score)
        elif often := tuple(c for c in adverb.lefts if _is_before_determiner(c) and _is_often(c)):
            is_rate = any(c.lower_ in _PER for c in adverb.lefts if c.i > often[-1].i)  # "*twice a year*"
            yield "quantity", Words(words_under(adverb) if is_rate else often)
        elif is_distance(adverb):
            if any(adverb.rights):
                yield "place", Words(words_under(adverb))  # "ran aground *90 metres from the wall*"
        elif _is_measure(adverb):
            behind = {t.i for c in adverb.rights if c.dep_ == "prep" and c.lower_ != "per" for t in c.subtree}
            yield "quantity", Words(tuple(t for t in words_under(adverb) if t.i not in behind))
    if not clause.attributes:
        told = ((_role_of_adverb(adverb, clause), adverb) for adverb in clause.adverbs)
        yield from ((role, Words(words_under(adverb))) for role, adverb in told if role)


def _is_measure(adverb: Token) -> bool:
    """ "Fell *4 percent*", "closed *down 4 percent*", "was called out *61 times*"."""
    if adverb.lower_ in ("up", "down"):
        return any(c.dep_ == "npadvmod" and value_of(c) in SUMS for c in adverb.children)
    if adverb.lower_ in _AHEAD:
        counted = (c for c in adverb.lefts if c.dep_ == "npadvmod" and c.pos_ == "NOUN")
        return any("nummod" in c.below for c in counted)  # "fell *two points behind*"
    is_often = adverb.lemma_ == "time" and any(c.dep_ == "nummod" for c in adverb.lefts)
    return adverb.dep_ == "npadvmod" and (value_of(adverb) in SUMS or is_often or _is_duration(adverb))


def _is_before_determiner(word: Token) -> bool:
    """ "*Twice* this year", however the parser hangs it; not "*more* often"."""
    return word.dep_ in _BEFORE_DETERMINER or (word.dep_ == "advmod" and word.head.pos_ == "NOUN")


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


def restricting(clause: Clause, used: Oblique | None) -> Iterator[tuple[Token, ...]]:
    """ "Votes *only* in a tie", "*barely* touched him", "*more than* doubled", "is *often* late": without it
    another thing is told than was said."""
    limiting = words("restricting", "word")
    own = [adverb for adverb in clause.adverbs if adverb.i < clause.head.i or not adverb.children]
    first = max((child.i for child in clause.verb.lefts if child.dep_ in SUBJECTS), default=0) if own else 0
    for adverb in (adverb for adverb in own if adverb.i > first and not _role_of_adverb(adverb, clause)):
        before = tuple(t for t in adverb.lefts if t.lower_ == "only" and t.i == adverb.i - 1)
        is_limit = (adverb.lower_ in limiting or is_scaled(adverb)) and not adverb.children
        if is_limit or (before and adverb.lower_ in _NOW):
            yield (*before, adverb)
        elif adverb.lower_ == "but" and is_nearly_so(clause.head):
            yield (adverb.nbor(-1), adverb)  # "have *all but* vanished"
        elif adverb.lower_ == "more" and adverb.i == clause.head.i - 2:
            yield (adverb, *(t for t in adverb.rights if t.lower_ == "than"))
    by = agent_marker(clause.verb) if clause.agents and clause.is_passive else None
    markers = [marker for marker in (used.marker[0] if used is not None else None, by) if marker is not None]
    for marker in markers:
        yield from ((t,) for t in marker.lefts if t.lower_ in limiting)


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
    """ "Is *privately* held", "was *badly* timed", "*secretly* copied it": how, right before the verb; but "was *first*
    heard", "could *ill* afford it"."""
    is_next = adverb.i == clause.head.i - 1 and adverb.lower_ not in words("restricting", "word")
    is_next &= clause.is_passive or adverb.lower_.endswith("ly") or _is_often(adverb)
    return is_next and adverb.tag_ == "RB" and adverb.ent_type_ != "ORDINAL" and "neg" not in clause.verb.below


def _how_far(adverb: Token) -> bool:
    """ "Lives *two streets away*"."""
    far = [c for c in adverb.lefts if c.dep_ == "npadvmod"] if adverb.lower_ in words("distances", "word") else []
    return any(c.ent_type_ not in TIMES for c in far)  # "dated *14 months apart*" is no place
