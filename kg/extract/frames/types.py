"""What kind of thing a noun phrase stands for, and whether it is named: what frames ask of their arguments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from kg.extract.amounts import VALUES
from kg.extract.mentions import covering
from kg.grammar.phrases import entity_of
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.grammar.wordlists import words
from kg.naming import CLASS_BY_LABEL, class_nouns, demonyms, given_names, head_type, place_called, roles
from kg.ontology import Ontology
from kg.parse import Doc, Span, Token

_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"})
PLACES = frozenset({"kg:Place", "kg:GeopoliticalEntity", "kg:Facility"})
FITS, OPEN, CLASHES = 2, 1, 0
_GUESSES = frozenset({"kg:GeopoliticalEntity", "kg:Place", "kg:Facility", "kg:Group", "kg:Product"})
_UNTOLD = frozenset({"", "kg:Entity", "kg:Concept", "kg:Agent"})
_PERSONAL = frozenset(
    {"i", "me", "my", "we", "us", "our", "who", "whom", "whose", "myself", "himself", "herself"}
) | frozenset({"he", "him", "his", "she", "her", "hers"})
_GROUPS = frozenset({"we", "us", "our"})  # people, or the firm that speaks
_THINGS = frozenset({"it", "its", "which", "itself"})
_AGENTS = frozenset({"kg:Agent", "kg:Person", "kg:Organization", "kg:Group"})
_POINTING = _PERSONAL | _THINGS | frozenset({"they", "them", "their", "you", "your", "themselves"})


@lru_cache(maxsize=1 << 10)
def _wanted(classes: tuple[str, ...]) -> tuple[str, ...]:
    """The classes of which one is asked for; none where a value or any entity will do."""
    is_open = "kg:Entity" in classes or any(name.startswith("xsd:") for name in classes)
    return () if is_open else classes


@lru_cache(maxsize=8)
def _posts(ontology: Ontology) -> frozenset[str]:
    return frozenset(word.lower() for word in (*roles(), *ontology.words.get("role", ())))


class Types:
    """Kinds and names of the arguments of one document."""

    def __init__(self, doc: Doc, ontology: Ontology) -> None:
        self._ontology = ontology
        self._human_endings = tuple(sorted(ontology.words.get("human ending", ())))
        self._posts = _posts(ontology)
        self._span_by_token: dict[int, Span] = {}
        for span in sorted(doc.spans.get("mentions", []), key=covering):
            if not span.kb_id_.endswith("+nested"):
                self._span_by_token.update({token.i: span for token in span})
        self._names: dict[str, str] = doc.user_data.get("names", {})
        self._named = frozenset(span.id_ for span in doc.spans.get("mentions", []) if span.kb_id_.startswith("name"))

    def span(self, token: Token) -> Span | None:
        """The annotated mention in which a token stands."""
        return self._span_by_token.get(token.i)

    def places(self) -> Iterator[Span]:
        """The annotated mentions of places that stand in no other mention, in reading order."""
        for span in dict.fromkeys(self._span_by_token[i] for i in sorted(self._span_by_token)):
            if span.label_ in PLACES:
                yield span

    def before_comma(self, noun: Token) -> Token | None:
        """The name that ends right before the comma before a noun's phrase."""
        comma = noun.left_edge.i - 1
        if comma < 1 or noun.doc[comma].text != ",":
            return None
        before = noun.doc[comma - 1]
        span = self.span(before)
        head = span.root if span is not None else before
        return head if self.is_name(head) else None

    def cluster(self, token: Token) -> str:
        """The entity that a token stands for, as far as it is known."""
        span = self.span(token)
        return span.id_ if span is not None else ""

    def of(self, token: Token) -> str:
        """The class of what a token stands for: of its mention, its pronoun, or its common noun; "" if untold."""
        span = self._span_by_token.get(token.i)
        if span is not None and span.label_ not in _UNTOLD:
            return span.label_
        if token.pos_ in ("PRON", "DET"):
            return "kg:Person" if token.lower_ in _PERSONAL - _GROUPS else ""
        if token.ent_type_ in CLASS_BY_LABEL:
            return CLASS_BY_LABEL[token.ent_type_]
        return _of_noun(token)

    def is_full_name(self, token: Token) -> bool:
        """Whether it stands for somebody whom the text calls by more than one word."""
        return " " in self._names.get(self.cluster(token), "")

    def is_of_given_name(self, token: Token) -> bool:
        """Whether a name of several words begins with a given name: "joined *Nora Beck* on stage"."""
        span = self.span(token)
        return span is not None and len(span) > 1 and span[0].text in given_names()

    def is_surely_person(self, token: Token) -> bool:
        """Whether it stands for a person by more than a guess: a pronoun, or somebody with a given name."""
        full = self._names.get(self.cluster(token), "").split()
        return self.of(token) == "kg:Person" and (not full or token.pos_ == "PRON" or full[0] in given_names())

    def fit(self, token: Token, classes: tuple[str, ...]) -> int:
        """FITS, OPEN (not told) or CLASHES: whether a token can stand for one of the classes."""
        wanted = _wanted(classes)
        if not wanted:
            return FITS
        token = self._taken_from(token)
        if token.lower_ in _THINGS and token.pos_ in ("PRON", "DET") and set(wanted) == {"kg:Person"}:
            return CLASHES
        found = self.of(token)
        if self._is_one_of_make(token, found, wanted):
            return CLASHES
        if not found:
            return CLASHES if self._is_agentive(wanted) and self._is_thing(token) else OPEN
        if found in wanted or any(self._ontology.is_a(found, name) for name in wanted):
            return FITS
        if found == "kg:Organization" and token.pos_ != "NOUN" and self._may_be_person(token, wanted):
            return OPEN  # names of people are often taken for organizations
        is_loose = found in ("kg:Group", "kg:Facility") and "kg:Person" not in wanted
        return (
            OPEN
            if is_loose
            or self._is_guess(token, found, wanted)
            or any(self._ontology.is_a(name, found) for name in wanted)
            else CLASHES
        )

    def _taken_from(self, part: Token) -> Token:
        """ "Met half of the *cost*": what a part is a part of tells what kind of thing it is."""
        if self.of(part) or not (part.lemma_.lower() in words("portions", "lemma") or part.ent_type_ == "CARDINAL"):
            return part
        ofs = (c for c in part.rights if c.lower_ == "of")
        return next((c for of in ofs for c in of.rights if c.dep_ == "pobj" and c.pos_ == "NOUN"), part)

    def _is_one_of_make(self, token: Token, found: str, wanted: tuple[str, ...]) -> bool:
        """ "Bought *a Porsche*": a product that has the name of its maker."""
        if token.tag_ != "NNP" or not any(c.lower_ in ("a", "an") for c in token.lefts):
            return False
        return "kg:Person" not in wanted and self._is_agentive(wanted) and self._ontology.is_a(found, "kg:Organization")

    def _may_be_person(self, token: Token, wanted: tuple[str, ...]) -> bool:
        """Whether a name that passes for an organization's may be a person's, where people are asked for."""
        if wanted == ("kg:Person",):
            return not self.is_body(token)
        return set(wanted) == {"kg:Person", "kg:Group"} and self.is_of_given_name(token)

    def kind_of_name(self, token: Token) -> str:
        """The class that the words of a name tell: of "Halden *University*"; "" if they tell none."""
        span = self.span(token)
        head = head_type([t.text for t in span]) if span is not None and len(span) > 1 else None
        return head.type if head is not None else ""

    def is_body(self, token: Token) -> bool:
        """Whether a name can be no person's: "London Tourist *Board*", "Castle *&* Finch"."""
        span = self.span(token)
        if span is None or len(span) == 1:
            return False
        return head_type([t.text for t in span]) is not None or any(t.tag_ == "CC" for t in span)

    def _is_agentive(self, classes: Iterable[str]) -> bool:
        """Whether only those who act are asked for."""
        return all(any(self._ontology.is_a(name, agent) for agent in _AGENTS) for name in classes)

    def _is_thing(self, token: Token) -> bool:
        """ "*Pollen* suggests", "met *resistance*": a common noun not known for people or bodies, nor like those."""
        if token.tag_ not in ("NN", "NNS") or token.ent_type_ in _NAMES or self.is_capitalised(token):
            return False
        lemma, words = token.lemma_.lower(), self._ontology.words
        if _is_bare_subject(token) and lemma not in words["mass"]:
            return False
        if lemma in words["agent"] or token.lower_ in words["agent"]:
            return False
        return lemma in words["not human"] or not lemma.endswith(self._human_endings)

    def is_capitalised(self, token: Token) -> bool:
        """Whether a word is written as a name is, and its sentence does not begin with it."""
        return token.text[:1].isupper() and not token.is_sent_start

    def _is_told_by_head(self, span: Span, wanted: tuple[str, ...]) -> bool:
        """Whether the last word of a name tells that it is no person, where one is asked for: "Gate *Hospital*"."""
        return "kg:Person" in wanted and len(span) > 1 and head_type([t.text for t in span]) is not None

    def _is_guess(self, token: Token, found: str, wanted: tuple[str, ...]) -> bool:
        """Whether the class of a name is one that the recogniser often gives to names it does not know."""
        span = self.span(token)
        if span is None or span.kb_id_ != "name" or found not in _GUESSES or span.text in demonyms():
            return False
        return place_called(span.text) is None and not self._is_told_by_head(span, wanted)

    def is_exactly(self, token: Token, classes: Collection[str]) -> bool:
        """Whether the class is told and is one of those asked for."""
        found = self.of(token)
        return bool(found) and (found in classes or any(self._ontology.is_a(found, name) for name in classes))

    def may_be(self, token: Token, classes: Collection[str]) -> bool:
        """Whether the class is one of those asked for, or is not told."""
        return self.of(token) in _UNTOLD or self.is_exactly(token, classes)

    def is_value(self, token: Token) -> bool:
        """Whether a token stands for a date, a sum or a number, and no name was found there."""
        if token.ent_type_ not in VALUES or (token.pos_ == "PROPN" and self.span(token) is not None):
            return False
        return token.ent_type_ != "CARDINAL" or not any(c.lower_ == "of" for c in token.rights)  # "dozens of farmers"

    def is_name(self, token: Token) -> bool:
        """Whether a token belongs to a proper name and is no post: not the "Director" of "Director of Sales", nor an
        "inn" that the tagger takes for a name."""
        is_tagged = token.pos_ == "PROPN" and (not token.text.islower() or self.span(token) is not None)
        return (is_tagged or token.ent_type_ in _NAMES) and not self.is_post(token)

    def is_post(self, token: Token) -> bool:
        """Whether a word for a post stands here as such, and not in a name: Otto Baker, the Brixby Banker."""
        if token.lower_ not in self._posts:
            return False
        entity = entity_of(token)
        if entity is None or len(entity) == 1:
            return True
        is_titled = entity[0].lower_ in self._ontology.words["title word"]
        return is_titled or (entity.label_ == "PERSON" and entity.start == token.i)

    def is_kin(self, token: Token) -> bool:
        """Whether a noun tells a family tie."""
        return token.lemma_.lower() in self._ontology.words["kin"]

    def is_inside_name(self, token: Token) -> bool:
        """Whether a capitalised word is part of a longer name that goes on behind it."""
        span = self.span(token)
        if span is None or not span.kb_id_.startswith("name") or self.is_titled(span):
            return False
        behind = tuple(span)[token.i + 1 - span.start :]
        return bool(behind) and (token.text[:1].isupper() or any(t.text[:1].isupper() for t in behind))

    def is_in_longer_name(self, token: Token) -> bool:
        """Whether a word is part of a body's name or somebody's: "a *British* Airways pilot", "*Finn* Prentice"."""
        span = self.span(token)
        is_name = span is not None and len(span) > 1 and span.kb_id_.startswith("name")
        classes = ("kg:Organization", "kg:Person")
        return is_name and span is not None and any(self._ontology.is_a(span.label_, class_) for class_ in classes)

    def is_titled(self, span: Span | None) -> bool:
        """Whether a name begins with a word of titles: "Chief Financial Officer"."""
        return span is not None and self.is_titling(span[0]) and head_type([t.text for t in span]) is None

    def is_titling(self, token: Token) -> bool:
        """Whether a word is one of titles: "Chief", "National"."""
        return self.is_told("title word", token)

    def is_portfolio(self, token: Token) -> bool:
        """Whether a word is for what an office deals with: the "State" of "Secretary of State"."""
        return self.is_told("portfolio", token) or self.is_told("office", token)

    def is_told(self, words: str, token: Token) -> bool:
        """Whether a word is in one of the ontology's lists."""
        return token.lower_ in self._ontology.words[words]

    def is_owning_name(self, token: Token) -> bool:
        """Whether a name before a post says whose it is: "*Norvik* chief", but "*Police* Lt. Nora Beck"."""
        is_word = self.is_titling(token) or self.is_portfolio(token)
        if not self.is_name(token) or not is_word or self.of(token) in PLACES:
            return self.is_name(token)
        span = self.span(token)
        return span is not None and self._ontology.is_a(span.label_, "kg:Organization") and len(span) > 1

    def is_named(self, token: Token) -> bool:
        """Whether it is a name, a pronoun, or a description of something that the document names."""
        if token.lower_ in _POINTING or self.is_name(token):
            return True
        if self.is_post(token):
            return False
        if token.ent_type_ == "NORP":
            return True
        span = self.span(token)
        if token.pos_ == "NOUN" and _is_called(token) and self.of(token) == "kg:PoliticalParty":
            return True
        if span is None:
            return _is_bare_subject(token)
        return span.kb_id_.startswith(("name", "pronoun")) or span.id_ in self._named


def _is_called(noun: Token) -> bool:
    """ "The *Green* party": whether a capitalised word before a noun says which."""
    return any(c.text[:1].isupper() and c.dep_ in ("amod", "compound", "nmod") for c in noun.lefts)


def _is_bare_subject(token: Token) -> bool:
    """ "Vraa joined the party", "Elm One is a network": a name that the tagger takes for a noun or a number."""
    if not token.text[:1].isupper() or token.dep_ not in NOMINAL_SUBJECTS or token.tag_ not in ("NN", "CD"):
        return False
    if token.left_edge.i != token.sent.start or _of_noun(token):
        return False
    before = list(token.lefts)
    return all(t.dep_ == "compound" and t.text[:1].isupper() for t in before) and bool(before) == (token.tag_ == "CD")


def _of_noun(token: Token) -> str:
    noun = token.lemma_.lower()
    if noun in roles():
        return "kg:Person"
    if token.text in demonyms():
        return "kg:Group"
    place = place_called(token.text) if token.pos_ == "PROPN" else None
    return place[1] if place else class_nouns().get(noun, "")
