"""Letters behind a person's name, of an honour or a degree: "Ann Lund KC" is Ann Lund."""

from __future__ import annotations

from kg.naming import small_words
from kg.parse import Doc, Token


def hang_letters(doc: Doc) -> None:
    """Let the last word of a name head it where the parser took the letters behind it for the head."""
    for letters in doc.written(frozenset(word.casefold() for word in small_words("letters"))):
        if letters.text in small_words("letters") and letters.i > 1 and _is_head_of_name(letters):
            surname = letters.nbor(-1)
            doc.hang(surname, surname if letters.head is letters else letters.head, letters.dep_)
            doc.hang(letters, surname, "dep")
            for other in [*letters.children]:
                doc.hang(other, surname, other.dep_)


def _is_head_of_name(letters: Token) -> bool:
    """Whether the two words before are names that hang on the letters."""
    before = letters.doc.tokens[letters.i - 2 : letters.i]
    return all(word.pos_ == "PROPN" and word.head is letters and word.text[0].isupper() for word in before)
