"""Things that a user knows already: a file of names and the addresses they have elsewhere."""

from __future__ import annotations

from pathlib import Path

from kg.errors import InvalidConfig


def known_entities(path: str | Path) -> dict[str, str]:
    """Addresses by name, from lines of `name TAB address`; empty lines and lines that begin with # are left out."""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InvalidConfig(f"{path}: known entities cannot be read: {reason}.") from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            name, _, address = (part.strip() for part in line.partition("\t"))
            if not name or not address.startswith(("http://", "https://")):
                raise InvalidConfig(f"{path}:{number}: write a name, a tab and an address that begins with http.")
            found[name] = address
    return found
