"""Findings: plain values that rules make and reports show (design.md sections 5 and 6)."""

from dataclasses import dataclass
from enum import StrEnum

from pohon.errors import Place

from .node import Waiver

__all__ = ["Finding", "Fix", "Place", "Related", "Severity"]


class Severity(StrEnum):
    """How serious a finding is; the value is the word of the JSON report."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The word for users: galat, peringatan, saran."""
        return {"error": "galat", "warning": "peringatan", "hint": "saran"}[self.value]

    @property
    def rank(self) -> int:
        """0 = galat (most serious), 1 = peringatan, 2 = saran."""
        return ("error", "warning", "hint").index(self.value)

    @classmethod
    def from_label(cls, word: str) -> "Severity":
        """Return the severity of a user's word (galat, peringatan, saran); ValueError when unknown."""
        for severity in cls:
            if severity.label == word:
                return severity
        raise ValueError(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A repair of one field of one node: replace its text. `safe` = no judgement needed."""

    node: str
    field: str
    text: str
    safe: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another node that a finding speaks of."""

    node: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. `node` is the node's key, "" when it concerns the whole file; `number` its printed number."""

    code: str
    name: str
    severity: Severity
    stage: int
    node: str
    message: str
    number: str = ""
    place: Place = Place()
    hint: str = ""
    evidence: str = ""
    source: str = ""
    related: tuple[Related, ...] = ()
    waiver: Waiver | None = None
    fix: Fix | None = None
