"""Clauses and nouns as what a verb says, does or makes of something; whom it is for stands in `receivers`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import ADJECTIVES, PAST, at
from kg.grammar.kinds import is_person
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.told import thinks_not
from kg.grammar.verbs import HELPERS, NOMINAL_SUBJECTS, SUBJECTS, has_subject, has_to, is_headline, verb_forms
from kg.parse import Token

_TAKEN = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp"})
_OWN_HELPERS = frozenset({"aux", "auxpass", "agent"})
_WHERE_SAID = frozenset({"in", "at", "on", "outside", "inside", "before", "after", "during", "throughout", "for"})


@at(any_below="mark dobj nsubjpass")
def said(verb: Token) -> Iterator[Arc]:
    """ "Said outside the court [that Orlo would appeal]", "said in a statement [that it would]": no clause of the
    court."""
    if verb.dep_ == "acl" and (verb.head.dep_ != "pobj" or (_tells(verb.head) and not _is_said_in(verb.head))):
        return  # "the claim that Orlo lied"
    if verb.dep_ not in ADNOMINAL or (that := _that_before(verb)) is None:
        return
    above = verb.head
    if that.dep_ == "dobj" and above.head.lower_ not in _WHERE_SAID:
        return
    while above.dep_ in ("pobj", "prep", "dobj", "npadvmod", "dative"):
        above = above.head
    lacking = {"ccomp", "dobj", "auxpass", "prt"} if that.dep_ == "dobj" else {"ccomp"}  # what it has no room for
    if _says(above) and above.below.isdisjoint(lacking):
        yield verb, above, "ccomp"
        yield from (
            (c, verb, that.dep_) for h in verb.lefts if h.dep_ == "auxpass" for c in [*h.lefts] if c.dep_ in SUBJECTS
        )
        yield that, verb, "mark"


def _that_before(verb: Token) -> Token | None:
    """The "that" that opens what is said, though it may pass for the object of a verb with a subject of its own."""
    arcs = {"mark", "dobj"} if not verb.below.isdisjoint(SUBJECTS) else {"mark"}
    if any(c.dep_ in SUBJECTS for helper in verb.lefts if helper.dep_ == "auxpass" for c in helper.lefts):
        arcs = {"mark", *SUBJECTS}  # its subject hangs on the helper
    return next((c for c in verb.lefts if c.lower_ == "that" and c.dep_ in arcs), None)


@at(tags="VB", below="aux", none_below=SUBJECTS, above="ROOT xcomp conj ccomp relcl", is_behind=True)
def paid_to_do(verb: Token) -> Iterator[Arc]:
    """ "Paid for a laboratory *to test* the soil": who is paid tests; not "paid for a ticket to see it"."""
    payer = verb.head
    preposition = next((c for c in payer.rights if c.dep_ == "prep" and c.lower_ == "for" and c.i < verb.i), None)
    doer = next((c for c in preposition.rights if c.dep_ == "pobj"), None) if preposition is not None else None
    if doer is None or preposition is None or verb.dep_ != "advcl" or not has_to(verb):
        return
    is_next = doer.right_edge.i == verb.left_edge.i - 1 and "dobj" not in payer.below
    if is_next and payer.lemma_.lower() in wordlists.words("paying", "lemma") and not thinks_not(doer):
        yield preposition, verb, "mark"
        yield doer, verb, "nsubj"


def opening_that(that: Token) -> Iterator[Arc]:
    """ "Said *that* pay was low": it opens the clause, and is no second subject."""
    verb = that.head
    others = (child for child in verb.lefts if child.dep_ in SUBJECTS and child.i > that.i)
    if verb.dep_ == "ccomp" and verb.head.i < that.i and any(True for _ in others):
        that.tag_, that.pos_ = "IN", "SCONJ"
        yield that, verb, "mark"


def _tells(noun: Token) -> bool:
    return noun.lemma_.lower() in wordlists.content_nouns()


def _is_said_in(statement: Token) -> bool:
    """ "Said in a *statement*", where what is said is no object: not "wrote a song in the belief that"."""
    verb = statement.head.head
    return statement.head.lower_ == "in" and _says(verb) and not any(c.dep_ == "dobj" for c in verb.rights)


@at(below="nsubj", above="dobj", is_behind=True)
def told(verb: Token) -> Iterator[Arc]:
    """ "Told senators *he had learned* from it": what they were told, and nothing that is said of them; not "told a man
    she met"."""
    hearer = verb.head
    above = hearer.head
    lemma = above.lemma_.lower()
    is_told = lemma in wordlists.words("addressing", "lemma") and hearer.tag_ in ("NNS", "NNP")
    if above.dep_ != "relcl" and lemma in wordlists.words("telling", "lemma") and is_body(hearer):
        is_told = True  # "told the inquiry he had seen it"
    elif any(c.dep_ == "det" for c in hearer.lefts):
        if lemma not in wordlists.words("telling", "lemma") or not _tells_all(verb):
            return
        is_told = True  # "told the firm it had to pay"
    if verb.dep_ != "relcl" or not is_told or any(c.dep_ == "ccomp" for c in above.rights):
        return
    opening = verb.left_edge
    is_whole = any(c.dep_ in HELPERS for c in verb.lefts) or not verb.below.isdisjoint(_TAKEN)
    if is_whole and opening.i == hearer.i + 1 and opening.tag_ not in ("WDT", "WP", "WRB", "IN", ","):
        yield verb, above, "ccomp"


def _tells_all(verb: Token) -> bool:
    """ "It had to pay", "they were late", where nothing is left out: not "a man *she met*"."""
    opening = verb.left_edge
    is_pronoun = opening.tag_ == "PRP" and opening.dep_ in SUBJECTS and opening.head is verb
    is_had = verb.lemma_ in ("have", "be") or not is_person(verb.head)  # "told a man *he met* a lie"
    is_full = is_had and not verb.below.isdisjoint({"dobj", "attr", "acomp"})
    return is_pronoun and (is_full or ("xcomp" in verb.below and verb.lemma_ == "have"))


def is_body(hearer: Token) -> bool:
    """Whether a noun is one for those who are told things together: "inquiry", "meeting", "paper"."""
    return wordlists.class_told_by(hearer.lemma_.lower()) in ("kg:GovernmentBody", "kg:Event", "kg:MediaOutlet")


@at(above="pobj")
def content(verb: Token) -> Iterator[Arc]:
    """ "Demands by the party [that he resign]", "claims by Orlo [that it paid]": what is demanded or claimed, and
    nothing that is said of the party."""
    noun = verb.head
    above = noun.head.head
    opening = next((c for c in verb.lefts if c.lower_ == "that" and c.dep_ in ("dobj", "mark", "nsubj")), None)
    if opening is None or noun.dep_ != "pobj" or above.lemma_.lower() not in wordlists.content_nouns():
        return
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c != opening), None)
    is_told = any(c.dep_ in ("dobj", "attr", "acomp", "ccomp") and c != opening for c in verb.children)
    if subject is not None and (is_told or _is_wished(verb, subject)):
        yield verb, above, "acl"
        yield opening, verb, "mark"


@at(tags=PAST, below="xcomp", above="dobj pobj", is_behind=True)
def said_planned(verb: Token) -> Iterator[Arc]:
    """ "Said the board of the club *planned* to sell it": what is said; nobody says a board."""
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    says = noun.head
    if noun.dep_ != "dobj" or says.lemma_ != "say" or not _OWN_HELPERS.isdisjoint(verb.below) or not has_subject(says):
        return
    if any(c.dep_ == "xcomp" and has_to(c) for c in verb.rights) and noun.i > says.i:
        verb.tag_ = "VBD"
        yield verb, says, "ccomp"
        yield noun, verb, "nsubj"


@at(below="aux auxpass", above="dobj", is_behind=True)
def ordered_done(verb: Token) -> Iterator[Arc]:
    """ "Required the ferries *to be built* there": what was required, and no kind of ferries."""
    above = verb.head.head
    if has_to(verb) and not has_subject(verb) and not wordlists.ordering().isdisjoint(verb_forms(above)):
        yield verb, above, "xcomp"


@at(tags="VBN VB", below="mark aux", any_below=NOMINAL_SUBJECTS, is_behind=True)
def as_thing_to(verb: Token) -> Iterator[Arc]:
    """ "Treated it *as* goods to be sold": as what it was treated; a clause with "as" has no infinitive."""
    marker = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    thing = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if marker is None or thing is None or marker.lower_ != "as" or not has_to(verb):
        return
    if marker.i < thing.i and "dobj" in verb.head.below and all(c.lower_ != "for" for c in verb.lefts):
        yield marker, verb.head, "prep"
        yield thing, marker, "pobj"
        yield verb, thing, "acl"


@at(below="mark", is_behind=True)
def content_of_object(verb: Token) -> Iterator[Arc]:
    """ "Ignored warnings by its advisers [that the price was low]": what was warned of; it is not ignored as a fact."""
    above = verb.head
    is_marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)
    if verb.dep_ != "ccomp" or not is_marked or above.pos_ not in VERBAL:
        return
    noun = next((c for c in reversed(above.rights) if c.dep_ == "dobj" and c.i < verb.i), None)
    if noun is not None and noun.lemma_.lower() in wordlists.content_nouns():
        yield verb, noun, "acl"


def _is_wished(verb: Token, subject: Token) -> bool:
    """ "He resign", "it be sold": a bare form, where a fact has another one."""
    first = next((c for c in verb.lefts if c.dep_ in HELPERS), verb)
    is_one = subject.lower_ in ("he", "she", "it") or subject.tag_ in ("NN", "NNP")
    return first.lower_ == "be" or (first == verb and verb.tag_ in ("VB", "VBP") and is_one)


def quoted(noun: Token) -> Iterator[Arc]:
    """ "Said the tool "is ready for abuse"": what the parser takes for the object of saying is ready."""
    verb = noun.head
    if noun.dep_ != "dobj" or not _says(verb) or verb.lemma_ in wordlists.words("addressing", "lemma"):
        return
    for content in verb.rights:
        is_clause = content.dep_ == "ccomp" and content.left_edge.i > noun.right_edge.i and content.tag_ != "VB"
        if is_clause and not any(child.dep_ in SUBJECTS or child.tag_ == "TO" for child in content.children):
            between = noun.doc[noun.right_edge.i + 1 : content.left_edge.i]
            if all(token.is_quote for token in between):
                is_passive = any(child.dep_ == "auxpass" for child in content.lefts)
                yield noun, content, "nsubjpass" if is_passive else "nsubj"


@at(tags="NNS VBG")
def gerunds(word: Token) -> Iterator[Arc]:
    """ "Accused Orlo of lying": a verb behind "of", and no noun."""
    above = word.head
    first = word.left_edge
    if word.dep_ == "pobj" and first.i == above.i + 1 and first.head == word and _is_doing(first, above):
        first.tag_, first.pos_, first.lemma_ = "VBG", "VERB", _base(first.lower_)
        yield first, above, "pcomp"
        yield word, first, "dobj"
        return
    if word.tag_ == "VBG" and word.dep_ == "pobj":
        is_asked = (above.head.lemma_.lower(), above.lower_) in wordlists.controllers()
        if is_asked and not any(child.dep_ in ("det", "amod", "poss", "compound") for child in word.lefts):
            yield word, above, "pcomp"


def _is_doing(word: Token, preposition: Token) -> bool:
    """ "Convicted her of *organizing* actions that broke the law": a deed, where deeds are charged."""
    noun, above = preposition.head, preposition.head.head
    charges = [(word.lemma_.lower(), preposition.lower_) for word in (noun, above)]  # "accused the army | of"
    charges.append((above.head.lemma_.lower(), f"{above.lower_} {noun.lower_}"))  # "seized it on suspicion of"
    is_charge = not wordlists.controllers().keys().isdisjoint(charges)
    is_gerund = word.lower_.endswith("ing") and word.dep_ in ("amod", "compound") and word.tag_ in ("NN", "VBG", "JJ")
    return is_charge and preposition.lower_ == "of" and is_gerund and word.head.tag_ == "NNS"


@cache
def _base(gerund: str) -> str:
    """The lemma of a gerund, as far as its letters tell: "organize", "sell"."""
    stem = gerund.removesuffix("ing")
    if stem[-1:] == stem[-2:-1] and stem[-1:] not in "sl":
        return stem[:-1]
    return (
        stem + "e"
        if stem.endswith(("iz", "is", "at", "ak", "ok", "us", "as", "iv", "av", "ov", "ag", "ib", "in"))
        else stem
    )


@at(tags="VBG VB", below="dobj")
def halves(word: Token) -> Iterator[Arc]:
    """ "Supplies drinking water", "upload face databases": the first half of a noun, and no verb."""
    above = word.head
    if word.dep_ not in ("xcomp", "ccomp") or above.pos_ not in VERBAL or any(word.lefts):
        return
    takers = wordlists.gerund_takers() if word.tag_ == "VBG" else wordlists.words("bare_infinitives", "lemma")
    noun = next((child for child in word.rights if child.dep_ == "dobj"), None)
    if noun is not None and noun.i == word.i + 1 and above.lemma_.lower() not in takers:
        yield noun, above, "dobj"
        yield from ((child, noun, child.dep_) for child in list(word.rights) if child != noun)
        yield word, noun, "amod"


@at(tags="VBG", above="dobj pobj")
def spent(verb: Token) -> Iterator[Arc]:
    """ "Spent the money buying boats": who spends it buys."""
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # "spent much of her life *advising* it"
    is_spent = noun.dep_ == "dobj" and noun.head.lemma_.lower() in wordlists.words("spending", "lemma")
    if verb.dep_ == "acl" and is_spent:
        yield verb, noun.head, "advcl"


@at(tags="VB", above="acl", is_behind=True)
def used_for(verb: Token) -> Iterator[Arc]:
    """ "Used a card lent by a friend *to pay*": who uses it pays; but "used a tool designed *to track* buses"."""
    participle, noun = verb.head, verb.head.head
    is_used = noun.dep_ == "dobj" and noun.head.lemma_.lower() in wordlists.words("using", "lemma")
    is_meant = not wordlists.taking_infinitives().isdisjoint(verb_forms(participle))
    if is_used and has_to(verb) and not is_meant and noun.head.pos_ in VERBAL:
        yield verb, noun.head, "xcomp"


@at(tags="VBG VBN VBD", any_below=NOMINAL_SUBJECTS, is_behind=True)
def left_so(participle: Token) -> Iterator[Arc]:
    """ "Left hundreds *waiting*", "left him *rooted* to the spot": hundreds who wait; nobody says that they do."""
    above = participle.head
    if above.lemma_.lower() not in wordlists.words("leaving_so", "lemma"):
        return
    noun = next((c for c in participle.lefts if c.dep_ in NOMINAL_SUBJECTS and c.i > above.i), None)
    if participle.tag_ == "VBD" and above.lemma_.lower() in wordlists.saying():
        return  # "found sales *rose*"
    is_clause = any(c.dep_ in ("aux", "auxpass", "mark") or c.tag_ == "WRB" for c in participle.lefts)
    if noun is None or is_clause or any(c.dep_ == "dobj" for c in above.rights):
        return
    if participle.tag_ == "VBD":
        participle.tag_ = "VBN"
    yield noun, above, "dobj"
    yield participle, noun, "acl"


@at(tags="NN", above_tags=PAST, is_behind=True)
def named_so(noun: Token) -> Iterator[Arc]:
    """ "Bus driver hailed *a hero*", "Lund elected *mayor*": in a headline, what somebody is called or made."""
    verb = noun.head
    if verb.lemma_.lower() not in wordlists.naming() or not is_headline(verb) or not has_subject(verb):
        return
    is_one = any(c.lower_ in ("a", "an") for c in noun.lefts)
    is_bare = is_person(noun) and all(c.dep_ in ("amod", "compound") for c in noun.lefts)
    if (is_one or is_bare) and "aux" not in verb.below and not noun.ent_type_:
        verb.tag_ = "VBN"
        yield noun, verb, "oprd"


@at(tags=ADJECTIVES, is_behind=True)
def named_state(adjective: Token) -> Iterator[Arc]:
    """ "Dismissed the claim *as baseless*": as what it was dismissed."""
    marker = next((c for c in adjective.lefts if c.lower_ == "as" and c.i == adjective.i - 1), None)
    verb = adjective.head
    if adjective.pos_ != "ADJ" or marker is None or not any(c.dep_ == "dobj" and c.i < marker.i for c in verb.rights):
        return
    yield marker, verb, "prep"
    yield adjective, marker, "amod"


def _says(verb: Token) -> bool:
    return verb.pos_ in VERBAL and verb.lemma_.lower() in wordlists.saying()
