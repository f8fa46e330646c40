"""How many documents are annotated together; needs no model, so that who only hands them out loads none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import Document

_BATCH_CHARACTERS = 60_000  # texts annotated together; larger batches cost memory and save no time


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in lists of about equal length of text, as they are best annotated together."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
