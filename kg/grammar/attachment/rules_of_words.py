"""The rules of attachment for one word each, by the label of its arc."""

from __future__ import annotations

from kg.grammar.attachment.adverbs import sent_home, set_adverb
from kg.grammar.attachment.appositions import (
    including,
    seat,
)
from kg.grammar.attachment.complements import (
    opening_that,
)
from kg.grammar.attachment.gaps import (
    degrees_of,
    less_than_nothing,
)
from kg.grammar.attachment.measures import (
    last_match,
    one_in,
    ranked,
    score_of_votes,
)
from kg.grammar.attachment.objects import (
    else_of,
    struck_in,
)
from kg.grammar.attachment.prepositions import (
    by_how_much,
    on_average,
    outside_court,
    thanks_to,
    to_vote,
)
from kg.grammar.attachment.receivers import (
    for_the_first_time,
)
from kg.grammar.attachment.secondary import shot_dead
from kg.grammar.attachment.sites import Rule
from kg.grammar.attachment.states import (
    set_alight,
    worth_sum,
)
from kg.grammar.attachment.when import (
    now_before,
    since_when,
)
from kg.grammar.wordlists import rows

OF_WORDS: dict[tuple[str, str], tuple[Rule, ...]] = {  # rules for one word
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
    ("xcomp", "put"): (set_adverb,),
    ("xcomp", "vote"): (to_vote,),
    **{("advmod", rank): (ranked,) for rank in ("first", "second", "third", "fourth", "fifth", "sixth", "last")},
    ("prep", "by"): (by_how_much,),
    ("prep", "for"): (for_the_first_time,),
    ("prep", "in"): (struck_in, one_in),
    ("prep", "to"): (score_of_votes,),
    ("prep", "since"): (since_when,),
    ("prep", "including"): (including,),
}
OF_WORDS.update({(arc, row["adverb"]): (set_adverb,) for row in rows("set_adverbs") for arc in ("advmod", "intj")})
