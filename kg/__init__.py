"""From news text to a knowledge graph whose every triple leads to its sentence."""

__version__ = "0.1.0"
