"""The facilitator's questions of a tree file, and writing the answers into it."""

from pathlib import Path

from pohon.errors import PohonError
from pohon.forms import disk
from pohon.forms.tree_file import splice
from pohon.model.edits import SetField
from pohon.model.tree import Tree
from pohon.rules import _questions
from pohon.rules._questions import Asked

from ._files import Loaded, load

__all__ = ["Asked", "answer", "ask", "questions"]


def ask(path: Path | str, stage: int = 0) -> tuple[Loaded, tuple[Asked, ...]]:
    """Return a tree file and its questions up to a stage (0 = the file's own). Raises BadInput."""
    loaded = load(path)
    return loaded, _questions.ask(loaded.tree, stage or loaded.tree.tahap)


def questions(tree: Tree, stage: int) -> tuple[Asked, ...]:
    """Return the questions of a tree up to a stage, answered or not."""
    return _questions.ask(tree, stage)


def answer(path: Path | str, where: str, code: str, words: str) -> Asked:
    """Write an answer into a tree file; only its lines change. Returns the question. An empty answer opens it again.

    `where` is the id or the number of a node. Raises PohonError when there is no such node or question there.
    """
    loaded = load(path)
    key = _key(loaded.tree, where)
    asked = {one.code.upper(): one for one in _questions.ask(loaded.tree, 5) if one.node == key}
    question = asked.get(code.upper())
    if question is None:
        known = ", ".join(sorted(one.code for one in asked.values())) or "tidak ada"
        raise PohonError(f"simpul {where} tidak ditanyai {code}. Pertanyaan untuk simpul ini: {known}.")
    node = loaded.tree.find(key)
    answers = dict(node.jawab)
    answers[question.code] = " ".join(words.split())
    kept = tuple((name, text) for name, text in answers.items() if text)
    text = splice(loaded.text, SetField(key=key, field="jawab", value=kept), loaded.settings.profiles)
    disk.write(Path(path), text.encode("utf-8"), expected=loaded.raw)
    return question


def _key(tree: Tree, where: str) -> str:
    """Return the key of a node named by its id or its number."""
    if where in tree.nodes:
        return where
    for key, number in tree.numbers.items():
        if number == where and key in tree.nodes:
            return key
    raise PohonError(f"tidak ada simpul `{where}`. Sebut id atau nomornya, misalnya 1.2.1 (lihat `pohon show`).")
