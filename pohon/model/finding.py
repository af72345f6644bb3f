"""Findings: plain values that rules make and reports show (design.md sections 5 and 6)."""

from collections.abc import Iterator
from enum import StrEnum

from pohon.errors import Place
from pohon.frozen import dataclass

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
    """A repair: the field of a node (of the file for "") and the text it is to hold. `safe` = no judgement needed.

    With `parts` the indicator that `field` names ("indikator.0") becomes one indicator for each part. `more` are the
    same repair in other places, where a rule tells only once of a fault that the tree holds many times.
    """

    node: str
    field: str
    text: str = ""
    safe: bool = False
    parts: tuple[str, ...] = ()
    more: "tuple[Fix, ...]" = ()

    def each(self) -> "Iterator[Fix]":
        """Yield this repair and those in other places."""
        yield self
        for other in self.more:
            yield from other.each()


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
