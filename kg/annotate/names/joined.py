"""Names that small words join, whatever the recogniser makes of them: "Fight for the Future", "St Olav's Hospital"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.classes import family, noun_class
from kg.annotate.names.descriptors import is_descriptor
from kg.annotate.names.spelling import Name, Spelling, starts_sentence
from kg.annotate.names.tokens import is_capital, is_hyphen, is_proper, is_saint
from kg.gazetteer import places_called
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.naming import (
    countries,
    demonyms,
    head_type,
    head_words,
    organization_called,
    parts_of_offices,
    place_called,
    roles,
    small_words,
    titles,
)
from kg.parse import Doc, Token

_JOINTS = frozenset({"of", "for", "against", "without"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_COMMON = frozenset({"NOUN", "VERB", "ADJ", "AUX"})
_AND = frozenset({"and", "&"})
_SUBJECTS_AT = 3  # "School of Oriental" stands before the "and"


def joined(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Names that go on over "for the", over a list of fields, or over the 's of a saint, a brand or a people."""
    for joint in doc.written(_JOINTS):
        if 0 < joint.i < len(doc) - 1 and joint.i not in spelling.in_heading:
            yield from _headed(doc, joint)
            yield from _plain(doc, joint)
            if joint.lower_ == "of":
                yield from _of(doc, joint)
    for joint in doc.written({"to"}):
        if 1 < joint.i < len(doc) - 1 and joint.i not in spelling.in_heading:
            yield from _aimed(doc, joint)
    for joint in doc.written(small_words("between")):
        if 1 < joint.i < len(doc) - 2 and joint.i not in spelling.in_heading:
            yield from _hyphened(doc, joint)
    for joint in doc.written(_AND):
        if 0 < joint.i < len(doc) - 2 and joint.i not in spelling.in_heading:
            yield from _fields(doc, joint)
            yield from _subjects(doc, joint)
    for mark in doc.written(_POSSESSIVES):
        if mark.tag_ == "POS" and mark.i and mark.i not in spelling.in_heading and not doc[mark.i - 1].whitespace_:
            yield from _possessive(doc, mark)


def _of(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "St Catherine of Barlow Church", "ACLU of Ohio", "University of California, San Diego"."""
    before, end = doc[joint.i - 1], _run(doc, joint.i + 1)
    saint = _saint(doc, joint.i)
    if saint is not None and end > joint.i + 2 and doc[end - 1].text in head_words("last"):
        yield Name(saint, end)
    elif before.text == "University" and (campus := _campus(doc, joint.i + 1)):
        yield Name(_start(doc, before.i), campus)
    elif place_called(doc[joint.i + 1 : end].text):
        yield from _branch(doc, joint, end)


def _branch(doc: Doc, joint: Token, end: int) -> Iterator[Name]:
    """ "Red Cross of Norway", "ACLU of Ohio"; a firm's country is no part of its name."""
    for start in (joint.i - 2, joint.i - 1):
        words = doc[max(start, 0) : joint.i]
        known = organization_called(words.text) if len(words) == 2 or words.text.isupper() else None
        if known is not None and is_proper(words[0]) and (len(words) == 1 or known[1] != "kg:Company"):
            yield Name(start, end)


def _headed(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "Campaign for the Arts", "Mothers Against Noise", "Department for Culture, Media and Sport"."""
    before = doc[joint.i - 1]
    heads = head_words(joint.lower_)
    head = heads.get(before.text) or (heads.get("") if joint.is_title else None)
    begin = joint.i + 1 + (doc[joint.i + 1].text == "the")
    end = _run(doc, begin)
    is_marked = joint.is_title or not starts_sentence(before) or (head is not None and _is_one(doc, before, end))
    is_marked &= before.is_title
    if head is None or not (is_proper(before) or is_marked):
        return
    if end == begin or (begin > joint.i + 1 and place_called(doc[begin:end].text) is not None):
        return
    further = end + 1 + (doc[end + 1 : end + 2].text == "the")
    last = _run(doc, further) if doc[end : end + 1].text == "of" and further < len(doc) else further
    if last > further and place_called(doc[further:last].text) is None:
        end = last  # "Council for the Welfare of Migrants", "Office of the Comptroller of the Currency"
    listed = _listed(doc, end) if head.type == "kg:GovernmentBody" else end
    is_campaign = joint.lower_ != "of" and head.type in {"kg:AdvocacyGroup", "kg:Concept"}
    is_field = begin > joint.i + 1 and not _is_body(doc, begin, end)
    if listed > end or is_campaign or is_field:
        yield Name(_start(doc, before.i), listed)


def _is_one(doc: Doc, head: Token, end: int) -> bool:
    """Whether a noun in the plural begins the name of one body: "Friends of the Barlow Library, a charity, is ..."."""
    verb = head.head if head.dep_ in NOMINAL_SUBJECTS else None
    is_singular = verb is not None and any(t.tag_ == "VBZ" for t in (verb, *verb.lefts))
    told = (t for t in doc[end : end + 8] if t.dep_ == "appos" and head.i <= t.head.i < end and t.tag_ == "NN")
    return is_singular or any(family(noun_class(t)) == "organization" for t in told)


def _plain(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "the Colour of Barlow", "Save for the Arts": a common word with a capital that goes on with a name."""
    before = doc[joint.i - 1]
    begin = joint.i + 1 + (doc[joint.i + 1].text == "the")
    end = _run(doc, begin)
    is_office = before.text in titles() or before.lower_ in roles() or before.lower_ in small_words("degree")
    is_one_of_many = any(t.tag_ in {"DT", "PRP$", "POS"} and t.lower_ != "the" for t in doc[joint.i - 2 : joint.i - 1])
    if end == begin or before.pos_ not in _COMMON or is_office or before.is_upper or is_one_of_many:
        return
    if is_capital(before):
        yield Name(_start(doc, before.i), end)


def _is_body(doc: Doc, start: int, end: int) -> bool:
    """Whether the words name a body of their own: "Executive Committee of the | Farm Board"."""
    head = head_type([t.text for t in doc[start:end]])
    return head is not None and family(head.type) == "organization"


def _campus(doc: Doc, start: int) -> int:
    """The end of "California, San Diego" behind "University of"; 0 where no campus is told."""
    comma = _run(doc, start)
    end = _run(doc, comma + 1) if doc[comma : comma + 1].text == "," else 0
    is_state = comma > start and place_called(doc[start:comma].text) is not None
    is_town = end > comma + 1 and place_called(doc[comma + 1 : end].text) is None
    is_list = doc[end : end + 1].text in {",", "and"} and not places_called(doc[comma + 1 : end].text)
    return end if is_state and is_town and not is_list else 0


def _hyphened(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "Barlow-on-Trent", "Barlow-on-Trent City Council"."""
    before, behind = doc[joint.i - 2], doc[joint.i + 2]
    if is_hyphen(doc[joint.i - 1]) and is_hyphen(doc[joint.i + 1]) and before.is_title and behind.is_title:
        end = _run(doc, joint.i + 2)
        is_body = end > joint.i + 3 and doc[end - 1].text in head_words("last")
        yield Name(before.i, end if is_body else joint.i + 3)


def _fields(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "Barlow Fire and Rescue Service", "University and College Union": a body and two fields that it works in, or two
    counties that have one, "Norfolk and Suffolk Police"."""
    before, after, end = doc[joint.i - 1], doc[joint.i + 1], _over_owner(doc, _over_hyphen(doc, joint.i + 1))
    head = head_words("last").get(doc[end - 1].text) if end > joint.i + 2 else None
    if _is_of_country(doc, joint, end):
        yield Name(before.i, end)
    if head is None or family(head.type) != "organization" or doc[end - 1].text in titles():
        return
    fields = small_words("field")
    second = doc[after.i : after.i + 3].text if is_hyphen(doc[after.i + 1]) else after.text
    are_fields = before.lower_ in fields and second.lower() in fields and is_capital(after)
    if are_fields and (is_capital(before) or starts_sentence(before)):
        start = _start(doc, _first_field(doc, before.i), end - 1)
        if doc[max(start - 1, 0)].lower_ not in _JOINTS:
            yield Name(start, end)
    elif head.type == "kg:GovernmentBody" and _is_county(before) and _is_county(after) and _begins(doc, before.i):
        yield Name(before.i, end)


def _first_field(doc: Doc, last: int) -> int:
    """The first of a list of fields: "*Educational*, Cultural and Scientific Organization"."""
    first, fields = last, small_words("field")
    while first > 1 and doc[first - 1].text == "," and doc[first - 2].lower_ in fields and is_capital(doc[first - 2]):
        first -= 2
    return first


def _is_of_country(doc: Doc, joint: Token, end: int) -> bool:
    """Whether two fields have a country behind them: "Fisheries and Oceans Canada"."""
    before, after, fields = doc[joint.i - 1], doc[joint.i + 1], small_words("field")
    place = place_called(doc[end - 1].text) if end == joint.i + 3 else None
    is_written_so = (is_capital(before) or starts_sentence(before)) and is_capital(after)
    are_fields = before.lower_ in fields and after.lower_ in fields and is_written_so
    return are_fields and place is not None and place[0] in countries()


def _over_hyphen(doc: Doc, start: int) -> int:
    """Where the proper nouns end that begin with a word of two halves: "Anti-Corruption Commission"."""
    end = _run(doc, start)
    is_half = end == start + 1 and end + 1 < len(doc) and is_hyphen(doc[end]) and not doc[end].whitespace_
    return _run(doc, end + 1) if is_half and doc[end + 1].is_title else end


def _over_owner(doc: Doc, end: int) -> int:
    """Where a name ends that goes on over those it is of: "Transport and Logistics Workers | ' Union"."""
    mark = doc[end : end + 1]
    further = _run(doc, end + 1) if mark.text in _POSSESSIVES else 0
    is_body = further > end + 1 and doc[further - 1].text in head_words("last") and _is_people(doc[end - 1])
    return further if is_body else end


def _subjects(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "School of Oriental and African Studies": a body and two things that it is about."""
    end = _run(doc, joint.i + 1)
    if joint.i < _SUBJECTS_AT or end <= joint.i + 2 or doc[end - 1].lower_ not in small_words("subject"):
        return
    head, of, before = doc[joint.i - 3], doc[joint.i - 2], doc[joint.i - 1]
    kind = head_words(of.text).get(head.text) if of.text in ("of", "for") else None
    if kind is not None and family(kind.type) == "organization" and is_capital(before) and not _is_county(before):
        yield Name(_start(doc, head.i), end)


def _is_county(word: Token) -> bool:
    place = place_called(word.text)
    is_country = place is not None and place[0] in countries()
    return is_proper(word) and not is_country and bool(places_called(word.text))


def _begins(doc: Doc, i: int) -> bool:
    """Whether no name or list goes on here."""
    before = doc[i - 1 : i] if i else doc[:0]
    return not before.text[:1].isupper() and before.text not in {",", "and"}


def _aimed(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "Access to Justice Project": a noun that goes on with "to", up to the head of a body."""
    before, end = doc[joint.i - 1], _run(doc, joint.i + 1)
    is_noun = before.lower_ in small_words("toward") and before.is_title and not starts_sentence(before)
    if is_noun and head_type([t.text for t in doc[joint.i + 1 : end]]) is not None:
        yield Name(before.i, end)


def _run(doc: Doc, start: int) -> int:
    """Where the proper nouns end that begin here, or behind a nationality."""
    end = start + (doc[start : start + 1].text in demonyms() and start + 1 < len(doc) and is_proper(doc[start + 1]))
    while end < len(doc) and _is_part(doc[end]) and doc[end].sent.start == doc[start].sent.start:
        end += 1
    return end


def _is_part(word: Token) -> bool:
    return is_proper(word) or (is_capital(word) and word.pos_ in _COMMON)


def _start(doc: Doc, head: int, last: int = 0) -> int:
    """Where a name begins whose head stands there, or last in it: with the proper nouns and nationality before it."""
    start, last = head, last or head
    while start and (is_proper(doc[start - 1]) or doc[start - 1].text in demonyms()):
        word = doc[start - 1]
        is_inside = start <= word.head.i <= last or doc[start].ent_iob_ == "I"
        is_plain = word.text in parts_of_offices() or word.lower_ in small_words("plain")
        if not is_inside or (word.text in titles() and not is_plain):
            break
        start -= 1
    return start + is_descriptor(doc, start, head + 1)


def _listed(doc: Doc, end: int) -> int:
    """The end of the list of fields that goes on here: ", Media and Sport", as long as one clause."""
    fields = end
    while doc[fields : fields + 1].text == "," and (further := _run(doc, fields + 1)) > fields + 1:
        fields = further
    fields += doc[fields : fields + 1].text == "," and fields > end
    last = _run(doc, fields + 1) if doc[fields : fields + 1].text in _AND else 0
    is_list = last > fields + 1 and fields > end and not head_type([t.text for t in doc[fields + 1 : last]])
    return last if is_list else end


def _possessive(doc: Doc, mark: Token) -> Iterator[Name]:
    end = _run(doc, mark.i + 1)
    is_headed = end > mark.i + 1 and doc[end - 1].text in head_words("last")
    while doc[end : end + 1].text == "of" and (further := _run(doc, end + 1)) > end + 1:
        end = further  # "St Olav's Church of Norway School"
    is_headed |= end > mark.i + 1 and doc[end - 1].text in head_words("last")
    owner = doc[mark.i - 1]
    saint = _saint(doc, mark.i)
    if saint is not None:
        if is_headed or (end == mark.i + 1 and not _is_owned(doc, mark)) or _is_house(doc, mark.i + 1, end):
            yield Name(saint, end)
    elif _is_people(owner) and (is_headed or _is_called_after(doc, owner, end)):
        yield Name(_start(doc, owner.i), end)
    elif organization_called(doc[owner.i : mark.i + 1].text) is not None and doc[mark.i + 1 : mark.i + 2].text != "of":
        yield Name(owner.i, mark.i + 1)


def _saint(doc: Doc, end: int) -> int | None:
    """Where the saint's name begins that ends there: "St" of "St Olav", "St John the Baptist"."""
    start = end - 1
    while start and end - start < 4 and is_proper(doc[start]) and not is_saint(doc, start, end):
        start -= 1
    return start if is_saint(doc, start, end) else None


def _is_house(doc: Doc, start: int, end: int) -> bool:
    """Whether the words behind a saint's name go on with it: "St Oswald's | Primary", not "St Louis's | Mayor Ek"."""
    return 0 < end - start < 4 and not any(t.text in titles() or t.ent_type_ == "PERSON" for t in doc[start:end])


def _is_owned(doc: Doc, mark: Token) -> bool:
    """Whether a thing follows that a saint has: "St Olav's bones"."""
    following = doc[mark.i + 1 : mark.i + 2]
    return any(token.pos_ in {"NOUN", "ADJ", "NUM"} for token in following)


def _is_called_after(doc: Doc, owner: Token, end: int) -> bool:
    """Whether a body is called after its people, whatever it ends in: "Sailors' Rest"."""
    is_one = end == owner.i + 3 and owner.lower_ in small_words("owners") and owner.lower_.endswith("s")
    return is_one and is_capital(owner) and organization_called(doc[end - 1].text) is None


def _is_people(owner: Token) -> bool:
    """Whether those that own it have no name: "Farmers' Union", "Chairman's Award"."""
    noun = owner.lower_
    return (
        noun in roles() or noun.removesuffix("s") in roles() or owner.text in titles() or noun in small_words("owners")
    )
