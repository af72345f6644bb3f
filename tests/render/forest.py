"""Trees of any size for drawing tests: the same number and seed give the same tree."""

import random
from dataclasses import replace

from pohon.model.indicator import Indicator, Target
from pohon.model.node import Crosscutting, CrosscuttingStatus, Kind, Node
from pohon.model.profile import load_builtin
from pohon.model.tree import Tree

__all__ = ["grown", "of_nodes", "regular", "words_of"]

_TEXT = (
    "meningkatnya kualitas pelayanan administrasi kependudukan masyarakat desa terlaksananya pembinaan kelompok tani "
    "tersedianya data yang akurat dan mutakhir jumlah persentase cakupan layanan kesehatan ibu anak 98,50% Rp6.800,- "
    'pertanggungjawaban SDM/aparatur <b>tebal</b> "kutip" & ]]> [b] {x} =1+1 \\n 😀 👩‍🌾 漢字 ꦗꦮ العربية é ½ – “dan”'
)
_WORDS = _TEXT.split()
_LONG = ["ketidakberpihakan" * 6, "a/b" * 40, "漢" * 60]
_LEVELS = [Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL]


def sentence(chance: random.Random, longest: int = 60) -> str:
    """One to `longest` words, most often few; sometimes one that no line can hold."""
    words = chance.choices(_WORDS, k=min(longest, max(1, int(chance.expovariate(1 / 9)))))
    if chance.random() < 0.02:
        words.append(chance.choice(_LONG))
    return " ".join(words)


def grown(count: int, seed: int) -> Tree:
    """A tree of about `count` nodes with indicators, partners, support edges and nodes without a place."""
    chance = random.Random(seed)
    kinds, parents = [Kind.OUTCOME], [-1]
    while len(kinds) < count:
        above = chance.randrange(len(kinds)) if chance.random() < 0.5 else chance.randrange(max(1, len(kinds) // 4))
        step = chance.choice([0, 1, 1, 1, 1, 2])
        rank = min(_LEVELS.index(kinds[above]) + step, len(_LEVELS) - 1)
        root = chance.random() < 0.01
        kinds.append(Kind.OUTCOME if root else _LEVELS[rank])
        parents.append(-1 if root else above)
    return of_nodes(_nodes(kinds, parents, chance), _loose(chance))


def regular(csfs: int, middles: int, lowest: int) -> Tree:
    """A tree as offices draw it: CSF, each with one utama, `middles` antara under it, `lowest` operasional under those."""
    kinds, parents = [Kind.OUTCOME], [-1]
    for _ in range(csfs):
        kinds += [Kind.CSF, Kind.UTAMA]
        parents += [0, len(parents)]
        utama = len(kinds) - 1
        for _ in range(middles):
            kinds.append(Kind.ANTARA)
            parents.append(utama)
            kinds += [Kind.OPERASIONAL] * lowest
            parents += [len(parents) - 1] * lowest
    chance = random.Random(1)
    words = "Meningkatnya kualitas pelayanan administrasi kependudukan bagi seluruh masyarakat desa"
    nodes = _nodes(kinds, parents, chance)
    plain = (Indicator(nama="Persentase pelayanan yang sesuai standar", satuan="%"),)
    return of_nodes([replace(node, statement=words, indikator=plain, ref=(), crosscutting=()) for node in nodes])


def _nodes(kinds: list[Kind], parents: list[int], chance: random.Random) -> list[Node]:
    causes: dict[int, list[int]] = {}
    for place, above in enumerate(parents):
        causes.setdefault(above, []).append(place)
    order, pending = [], causes[-1][::-1]
    while pending:
        order.append(pending.pop())
        pending.extend(causes.get(order[-1], [])[::-1])
    return [
        Node(
            key=f"k{place}",
            kind=kinds[place],
            statement=sentence(chance),
            parent=None if parents[place] < 0 else f"k{parents[place]}",
            sebab=tuple(f"k{below}" for below in causes.get(place, ())),
            ref=(f"k{chance.randrange(len(kinds))}",) if chance.random() < 0.03 else (),
            indikator=tuple(_indicator(chance) for _ in range(chance.choice([0, 1, 1, 2]))),
            crosscutting=(_partner(chance),) if chance.random() < 0.1 else (),
            komponen=chance.choice(["", "", "sasaran program"]),
            jabatan=("kepala-bidang",) if chance.random() < 0.2 else (),
            program=("2.12.02",) if chance.random() < 0.1 else (),
        )
        for place in order
    ]


def _indicator(chance: random.Random) -> Indicator:
    return Indicator(
        nama=sentence(chance, 25), satuan=chance.choice(["", "%", "dokumen"]), target=(Target(2024, "98,5"),)
    )


def _partner(chance: random.Random) -> Crosscutting:
    return Crosscutting(mitra="Dinas PUPR", peran=sentence(chance, 8), status=CrosscuttingStatus.DISETUJUI)


def _loose(chance: random.Random) -> list[Node]:
    return [
        Node(key=f"b{place}", kind=Kind.GAGASAN, statement=sentence(chance))
        for place in range(chance.choice([0, 0, 1, 5]))
    ]


def of_nodes(nodes: list[Node], loose: list[Node] = []) -> Tree:  # noqa: B006  # never changed
    """Put nodes (depth-first) into a tree."""
    return Tree(
        judul="Pohon Kinerja Dinas Uji",
        instansi="Dinas Uji",
        pemerintah="Kabupaten Contoh",
        profile=load_builtin("balangan"),
        tahap=5,
        nodes={node.key: node for node in nodes},
        roots=tuple(node.key for node in nodes if node.parent is None),
        belum={node.key: node for node in loose},
        belum_roots=tuple(node.key for node in loose),
    )


def words_of(tree: Tree) -> dict[str, list[str]]:
    """Node key -> every word of its statement and of the names of its indicators."""
    nodes = [*tree.nodes.values(), *tree.belum.values()]
    return {node.key: " ".join([node.statement, *(one.nama for one in node.indikator)]).split() for node in nodes}
