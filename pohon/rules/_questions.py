"""The facilitator's questions: what no rule can decide, asked of a tree stage by stage (rules of tier T3).

The questions are data (pertanyaan.toml); here is how they are put to a tree. They never are findings. An answer stands
in the tree file under `jawab` of the node that was asked: {code: text}.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

__all__ = ["Asked", "Scope", "Template", "ask", "templates"]

Scope = str
"""berkas | simpul | hubungan"""

_Helped = dict[str, list[Node]]
"""Key of a node -> the nodes that it brings about besides its parent."""
_FILE = Path(__file__).with_name("pertanyaan.toml")


class Template(NamedTuple):
    """One question of the list."""

    code: str
    name: str
    stage: int
    scope: Scope
    principle: str
    text: str
    kinds: tuple[str, ...] = ()
    condition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question put to one tree. `code` is the key under `jawab` of `node`; `effect` the other end of an edge."""

    code: str
    name: str
    stage: int
    scope: Scope
    principle: str
    node: str
    number: str
    text: str
    answer: str = ""
    effect: str = ""

    @property
    def is_open(self) -> bool:
        """True as long as nobody has answered."""
        return not self.answer.strip()


@cache
def templates() -> tuple[Template, ...]:
    """Return the list of questions."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Template(
            row["kode"], row["nama"], row["tahap"], row["lingkup"], row["asas"], row["teks"],
            tuple(row.get("jenis", ())), row.get("bila", ""),
        )
        for row in data["pertanyaan"]
    )  # fmt: skip


def ask(tree: Tree, stage: int) -> tuple[Asked, ...]:
    """Return every question up to a stage, answered or not: by stage, then in the order of the list and the tree."""
    if not tree.roots:
        return ()
    helped = _helped(tree)
    asked = [one for template in templates() if template.stage <= stage for one in _put(template, tree, helped)]
    return tuple(sorted(asked, key=lambda one: one.stage))


def _helped(tree: Tree) -> _Helped:
    helped: _Helped = {}
    for effect in tree:
        for key in effect.ref:
            helped.setdefault(key, []).append(effect)
    return helped


def _put(template: Template, tree: Tree, helped: _Helped) -> Iterator[Asked]:
    if template.scope == "berkas":
        first = tree.find(tree.roots[0])
        if _applies(template, tree, first):
            yield _asked(template, tree, first)
        return
    for node in tree:
        if template.kinds and node.kind.value not in template.kinds:
            continue
        if template.scope == "hubungan":
            yield from _edges(template, tree, node, helped.get(node.key, ()))
        elif _applies(template, tree, node):
            yield _asked(template, tree, node)


def _edges(template: Template, tree: Tree, node: Node, helped: Iterable[Node]) -> Iterator[Asked]:
    """Ask about the effect of a node, and about those it supports besides; these have the effect in their code."""
    above = tree.parent(node)
    if above is not None:
        yield _asked(template, tree, node, above)
    for effect in helped:
        yield _asked(template, tree, node, effect, code=f"{template.code}_{effect.key}")


def _applies(template: Template, tree: Tree, node: Node) -> bool:
    return not template.condition or _CONDITIONS[template.condition](tree, node)


def _asked(template: Template, tree: Tree, node: Node, effect: Node | None = None, *, code: str = "") -> Asked:
    code = code or template.code
    return Asked(
        code=code,
        name=template.name,
        stage=template.stage,
        scope=template.scope,
        principle=template.principle,
        node=node.key,
        number=tree.number(node.key),
        text=_filled(template.text, _words(tree, node, effect)),
        answer=dict(node.jawab).get(code, ""),
        effect="" if effect is None else effect.key,
    )


def _filled(text: str, words: Mapping[str, str]) -> str:
    """Return the template with its words in place; what a tree says is never read as a template."""
    parts = text.replace("}", "{").split("{")
    return "".join(words[part] if place % 2 else part for place, part in enumerate(parts))


def _words(tree: Tree, node: Node, effect: Node | None) -> dict[str, str]:
    names = [tree.positions[key].nama if key in tree.positions else key for key in node.jabatan]
    return {
        "kalimat": _plain(node.statement),
        "induk": _plain(effect.statement) if effect else "",
        "isu": _plain(_issue(node)),
        "jumlah": str(len(node.sebab) + len(node.ref)),
        "indikator": _plain("; ".join(indicator.nama for indicator in node.indikator)),
        "jabatan": _plain(", ".join(names)),
        "dasar": ", ".join(_missing_grounds(node)),
    }


def _plain(text: str) -> str:
    return " ".join(text.split())


def _issue(node: Node) -> str:
    grounds = (node.dasar.permasalahan, node.dasar.harapan, node.dasar.mandat) if node.dasar else ()
    return next((text for text in (node.isu, *grounds) if text.strip()), node.statement)


def _missing_grounds(node: Node) -> list[str]:
    dasar = node.dasar
    held = {name: getattr(dasar, name, "") for name in ("mandat", "permasalahan", "harapan")}
    return [name for name, text in held.items() if not text.strip()]


def _lacks_evidence(_tree: Tree, node: Node) -> bool:
    said = " ".join((_issue(node), node.uraian))
    return not any(text.strip() for text in node.bukti) and not any(sign.isdigit() for sign in said)


def _lacks_future(tree: Tree, _node: Node) -> bool:
    factors = list(tree.of_kind(Kind.CSF))
    return bool(factors) and all(factor.waktu != "depan" for factor in factors)


def _lacks_partner(tree: Tree, node: Node) -> bool:
    return not any(below.crosscutting for below in tree.branch(node))


_CONDITIONS: Mapping[str, Callable[[Tree, Node], bool]] = {
    "dasar_kurang": lambda _tree, node: bool(_missing_grounds(node)),
    "tanpa_bukti": _lacks_evidence,
    "tanpa_masa_depan": _lacks_future,
    "tanpa_mitra": _lacks_partner,
    "tanpa_pengaruh": lambda _tree, node: not node.pengaruh.strip(),
    "punya_sebab": lambda _tree, node: bool(node.sebab or node.ref),
    "beberapa_sebab": lambda _tree, node: len(node.sebab) + len(node.ref) > 1,
    "punya_indikator": lambda _tree, node: bool(node.indikator),
    "punya_jabatan": lambda _tree, node: bool(node.jabatan),
}
