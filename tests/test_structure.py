"""The shape of the program: who imports whom, what every module and command has, and what none may do."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kg"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
FACE = PACKAGE / "__init__.py"  # hands out names of the upper floors when they are asked for
FLOORS = {
    "": 0,
    "model": 0,
    "errors": 0,
    "shipped": 0,
    "settings": 0,
    "garbage": 0,
    "days": 0,
    "tables": 1,
    "naming": 1,
    "gazetteer": 1,
    "ontology": 1,
    "config": 1,
    "known": 1,
    "grammar": 1,
    "given": 1,
    "ledger": 1,
    "judgements": 1,
    "read": 2,
    "annotate": 2,
    "extract": 2,
    "resolve": 2,
    "rdf": 2,
    "run": 3,
    "parse": 1,
    "once": 1,
    "jsonl": 3,
    "store": 3,
    "lookup": 3,
    "query": 3,
    "apart": 3,
    "engine": 3,
    "reader": 3,
    "explain": 3,
    "validate": 3,
    "export": 5,
    "asking": 4,
    "compare": 4,
    "judging": 4,
    "review": 4,
    "pipeline": 5,
    "view": 4,
    "listing": 4,
    "rules": 4,
    "anatomy": 4,
    "confidence": 2,
    "notebook": 5,
    "push": 6,
    "graph": 6,
    "building": 6,
    "serve": 6,
    "story": 7,
    "cli": 7,
    "__main__": 8,
}
STAGES = {"read", "annotate", "extract", "resolve", "rdf"}
LIBRARIES = {
    "spacy": {"annotate", "parse"},
    "pyvis": {"view"},
    "trafilatura": {"read"},
    "pyoxigraph": {
        "ontology",
        "known",
        "given",
        "rdf",
        "store",
        "lookup",
        "query",
        "explain",
        "validate",
        "export",
        "push",
        "view",
        "graph",
        "judging",
        "review",
        "serve",
        "asking",
        "compare",
    },
    "rdflib": {
        "ontology",
        "rdf",
        "store",
        "lookup",
        "query",
        "explain",
        "validate",
        "export",
        "push",
        "view",
        "graph",
        "judging",
        "review",
        "serve",
    },
    "typer": {"cli"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "requests": {"push"},
    "sqlite3": {"push", "query"},
}


def part(path: Path) -> str:
    """The first name under kg that a module belongs to: `kg/read/html.py` is of `read`."""
    name = path.relative_to(PACKAGE).with_suffix("").parts[0]
    return "" if name == "__init__" else name


def imports(path: Path) -> Iterator[str]:
    """Dotted names that a module imports, wherever in the file; imports for type hints only do not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hints = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if id(node) in hints:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(path: Path) -> set[str]:
    """The parts of kg that a module imports."""
    names = (name.split(".") for name in imports(path) if name.split(".")[0] == "kg")
    found = {name[1] if len(name) > 1 else "" for name in names}
    return {name if name in FLOORS else "" for name in found}


def ids(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [path for path in MODULES if path != FACE], ids=ids)
def test_a_module_imports_only_lower_floors_and_stages_never_each_other(path: Path) -> None:
    here = part(path)
    for other in own(path) - {here}:
        assert FLOORS[other] <= FLOORS[here], f"{here} (floor {FLOORS[here]}) imports {other} (floor {FLOORS[other]})"
        assert not (here in STAGES and other in STAGES), f"stage {here} imports stage {other}"


def test_no_part_imports_in_a_circle() -> None:
    needs: dict[str, set[str]] = {}
    for path in MODULES:
        needs.setdefault(part(path), set()).update(own(path) - {part(path), ""})
    needs.pop("", None)
    while ready := {name for name, needed in needs.items() if not needed & needs.keys()}:
        needs = {name: needed for name, needed in needs.items() if name not in ready}
    assert not needs


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_a_library_is_used_in_one_place(path: Path) -> None:
    for name in imports(path):
        library = name.split(".")[0]
        assert part(path) in LIBRARIES.get(library, {part(path)}), f"{library} does not belong in {ids(path)}"


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_a_module_says_what_it_does_and_catches_no_blanket_exception(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "no docstring"
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None and "Exception" not in ast.unparse(node.type).split("."), "blanket except"


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_public_functions_and_classes_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def mirrors(path: Path) -> list[Path]:
    """Where the tests of a module may stand: under its name, or with the module whose part it is."""
    folder = ROOT / "tests" / path.relative_to(PACKAGE).parent
    words = path.stem.split("_")
    return [folder / f"test_{'_'.join(words[:count])}.py" for count in range(len(words), 0, -1)]


def dotted(path: Path) -> str:
    """`kg/query/guard.py` as it is imported: kg.query.guard."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def covers(path: Path) -> bool:
    """Whether tests beside those of the module's package reach it through modules of the package or of the one that
    holds it."""
    folder = ROOT / "tests" / path.relative_to(PACKAGE).parent
    homes = {path.parent, path.parent.parent} - {PACKAGE}
    family = {dotted(each): each for each in MODULES if each.parent in homes}
    tests = [*folder.rglob("test_*.py"), *folder.parent.glob(f"test_{path.parent.name}*.py")]
    tests += [fixtures for fixtures in folder.parent.glob("conftest.py") if any(folder.rglob("test_*.py"))]
    waiting = [name for test in tests for name in imports(test)] if path.parent != PACKAGE else []
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        for module in (name, name.rpartition(".")[0]):
            if module in family and module not in reached:
                reached.add(module)
                waiting += imports(family[module])
    return dotted(path) in reached


@pytest.mark.parametrize("path", [path for path in MODULES if not path.stem.startswith("__")], ids=ids)
def test_every_module_has_its_tests(path: Path) -> None:
    assert any(each.is_file() for each in mirrors(path)) or path.stem == "errors" or covers(path)


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import kg", {"spacy", "rdflib", "pyoxigraph", "pyvis", "networkx"}),
        ("import kg.cli", {"spacy", "rdflib", "pyoxigraph", "pyvis", "networkx", "uvicorn", "starlette", "jinja2"}),
        ("import kg.query", {"spacy", "rdflib", "pyvis", "networkx"}),
        ("import kg.building", {"spacy", "rdflib", "pyvis"}),
    ],
)
def test_what_is_slow_is_loaded_late(statement: str, absent: set[str]) -> None:
    code = f"import sys; {statement}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert absent & set(loaded) == set()
