"""Hearsay: words that only go round: "The mill, so the rumour goes, hid a king", "It is safe, or so he says"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.extract.factuality.coordination import first_conjunct
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.quotations import is_speech_verb, speakers
from kg.extract.factuality.regions import BREAKS, Region
from kg.grammar.interrupted import interrupted
from kg.grammar.phrases import NOMINAL, VERBAL
from kg.grammar.verbs import FINITE, HELPERS, has_subject, verb_forms
from kg.parse import Doc, Span, Token

HEARD = frozenset({"as", "so", "one", "the"})  # how such a phrase begins
_OPENING = frozenset({"WDT", "WP", "WRB", "CC"})
_GOING_ROUND = frozenset({"go", "run", "have"})
_COMMA, _BRACKET, _QUESTION = frozenset({","}), frozenset({"("}), frozenset({"?"})
_PARTING = frozenset({",", "-", "–", "—", "("})
_CLOSING = {"(": frozenset({")"}), **dict.fromkeys("-–—", frozenset("-–—"))}  # of what such a mark opens
_LONGEST = 8  # words


def by_hearsay(token: Token, sentence: Span, lexicon: Lexicon) -> Iterator[Region]:
    """What is told around "so the rumour goes", "as legend has it", "or so he claims": the words before it, and those
    behind its comma that go on with them."""
    doc, tokens, first = token.doc, token.doc.tokens, token.i
    is_or = first > sentence.start and tokens[first - 1].lower_ == "or"
    if is_or:
        first -= 1
    is_opening = first == sentence.start
    if not is_opening and tokens[first - 1].text not in _PARTING:
        return
    closing = _CLOSING.get(tokens[first - 1].text, _COMMA) if not is_opening else _COMMA
    stop = next((t.i for t in tokens[token.i : sentence.end] if t.text in BREAKS or t.text in closing), sentence.end)
    is_inside = stop < sentence.end and doc[stop].text in closing and not is_opening
    verb = _hearsay(doc[token.i + 1 : stop], lexicon, is_spoken=token.lower_ == "so" and (is_or or is_inside))
    if verb is None:
        return
    is_put = lexicon.has("putting", (verb.lemma_.lower(),))
    holders = speakers(verb) if is_put or is_speech_verb(verb, lexicon) else ()
    if verb.tag_ == "NNS" and verb.i > token.i + 1:
        holders = (verb.nbor(-1),)  # "so Pike claims", taken for one name
    lower = interrupted(doc, first - 1, stop) or (_parted(doc[first - 1], stop) if closing != _COMMA else None)
    opens = first > sentence.start + 1 and tokens[first - 2].tag_ in _OPENING
    if not is_opening and not opens:  # not "a fire, which, as he put it, lit up the town"
        yield Region(sentence.start if lower is None else lower.left_edge.i, first, holders, verb, phrase=(first, stop))
    follows = doc[stop + 1] if stop + 1 < sentence.end else None
    if follows is not None and doc[stop].text in closing and follows.dep_ != "cc":
        start = stop + 1 + follows.is_quote
        end = next((t.i for t in doc[start : sentence.end] if t.text in BREAKS), sentence.end)
        yield Region(start, end, holders, verb, phrase=(first, stop))


def by_bracket(doc: Doc, lexicon: Lexicon) -> Iterator[Region]:
    """The clause before a speaker in brackets: "The ferry sank because a bolt snapped (*Pike claims*)"."""
    for mark in doc.written(_BRACKET):
        phrase = list(takewhile(lambda t: t.text != ")", doc.tokens[mark.i + 1 : mark.i + 2 + _LONGEST]))
        verb, before = phrase[-1] if len(phrase) > 1 else mark, doc.tokens[mark.sent.start : mark.i]
        opens = not phrase or phrase[0].tag_ in _OPENING or phrase[0].lower_ in HEARD - {"the"}
        is_named = len(phrase) > 1 and phrase[-2].pos_ in NOMINAL and not opens
        is_closed = mark.i + 1 + len(phrase) < len(doc) and doc[mark.i + 1 + len(phrase)].text == ")"
        is_said = is_closed and verb.tag_ in FINITE | {"NNS"} and lexicon.has("speech", verb_forms(verb)) and is_named
        told = next((t for t in reversed(before) if t.tag_ in FINITE and t.dep_ not in HELPERS), None)
        if not is_said or told is None or any(t.pos_ in VERBAL for t in phrase[:-1]):
            continue
        first = told if has_subject(told) else first_conjunct(told) or told
        yield Region(first.left_edge.i, mark.i, (phrase[-2],), verb, phrase=(mark.i, verb.i + 2))


def by_second_thought(doc: Doc) -> Iterator[Region]:
    """The sentence before one that takes it back: "The bank paid its debts. *Or did it?*"."""
    for mark in doc.written(_QUESTION):
        opening = mark.sent[0]
        words = [t for t in mark.sent if t.is_alpha]
        is_short = opening.lower_ == "or" and len(words) in (3, 4) and words[1].tag_ in FINITE
        is_next = opening.i > 0 and "\n" not in opening.nbor(-1).text
        if is_short and is_next and words[2].tag_ in ("PRP", "EX", "DT"):
            told = doc[opening.i - 1].sent
            yield Region(told.start, told.end, (), opening, code="o")


def _parted(mark: Token, stop: int) -> Token | None:
    """The verb whose clause a phrase in brackets or between dashes parts from its subject."""
    above = mark.nbor(-1).ancestors if mark.i > mark.sent.start else ()
    return next((t for t in above if t.i > stop and t.tag_ in FINITE), None)


def _hearsay(phrase: Span, lexicon: Lexicon, *, is_spoken: bool) -> Token | None:
    """The verb of "the rumour goes", "legend has it", of "he claims" if a claim is looked for; of nothing longer."""
    verbs = [t for t in phrase if t.tag_ in FINITE]
    if (
        not verbs
        and is_spoken
        and len(phrase)
        and phrase[-1].tag_ == "NNS"
        and lexicon.has("speech", verb_forms(phrase[-1]))
    ):
        return phrase[-1]  # "or so a plaque claims"
    if len(verbs) != 1 or len(phrase) > _LONGEST:
        return None
    verb, behind = verbs[0], [t for t in phrase if t.i > verbs[0].i]
    if any(t.lower_ != "it" and t.pos_ not in ("ADV", "ADP") for t in behind):
        return None
    is_put = len(behind) == 1 and behind[0].lower_ == "it" and phrase.doc[phrase.start - 1].lower_ == "as"
    if is_put and verb.i > phrase.start and lexicon.has("putting", (verb.lemma_.lower(),)):
        return verb
    if any(lexicon.has("hearsay", (t.lemma_.lower(),)) for t in phrase if t.i < verb.i):
        return verb if verb.lemma_ in _GOING_ROUND else None
    return verb if is_spoken and not behind and verb.i > phrase.start and is_speech_verb(verb, lexicon) else None
