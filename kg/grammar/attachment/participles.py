"""Participles behind a noun: whose they are, and the main verb behind them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import ADNOMINAL, NOUNS, VERBAL, follows_comma, is_some_of_them
from kg.grammar.told import may_withhold_too, thinks_not, withholds
from kg.grammar.verbs import (
    HELPERS,
    NOMINAL_SUBJECTS,
    SUBJECTS,
    ends_with_stop,
    has_subject,
    helpers,
    is_headline,
    is_passive,
    may_say,
)
from kg.grammar.wordlists import saying, words, words_of
from kg.parse import Doc, Token

_PREDICATED = frozenset({"acomp", "attr"})
_WORN = frozenset({"in", "with", "at", "on"})
_HUMAN = frozenset({"he", "she", "i", "we", "they"})
_PLACED = frozenset({"outside", "inside", "near"})
_BETWEEN = frozenset({"from", "to", "by", "on", "in", "at", "outside"})
_TAG = 4  # words of "said on Monday,"


@at(tags="VBG VBN")
def of_topic(verb: Token) -> Iterator[Arc]:
    """ "The idea of Paris *hosting* it", "Fears of a strike *closing* the mill grew": Paris hosts it, not the idea."""
    first = verb.left_edge
    doer = first.nbor(-1) if first.i else verb
    of = doer.head
    is_told = doer.dep_ == "pobj" and doer.pos_ in NOUNS and of.lower_ == "of" and of.head.pos_ == "NOUN"
    if doer.dep_ == "pobj" and of.lower_ in ("over", "about", "at") and _is_reaction_to(verb, of):
        yield verb, doer, "acl"  # "Anger grew over Orr *selling* it"
        return
    if not is_told or not (verb.tag_ == "VBG" or first.lower_ == "being") or has_subject(verb):
        return
    is_topic = verb.dep_ == "acl" and of.head == verb.head and of.head.lemma_.lower() in words_of("topic of a deed")
    is_before = verb.dep_ == "advcl" and verb.i < verb.head.i and of.head.head == verb.head
    if is_topic or is_before:
        yield verb, doer, "acl"


def _is_reaction_to(verb: Token, preposition: Token) -> bool:
    """Whether anger, fear and the like are all that could do what a participle says."""
    main = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or preposition.head != main or verb.i < main.i or has_subject(verb):
        return False
    doers = [child for child in main.lefts if child.dep_ in SUBJECTS]
    return bool(doers) and all(doer.lemma_.lower() in words_of("reaction") for doer in doers)


@at(tags="VBG", above="pobj")
def of_person(verb: Token) -> Iterator[Arc]:
    """ "Shows a man in a grey coat *entering* a shop": he enters it, and not the coat; "she was seen at a café in Kesh
    *wearing* a hat": no café wears one."""
    thing = verb.head
    if thing.dep_ != "pobj" or thing.head.lower_ not in _WORN | _PLACED or thing.pos_ not in NOUNS:
        return
    person = thing.head.head
    if person.pos_ in VERBAL:
        yield from _of_patient(verb, thing)
        return
    is_thing = not is_people(thing) and thing.ent_type_ == "" and thing.tag_ == "NN"
    is_near = thing.head.lower_ in _WORN and thing.pos_ == "NOUN"
    if is_near and person.pos_ in NOUNS and is_people(person) and is_thing and person.i < thing.i:
        yield verb, person, "acl"


def _of_patient(verb: Token, place: Token) -> Iterator[Arc]:
    """What somebody does with hands, feet or clothes to whom something was done at a place."""
    seen = place.head.head
    patient = next((c for c in seen.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    is_bodily = verb.lemma_.lower() in words_of("done by a body")
    is_told = patient is not None and is_passive(seen)
    if is_bodily and is_told and not is_people(place) and place.i < verb.i:
        yield verb, seen, "advcl"


@at(tags="VBD", any_below="dobj prep", none_below=SUBJECTS | HELPERS | {"mark", "cc", "ccomp"}, is_behind=False)
def at_the_start(verb: Token) -> Iterator[Arc]:
    """ "*Refused* a visa, the singer stayed": what was done to her."""
    is_past_alone = verb.lower_ in words("pasts", "lemma")
    if verb.dep_ == "advcl" and verb.is_sent_start and has_subject(verb.head) and not is_past_alone:
        verb.tag_ = "VBN"
        yield verb, verb.head, "advcl"


@at(tags=PAST, none_below=SUBJECTS | HELPERS, is_behind=True)
def of_head(verb: Token) -> Iterator[Arc]:
    """ "Man who killed wife *jailed* for life": in a headline, he was jailed."""
    noun = verb.head
    relative = next((t for t in noun.ancestors if t.dep_ == "relcl"), None)
    if verb.dep_ != "acl" or relative is None or relative.head.dep_ != "ROOT" or relative.head.pos_ not in NOUNS:
        return
    if noun.right_edge.i == verb.right_edge.i and is_headline(verb) and verb.i == noun.i + 1:
        yield verb, relative.head, "acl"


@at(tags="VBN", none_below=SUBJECTS, is_behind=True)
def of_thing(verb: Token) -> Iterator[Arc]:
    """ "He bought an oven, *made* in Italy": the oven was made there, and not he."""
    if verb.dep_ != "advcl" or any(helpers(verb)) or has_subject(verb) or any(verb.lefts):
        return
    comma = verb.nbor(-1) if verb.i > 1 else verb
    last = verb.doc[comma.i - 1]
    noun = next((t for t in (last, *last.ancestors) if t.dep_ == "dobj" and t.right_edge.i in (last.i, comma.i)), None)
    if comma.text != "," or noun is None or noun.pos_ != "NOUN" or is_people(noun) or verb.i < verb.head.i:
        return
    subject = next((c for c in verb.head.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    if subject is not None and (is_people(subject) or subject.lower_ in _HUMAN) and _asks_no_person(verb):
        yield verb, noun, "acl"


def _asks_no_person(verb: Token) -> bool:
    return verb.lemma_.lower() in words("made_things", "lemma")


@at(tags="VBG VBN", none_below=SUBJECTS, is_behind=True)
def behind_tag(verb: Token) -> Iterator[Arc]:
    """ "The line will reopen, officials said, *easing* a dispute": that it reopens does; who says so may add or ask."""
    said = verb.head
    start = next((c for c in verb.lefts if c.lower_ == "having" and c.dep_ == "aux"), verb)  # "having turned back"
    if verb.dep_ not in ("advcl", "xcomp") or start.tag_ != "VBG" or said.lemma_.lower() not in saying() or verb.i < 2:
        return
    told = next((c for c in said.lefts if c.dep_ == "ccomp" and c.pos_ in VERBAL), None)
    between = verb.doc.tokens[said.i + 1 : start.i]
    if told is None or not between or between[-1].text != "," or len(between) > _TAG or _is_of_speaker(verb):
        return
    is_of_person = any(is_people(c) or c.tag_ == "PRP" for c in said.children if c.dep_ == "nsubj")
    if is_of_person and any(t.is_quote for t in verb.doc.tokens[told.i : said.i]):
        return  # ""They came for us," he says, *turning* a page"; not "the firm said, *cutting* 300 jobs"
    yield verb, told, "advcl"


@at(tags="VBG", below="ccomp", none_below=SUBJECTS, above="ccomp", is_behind=True)
def adding(verb: Token) -> Iterator[Arc]:
    """ "Said the firm would appeal, *adding* that a witness had lied": who says so adds."""
    sayer = verb.head.head
    is_said = sayer.lemma_.lower() in words("disputing", "lemma") and verb.lemma_.lower() in saying()
    is_added = is_said or verb.lemma_.lower() in words("adding", "lemma")  # "denied that he had lied, *telling* them"
    if verb.dep_ != "advcl" or not follows_comma(verb) or not is_added:
        return
    if sayer.i < verb.head.i and sayer.lemma_.lower() in saying() and has_subject(sayer):
        yield verb, sayer, "advcl"


@at(tags="VBG", below="ccomp", none_below=SUBJECTS, above="acl", is_behind=True)
def finding_instead(verb: Token) -> Iterator[Arc]:
    """ "Rejected a claim that he had lied, *finding* that he erred": who rejects a claim says what is so instead."""
    content = verb.head
    noun = content.head
    is_content = any(c.dep_ == "mark" and c.lower_ == "that" for c in content.lefts) and noun.dep_ == "dobj"
    is_rejected = noun.head.lemma_.lower() in words("disputing", "lemma")
    is_said = verb.lemma_.lower() in saying() and follows_comma(verb)
    if verb.dep_ == "advcl" and is_content and is_rejected and is_said and has_subject(noun.head):
        yield verb, noun.head, "advcl"


@at(tags="VBG", none_below=SUBJECTS | {"mark"}, above="ccomp", is_behind=True)
def citing(verb: Token) -> Iterator[Arc]:
    """ "Ruled that she should stay in jail, *citing* the risk", "said the camp would be cleared, *blaming* floods",
    "said the fleet was safe, *citing* a test": who said so does, where the other can give no reasons or only is so;
    "ruled that he had lied, *drawing* criticism": the ruling did."""
    told = verb.head
    sayer = told.head
    if verb.dep_ != "advcl" or not follows_comma(verb.left_edge) or sayer.i > told.i or not has_subject(sayer):
        return
    if sayer.lemma_.lower() not in saying():
        return
    others = [c for c in told.lefts if c.dep_ in SUBJECTS]
    is_state = not _PREDICATED.isdisjoint(told.below)
    is_mute = is_state or "expl" in told.below or (bool(others) and (is_passive(told) or all(map(thinks_not, others))))
    is_own = bool(others) and all(c.tag_ == "PRP" for c in others)
    is_ruling = sayer.lemma_.lower() in words("ruling", "lemma")
    if verb.lemma_.lower() in words_of("giving reasons"):
        is_of_sayer = is_mute or is_own or is_ruling
    elif withholds(verb):  # "said the ship would sail, *giving* no date"; not "the clerk had left, refusing to say why"
        is_free = not any(map(is_people, others)) or not may_withhold_too(verb)
        is_of_sayer = is_mute or is_own or is_free or _is_to_come(told)
    else:
        is_of_sayer = _draws_reaction(verb) and (is_own or is_ruling or _is_to_come(told))
    if is_of_sayer:
        yield verb, sayer, "advcl"


def _draws_reaction(verb: Token) -> bool:
    """Whether a verb tells what others make of something: "drawing criticism", "clearing the way"."""
    taken = (c.lemma_.lower() for c in verb.rights if c.dep_ == "dobj")
    is_such = verb.lemma_.lower() in words_of("drawing reactions")
    return is_such and any(lemma in words_of("reaction") for lemma in taken)


def _is_to_come(told: Token) -> bool:
    """Whether what is said has not happened, so that nothing can have come of it: "would close", "was not lost"."""
    return any(c.tag_ == "MD" or c.dep_ == "neg" for c in told.lefts)


@at(tags=PAST, none_below=SUBJECTS | HELPERS | {"mark", "dobj", "cc", "conj", "ccomp", "xcomp", "attr"}, is_behind=True)
def no_second_deed(verb: Token) -> Iterator[Arc]:
    """ "Has a desk and a lamp, *painted* in red": no "and" makes it a second deed, so it is done to the last thing."""
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ not in VERBAL or not follows_comma(verb.left_edge) or verb.i < 2:
        return
    if any(c.dep_ == "cc" or (c.dep_ == "conj" and c != verb) for c in first.rights):
        return
    last = verb.doc[verb.left_edge.i - 2]
    near = (t for t in (last, *last.ancestors) if t.pos_ in NOUNS and t.dep_ in ("dobj", "conj") and t.i > first.i)
    noun = next((t for t in near if t.right_edge.i <= verb.left_edge.i - 1), None)
    if (
        noun is not None
        and not is_headline(verb)
        and not (verb.tag_ == "VBD" and verb.lower_ in words("pasts", "lemma"))
    ):
        verb.tag_ = "VBN"
        yield verb, noun, "acl"


def _is_of_speaker(verb: Token) -> bool:
    """Whether a speaker does it while speaking: adds, cites, speaks, holds."""
    lemma = verb.lemma_.lower()
    is_writers = lemma in words("confounding", "lemma")  # "confounding forecasts": the writer compares
    is_said = may_say(verb) or lemma in words("beside_speech", "lemma")
    return is_writers or is_said


@at(any_below="acl relcl")
def told_of(noun: Token) -> Iterator[Arc]:
    """ "A fire *swept* through the mill, officials said", "a bus carrying pupils *overturned*, police said": what they
    said has a verb that tells it."""
    root = noun.head
    is_first = noun.pos_ in NOUNS and noun.i < root.i and noun.left_edge.i == root.sent.start
    if not is_first or root.dep_ != "ROOT" or root.lemma_.lower() not in saying() or "ccomp" in root.below:
        return
    if not any(c.dep_ == "nsubj" and c != noun for c in root.children):
        return
    verb = _told_last(noun)
    if verb is not None and not any(c.dep_ == "agent" for c in verb.children):
        if ends_with_stop(root):
            verb.tag_ = "VBD"  # in a headline it may have been done: "Girl bullied at school, parents say"
        behind = [c for c in noun.rights if c.i > verb.i and c.dep_ == "acl"]
        yield verb, root, "ccomp"
        yield noun, verb, "nsubj"
        yield from ((c, verb, "advcl") for c in behind)


def _told_last(noun: Token) -> Token | None:
    """The last participle of a phrase that may be its verb: its own, or one behind what its own asks for."""
    own = [c for c in noun.rights if c.dep_ in ADNOMINAL]
    inner = [t for t in own[0].subtree if t.dep_ == "acl" and t.tag_ in PAST and t.i > own[0].i] if own else []
    if inner and (own[0].dep_ == "relcl" or own[0].tag_ in ("VBG", "VBN")) and not any(helpers(inner[-1])):
        return inner[-1]
    return next((c for c in own if c.dep_ == "acl" and c.tag_ in PAST), None)


@at(tags="VBG VBN", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=None)
def before_its_verb(verb: Token) -> Iterator[Arc]:
    """ "Fell after a pilot, *working* two shifts, pulled a lever": between a subject and its verb."""
    start = verb.left_edge if not verb.left_edge.is_punct else verb.left_edge.nbor(1)
    if verb.dep_ != "advcl" or not follows_comma(start) or start.i < 2:
        return
    end = verb.right_edge.i + (verb.right_edge.text != ",")
    last = verb.doc[start.i - 2]
    noun = next((t for t in (last, *last.ancestors) if t.dep_ in NOMINAL_SUBJECTS and t.right_edge.i >= last.i), None)
    if noun is None or noun.i >= verb.i or noun.pos_ not in NOUNS or noun.head in (verb, verb.head):
        return
    behind = verb.doc.tokens[end : end + 2]
    is_next = len(behind) == 2 and behind[0].text == "," and behind[1] in (noun.head, *noun.head.lefts)
    if is_next and noun.head.i > verb.i and noun.left_edge.i > verb.head.i:
        yield verb, noun, "acl"


@at(tags="VBN", below="ccomp nsubj", none_below="aux auxpass")
def of_some_of_them(root: Token) -> Iterator[Arc]:
    """ "Will show 120 works, many of them never *shown* before": more of the works, and nobody's words."""
    main = next(c for c in root.children if c.dep_ == "ccomp")
    some = next(c for c in root.lefts if c.dep_ == "nsubj")
    is_part = is_some_of_them(some)
    if root.dep_ == "ROOT" and is_part and main.i < some.i and has_subject(main):
        yield main, main, "ROOT"
        yield root, main, "advcl"


def named_at_birth(doc: Doc) -> Iterator[Arc]:
    """ "*Born* Ann Oak in Lund, she was": a participle, the name that it gives, and where and when."""
    for born in doc.written({"born"}):
        name = [*takewhile(lambda t: t.pos_ == "PROPN", doc.tokens[born.i + 1 : born.sent.end])]
        root = born.sent.root
        if not born.is_sent_start or not name or root.i <= name[-1].i or root.pos_ not in VERBAL:
            continue
        born.pos_, born.tag_ = "VERB", "VBN"
        yield born, root, "advcl"
        yield name[-1], born, "oprd"
        for word in name[:-1]:
            yield word, name[-1], "compound"
        for phrase in (t for word in name for t in word.rights if t.dep_ == "prep"):
            yield phrase, born, "prep"


@at(tags="VBG", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def beside_speech(verb: Token) -> Iterator[Arc]:
    """ "Tweeted *using* a false name": how it was said, and not what."""
    is_next = verb.left_edge.i == verb.head.i + 1
    if is_next and verb.head.lemma_.lower() in words_of("saying while") and not is_passive(verb.head):
        yield verb, verb.head, "advcl"


@at(tags="VBG", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def of_writing(verb: Token) -> Iterator[Arc]:
    """ "Ignored two emails from the clerk *denying* it", "sent a letter to staff *asking* for calm": what is written
    does, where no comma stands between."""
    start, above = verb.left_edge, verb.head
    says = verb.lemma_.lower() in saying() or verb.lemma_.lower() in words_of("said in writing")
    if verb.dep_ not in ("advcl", "xcomp", "acl") or not says or start.text_before == "," or not start.i:
        return
    if above.lemma_.lower() in words_of("writing"):
        return
    if verb.dep_ == "acl" and above.dep_ == "pobj" and above.head.head.pos_ in VERBAL and not is_people(above):
        above = above.head.head
    last = start.nbor(-1)
    phrase = next((t for t in (last, *last.ancestors) if t.head == above), last)
    beside = [c for c in above.rights if c.dep_ == "dobj" and c.right_edge.i == phrase.i - 1]
    near = [t for t in (last, *last.ancestors) if t != above] + (beside if phrase.lower_ in _BETWEEN else [])
    noun = next((t for t in near if t.pos_ == "NOUN" and t.lemma_.lower() in words_of("writing")), None)
    if noun is not None and noun.i < verb.i and (verb.dep_ != "acl" or not is_people(above)):
        yield verb, noun, "acl"


@at(tags="VBG", none_below=SUBJECTS | HELPERS | {"mark", "dobj"}, above_tags=PAST, is_behind=True)
def of_found(verb: Token) -> Iterator[Arc]:
    """ "Found him, *lying* on a bench", "spotted the boy, *clinging* to a branch": who was found does."""
    finder = verb.head
    found = next((c for c in finder.rights if c.dep_ == "dobj"), verb)
    is_apart = verb.dep_ == "advcl" and verb.text_before == "," and found.right_edge.i in (verb.i - 1, verb.i - 2)
    is_seen = finder.lemma_.lower() in words_of("finding somebody") and verb.lemma_.lower() in words_of("posture")
    if is_apart and is_seen and (found.tag_ == "PRP" or is_people(found)):
        yield verb, found, "acl"


@at(above="acl", above_tags="VBN", is_behind=True)
def with_noun(word: Token) -> Iterator[Arc]:
    """ "A suit brought *on* behalf of tenants": behind what is done to something stands no particle with an object."""
    verb = word.head
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is None or thing.left_edge.i != word.i + 1 or any(helpers(verb)) or "dative" in verb.below:
        return
    yield word, verb, "prep"
    yield thing, word, "pobj"
