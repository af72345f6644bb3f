"""What the painter knows of one room: its tree, drawings, findings, groups of ideas, and the text of its file.

Fed with the edits of the room in their order; every method does one piece of work, so that the painter can look
between two pieces whether something more urgent waits.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pohon import api
from pohon.errors import PohonError
from pohon.forms import tree_file
from pohon.forms.condensed import condensed
from pohon.forms.tree_splice import Splicer
from pohon.model import lexicon
from pohon.model.edits import Edit, apply
from pohon.model.finding import Finding
from pohon.model.likeness import Likeness, compare, similar_pairs
from pohon.model.tree import Tree
from pohon.render.canvas import Canvas
from pohon.render.looking import View
from pohon.settings import load as load_settings

from .difference import difference
from .told import Judged, encoded

__all__ = ["Replica", "finding_data"]

_MANY_EDITS = 6
"""More edits than this are checked at once: one whole lint is quicker than that many small ones."""
_SAVE_AFTER, _SAVE_AT_LEAST = 0.5, 1.5
"""Seconds of quiet after which the file is written, and seconds after which it is written while people type."""
_MOST_IDEAS = 600


class Replica:
    """One room in the painter. `now` arguments are seconds of one steady clock."""

    def __init__(self, seq: int, tree: Tree, folder: Path) -> None:
        """Begin with the tree at `seq`; `folder` decides which pohon.toml holds."""
        self.seq, self.tree = seq, tree
        self.settings = load_settings(folder)
        self.canvases: dict[str, Canvas] = {}
        self.stale: set[str] = set()
        self._contents: dict[Any, Any] = {}
        self._judged, self._unjudged = tree, deque[Edit]()
        self._findings: tuple[Finding, ...] | None = None
        self._told: dict[str, list[dict[str, Any]]] = {}
        self._counted: dict[str, int] | None = None
        self._epoch = 0
        self._splicer: Splicer | None = None
        self._unspliced = deque[Edit]()
        self._unsorted = False
        self._unsaved = 0
        self._note = ""
        self._first_unsaved = self._last_unsaved = 0.0
        self._ideas: tuple[str, ...] = ()
        self._groups: list[list[str]] = []

    def edit(self, seq: int, edits: Sequence[Edit], now: float) -> None:
        """Take the next edits of the room in. Raises BadEdit when this is not its tree any more."""
        for one in edits:
            self.tree, _ = apply(self.tree, one)
            self._unjudged.append(one)
            self._unspliced.append(one)
            self._unsorted = True
            self._unsaved += 1
            self._first_unsaved = self._first_unsaved or now
            self._last_unsaved = now
        self.seq = seq
        if edits:
            self.stale.update(self.canvases)

    def look(self, name: str, view: View | None) -> None:
        """Begin or end a view."""
        if view is None:
            self.canvases.pop(name, None)
            self.stale.discard(name)
        elif name not in self.canvases:
            self.canvases[name] = Canvas(view, self._contents)
            self.stale.add(name)

    def painted(self, name: str) -> str | None:
        """Draw a stale view and return the message of what changed, None when nothing did."""
        self.stale.discard(name)
        patch = self.canvases[name].paint(self.tree)
        if not any(patch[part] for part in patch.keys() - {"lebar", "tinggi"}) and "belum" not in patch:
            return None
        return self._drawing(patch, whole=False)

    def whole(self, name: str) -> str:
        """Return the message with the whole drawing of a view that is not stale."""
        return self._drawing(self.canvases[name].whole(), whole=True)

    def _drawing(self, drawing: dict[str, Any], *, whole: bool) -> str:
        return encoded({"t": "lukis", "seq": self.seq, "penuh": whole, "lukisan": {"seq": self.seq, **drawing}})

    @property
    def unjudged(self) -> bool:
        """True when findings are behind the tree."""
        return self._findings is None or bool(self._unjudged)

    def judge(self) -> Judged | None:
        """Check one step further; return what changed once the findings are those of the tree."""
        if self._findings is None or len(self._unjudged) > _MANY_EDITS:
            self._judged, self._findings = self.tree, api.lint_tree(self.tree, self.settings)
            self._unjudged.clear()
        elif self._unjudged:
            again = api.relint(self._judged, self._unjudged.popleft(), self._findings, settings=self.settings)
            self._judged, self._findings = again.tree, again.findings
        return None if self._unjudged else self._changed_findings()

    def _changed_findings(self) -> Judged | None:
        found = self._findings or ()
        fresh: dict[str, list[dict[str, Any]]] = {}
        for one in found:
            fresh.setdefault(one.node, []).append(finding_data(one))
        changed = {node: rows for node, rows in fresh.items() if self._told.get(node) != rows}
        changed |= {node: [] for node in self._told if node not in fresh}
        open_ = [one.severity.label for one in found if one.waiver is None]
        counted = {word: open_.count(word) for word in ("galat", "peringatan", "saran")}
        self._told = fresh
        if not changed and counted == self._counted:
            return None
        self._counted = counted
        fixes = {(one.node, one.code, one.fix.field): one.fix for one in found if one.fix is not None}
        return Judged(self.seq, changed, counted, fixes)

    def base(self, epoch: int, text: str, edits: Iterable[Edit] | None, now: float) -> None:
        """Take over what the file holds; `edits` make the tree of it (None = see for yourself). Raises BadInput.

        They are written at once.
        """
        if edits is None:
            edits = difference(tree_file.parse(text, "", self.settings.profiles), self.tree)
        self._epoch, self._note = epoch, ""
        self._splicer = Splicer(text, self.settings.profiles)
        self._unspliced, self._unsorted = deque(edits), True
        self._unsaved = len(self._unspliced)
        self._first_unsaved = self._last_unsaved = now - _SAVE_AT_LEAST if self._unsaved else 0.0

    def save_in(self, now: float) -> float | None:
        """Return the seconds until the file should be written, None when it holds everything."""
        if not self._unsaved or self._splicer is None:
            return None
        return min(self._last_unsaved + _SAVE_AFTER, self._first_unsaved + _SAVE_AT_LEAST) - now

    def splice(self) -> bool:
        """Write one more edit into the text; False when none is left."""
        if not self._unspliced or self._splicer is None:
            return False
        if self._unsorted and len(self._unspliced) > _MANY_EDITS:
            self._unspliced = deque(condensed(self._unspliced))
        self._unsorted = False
        try:
            self._splicer.edit(self._unspliced.popleft())
        except PohonError as error:
            self._rewrite(error)
        return True

    def text(self) -> tuple[int, int, str, str]:
        """Return epoch, seq and text of the file as it should be, and a note when its layout could not be kept."""
        while self.splice():
            pass
        splicer = self._splicer
        if splicer is None:
            return self.nothing()
        try:
            text = splicer.text()
        except PohonError as error:
            text = self._rewrite(error)
        note, self._note = self._note, ""
        self._unsaved, self._first_unsaved = 0, 0.0
        return self._epoch, self.seq, text, note

    def _rewrite(self, error: PohonError) -> str:
        """Begin with a text of our own where the layout of the file cannot be kept."""
        self._note = str(error)
        self._unspliced.clear()
        text = tree_file.write(self.tree)
        self._splicer = Splicer(text, self.settings.profiles)
        return text

    def nothing(self) -> tuple[int, int, str, str]:
        """Return the same for a file that needs no other text."""
        return self._epoch, self.seq, "", ""

    @property
    def ungrouped(self) -> bool:
        """True when the groups of ideas are behind the ideas."""
        return self._sentences() != self._ideas

    def _sentences(self) -> tuple[str, ...]:
        return tuple(part for key in self.tree.belum_roots for part in (key, self.tree.find(key).statement))

    def groups(self) -> str | None:
        """Return the message of ideas that say the same, None when it is the one that was told last."""
        self._ideas = self._sentences()
        keys, texts = list(self._ideas[::2])[:_MOST_IDEAS], list(self._ideas[1::2])[:_MOST_IDEAS]
        groups = [[keys[place] for place in places] for places in _alike(texts)]
        if groups == self._groups:
            return None
        self._groups = groups
        return encoded({"t": "kelompok", "grup": groups})


def finding_data(one: Finding) -> dict[str, Any]:
    """Return a finding as it travels."""
    fix = one.fix
    return {
        "kode": one.code, "nama": one.name, "tingkat": one.severity.label, "tahap": one.stage, "simpul": one.node,
        "pesan": one.message, "saran": one.hint, "bukti": one.evidence,
        "terkait": [other.node for other in one.related],
        "diabaikan": one.waiver.alasan if one.waiver else None,
        "perbaikan": {"field": fix.field, "teks": fix.text or "; ".join(fix.parts), "aman": fix.safe} if fix else None,
    }  # fmt: skip


def _alike(texts: list[str]) -> list[list[int]]:
    """Return the places of texts that say the same, by group; a text that stands alone is in none."""
    known = lexicon.default()
    leader = list(range(len(texts)))
    for a, b in similar_pairs(texts, known):
        if compare(texts[a], texts[b], known) in (Likeness.SAME, Likeness.RESTATED):
            low, high = sorted((_top(leader, a), _top(leader, b)))
            leader[high] = low
    groups: dict[int, list[int]] = {}
    for place in range(len(texts)):
        groups.setdefault(_top(leader, place), []).append(place)
    return [places for places in groups.values() if len(places) > 1]


def _top(leader: list[int], place: int) -> int:
    while leader[place] != place:
        place = leader[place]
    return place
