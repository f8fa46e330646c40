"""What one graph says and the other does not, with names that were given up taken for what they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.compare.sides import Article, Said, Side, Thing
from kg.rdf import compact

Fact = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """A statement of both graphs that is not the same in both."""

    old: Said
    new: Said
    what: tuple[str, ...]  # status, evidence, meaning, review


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between an old and a new graph; lists are in the order of what they show."""

    articles_added: tuple[Article, ...]
    articles_removed: tuple[Article, ...]
    articles_changed: tuple[Article, ...]  # another text from the same source
    renamed: tuple[tuple[str, str, Thing, Thing], ...]  # the old IRI and the one that stands for it now
    relabelled: tuple[tuple[str, Thing, Thing], ...]  # another name or class under the same IRI
    things_added: tuple[Thing, ...]
    things_removed: tuple[Thing, ...]
    facts_added: tuple[Said, ...]  # a statement for each
    facts_removed: tuple[Said, ...]
    statements_added: tuple[Said, ...]  # that are no facts
    statements_removed: tuple[Said, ...]
    statements_changed: tuple[Changed, ...]
    triples_added: int
    triples_removed: int

    @property
    def is_same(self) -> bool:
        """Whether the graphs are the same, triple by triple."""
        return not (self.triples_added or self.triples_removed)


def difference(old: Side, new: Side) -> Difference:
    """What differs, from the old graph to the new one."""
    now = _Names(new)
    gone, come = _only(old.articles, new.articles), _only(new.articles, old.articles)
    sources = {each.source for each in gone} & {each.source for each in come}
    moved = sorted((iri, now.iri(iri)) for iri in old.things if now.iri(iri) != iri and now.iri(iri) in new.things)
    old_facts, new_facts = {now.fact(fact) for fact in old.facts}, new.facts
    old_said, new_said = _by_fact(old.statements.values(), now), _by_fact(new.statements.values(), _Names(None))
    kept = {iri for iri, _ in moved}
    return Difference(
        articles_added=tuple(each for each in come if each.source not in sources),
        articles_removed=tuple(each for each in gone if each.source not in sources),
        articles_changed=tuple(each for each in come if each.source in sources),
        renamed=tuple((iri, heir, old.things[iri], new.things[heir]) for iri, heir in moved),
        relabelled=tuple(
            (iri, old.things[iri], new.things[iri])
            for iri in sorted(old.things.keys() & new.things.keys())
            if old.things[iri] != new.things[iri]
        ),
        things_added=_things(new.things, old.things.keys() | {heir for _, heir in moved}),
        things_removed=_things(old.things, new.things.keys() | kept),
        facts_added=_said(new_facts - old_facts, new_said),
        facts_removed=_said(old_facts - new_facts, old_said),
        statements_added=_others(new.statements, old.statements),
        statements_removed=_others(old.statements, new.statements),
        statements_changed=_changes(old, new, now),
        triples_added=len(new.lines - old.lines),
        triples_removed=len(old.lines - new.lines),
    )


class _Names:
    """What IRIs of an old graph are called in the new one."""

    def __init__(self, new: Side | None) -> None:
        self._heirs = dict(new.heir_by_iri) if new else {}
        self._statements = {key: said.iri for key, said in new.statements.items()} if new else {}

    def iri(self, iri: str) -> str:
        """The name that an IRI has now, after any number of changes."""
        seen = {iri}
        while (heir := self._heirs.get(iri)) and heir not in seen:
            seen.add(heir)
            iri = heir
        return iri

    def fact(self, fact: Fact) -> Fact:
        """A triple in the names of now."""
        subject, relation, object = fact
        return self.iri(subject), relation, self._object(object)

    def _object(self, object: str) -> str:
        key = object.rpartition("-")[2] if "/statement/" in object else ""
        return self._statements.get(key) or self.iri(object)


def _only(here: Mapping[str, Article], there: Mapping[str, Article]) -> list[Article]:
    found = (article for iri, article in here.items() if iri not in there)
    return sorted(found, key=lambda each: (each.published, each.title, each.source))


def _things(here: Mapping[str, Thing], without: Iterable[str]) -> tuple[Thing, ...]:
    known = set(without)
    return tuple(sorted((t for iri, t in here.items() if iri not in known), key=lambda t: (t.name, t.kind)))


def _by_fact(statements: Iterable[Said], names: _Names) -> dict[Fact, Said]:
    """A statement for each fact, the first by the order of its passage."""
    asserted = (said for said in statements if said.status == "asserted" and said.review != "rejected")
    ordered = sorted(asserted, key=lambda said: (said.article, said.passage, said.iri), reverse=True)
    return {names.fact(said.fact): said for said in ordered}


def _said(facts: Iterable[Fact], statement_by_fact: Mapping[Fact, Said]) -> tuple[Said, ...]:
    return _ordered(statement_by_fact.get(fact) or _bare(fact) for fact in facts)


def _bare(fact: Fact) -> Said:
    """A fact that no statement supports, as a graph that kg did not write may hold."""
    words = " ".join(compact(part) for part in fact)
    return Said("", *fact, "asserted", words, "", "", "", "")


def _others(here: Mapping[str, Said], there: Mapping[str, Said]) -> tuple[Said, ...]:
    return _ordered(said for key, said in here.items() if key not in there and said.status != "asserted")


def _ordered(statements: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(sorted(statements, key=lambda said: (said.label, said.article, said.passage, said.iri)))


def _changes(old: Side, new: Side, names: _Names) -> tuple[Changed, ...]:
    found = []
    for key in sorted(old.statements.keys() & new.statements.keys()):
        was, now = old.statements[key], new.statements[key]
        parts = {
            "status": was.status != now.status,
            "evidence": (was.passage, was.sentence) != (now.passage, now.sentence),
            "meaning": names.fact(was.fact) != now.fact,
            "review": was.review != now.review,
        }
        if what := tuple(part for part, is_other in parts.items() if is_other):
            found.append(Changed(was, now, what))
    return tuple(sorted(found, key=lambda each: (each.new.label, each.new.iri)))
