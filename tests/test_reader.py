"""Reading a batch with the model and the rules."""

from __future__ import annotations

import pytest

from kg.errors import ModelMissing
from kg.model import Document
from kg.reader import prepare, read
from kg.settings import Settings


@pytest.mark.model
def test_a_batch_gives_a_reading_for_each_document_in_order() -> None:
    batch = [Document(f"Ada Finch owns {what}.", what, f"{what}.txt") for what in ("Bracken Mill", "Orlo Quay")]
    found = read(batch, Settings())
    assert [reading.document for reading in found] == batch
    assert [reading.statements[0].label for reading in found] == [
        "Ada Finch owns Bracken Mill",
        "Ada Finch owns Orlo Quay",
    ]


def test_a_missing_model_is_named() -> None:
    with pytest.raises(ModelMissing, match="no_such_model"):
        prepare(Settings(model="no_such_model"))
