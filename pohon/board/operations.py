"""Operations of a board -> edits of the tree and changes of the board's records. Pure: nothing is made here.

One function for each operation that touches the tree; `meeting.py` has those that only touch the board, `clashes.py`
what happens when two people write the same sentence. Source: docs/papan/protokol.md.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pohon.frozen import dataclass, replace
from pohon.model.edits import Add, Edit, Link, Move, Remove, Reword, SetField, Unlink, apply
from pohon.model.finding import Fix
from pohon.model.node import Kind, Node
from pohon.model.repair import edit_of, fitting
from pohon.model.tree import Tree

from . import messages
from .fields import cleaned, file_value, node_value
from .placing import TOP_OF_IDEAS, kind_of_new, node_of, place_in, relevelled
from .refusal import NotMade
from .roles import Member
from .state import Put, State

__all__ = [
    "TEXTS", "Desk", "Made", "Offer", "add", "check_new", "close", "field_edit", "file_field", "fill", "link", "move",
    "open_again", "place", "remove", "repair", "sentence", "set_field", "short", "take_branch",
]  # fmt: skip

TEXTS = frozenset({"statement", "isu", "uraian"})
"""Fields that two people may not overwrite for each other."""
_WORDS = {
    "statement": "kalimat", "isu": "isu", "uraian": "uraian", "kind": "jenis", "indikator": "indikator",
    "jabatan": "jabatan", "program": "program", "komponen": "komponen", "crosscutting": "crosscutting",
    "dasar": "dasar", "jawab": "jawaban", "abaikan": "temuan yang diterima", "periode": "periode", "tahun": "tahun",
}  # fmt: skip


class Offer(NamedTuple):
    """A repair that a finding offers, and the seq of the tree that the finding was made of."""

    fix: Fix
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What an operation is made on: the room as it stands, who makes it, and when (milliseconds)."""

    tree: Tree
    state: State
    member: Member
    at: int
    seq: int
    gone: Mapping[str, str]
    """Nodes that stood here and are gone: id -> the sentence they had."""
    touched: Mapping[tuple[str, str], int]
    """(node, field) -> seq of the last change of it."""
    gate: Callable[[int], Sequence[str]] | None = None
    fixes: Callable[[str, str, str], Offer | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What an operation does. `simpul` = the nodes it concerns; `bentrok` = the clash it became, "" = none."""

    ringkas: str
    edits: tuple[Edit, ...] = ()
    puts: tuple[Put, ...] = ()
    simpul: tuple[str, ...] = ()
    bentrok: str = ""
    can_undo: bool = True


def short(text: str, length: int = 60) -> str:
    """Return a sentence in quotes, cut at a word when it is long."""
    text = " ".join(text.split())
    if len(text) > length:
        text = text[:length].rsplit(" ", 1)[0].rstrip(",.;:") + " …"
    return f"“{text}”"


def add(desk: Desk, op: messages.Tambah) -> Made:
    """Return a new node; one whose effect has gone meanwhile is kept among the ideas."""
    statement = sentence(op.statement)
    check_new(desk, op.id)
    tree = desk.tree
    if op.parent is not None and op.parent in desk.gone and not _stands(tree, op.parent):
        node = Node(key=op.id, id=op.id, kind=Kind.GAGASAN, statement=statement)
        edit = Add(parent=None, index=len(tree.belum_roots), branch=(node,), belum=True)
        told = f"menulis {short(statement)}; akibatnya sudah dihapus, jadi kalimat ini masuk ke gagasan"
        return Made(ringkas=told, edits=(edit,), simpul=(op.id,))
    parent = node_of(tree, op.parent) if op.parent is not None else None
    kind = Kind(op.kind) if op.kind else kind_of_new(tree, parent, op.sesudah)
    index = place_in(parent.sebab if parent else tree.roots, op.sesudah)
    edit = Add(parent=op.parent, index=index, branch=(Node(key=op.id, id=op.id, kind=kind, statement=statement),))
    below = f" sebagai sebab {short(parent.statement, 40)}" if parent else ""
    return Made(ringkas=f"menambah {kind.label} {short(statement)}{below}", edits=(edit,), simpul=(op.id,))


def set_field(desk: Desk, op: messages.Ubah) -> Made:
    """Return a changed field of a node; the last writer wins (texts: see clashes.py)."""
    node = node_of(desk.tree, op.id)
    name = op.field.partition(".")[0]
    if op.field == "kind":
        return _set_kind(node, op)
    edit = field_edit(node, op.field, op.nilai)
    if isinstance(edit, Reword):
        told = f"mengubah kalimat {short(node.statement, 40)} menjadi {short(edit.statement)}"
        return Made(ringkas=told, edits=(edit,) if edit.statement != node.statement else (), simpul=(op.id,))
    same = getattr(node, edit.field) == edit.value
    told = f"mengubah {_WORDS.get(name, name)} pada {short(node.statement)}{_becomes(op.nilai)}"
    return Made(ringkas=told, edits=() if same else (edit,), simpul=(op.id,))


def fill(desk: Desk, op: messages.Isi) -> Made:
    """Return many changed fields as one operation, and one step of undo; all of them or none."""
    edits = list[SetField]()
    for key, cells in op.simpul.items():
        before = node = node_of(desk.tree, key)
        changed = set[str]()
        for path, nilai in cells.items():
            if path in TEXTS or path == "kind":
                raise NotMade("kalimat diubah satu demi satu, tidak lewat tabel.", "Ubahlah di kotaknya.")
            edit = field_edit(node, path, nilai)
            if isinstance(edit, SetField):
                node = replace(node, **{edit.field: edit.value})
                changed.add(edit.field)
        edits += [
            SetField(key=key, field=name, value=getattr(node, name))
            for name in sorted(changed)
            if getattr(node, name) != getattr(before, name)
        ]
    keys = tuple(dict.fromkeys(edit.key for edit in edits))
    count = sum(len(op.simpul[key]) for key in keys)
    return Made(ringkas=f"mengisi {count} isian pada {len(keys)} kondisi", edits=tuple(edits), simpul=keys)


def _becomes(nilai: Any) -> str:
    """Return what a field becomes, where that is a text: the history is where an overwritten text can be read again."""
    return f" menjadi {short(nilai)}" if isinstance(nilai, str) and nilai.strip() else ""


def field_edit(node: Node, path: str, nilai: Any) -> Reword | SetField:
    """Return the edit that gives a field of a node its value."""
    if path == "statement":
        if not isinstance(nilai, str):
            raise NotMade("kalimat harus berupa teks.", "Muat ulang halaman ini.")
        return Reword(key=node.key, statement=sentence(nilai))
    if path == "kind":
        return SetField(key=node.key, field="kind", value=_kind(nilai))
    field, value = node_value(node, path, nilai)
    return SetField(key=node.key, field=field, value=value)


def _set_kind(node: Node, op: messages.Ubah) -> Made:
    kind = _kind(op.nilai)
    told = f"mengubah jenis {short(node.statement)} menjadi {kind.label}"
    edits = () if kind is node.kind else (SetField(key=node.key, field="kind", value=kind),)
    return Made(ringkas=told, edits=edits, simpul=(op.id,))


def _kind(nilai: Any) -> Kind:
    if not isinstance(nilai, str) or nilai not in tuple(Kind):
        raise NotMade("jenis kondisi ini tidak dikenal.", f"Yang dikenal: {', '.join(Kind)}.")
    return Kind(nilai)


def move(desk: Desk, op: messages.Pindah) -> Made:
    """Return a node with its branch in another place; kinds follow the level."""
    tree = desk.tree
    node = node_of(tree, op.id)
    unplaced = op.id in tree.belum
    to_ideas = op.parent == TOP_OF_IDEAS or (op.parent is None and unplaced)
    if to_ideas:
        return _among_ideas(tree, node, op.sesudah)
    parent = node_of(tree, op.parent) if op.parent else None
    if unplaced and (parent is None or parent.key in tree.nodes):
        raise NotMade("gagasan masuk ke pohon lewat menempatkan.", "Minta fasilitator menempatkannya.")
    told = f"memindahkan {short(node.statement)}"
    return _hung(tree, node, parent, (op.sesudah, op.kind), told)


def place(desk: Desk, op: messages.Tempatkan) -> Made:
    """Return an idea that comes into the tree with a kind; its votes end, who brought it stays known."""
    tree = desk.tree
    node = node_of(tree, op.id)
    if op.id not in tree.belum:
        raise NotMade("gagasan ini sudah ditempatkan.", "Pindahkan saja bila letaknya belum tepat.")
    parent = node_of(tree, op.parent) if op.parent is not None else None
    if parent is not None and parent.key in tree.belum:
        raise NotMade("akibat yang dipilih sendiri belum ditempatkan.", "Pilih kondisi di dalam pohon.")
    if op.kind == "gagasan":
        raise NotMade("di dalam pohon setiap kondisi punya jenis.", "Pilih jenisnya.")
    kind = op.kind or (kind_of_new(tree, parent, op.sesudah) if node.kind is Kind.GAGASAN else None)
    made = _hung(tree, node, parent, (op.sesudah, kind), f"menempatkan gagasan {short(node.statement)}")
    voted = op.id in desk.state.get("suara", {})
    return replace(made, puts=(Put("suara", op.id, None),) if voted else ())


def _hung(tree: Tree, node: Node, parent: Node | None, where: tuple[str | None, str | None], told: str) -> Made:
    sesudah, kind = where
    if parent is not None and (parent.key == node.key or _reaches(tree, node, parent.key)):
        raise NotMade("kondisi tidak dapat menjadi sebab dari dirinya sendiri.", "Pilih tempat di cabang lain.")
    index = place_in(parent.sebab if parent else tree.roots, sesudah, moving=node.key)
    same_place = parent is not None and parent.key == node.parent
    kinds = [] if same_place and not kind else relevelled(tree, node.key, parent, kind)
    if parent is not None and parent.kind is Kind.GAGASAN and not kind:
        kinds = []
    edits = (*kinds, Move(key=node.key, parent=parent.key if parent else None, index=index))
    below = "ke puncak pohon" if parent is None else f"ke bawah {short(parent.statement, 40)}"
    changed = next((one.value for one in kinds if isinstance(one, SetField) and one.key == node.key), None)
    as_kind = f" sebagai {changed.label}" if isinstance(changed, Kind) else ""
    return Made(ringkas=f"{told} {below}{as_kind}", edits=edits, simpul=(node.key,))


def _among_ideas(tree: Tree, node: Node, sesudah: str | None) -> Made:
    _keep_a_root(tree, node)
    index = place_in(tree.belum_roots, sesudah, moving=node.key)
    told = f"mengembalikan {short(node.statement)} ke gagasan"
    return Made(ringkas=told, edits=(Move(key=node.key, parent=None, index=index, belum=True),), simpul=(node.key,))


def remove(desk: Desk, op: messages.Hapus) -> Made:
    """Return a node taken away with its branch; support edges from elsewhere are let go."""
    node = node_of(desk.tree, op.id)
    _keep_a_root(desk.tree, node)
    edits = take_branch(desk.tree, op.id)
    inside = [one.key for one in desk.tree.branch(node)]
    more = f" beserta {len(inside) - 1} kondisi di bawahnya" if len(inside) > 1 else ""
    puts = _forget_ideas(desk.state, inside)
    return Made(ringkas=f"menghapus {short(node.statement)}{more}", edits=edits, puts=puts, simpul=(op.id,))


def _keep_a_root(tree: Tree, node: Node) -> None:
    """Refuse to take the last node at the top away: a file without one is no tree."""
    if tree.roots == (node.key,):
        saran = "Ubah kalimatnya, atau tambahkan yang baru lebih dahulu."
        raise NotMade("pohon memerlukan paling sedikit satu kondisi puncak.", saran)


def take_branch(tree: Tree, key: str) -> tuple[Edit, ...]:
    """Return the edits that take a branch away, after the support edges into it from outside."""
    inside = {one.key for one in tree.branch(tree.find(key))}
    outside = (one for one in (*tree.nodes.values(), *tree.belum.values()) if one.ref and one.key not in inside)
    edges = [Unlink(key=one.key, cause=cause) for one in outside for cause in one.ref if cause in inside]
    return (*edges, Remove(key=key))


def _forget_ideas(state: State, keys: Iterable[str]) -> tuple[Put, ...]:
    return tuple(Put(table, key, None) for key in keys for table in ("gagasan", "suara") if key in state.get(table, {}))


def link(desk: Desk, op: messages.Sambung) -> Made:
    """Return a support edge made or taken away; no node may become a cause of itself by a long way round."""
    node, cause = node_of(desk.tree, op.id), node_of(desk.tree, op.sebab)
    if op.o == "lepas":
        told = f"melepas {short(cause.statement, 40)} sebagai sebab {short(node.statement, 40)}"
        return Made(ringkas=told, edits=(Unlink(key=op.id, cause=op.sebab),), simpul=(op.id,))
    if (op.id in desk.tree.belum) != (op.sebab in desk.tree.belum):
        raise NotMade("gagasan yang belum ditempatkan tidak dapat disambung ke pohon.", "Tempatkan dulu.")
    if op.sebab in node.sebab:
        raise NotMade("kondisi itu sudah menjadi sebab kondisi ini.", "Tidak perlu disambung lagi.")
    if op.id == op.sebab or _reaches(desk.tree, cause, op.id):
        raise NotMade("sambungan ini membuat sebab akibat berputar.", "Kondisi itu sendiri terjadi karena kondisi ini.")
    told = f"menyambung {short(cause.statement, 40)} sebagai sebab {short(node.statement, 40)}"
    return Made(ringkas=told, edits=(Link(key=op.id, cause=op.sebab),), simpul=(op.id,))


def _reaches(tree: Tree, top: Node, key: str) -> bool:
    """Tell whether a node is among the causes of another, near or far."""
    seen, pending = {top.key}, [top]
    while pending:
        one = pending.pop()
        for below in (*one.sebab, *one.ref):
            if below == key:
                return True
            if below not in seen:
                seen.add(below)
                pending.append(tree.find(below))
    return False


def file_field(desk: Desk, op: messages.Berkas) -> Made:
    """Return a changed field of the file."""
    field, value = file_value(desk.tree, op.field, op.nilai)
    name = op.field.partition(".")[0]
    same = getattr(desk.tree, field) == value
    told = f"mengubah {_WORDS.get(name, name.replace('_', ' '))} berkas{_becomes(op.nilai)}"
    return Made(ringkas=told, edits=() if same else (SetField(key="", field=field, value=value),))


def repair(desk: Desk, op: messages.Perbaiki) -> Made:
    """Return the repair of a finding. Refused when what it concerns changed after the finding was made."""
    offer = desk.fixes(op.id, op.kode, op.field) if desk.fixes else None
    if offer is None:
        raise NotMade("perbaikan ini tidak ditawarkan lagi.", "Tunggu sebentar sampai temuan diperbarui.")
    if op.id:
        node_of(desk.tree, op.id)
    wanted = tuple(fitting(desk.tree, offer.fix.each()))
    for one in wanted:
        field = one.field.partition(".")[0] or "statement"
        if desk.touched.get((one.node, field), 0) > offer.seq:
            raise NotMade("isian ini baru saja diubah orang lain.", "Periksa dulu yang terbaru.")
    if not wanted:
        raise NotMade("perbaikan ini tidak diperlukan lagi.", "Temuannya sudah hilang atau isinya sudah berubah.")
    edits = _repairs(desk.tree, wanted)
    nodes = tuple(dict.fromkeys(one.node for one in wanted if one.node))
    where = short(desk.tree.find(op.id).statement) if op.id else "berkas"
    return Made(ringkas=f"memperbaiki temuan {op.kode} pada {where}", edits=edits, simpul=nodes)


def _repairs(tree: Tree, fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    edits = []
    for one in fixes:
        try:
            edits.append(edit_of(tree, one))
        except (LookupError, ValueError) as error:
            raise NotMade("tempat perbaikan ini sudah tidak ada.", "Tunggu temuan yang baru.") from error
        tree, _ = apply(tree, edits[-1])
    return tuple(edits)


def close(desk: Desk, op: messages.Tahap) -> Made:
    """Return a closed stage: the file goes on to the next. Refused with what is missing."""
    if op.tahap != desk.tree.tahap:
        raise NotMade(f"pohon ini sedang di tahap {desk.tree.tahap}.", f"Tutup dulu tahap {desk.tree.tahap}.")
    if desk.gate is None:
        raise NotMade("pemeriksaan tahap belum siap.", "Coba lagi sebentar lagi.")
    missing = list(desk.gate(op.tahap))
    if missing:
        raise NotMade(f"tahap {op.tahap} belum dapat ditutup: {len(missing)} hal masih kurang.", " ".join(missing[:20]))
    if op.tahap == 5:
        return Made(ringkas="menutup tahap 5: pohon selesai", can_undo=False)
    return _stage(op.tahap + 1, f"menutup tahap {op.tahap}, lanjut ke tahap {op.tahap + 1}")


def open_again(desk: Desk, op: messages.Tahap) -> Made:
    """Return the way back to an earlier stage."""
    if op.tahap >= desk.tree.tahap:
        raise NotMade(f"tahap {op.tahap} belum ditutup.", "Yang dapat dibuka hanya tahap sebelumnya.")
    return _stage(op.tahap, f"kembali ke tahap {op.tahap}")


def _stage(stage: int, told: str) -> Made:
    return Made(ringkas=told, edits=(SetField(key="", field="tahap", value=stage),))


def check_new(desk: Desk, key: str) -> None:
    """Refuse an id that stands in the tree or has stood there."""
    if _stands(desk.tree, key) or key in desk.gone:
        raise NotMade(f'nama simpul "{key}" sudah pernah dipakai.', "Muat ulang halaman, lalu tambahkan lagi.")


def _stands(tree: Tree, key: str) -> bool:
    return key in tree.nodes or key in tree.belum


def sentence(text: str) -> str:
    """Return a sentence as it is kept. Raises NotMade for an empty or endless one."""
    text = cleaned(text)
    if not text:
        raise NotMade("kalimat masih kosong.", "Tulis kalimat kondisinya.")
    if len(text) > messages.MAX_SENTENCE:
        raise NotMade("kalimat terlalu panjang.", "Satu kondisi satu kalimat pendek.")
    return text
