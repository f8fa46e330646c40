"""Lists behind words that somebody says: whether the next verb goes on with who says them or with what is said.

"Said it would cut jobs, closed a mill and left": who said it closed the mill. "Said it had cut jobs, closed a mill and
left" tells no more than that it was said. Form, words and an open list decide; where they do not, it is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.kinds import ACTORS, class_of_noun, is_people, is_plain_plural, is_text
from kg.grammar.phrases import NOMINAL, TIMES, follows_comma
from kg.grammar.verbs import FINITE, SUBJECTS, has_subject, has_to, helpers, is_passive
from kg.naming import head_words
from kg.parse import Token

_MUTE = frozenset({"kg:Place", "kg:Facility"})
_THINGS = frozenset({"kg:Product", "kg:Work", "kg:Event", "kg:Policy"})  # no clinic or town: they hire and order
_THINKING = ACTORS | {"kg:AdvocacyGroup"}
_SUPPORTING = frozenset({"do", "does", "did"})
_DYING = frozenset({"die", "perish", "drown"})
_REFUSING = frozenset({"decline", "refuse"})
QUESTIONS = frozenset({"WDT", "WP", "WP$", "WRB"})
_NOBODY = frozenset({"neither", "nobody", "none", "nothing", "one"})  # "no one had helped and": another goes on
_LISTED = frozenset({"ccomp", "parataxis"})  # ... of the first of a list
_MEANT = {"it": ("NN", "NNP"), "them": ("NNS", "NNPS")}  # what a pronoun can stand for
_LOOSE = frozenset({"ccomp", "dep"})  # what the parser makes of the second verb of such a list


def clause_before(verb: Token) -> Token | None:
    """The clause that a finite verb goes on with, though hung on what governs it: "report that the mould, found in a
    cellar, breaks down paper". No "and" stands between, and no subject beside it."""
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or has_subject(verb) or is_settled(verb):
        return None
    if any(child.dep_ == "cc" and child.i < verb.i for child in first.rights):
        return None
    words = next((child for child in first.rights if child.dep_ == "ccomp" and child.i < verb.i), None)
    return None if words is None or is_of_sayer(verb, words, first) else words


def is_settled(verb: Token) -> bool:
    """Whether a verb was moved to who says it, and its comma with it, so that it stays there."""
    return any(child.i == verb.i - 1 and child.text == "," for child in verb.lefts)


def words_before(verb: Token) -> Token | None:
    """The head of what somebody says, where a verb without a subject stands behind it in a list."""
    if verb.tag_ not in ("VBD", "VBN") or has_subject(verb) or _is_opened(verb):
        return None
    first = _behind_aside(verb) or verb.head
    if verb.dep_ == "ccomp":
        told = [child for child in first.rights if child.dep_ == "ccomp" and child.i < verb.i and has_subject(child)]
        return told[-1] if told else None
    while first.dep_ in ("conj", *_LOOSE) and not _has_own(first) and first.head.i < first.i:
        first = first.head
    is_told = (first.dep_ == "ccomp" or _is_claim(first)) and _has_own(first)
    return first if verb.dep_ in ("conj", "dep") and is_told and first.i < verb.i else None


def _has_own(verb: Token) -> bool:
    """Whether a verb has a subject, or "there" in its place."""
    return has_subject(verb) or "expl" in verb.below


def _behind_aside(verb: Token) -> Token | None:
    """The clause that goes on where a comma closes what was added of a noun in it: "ruled that it had not heard the
    refugees, most of whom fled the war, and ordered a stay"."""
    aside = verb.head
    joint = next((child for child in aside.rights if child.dep_ == "cc" and child.i < verb.i), None)
    if aside.dep_ != "relcl" or joint is None or not (follows_comma(joint) and follows_comma(aside.left_edge)):
        return None
    return next((word for word in aside.head.ancestors if word.dep_ == "ccomp"), None)


def sayer_of(words: Token) -> Token:
    """The verb that governs what is said, also by way of its noun: "rejected the claim that"."""
    return words.head.head if words.dep_ == "acl" else words.head


def thinking_sayer(sayer: Token) -> Token:
    """Who can say so of his own: not the tests of "said tests showed that a dam leaked and *accused* the state"."""
    above = sayer.head
    things = [child for child in sayer.lefts if child.dep_ in SUBJECTS]
    is_shown = sayer.dep_ == "ccomp" and above.i < sayer.i and above.tag_ == "VBD" and has_subject(above)
    return above if is_shown and things and all(map(thinks_not, things)) else sayer


def is_of_sayer(verb: Token, words: Token, sayer: Token) -> bool:
    """Whether a verb behind words that are said goes on with who says them."""
    if sayer.tag_ != "VBD" or verb.tag_ not in ("VBD", "VBN") or sayer.i > words.i:
        return False
    if (verb.dep_ == "ccomp" and helpers(words)) or (_differs(verb, words) and not _is_state(verb)):
        return True  # the parser takes no part of what is said for a second complement of saying
    if _is_set_against(verb, words, sayer):
        return True
    if "expl" in words.below and verb.lemma_ != "be":
        return True  # "accepted that there was no fraud and rejected": nothing is there that could
    if any(child.lower_ in _NOBODY for child in words.lefts if child.dep_ in SUBJECTS or child.dep_ == "preconj"):
        return verb.tag_ == "VBD" and any(c.lower_ == "and" for c in verb.head.rights if c.i < verb.i)
    if (words.lemma_ == "be" or is_passive(words)) and _says_more(verb):
        return True  # "said Orr was ill and hinted that she would resign"
    return _closes_list(verb, sayer) or _is_act(verb, words, sayer) or _is_judgement(verb, sayer)


def _says_more(verb: Token) -> bool:
    """Whether a verb brings words of its own: "hinted that"."""
    is_speech = verb.lemma_.lower() in wordlists.saying()
    return is_speech and any(c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.lefts) for c in verb.rights)


def _differs(verb: Token, words: Token) -> bool:
    """Whether a verb can share no auxiliary of what is said: "would leak and | left", "had left and | took"."""
    own = helpers(words)
    if verb.lower_ == verb.lemma_.lower() or (is_passive(words) and not _has_complement(verb)):
        return False  # "would be set by a board and reviewed": shares the passive
    if not own:
        return words.tag_ == "VB"  # "demanded that he resign and blocked"
    if (own[0].tag_ == "MD" or own[0].lower_ in _SUPPORTING) and verb.tag_ != "VBN":
        return True
    if words.tag_ == "VBG":  # "said clinics were losing blood and appealed"; not "was speeding and hit it"
        return verb.tag_ == "VBD" and (
            _takes_stand(verb, words) or verb.lemma_.lower() in wordlists.words("deeds", "lemma")
        )
    pasts = wordlists.words("pasts", "lemma")
    return own[0].lower_ in ("had", "'d", "’d") and any(one.lower_ in pasts for one in _listed(verb))


def _is_set_against(verb: Token, words: Token, sayer: Token) -> bool:
    """ "Denied that the gift had bought it | but returned the money", "said troops had not fired | and accused": what
    goes on with a denied deed is denied like it, by "or"."""
    link = next((child.lower_ for child in verb.head.rights if child.dep_ == "cc" and child.i < verb.i), "")
    if verb.tag_ not in ("VBD", "VBN") or not has_subject(words) or "neg" in verb.below or _is_state(verb):
        return False
    if link == "but":
        return sayer.lemma_.lower() in wordlists.words("disputing", "lemma") and has_subject(sayer)
    own = helpers(words)
    return link == "and" and "neg" in words.below and bool(own) and own[0].lower_ == "had"


def _has_complement(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "ccomp", "xcomp", "prt", "attr", "acomp") for child in verb.rights)


def _is_state(verb: Token) -> bool:
    """Whether a verb tells how something is, which may be said of it in any tense: "would leak and needed repair"."""
    lemma = verb.lemma_.lower()
    return lemma in wordlists.words("copulas", "lemma") or lemma in wordlists.words("states", "lemma")


def _closes_list(verb: Token, sayer: Token) -> bool:
    """Whether a list of deeds that was open when the words began still wants its "and": "apologised, said that a
    porter had dropped it, and offered"."""
    if not any(child.dep_ == "cc" and child.i < verb.i for child in verb.head.rights):
        return False
    if sayer.dep_ == "conj":
        return not any(child.dep_ == "cc" and child.i < sayer.i for child in sayer.head.rights)
    before = (child for child in sayer.lefts if child.dep_ in _LISTED and child.tag_ == sayer.tag_)
    return not has_subject(sayer) and any(has_subject(child) for child in before)


def _is_act(verb: Token, words: Token, sayer: Token) -> bool:
    """Whether only who says it can have done one of the deeds: "said he had lied, left and blamed the clerk", "said the
    ship had sunk and summoned the envoy"."""
    lemmas = [one.lemma_.lower() for one in _listed(verb)]
    nouns = [child for child in words.lefts if child.dep_ in SUBJECTS]
    tags = [helper.tag_ for helper in helpers(words)]
    is_had = tags[:1] == ["VBD"] and set(tags[1:]) <= {"VBN"}  # "had lied", "had been told"
    is_past = is_had or (not tags and words.tag_ == "VBD" and _after_comma(verb))
    is_stand = any(_takes_stand(one, words) for one in _listed(verb))
    is_free = not is_passive(words) or _has_complement(verb)  # not "said the plan was read and rejected"
    if is_stand and sayer.lemma_.lower() in wordlists.words("disputing", "lemma"):
        return True  # "denied that the firm had hidden it and said it was posted"
    if withholds(verb) and not (may_withhold_too(verb) and any(map(is_people, nouns))):
        return True  # "said the firm had lied but declined to give names"
    if is_public_act(verb, words):
        return True
    if is_past and any(noun.tag_ == "PRP" for noun in nouns):
        return is_stand
    if nouns and all(is_inert(noun) or is_mute(noun) or thinks_not(noun) for noun in nouns) and is_stand:
        return True
    if is_free and nouns and all(cannot_do(noun, verb) for noun in nouns):
        return True
    if is_passive(words) and _asks_for(verb) and nouns and all(_acts_not(n) and not is_text(n) for n in nouns):
        return True  # "said the mask had been stolen and asked for its return"
    if (_personal(verb) or is_stand) and words.lemma_ in _DYING:
        return True  # "said nine men had died and blamed the mayor"
    is_deed = is_free and any(lemma in wordlists.words("deeds", "lemma") for lemma in lemmas)
    return is_deed and bool(nouns) and all(_is_thing(noun) or is_inert(noun) for noun in nouns)


def is_public_act(verb: Token, words: Token) -> bool:
    """Whether who says how things stand goes on to address the public: "said he expected more thefts and asked farmers
    to call", "said the lake was clean and announced", "said the man was armed and appealed for witnesses"; not "said he
    was lost and asked a woman the way"."""
    nouns = [child for child in words.lefts if child.dep_ in SUBJECTS]
    taken = [child for child in verb.rights if child.dep_ == "dobj"]
    asked_for = [c for p in verb.rights if p.lower_ == "for" for c in p.rights]
    is_given = any(c.lemma_ in wordlists.words_of("given to the public") for c in taken)
    if is_given and verb.lemma_ in wordlists.words_of("giving to the public"):
        return True
    if verb.lemma_ == "appeal" and any(c.lemma_ in wordlists.words_of("asked of the public") for c in asked_for):
        return True
    is_announced = verb.lemma_ in wordlists.words_of("announcing")
    is_addressed = verb.lemma_ in wordlists.words_of("addressing many") and any(map(is_plain_plural, taken))
    lemma = words.lemma_.lower()
    is_state = lemma == "be" or words.tag_ == "VBG" or lemma in wordlists.words("states", "lemma")
    is_state |= lemma in wordlists.words_of("standing in mind") and not helpers(words)
    is_same = bool(nouns) and all(noun.tag_ == "PRP" for noun in nouns)
    is_other = bool(nouns) and all(is_inert(noun) or is_mute(noun) or thinks_not(noun) for noun in nouns)
    if is_same and words.tag_ == "VBN" and verb.lemma_ == "announce":
        return True  # "said it had lost money and announced job cuts"
    return is_state and (is_same or is_other) and (is_announced or is_addressed)


def cannot_do(noun: Token, verb: Token) -> bool:
    """Whether only people do what a verb or one of its list says, and the noun is none for them: no plan voted."""
    forms = _personal(verb)
    return bool(forms - wordlists.words_of("said of schemes")) if _is_scheme(noun) else bool(forms) and _acts_not(noun)


def does_to_it(verb: Token, words: Token) -> bool:
    """ "Promised that the mill was safe and shut it", "said the mask had been stolen and asked for it", "and refused to
    sell it": no mill shuts itself."""
    pronoun = _pronoun_behind(verb)
    subject = next((c for c in words.lefts if c.dep_ in SUBJECTS), None)
    if pronoun is None or subject is None or subject.tag_ not in _MEANT[pronoun.lower_]:
        return False
    between = verb.doc.tokens[words.i + 1 : verb.i]
    return all(t.pos_ not in NOMINAL or t.ent_type_ in TIMES for t in between)


def _pronoun_behind(verb: Token) -> Token | None:
    """The it of "shut it", "asked for it", "refused to sell it", the them of "sued two of them"."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is None:
        below = (c for c in verb.rights if (c.dep_ == "xcomp" and has_to(c)) or c.lower_ == "for")
        first = next((c for c in below if c.left_edge == verb.nbor()), verb)
        taken = (c for c in first.rights if c.dep_ in ("dobj", "pobj") and c.i == first.i + 1)
        return next((c for c in taken if c.lower_ in _MEANT), None)
    inner = (noun for of in thing.rights if of.lower_ == "of" for noun in of.rights)
    parts = (noun for noun in inner if noun.lower_ in _MEANT)
    pronoun = thing if thing.lower_ in _MEANT else next(parts, None) if thing.pos_ == "NUM" else None
    return pronoun if verb.nbor() in (pronoun, thing) else None


def _personal(verb: Token) -> set[str]:
    return {form for one in _listed(verb) for form in _forms(one)} & wordlists.words("personal", "lemma")


def _is_judgement(verb: Token, sayer: Token) -> bool:
    """ "Ruled that the bank had lied and ordered it to pay": a court orders what it rules on; a judge who only "said"
    so fines and sentences."""
    lemma = verb.lemma_.lower()
    if sayer.lemma_.lower() in wordlists.words("ruling", "lemma"):
        return lemma in wordlists.words("judgements", "lemma")
    nouns = [child for child in sayer.lefts if child.dep_ in SUBJECTS]
    who = [word.lemma_.lower() for noun in nouns for word in (noun, *noun.lefts)]  # "Judge Paula Stein"
    is_court = any(noun in wordlists.words("courts", "lemma") for noun in who)
    return is_court and lemma in wordlists.words("sentencing", "lemma")


def hears_case(verb: Token) -> bool:
    """Whether those who sit over a case hear something or are told it: "jurors will *hear* how he died", "will *tell*
    jurors how he died"."""
    is_active = verb.lemma_ == "tell" and not is_passive(verb)
    nouns = [c for c in verb.rights if c.dep_ in ("dobj", "dative")] if is_active else verb.lefts
    hearers = wordlists.words("courts", "lemma") | wordlists.words_of("hearing a case")
    is_hearing = verb.lemma_ in ("hear", "tell")
    return is_hearing and any(c.lemma_.lower() in hearers and c.dep_ in (*SUBJECTS, "dobj", "dative") for c in nouns)


def _asks_for(verb: Token) -> bool:
    """ "Asked for it", "applied for aid"; not "waited for", "called for", as things do."""
    listed = wordlists.words("asking_for", "lemma") - wordlists.words_of("asking said of things")
    return verb.lemma_.lower() in listed and any(child.lower_ == "for" for child in verb.rights)


def _takes_stand(verb: Token, words: Token) -> bool:
    """Whether a verb is one of taking a stand, or calls something in question: "accused", "disputed", "pointed to";
    a person may point to a map, and a test to its cause."""
    standing = wordlists.words("stating", "lemma") | wordlists.words("disputing", "lemma")
    nouns = [child for child in words.lefts if child.dep_ in SUBJECTS]
    telling = wordlists.words("studies", "lemma") | wordlists.words_of("clue") | wordlists.words_of("telling figures")
    if any((noun.tag_ == "PRP" and noun.lower_ != "it") or noun.lemma_.lower() in telling for noun in nouns):
        return verb.lemma_.lower() in standing
    return not standing.isdisjoint(_forms(verb))


def _after_comma(verb: Token) -> bool:
    """Whether a comma stands before a verb, or before its "and"."""
    before = verb.nbor(-1) if verb.i else verb
    return (before.nbor(-1) if before.dep_ == "cc" else before).text == ","


def _listed(verb: Token) -> list[Token]:
    """The verb and those that go on with it."""
    return [verb, *(c for c in verb.rights if c.dep_ == "conj" and c.tag_ == verb.tag_ and not has_subject(c))]


def is_mute(noun: Token) -> bool:
    """Whether a noun is one for a place or a building, or for nothing that acts: "it was clear", "there was"."""
    return noun.tag_ == "EX" or class_of_noun(noun) in _MUTE


def _is_thing(noun: Token) -> bool:
    return noun.tag_ == "EX" or class_of_noun(noun) in _THINGS


def is_inert(noun: Token) -> bool:
    """Whether a noun is one for what does nothing on purpose, and says nothing: "the decision had killed the game"."""
    return noun.tag_ == "EX" or noun.lemma_.lower() in wordlists.words("inert", "lemma")


def thinks_not(noun: Token) -> bool:
    """ "The subsidy helped but *doubted*": what is no person and no body of persons has no doubts."""
    lemma = noun.lemma_.lower()
    is_body = lemma in wordlists.words("collectives", "word") or lemma.capitalize() in head_words("last")
    is_body |= wordlists.class_told_by(lemma) in _THINKING or is_people(noun)
    is_body |= lemma in wordlists.words("doers", "lemma")
    return noun.pos_ == "NOUN" and not noun.ent_type_ and not is_body


def _acts_not(noun: Token) -> bool:
    """Whether a noun is one for what does nothing that only people do: no report, which may blame, and no clinic."""
    return is_inert(noun) or (thinks_not(noun) and class_of_noun(noun) not in {"kg:Work", *_MUTE})


def _is_scheme(noun: Token) -> bool:
    return noun.lemma_.lower() in wordlists.words("schemes", "lemma") and not is_inert(noun)


def withholds(verb: Token) -> bool:
    """Whether a verb tells that no more is told: "declined to comment", "refused to say when", "gave no details", "did
    not say why"; not "refused to pay", "did not say that it leaked"."""
    lemma, telling = verb.lemma_.lower(), wordlists.words_of("telling more")
    if lemma in _REFUSING:
        done = (child.lemma_.lower() for child in verb.rights if child.dep_ == "xcomp")
        return any(one in wordlists.words_of("keeping silent") | wordlists.saying() for one in done)
    if lemma in wordlists.words_of("giving more"):
        given = [child for child in verb.rights if child.dep_ == "dobj" and child.left_edge.lower_ == "no"]
        return any(child.lemma_.lower() in wordlists.words_of("more that is told") for child in given)
    words = [child for child in verb.rights if child.dep_ == "ccomp" and child.left_edge.tag_ not in QUESTIONS]
    is_able = any(child.lower_ in ("could", "can") for child in verb.lefts)  # "said he could not comment"
    return lemma in telling and "neg" in verb.below and not (words or is_able)


def tells_no_more(preposition: Token) -> bool:
    """Whether a "without" tells it: "without *elaborating*", "without *giving details*"; not "without saying no"."""
    telling, more = wordlists.words_of("telling more"), wordlists.words_of("more that is told")
    for gerund in (c for c in preposition.rights if c.dep_ == "pcomp"):
        if gerund.lemma_.lower() in telling:
            taken = (c for c in gerund.rights if c.dep_ == "dobj")
            return gerund.lemma_ != "say" or all(c.tag_ in QUESTIONS for c in taken)
        if gerund.lemma_.lower() in wordlists.words_of("giving more"):
            return any(c.lemma_.lower() in more for c in gerund.rights if c.dep_ == "dobj")
    return False


def acts(verb: Token) -> bool:
    """Whether people do what a verb tells: "the cook had quit"; not "the office was closed"."""
    return not is_passive(verb) and any(c.dep_ == "nsubj" and is_people(c) for c in verb.lefts)


def may_withhold_too(verb: Token) -> bool:
    """Whether who acts may have kept silent too: "said the clerk left, giving no reason", "left, refusing to say why";
    not "giving no details", "gave no figure"."""
    verbs = (verb, *(c for c in verb.rights if c.dep_ == "xcomp"))
    given = (c for one in verbs for c in one.rights if c.dep_ == "dobj")
    grounds = wordlists.words_of("telling why")
    return (verb.tag_ == "VBG" and len(verbs) > 1) or any(one.lemma_.lower() in grounds for one in (*verbs, *given))


def _forms(verb: Token) -> Iterator[str]:
    """A verb, and with its particle or preposition: "rule", "rule out", "point to"."""
    yield verb.lemma_.lower()
    yield from (f"{verb.lemma_.lower()} {child.lower_}" for child in verb.rights if child.dep_ in ("prt", "prep"))


def _is_claim(verb: Token) -> bool:
    noun = verb.head
    is_content = verb.dep_ == "acl" and noun.lemma_.lower() in wordlists.content_nouns()
    return is_content and noun.dep_ == "dobj" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)


def _is_opened(verb: Token) -> bool:
    return any(child.dep_ in ("mark", "aux", "auxpass") or child.tag_ in ("WDT", "WP", "WRB") for child in verb.lefts)
