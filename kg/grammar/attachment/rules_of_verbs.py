"""The rules of attachment for verbs, by the label of their arc, in the order in which they are tried."""

from __future__ import annotations

from kg.grammar.attachment.agreement import agreeing, finite_behind_plan, own_subject
from kg.grammar.attachment.clauses import (
    after_noun,
    bare,
    finite,
    infinitive,
    next_infinitive,
    other_study,
    other_voice,
    reduced,
    said_next,
)
from kg.grammar.attachment.coordination import (
    own_link,
)
from kg.grammar.attachment.deeds import second_deed
from kg.grammar.attachment.further_nouns import beside_gap, of_main
from kg.grammar.attachment.garden_paths import (
    has_done,
)
from kg.grammar.attachment.inserted import inserted
from kg.grammar.attachment.lemmas import title
from kg.grammar.attachment.nested_verbs import (
    behind_object,
    behind_reduced,
    told_so,
    two_subjects,
)
from kg.grammar.attachment.objects import (
    had_done,
    help_doing,
    of_body,
    to_begin_with,
)
from kg.grammar.attachment.outer import done_to_them
from kg.grammar.attachment.participles import (
    no_second_deed,
)
from kg.grammar.attachment.relatives import (
    many_of,
)
from kg.grammar.attachment.rules import ANY
from kg.grammar.attachment.second_verbs import (
    adjacent,
    asked_and_told,
    behind_quotation,
    behind_speaker,
    but_has_not,
    but_said_not,
    did_not_but,
    gerund_beside,
    had_too,
    known_but,
    next_to_do,
    past_behind_passive,
    past_behind_present,
    plural_aside,
    said_and_questioned,
    with_helper,
)
from kg.grammar.attachment.sentences import (
    second_clause,
)
from kg.grammar.attachment.sites import Rule
from kg.grammar.attachment.subjects_beside import (
    aside_of_subject,
    noun_between,
    of_opening,
    of_sum,
    some_behind,
    yet_to_be,
)
from kg.grammar.attachment.that_clauses import next_that, second_that, that_it_was
from kg.grammar.attachment.when import (
    ordered_after,
    planned_when,
)

OF_VERBS: dict[str, tuple[Rule, ...]] = {
    "ccomp": (
        told_so,
        has_done,
        aside_of_subject,
        next_that,
        had_too,
        behind_reduced,
        behind_object,
        two_subjects,
        *ANY["ccomp"],
        after_noun,
        many_of,
        said_next,
        had_done,
    ),
    "advcl": (
        aside_of_subject,
        of_opening,
        of_sum,
        yet_to_be,
        that_it_was,
        behind_reduced,
        of_main,
        *ANY["advcl"],
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
        adjacent,
        plural_aside,
        no_second_deed,
        behind_reduced,
        noun_between,
        some_behind,
        with_helper,
        behind_speaker,
        did_not_but,
        asked_and_told,
        behind_quotation,
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
        but_has_not,
        many_of,
        second_that,
        said_next,
        after_noun,
        reduced,
        own_link,
    ),
    "dep": (*ANY["dep"], said_next),
    "ROOT": (told_so, has_done, many_of, inserted, behind_reduced, *ANY["ROOT"]),
    "parataxis": (aside_of_subject, inserted),
}
