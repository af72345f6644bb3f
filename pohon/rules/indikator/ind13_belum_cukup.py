"""IND13 belum-cukup: a statement of two parts whose indicators speak of one part only."""

from collections.abc import Iterator

from pohon.model.conjuncts import conjuncts
from pohon.model.lexicon import Lexicon
from pohon.model.statements import stated
from pohon.model.topic import of_one_root
from pohon.model.tree import Tree
from pohon.model.wording import head, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_MOST_PARTS = 3
_SHORTEST = 4


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    last = tree.profile.chain[-1]
    for node in stated(tree):
        parts = conjuncts(node.statement, lexicon, qualified=True) if node.indikator else ()
        known = lexicon.kata["hasil"] | lexicon.kata["keluaran"]
        if node.kind is last or not 2 <= len(parts) <= _MOST_PARTS or head(node.statement, lexicon).word not in known:
            continue
        said = frozenset(word for one in node.indikator for word in tokens(f"{one.nama} {one.rumus}"))
        measured = [_is_measured(part, parts, said, lexicon) for part in parts]
        if False in measured and True in measured:
            missing = " ".join(parts[measured.index(False)]).replace("_", " ")
            yield Hit(
                node=node.key,
                message=f"Bagian {quoted(missing)} dari kalimat ini tidak diukur indikator mana pun.",
                evidence=missing,
            )


def _is_measured(
    part: tuple[str, ...], parts: tuple[tuple[str, ...], ...], said: frozenset[str], lexicon: Lexicon
) -> bool | None:
    """Whether an indicator shares a word that this part alone has; None when the part has no such word."""
    common = lexicon.kata["henti"] | lexicon.kata["lemah"] | lexicon.kata["kabur"] | {"yang"}
    others = frozenset(word for other in parts if other is not part for word in other)
    own = [word for word in part if word not in others | common and len(word) >= _SHORTEST and "_" not in word]
    if not own:
        return None
    return not said.isdisjoint(own) or any(of_one_root(word, other) for word in own for other in said)


RULE = Rule(
    code="IND13",
    name="belum-cukup",
    summary="Kalimat memuat dua hal, tetapi indikatornya hanya mengukur yang satu.",
    severity=Severity.HINT,
    stage=4,
    source="kriteria indikator cukup, kertas kerja penilaian; PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Tambah indikator bagi bagian yang belum diukur, atau hapus bagian itu dari kalimat.",
)
