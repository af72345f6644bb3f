"""What every office does for itself, whatever it is for: its accountability, staff, money, rooms and papers.

Words alone do not tell: "tata kelola perikanan" is the work of one office. A statement is of every office when it
names such a matter and hardly a word besides. Source: domain.md rule RED05, nomenclature program X.XX.01.
"""

import re
from collections.abc import Iterator

from .lexicon import Lexicon
from .node import Node
from .statements import is_creed, is_placeholder
from .tree import Tree
from .wording import contains, content

__all__ = ["EveryOffice"]

_CODE = re.compile(r"[\dxX]+\.[\dxX]+\.01(?:\.|$)")
"""The program of every agency: X.XX.01, penunjang urusan."""
_BESIDES = 1
"""So many words of its own may stand beside what every office does."""


class EveryOffice:
    """What a lexicon says of the affairs of every office."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._things = lexicon.kata["urusan_setiap_kantor"]
        self._matters = self._things | lexicon.kata["tata_kelola"]
        self._bare = lexicon.kata["umum"] | lexicon.kata["lemah"] | lexicon.kata["tanpa_bidang"]
        self._common = self._bare.union(*(phrase.split() for phrase in self._matters))

    def others(self, tree: Tree, region: frozenset[str]) -> Iterator[tuple[frozenset[str], Node]]:
        """Yield the placed nodes that state what this agency is for, with their words without the region's name.

        Left out with a matter of every office is all that stands below it.
        """
        inner: set[str] = set()
        for node in tree:
            words = content(node.statement, self._lexicon) - region
            if node.parent in inner or self._supports(tree, node) or self._is_inner(node.statement, words):
                inner.add(node.key)
            elif not (words <= self._bare or self._says_nothing_own(node)):
                yield words, node

    def _says_nothing_own(self, node: Node) -> bool:
        return is_placeholder(node.statement) or is_creed(node) or bool(contains(node.statement, self._things))

    def _is_inner(self, text: str, words: frozenset[str]) -> bool:
        return len(words - self._common) <= _BESIDES and bool(contains(text, self._matters))

    def _supports(self, tree: Tree, node: Node) -> bool:
        """Tell whether a node is mapped to the supporting program."""
        for code in node.program:
            name = tree.programs[code].nama if code in tree.programs else ""
            if _CODE.match(code) or contains(name, self._lexicon.frasa["program_penunjang"]):
                return True
        return False
