"""How long resolving takes as collections grow: PYTHONPATH=tests python -m benchmarks.resolve_scale 25000 50000 100000

Every size runs in a process of its own. Names are drawn as news has them: a few common, most rare; people, bodies and
places stand beside those of their own circle, and beside a few that every third article names. A tenth of the people is
shortened to an initial and a surname.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from kg.gazetteer import places_called
from kg.model import Document, Evidence, Literal, Mention, Predicate, Reading, Statement
from kg.naming import given_names, roles, rows
from kg.resolve import resolve

CIRCLE = 12  # things that are often named together
BESIDE = 8  # names in an article
_SYLLABLES = (
    "bar",
    "ton",
    "mel",
    "dor",
    "vik",
    "san",
    "lor",
    "en",
    "qui",
    "hal",
    "ros",
    "tre",
    "pan",
    "gri",
    "ul",
    "wes",
)
_BODIES = ("Group", "Bank", "University", "Association", "Council", "Systems", "Institute", "Energy", "Motors", "Trust")


def things(count: int, chance: random.Random) -> list[tuple[str, str, str]]:
    """Names with class and role; given names and surnames are drawn by rank, so that some people share theirs."""
    given, jobs = sorted(given_names()), sorted(roles())
    surnames = [row["name"] for row in rows("surnames")] + [_word(chance) for _ in range(count // 4)]
    towns = [p.name for name in given for p, _ in places_called(name)] or ["Ashby"]
    found = []
    for _ in range(count):
        kind = chance.random()
        if kind < 0.55:
            found.append((f"{_ranked(given, chance)} {_ranked(surnames, chance)}", "kg:Person", chance.choice(jobs)))
        elif kind < 0.85:
            found.append((f"{_word(chance)} {chance.choice(_BODIES)}", "kg:Organization", ""))
        else:
            name = chance.choice(towns) if chance.random() < 0.1 else _word(chance)
            found.append((name, "kg:GeopoliticalEntity", ""))
    return found


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def _ranked(values: list[str], chance: random.Random) -> str:
    """A value, the first ones more often: one in a hundred people has the most frequent of 10,000 surnames."""
    return values[int(len(values) * chance.random() ** 2)]


def readings(count: int) -> Iterator[Reading]:
    """Articles that name about so many things, each in one to many articles."""
    chance = random.Random(count)
    known = things(count, chance)
    for number in range(count // 4):
        start = chance.randrange(count) // CIRCLE * CIRCLE
        circle = [i for i in range(start, start + CIRCLE) if i < count]
        chosen = dict.fromkeys([*chance.sample(circle, min(BESIDE - 2, len(circle))), number * 4 % count])
        if chance.random() < 0.33:
            chosen[chance.randrange(20)] = None
        yield _reading(number, [known[i] for i in chosen], chance)


def _reading(number: int, named: list[tuple[str, str, str]], chance: random.Random) -> Reading:
    text, mentions, told = f"Article {number}:", [], []
    for name, type_, role in {name: (name, type_, role) for name, type_, role in named}.values():
        is_short = chance.random() < 0.1 and type_ == "kg:Person"
        written = f"{name[0]}. {name.partition(' ')[2]}" if is_short else name
        start = len(text) + 1
        text += f" {written}"
        mentions.append(Mention(start, start + len(written), written, type=type_, cluster=start, name=written))
        if role and chance.random() < 0.4:
            told.append((mentions[-1], role))
    document = Document(text, f"Article {number}", f"{number}.txt", "2024-05-01")
    whole = Evidence(0, len(text), text, 0)
    position = Predicate("kg:holdsPosition", "is")
    statements = tuple(Statement(document.id, who, position, Literal(role), whole) for who, role in told)
    return Reading(document, tuple(mentions), (whole,), statements)


def measure(count: int) -> str:
    """One size, in this process: records, entities, seconds of CPU, megabytes more than before."""
    made = list(readings(count))
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    found = resolve(made)
    seconds, after = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    names = {mention.name for reading in made for mention in reading.mentions}
    what = f"{len(made)} articles, {len(found.entity_by_cluster)} records of {len(names)} names"
    outcome = f"{len(found.entities)} entities, {len(found.doubtful)} doubts"
    memory = f"{after / 1024:.0f} MB in all ({(after - before) / 1024:.0f} more)"
    return f"{count:>7} things: {what} -> {outcome}; {seconds:.1f} s, {memory}"


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[1:]] or [25_000, 50_000, 100_000]
    if len(sizes) == 1:
        print(measure(sizes[0]), flush=True)
    else:
        for size in sizes:
            subprocess.run([sys.executable, "-m", "benchmarks.resolve_scale", str(size)], check=True)
