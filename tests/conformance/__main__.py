"""Run the W3C's tests and print what passed: KG_W3C_TESTS=FOLDER python -m conformance [--table FILE] [-v]

Nothing is fetched: the folder is a checkout of the suites. Exit status 1 if a test fails that is not listed as known.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from conformance import protocol, rdf, sparql
from conformance.manifests import Case, Manifest
from kg.errors import KgError

HANDLERS = {**sparql.HANDLERS, **rdf.HANDLERS, **protocol.HANDLERS}
LEFT_OUT = {"entailment", "service", "syntax-fed", "graph-store-protocol", "http-rdf-update", "service-description"}
KNOWN = Path(__file__).parent / "known.tsv"  # tests that fail, and why


def main() -> int:
    """Run all, print a table, and say what is new."""
    options = _options()
    folder = Path(os.environ.get("KG_W3C_TESTS", ""))
    if not (folder / "sparql").is_dir():
        print("conformance: KG_W3C_TESTS must name the folder of the suites, with sparql/ and rdf/ in it")
        return 2
    known = dict(line.split("\t", 1) for line in KNOWN.read_text("utf-8").splitlines() if not line.startswith("#"))
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    failed: dict[str, str] = {}
    for case in _cases(folder):
        outcome = _outcome(case)
        outcomes[_suite(folder, case)][outcome if outcome == "passed" else _kind(case, outcome)] += 1
        if outcome != "passed":
            failed[case.name] = outcome
            if options.verbose:
                print(f"{case.name}\t{case.kind}\t{outcome}")
    print(_table(outcomes))
    news = sorted(set(failed) - set(known))
    mended = sorted(set(known) - set(failed))
    for name in news:
        print(f"fails and is not known: {name}: {failed[name]}")
    for name in mended:
        print(f"is known to fail and passes: {name}")
    total = sum(sum(each.values()) for each in outcomes.values())
    print(f"{total - len(failed)} passed, {len(news) + len(mended)} failed, {len(failed) - len(news)} known to fail")
    return 1 if news or mended else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true")
    return parser.parse_args()


def _cases(folder: Path) -> Iterator[Case]:
    manifests = [*(folder / "sparql" / "sparql11").glob("*/manifest.ttl"), *(folder / "rdf").glob("*/*/manifest.ttl")]
    for path in sorted(manifests):
        if path.parent.name not in LEFT_OUT:
            yield from (case for case in Manifest(path).cases() if case.kind in HANDLERS)


def _suite(folder: Path, case: Case) -> str:
    name = case.manifest.path.parent.name
    if "rdf" in case.manifest.path.relative_to(folder).parts[0]:
        return name
    return {"P": "SPARQL protocol", "U": "SPARQL update"}.get(_letter(case), "SPARQL query")


def _letter(case: Case) -> str:
    return "P" if case.kind == "ProtocolTest" else "U" if "Update" in case.kind else "Q"


def _outcome(case: Case) -> str:
    try:
        HANDLERS[case.kind](case)
    except sparql.Unequal as error:
        return f"another result {error}".strip()
    except (KgError, SyntaxError, ValueError, OSError, KeyError, AssertionError) as error:
        return f"{type(error).__name__}: {' '.join(str(error).split())[:120]}"
    return "passed"


def _kind(case: Case, outcome: str) -> str:
    return "refused" if "is not allowed" in outcome or sparql.reaches_outside(case) else "failed"


def _table(outcomes: dict[str, Counter[str]]) -> str:
    lines = ["| suite | tests | passed | refused by the door | failed |", "|---|---|---|---|---|"]
    for suite, counts in sorted(outcomes.items()):
        numbers = (sum(counts.values()), counts["passed"], counts["refused"], counts["failed"])
        lines.append(f"| {suite} | {' | '.join(map(str, numbers))} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
