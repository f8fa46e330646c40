"""Marked texts: `[[Mia Torres|1:Person]]`."""

from __future__ import annotations

import re

MARK = re.compile(r"\[\[([^\]|]+)\|(\d+)(?::(\w+))?\]\]")


def parse_marked(source):
    """The plain text, the marked mentions (start, end, number) and the classes by number."""
    text, mentions, kinds, last = "", [], {}, 0
    for match in MARK.finditer(source):
        text += source[last : match.start()]
        mentions.append((len(text), len(text) + len(match[1]), int(match[2])))
        text += match[1]
        last = match.end()
        if match[3]:
            kinds[int(match[2])] = match[3]
    return text + source[last:], mentions, kinds
