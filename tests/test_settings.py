"""What reading depends on can be sent to another process."""

from __future__ import annotations

import pickle
from pathlib import Path

from kg.settings import DEFAULT_MODEL, Settings


def test_settings_travel() -> None:
    settings = Settings(ontologies=(Path("mine.ttl"),))
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert settings.model == DEFAULT_MODEL
