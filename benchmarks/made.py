"""Made-up trees of any size, always the same for the same number of nodes."""

from collections.abc import Iterator

__all__ = ["tree_text"]

_HEAD = "versi: 1\njudul: Pohon Ukur\ninstansi: Dinas Ukur\nprofil: balangan\ntahap: 4\npohon:\n"
_KINDS = ("outcome", "csf", "utama", "antara", "operasional")
_VERBS = ("Terwujudnya", "Meningkatnya", "Meningkatnya", "Menguatnya", "Terlaksananya")
_THINGS = (
    "pelayanan persalinan", "jalan kabupaten", "irigasi tersier", "sekolah dasar", "pasar rakyat", "air minum desa",
    "perpustakaan keliling", "angkutan perdesaan", "hutan kota", "arsip dinamis", "benih padi", "kapal nelayan",
    "pos ronda", "balai latihan kerja", "taman bacaan", "rumah tunggu kelahiran", "tempat pengolahan sampah",
)  # fmt: skip
_QUALITIES = (
    "mutu", "ketersediaan", "keandalan", "keterjangkauan", "kelengkapan", "kecepatan", "pemerataan", "keamanan",
    "kebersihan", "ketepatan waktu", "keterpaduan", "kemudahan",
)  # fmt: skip
_PLACES = (
    "pesisir", "perbukitan", "perkotaan", "perbatasan", "kepulauan", "dataran rendah", "wilayah timur",
    "wilayah barat", "wilayah utara", "wilayah selatan", "kawasan industri", "kawasan wisata", "bantaran sungai",
)  # fmt: skip
_SPREAD = 5


def tree_text(nodes: int) -> str:
    """Return the text of a tree file with this many nodes, five causes to a node, each with one indicator."""
    return _HEAD + "".join(_lines(nodes))


def _lines(nodes: int) -> Iterator[str]:
    children: dict[int, list[int]] = {}
    depth = {0: 0}
    open_parents = [0]
    for node in range(1, nodes):
        parent = open_parents[0]
        children.setdefault(parent, []).append(node)
        depth[node] = depth[parent] + 1
        if len(children[parent]) == _SPREAD or (parent == 0 and node == _SPREAD):
            open_parents.pop(0)
        open_parents.append(node)
    pending = [0]
    while pending:
        node = pending.pop()
        yield from _node(node, depth[node], has_causes=node in children)
        pending.extend(reversed(children.get(node, ())))


def _node(node: int, depth: int, *, has_causes: bool) -> Iterator[str]:
    rank = 4 if not has_causes else min(depth, 3)
    indent = "  " * (2 * depth + 1)
    thing, rest = _THINGS[node % len(_THINGS)], node // len(_THINGS)
    quality, rest = _QUALITIES[rest % len(_QUALITIES)], rest // len(_QUALITIES)
    place, lap = _PLACES[rest % len(_PLACES)], rest // len(_PLACES)
    words = f"{quality} {thing} di {place}" + (f" tahap {lap + 1}" if lap else "")
    yield f"{indent}- {_KINDS[rank]}: {_VERBS[rank]} {words}\n"
    yield f'{indent}  indikator: [{{nama: "Persentase {words}", satuan: "%", target: {{2025: "{node % 100},5"}}}}]\n'
    if has_causes:
        yield f"{indent}  sebab:\n"
