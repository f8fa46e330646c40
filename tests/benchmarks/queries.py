"""How long the questions of the library take on a graph, by the engine alone and through the door of users.

    python tests/benchmarks/queries.py big

The graph is an output folder; 2,000 articles of news.py make a million triples. The engine's own time is that of the
same text, asked and read out in this process; the door adds guards, a worker, its pipe, and the names for the table.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kg import query
from kg.query.library import bind
from kg.rdf import prefixes
from kg.store import open_store, read_identity, select

MOST = "SELECT ?name { %s . ?x rdfs:label ?name } GROUP BY ?name ORDER BY DESC(COUNT(*)) ?name LIMIT 1"
NAMES = {  # of the graph, by the kind or the name of a parameter: the one of which it says most
    "name": "?st rdf:subject ?x . ?x kg:isNamed true",
    "person": "?x a kg:Person ; kg:isNamed true . ?st rdf:subject ?x",
    "speaker": "?st kg:attributedTo ?x . ?x kg:isNamed true",
    "seller": "?st rdf:predicate kg:sells ; rdf:subject ?x . ?x kg:isNamed true",
    "relation": "?st rdf:predicate ?x",
}
TITLE = "SELECT ?title { ?d dcterms:title ?title } ORDER BY ?title LIMIT 1"
PERSONS = ("from", "who", "person")
SEARCHES = (
    'SELECT ?q { ?s kg:matches "water pumps" ; kg:quote ?q }',
    'SELECT ?l { ?st kg:evidence/kg:matches "contract sued" ; rdfs:label ?l }',
    'SELECT ?l ?fit { (?s ?fit) kg:matches "the" . ?st kg:evidence ?s ; rdfs:label ?l } ORDER BY DESC(?fit)',
    'SELECT ?l { ?x kg:matches "ada*" ; a kg:Person ; kg:founderOf/rdfs:label ?l }',
)
COMMANDS = (
    ("query", "who-sells-what", "--seller", "{seller}"),
    ("query", "relations"),
    ("search", "water pumps"),
    ("stats",),
    ("contradictions",),
    ("timeline", "{name}"),
    ("path", "{person}", "{name}"),
)


def best(action: Callable[[], object], times: int = 3) -> float:
    """Seconds of the fastest of some goes."""
    taken = []
    for _ in range(times):
        start = time.monotonic()
        action()
        taken.append(time.monotonic() - start)
    return min(taken)


def values(asked: query.Question, *, is_full: bool, names: Mapping[str, str]) -> dict[str, str]:
    """Values for the parameters that a question must have, or for each of its parameters."""
    chosen = [each for each in asked.parameters if each.is_required or is_full]
    return {each.name: names.get(each.name) or names.get(each.kind) or "text" for each in chosen}


def measured(out: Path, asked: query.Question, given: Mapping[str, str], limits: query.Limits) -> None:
    """Tell what a question takes."""
    store, base = open_store(out), read_identity(out).base
    terms, _ = query.meant(out, asked, given)
    text = bind(asked, terms)
    engine = best(lambda: list(store.query(text, prefixes=prefixes(base))))  # type: ignore[call-overload]
    door = best(lambda: query.ask(out, text, limits))
    whole = best(lambda: query.run(out, asked, given, limits=limits))
    rows = len(query.ask(out, text, limits))
    words = " ".join(f"--{name} {value}" for name, value in given.items())
    ratio = f"{door / engine:5.2f}" if engine >= 0.05 else "     "
    print(f"{engine:7.3f} {door:7.3f} {ratio} {whole:7.3f} {rows:6}  {asked.name} {words}", flush=True)


def main() -> None:
    """Run as said on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="questions whose name holds this")
    options = parser.parse_args()
    limits = query.Limits(seconds=120)
    names = names_of(options.out)
    print(f"{read_identity(options.out).triples:,} triples\n engine    door ratio   whole   rows  question")
    for asked in query.library():
        if options.only in asked.name:
            for is_full in (False, True) if any(not p.is_required for p in asked.parameters) else (False,):
                measured(options.out, asked, values(asked, is_full=is_full, names=names), limits)
    for text in SEARCHES if not options.only else ():
        taken = best(lambda text=text: query.run(options.out, text, limits=limits))
        print(f"{taken:31.3f}         {text}")
    for command in COMMANDS if not options.only else ():
        told = [word.format(**names) for word in command]
        words = [sys.executable, "-m", "kg", *told, "--out", str(options.out)]
        cold = best(lambda words=words: subprocess.run(words, capture_output=True, check=True))
        print(f"{cold:31.3f}         kg {' '.join(told)}")


def names_of(out: Path) -> dict[str, str]:
    """Values for parameters, by kind or name, that the graph knows."""
    store, base = open_store(out), read_identity(out).base
    asked = {**{each: MOST % pattern for each, pattern in NAMES.items()}, "document": TITLE}
    found = {each: [row[0].value for row in select(store, text, base)] for each, text in asked.items()}
    known = {each: (values or found["name"])[0] for each, values in found.items()}
    return {**known, **dict.fromkeys(PERSONS, known["person"]), "date": "1950", "status": "claimed"}


if __name__ == "__main__":
    main()
