"""Whom the words around an infinitive or a gerund name as its doer, before any other verb is asked for its subjects."""

from __future__ import annotations

from kg.grammar import wordlists
from kg.grammar.kinds import is_people
from kg.grammar.phrases import TIMES, UNTIL, VERBAL, and_conjuncts
from kg.grammar.verbs import OBJECTS, SUBJECTS, has_to, is_passive, verb_forms
from kg.parse import Token

_FIXED = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"something", "anything", "nothing", "everything", "much", "little", "plenty", "lot", "more"})
_FILLED = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr"})
_POINTING = frozenset({"it", "that", "this", "there"})


def is_impersonal(governor: Token) -> bool:
    """ "It seems to rain", "It takes a permit to sell wine", "It is a crime to sell it"."""
    attributes = [c.lemma_.lower() for c in governor.rights if c.dep_ == "attr"] if governor.lemma_ == "be" else []
    is_called = any(lemma in wordlists.words("abilities", "lemma") for lemma in attributes)
    if governor.lemma_.lower() not in wordlists.impersonal_verbs() and not is_called:
        return False
    return any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in governor.lefts)


def left_to(governor: Token) -> tuple[Token, ...]:
    """The schools of "it is up to schools *to decide*"."""
    is_empty = governor.lemma_ == "be" and any(c.lower_ == "it" and c.dep_ in SUBJECTS for c in governor.lefts)
    up = next((child for child in governor.rights if child.lower_ == "up"), None) if is_empty else None
    following = () if up is None else (*up.rights, *governor.rights)
    return next((pobjs(child) for child in following if child.lower_ == "to" and child.dep_ == "prep"), ())


def adjectives(governor: Token) -> list[Token]:
    """The adjective that an infinitive belongs to, whether it hangs on it or on its copula."""
    return [governor] if governor.pos_ == "ADJ" else [c for c in governor.rights if c.dep_ == "acomp"]


def addressee(verb: Token, governor: Token) -> Token | None:
    """Whom "called on the firm to pay" calls on; who "waited for the bus without moving" is another."""
    if not has_to(verb):
        return None
    for preposition in governor.rights:
        name = f"{governor.lemma_.lower()} {preposition.lower_}"
        if preposition.dep_ == "prep" and preposition.i < verb.i and (name, "objinf") in wordlists.controllers():
            asked = (c for c in preposition.rights if c.dep_ == "pobj" and c.ent_type_ not in TIMES)
            return next(asked, None)  # not "called a strike for May 3 to demand it"
    return None


def people_for(verb: Token, governor: Token) -> tuple[Token, ...]:
    """The people of "called up *reservists* to guard it", "brought in *a judge* to mend it", "needs *nurses* to run":
    who is had for it does it; "called in a debt to pay for it" tells of no people."""
    if not has_to(verb) or is_passive(governor) or is_passive(verb):
        return ()
    for child in governor.rights:
        if child.dep_ == "dobj" and child.i < verb.i and is_people(child):
            names = {f"{governor.lemma_.lower()} {c.lower_}" for c in governor.rights if c.dep_ == "prt"}
            return and_conjuncts(child) if _are_had(governor, names) else ()
        is_near = child.dep_ == "prep" and child.i == governor.i + 1  # "called in divers"
        if (
            is_near
            and all(map(is_people, pobjs(child)))
            and _are_had(child, {f"{governor.lemma_.lower()} {child.lower_}"})
        ):
            return pobjs(child)
    return ()


def _are_had(word: Token, names: set[str]) -> bool:
    own = {word.lemma_.lower()} if word.pos_ in VERBAL else set()
    return not (names or own).isdisjoint(wordlists.words_of("having people for"))


def may_be_paid(noun: Token) -> bool:
    """Whether a noun is one for people or a body: no fees of "paid fees"."""
    is_collective = noun.lemma_.lower() in wordlists.words("collectives", "word")
    return is_collective or is_people(noun) or noun.pos_ in ("PROPN", "PRON")


def whom_for(noun: Token) -> tuple[Token, ...]:
    """Those of "asked for anyone with a plough *to clear* the road"."""
    above = noun.head.head
    is_had = noun.dep_ == "pobj" and noun.head.lower_ in ("with", "in", "from") and above.dep_ == "pobj"
    is_wanted = is_had and above.head.lower_ == "for" and (is_people(above) or above.pos_ == "PRON")
    if noun.lemma_.lower() in wordlists.words_of("so many people"):  # "the shortage of *drivers* to carry it"
        return tuple(t for of in noun.rights if of.lower_ == "of" for t in pobjs(of) if is_people(t))
    return and_conjuncts(above) if is_wanted else ()


def under_pressure(noun: Token) -> Token | None:
    """The verb of "is, felt, came *under pressure to sell*", "sent him off *with orders to sell*"."""
    verb = noun.head.head
    is_under = noun.dep_ == "pobj" and noun.head.lower_ in ("under", "with") and verb.pos_ in VERBAL
    is_state = verb.lemma_ == "be" and noun.head.lower_ == "under"
    return verb if is_under and (is_state or noun.lemma_.lower() in wordlists.words_of("burden")) else None


def is_aim_of_passive(noun: Token) -> bool:
    """ "Was drained *in order to* mend it", "in a bid to mend it": for somebody's purpose."""
    is_in = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ in VERBAL
    return is_in and noun.lemma_.lower() in wordlists.words_of("in order")


def aim_that_is(verb: Token, governor: Token) -> Token | None:
    """The aim of "the aim is *to sell it*", which sells nothing; the mine of "the mine is to close" does close."""
    if governor.lemma_ != "be" or not has_to(verb) or verb.dep_ not in ("xcomp", "ccomp"):
        return None
    aims = wordlists.words_of("told by infinitive")
    return next((c for c in governor.lefts if c.dep_ in SUBJECTS and c.lemma_.lower() in aims), None)


def is_built_or_paid(verb: Token, governor: Token) -> bool:
    """ "The bridge took years *to build*", "would cost £4m *to mend*": that is done to it, nobody tells by whom."""
    if not has_to(verb) or verb.dep_ != "xcomp" or any(c.dep_ in _FILLED for c in verb.rights) or is_passive(verb):
        return False
    lemma = governor.lemma_.lower()
    return lemma == "cost" or (lemma == "take" and verb.lemma_.lower() in wordlists.words_of("done to a thing"))


def is_of_others(verb: Token, governor: Token) -> bool:
    """ "Recommends *closing* the mine", "would mean *closing* it": nobody known closes it."""
    if verb.tag_ != "VBG" or "aux" in verb.below:
        return False
    lemma = governor.lemma_.lower()
    is_heard = lemma in wordlists.words_of("heard doing") and not is_passive(governor)  # "heard *screaming*"
    return is_heard or lemma in wordlists.words_of("gerund of others")


def is_stranded(verb: Token) -> bool:
    """ "There was nobody *to talk to*": the noun has its place behind the preposition."""
    last = next((c for c in reversed(verb.rights) if not c.is_punct), None)
    is_last = last is not None and last.dep_ == "prep" and last.i == verb.right_edge.i
    return is_last and has_to(verb) and last is not None and not any(last.rights)


def is_open_object(verb: Token, noun: Token) -> bool:
    """ "Found something *to dislike*": something is disliked."""
    is_open = noun.lower_ in _INDEFINITE and noun.dep_ in OBJECTS and has_to(verb)
    return is_open and not any(c.dep_ in _FILLED for c in verb.rights) and not is_passive(verb)


def is_made(governor: Token) -> bool:
    """ "A dam built by the state to supply water": the dam does, for that it was made."""
    return governor.lemma_.lower() in wordlists.words("making", "lemma")


def listed_controller(governor: Token, complement: str) -> str | None:
    """What control.tsv says of a verb, under any of its forms: the lemma of "fined" may be a wrong one."""
    forms = (governor.lemma_.lower(), *verb_forms(governor))
    return next((found for form in forms if (found := wordlists.controllers().get((form, complement)))), None)


def at_work_on(noun: Token, verb: Token) -> Token | None:
    """The verb of "*had* trouble selling it", "*took* a job driving buses", "*broke* a rib falling off a horse": who
    has the trouble, the job or the rib does so."""
    above = noun.head
    if noun.dep_ != "dobj" or verb.tag_ != "VBG" or is_passive(above):
        return None
    had, lemma = above.lemma_.lower(), noun.lemma_.lower()
    had_and_done = (("having trouble", "trouble doing"), ("having a job", "job doing"), ("hurting", "part hurt"))
    pairs = ((wordlists.words_of(one), wordlists.words_of(other)) for one, other in had_and_done)
    return above if any(had in verbs and lemma in nouns for verbs, nouns in pairs) else None


def told_before(verb: Token) -> Token | None:
    """The relative clause that a participle behind a comma goes on with: "the captain of a ferry that hit a pier,
    *injuring* 23"."""
    comma = verb.doc.tokens[verb.i - 1]
    if verb.tag_ != "VBG" or comma.text != "," or verb.i < 2:
        return None
    before = verb.doc.tokens[verb.i - 2]
    found = next((t for t in (before, *before.ancestors) if t.dep_ == "relcl"), None)
    return found if found is not None and verb.head.i < found.head.i < verb.i else None


def share_of(noun: Token) -> Token:
    """The share that is counted of "with 90% of votes *counted*"."""
    if noun.lower_ == "number":  # "the number of children *sent* home"
        counted = (c for preposition in noun.rights if preposition.lower_ == "of" for c in preposition.rights)
        return next((child for child in counted if child.dep_ == "pobj"), noun)
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return whole if whole.ent_type_ == "PERCENT" and whole.head.lower_ == "with" else noun


def is_money(noun: Token) -> bool:
    """Whether a noun is a sum or a word for one: "£4m", "the proceeds"."""
    return noun.ent_type_ == "MONEY" or noun.lemma_.lower() in wordlists.words("moneys", "lemma")


def named_by_preposition(noun: Token) -> tuple[Token, ...]:
    """The bank of "pressure on the bank to pay"."""
    addressed = (p for p in noun.rights if (noun.lemma_.lower(), p.lower_) in wordlists.addressed_nouns())
    return tuple(t for preposition in addressed for t in pobjs(preposition))


def pobjs(preposition: Token) -> tuple[Token, ...]:
    """The nouns behind a preposition."""
    return tuple(t for c in preposition.children if c.dep_ == "pobj" for t in and_conjuncts(c))


def having(noun: Token) -> Token | None:
    """The verb that has a noun as argument, unless it passes judgement on what is another's."""
    top = noun
    if _is_sent_by_others(noun):
        return None  # "is weighing an offer to buy it", "asked for an apology for selling it"
    while top.dep_ in ("conj", "pobj", "prep") and top.head != top:
        is_loose = top.dep_ == "prep" and top.lower_ in wordlists.words("loose_prepositions", "words")
        is_loose |= top.dep_ == "prep" and top.lower_ == "as" and top.head.lemma_ in wordlists.words_of("viewing")
        if is_loose and top.head.lemma_ != "be":  # "is on the verge of closing": whoever is
            return None  # "talks broke down over a plan to sell": whose plan?
        if top.dep_ == "prep" and top.lower_ == "without" and top.head.lemma_ == "leave":
            return None  # "would leave the troops without a basis to act"
        top = top.head
        if top.pos_ in VERBAL or top.dep_ in SUBJECTS or top.lower_ in wordlists.judging():
            break
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in wordlists.words_of("clue"):
        return None  # "found no evidence of a plan to sell it": whose plan?
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and top.dep_ in OBJECTS:
        top = top.head  # "signed letters of intent to buy"
    if noun.dep_ in OBJECTS or noun.dep_ == "attr":
        top = noun.head
    return top if top.pos_ in VERBAL and not wordlists.judging().intersection(verb_forms(top)) else None


def _is_sent_by_others(noun: Token) -> bool:
    """ "Received *an offer to buy* the mine", "demanded *an apology for selling* it": whoever made it would, or did."""
    is_for = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    if noun.dep_ not in OBJECTS and not is_for:
        return False
    verb, lemma = noun.head.head if is_for else noun.head, noun.lemma_.lower()
    is_got = not is_for and verb.lemma_.lower() in wordlists.words_of("getting offers")
    is_got = is_got and lemma in wordlists.words_of("from whom")
    is_asked = verb.lemma_.lower() in wordlists.words_of("asked of others")
    is_asked = is_asked and lemma in wordlists.words_of("due for a deed")
    return (is_got or is_asked) and not is_passive(verb)


def accusing(noun: Token, preposition: Token) -> Token | None:
    """The verb that the phrase belongs to, though it hangs on a noun: "accused by X | of", "stop the club | from"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    is_argument = noun.dep_ in OBJECTS or noun.head.dep_ in ("agent", "prep")
    return verb if is_argument and listed_controller(verb, preposition.lower_) else None


def joined(preposition: Token) -> str:
    """A preposition with the one it hangs on: of "talked the heir out of selling" it is "out of"."""
    above = preposition.head
    is_joined = above.dep_ == "prep" and above.i == preposition.i - 1
    return f"{above.lower_} {preposition.lower_}" if is_joined else preposition.lower_


def receivers(giver: Token) -> tuple[Token, ...]:
    """Who is given something: "gave *the tenants* notice", "gave notice *to the tenants*"."""
    receiver = next((child for child in giver.rights if child.dep_ == "dative"), None)
    if receiver is None:
        return ()
    return pobjs(receiver) if receiver.pos_ == "ADP" else and_conjuncts(receiver)


def thing_given(giver: Token) -> Token:
    """The thing or the period that is given, else the verb itself: "gave the firm *30 days* to pay"."""
    period = next((child for child in giver.rights if child.dep_ == "npadvmod"), giver)
    return next((child for child in giver.rights if child.dep_ == "dobj"), period)


def given_until(governor: Token) -> tuple[Token, ...]:
    """ "Gave *the tenants* until June to leave"."""
    given = next((c for c in governor.rights if c.dep_ in ("dobj", "npadvmod")), governor)
    is_giving = governor.lemma_.lower() in wordlists.words("giving", "lemma")
    if not is_giving or given == governor or any(c.dep_ == "dative" for c in governor.rights):
        return ()
    has_until = any(c.lower_ in UNTIL and c.i == given.right_edge.i + 1 for c in governor.rights)
    return and_conjuncts(given) if has_until else ()


def is_foreseen(noun: Token) -> bool:
    """ "Expects *the merger* to create jobs": the merger is to; but "expects a decision to close the mine"."""
    is_known = any(
        child.dep_ in ("det", "poss") and (child.lower_ in _FIXED or child.dep_ == "poss") for child in noun.lefts
    )
    return noun.dep_ == "dobj" and is_known and noun.head.lemma_.lower() in wordlists.words_of("foreseeing")


def is_own_aim(verb: Token, governor: Token) -> bool:
    """ "Summoned the envoy *to demand* an apology": who summons demands it; the envoy is there to explain."""
    is_summoning = governor.lemma_.lower() in wordlists.words_of("summoning") and not is_passive(governor)
    return is_summoning and has_to(verb) and verb.lemma_.lower() in wordlists.words_of("summoner's aim")


def is_ordered(noun: Token) -> bool:
    """ "Ignored orders *to stop*": who gets, obeys or ignores them was to stop."""
    is_order = noun.lemma_.lower() in wordlists.words_of("order")
    return is_order and noun.dep_ == "dobj" and noun.head.lemma_.lower() in wordlists.words_of("heeding")


def is_court_act(verb: Token, noun: Token) -> bool:
    """ "A judge rejected a request by the state *to block* the vote": the judge would block it, and no state."""
    if noun.dep_ != "dobj" or noun.lemma_.lower() not in wordlists.words_of("plea"):
        return False
    lemma, courts = verb.lemma_.lower(), wordlists.words("courts", "lemma")
    is_act = lemma in wordlists.words("judgements", "lemma") or lemma in wordlists.words_of("court act")
    judges = (child for child in noun.head.lefts if child.dep_ in SUBJECTS)
    return is_act and any(word.lemma_.lower() in courts for judge in judges for word in (judge, *judge.lefts))


def is_mere_occasion(noun: Token, subjects: tuple[Token, ...]) -> bool:
    """ "That is no *way* to treat them", "it is *time* to leave", "a *crime* to sell it": nobody known does."""
    is_pointed = all(subject.lower_ in _POINTING for subject in subjects)
    occasions = wordlists.words_of("occasion") | wordlists.words("abilities", "lemma")
    return is_pointed and noun.lemma_.lower() in occasions


def charge_under(noun: Token) -> tuple[Token, str] | None:
    """The verb of "charged two men with conspiracy *to rob*", "arrested him on suspicion of conspiracy *to rob*", and
    the words by which control.tsv tells whose deed it is."""
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.dep_ == "pobj":
        top = top.head.head
    preposition = top.head
    verb = preposition.head
    if top.dep_ != "pobj" or verb.pos_ not in VERBAL:
        return None
    phrases = (preposition.lower_, f"{preposition.lower_} {top.lemma_.lower()}")
    found = next((phrase for phrase in phrases if listed_controller(verb, phrase) == "object"), None)
    return None if found is None else (verb, found)


def is_money_at_work(governor: Token, moneys: tuple[Token, ...]) -> bool:
    """ "The fines *go* toward mending it", "should be *spent* on mending it": nobody known mends it."""
    lemma = governor.lemma_.lower()
    is_passive_use = lemma in wordlists.words("using", "lemma") or lemma in wordlists.words("spending", "lemma")
    is_flowing = lemma in wordlists.words_of("flowing") or (is_passive_use and is_passive(governor))
    return is_flowing and bool(moneys) and any(map(is_money, moneys))


def is_acting(noun: Token) -> bool:
    """Whether a noun does itself what its infinitive says: "the bill to ban plastic bags"."""
    return noun.lemma_.lower() in wordlists.words("acting_nouns", "lemma")


def is_bill_made(noun: Token) -> bool:
    """ "Signed *a bill* to close the mine": the bill closes it, and not who signs."""
    lemma = noun.head.lemma_.lower()
    is_making = lemma in wordlists.words("enacting", "lemma") or lemma in wordlists.words_of("lawmaking")
    return noun.dep_ == "dobj" and is_making and is_acting(noun)


def does_nothing(noun: Token) -> bool:
    """Whether no infinitive on a noun is its own deed: "the deadline *to file* a claim", "the way *to stop* it"."""
    return noun.lemma_.lower() in wordlists.words_of("does nothing")


def is_handed(noun: Token) -> bool:
    """ "Gave Norway *a basis to inspect* ships": who is given something does what it is for; but "made Orlo an offer
    to buy it"."""
    is_promised = noun.lemma_.lower() in wordlists.words_of("from whom")
    has_receiver = any(c.dep_ == "dative" and c.pos_ != "ADP" for c in noun.head.rights)
    return has_receiver and not is_promised


def is_sold(noun: Token, governor: Token) -> bool:
    """ "Sold 340 *permits to park*", "issues licences to fish": who gets one does what it is for; nobody is told."""
    is_giving = governor.lemma_.lower() in wordlists.words("giving", "lemma") and not is_passive(governor)
    is_leave = noun.dep_ == "dobj" and noun.lemma_.lower() in wordlists.words_of("leave given")
    return is_giving and is_leave and not receivers(governor)
