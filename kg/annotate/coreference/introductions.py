"""Descriptions of a thing right where it is named: "its director, Ada Holt", "technology, called Gatewise"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.coreference.referent import is_subject
from kg.annotate.names.quoted import OPENING_QUOTES
from kg.grammar.attachment.appositions import post_of, told_again
from kg.grammar.attachment.clauses import is_missed
from kg.grammar.phrases import ADNOMINAL
from kg.grammar.wordlists import words_of
from kg.naming import class_nouns, description_words, given_names, place_called, roles, small_words, titles
from kg.parse import Doc, Span, Token

BODIES = frozenset(
    {
        "kg:Organization",
        "kg:Company",
        "kg:AdvocacyGroup",
        "kg:GovernmentBody",
        "kg:PoliticalParty",
        "kg:MediaOutlet",
        "kg:EducationalOrganization",
        "kg:Group",
    }
)
_FIXING = frozenset({"det", "poss"})
_CLOSING = frozenset({",", ".", ";", ")", "—", "–", '"', "”", "’", "'"})


def annotate_introductions(doc: Doc) -> None:
    """Add to `doc.spans["mentions"]` the descriptions that stand beside a name; what they say goes for the thing."""
    mentions = list(doc.spans.get("mentions", []))
    introduced = list(_introduced(doc, mentions))
    for span in introduced:
        _retype(mentions, span)
    doc.spans["mentions"] = sorted([*mentions, *introduced], key=lambda s: (s.start, -s.end))


def _introduced(doc: Doc, mentions: list[Span]) -> Iterator[Span]:
    by_token = {token.i: span for span in mentions if "nested" not in span.kb_id_ for token in span}
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.i in by_token or noun.lower_ in small_words("caption"):
            continue
        for name in _called(noun):
            if (span := by_token.get(name.i)) is not None:
                yield _nominal(doc, noun, _class(noun, span), span.id_)
                break
        else:
            apposed = (name for name in _apposed(noun) if name.i in by_token and _is_told_of(name, noun))
            span = next((by_token[name.i] for name in apposed), None)
            if span is not None and span.kb_id_ == "name" and _may_name(span, noun):
                yield _nominal(doc, noun, span.label_, span.id_)
            elif (apart := _set_off(noun, by_token)) is not None and _may_be_both(apart, noun):
                yield _nominal(doc, noun, _class_by_looks(noun, apart), apart.id_)


def _is_told_of(name: Token, noun: Token) -> bool:
    """Whether a name beside a noun is not another's: "a lawyer for the cleaner, *Ann Lund*, said"."""
    return told_again(name, noun) is None and (post_of(name) if name.dep_ == "appos" else None) in (None, noun)


def _is_cut(noun: Token) -> bool:
    """Whether a noun is only the first of what hyphens join: "the *brother*-in-law of a clerk, Bo Ek"."""
    return [t.text for t in noun.doc.tokens[noun.i + 1 : noun.i + 3]] in (["-", "in"], ["-", "at"])


def _apposed(noun: Token) -> Iterator[Token]:
    """The name in apposition; "an analyst at Orlo, Ada Holt": the parser hangs it on the firm."""
    yield from (child for child in noun.children if child.dep_ == "appos" and not _is_of_next(noun, child))
    if noun.dep_ == "conj":
        yield from (child for child in noun.head.rights if child.dep_ == "appos" and child.left_edge.i == noun.i + 1)
    if noun.dep_ == "compound" and noun.i + 1 < len(noun.doc):
        yield from (child for child in (noun.nbor(),) if child.pos_ == "PROPN" and noun.head.pos_ == "PROPN")
    if noun.lemma_.lower() in roles():
        yield from _behind_comma(noun)
        for preposition in noun.children if not _is_cut(noun) else ():
            things = (t for t in preposition.children if preposition.dep_ == "prep" and t.dep_ == "pobj")
            beside = (child for thing in things for child in thing.children if child.dep_ == "appos")
            yield from (child for child in beside if noun.doc[child.left_edge.i - 1].text == "," or not _is_kin(noun))


def _is_kin(noun: Token) -> bool:
    """Whether it is a relative: "the *widow* of the painter Emil Strand" is not Strand."""
    return noun.lemma_.lower() in words_of("kin")


def _is_of_next(noun: Token, name: Token) -> bool:
    """Whether another noun stands right before the name: "the union and operator *Orlo*"."""
    before = noun.doc[name.left_edge.i - 1]
    return before.dep_ == "conj" and before.head is noun


def _behind_comma(noun: Token) -> Iterator[Token]:
    """The name that the parser took for an adverb: "by a teacher, *Ada Holt*, when"."""
    after = noun.doc.tokens[noun.i + 1 : noun.i + 5]
    is_apart = len(after) > 2 and after[0].text == "," and after[1].pos_ == "PROPN"
    if is_apart and any(t.dep_ == "npadvmod" and t.pos_ == "PROPN" for t in after[1:]):
        yield after[1]


def _set_off(noun: Token, by_token: dict[int, Span]) -> Span | None:
    """The name between commas right behind a noun, however the parser hangs it: "the builder, *Orlo Vale*, failed"."""
    doc = noun.doc
    if noun.tag_ != "NN" or not any(t.dep_ in _FIXING for t in noun.lefts) or doc[noun.i + 1 : noun.i + 2].text != ",":
        return None
    start = noun.i + 2
    while start < len(doc) and start not in by_token and _stands_before_name(doc[start]):
        start += 1
    name = by_token.get(start)
    if name is None or name.start != start or name.kb_id_ != "name":
        return None
    if is_subject(name.root) and doc[start - 1].text not in OPENING_QUOTES:
        return None
    post = name.root.head
    is_of_post = name.root.dep_ == "appos" and post.is_ancestor(noun) and post.lemma_.lower() in roles()
    if is_of_post and name.label_ == "kg:Person":
        return None  # "the lawyer of the cleaner, *Ann Lund*, said"
    after = doc[name.end : name.end + 2]
    is_last = name.end == noun.sent.last.i + 1
    is_closed = is_last or after[0].text in _CLOSING or after[0].tag_ in {"WP", "WDT", "WP$"}
    is_listed = len(after) > 1 and after[1].lower_ in {"and", "or"} and name.root.head is not noun
    return name if is_closed and not is_listed else None


def _stands_before_name(word: Token) -> bool:
    """Whether a word may stand between the comma and the name: "*the Rt Rev* Ida Lund", "*“*The Salt Road”"."""
    return word.lower_ == "the" or word.text in titles() or word.text in OPENING_QUOTES | small_words("before title")


def _may_be_both(name: Span, noun: Token) -> bool:
    """Whether what is set off behind a noun can be that: "a rival, Orlo Foods,"; "the operator, Ida Lund,"."""
    word = noun.lemma_.lower()
    kind = class_nouns().get(word)
    if name.label_ == "kg:Person":
        return word in roles() or (kind == "kg:Company" and given_names().get(name[0].text) is not None)
    if name.label_ in BODIES:
        return kind in BODIES or word == "parent" or (word in roles() and word not in words_of("kin"))
    if name.label_ == "kg:Work":
        return kind == "kg:Work" or word == "work"
    if name.label_ in {"kg:Place", "kg:Entity"} and place_called(name.text) is None:
        return kind in BODIES
    return name.label_ == kind


def _class_by_looks(noun: Token, name: Span) -> str:
    """What a thing is whose name only looks like that of a place: "the builder, Orlo Vale"."""
    is_place = name.label_ in {"kg:Place", "kg:Entity"}
    return class_nouns().get(noun.lemma_.lower(), name.label_) if is_place else name.label_


def _may_name(name: Span, noun: Token) -> bool:
    """Whether a name can be that of the noun beside it."""
    if noun.tag_ != "NN":
        return False
    word = noun.lemma_.lower()
    if noun.i < noun.head.i < name.start:
        return False  # "The shoot was *halted* when its backer, Orlo, failed"
    if word in roles() or name.label_ == "kg:Person":
        return word not in class_nouns() and name.label_ == "kg:Person"
    kind = class_nouns().get(word)
    if kind is None:
        return any(child.dep_ == "poss" for child in noun.children)
    return name.label_ in (kind, "kg:Entity") or (kind in BODIES and name.label_ in BODIES)


def _class(noun: Token, name: Span) -> str:
    """What the noun says; a thing that is no role is no person, however its name sounds."""
    word = noun.lemma_.lower()
    guess = "kg:Entity" if name.label_ == "kg:Person" and word not in roles() else name.label_
    return class_nouns().get(word, guess)


def _retype(mentions: list[Span], introduced: Span) -> None:
    """What is called a scanner is a product, whatever its name sounds like."""
    for n, span in enumerate(mentions):
        if span.id_ == introduced.id_ and span.label_ != introduced.label_:
            kind, cluster = span.kb_id_, span.id_
            mentions[n] = Span(span.doc, span.start, span.end, label=introduced.label_, kb_id=kind, span_id=cluster)


def _called(noun: Token) -> Iterator[Token]:
    yield from _identified_as(noun)
    for child in noun.children:
        is_of_others = any(is_subject(t) and t.tag_ not in {"WDT", "WP"} for t in child.lefts)  # "letters in which she"
        is_naming = child.dep_ in ADNOMINAL and child.lower_ in description_words("naming")
        if is_naming and not is_of_others and not is_missed(child):  # unlike "The paper named Ann Cole."
            names = [t for t in child.children if t.dep_ in ("oprd", "attr", "dobj")]
            names_as = [t for prep in child.children if prep.lower_ == "as" for t in prep.children]
            if not (names and names_as):  # "The editor named Kim Vane as the owner": she is no editor
                yield from (*names, *names_as)


def _identified_as(noun: Token) -> Iterator[Token]:
    """ "The man was identified as *Lund*": who he is, and nothing that he became."""
    verb = noun.head
    is_person = noun.lemma_.lower() in roles() and noun.tag_ == "NN" and noun.dep_ == "nsubjpass"
    if is_person and verb.lower_ in description_words("identifying"):
        marked = (t for prep in verb.rights if prep.lower_ == "as" for t in prep.rights)
        yield from (t for t in marked if t.pos_ == "PROPN" and t.ent_type_ == "PERSON")


def _nominal(doc: Doc, noun: Token, label: str, cluster: str) -> Span:
    """The noun with what stands before it, but not with whose it is."""
    owners = [child.right_edge.i + 1 for child in noun.children if child.dep_ == "poss"]
    start = max([noun.left_edge.i, *owners])
    return Span(doc, start, noun.i + 1, label=label, kb_id="nominal", span_id=cluster)
