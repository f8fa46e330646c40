"""Turns that no label opens: answers below printed questions, posts with a signature, quoted replies, letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.parse import Span, Token

Told = tuple[int, int, Token | None, Token]  # first and one past the last word, who speaks if told, the cue

OWN = frozenset({"i", "we", "my", "our", "me", "us"})
_ADDRESSED = frozenset({"you", "your"})
MARKS = frozenset('"“”')
_LONGEST_QUESTION = 60  # words
_DASHES = ("–", "—", "- ")
_LEAST = 2  # questions of an interview
_FURTHEST = 5  # paragraphs of an answer
_SIGNED = re.compile(r"(?:^|(?<=\s))[—–-]+ ?(?P<name>[^\W\d_][^—–(@]{1,50}?) ?\(@\w{1,30}\)")
_REPLY = re.compile(r"(?:> ?)+(?=\S)")
_WROTE = re.compile(r"(?P<name>[^\W\d_][^,:<>]*?)(?: <[^>]*>)? (?:wrote|writes):")
_SALUTATION = re.compile(r"(?:Dear [A-Z][^.!?]{0,40}|Sir|Madam|Sirs|SIR|Sir or Madam)\s?[,:–—](?=\s|$)")
_CLOSING = re.compile(r"(?:Yours|Best|Kind|Sincerely|Regards|Respectfully)\b")
_LONGEST_LETTER = 10  # paragraphs
_SIGNATURE = 5  # words


def told_without_label(paragraphs: list[Span]) -> Iterator[Told]:
    """The stretches of a document's paragraphs that somebody tells, in no order."""
    yield from _interview(paragraphs)
    for find in (_post, _reply, _letter):
        yield from _each(paragraphs, find)


def _each(paragraphs: list[Span], find: Callable[[list[Span], int], Iterator[Told]]) -> Iterator[Told]:
    for place in range(len(paragraphs)):
        yield from find(paragraphs, place)


# ---- interviews


def _interview(paragraphs: list[Span]) -> Iterator[Told]:
    """Questions to "you", each a paragraph, and the answers between them, where these tell of "I" or "we"."""
    asked = [place for place, p in enumerate(paragraphs) if _is_question(p)]
    addressed = [place for place in asked if _has(paragraphs[place], _ADDRESSED)]
    is_dialogue = all(paragraphs[place].text.lstrip().startswith(_DASHES) for place in asked)
    if len(asked) < _LEAST or len(addressed) < (1 if is_dialogue else _LEAST):
        return
    ends = [*asked[1:], asked[-1] + _FURTHEST]
    answers = {
        q: range(q + 1, min(end, q + 1 + _FURTHEST, len(paragraphs))) for q, end in zip(asked, ends, strict=True)
    }
    own = [q for q, places in answers.items() if any(_is_own(paragraphs[place]) for place in places)]
    if len(own) < _LEAST and 2 * len(own) < len(asked):
        return
    for question, places in answers.items():
        cue = next((t for t in paragraphs[question] if t.is_alpha), paragraphs[question][0])
        yield _whole(paragraphs[question], cue)
        for place in places:
            if question == asked[-1] and place > question + 1 and not _is_own(paragraphs[place]):
                break  # what stands below the interview
            yield _whole(paragraphs[place], cue)


def _is_question(paragraph: Span) -> bool:
    text = paragraph.text.rstrip("*_ \n")
    return text.endswith("?") and len(text.split()) <= _LONGEST_QUESTION and MARKS.isdisjoint(text)


def _is_own(paragraph: Span) -> bool:
    return _has(paragraph, OWN) and MARKS.isdisjoint(paragraph.text)


def _has(paragraph: Span, forms: frozenset[str]) -> bool:
    return any(token.lower_ in forms for token in paragraph)


def _whole(paragraph: Span, cue: Token, speaker: Token | None = None) -> Told:
    return paragraph.start, paragraph.end, speaker, cue


# ---- posts, replies, letters


def _post(paragraphs: list[Span], place: int) -> Iterator[Told]:
    """What stands before "— Lena Orr (@lenaorr)", in its paragraph or in the one above."""
    paragraph = paragraphs[place]
    signed = _SIGNED.search(paragraph.text)
    if signed is None:
        return
    speaker = _last_word(paragraph, signed.start("name"), signed["name"].split(",")[0])
    begin = paragraph.start_char + signed.start()
    end = next((t.i for t in paragraph if t.idx >= begin), paragraph.start)
    if speaker is not None and end > paragraph.start:
        yield paragraph.start, end, speaker, speaker
    elif speaker is not None and place:
        yield _whole(paragraphs[place - 1], speaker, speaker)


def _reply(paragraphs: list[Span], place: int) -> Iterator[Told]:
    """A line of a mail or of a block quote behind ">", below "Lena Orr wrote:" hers, else of nobody named."""
    if not _is_reply(paragraphs[place]):
        return
    for above in reversed(paragraphs[:place]):
        is_opening = above.text.rstrip().endswith(":") and not _is_reply(above)
        wrote = _WROTE.search(above.text) if is_opening else None
        if wrote is None and is_opening:
            break  # "The letter says:"
        if wrote is None:
            continue
        is_deeper = paragraphs[place].text.lstrip().startswith((">>", "> >"))
        speaker = _last_word(above, wrote.start("name"), wrote["name"])
        if speaker is not None:
            yield _whole(paragraphs[place], speaker, None if is_deeper else speaker)
        return
    yield _whole(paragraphs[place], paragraphs[place][0])


def _is_reply(paragraph: Span) -> bool:
    return _REPLY.match(paragraph.text.lstrip()) is not None


def _letter(paragraphs: list[Span], place: int) -> Iterator[Told]:
    """What a reader writes behind "Dear Editor," up to the signature."""
    if _SALUTATION.match(paragraphs[place].text.strip()) is None:
        return
    cue = paragraphs[place][0]
    for number, paragraph in enumerate(paragraphs[place : place + _LONGEST_LETTER]):
        text = paragraph.text.strip()
        is_signature = len(text.split()) <= _SIGNATURE and text[-1:] not in '.!?”"'
        if number and (is_signature or _CLOSING.match(text)):
            return
        yield _whole(paragraph, cue)


def _last_word(paragraph: Span, offset: int, name: str) -> Token | None:
    """The last word of a name that stands at a place of a paragraph."""
    begin = paragraph.start_char + offset
    inside = [t for t in paragraph if begin <= t.idx < begin + len(name) and t.is_alpha]
    return inside[-1] if inside else None
