"""Attachment: arcs and lemmas that the parser often gets wrong and that number, kind or the lexicon can set right."""

from __future__ import annotations

from functools import lru_cache

from kg.grammar.attachment.adverbs import sent_home, set_adverb, set_noun
from kg.grammar.attachment.agreement import agreeing, finite_behind_plan, own_subject
from kg.grammar.attachment.antecedents import of_people, of_shares
from kg.grammar.attachment.appositions import (
    among,
    beside,
    called,
    called_kind,
    half_of_them,
    including,
    of_born,
    of_clause,
    of_post,
    outside_of,
    seat,
    titled,
)
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.clauses import (
    after_named,
    after_noun,
    bare,
    finite,
    infinitive,
    listed_verb,
    main,
    next_infinitive,
    next_that,
    other_study,
    other_voice,
    reduced,
    said_next,
    second_that,
)
from kg.grammar.attachment.complements import (
    as_thing_to,
    beneficiary,
    content,
    content_of_object,
    gerunds,
    given_her,
    given_to,
    halves,
    her_last,
    left_so,
    named_so,
    named_state,
    opening_that,
    ordered_done,
    paid_sum,
    payer,
    quoted,
    receiver,
    said,
    said_planned,
    spent,
    sum_behind_place,
    told,
    used_for,
)
from kg.grammar.attachment.coordination import (
    bearer,
    beside_people,
    bracketed,
    explained,
    explained_sum,
    fronted,
    item,
    kinds_and_things,
    listed,
    listed_sum,
    named_members,
    next_item,
    next_percent,
    next_place,
    next_share,
    own_link,
    parent,
    second_subject,
    shared_measure,
)
from kg.grammar.attachment.deeds import second_bare, second_deed
from kg.grammar.attachment.further_nouns import beside_gap, of_deed, of_main, of_thing_then
from kg.grammar.attachment.gaps import (
    accompanied,
    aim_behind_speaker,
    behind_hope,
    called_so,
    degrees_of,
    done_there,
    ended_lower,
    if_or_once,
    less_than_nothing,
    more_than_then,
    of_fronted,
    paid_for,
    stood_on,
    this_term,
)
from kg.grammar.attachment.garden_paths import (
    by_itself,
    called_things,
    has_done,
    missed_main,
    named_things,
    reduced_first,
    second_participle,
)
from kg.grammar.attachment.headlines import as_happens, as_retreats, as_shows
from kg.grammar.attachment.hyphens import hyphened
from kg.grammar.attachment.inserted import broken_quotations, inserted
from kg.grammar.attachment.lemmas import MENDERS, mend_pasts, title
from kg.grammar.attachment.lists import contained, listed_things
from kg.grammar.attachment.measures import (
    as_large,
    beaten,
    currencies,
    graded,
    how_long_after,
    how_long_ago,
    how_often,
    last_match,
    one_in,
    ranked,
    score,
    score_of_named,
    score_of_votes,
    since_then,
    sums,
    than_then,
)
from kg.grammar.attachment.nested_verbs import (
    behind_object,
    behind_reduced,
    main_of_noun,
    opened,
    said_to_do,
    two_subjects,
)
from kg.grammar.attachment.objects import (
    behind_to,
    else_of,
    had_done,
    help_doing,
    let_down,
    of_body,
    of_kind,
    struck_in,
    to_begin_with,
    what_they_do,
)
from kg.grammar.attachment.outer import asked_of_doing, asked_of_them, done_to_them, what_for, when_planned
from kg.grammar.attachment.participles import (
    adding,
    before_its_verb,
    behind_tag,
    citing,
    named_at_birth,
    no_second_deed,
    of_head,
    of_person,
    of_some_of_them,
    of_thing,
    told_of,
)
from kg.grammar.attachment.people import kin, next_named, next_post, next_with_post, their_kin, their_own
from kg.grammar.attachment.prepositions import (
    asked_for,
    behind_day,
    behind_inserted,
    blamed_for,
    by_how_much,
    by_maker,
    by_means,
    day_between,
    done_by,
    inside_names,
    kept_from,
    of_bare_noun,
    of_outer,
    on_average,
    outside_court,
    paid_to,
    said_when,
    set_off,
    shared_with,
    thanks_to,
    to_noun,
)
from kg.grammar.attachment.receivers import (
    asked_where,
    for_the_first_time,
    given_number,
    of_infinitive,
    wished_them,
)
from kg.grammar.attachment.relatives import (
    continued,
    dated,
    described,
    disputed,
    many_of,
    of_age,
    of_persons,
    of_what_is_said,
    published,
    whose,
    whose_object,
)
from kg.grammar.attachment.second_verbs import (
    asked_and_told,
    behind_quotation,
    but_has_not,
    but_said_not,
    did_not_but,
    gerund_beside,
    had_too,
    known_but,
    past_behind_passive,
    past_behind_present,
    plural_aside,
    said_and_questioned,
)
from kg.grammar.attachment.secondary import all_but, asked_done, is_out, left_doing, shot_dead
from kg.grammar.attachment.sentences import (
    gapped,
    no_helper,
    second_clause,
)
from kg.grammar.attachment.shared_subjects import (
    aside_of_subject,
    behind_question,
    behind_quoted_clause,
    behind_speaker,
    next_to_do,
    noun_between,
    of_opening,
    of_sum,
    some_behind,
    told_beside,
    with_helper,
    yet_to_be,
)
from kg.grammar.attachment.sites import SITES, Labels, Rule
from kg.grammar.attachment.states import (
    found_him_so,
    found_so,
    kept_so,
    named_head,
    pulled_alive,
    ruled_so,
    set_alight,
    worth_sum,
)
from kg.grammar.attachment.summaries import of_some, sums_up
from kg.grammar.attachment.that_clauses import and_that, heard_last, that_it_was, told_that
from kg.grammar.attachment.verbless import clause_verb, second, verb_set_off
from kg.grammar.attachment.when import (
    now_before,
    of_example,
    of_record,
    ordered_after,
    ordered_after_doing,
    planned_when,
    since_when,
    striving_when,
    who_acts,
)
from kg.grammar.phrases import VERBAL
from kg.grammar.wordlists import rows
from kg.parse import Doc, Token

_KINDS = 1 << 14  # of sites that are kept in mind
_ANY: dict[str, tuple[Rule, ...]] = {  # by the label that the word to be moved has
    "ROOT": (
        as_happens,
        of_some_of_them,
        missed_main,
        second_participle,
        reduced_first,
        by_itself,
        main_of_noun,
        two_subjects,
        verb_set_off,
        continued,
        after_named,
    ),
    "acl": (
        called_so,
        accompanied,
        next_that,
        called_things,
        heard_last,
        asked_done,
        asked_of_them,
        to_noun,
        said_planned,
        ordered_done,
        opened,
        said_to_do,
        of_head,
        pulled_alive,
        said,
        spent,
        main,
        published,
        of_person,
    ),
    "advcl": (
        of_fronted,
        of_infinitive,
        left_doing,
        asked_of_them,
        to_noun,
        since_then,
        adding,
        citing,
        before_its_verb,
        behind_tag,
        listed_verb,
        after_noun,
        found_so,
        named_state,
        left_so,
        of_thing,
        used_for,
        behind_to,
        as_thing_to,
        kept_so,
    ),
    "amod": (ended_lower, found_so, pulled_alive, second_bare, second_deed),
    "advmod": (is_out,),
    "agent": (by_means, by_maker),
    "appos": (
        named_things,
        among,
        half_of_them,
        of_some,
        outside_of,
        of_clause,
        sums_up,
        listed_sum,
        kinds_and_things,
        next_item,
        kin,
        listed,
        listed_things,
        contained,
        next_post,
        their_own,
        next_with_post,
        named_members,
        bracketed,
        fronted,
        bearer,
        called,
        explained_sum,
        as_large,
        of_post,
        beside,
        sum_behind_place,
        of_born,
        disputed,
    ),
    "compound": (as_shows, second, receiver, second_bare, to_noun),
    "conj": (
        all_but,
        title,
        among,
        next_share,
        fronted,
        beside_people,
        gapped,
        next_percent,
        item,
        second,
        shared_measure,
        their_kin,
        next_named,
        next_with_post,
        next_place,
        own_link,
        parent,
    ),
    "ccomp": (
        if_or_once,
        asked_of_them,
        asked_of_doing,
        let_down,
        kept_so,
        disputed,
        left_so,
        found_him_so,
        content_of_object,
        halves,
        clause_verb,
    ),
    "dep": (among, told_of),
    "dobj": (
        paid_for,
        more_than_then,
        this_term,
        given_number,
        set_noun,
        named_head,
        what_they_do,
        called,
        named_so,
        among,
        beneficiary,
        given_her,
        called_kind,
        payer,
        quoted,
        sums_up,
        explained,
        score,
        as_large,
        graded,
        how_often,
        how_long_ago,
        titled,
        sum_behind_place,
        paid_sum,
        her_last,
        ruled_so,
    ),
    "nsubj": (told_of, graded, second_subject),
    "nsubjpass": (second_subject,),
    "oprd": (named_head, kept_so),
    "pobj": (as_retreats, given_to, gerunds, sum_behind_place),
    "nummod": (sum_behind_place, score_of_named),
    "nmod": (day_between,),
    "npadvmod": (
        wished_them,
        when_planned,
        ruled_so,
        beaten,
        than_then,
        told_of,
        called,
        day_between,
        as_large,
        how_long_after,
        titled,
        of_born,
    ),
    "prep": (
        done_there,
        behind_hope,
        when_planned,
        what_for,
        done_by,
        behind_day,
        shared_with,
        behind_inserted,
        kept_from,
        asked_for,
        blamed_for,
        said_when,
        set_off,
        of_bare_noun,
        of_outer,
        of_example,
        of_record,
        ordered_after_doing,
        striving_when,
    ),
    "pcomp": (who_acts, of_kind),
    "prt": (let_down, is_out, stood_on),
    "aux": (no_helper,),
    "auxpass": (no_helper,),
    "quantmod": (paid_to,),
    "relcl": (
        and_that,
        asked_where,
        asked_done,
        asked_of_them,
        to_noun,
        of_thing_then,
        of_deed,
        ordered_done,
        content,
        said,
        told,
        told_that,
        of_age,
        dated,
        described,
        of_persons,
        whose,
        whose_object,
        of_what_is_said,
        behind_to,
    ),
    "xcomp": (
        aim_behind_speaker,
        of_infinitive,
        left_doing,
        asked_of_them,
        kept_so,
        to_noun,
        title,
        halves,
        left_so,
        behind_to,
        to_begin_with,
    ),
}
_OF_VERBS: dict[str, tuple[Rule, ...]] = {
    "ccomp": (
        and_that,
        had_too,
        behind_reduced,
        behind_object,
        two_subjects,
        *_ANY["ccomp"],
        after_noun,
        many_of,
        said_next,
        had_done,
    ),
    "advcl": (
        that_it_was,
        behind_reduced,
        of_main,
        *_ANY["advcl"],
        second_clause,
        of_body,
        to_begin_with,
        planned_when,
        ordered_after,
        other_study,
        other_voice,
        next_infinitive,
        many_of,
        reduced,
    ),
    "amod": (second_deed,),
    "conj": (
        has_done,
        plural_aside,
        no_second_deed,
        behind_reduced,
        noun_between,
        some_behind,
        with_helper,
        behind_speaker,
        behind_question,
        told_beside,
        behind_quoted_clause,
        next_to_do,
        beside_gap,
        own_subject,
        done_to_them,
        agreeing,
        finite_behind_plan,
        help_doing,
        title,
        bare,
        finite,
        infinitive,
        gerund_beside,
        past_behind_present,
        said_and_questioned,
        past_behind_passive,
        known_but,
        but_said_not,
        had_too,
        behind_quotation,
        but_has_not,
        asked_and_told,
        did_not_but,
        many_of,
        second_that,
        said_next,
        after_noun,
        reduced,
        own_link,
    ),
    "dep": (*_ANY["dep"], said_next),
    "ROOT": (has_done, many_of, inserted, behind_reduced, *_ANY["ROOT"]),
    "parataxis": (aside_of_subject, inserted),
}
_OF_WORDS: dict[tuple[str, str], tuple[Rule, ...]] = {  # rules for one word
    ("advcl", "final"): (last_match,),
    ("advmod", "else"): (else_of,),
    ("advmod", "minus"): (less_than_nothing,),
    ("acomp", "average"): (on_average,),
    ("amod", "average"): (on_average,),
    ("amod", "based"): (seat,),
    ("amod", "final"): (last_match,),
    ("amod", "dead"): (shot_dead,),
    ("amod", "outside"): (outside_court,),
    **{(arc, state): (set_alight,) for arc in ("dobj", "oprd", "advmod") for state in ("alight", "ablaze")},
    ("amod", "worth"): (worth_sum,),
    ("dobj", "home"): (sent_home,),
    **{(arc, scale): (degrees_of,) for arc in ("dobj", "pobj", "npadvmod") for scale in ("celsius", "fahrenheit")},
    ("advmod", "worth"): (worth_sum,),
    ("dative", "worth"): (worth_sum,),
    ("dobj", "worth"): (worth_sum,),
    ("oprd", "worth"): (worth_sum,),
    ("dobj", "thanks"): (thanks_to,),
    ("npadvmod", "thanks"): (thanks_to,),
    ("nsubj", "that"): (opening_that,),
    ("nsubjpass", "that"): (opening_that,),
    ("pobj", "thanks"): (thanks_to,),
    ("prep", "before"): (now_before,),
    **{("advmod", rank): (ranked,) for rank in ("first", "second", "third", "fourth", "fifth", "sixth", "last")},
    ("prep", "by"): (by_how_much,),
    ("prep", "for"): (for_the_first_time,),
    ("prep", "in"): (struck_in, one_in),
    ("prep", "to"): (score_of_votes,),
    ("prep", "since"): (since_when,),
    ("prep", "including"): (including,),
}


def reattach(doc: Doc) -> Doc:
    """The document with better arcs and lemmas. It is the same Doc; doing it twice changes nothing more."""
    for token in doc.tokens:
        if (mender := MENDERS.get(token.pos_)) is not None:
            mender(token)
    mend_pasts(doc)
    _hang(
        [
            *hyphened(doc),
            *currencies(doc),
            *sums(doc),
            *broken_quotations(doc),
            *named_at_birth(doc),
            *inside_names(doc),
        ]
    )
    for token in doc.tokens:
        if token.dep_ in _MOVED and (rules := _rules_at(token)):
            _apply(rules, token, token.dep_)
    return doc


_OF_WORDS.update({(arc, row["adverb"]): (set_adverb,) for row in rows("set_adverbs") for arc in ("advmod", "intj")})
_MOVED = {*_ANY, *_OF_VERBS, *(arc for arc, _ in _OF_WORDS)}


def _rules_at(token: Token) -> tuple[Rule, ...]:
    """The rules worth trying where a word stands."""
    arc, head = token.dep_, token.head
    rules = _rules(arc, token.pos_ in VERBAL, token.tag_, token.below, head.dep_, head.tag_, token.i > head.i)
    return rules + _OF_WORDS[arc, token.lower_] if (arc, token.lower_) in _OF_WORDS else rules


def _apply(rules: tuple[Rule, ...], token: Token, arc: str) -> None:
    """Try the rules in turn, as long as the word hangs below this arc."""
    for rule in rules:
        if token.dep_ == arc and (arcs := [*rule(token)]):
            _hang(arcs)


@lru_cache(_KINDS)
def _rules(
    arc: str, is_verb: bool, tag: str, below: Labels, above: str, above_tag: str, is_behind: bool
) -> tuple[Rule, ...]:
    """The rules for a word below an arc that can hold at its site."""
    rules = _OF_VERBS.get(arc, _ANY.get(arc, ())) if is_verb else _ANY.get(arc, ())
    return tuple(
        rule for rule in rules if rule not in SITES or SITES[rule].holds(tag, below, above, above_tag, is_behind)
    )


def _hang(arcs: list[Arc]) -> None:
    """Draw the arcs, but for those that would close a circle."""
    for dependent, head, label in arcs:
        if dependent == head or dependent not in head.ancestors:
            dependent.doc.hang(dependent, head, label)
