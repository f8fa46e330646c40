"""Background: clauses behind a comma by which the writer says who or what somebody else's words are about.

"Critics said the album borrowed from Orr, who won the prize in 1974": that she won it is no part of the criticism. A
clause that leaves its noun as it is ("Orr, who") belongs to the writer by its form; but "Police said the driver, who
fled on foot" shows that a speaker's words come in the same form. So it counts as the writer's only where its verb is
one of what is publicly known of people and firms (`milestones`, in the simple past, which no report has shifted; in the
present tense `standing`), and where nobody speaks whose business it is to tell what was done (`accusers`).
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.factuality import arcs
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.complements import is_content
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.regions import Region
from kg.extract.factuality.signatures import Signatures
from kg.extract.factuality.titles import tells_what, with_prepositions
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.verbs import HELPERS, has_subject, has_to, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "pcomp"})
_PAST, _PRESENT = frozenset({"VBD", "VBN"}), frozenset({"VBZ", "VBP"})


def is_background(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause has the form and the verb of what a writer tells of somebody by the way."""
    if verb.dep_ not in ADNOMINAL or verb.head.pos_ in VERBAL:
        return False
    is_of_title = verb.head.dep_ == "appos" and tells_what(verb.head, lexicon)  # "Orlo, a firm that makes lamps"
    if arcs.is_restrictive(verb) and not is_of_title:
        return False
    helpers = [child for child in verb.lefts if child.dep_ in HELPERS]
    forms = (*verb_forms(verb), *with_prepositions(verb))
    if any(helper.lemma_ not in ("be", "have") or helper.lower_ == "had" for helper in helpers):
        return False  # "who had won", "who may win"
    first = helpers[0] if helpers else verb
    if verb.tag_ == "VBG":
        return is_of_title and first.tag_ not in _PAST
    if first.tag_ in _PAST:
        is_whole = verb.dep_ == "relcl" or (verb.tag_ == "VBN" and not has_subject(verb))  # "Orlo, founded in 1988,"
        is_of_known = verb.head.tag_ != "NN" or not arcs.is_indefinite(verb.head)  # not "a firm, owned by his wife"
        is_of_known |= is_of_title and names_seat(verb)
        is_whole &= verb.dep_ == "relcl" or is_of_known
        return is_whole and lexicon.has("milestones", forms)
    return is_present(verb) and (is_of_title or _is_behind_past(verb) or lexicon.has("standing", forms))


def names_seat(verb: Token) -> bool:
    """Whether a participle only tells where a firm is or how old: "a firm *based* in Bergen"; not "founded by her"."""
    is_participle = verb.dep_ == "acl" and verb.tag_ == "VBN" and "agent" not in verb.below
    return is_participle and verb.lemma_ in words_of("having seat")


def is_present(verb: Token) -> bool:
    """Whether a relative clause stands in the present tense: "which opens", "who is trained"; not "which may open"."""
    helpers = [child for child in verb.lefts if child.dep_ in HELPERS]
    return verb.dep_ == "relcl" and (helpers[0] if helpers else verb).tag_ in _PRESENT


def _is_behind_past(verb: Token) -> bool:
    """Whether what is told around a clause in the present tense is told in the past: "sailed for a port which handles
    copper"."""
    clause = clause_of(verb.head)
    return clause is not None and (arcs.is_past(clause) or arcs.has_perfect(clause))


def is_by_the_way(verb: Token, region: Region, lexicon: Lexicon) -> bool:
    """Whether the writer only says who somebody is, in what another says without quotation marks."""
    # "The cuts, which begin in May, are harsh, he said"; not "staff who, he said, sleep there"
    is_now = is_present(verb) and not arcs.is_restrictive(verb) and not _is_put_in(region, verb)
    if region.is_quoted or not (is_now or is_background(verb, lexicon)):
        return False
    return not accuse(region.holders, lexicon)


def _is_put_in(region: Region, verb: Token) -> bool:
    """Whether a speaker stands within a clause, or the words begin there."""
    first, last = verb.left_edge.i, verb.right_edge.i
    return region.start >= first or (region.cue is not None and first <= region.cue.i <= last)


def said_over(clause: Token, signatures: Signatures) -> tuple[Token, Token | None]:
    """The clause that is said, in which a clause stands, and the verb of speech before it: of "said he had no intention
    of selling" had, said."""
    while (above := clause_of(clause)) is not None and above.i < clause.i:
        # "might close unless the state raised the price"
        is_condition = clause.dep_ == "advcl" and arcs.is_past(clause)
        # "said it leaked and that he would think of a sale"
        is_joined = clause.dep_ == "conj" and arcs.is_finite(clause)
        if clause.dep_ in ADNOMINAL and is_passed_on(clause, signatures):
            return clause, above
        if clause.dep_ not in _COMPLEMENTS and not (has_to(clause) or is_condition or is_joined):
            break
        if clause.dep_ == "ccomp" and signatures.speaks(above):
            return clause, above
        if clause.dep_ == "pcomp" and clause.head.dep_ == "prep" and is_charge(clause, signatures):
            return clause, above  # "accused Orlo of buying pumps from Tarn, based in Bergen"
        clause = above
    return clause, None


def is_charge(gerund: Token, signatures: Signatures) -> bool:
    """Whether somebody is told to have done what a gerund says: "accused of selling it"."""
    above = clause_of(gerund)
    found = signatures.of_gerund(above, gerund.head) if above is not None and gerund.dep_ == "pcomp" else None
    return found is not None and found.if_positive == "c"


def is_passed_on(clause: Token, signatures: Signatures) -> bool:
    """Whether a clause tells what others claim, of which a verb tells: "denied *reports that it had sold it*"."""
    noun = clause.head
    spoken = signatures.of_noun(noun, "that") if is_content(clause) else None
    is_claim = spoken is not None and spoken.if_positive == "c"
    return is_claim and noun.dep_ in ("dobj", "pobj")


def accuse(holders: Iterable[Token], lexicon: Lexicon) -> bool:
    """Whether one of those who speak tells what others did by office: prosecutors, a lawsuit."""
    named = (word for holder in holders for word in (holder, *arcs.modifiers(holder)))  # "Prosecutor Ida Moe"
    return any(lexicon.has("accusers", arcs.noun_forms(word)) for word in named)
