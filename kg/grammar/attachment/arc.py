"""What a rule of attachment yields."""

from __future__ import annotations

from kg.parse import Token

Arc = tuple[Token, Token, str]  # a word, the head that it should have, the label of its arc
