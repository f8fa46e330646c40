"""Colons: the words of "Minister: I lied", and in headlines of "Dam is sound: minister". Topics, places and labels
say nothing: "Cricket: England lose", "NAIROBI: The court freed two men."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.regions import Region
from kg.grammar.kinds import ACTORS, class_of_noun, is_people, means_people
from kg.grammar.phrases import NOMINAL, PLACE_LABELS, TIMES, VERBAL
from kg.grammar.turns import ITEM
from kg.grammar.verbs import FINITE, verb_forms
from kg.grammar.wordlists import words, words_of
from kg.parse import Doc, Token

_LONGEST_NAME = 8  # words before a colon
_COLON = frozenset({":"})
_DASHES = frozenset({"-", "–", "—"})
_ON = frozenset({"on", "about", "as"})
_STOPS = frozenset({".", "!", "?"})
_SO = frozenset({"like this", "as follows", "something like this", "roughly like this", "this way"})


def by_colon(doc: Doc, lexicon: Lexicon, taken: set[int]) -> Iterator[Region]:
    """What stands behind, or in a headline before, a colon beside a name, but where a region begins that is taken."""
    paragraphs = list(doc.spans.get("paragraphs", []))
    for colon in {token.sent.start: token for token in reversed(doc.written(_COLON))}.values():  # the first of each
        if not taken.isdisjoint(range(colon.i, colon.i + 4)):
            continue  # told with its paragraph
        for region in _beside(colon, lexicon):
            item = next((p for p in paragraphs if p.start <= colon.i < p.end and ITEM.match(p.text)), None)
            is_topic = item is not None and region.cue is not None and not is_people(region.cue)
            yield replace(region, holders=()) if is_topic else region  # "- Oslo: out of the cup"


def by_dash(doc: Doc) -> Iterator[Region]:
    """What stands in a headline before a dash and who says so: "Mayor took cash - witness"; not "Storm kills two - The
    Post", where it stood."""
    for dash in doc.written(_DASHES):
        sentence, speaker = dash.sent, dash.nbor(1) if dash.i + 1 < len(dash.doc) else dash
        behind = [token for token in sentence if token.i > speaker.i and not token.is_space]
        is_parted = dash.i > sentence.start and dash.nbor(-1).idx + len(dash.nbor(-1).text) < dash.idx
        if not is_parted or behind or not _is_voice_or_report(speaker):
            continue
        if any(token.pos_ in VERBAL for token in sentence if token.i < dash.i):
            yield Region(sentence.start, dash.i, (speaker,), speaker)


def _is_voice_or_report(noun: Token) -> bool:
    """Whether a noun is one for people or for what reports; not the books of "sold what he loved most - books"."""
    if noun.lemma_.lower() in words_of("reporting behind a dash"):
        return noun.pos_ != "PROPN"  # "report" and "study" may be taken for verbs
    return noun.tag_ in ("NN", "NNS") and _is_voice(noun)


def by_told_colon(doc: Doc) -> Iterator[Region]:
    """What stands behind the colon of "The rumour is simple: Orr lied", "The suit lists two thefts: Orr took"; not of
    "The rumour is false: Orr never lied", where the writer answers."""
    for colon in doc.written(_COLON):
        noun = next((t for t in colon.sent if t.dep_ == "nsubj" and t.i < colon.i), None)
        is_set_out = noun is not None and _sets_out(noun, noun.head, colon)
        if noun is None or noun.head.i > colon.i or not (is_set_out or _introduces(noun, noun.head, colon)):
            continue
        following = colon.doc.tokens[colon.i + 1 : colon.sent.end]
        is_about = any(child.lower_ in ("against", "about") for child in noun.rights)
        is_of_claim = bool(following) and following[0].lower_ in ("it", "this", "that") and not is_about
        if any(token.pos_ in VERBAL for token in following) and not is_of_claim:  # not "it rests on two letters"
            owner = (noun,) if is_set_out else tuple(child for child in noun.lefts if child.dep_ == "poss")
            yield Region(colon.i + 1, colon.sent.end, owner, noun)


def _sets_out(noun: Token, verb: Token, colon: Token) -> bool:
    """Whether one who accuses, or a text that reports, gives a list behind a colon: "The indictment lists two payments:
    Orr paid"; not "Police found two bodies: one was Orr's"."""
    lemma, things = noun.lemma_.lower(), [c for c in verb.rights if c.dep_ == "dobj" and c.i < colon.i]
    told = [t for t in verb.doc.tokens[verb.i + 1 : colon.i] if t.pos_ in VERBAL and t.tag_ in FINITE]
    if not things or told or any(child.dep_ == "neg" for child in verb.children):
        return False
    is_report = lemma in words_of("reporting behind a dash")
    is_listed = not words_of("setting out").isdisjoint(verb_forms(verb))
    return (is_report and verb.lemma_ == "find") or (is_listed and (is_report or lemma in words("accusers", "lemma")))


def _introduces(noun: Token, verb: Token, colon: Token) -> bool:
    """Whether a clause before a colon only leads to what is claimed."""
    behind = colon.doc.tokens[verb.i + 1 : colon.i]
    if any(child.dep_ == "neg" for child in verb.children) or not behind:
        return False
    if verb.lemma_ in ("go", "run"):
        is_told = noun.lemma_.lower() in words("hearsay", "lemma") | words_of("told behind a colon")
        return is_told and colon.doc.text[behind[0].idx : colon.idx].strip().lower() in _SO
    is_charge = noun.lemma_ == "charge" and any(child.lower_ == "against" for child in noun.rights)
    is_claim = is_charge or noun.lemma_.lower() in words_of("told behind a colon")
    return is_claim and verb.lemma_ == "be" and behind[-1].lower_ in words_of("how a claim is put")


def _beside(colon: Token, lexicon: Lexicon) -> Iterator[Region]:
    sentence = colon.sent
    end = sentence.end
    before = [t for t in sentence if t.i < colon.i and not t.is_space]
    if colon.i + 1 == end < len(colon.doc) and before and _is_voice(before[-1]):
        end = colon.doc[end].sent.end  # the sentence was cut behind the colon
    after = [t for t in colon.doc[colon.i + 1 : end] if not t.is_space]
    topic = next((place for place, t in enumerate(after) if t.lower_ in _ON), 0)
    if before and before[-1].is_quote and topic and after[0].pos_ == "PROPN":
        after = after[:topic]  # "'I burned it': Lena Orr on bees"
    if _is_name(_behind_medium(before), lexicon) and any(t.pos_ in VERBAL for t in after):
        yield Region(colon.i + 1, end, (before[-1],), before[-1])
    elif _is_name(after, lexicon) and any(t.pos_ in VERBAL for t in before) and not any(t.is_punct for t in after):
        yield Region(sentence.start, colon.i, (after[-1],), after[-1])


def _behind_medium(words: list[Token]) -> list[Token]:
    """The speaker of "In a tweet, *Brask*: Stahl lied", "In a letter, the *mayor*: ..."; else the words as they are."""
    comma = next((place for place, token in enumerate(words) if token.text == ","), 0)
    if not comma or words[0].lower_ not in ("in", "on") or class_of_noun(words[comma - 1]) != "kg:Work":
        return words
    speaker = words[comma + 1 :]
    if not speaker or not _is_voice(speaker[-1]):
        return words
    return speaker[1:] if speaker[0].pos_ == "DET" else speaker


def _is_voice(noun: Token) -> bool:
    """Whether a noun is one for people or for a body of people."""
    return is_people(noun) or noun.ent_type_ == "ORG" or class_of_noun(noun) in ACTORS


def _is_name(words: list[Token], lexicon: Lexicon) -> bool:
    """A short noun phrase of somebody who can speak: "Minister", "Mayor Lena Fox"; not "Update", not "The result"."""
    if not 0 < len(words) <= _LONGEST_NAME or words[0].pos_ in ("DET", "ADP"):
        return False
    if [t.text for t in words].count("(") > [t.text for t in words].count(")"):
        return False  # "Orlo AS (OSE: ORLO)"
    first = next(t for t in words if t.pos_ in NOMINAL or t.pos_ == "ADP" or t.i == words[-1].i)
    if first.pos_ == "ADP":
        return False  # "Meanwhile, in Oslo"
    is_shouted = len(words) > 1 and all(word.text.isupper() for word in words)
    if is_shouted and words[-1].ent_type_ != "PERSON" and not is_people(words[-1]):
        return False  # "WHAT'S RUNNING: The tram is packed"
    told = words if not means_people(words[-1]) else words[-1:]  # "News editor"
    if words[-1].pos_ not in NOMINAL or lexicon.has("labels", [t.lower_ for t in told]):
        return False
    if lexicon.has("topics", (words[-1].lower_,)) or _is_dateline(words):
        return False
    is_plain = all(t.pos_ not in VERBAL or t.dep_ == "amod" for t in words)
    return is_plain and not any(t.like_num or t.ent_type_ in TIMES for t in words)


def _is_dateline(words: list[Token]) -> bool:
    """Whether the place before a colon tells where a whole sentence was written: "NAIROBI: The court freed two men.";
    in a headline it speaks: "Kenya: Somalia shut border"."""
    place, following = words[-1], words[-1].doc.tokens[words[-1].i + 1 : words[-1].i + 3]
    if len(following) < 2 or following[0].text != ":" or words[0].i > place.sent.start:
        return False
    last = next((t for t in reversed(following[1].sent) if not t.is_space), following[1])
    return last.text in _STOPS and place.ent_type_ in PLACE_LABELS
