"""Where a rule of attachment can hold: what tags and arcs around a word tell before the rule is tried.

A sentence has hardly a word that one of the rules moves. What they ask of tags and arcs is the same for all words of
one site, so that the rules worth trying are worked out once for each kind of site, and not for each word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.grammar.attachment.arc import Arc
from kg.parse import Token

Rule = Callable[[Token], Iterator[Arc]]
Labels = frozenset[str]
PAST: Labels = frozenset({"VBD", "VBN"})
VERBS: Labels = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
ADJECTIVES: Labels = frozenset({"JJ", "JJR", "JJS"})


@dataclass(frozen=True, slots=True)
class Site:
    """What a rule asks of a word that it may move, and of the word above it; asking nothing is content with any."""

    tags: Labels
    below: Labels
    any_below: Labels
    none_below: Labels
    above: Labels
    above_tags: Labels
    is_behind: bool | None

    def holds(self, tag: str, below: Labels, above: str, above_tag: str, is_behind: bool) -> bool:
        """Whether a word with this tag and these arcs below it stands at such a site."""
        return (
            (not self.tags or tag in self.tags)
            and self.below <= below
            and (not self.any_below or not self.any_below.isdisjoint(below))
            and self.none_below.isdisjoint(below)
            and (not self.above or above in self.above)
            and (not self.above_tags or above_tag in self.above_tags)
            and self.is_behind in (None, is_behind)
        )


SITES: dict[Rule, Site] = {}


def at(
    *,
    tags: str | Labels = "",
    below: str | Labels = "",
    any_below: str | Labels = "",
    none_below: str | Labels = "",
    above: str | Labels = "",
    above_tags: str | Labels = "",
    is_behind: bool | None = None,
) -> Callable[[Rule], Rule]:
    """Say of a rule that the word has one of these tags; that all, one and none of these arcs hang on it; which arc the
    word above it has, and which tag; and whether it stands behind that word. Labels are set apart by blanks."""
    site = Site(
        _labels(tags),
        _labels(below),
        _labels(any_below),
        _labels(none_below),
        _labels(above),
        _labels(above_tags),
        is_behind,
    )

    def noted(rule: Rule) -> Rule:
        SITES[rule] = site
        return rule

    return noted


def _labels(labels: str | Labels) -> Labels:
    return frozenset(labels.split()) if isinstance(labels, str) else labels
