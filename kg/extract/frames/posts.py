"""A post as words: "former general manager", "Secretary of State", without article, owner and names."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import conjuncts
from kg.extract.frames.attachments import field_of
from kg.extract.frames.types import PLACES, Types
from kg.extract.proposition import Words
from kg.grammar.phrases import glued
from kg.naming import demonyms
from kg.parse import Token

_NAMES = frozenset({"ORG", "GPE", "PERSON", "NORP"})
_OWN = frozenset({"det", "poss", "advmod"})  # "once a clerk and *now* chairman"


class Posts:
    """The posts that the nouns of one document tell."""

    def __init__(self, types: Types) -> None:
        self._types = types

    def words(self, noun: Token) -> Words:
        """The words of the post; one that is over says so: "former president and *former chief executive*"."""
        tokens = (*self._head(noun), *self.field(noun))
        over = self.over(noun)
        if over is not None and over.i == tokens[0].i - 1:
            tokens = (over, *tokens)
        told = [over.lower_] if over is not None and over not in tokens else []
        if noun.tag_ != "NNS" and not told:
            return Words(tokens)
        return Words(tokens, " ".join((*told, _written(tokens, noun))))

    def field(self, noun: Token) -> tuple[Token, ...]:
        """What a post is one of: "director *of marketing*", "Secretary *of State*"."""
        return field_of(noun, self._types.is_portfolio)

    def is_award(self, noun: Token) -> bool:
        """ "Player *of the year*": what somebody is honoured as, and no post."""
        if "prep" not in noun.below:
            return False
        behind = noun.doc.tokens[noun.i + 1 : noun.i + 4]
        is_of = [token.lower_ for token in behind[:2]] == ["of", "the"]
        return is_of and len(behind) == 3 and self._types.is_told("award time", behind[2])

    def goes_on(self, noun: Token) -> bool:
        """Whether a post of several words goes on behind it: "*Chief* Financial Officer Priya Nair"."""
        following = noun.doc.tokens[noun.i + 1 : noun.head.i]
        post = next((t for t in following if self._types.is_post(t) or not self._types.is_titling(t)), None)
        is_post = post is not None and post.head == noun.head and self._types.is_post(post)
        return is_post and self._types.is_titling(noun)

    def _head(self, noun: Token) -> tuple[Token, ...]:
        """The noun with what stands before it and belongs to the post."""
        doc, first = noun.doc, noun.i
        if first > 1 and doc[first - 1].text == "-" and not doc[first - 2].whitespace_:
            first -= 2  # "Secretary-*General*"
        while first > 0 and self._is_part(doc[first - 1], noun):
            first -= 1
        whole = glued(doc[first])  # the "born" of a "Danish-born chemist" is no part of a post
        first = whole.end if whole.start < first and whole.end <= noun.i else first
        return tuple(doc[first : noun.i + 1])

    def _is_part(self, token: Token, noun: Token) -> bool:
        is_within = token.head.i < noun.i and token.head.i != token.i + 1  # "human" of "human rights lawyer" is in it
        if self.is_region(token, noun):
            return True
        if self._is_owner(token, noun) or self._types.is_told("beside post", token):
            return False
        if token.dep_ not in ("compound", "amod", "nmod") or is_within or _is_ranked(token):
            return False  # one of the "*finest* writers" is a writer
        return token.ent_type_ not in _NAMES or self._is_title(token)

    def is_region(self, token: Token, noun: Token) -> bool:
        """Whether a post of some body is one for a land only: "Norvik's *UK* director"."""
        is_beside = token.head == noun and token.dep_ in ("compound", "amod", "nmod")
        return is_beside and token.ent_type_ == "GPE" and "poss" in noun.below

    def _is_owner(self, token: Token, noun: Token) -> bool:
        """Whether a capitalised word names whose post it is: the "Redwood" of "Redwood partner"."""
        is_name = token.pos_ == "PROPN" and noun.pos_ == "NOUN" and not token.is_sent_start
        return is_name and not self._is_title(token) and token.text not in demonyms()

    def _is_title(self, token: Token) -> bool:
        """Whether a word belongs to titles, and to no name: "*Transport* Secretary", not "Norvik *Group* president"."""
        is_word = self._types.is_titling(token) or self._types.is_portfolio(token)
        return is_word and (self._types.of(token) in PLACES or not self._types.is_owning_name(token))

    def over(self, noun: Token) -> Token | None:
        """The word that tells that a post is over, at the noun or at the first of several that share it: "a *former*
        chief", "*once* the chief", "was *formerly* the chief"."""
        before = [t for host in self._sharing(noun) for t in host.lefts if t.i < noun.i]
        if noun.dep_ == "attr" and noun.head.lemma_ == "be":
            before += [t for t in noun.head.rights if t.dep_ == "advmod" and t.i < noun.i]
        return next((t for t in before if self._types.is_told("not now", t)), None)

    def state_over(self, participle: Token) -> tuple[Token, ...]:
        """The word that tells so of a participle behind a noun: "a mill *formerly* owned by Norvik"."""
        if participle.dep_ != "acl" or participle.tag_ != "VBN":
            return ()
        before = (t for t in participle.lefts if t.dep_ == "advmod" and self._types.is_told("not now", t))
        return tuple(before)[:1]

    def _sharing(self, noun: Token) -> Iterator[Token]:
        yield noun
        if noun.dep_ == "compound" and noun.head.i > noun.i:
            yield noun.head  # "former Norvik chair Ada Finch"
        yield from (t for t in noun.lefts if self._types.is_owning_name(t))
        first = conjuncts(noun)[0]
        if first.i < noun.i and self._types.is_post(first) and not any(c.dep_ in _OWN for c in noun.lefts):
            yield first


def _is_ranked(adjective: Token) -> bool:
    """ "The *finest* writer", "the *most valuable* player"."""
    return adjective.tag_ == "JJS" or any(child.tag_ == "RBS" for child in adjective.lefts)


def _written(tokens: tuple[Token, ...], noun: Token) -> str:
    """The words of a post, of several who hold it each one's: "founder" of "its *founders*, Ann Ray and Bo Lund"."""
    plural = {noun.i: noun.lemma_} if noun.tag_ == "NNS" else {}
    return "".join(plural.get(token.i, token.text) + token.whitespace_ for token in tokens).strip()
