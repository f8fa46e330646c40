"""The data files travel with the program."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.read import read
from kg.shipped import folder, samples


@pytest.mark.parametrize(("name", "file"), [("ontology", "kg.ttl"), ("queries", "who-sells-what.rq")])
def test_data_files_are_found(name: str, file: str) -> None:
    assert (folder(name) / file).is_file()


def test_samples_are_articles_without_exception() -> None:
    found = list(read([samples()]))
    documents = [item for item in found if isinstance(item, Document)]
    assert len(documents) == len(found) >= 8
    assert {item.source.rpartition(".")[2] for item in documents} == {"html", "md", "txt"}
    assert all(200 < len(item.text.split()) < 450 for item in documents)
    assert [item.source for item in documents if not item.published] == ["07-wexford-study.txt"]
