"""Fit the weights of `ontology/confidence.json` on annotated sentences.

usage: python tests/benchmarks/fit_confidence.py DATA [--stories g h] [--write FILE] [--date YYYY-MM-DD] [--cache FILE]

DATA is a folder that holds benchie/benchie_dev.txt, carb/dev.tsv and knowledgenet/knowledgenet_folds1-4.jsonl (none
of them travels with the program). A statement of KnowledgeNet's relations is right if an annotated fact of the
passage covers both arguments; an open one if an annotated row of its sentence has its predicate word and the heads
of its arguments. A statement of a story of `tests/stories` is right if its reader said so, whether all is tied or not.
Printed: calibration error and area under the curve in ten folds by document or sentence, and a reliability table.
"""

from __future__ import annotations

import argparse
import itertools
import json
import pickle
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import stories

from kg import ontology
from kg.annotate.pipeline import annotate, load
from kg.extract.confidence import Confidence
from kg.extract.statements import extract
from kg.jsonl import Lines
from kg.model import Document, Literal, Mention, Reading, Statement, StatementRef, Status
from kg.read import read as read_files
from kg.resolve import resolve

FOLDS = 10
RIDGE = 60.0  # strength of the pull of each weight towards 0
SEEN = 25  # a feature counts if it occurs in so many statements
PROPERTIES = {  # relation -> KnowledgeNet's property, True where ours runs the other way
    "kg:employedBy": ("EMPLOYEE_OR_MEMBER_OF", False),
    "kg:memberOf": ("EMPLOYEE_OR_MEMBER_OF", False),
    "kg:chiefExecutiveOf": ("CEO", True),
    "kg:founderOf": ("FOUNDED_BY", True),
    "kg:subsidiaryOf": ("SUBSIDIARY_OF", False),
    "kg:headquarteredIn": ("HEADQUARTERS", False),
    "kg:childOf": ("CHILD_OF", False),
    "kg:spouseOf": ("SPOUSE", False),
    "kg:nationality": ("NATIONALITY", False),
    "kg:residesIn": ("PLACE_OF_RESIDENCE", False),
    "kg:bornIn": ("PLACE_OF_BIRTH", False),
    "kg:birthDate": ("DATE_OF_BIRTH", False),
    "kg:deathDate": ("DATE_OF_DEATH", False),
    "kg:foundedOn": ("DATE_FOUNDED", False),
    "kg:educatedAt": ("EDUCATED_AT", False),
    "kg:memberOfParty": ("POLITICAL_AFFILIATION", False),
}
BE = ("is", "are", "was", "were", "be", "been", "being", "am", "s")
AUXILIARIES = {
    *BE,
    "has",
    "have",
    "had",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "should",
    "must",
    "to",
    "not",
}
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}


@dataclass
class Case:
    """One statement with what the model looks at, and whether it is right."""

    source: str
    group: str  # document or sentence: never on both sides of a fold
    features: dict[str, float]
    is_right: bool
    statement: Statement = field(repr=False)


# --- reading


def read(texts: Sequence[str | Document]) -> Iterator[tuple[Reading, dict[str, dict[str, float]]]]:
    """Each text read, with the features of its statements by id."""
    noted: list[dict[str, float]] = []

    def note(self: Confidence, *parts: Any) -> float:
        noted.append(dict(self.features(*parts)))
        return float(len(noted) - 1)

    setattr(Confidence, "of", note)  # noqa: B010 - stands in for the real one while the texts are read
    vocabulary = ontology.load()
    documents = [
        text if isinstance(text, Document) else Document(text, f"t{number}", f"t{number}")
        for number, text in enumerate(texts)
    ]
    for document, doc in annotate(documents, load()):
        reading = extract(document, doc, vocabulary)
        yield reading, {statement.id: noted[int(statement.confidence)] for statement in reading.statements}


def typed_cases(path: Path) -> Iterator[Case]:
    """Statements in KnowledgeNet's relations, of passages that were annotated for them."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["exactLength"]]
    texts = [re.sub(r"[\r\n]", " ", row["passageText"]) for row in rows]
    for row, (reading, features) in zip(rows, read(texts), strict=True):
        for statement in reading.statements:
            name, is_turned = PROPERTIES.get(statement.predicate.name, ("", False))
            if name in row["properties"] and statement.status in (Status.ASSERTED, Status.CLAIMED):
                ours = [spans(reading, part) for part in (statement.subject, statement.object)]
                is_right = any(covers(fact, row, name, ours[::-1] if is_turned else ours) for fact in row["facts"])
                yield Case("knowledgenet", row["documentId"], features[statement.id], is_right, statement)


def spans(reading: Reading, argument: object) -> list[tuple[int, int]]:
    if isinstance(argument, Mention):
        return [(m.start, m.end) for m in reading.mentions if m.cluster == argument.cluster] + [
            (argument.start, argument.end)
        ]
    if isinstance(argument, Literal) and argument.start is not None and argument.end is not None:
        return [(argument.start, argument.end)]
    return []


def covers(fact: dict[str, Any], row: dict[str, Any], name: str, ours: list[list[tuple[int, int]]]) -> bool:
    if fact["property"] != name:
        return False
    begin = row["passageStart"]
    theirs = [(fact[f"{side}Start"] - begin, fact[f"{side}End"] - begin) for side in ("subject", "object")]
    return all(any(s < end and start < e for s, e in found) for found, (start, end) in zip(ours, theirs, strict=True))


def open_cases(name: str, gold: dict[str, list[list[str]]], *, is_exhaustive: bool) -> Iterator[Case]:
    """Statements of sentences whose rows are annotated, without those that annotators of rows do not write down.

    Where the rows are not exhaustive, a statement counts only if some row is about its predicate.
    """
    texts = list(gold)
    for text, (reading, features) in zip(texts, read(texts), strict=True):
        rows = [[set(words(part)) for part in row] for row in gold[text]]
        for statement in reading.statements:
            known = is_exhaustive or any(is_about(statement, row) for row in rows)
            if rows and known and is_row(statement):
                is_right = any(agrees(statement, row) for row in rows)
                yield Case(name, text, features[statement.id], is_right, statement)


def story_cases(name: str) -> Iterator[Case]:
    """Statements of a set of stories that were judged and are still read as they were then."""
    verdict = {judged.key: judged.verdict for judged in stories.verdicts(name)}
    documents = [document for document in read_files(stories.stories(name)) if isinstance(document, Document)]
    for reading, features in read(documents):
        story = reading.document.source
        lines = Lines(reading, resolve([reading]), {"document": story}).statements()
        for statement, line in zip(reading.statements, lines, strict=True):
            if (told := verdict.get(stories.key(story, stories.spoken(line)))) is not None:
                yield Case("stories", f"{name}/{story}", features[statement.id], told in "RO", statement)


def is_row(statement: Statement) -> bool:
    """Whether it is of a kind that the rows have: no apposition, no possessive, nothing derived."""
    return bool(statement.predicate.text) and not re.search(
        r"apposition|\+| of$|/comma|/people|self", statement.extractor
    )


def is_about(statement: Statement, row: list[set[str]]) -> bool:
    """Whether the row has the predicate's word as part of its relation."""
    relation = [word for word in words(statement.predicate.text) if word not in AUXILIARIES]
    return bool(set(relation or BE) & row[1])


def agrees(statement: Statement, row: list[set[str]]) -> bool:
    """The predicate's word in the row, its arguments' heads on the row's two sides, either way round."""
    subject, rest = row[0], set().union(*row[1:])
    relation = [word for word in words(statement.predicate.text) if word not in AUXILIARIES]
    if not set(relation or BE) & rest:
        return False
    ours, theirs = set(core(statement.subject)), set(core(statement.object)) if statement.object else set()
    if not theirs:
        return bool(ours & subject)
    return bool((ours & subject and theirs & rest) or (ours & rest and theirs & subject))


def core(argument: object) -> list[str]:
    """The word that an argument stands or falls with: the last before its first preposition, or a clause's words."""
    if isinstance(argument, StatementRef):
        return [word for word in words(argument.label) if len(word) > 3][:6]
    text = argument.value if isinstance(argument, Literal) else getattr(argument, "text", "")
    head = re.split(r"\s(?:of|in|at|on|for|to|with|by|from|that|which|who|,)\s", text.strip())[0]
    return words(head)[-1:] or words(text)[-1:]


def words(text: str) -> list[str]:
    for written, meant in BRACKETS.items():
        text = text.replace(written, meant)
    return re.findall(r"\w+", text.lower())


def benchie(path: Path) -> dict[str, list[list[str]]]:
    gold: dict[str, list[list[str]]] = defaultdict(list)
    current = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("sent_id:"):
            current = line.split("\t", 1)[1].strip()
        elif "-->" in line and "Cluster" not in line:
            gold[current].append([part.replace("[", "").replace("]", "") for part in line.split("-->")])
    return dict(gold)


def carb(path: Path) -> dict[str, list[list[str]]]:
    gold: dict[str, list[list[str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, relation, subject, *rest = line.split("\t")
        gold[sentence].append([subject, relation, *rest])
    return dict(gold)


# --- fitting


def matrix(cases: list[Case], names: list[str]) -> np.ndarray:
    column = {name: number for number, name in enumerate(names)}
    found = np.zeros((len(cases), len(names)))
    for row, case in enumerate(cases):
        for name, value in case.features.items():
            if name in column:
                found[row, column[name]] = value
    return found


def fitted(x: np.ndarray, y: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    """Weights of a ridge logistic regression by Newton's method; the intercept comes last and is free."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    penalty = np.diag([ridge] * x.shape[1] + [1e-6])
    w = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + penalty, z.T @ (y - p) - penalty @ w)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    plain = w[:-1] / scale
    return np.append(plain, w[-1] - plain @ mean)


def predicted(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-(x @ w[:-1] + w[-1]))))


def folds(cases: list[Case]) -> np.ndarray:
    """The fold of each case, by a hash of its group that does not change from run to run."""
    import hashlib

    return np.array([int(hashlib.sha256(c.group.encode()).hexdigest(), 16) % FOLDS for c in cases])


def crossed(cases: list[Case], ridge: float = RIDGE) -> np.ndarray:
    """What a model that has not seen a case's group gives it."""
    fold, y, found = folds(cases), np.array([float(c.is_right) for c in cases]), np.zeros(len(cases))
    for number in range(FOLDS):
        train = [c for c, f in zip(cases, fold, strict=True) if f != number]
        names = feature_names(train)
        w = fitted(matrix(train, names), y[fold != number], ridge)
        test = [c for c, f in zip(cases, fold, strict=True) if f == number]
        if test:
            found[fold == number] = predicted(matrix(test, names), w)
    return found


def feature_names(cases: Iterable[Case]) -> list[str]:
    seen: dict[str, int] = defaultdict(int)
    for case in cases:
        for name, value in case.features.items():
            seen[name] += value != 0
    return sorted(name for name, count in seen.items() if count >= SEEN)


# --- measuring


def auroc(p: np.ndarray, y: np.ndarray) -> float:
    order = np.argsort(p, kind="stable")
    ranks = np.empty(len(p))
    for _, tied in itertools.groupby(enumerate(order), key=lambda pair: p[pair[1]]):
        pairs = list(tied)
        middle = sum(rank for rank, _ in pairs) / len(pairs) + 1
        for _, index in pairs:
            ranks[index] = middle
    right = y.sum()
    return float((ranks[y == 1].sum() - right * (right + 1) / 2) / (right * (len(y) - right)))


def bins(p: np.ndarray, y: np.ndarray) -> Iterator[tuple[float, float, int]]:
    """Mean prediction, share right and count, in ten steps of the prediction."""
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1 + (low > 0.85))
        if inside.any():
            yield float(p[inside].mean()), float(y[inside].mean()), int(inside.sum())


def calibration_error(p: np.ndarray, y: np.ndarray) -> float:
    return sum(abs(mean - share) * count for mean, share, count in bins(p, y)) / len(p)


def report(name: str, p: np.ndarray, y: np.ndarray) -> str:
    return f"{name:14} n={len(p):5} right={y.mean():.3f} ECE={calibration_error(p, y):.3f} AUROC={auroc(p, y):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--stories", nargs="*", default=[], help="sets of stories besides")
    parser.add_argument("--write", type=Path, help="file to write the weights to")
    parser.add_argument("--date", default="", help="kept in the file")
    parser.add_argument("--cache", type=Path, help="keep the cases in this file, read them if it exists")
    a = parser.parse_args()
    cases = cached(a.data, a.cache) + [case for name in a.stories for case in story_cases(name)]
    p, y = crossed(cases), np.array([float(c.is_right) for c in cases])
    figures = [report("all", p, y)]
    for source in sorted({c.source for c in cases}):
        chosen = np.array([c.source == source for c in cases])
        figures.append(report(source, p[chosen], y[chosen]))
    print("\n".join(figures))
    print("| predicted | right | statements |\n|---|---|---|")
    print("\n".join(f"| {mean:.2f} | {share:.2f} | {count} |" for mean, share, count in bins(p, y)))
    if a.write:
        write(a.write, cases, y, figures, a.date)


def cached(data: Path, cache: Path | None) -> list[Case]:
    if cache and cache.exists():
        return list(pickle.loads(cache.read_bytes()))
    rows, more = benchie(data / "benchie/benchie_dev.txt"), carb(data / "carb/dev.tsv")
    known = {"".join(words(sentence)) for sentence in rows}
    more = {sentence: found for sentence, found in more.items() if "".join(words(sentence)) not in known}
    cases = [*open_cases("benchie", rows, is_exhaustive=True), *open_cases("carb", more, is_exhaustive=False)]
    cases += typed_cases(data / "knowledgenet/knowledgenet_folds1-4.jsonl")
    if cache:
        cache.write_bytes(pickle.dumps(cases))
    return cases


def write(path: Path, cases: list[Case], y: np.ndarray, figures: list[str], date: str) -> None:
    names = feature_names(cases)
    w = fitted(matrix(cases, names), y)
    stored = {
        "about": "Weights of the model in kg/extract/confidence.py, fitted by tests/benchmarks/fit_confidence.py.",
        "date": date,
        "sets": sorted({c.source for c in cases}),
        "model": f"ridge logistic regression, strength {RIDGE}, {FOLDS} folds by document or sentence",
        "cross-validation": figures,
        "intercept": round(float(w[-1]), 4),
        "weights": {name: round(float(value), 4) for name, value in zip(names, w[:-1], strict=True)},
    }
    path.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
