"""One verb by itself: its form, its voice, how it may stand in a word list, what the parser made of it."""

from __future__ import annotations

from kg.grammar import wordlists
from kg.grammar.phrases import ADNOMINAL, NOUNS, VERBAL
from kg.once import once_a_token
from kg.parse import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOMINAL_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "obj", "iobj"})
_ACTIVE = frozenset({"aux", "dobj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HELPERS = frozenset({"aux", "auxpass"})
_GIVEN = frozenset({"given", "shown", "forbidden"})  # participles that look like no past tense, with an object
_BARE = frozenset({"aux", "auxpass", "dobj", "ccomp", "xcomp", "prt"})  # what shows a verb to be active
_WITH = frozenset({"with", "without"})
_NOMINATIVE = frozenset({"i", "he", "she", "we", "they"})
_US = frozenset({"'s", "’s"})
_END_MARKS = frozenset({".", "!", "?", "...", "…"})
_PASSIVE = frozenset({"auxpass", "nsubjpass", "csubjpass"})
_COMPLEMENTS = frozenset({"acomp", "attr", "ccomp", "xcomp"})
_ORDERING = frozenset({"ROOT", "conj", "ccomp", "advcl"})  # the last two as quotations
_BEFORE_ORDER = frozenset({"ADV", "INTJ", "PART", "AUX", "CCONJ"})


def may_say(verb: Token) -> bool:
    """Whether a verb may have words or a clause as what is said."""
    lemma = verb.lemma_.lower()
    return lemma in wordlists.saying() or lemma in wordlists.words("speech", "lemma")


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject beside it."""
    return not SUBJECTS.isdisjoint(verb.below)


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    if "aux" in verb.below:
        for child in verb.lefts:
            if child.lower_ == "to" and child.dep_ == "aux":
                return True
    return False


@once_a_token
def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is its patient: "was sold", "a mill sold by X", "was bought and sold"."""
    if not _PASSIVE.isdisjoint(verb.below):
        return True
    if (
        "agent" in verb.below
        and any(child.dep_ == "agent" and not tells_margin(child) for child in verb.rights)
        and not any(child.dep_ == "aux" for child in verb.lefts)
    ):
        return True
    if verb.lower_ in wordlists.words("pasts", "lemma") or _is_done_by_pronoun(verb) or _goes_into(verb):
        return False  # "sales fell": a past tense that is no participle
    if _is_beside_passive(verb) or _is_behind_adjective(verb) or _is_with_done(verb):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.tag_ in ("VBN", "VBD") and not has_subject(verb):
        return is_passive(verb.head) and _shares_passive(verb)
    if not _ACTIVE.isdisjoint(verb.below):
        return _is_given_two(verb) or (_is_main(verb) and _is_given_sum(verb))
    if _is_said_of(verb) or _is_told_so(verb) or (verb.lower_ == "left" and _is_left_so(verb)):
        return True
    if verb.tag_ != "VBN":
        is_clause = _is_main(verb) or _is_clause_of_headline(verb)
        return is_clause and is_headline(verb) and (_is_found(verb) or _is_cut_short(verb))
    if _is_main(verb) and any(child.dep_ == "nsubj" for child in verb.lefts):
        return is_headline(verb)  # "Mayor accused of fraud"
    if _is_finite_beneath(verb):
        return _is_clause_of_headline(verb) and is_headline(verb) and _is_cut_short(verb)
    return verb.dep_ in ("acl", "advcl", "relcl", "amod", "ROOT", "xcomp", "ccomp", "oprd")


def _is_done_by_pronoun(verb: Token) -> bool:
    """ "*She* double-faulted": a form that no participle has for its subject."""
    return "nsubj" in verb.below and any(c.lower_ in _NOMINATIVE and c.dep_ == "nsubj" for c in verb.lefts)


def tells_margin(preposition: Token) -> bool:
    """ "Lost *by fewer than 900 votes*", "won *by a wide margin*": by how much."""
    nouns = (child for child in preposition.rights if child.dep_ == "pobj")
    return any(noun.lemma_.lower() in wordlists.words("margins", "lemma") for noun in nouns)


def _is_beside_passive(verb: Token) -> bool:
    """ "Three people were killed and dozens *injured*", "found a door forced and two windows *broken*": what is done to
    the second too."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or not has_subject(verb):
        return False
    is_bare = _BARE.isdisjoint(verb.below) and verb.lemma_.lower() not in wordlists.words("intransitive", "lemma")
    is_below = verb.head.dep_ in ("acl", "advcl", "ccomp", "pcomp") and verb.head.tag_ in ("VBN", "VBG")
    is_participle = is_below and HELPERS.isdisjoint(verb.head.below)
    return is_bare and (is_participle or "auxpass" in verb.head.below)


def _is_with_done(verb: Token) -> bool:
    """ "With half of the votes *counted*": what was done to its subject."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBD", "VBN") or "nsubj" not in verb.below:
        return False
    is_with = any(child.dep_ == "mark" and child.lower_ in _WITH for child in verb.lefts)
    is_bare = _BARE.isdisjoint(verb.below) and verb.lemma_.lower() not in wordlists.words("intransitive", "lemma")
    return is_with and is_bare


def _goes_into(verb: Token) -> bool:
    """ "Hacked *into* the network": a verb that with this preposition has no patient."""
    tokens, place = verb.doc.tokens, verb.i + 1
    if place == len(tokens) or tokens[place].dep_ not in ("prep", "prt"):
        return False
    return f"{verb.lemma_.lower()} {tokens[place].lower_}" in wordlists.words("intransitive", "lemma")


def _is_behind_adjective(verb: Token) -> bool:
    """ "Is rare and *mined* in Peru": what is done to it, behind what it is."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or has_subject(verb) or not _BARE.isdisjoint(verb.below):
        return False
    return verb.head.lemma_ == "be" and "acomp" in verb.head.below


def _is_finite_beneath(verb: Token) -> bool:
    """ "After a jury *deliberated*": a clause with a conjunction and a subject of its own has no participle."""
    if verb.dep_ not in ("advcl", "ccomp") or not any(child.dep_ == "nsubj" for child in verb.lefts):
        return False
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in wordlists.saying() - _sensing():
        return True  # "said the company aimed to sell"; "heard the work performed" has a participle
    marks = (child for child in verb.lefts if child.dep_ == "mark" or child.tag_ == "WRB")
    return any(mark.lower_ not in _WITH for mark in marks)  # "with the road blocked" has one


def _is_clause_of_headline(verb: Token) -> bool:
    """ "After asbestos *removed*", "as ferry *delayed*": whose subject has no article, as in no other text."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    is_bare = subject is not None and subject.pos_ in NOUNS and "det" not in subject.below
    return verb.dep_ == "advcl" and is_bare and _is_finite_beneath(verb)


def _sensing() -> frozenset[str]:
    return wordlists.words("bare_infinitives", "lemma") | wordlists.words("predicating", "lemma")


def _is_main(verb: Token) -> bool:
    """Whether it is the verb of a sentence, though hung on a noun, or of its second half: "Two killed, nine *hurt*"."""
    is_below = verb.dep_ == "acl" or (verb.dep_ == "conj" and has_subject(verb))
    return verb.dep_ == "ROOT" or (is_below and verb.head.dep_ == "ROOT")


def _is_left_so(verb: Token) -> bool:
    """ "Hundreds *left stranded*": what became of them, and no place that they left."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    return any(t.tag_ == "VBN" and t.head is verb and t.dep_ in ("xcomp", "oprd", "acomp") for t in following)


def _is_said_of(verb: Token) -> bool:
    """ "Spy *poisoned* in hotel, police say": what was done to somebody, in a headline with who says so behind it."""
    says, lemma = verb.head, verb.lemma_.lower()
    if verb.dep_ != "ccomp" or says.dep_ != "ROOT" or says.i < verb.i or not is_headline(verb):
        return False
    is_done = verb.tag_ == "VBN" and lemma not in wordlists.words("intransitive", "lemma")
    return is_done or (verb.tag_ == "VBD" and lemma in wordlists.words("done_to_people", "lemma"))


def _is_told_so(verb: Token) -> bool:
    """ "Tram may not run, councillors *told*": they were, as nobody is whom they told."""
    is_last = verb.lower_ == "told" and verb.dep_ == "ROOT" and is_headline(verb)
    return is_last and any(child.dep_ == "ccomp" for child in verb.lefts) and OBJECTS.isdisjoint(verb.below)


def _is_given_sum(verb: Token) -> bool:
    """ "Firm *fined* £1m", "Driver *given* life": what was given to the subject of a headline, and by nobody told."""
    if verb.tag_ not in ("VBD", "VBN") or not has_subject(verb) or "aux" in verb.below or not is_headline(verb):
        return False
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    has_receiver = any(token.lower_ == "to" for thing in things for token in verb.doc[thing.i + 1 : thing.i + 2])
    is_open = "dative" not in verb.below and not has_receiver
    is_sum = any(t.tag_ == "$" for thing in things for t in thing.subtree)
    is_giving = is_sum and verb.lemma_.lower() in wordlists.words("fining", "lemma")
    return is_open and (verb.lower_ in _GIVEN or is_giving)


def _is_given_two(verb: Token) -> bool:
    """ "Farmers *owed* money", "men *denied* bail": what they are given, and nothing that they give."""
    is_bare = verb.tag_ == "VBN" and "aux" not in verb.below and "dative" not in verb.below
    is_opening = verb.dep_ == "advcl" and verb.i == verb.sent.start  # "Refused a visa, she stayed"
    return (
        is_bare and (verb.dep_ == "acl" or is_opening) and verb.lemma_.lower() in wordlists.words_of("given two things")
    )


def is_headline(verb: Token) -> bool:
    """Whether a sentence has no end mark."""
    last = next((t for t in reversed(verb.sent) if not (t.is_space or t.is_quote)), verb)
    return last.text not in _END_MARKS


def closes_sentence(word: Token) -> bool:
    """Whether nothing but a mark stands behind a word's phrase in its sentence."""
    return word.right_edge.i + 1 >= word.sent.last.i


def ends_with_stop(word: Token) -> bool:
    """Whether a full stop closes the sentence of a word."""
    return word.sent.last.text == "."


def _is_cut_short(verb: Token) -> bool:
    """ "Homes evacuated as river rises": what is done in a headline stands in the present tense, so this was done to
    them; "Clerk found guilty" has its own sign."""
    behind = (child for child in verb.rights if child.dep_ == "prt" or (child.lower_ == "short"))
    particle = next((f" {child.lower_}" for child in behind), "")
    is_intransitive = f"{verb.lemma_.lower()}{particle}" in wordlists.words("intransitive", "lemma")
    if verb.tag_ not in ("VBD", "VBN") or is_intransitive:
        return False
    is_told = any(child.dep_ in _COMPLEMENTS for child in verb.rights) or any(c.tag_ == "PRP" for c in verb.lefts)
    is_told |= any(child.dep_ == "conj" and not has_subject(child) for child in verb.rights)
    doc, end = verb.doc, verb.sent.end
    is_line = end == len(doc) or any(span.start == end for span in doc.spans.get("paragraphs", []))
    is_quoted = any(token.is_quote for token in doc[verb.sent.start : end])
    is_hearing = verb.lemma_.lower() in wordlists.words("addressing", "lemma") and not any(verb.rights)
    return is_line and not is_told and (is_hearing or not is_quoted)  # "Trams 'may not run', councillors told"


def _shares_passive(verb: Token) -> bool:
    """Whether "was" holds for the second verb too: "was cut and washed", also if it is tagged as a past tense and a
    name or an instrument follows: "was bought and renamed Orlo", "was cut and washed with soap"."""
    if verb.lemma_ in wordlists.naming():
        return True
    if verb.head.lower_ == "born" and verb.lower_ == "raised":
        return not any(child.dep_ == "dobj" for child in verb.rights)
    is_given = verb.tag_ == "VBN" and verb.lower_ in _GIVEN  # "was convicted and given a year in jail"
    is_given |= _is_given_too(verb)
    if any(child.dep_ == "aux" or (child.dep_ == "dobj" and not is_given) for child in verb.children):
        return False
    if _is_found(verb) or any(child.tag_ == "MD" for child in verb.head.lefts) or _is_only_done(verb):
        return True  # "would be set by a board and reviewed"
    return verb.tag_ == "VBN" or any(child.dep_ == "prep" and child.lower_ in ("with", "by") for child in verb.rights)


def _is_given_too(verb: Token) -> bool:
    """ "Was told to mend it and fined *two million crowns*", "were told to wait and handed *blankets by soldiers*": no
    object, as nobody fines a sum."""
    things, lemma = [child for child in verb.rights if child.dep_ == "dobj"], verb.lemma_.lower()
    counted = [child for thing in things for child in (thing, *thing.lefts)]
    is_sum = any(t.ent_type_ == "MONEY" or t.tag_ == "$" or t.lemma_ in wordlists.words_of("money") for t in counted)
    is_fined = is_sum and lemma in wordlists.words("fining", "lemma")
    is_by = any(child.lower_ == "by" for child in verb.rights)
    return len(things) == 1 and (is_fined or (is_by and lemma in wordlists.words_of("given two things")))


def _is_only_done(verb: Token) -> bool:
    """ "Was treated and sent *home*", "was found and *removed*", "was filed rather *than* read": nobody does it with no
    object."""
    if any(child.lower_ == "home" and child.dep_ == "advmod" for child in verb.rights):
        return verb.lemma_.lower() in wordlists.words("leading_home", "lemma") - {"drive", "fly", "walk"}
    is_beside = any(child.dep_ == "cc" and child.lower_ == "than" for child in verb.head.rights)
    is_bare = _BARE.isdisjoint(verb.below)
    return is_bare and (is_beside or verb.lemma_.lower() in wordlists.words("with_patients", "lemma"))


def _is_found(verb: Token) -> bool:
    """ "(Was tested and) found to be safe", "found guilty": what it is found or ordered follows, and no object."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    if any(token.tag_ == "TO" for token in following):
        return verb.lemma_.lower() in wordlists.patient_infinitives()
    is_judged = any(token.pos_ == "ADJ" and token.dep_ in ("oprd", "acomp") for token in following)
    return is_judged and verb.lemma_.lower() in wordlists.words("finding", "lemma")


def infinitive_before(verb: Token) -> Token | None:
    """The infinitive that a bare verb goes on with, though hung on what governs it: "asked to cut, sell and burn"."""
    if not _is_loose(verb):
        return None
    first = verb.head
    while _is_loose(first):
        first = first.head
    if first.pos_ not in VERBAL or first.tag_ == "VB":
        return None
    found = [child for child in first.rights if child.dep_ in ("xcomp", "advcl", "ccomp") and has_to(child)]
    return next((child for child in reversed(found) if child.i < verb.i), None)


def _is_loose(verb: Token) -> bool:
    """Whether a bare verb stands beside others, without "to" and without a subject."""
    if verb.tag_ != "VB" or verb.dep_ not in ("conj", "advcl"):
        return False
    return not any(child.dep_ in ("aux", "mark") or child.dep_ in SUBJECTS for child in verb.lefts)


@once_a_token
def verb_forms(verb: Token) -> tuple[str, ...]:
    """The forms under which a verb may stand in the lexicon, with its particle first: "fined" is also "fine"."""
    lemma, word = verb.lemma_.lower(), verb.lower_
    base = [word, lemma]
    if word.endswith("ed"):
        base += [word[:-1], word[:-2]]
    elif word.endswith("s"):
        base.append(word[:-1])
    with_particle = [
        f"{form} {child.lower_}"
        for child in verb.rights
        if child.dep_ == "prt" or (child.dep_ in ("advmod", "prep", "acomp", "dobj") and child.i <= verb.i + 1)
        for form in (lemma, word)
    ]
    return (*with_particle, *base)


def is_misread_main_verb(verb: Token) -> bool:
    """A main verb that the parser took for a participle on its subject: "The mill used to make paper." """
    noun = verb.head
    if verb.dep_ not in ADNOMINAL or verb.tag_ not in ("VBN", "VBD") or noun.dep_ != "ROOT" or noun.i > verb.i:
        return False
    return noun.pos_ not in VERBAL and not any(t.tag_ in FINITE for t in verb.sent if t.i != verb.i)


def is_question(verb: Token) -> bool:
    """Whether a question mark stands in a clause or right behind it: "Is Orr the man?"."""
    return any(token.text == "?" for token in verb.doc.tokens[verb.i : verb.right_edge.i + 2])


def is_order(verb: Token) -> bool:
    """Give the prisoners a trial; please leave; don't sell it."""
    if verb.tag_ not in ("VB", "VBP") or verb.dep_ not in _ORDERING or has_subject(verb):
        return False
    if verb.lower_ == "let" and any(t.lower_ in _US for t in verb.doc.tokens[verb.i + 1 : verb.i + 2]):
        return False  # "Let's go": nobody is asked to let us
    helpers = (child.lower_ for child in verb.lefts if child.dep_ in HELPERS)
    if any(helper not in ("do", "let") for helper in helpers):
        return False
    if verb.dep_ == "conj":
        return verb.tag_ == verb.head.tag_ and is_order(verb.head)
    if verb.lemma_ in ("have", "do", "be") and verb.i and verb.nbor(-1).lower_ in ("so", "nor", "neither"):
        return False  # "So have my neighbours": they have too
    before = [t for t in verb.doc[verb.sent.start : verb.i] if not t.is_punct and not t.is_space]
    if any(t.lower_ == "please" for t in before):
        return True
    return all(t.head.i == verb.i and t.pos_ in _BEFORE_ORDER for t in before)


def finite_part(verb: Token) -> Token:
    """The verb or the first of its helpers, which has its tense."""
    return next((c for c in verb.lefts if c.dep_ in HELPERS), verb)


def helpers(verb: Token) -> list[Token]:
    """Its auxiliaries, in order."""
    return [child for child in verb.lefts if child.dep_ in HELPERS]


def is_without_passive(verb: Token) -> bool:
    """Whether nobody does it to something, so that its participle is behind no noun: "the peso *slipped*"."""
    is_past = verb.lower_ in wordlists.words("pasts", "lemma")
    return is_past or verb.lemma_.lower() in wordlists.words("intransitive", "lemma")


def takes_doer(verb: Token, doing: Token) -> bool:
    """Whether what a verb takes does what its infinitive says: "the firm that they ordered *to close*", "the man she
    helped *to escape*"; not "the house they helped to build", "whom police want to question", nor of what is only
    said of it: "a ship they believe to be lost"."""
    lemma = verb.lemma_.lower()
    if wordlists.controllers().get((lemma, "objinf")) != "object" or is_passive(verb) or has_subject(doing):
        return False
    is_alone = doing.lemma_.lower() in wordlists.words("intransitive", "lemma") | wordlists.words_of("done alone")
    return has_to(doing) and doing.lemma_ != "be" and (is_alone or lemma in wordlists.patient_infinitives())
