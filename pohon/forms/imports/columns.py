"""What a column is, from its heading: synonyms, slips of the pen and years, never its position.

The headings are data (headings.toml). Source: domain.md section 5.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from pohon.model.node import Kind

__all__ = ["LEVELS", "Role", "read_heading", "role_names", "roles"]

LEVELS = {
    "outcome": Kind.OUTCOME,
    "csf": Kind.CSF,
    "csf_kondisi": Kind.CSF,
    "utama": Kind.UTAMA,
    "antara": Kind.ANTARA,
    "operasional": Kind.OPERASIONAL,
}
"""Role of a column that holds statements of one level -> the kind of those nodes."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_NOISE = re.compile(r"[^\w\s]|_|(?<!\w)\d+(?!\w)")
_NUMBERING = re.compile(r"\s*(?:\(?-?\d{1,2}\)?|[IVX]+\.|[a-z]\.)\s+")
_LONGEST = 14
_CLOSE = 0.86
_FIGURES = frozenset({"target", "realisasi", "awal", "akhir", "anggaran", "tw"})


@dataclass(frozen=True, slots=True)
class Role:
    """What a column holds; `tahun` for a figure of one year; `sure` is False when the heading was only guessed."""

    name: str
    tahun: int = 0
    sure: bool = True

    @property
    def kind(self) -> Kind | None:
        """The kind of the nodes whose statements stand in this column, None for any other column."""
        return LEVELS.get(self.name)


@cache
def _known() -> tuple[Mapping[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
    data = tomllib.loads((Path(__file__).parent / "headings.toml").read_text(encoding="utf-8"))
    exact = {phrase.strip(): role for role, text in data["persis"].items() for phrase in text.split(",")}
    starts = [(tuple(phrase.split()), role) for role, text in data["awal"].items() for phrase in text.split(",")]
    return exact, tuple(sorted(starts, key=lambda pair: -len(pair[0])))


def role_names() -> frozenset[str]:
    """Return every name that a role may have, for `--map` and pohon.toml."""
    exact, _ = _known()
    return frozenset(exact.values())


@lru_cache(4096)
def read_heading(text: str, own: tuple[tuple[str, str], ...] = ()) -> Role | None:
    """Return what a heading means, None for a text that is no heading. `own` are headings the user has explained."""
    years = _YEAR.findall(text)
    words = _plain(text)
    mine = next((role for heading, role in own if _plain(heading) == words), "")
    if mine:
        return Role(mine, int(years[0]) if years else 0)
    if not words:
        return Role("target", int(years[0])) if years and _plain(_YEAR.sub("", text)) == "" else None
    if len(words.split()) > _LONGEST:
        return None
    exact, _ = _known()
    name = exact.get(words) or _by_part(text) or _by_start(words)
    sure = bool(name)
    name = name or _by_typo(words)
    if not name:
        return None
    return Role(name, int(years[0]) if years and name in _FIGURES else 0, sure)


def _plain(text: str) -> str:
    text = _NUMBERING.sub("", text, count=1) if _NUMBERING.match(text) else text
    return " ".join(_NOISE.sub(" ", text.casefold()).split())


def _by_part(text: str) -> str:
    """Return the role of a heading with a remark in brackets: "Tujuan (Ultimate Outcome)"."""
    exact, _ = _known()
    outside = _plain(re.sub(r"[(\[{].*", "", text, flags=re.DOTALL))
    return exact.get(outside, "") if outside != _plain(text) else ""


def _by_start(words: str) -> str:
    _, starts = _known()
    split = tuple(words.split())
    return next((role for phrase, role in starts if split[: len(phrase)] == phrase), "")


def _by_typo(words: str) -> str:
    """Return the role of the known heading that differs by slips inside its words: their first letters are right."""
    if len(words) < 5 or len(words) > 60:
        return ""
    exact, _ = _known()
    near = ((_likeness(words, phrase), exact[phrase]) for phrase in _by_initials().get(_initials(words), ()))
    best = max(near, default=(0.0, ""))
    return best[1] if best[0] >= _CLOSE else ""


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split())


@cache
def _by_initials() -> Mapping[str, tuple[str, ...]]:
    exact, _ = _known()
    found: dict[str, tuple[str, ...]] = {}
    for phrase in exact:
        found[_initials(phrase)] = (*found.get(_initials(phrase), ()), phrase)
    return found


def _likeness(a: str, b: str) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _CLOSE and matcher.quick_ratio() >= _CLOSE else 0.0


def roles(cells: Sequence[str], own: Sequence[tuple[str, str]] = ()) -> tuple[Role | None, ...]:
    """Return what each cell of a row means as a heading."""
    return tuple(read_heading(cell, tuple(own)) if cell.strip() else None for cell in cells)
