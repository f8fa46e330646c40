"""What hangs on a noun: whose it is, the names before it, and what stands behind its prepositions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.extract.clauses import conjuncts
from kg.grammar.phrases import PLURALS, and_conjuncts
from kg.parse import Token

_NAME_ARCS = ("compound", "nmod", "amod", "appos", "nummod")


def possessors(noun: Token) -> tuple[Token, ...]:
    """Whose it is, by an apostrophe or a pronoun, each owner on its own."""
    return next((conjuncts(child) for child in noun.lefts if child.dep_ == "poss"), ())


def compound_names(noun: Token, head: Token, is_name: Callable[[Token], bool]) -> Iterator[Token]:
    """The name right before the noun: "the [Norvik] chief", "[Tarn Robotics] welder Edda Falk"."""
    children = [t for host in dict.fromkeys((noun, head)) for t in host.lefts]
    names = [t for t in children if t.i < noun.i and _is_of_compound(t, noun) and is_name(t)]
    nearest = max(names, key=lambda t: t.i, default=noun)
    if not any(t.text == "," or t.dep_ == "cc" for t in noun.doc[nearest.i : noun.i]):  # "Elm, Oak and the baker Lund"
        yield from names and [nearest]


def _is_of_compound(token: Token, noun: Token) -> bool:
    """Whether a name stands before a noun; the tagger takes some for adjectives: "*Torvane* CEO"."""
    is_mistaken = token.dep_ == "amod" and token.ent_type_ in ("ORG", "GPE") and not noun.ent_type_
    return token.dep_ in ("compound", "nmod") or is_mistaken


def words_of(marker: Iterable[Token]) -> str:
    """A preposition of one or more words, in small letters."""
    return " ".join(token.lower_ for token in marker)


def behind(host: Token, marker: str, after: int = -1) -> tuple[Token, ...]:
    """What stands behind the prepositions of a noun, in order."""
    found = [c for c in host.rights if c.dep_ == "prep" and c.lower_ == marker and c.i > after]
    found = [c for c in found if marker != "of" or not _is_of_name(host, c)]
    if not found:
        return ()
    return tuple(dict.fromkeys(t for c in found for t in governed(c))) + _hung_on_verb(host, marker)


def _is_of_name(host: Token, preposition: Token) -> bool:
    """ "A brother, Robert, *of* Dayton": where Robert is from, and not whose brother he is."""
    names = (c for c in host.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i < preposition.i)
    return preposition.text_before == "," and next(names, None) is not None


def _hung_on_verb(host: Token, marker: str) -> tuple[Token, ...]:
    """ "Was married to Otto, and later [to Karl]": the second "to" hangs on "was"."""
    return tuple(t for c in host.head.rights if c.dep_ == "conj" and c.lower_ == marker for t in governed(c))


def governed(preposition: Token) -> tuple[Token, ...]:
    """What stands behind a preposition and behind its repetitions: "at the bank and later at the mint"."""
    found = [t for c in preposition.children if c.dep_ == "pobj" for t in and_conjuncts(c)]
    for other in preposition.rights:
        if other.lower_ == preposition.lower_ and other.dep_ in ("conj", "prep"):
            found += governed(other)
    return tuple(found)


def below(host: Token, marker: str, depth: int) -> tuple[Token, ...]:
    """Deeper in the noun's phrase: "manager of sales [at Norvik]", where the parser hung "at" on "sales"."""
    if depth == 0:
        return ()
    for child in host.rights:
        if child.dep_ == "prep":
            for inner in (c for c in child.children if c.dep_ == "pobj"):
                for token in and_conjuncts(inner):
                    if found := behind(token, marker) or below(token, marker, depth - 1):
                        return found
    return ()


def field_of(noun: Token, is_field: Callable[[Token], bool]) -> tuple[Token, ...]:
    """What a post is one of, and no body that it leads: "director [of marketing]", "Secretary [of State]"."""
    for preposition in (c for c in noun.rights if c.lower_ == "of" and c.i == noun.i + 1):
        for field in (c for c in preposition.rights if c.dep_ == "pobj"):
            whole = (field, *(c for c in field.rights if c.dep_ == "conj"))
            is_title = noun.text[:1].isupper()
            if all(_is_bare(t) or (is_title and all(map(is_field, (t, *t.lefts)))) for t in whole):
                return tuple(noun.doc[preposition.i : whole[-1].i + 1])
    return ()


def _is_bare(noun: Token) -> bool:
    """A bare noun: "marketing", "visual arts"."""
    if noun.tag_ not in ("NN", "NNS") or noun.ent_type_:
        return False
    return all(child.dep_ in ("amod", "compound") and not child.ent_type_ for child in noun.lefts)


def first(noun: Token) -> Token:
    """The first of coordinated nouns."""
    return conjuncts(noun)[0] if noun.dep_ == "conj" else noun


def titled(noun: Token) -> tuple[Token, ...]:
    """ "Chief executive Ruth Aldane": Aldane."""
    head = noun.head
    if noun.dep_ in _NAME_ARCS and noun.dep_ != "appos" and head.i > noun.i and head.pos_ == "PROPN":
        return and_conjuncts(head) if noun.tag_ in PLURALS else (head,)
    return ()


def name_head(noun: Token) -> Token:
    """The name that a title stands before, else the noun itself."""
    found = titled(noun)
    return found[0] if found else noun


def is_person_name(token: Token) -> bool:
    """Whether a token ends the name of a person."""
    return token.ent_type_ == "PERSON"
