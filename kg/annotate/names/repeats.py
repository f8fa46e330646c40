"""Names that stand elsewhere too: whole where they were cut, marked where nothing marked them, by their initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.annotate.names.spelling import Name, Spelling, starts_sentence
from kg.annotate.names.teams import has_nickname
from kg.annotate.names.tokens import is_double_given, is_portfolio, is_suffix
from kg.grammar.phrases import PLURALS
from kg.naming import acronyms, demonyms, given_names, head_words, roles, small_words, titles
from kg.parse import Doc, Span, Token


def whole_everywhere(doc: Doc, names: list[Name], spelling: Spelling) -> list[Name]:
    """The names, with each that was found whole once whole wherever its words stand: "Those Who Left", of which
    "Left" was found, is the book's title if it is so elsewhere."""
    longer = {tuple(t.text for t in doc[n.start : n.end]): n for n in names if n.end - n.start > 1}
    sizes = _sizes(longer)
    taken = {i: name for name in names for i in range(name.start, name.end)}
    found: list[Name] = []
    for first in doc.written({word.lower() for word in sizes}):
        for size in sizes.get(first.text, ()):
            key = tuple(t.text for t in doc[first.i : first.i + size])
            inner = [taken[i] for i in range(first.i, first.i + size) if i in taken]
            is_cut = all(first.i <= n.start and n.end <= first.i + size and n.end - n.start < size for n in inner)
            if len(key) == size and key in longer and inner and is_cut and _is_apart(doc, first.i, first.i + size):
                known = longer[key]
                found.append(Name(first.i, first.i + size, known.label, is_quoted=known.is_quoted, cue=known.cue))
                break
    covered = {i for name in found for i in range(name.start, name.end)}
    return sorted([*found, *(n for n in names if n.start not in covered)], key=lambda n: n.start)


def _is_apart(doc: Doc, start: int, end: int) -> bool:
    """Whether no further word of a name stands beside these."""
    return not doc[end : end + 1].text[:1].isupper() and not (start and doc[start - 1].pos_ == "PROPN")


def repeats(doc: Doc, names: list[Name], spelling: Spelling) -> Iterator[Name]:
    """Names found elsewhere in the document that stand unmarked here; in headings, whatever their case."""
    taken = {i for name in names for i in range(name.start, name.end)}
    surnames = {(doc[n.end - 1].text,): n for n in names if n.end - n.start > 1 and _is_called_so(doc, n)}
    whole = {tuple(t.text for t in doc[n.start : n.end]): n for n in names}
    bare = {key[:-1]: n for key, n in whole.items() if len(key) > 2 and is_suffix(key[-1])}
    bare |= {key[:1]: n for key, n in whole.items() if len(key) == 4 and is_double_given(doc, n.end - 1)}
    called = (n for n in names if n.end - n.start > 1 and (_is_team(doc[n.end - 1]) or has_nickname(doc, n)))
    teams = {(doc[n.end - 1].text,): n for n in called}
    exact = teams | surnames | bare | whole
    folded = {tuple(w.casefold() for w in key): n for key, n in exact.items()}
    sizes = _sizes(folded)
    words = [token.text for token in doc]
    for i, word in enumerate(words):
        in_heading = i in spelling.in_heading
        for size in sizes.get(word.casefold(), ()):
            key = tuple(words[i : i + size])
            known = folded.get(tuple(w.casefold() for w in key)) if in_heading else exact.get(key)
            if known is None or i + size > len(words) or not taken.isdisjoint(range(i, i + size)):
                continue
            if in_heading or _may_repeat(doc[i : i + size], spelling, is_surname=key in surnames):
                yield Name(i, i + size, is_heading=in_heading)
                taken |= set(range(i, i + size))
                break


def _is_called_so(doc: Doc, name: Name) -> bool:
    """Whether a name of two words seems to be a person's."""
    is_given = doc[name.start].text in given_names() and doc[name.end - 1].text not in head_words("last")
    return "PERSON" in (name.label, doc[name.end - 1].ent_type_) or is_given


def _is_team(last: Token) -> bool:
    """Whether a name ends as a team's does, which goes on by that word: "Rovers" of "Lund Rovers"; no plain people."""
    head = head_words("last").get(last.text)
    is_plain = last.lower_.removesuffix("s") in roles() or last.lower_ in small_words("owners")
    return head is not None and head.type == "kg:Organization" and last.tag_ in PLURALS and not is_plain


def _sizes(names: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """How many words the names have that begin with a word, longest first."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for words in names:
        sizes[words[0]].add(len(words))
    return {first: sorted(found, reverse=True) for first, found in sizes.items()}


def initials(doc: Doc, names: list[Name], spelling: Spelling) -> Iterator[Name]:
    """Words in capitals that are the initials of a name found: "WHO", which the tagger takes for a pronoun."""
    taken = {i for name in names for i in range(name.start, name.end)}
    known = {short for name in names for short in acronyms(doc[name.start : name.end].text) if len(short) > 2}
    for token in doc:
        if token.i not in taken and token.i not in spelling.in_heading and token.text in known:
            yield Name(token.i, token.i + 1)


def _may_repeat(span: Span, spelling: Spelling, *, is_surname: bool) -> bool:
    first = span[0]
    if len(span) > 1:
        return True
    is_people = first.text in demonyms() and not spelling.is_surname(first)
    if is_portfolio(span) or is_people or first.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}:
        return False
    if first.text in titles():  # "Ann Pope sang. *Pope* is 19"
        return is_surname and not any(t.dep_ == "det" for t in first.lefts) and not _is_before_name(first)
    return not (starts_sentence(first) and spelling.is_common(first))


def _is_before_name(title: Token) -> bool:
    """Whether a title may belong to a name: "Judge Ann Lund"."""
    behind = title.doc.tokens[title.i + 1 : title.i + 2]
    return bool(behind) and behind[0].text[:1].isupper()
