"""How well the sentences of `tests/stories` are parsed, by the trees of `tests/trees`, corrected by readers.

    python tests/benchmarks/trees.py                 arcs and labels right, by set
    python tests/benchmarks/trees.py a b             of two sets
    python tests/benchmarks/trees.py --unmended      as parsed, without kg.grammar.attachment
    python tests/benchmarks/trees.py --wrong prep    the arcs that are wrong, of words that should hang by that label
    python tests/benchmarks/trees.py --save FILE     keep what is read now ...
    python tests/benchmarks/trees.py --against FILE  ... and see what has changed since, with what is better and worse

Punctuation does not count.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TREES = Path(__file__).parent.parent / "trees"
STORIES = TREES.parent / "stories"
_ROOT = "ROOT"
Arc = tuple[int, str]  # the offset of the head, or the word's own for a root; the label


@dataclass(frozen=True)
class Word:
    """A word of a tree: where it begins in its text, its tag and its arc."""

    start: int
    text: str
    tag: str
    arc: Arc


@dataclass(frozen=True)
class Tree:
    """A sentence as it should be parsed."""

    document: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words, with blanks between."""
        return " ".join(word.text for word in self.words)


def sets() -> list[str]:
    """The names of the sets of trees."""
    return sorted(path.stem for path in TREES.glob("*.conllu"))


def trees(name: str) -> Iterator[Tree]:
    """The trees of a set, in the order of the texts."""
    for block in (TREES / f"{name}.conllu").read_text(encoding="utf-8").split("\n\n"):
        if block.strip():
            comment, *lines = block.strip().split("\n")
            document, offset = comment.removeprefix("# sent_id = ").split(":")
            yield Tree(
                document, tuple(_words((STORIES / name / document).read_text(encoding="utf-8"), int(offset), lines))
            )


def _words(text: str, offset: int, lines: list[str]) -> Iterator[Word]:
    rows = [line.split("\t") for line in lines]
    starts = []
    for row in rows:
        starts.append(text.index(row[1], offset))
        offset = starts[-1] + len(row[1])
    for start, row in zip(starts, rows, strict=True):
        head = int(row[6])
        yield Word(start, row[1], row[4], (starts[head - 1] if head else start, row[7]))


def parsed(name: str, is_mended: bool = True) -> dict[str, dict[int, tuple[str, Arc]]]:
    """For each story of a set the tag and the arc of each word by where it begins."""
    from kg.annotate import pipeline
    from kg.model import Document
    from kg.settings import DEFAULT_MODEL

    mend = pipeline.reattach
    if not is_mended:
        pipeline.reattach = lambda doc: doc
    paths = sorted((STORIES / name).glob("*.txt"))
    documents = [Document(path.read_text(encoding="utf-8"), path.name, path.name) for path in paths]
    try:
        read = list(pipeline.annotate(documents, pipeline.load(DEFAULT_MODEL)))
    finally:
        pipeline.reattach = mend
    return {document.source: {t.idx: (t.tag_, (t.head.idx, t.dep_)) for t in doc.tokens} for document, doc in read}


@dataclass
class Score:
    """Of how many words the arc, its label too, and the tag are right; of how many sentences all arcs."""

    words: int = 0
    arcs: int = 0
    labels: int = 0
    tags: int = 0
    sentences: int = 0
    whole: int = 0

    def add(self, tree: Tree, read: dict[int, tuple[str, Arc]]) -> None:
        """Count a sentence."""
        told = [(word, *read.get(word.start, ("", (-1, "")))) for word in tree.words if word.arc[1] != "punct"]
        right = [arc[0] == word.arc[0] for word, _, arc in told]
        self.words += len(told)
        self.arcs += sum(right)
        self.labels += sum(arc == word.arc for word, _, arc in told)
        self.tags += sum(tag == word.tag for word, tag, _ in told)
        self.sentences += 1
        self.whole += all(right)

    def __str__(self) -> str:
        shares = (self.arcs / self.words, self.labels / self.words, self.tags / self.words, self.whole / self.sentences)
        return (
            "   ".join(f"{share:.4f}" for share in shares) + f"   ({self.words - self.arcs} arcs wrong of {self.words})"
        )


def _named(tree: Tree, word: Word, arc: Arc) -> str:
    by_start = {w.start: w.text for w in tree.words}
    head = _ROOT if arc[0] == word.start else by_start.get(arc[0], "?")
    return f"{arc[1]} of {head}"


def _wrong(tree: Tree, read: dict[int, tuple[str, Arc]], label: str) -> Iterator[str]:
    for word in tree.words:
        arc = read.get(word.start, ("", (-1, "")))[1]
        if arc != word.arc and label in ("all", word.arc[1]):
            yield f"{word.text}: {_named(tree, word, arc)}, should be {_named(tree, word, word.arc)}"


def _changes(tree: Tree, old: dict[int, tuple[str, Arc]], new: dict[int, tuple[str, Arc]]) -> Iterator[tuple[str, str]]:
    for word in tree.words:
        (_, before), (_, after) = old.get(word.start, ("", (-1, ""))), new.get(word.start, ("", (-1, "")))
        if before == after or word.arc[1] == "punct":
            continue
        rank = [(arc[0] == word.arc[0]) + (arc == word.arc) for arc in (before, after)]
        verdict = "better" if rank[1] > rank[0] else "WORSE" if rank[1] < rank[0] else "neither"
        yield verdict, f"{verdict} {word.text}: {_named(tree, word, before)} -> {_named(tree, word, after)}"


def main() -> None:
    """Run as said on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=sets())
    parser.add_argument("--wrong", metavar="LABEL", help="print the arcs that are wrong, of a label or of all")
    parser.add_argument("--unmended", action="store_true", help="as parsed, without kg.grammar.attachment")
    parser.add_argument("--save", metavar="FILE", type=Path)
    parser.add_argument("--against", metavar="FILE", type=Path)
    a = parser.parse_args()
    now = {name: parsed(name, is_mended=not a.unmended) for name in a.sets}
    if a.save:
        a.save.write_text(json.dumps(now), encoding="utf-8")
    print("set   arcs     labelled  tags     whole sentences")
    for name in a.sets:
        score = Score()
        for tree in trees(name):
            score.add(tree, now[name][tree.document])
        print(f"{name}     {score}")
    if a.against:
        before = json.loads(a.against.read_text(encoding="utf-8"))
        counts: Counter[str] = Counter()
        for name in a.sets:
            for tree in trees(name):
                old = {int(k): (tag, (arc[0], arc[1])) for k, (tag, arc) in before[name][tree.document].items()}
                found = list(_changes(tree, old, now[name][tree.document]))
                counts.update(verdict for verdict, _ in found)
                if found:
                    print(f"\n{name}/{tree.document}: {tree.text}", *(line for _, line in found), sep="\n    ")
        print(dict(counts))
    for name in a.sets if a.wrong else ():
        for tree in trees(name):
            if found_wrong := list(_wrong(tree, now[name][tree.document], a.wrong)):
                print(f"\n{name}/{tree.document}: {tree.text}", *found_wrong, sep="\n    ")


if __name__ == "__main__":
    main()
