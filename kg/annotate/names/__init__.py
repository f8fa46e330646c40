"""Names in a parsed Doc: where they stand, what kind of thing they name, and which of them name the same thing.

`annotate_names` writes `doc.spans["mentions"]`. Of each span, `label_` is a class ("kg:Person", "kg:Entity" if
unknown), `kb_id_` is "name", "nominal" or "pronoun", with "+nested" if it stands inside another name, and `id_` names
its cluster: the start of the cluster's first mention as a number in decimal (moved on by one where the first mentions
of two clusters start together). `doc.user_data["names"]` has the best name of each cluster by that id. The same names
replace the recogniser's in `doc.ents`, under spaCy's labels.
"""

from __future__ import annotations

from collections import Counter

from kg.annotate.names.candidates import find_names, in_headings
from kg.annotate.names.classes import LABEL_BY_FAMILY, family
from kg.annotate.names.clusters import cluster
from kg.annotate.names.couples import share_surnames
from kg.annotate.names.evidence import evidence
from kg.annotate.names.namesakes import told_apart
from kg.annotate.names.nested import nested
from kg.annotate.names.nodes import Node
from kg.annotate.names.overlooked import is_alone
from kg.annotate.names.parts import is_lone_head
from kg.annotate.names.repeats import initials, repeats, whole_everywhere
from kg.annotate.names.spelling import Name, Spelling, headings, in_title, starts_sentence, written
from kg.annotate.names.tokens import is_given
from kg.annotate.pieces import UNREAD
from kg.naming import head_words, normal_form, organization_called, place_called, roles
from kg.parse import Doc, Span

_TOLD = 2.4  # "Argus, a program,"


def annotate_names(doc: Doc) -> None:
    """Write the names of a document into `doc.spans["mentions"]` and `doc.ents`."""
    spelling = Spelling(doc, headings(doc))
    names = find_names(doc, spelling)
    for name in names:
        name.start += _is_headline_word(doc, name, names)
    names = whole_everywhere(doc, names, spelling)
    names += list(repeats(doc, names, spelling))
    names += list(initials(doc, names, spelling))
    names += list(in_headings(doc, names, spelling))
    unread = {token.i for kind in UNREAD for span in doc.spans.get(kind, []) for token in span}
    names = [name for name in names if name.start not in unread]
    for name in names:
        name.outer = _with_roles(doc, name)
    apart = told_apart(doc, names)
    names += list(nested(doc, names, apart))
    nodes = cluster(doc, names, apart)
    nodes = [node for node in nodes if _is_thing(doc, node, nodes)]
    share_surnames(doc, nodes)
    write(doc, nodes)


def _is_headline_word(doc: Doc, name: Name, names: list[Name]) -> bool:
    """Whether a headline's first word is no part of the person's name that follows: "Jailed Torres"."""
    first, last = doc[name.start], doc[name.end - 1]
    if name.label != "PERSON" or name.end - name.start != 2 or not starts_sentence(first) or is_given(first):
        return False
    others = [n for n in names if n is not name and n.end - n.start > 1 and doc[n.end - 1].text == last.text]
    is_once = all(doc[n.end - 2].text != first.text for n in others)
    return bool(others) and is_once and in_title(doc, name.start) and len(first) > 2


def _with_roles(doc: Doc, name: Name) -> int:
    """Where a name begins with the nouns that say what the person is: "actor" in "the actor Jo Park"."""
    start = name.start
    while start and doc[start - 1].lower_ in roles() and doc[start - 1].pos_ == "NOUN" and doc[start - 1].is_lower:
        start -= 1
        is_inside = name.start <= doc[start].head.i < name.end
        if not is_inside and not (name.label == "PERSON" and doc[start].dep_ in {"nmod", "conj", "amod"}):
            return name.start
    return start


def _is_thing(doc: Doc, node: Node, nodes: list[Node]) -> bool:
    """A general word alone ("Council") names nothing unless it was found to mean a longer name, or can mean but one."""
    if not all(is_lone_head(doc, name) and not name.cue for name in node.names) or _is_surname(doc, node):
        return True
    signs = (sign for name in node.names for sign in evidence(doc, name))
    is_known = organization_called(doc[node.names[0].start].text) is not None
    if is_known or any(where != "words" and weight > _TOLD for where, _, weight in signs):
        return True
    may_be_short = any(node.key in other.key.split() for other in nodes if other is not node)
    may_be_short &= doc[node.names[0].start].text not in head_words("alone")  # "the House" beside the White House
    return not may_be_short and any(is_alone(doc, name.start) for name in node.names if not name.is_heading)


def _is_surname(doc: Doc, node: Node) -> bool:
    """Whether a general word for a place is a name without its article, as persons and firms have: "Marsh said"."""
    word = doc[node.names[0].start]
    head = head_words("last").get(word.text)
    if head is None or family(head.type) != "place" or any(name.is_heading for name in node.names):
        return False
    is_told = any(name.label in {"PERSON", "ORG"} for name in node.names)
    return is_told and not any(token.dep_ == "det" for name in node.names for token in doc[name.start].lefts)


def write(doc: Doc, nodes: list[Node]) -> None:
    """Put the nodes into the Doc's own types."""
    mentions: list[Span] = []
    ents: list[Span] = []
    best_names: dict[str, str] = {}
    taken: set[int] = set()
    for node in nodes:
        names = _unnested(node)
        ident = _ident(doc, names, taken)
        best_names[ident] = best_name(doc, node)
        for name in names:
            kind = "name+nested" if name.is_nested else "name"
            mentions.append(Span(doc, name.start, name.end, label=node.type, kb_id=kind, span_id=ident))
            if name.outer < name.start:
                mentions.append(Span(doc, name.outer, name.start, label=node.type, kb_id="nominal", span_id=ident))
            if label := LABEL_BY_FAMILY.get(node.family, ""):
                label = name.label if name.label and LABEL_BY_FAMILY.get(node.family) == name.label else label
                if not name.is_nested:
                    ents.append(Span(doc, name.start, name.end, label=label))
    doc.spans["mentions"] = sorted(mentions, key=lambda s: (s.start, -s.end))
    doc.user_data["names"] = best_names
    rest = [ent for ent in doc.ents if ent.label_ not in {*LABEL_BY_FAMILY.values(), "LOC", "FAC"}]
    doc.ents = _apart(sorted([*ents, *rest], key=lambda s: (s.start, -s.end)))


def _apart(spans: list[Span]) -> list[Span]:
    """The spans without those that overlap a longer one, or of two of one length the first."""
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    return sorted(kept, key=lambda s: s.start)


def _unnested(node: Node) -> list[Name]:
    """A node's names without those inside another of its own names: no "Orbit" inside "Orbit Magazine"."""
    covered = {i for n in node.names if not n.is_nested for i in range(n.start, n.end)}
    return [n for n in node.names if not (n.is_nested and n.start in covered)]


def _ident(doc: Doc, names: list[Name], taken: set[int]) -> str:
    start = int(doc[names[0].outer].idx)
    while start in taken:
        start += 1
    taken.add(start)
    return str(start)


def best_name(doc: Doc, node: Node) -> str:
    """The name to call a thing by: its fullest form in running text; of spellings of one form, the usual one."""
    if node.best:
        return node.best
    texts = [_plain(written(doc[n.start : n.end])) for n in node.names if not n.is_heading] or [
        _plain(written(doc[n.start : n.end])) for n in node.names
    ]
    count = Counter(texts)
    first = {text: texts.index(text) for text in count}
    forms = Counter(normal_form(text) for text in texts)
    fullest = max(forms, key=lambda f: (not _is_short(f, texts), len(f.split()), len(f)))
    same = [text for text in count if normal_form(text) == fullest]
    if place_called(same[0]):
        return max(same, key=lambda t: (len(t), -first[t]))
    plain = {text.casefold() for text in same if not text.isupper()}
    return min(same, key=lambda t: (-count[t], t.isupper() and t.casefold() in plain, first[t]))  # "Lund", not "LUND"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _is_short(form: str, texts: list[str]) -> bool:
    """Whether a form is only written in capitals: an acronym, whatever long name it may be known for."""
    return all(text.isupper() for text in texts if normal_form(text) == form)
