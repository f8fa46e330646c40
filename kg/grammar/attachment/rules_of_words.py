"""The rules of attachment for one word each, by the label of its arc."""

from __future__ import annotations

from itertools import product

from kg.grammar.attachment import (
    adverbs,
    appositions,
    complements,
    coordination,
    deeds,
    gapped,
    gaps,
    inserted,
    measures,
    objects,
    orders,
    predicated,
    prepositions,
    receivers,
    secondary,
    shares,
    states,
    subjects_beside,
    valency,
    when,
)
from kg.grammar.attachment.sites import Rule
from kg.grammar.phrases import REFLEXIVES
from kg.grammar.wordlists import words, words_of


def _listed(name: str) -> str:
    """The words of a list of words.tsv, set apart by blanks."""
    return " ".join(sorted(words_of(name)))


_ROWS: tuple[tuple[Rule, str, str], ...] = (  # a rule, the arcs and the words that it is for
    (adverbs.sent_home, "dobj", "home"),
    (adverbs.all_but, "cc prep advmod", "but"),
    (coordination.none_but, "cc prep", "but"),
    (adverbs.is_there, "advmod", "here there anywhere nearby"),
    (adverbs.set_adverb, "xcomp", "put"),
    (adverbs.through_to, "prep", "through in out down off over"),
    (adverbs.changed_course, "advmod", "course"),
    (adverbs.set_adverb, "advcl acomp oprd", "missing live"),
    (adverbs.set_adverb, "advmod intj", " ".join(sorted(words("set_adverbs", "adverb")))),
    (appositions.including, "prep", "including"),
    (appositions.seat, "amod", "based"),
    (coordination.pairing, "det predet advmod", "both either"),
    (complements.opening_that, "nsubj nsubjpass", "that"),
    (deeds.no_deed, "pcomp", _listed("no deed")),
    (gapped.by_next, "npadvmod conj appos dobj", "percent %"),
    (gaps.degrees_of, "dobj pobj npadvmod", "celsius fahrenheit"),
    (gaps.less_than_nothing, "advmod", "minus"),
    (inserted.not_of_speech, "cc preconj advmod neg", "nor neither never"),
    (measures.last_match, "advcl amod", "final"),
    (measures.more_than_one, "advmod", "more less fewer"),
    (measures.up_to, "ROOT prep", "up close"),
    (measures.times_as_many, "dobj attr pobj npadvmod", "times"),
    (measures.ranked, "advmod", "first second third fourth fifth sixth last"),
    (measures.score_of_votes, "prep", "to"),
    (measures.range_to, "prep", "to"),
    (measures.per_cent, "prep", "per"),
    (measures.millions_of, "dobj nsubj", "m bn mn tn"),
    (measures.sum_in, "prep", "in"),
    (measures.record_sum, "dobj", "record"),
    (measures.than_of_degree, "prep", "than"),
    (measures.as_of_degree, "prep", "as"),
    (
        measures.larger_than,
        "advmod acomp oprd xcomp",
        "longer larger bigger smaller older younger higher lower taller wider heavier deeper thicker shorter",
    ),
    (objects.else_of, "advmod", "else"),
    (objects.struck_in, "prep", "in"),
    (measures.one_in, "prep", "in"),
    (orders.or_else, "compound conj amod", _listed("what else threatens")),
    (predicated.named_as, "mark prep", "as"),
    (predicated.as_said, "mark", "as"),
    (predicated.named_by_as, "prep", "as"),
    (predicated.named_by_as_state, "advmod prep mark", "as"),
    (predicated.wanted_back, "ccomp", "back"),
    (subjects_beside.themselves_too, "nsubj nsubjpass", " ".join(sorted(REFLEXIVES))),
    (predicated.more_than, "prep", "than"),
    (predicated.ahead_by, "advmod prt", "ahead adrift behind clear down short up"),
    (predicated.aged, "acomp attr dobj oprd xcomp", "aged"),
    (predicated.in_writing, "pcomp", "writing"),
    (predicated.given_by, "prep agent", "by"),
    (predicated.put_right, "advmod", "right straight wrong"),
    (predicated.of_all_kinds, "prep", "from"),
    (predicated.relied_on_for, "prep", "for"),
    (prepositions.by_how_much, "prep", "by"),
    (prepositions.on_average, "acomp amod", "average"),
    (prepositions.outside_court, "amod", "outside"),
    (prepositions.thanks_to, "dobj npadvmod pobj", "thanks"),
    (prepositions.to_vote, "xcomp", "vote"),
    (receivers.for_the_first_time, "prep", "for"),
    (receivers.leave_to, "ccomp dobj", "leave"),
    (receivers.told_paper, "npadvmod", _listed("end of a title")),
    (secondary.shot_dead, "amod", "dead"),
    (shares.all_but_some, "npadvmod appos dep nsubj nsubjpass", "all"),
    (shares.come_so, "amod advcl xcomp acl", _listed("come so")),
    (shares.had_by_people, "prep", "with"),
    (shares.some_of_which, "prep", "of"),
    (states.due_to_do, "prep oprd amod advmod", "due"),
    (states.proved_hard, "advmod", _listed("hard to do")),
    (states.set_alight, "dobj oprd advmod", "alight ablaze"),
    (states.worth_sum, "amod advmod dative dobj oprd", "worth"),
    (valency.of_noun_before, "dative", "to"),
    (valency.of_sign, "prep", "of"),
    (valency.of_span, "prep", "to from"),
    (valency.by_whom, "prep agent", "by"),
    (when.long_before, "prep", "before after"),
    (when.by_the_time, "prep", "by on in at from"),
    (when.never_before, "mark advmod", "before"),
    (when.now_before, "prep", "before"),
    (when.provided_that, "prep advcl", "provided providing"),
    (when.since_when, "prep", "since"),
)


def _by_site() -> dict[tuple[str, str], tuple[Rule, ...]]:
    found: dict[tuple[str, str], tuple[Rule, ...]] = {}
    for rule, arcs, forms in _ROWS:
        for site in product(arcs.split(), forms.split()):
            found[site] = (*found.get(site, ()), rule)
    return found


OF_WORDS = _by_site()
