"""How the articles of `tests/stories` are read, by the verdicts of those who read every statement against its sentence.

    python tests/benchmarks/stories.py            how many of the right and the wrong ones are still read so, by set
    python tests/benchmarks/stories.py a b        of two sets
    python tests/benchmarks/stories.py --wrong subject    those read wrongly that still are, of one kind or of "all"
    python tests/benchmarks/stories.py --unjudged         what is read now and nobody has judged

A verdict is R (right), O (right, but a pronoun or description is tied to nothing), S (right in its heart: a part is
cut, too long or misplaced) or W (wrong); README.md there tells more.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "stories"
VERDICTS = "ROSW"
Line = dict[str, Any]


@dataclass(frozen=True)
class Judged:
    """One statement as it was read when it was judged."""

    document: str
    key: str
    verdict: str
    kind: str
    note: str
    words: str


def sets() -> list[str]:
    """The names of the sets of stories."""
    return sorted(path.parent.name for path in FOLDER.glob("*/verdicts.tsv"))


def stories(name: str) -> list[Path]:
    """The articles of a set."""
    return sorted((FOLDER / name).glob("*.txt"))


def verdicts(name: str) -> list[Judged]:
    """What was judged of a set, in the order of reading."""
    with (FOLDER / name / "verdicts.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Judged(*row) for row in rows]


def spoken(line: Line) -> str:
    """A statement of `kg extract` in one line of words: the words of its parts, what they are tied to, its roles; in
    braces what makes it other than a plain fact.

    >>> spoken({"subject": {"text": "It", "label": "Orlo"}, "predicate": {"name": "kgo:open", "text": "opened"},
    ...         "object": None, "roles": {}, "status": "asserted", "mode": "factual", "polarity": "positive",
    ...         "attributed_to": [], "relayed_by": [], "cue": "", "time": None})
    'It [=Orlo] | open (opened) | -'
    """
    predicate = line["predicate"]
    parts = [_part(line["subject"]), f"{_local(predicate['name'])} ({predicate['text']})", _part(line["object"])]
    roles = "; ".join(f"{role}={_part(filler)}" for role, filler in line["roles"].items())
    told = list(_told(line))
    text = " | ".join([*parts, roles] if roles else parts) + (f"  {{{'; '.join(told)}}}" if told else "")
    return " ".join(text.split())


def key(document: str, words: str) -> str:
    """What a verdict names its statement by, among those of its set."""
    return hashlib.sha256(f"{document} {words}".encode()).hexdigest()[:12]


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _part(filler: Any) -> str:
    if filler is None:
        return "-"
    if isinstance(filler, list):
        return " & ".join(map(_part, filler))
    if "statement" in filler:
        return f"<{filler['label']}>"
    if "value" in filler:
        return f'"{filler["value"]}"'
    text, label = filler.get("text", ""), filler.get("label", "")
    is_tied = bool(label) and label.lower() != text.lower()
    return (text or label) + (f" [={label}]" if is_tied else "") + ("(?)" if filler.get("kind") == "pronoun" else "")


def _told(line: Line) -> Iterator[str]:
    if line["status"] != "asserted":
        yield line["status"] + (f"/{line['mode']}" if line["mode"] != "factual" else "")
    if line["polarity"] != "positive":
        yield line["polarity"]
    if line["attributed_to"]:
        yield "by " + ", ".join(map(str, line["attributed_to"]))
    if line["relayed_by"]:
        yield "relayed by " + ", ".join(map(str, line["relayed_by"]))
    if line["cue"]:
        yield f"cue {line['cue']}"
    if line["time"]:
        time = line["time"]
        yield "time " + (time if isinstance(time, str) else json.dumps(time, ensure_ascii=False))


def read(name: str) -> list[tuple[str, str, Line]]:
    """What is read of a set now: the article's name, the statement in words, its line."""
    from kg.listing import statement_lines

    lines = [json.loads(line) for line in statement_lines(stories(name), lambda skipped: print("skipped", skipped))]
    return [(Path(line["document"]).name, spoken(line), line) for line in lines]


def main() -> None:
    """Run as said on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=sets())
    parser.add_argument("--wrong", metavar="KIND", help="print what is still read wrongly, of a kind or of all")
    parser.add_argument("--unjudged", action="store_true", help="print what is read and has no verdict")
    a = parser.parse_args()
    print("set  judged " + "".join(f"{verdict:>16}" for verdict in VERDICTS) + "   unjudged")
    for name in a.sets:
        now = read(name)
        keys = Counter(key(document, words) for document, words, _ in now)
        judged = verdicts(name)
        all_of, kept = Counter(j.verdict for j in judged), Counter(j.verdict for j in judged if j.key in keys)
        known = {j.key for j in judged}
        fresh = [(document, words, line) for document, words, line in now if key(document, words) not in known]
        cells = "".join(f"{f'{kept[v]} of {all_of[v]}':>16}" for v in VERDICTS)
        print(f"{name:4} {len(judged):6} {cells} {len(fresh):10}")
        for j in judged:
            if a.wrong in ("all", j.kind) and j.verdict in "SW" and j.key in keys:
                print(f"{name}/{j.document} {j.verdict} {j.kind}: {j.words}\n    {j.note}")
        for document, words, line in fresh if a.unjudged else ():
            print(f"{name}/{document}: {' '.join(line['sentence'].split())}\n    {words}")


if __name__ == "__main__":
    main()
