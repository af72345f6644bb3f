"""Where a key stands in TOML text: the parser of the standard library does not tell."""

from collections.abc import Sequence

from pohon.errors import Place

__all__ = ["toml_place"]


def toml_place(lines: Sequence[str], name: str) -> Place:
    """Return where a dotted key stands; tomllib gives no places, so the text is searched for its last part."""
    section = ""
    for number, line in enumerate(lines, 1):
        words = line.strip()
        if words.startswith("["):
            section = words.strip("[] ").replace('"', "")
            if section == name:
                return Place(number, 1)
            continue
        key = words.partition("=")[0].strip().replace('"', "").replace("'", "")
        if key and f"{section}.{key}".lstrip(".") == name:
            return Place(number, line.index(words) + 1)
    above = name.rpartition(".")[0]
    return toml_place(lines, above) if above else Place()
