"""What differs between two graphs: in words for people, in plain data for programs, and as a patch for stores."""

from kg.compare.difference import Difference, difference
from kg.compare.patch import patch
from kg.compare.sides import Side, read
from kg.compare.wording import plain, render

__all__ = ["Difference", "Side", "difference", "patch", "plain", "read", "render"]
