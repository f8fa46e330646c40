"""Negation inside a phrase: no bank, neither of them, not one, hardly any; and what only looks like it."""

from __future__ import annotations

from kg.extract.factuality.lexicon import Lexicon
from kg.extract.times.vocabulary import values
from kg.grammar.kinds import is_people
from kg.grammar.phrases import COMPARATIVES, TIMES, VERBAL
from kg.grammar.verbs import HELPERS, SUBJECTS, is_passive
from kg.grammar.wordlists import words, words_of
from kg.parse import Token

NOT = frozenset({"not", "n't", "n’t", "never"})
_SCARCELY = frozenset({"scarcely", "hardly", "barely"})
_PERFECT = frozenset({"has", "have", "had", "'s", "’s", "'ve", "’ve", "'d", "’d"})
_MEASURED = frozenset({"than", "that", "as"})
_NEARLY = frozenset({"nearly", "almost", "virtually"})
_DETERMINERS = frozenset({"det", "neg", "amod", "preconj", "cc", "predet", "nummod"})
_QUANTIFIERS = frozenset({"det", "advmod", "predet", "amod", "nummod"})


def negative_word(noun: Token, lexicon: Lexicon) -> Token | None:
    """The word that makes a noun phrase negative: no, neither, few, nobody, not one, hardly any."""
    return own_no(noun, lexicon) if noun.dep_ == "conj" else quantity_denied(noun, lexicon)


def own_no(noun: Token, lexicon: Lexicon) -> Token | None:
    """The no of a noun behind others: "has two schools and *no* shop"."""
    nos = (child for child in noun.lefts if child.dep_ == "det" and child.lower_ == "no")
    return next((no for no in nos if not is_idiom(no, lexicon)), None)


def quantity_denied(noun: Token, lexicon: Lexicon) -> Token | None:
    """The same for a noun behind "and" too: "almost no food and very *little* air"."""
    if noun.pos_ in VERBAL:
        return None
    if not lexicon.words["negative nouns"].isdisjoint(_quantities(noun)) and not is_idiom(noun, lexicon):
        return noun
    for child in noun.lefts:
        if child.lower_ == "little" and not _is_amount(noun):
            continue
        if child.dep_ in _DETERMINERS and child.lower_ in lexicon.words["negative determiners"]:
            return None if is_idiom(child, lexicon) and not _is_absolute(noun) else child
        words = (child, *child.lefts) if child.dep_ in _QUANTIFIERS else (child,)
        for word in words:
            if _is_denier(word, noun, lexicon) and not is_idiom(word, lexicon):
                return word
    return _owners_no(noun, lexicon) or _before_phrase(noun, lexicon)


def _owners_no(noun: Token, lexicon: Lexicon) -> Token | None:
    """The no of an owner: "*no* patient's death", "*nobody*'s right"."""
    for owner in (child for child in noun.lefts if child.dep_ == "poss") if "poss" in noun.below else ():
        if owner.lower_ in ("nobody", "no-one"):
            return owner
        if (no := own_no(owner, lexicon)) is not None:
            return no
    return None


def _is_amount(noun: Token) -> bool:
    """Whether "little" before a noun tells how much: "little interest"; not "the little girl", "little shoes"."""
    return noun.tag_ == "NN" and not any(child.dep_ in ("det", "poss") for child in noun.lefts)


def _is_absolute(noun: Token) -> bool:
    """ "Struck at noon, with no *damage* reported": none was reported."""
    if noun.dep_ not in SUBJECTS:
        return False
    verb = noun.head
    opening = (verb.head,) if verb.dep_ == "pcomp" else verb.lefts
    return any(word.dep_ in ("mark", "prep") and word.lower_ == "with" for word in opening)


def _quantities(noun: Token) -> tuple[str, ...]:
    """A word and, of a comparative, the words beside it too: "few", "fewer still", "still fewer", "anything but"."""
    if noun.lower_ == "anything" and noun.i + 1 < len(noun.doc):
        return noun.lower_, f"{noun.lower_} {noun.nbor(1).lower_}"
    if noun.tag_ in COMPARATIVES and 0 < noun.i < len(noun.doc) - 1:
        return noun.lower_, f"{noun.lower_} {noun.nbor(1).lower_}", f"{noun.lower_before} {noun.lower_}"
    return (noun.lower_,)


def _is_denier(word: Token, noun: Token, lexicon: Lexicon) -> bool:
    if word.lower_ == "not":
        return noun.dep_ in SUBJECTS  # "not one of them"; behind a verb it may be contrast
    return word.lower_ == "no" or _is_negative_adverb(word, lexicon)


def _is_negative_adverb(word: Token, lexicon: Lexicon) -> bool:
    return word.lower_ in lexicon.words["negative adverbs"] and not is_short_of_figure(word)


def is_short_of_figure(adverb: Token) -> bool:
    """Whether an adverb only tells that a figure is low: "scarcely half of them", "hardly a third", "scarcely 40"."""
    if adverb.lower_ not in _SCARCELY or adverb.i + 2 >= len(adverb.doc):
        return False
    behind = adverb.nbor(1)
    if behind.lower_ in ("a", "an"):
        behind = behind.nbor(1)
        return behind.lower_ in words_of("part of a whole")
    return behind.lower_ == "half" or (behind.like_num and behind.lower_ != "one")  # not "hardly one survived"


def _before_phrase(noun: Token, lexicon: Lexicon) -> Token | None:
    """Neither the bank nor; hardly a shop."""
    start = noun.left_edge.i
    if noun.dep_ not in SUBJECTS or start <= noun.sent.start:
        return None
    before = noun.doc.tokens[start - 1]
    is_negative = before.lower_ == "neither" or _is_negative_adverb(before, lexicon)
    return before if is_negative else None


def is_idiom(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word that looks negative is none here: "no fewer than", "not only", "a few", "not-for-profit"."""
    doc, i = word.doc, word.i
    if i + 1 < len(doc) and not word.whitespace_ and doc[i + 1].text == "-":
        return True
    return any(True for _ in lexicon.idioms.around(word))


def is_barely_a(adverb: Token) -> bool:
    """The barely of "was barely a contest", "said barely a word"; not "barely a year old", "barely a teenager"."""
    if adverb.lower_ != "barely" or adverb.i + 2 >= len(adverb.doc) or adverb.nbor(1).lower_ not in ("a", "an", "any"):
        return False
    noun = adverb.nbor(1).head
    is_amount = noun.ent_type_ in TIMES or noun.lemma_.lower() in values("unit") or noun.tag_ != "NN"
    return noun.dep_ in ("attr", "dobj") and not is_amount and not is_people(noun)


def is_scaled(adverb: Token) -> bool:
    """Whether an adverb only tells how far: "*nearly* doubled"; not "nearly fell"."""
    behind = adverb.nbor(1) if adverb.i + 1 < len(adverb.doc) else adverb
    return adverb.lower_ in _NEARLY and behind.lemma_.lower() in words_of("multiplying")


def is_nearly_so(verb: Token) -> bool:
    """Whether "all but" tells that something is as good as so: "has all but vanished", "would all but end it"; not "all
    but saved the shot"."""
    is_all_but = verb.i > 1 and verb.lower_before == "but" and verb.nbor(-2).lower_ == "all"
    return is_all_but and (verb.tag_ != "VBD" or any(child.dep_ in HELPERS for child in verb.lefts))


def is_never_more(never: Token, verb: Token) -> bool:
    """Whether it is told that something is so as it never was before: "has *never* been dearer", "had never looked so
    low"; not "has never been dearer than gold", "has never been accused of worse crimes"."""
    beside = (never.lower_before, never.nbor(1).lower_ if never.i + 1 < len(never.doc) else "")
    if never.lower_ != "never" or _PERFECT.isdisjoint(beside):
        return False
    said = [one for one in _said_of_state(verb) if one.i > never.i]
    grades = [word for one in said for word in (one, *one.lefts, *(w for child in one.lefts for w in child.lefts))]
    is_more = any(word.tag_ in COMPARATIVES or word.lower_ == "so" for word in grades)
    behind = verb.doc.tokens[verb.i : verb.right_edge.i + 1]
    return is_more and all(word.lower_ not in _MEASURED for word in behind)


def _said_of_state(verb: Token) -> list[Token]:
    """What is said of a state: "been *dearer*", "been in a better *position*", "been so well *paid*"; what is done to
    somebody, in more of it or less, need not be done at all: "been sold to a *bigger* rival"."""
    adverbs = [child for child in verb.children if child.dep_ == "advmod"]
    if is_passive(verb):
        return adverbs
    if verb.lemma_ not in words("copulas", "lemma"):
        return []
    if verb.lemma_ == "be":
        phrases = (child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "in")
        adverbs += [noun for phrase in phrases for noun in phrase.rights if noun.lemma_ in words_of("how one is")]
        adverbs += [child for child in verb.rights if child.dep_ == "attr" and not is_people(child)]
    return [*adverbs, *(child for child in verb.rights if child.dep_ == "acomp")]


def is_constituent(word: Token, verb: Token) -> bool:
    """Whether a "not" behind its verb negates only what follows: "sold not trucks but tractors"."""
    return word.i > verb.i and word.lower_ == "not" and verb.pos_ != "AUX" and verb.lemma_ not in ("be", "have", "do")
