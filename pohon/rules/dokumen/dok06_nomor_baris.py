"""DOK06 nomor-baris: a numbered list skips or repeats a number."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.lists import gaps
from pohon.model.placed import positions
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for key, field, text in _texts(tree):
        broken = gaps(text)
        if broken:
            before, after = broken[0]
            told = f"nomor {after} dua kali" if before == after else f"nomor {before} lalu {after}"
            yield Hit(node=key, field=field, message=f"Urutan nomor terputus: {told}.", evidence=f"{before}, {after}")


def _texts(tree: Tree) -> Iterator[tuple[str, str, str]]:
    for document in tree.dokumen:
        for name, text in document.uraian:
            yield "", f"dokumen.{document.jenis}.uraian.{name}", text
    for position, field, _ in positions(tree):
        yield "", f"{field}.tugas", position.tugas
        yield "", f"{field}.fungsi", "\n".join(position.fungsi)
    for node in tree:
        yield node.key, "uraian", node.uraian
        for number, indicator in enumerate(node.indikator):
            yield node.key, f"indikator.{number}.penjelasan_target", indicator.penjelasan_target


RULE = Rule(
    code="DOK06",
    name="nomor-baris",
    summary="Nomor dalam daftar meloncat atau berulang.",
    severity=Severity.HINT,
    stage=5,
    source="praktik: butir dinomori berurutan agar dapat dirujuk",
    check=check,
    scope=Scope.NODE,
    hint="Beri nomor ulang; mungkin ada butir yang hilang atau tersalin dua kali.",
)
