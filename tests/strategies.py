"""Hypothesis strategies: texts as people type them, and whole trees."""

import string
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from pohon.model.document import Document, Party
from pohon.model.edits import Add, Edit, Link, Move, Remove, Reword, SetField, Unlink
from pohon.model.indicator import Indicator, Polarity, Target
from pohon.model.node import Crosscutting, CrosscuttingStatus, Dasar, Kind, Node, Waiver
from pohon.model.origin import Origin
from pohon.model.planning import CodeLevel, Program
from pohon.model.position import Jenjang, Pemangku, Position
from pohon.model.profile import load_builtin
from pohon.model.tree import Periode, Tree

__all__ = ["edits", "sentences", "texts", "trees"]

_SIGNS = [
    ":",
    "#",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "-",
    "?",
    "=",
    "~",
    "\\",
    "😀",
    "é",
    "½",
    "–",
    "“",
    "”",
]
_WORDS = st.one_of(
    st.sampled_from(
        ["Meningkatnya", "kualitas", "pelayanan", "SDM", "desa", "98,50%", "6.800", "null", "ya", "sebab:"]
    ),
    st.sampled_from(_SIGNS),
    st.text(string.ascii_letters + string.digits + string.punctuation, min_size=1, max_size=12),
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters="\ufeff\ufffe\uffff"),
        min_size=1,
        max_size=6,
    ),
)
texts = st.lists(_WORDS, min_size=1, max_size=8).map(" ".join).map(str.strip).filter(bool)
"""Any text on one line without space at its ends."""


def _is_typed_by_hand(text: str) -> bool:
    from pohon.forms.sentences import is_quoted

    return not is_quoted(text) and not _is_block_sign(text)


def _is_block_sign(text: str) -> bool:
    return text[0] in "|>" and len(text.partition("#")[0].strip()) <= 3


sentences = texts.map(lambda text: " ".join(text.split())).filter(bool).filter(_is_typed_by_hand)
"""A sentence as a person types it after `csf: `: any signs, but not wholly in quotes and not a bare | or >."""

_maybe = st.one_of(st.just(""), texts)
_lines = st.lists(texts, max_size=2).map(tuple)
_years = st.dictionaries(
    st.integers(2021, 2026), st.sampled_from(["92,16", "6.800", "98 %", "15 OPD", "B (Baik)", "100"]), max_size=3
)
_targets = _years.map(lambda years: tuple(Target(year, value) for year, value in years.items()))
_names = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
_pairs = st.dictionaries(_names, texts, max_size=2).map(lambda pairs: tuple(pairs.items()))
_origins = st.lists(
    st.builds(
        Origin,
        tahap=st.one_of(st.none(), st.integers(1, 5)), baris=st.sampled_from(["", "64", "Lembar1!B4"]),
        teks=st.one_of(st.none(), st.just(""), texts), keterangan=st.one_of(st.none(), texts), geser=st.booleans(),
    ),
    max_size=2,
).map(tuple)  # fmt: skip
_indicators = st.builds(
    Indicator,
    nama=texts, satuan=_maybe, arah=st.one_of(st.none(), st.sampled_from(Polarity)), iku=st.booleans(), rumus=_maybe,
    variabel=_pairs, sumber=_maybe, awal=st.sampled_from(["", "6.800", "81,33"]), target=_targets, realisasi=_targets, catatan=_maybe, asal=_origins,
)  # fmt: skip
_crosscutting = st.builds(
    Crosscutting, mitra=texts, kontribusi=_maybe, status=st.one_of(st.none(), st.sampled_from(CrosscuttingStatus))
)
_dasar = st.builds(Dasar, mandat=_maybe, permasalahan=_maybe, harapan=texts)
_waivers = st.dictionaries(st.sampled_from(["RED01", "BHS09", "STR04"]), texts, max_size=2).map(
    lambda pairs: tuple(Waiver(kode=code, alasan=reason) for code, reason in pairs.items())
)
_KINDS = [kind for kind in Kind if kind is not Kind.GAGASAN]


@st.composite
def _forest(draw: st.DrawFn, mark: str, size: int) -> tuple[tuple[str, ...], dict[str, Node]]:
    """Draw parents for `size` nodes, then fields; returns root keys and nodes in depth-first order."""
    parents = [None] + [draw(st.one_of(st.none(), st.integers(0, place - 1))) for place in range(1, size)]
    ids = [draw(st.booleans()) for _ in parents]
    below: dict[int | None, list[int]] = {}
    for place, parent in enumerate(parents):
        below.setdefault(parent, []).append(place)
    keys: dict[int, str] = {}
    order: list[int] = []
    pending = [(place, f"{mark}{count}", 1) for count, place in enumerate(below.get(None, []), 1)][::-1]
    while pending:
        place, number, depth = pending.pop()
        keys[place] = f"{'u' if mark else 'n'}{place}" if ids[place] else number
        order.append(place)
        children = below.get(place, [])
        pending.extend([(child, f"{number}.{count}", depth + 1) for count, child in enumerate(children, 1)][::-1])
    nodes = {}
    for place in order:
        above = parents[place]
        nodes[keys[place]] = Node(
            key=keys[place],
            kind=draw(st.sampled_from(_KINDS)),
            statement=draw(texts),
            parent=None if above is None else keys[above],
            sebab=tuple(keys[child] for child in below.get(place, [])),
            id=keys[place] if ids[place] else "",
            **draw(_fields()),
        )
    return tuple(keys[place] for place in below.get(None, [])), nodes


@st.composite
def _fields(draw: st.DrawFn) -> dict[str, Any]:
    if draw(st.integers(0, 2)):
        return {}
    return {
        "isu": draw(_maybe), "dasar": draw(st.one_of(st.none(), _dasar)), "waktu": draw(st.sampled_from(["", "kini", "depan"])),
        "indikator": draw(st.lists(_indicators, max_size=2).map(tuple)), "crosscutting": draw(st.lists(_crosscutting, max_size=1).map(tuple)),
        "komponen": draw(_maybe), "jabatan": draw(st.sampled_from([(), ("kadis",), ("kadis", "kabid")])), "program": draw(st.sampled_from([(), ("2.12.02",)])),
        "uraian": draw(_maybe), "dasar_hukum": draw(_lines), "bukti": draw(_lines), "jawab": draw(_pairs), "abaikan": draw(_waivers),
        "asal": draw(_origins), "catatan": draw(_maybe),
    }  # fmt: skip


_POSITIONS = (
    Position(
        id="kadis", nama="Kepala Dinas", jenjang=Jenjang.JPT_PRATAMA, pemangku=Pemangku.DEFINITIF, tugas="Memimpin: semua",
        fungsi=("a. Perumusan kebijakan;", "- pembinaan"), bawahan=(Position(id="kabid", nama="Kabid #1", jenjang=Jenjang.ADMINISTRATOR),),
    ),
)  # fmt: skip
_PROGRAM = Program(
    level=CodeLevel.PROGRAM, nama="Program A", kode="2.12.02", anggaran="Rp437.531.700,-", sumber_dana="APBD",
    pagu_indikatif=(Target(2026, "1.000"), Target(2027, "Rp2.000,-")),
    isi=(Program(level=CodeLevel.KEGIATAN, nama="Kegiatan B", isi=(Program(level=CodeLevel.SUB_KEGIATAN, nama="Sub C", anggaran="100"),)),),
)  # fmt: skip
_DOCUMENT = Document(
    jenis="rkt",
    tahun=2024,
    tempat="Malili",
    pihak_pertama=Party(jabatan="Kepala Dinas"),
    uraian=(("pengertian", "satu\ndua: #\n\ntiga"),),
)


@st.composite
def trees(draw: st.DrawFn, max_nodes: int = 12) -> Tree:
    """Any tree that a file can hold."""
    roots, nodes = draw(_forest("", draw(st.integers(1, max_nodes))))
    belum_roots, belum = draw(_forest("?", draw(st.integers(1, 3)))) if draw(st.booleans()) else ((), {})
    identities = [node.id for node in nodes.values() if node.id]
    if identities:
        for node in list(nodes.values())[::3]:
            if draw(st.booleans()):
                nodes[node.key] = replace(node, ref=(draw(st.sampled_from(identities)),))
    return Tree(
        judul=draw(texts), instansi=draw(texts), profile=load_builtin(draw(st.sampled_from(["balangan", "kl"]))), tahap=draw(st.integers(1, 5)),
        nodes=nodes, roots=roots, belum=belum, belum_roots=belum_roots, pemerintah=draw(_maybe), jenis=draw(st.sampled_from(["", "opd"])),
        periode=draw(st.sampled_from([None, Periode(2021, 2026)])), dasar_hukum=draw(_lines), jabatan=_POSITIONS, program=draw(st.sampled_from([(), (_PROGRAM,)])),
        dokumen=draw(st.sampled_from([(), (_DOCUMENT,)])), abaikan=draw(_waivers), catatan=draw(_lines),
    )  # fmt: skip


@st.composite
def edits(draw: st.DrawFn, tree: Tree) -> Edit:
    """Any edit that names nodes of the tree; some do not fit it."""
    keys = st.sampled_from([*tree.nodes, *tree.belum])
    holders = st.one_of(st.none(), keys)
    identities = [node.id for node in tree if node.id] or ["tidakada"]
    index, belum = st.integers(0, 2), st.booleans()
    new = st.builds(
        Node,
        key=st.just("baru"),
        kind=st.sampled_from(_KINDS),
        statement=texts,
        isu=_maybe,
        indikator=st.lists(_indicators, max_size=1).map(tuple),
    )
    return draw(
        st.one_of(
            st.builds(Add, parent=holders, index=index, branch=st.tuples(new), belum=belum),
            st.builds(Remove, key=keys),
            st.builds(Move, key=keys, parent=holders, index=index, belum=belum),
            st.builds(Reword, key=keys, statement=texts),
            st.builds(
                SetField, key=keys, field=st.sampled_from(["isu", "uraian", "komponen", "catatan"]), value=_maybe
            ),
            st.builds(SetField, key=keys, field=st.just("id"), value=st.sampled_from(["", "baru1"])),
            st.builds(SetField, key=keys, field=st.just("kind"), value=st.sampled_from(_KINDS)),
            st.builds(
                SetField, key=keys, field=st.just("indikator"), value=st.lists(_indicators, max_size=2).map(tuple)
            ),
            st.builds(SetField, key=keys, field=st.just("bukti"), value=_lines),
            st.builds(SetField, key=st.just(""), field=st.just("tahap"), value=st.integers(1, 5)),
            st.builds(SetField, key=st.just(""), field=st.sampled_from(["judul", "pemerintah"]), value=texts),
            st.builds(Link, key=keys, cause=st.sampled_from(identities), index=st.integers(-1, 1)),
            st.builds(Unlink, key=keys, cause=st.sampled_from(identities)),
        )
    )
