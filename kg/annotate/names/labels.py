"""What stands before a name and is no part of it: a time's zone, a question's number, an answer, "Dear", "Cc:"."""

from __future__ import annotations

import re

from kg.naming import calendar, small_words
from kg.parse import Doc, Token

_QUESTION = re.compile(r"Q\d{1,4}$")
_HOUR = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:[ap]m)?$", re.IGNORECASE)


def after_labels(doc: Doc, start: int, end: int) -> int:
    """Where a name begins behind labels that were taken for a part of it: "BST | Lund", "Q12 | Ann Lund"."""
    while start < end - 1 and _is_before_name(doc[start], doc[start + 1]):
        start += 1
    return start


def is_label(token: Token) -> bool:
    """Whether a word labels a line and names nothing: "Cc:", "Re:", "Thu,", "Dear", "Q12"."""
    following = token.doc[token.i + 1 : token.i + 2].text
    is_of_letter = token.lower_ in small_words("letter head") and following == ":"
    return (
        is_of_letter
        or _is_greeting(token)
        or _is_question(token)
        or (token.is_title and token.lower_ in small_words("short weekday") and _is_before_day(token))
    )


def _is_before_day(weekday: Token) -> bool:
    """Whether a day of a month follows: "Thu, 6 June"; not "Sun, 34, left"."""
    behind = [token.text for token in weekday.doc[weekday.i + 1 : weekday.i + 4]]
    return len(behind) > 2 and behind[0] == "," and behind[1].isdigit() and behind[2] in calendar()


def _is_before_name(word: Token, following: Token) -> bool:
    if not following.text[:1].isupper():
        return False
    is_answer = word.text in {"No.", "Yes."} and _begins_line(word)
    return _is_greeting(word) or is_answer or _is_zone(word) or _is_question(word)


def _is_greeting(word: Token) -> bool:
    return word.text in {"Dear", "Dearest"} and _begins_line(word)


def _begins_line(word: Token) -> bool:
    """Whether a word begins a sentence, or follows the mark of a line that is quoted."""
    return word.is_sent_start or word.i == 0 or not word.nbor(-1).is_alpha


def _is_zone(word: Token) -> bool:
    """Whether a word is the zone of the time before it: "16.40 *BST*"."""
    is_zone = word.is_upper and word.text in calendar()
    return is_zone and word.i > 0 and _HOUR.match(word.nbor(-1).text) is not None


def _is_question(word: Token) -> bool:
    """Whether a word is the number of a question in a transcript, which begins a line: "*Q12* Ann Lund:"."""
    doc, i = word.doc, word.i
    return _QUESTION.match(word.text) is not None and (i == 0 or doc[i - 1].is_space or word.is_sent_start)
