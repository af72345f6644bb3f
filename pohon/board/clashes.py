"""Two people, one sentence: both versions are kept as a clash until somebody chooses. Source: docs/papan/protokol.md.

A clash is a record of the board: {id, simpul, field, dasar, kini, usul, oleh, nama, at}. `kini` is None when the node
is gone. Clashes with a file that was changed outside may speak of any path of a node or the file, of its place
(field `parent`, `usul` = the other parent) or of its removal (field `hapus`).
"""

from collections.abc import Iterable

from pohon.model.edits import Add, Move, Reword, SetField
from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from . import messages
from .codec import Json
from .fields import at_path, cleaned, file_value
from .operations import TEXTS, Desk, Made, field_edit, sentence, short, take_branch
from .refusal import NotMade
from .state import Put, State

__all__ = ["PLACE", "REMOVAL", "choose", "clash_of", "present", "record", "refreshed"]

PLACE, REMOVAL = "parent", "hapus"


def clash_of(desk: Desk, op: messages.Ubah) -> Made | None:
    """Return the clash that a change would be, None when it may be made."""
    if not isinstance(op.nilai, str) or not op.nilai.strip():
        return None
    tree = desk.tree
    if op.id in tree.nodes or op.id in tree.belum:
        return _two_authors(desk, op, tree.find(op.id)) if op.field in TEXTS else None
    if op.id not in desk.gone or op.field == "kind":
        return None
    usul = sentence(op.nilai)
    was = short(desk.gone[op.id], 40)
    told = f"menulis {short(usul)} untuk {was} yang sudah dihapus; perlu dipilih"
    return _kept(desk, op, None, usul, told)


def _two_authors(desk: Desk, op: messages.Ubah, node: Node) -> Made | None:
    if "dasar" not in op.model_fields_set:
        return None
    now = getattr(node, op.field)
    saw = op.dasar if isinstance(op.dasar, str) else ""
    edit = field_edit(node, op.field, op.nilai)
    new = edit.statement if isinstance(edit, Reword) else edit.value
    if now in (new, saw) or cleaned(saw, lines=True) == cleaned(now, lines=True):
        return None
    told = f"menulis {short(new)}, padahal sudah berbunyi {short(now)}; perlu dipilih"
    return _kept(desk, op, now, new, told)


def _kept(desk: Desk, op: messages.Ubah, kini: str | None, usul: str, told: str) -> Made:
    """Return both versions as a clash; an author's second thought takes the place of the first."""
    known = next(
        (
            one
            for one in desk.state.get("bentrok", {}).values()
            if (one["simpul"], one["field"], one["oleh"]) == (op.id, op.field, desk.member.id)
        ),
        None,
    )
    saw = op.dasar if isinstance(op.dasar, str) else ""
    id = known["id"] if known else f"b{desk.seq}"
    one = record(desk, id, (op.id, op.field), (known["dasar"] if known else saw, kini, usul))
    put = Put("bentrok", id, one)
    return Made(ringkas=told, puts=(put,), simpul=(op.id,), bentrok=id, can_undo=False)


def record(desk: Desk, id: str, place: tuple[str, str], texts: tuple[str, str | None, str]) -> Json:
    """Return the record of a clash; `place` = (node, field), `texts` = (dasar, kini, usul)."""
    (simpul, field), (dasar, kini, usul) = place, texts
    return {
        "id": id, "simpul": simpul, "field": field, "dasar": dasar, "kini": kini, "usul": usul,
        "oleh": desk.member.id, "nama": desk.member.nama, "at": desk.at,
    }  # fmt: skip


def choose(desk: Desk, op: messages.Pilih) -> Made:
    """Return the end of a clash: what stands there stays, or the other version or a third one takes its place."""
    one = desk.state.get("bentrok", {}).get(op.bentrok)
    if one is None:
        raise NotMade("pilihan ini sudah selesai.", "Lihat riwayat untuk hasilnya.")
    done = (Put("bentrok", op.bentrok, None),)
    simpul = (one["simpul"],) if one["simpul"] else ()
    if op.pakai == "kini":
        return Made(ringkas=f"memilih bunyi yang ada, bukan {short(one['usul'])}", puts=done, simpul=simpul)
    text = op.teks if op.pakai == "lain" else one["usul"]
    if text is None or not text.strip():
        raise NotMade("kalimat pilihan masih kosong.", "Tulis kalimatnya.")
    made = _chosen(desk, one, text)
    return Made(ringkas=made.ringkas, edits=made.edits, puts=done, simpul=made.simpul or simpul)


def _chosen(desk: Desk, one: Json, text: str) -> Made:
    key, field = one["simpul"], one["field"]
    if key == "":
        name, value = file_value(desk.tree, field, text)
        return Made(
            ringkas=f"memilih {short(text)} untuk {field} berkas", edits=(SetField(key="", field=name, value=value),)
        )
    if key not in desk.tree.nodes and key not in desk.tree.belum:
        return _as_idea(desk, key, text)
    node = desk.tree.find(key)
    if field == REMOVAL:
        return Made(ringkas=f"memilih menghapus {short(node.statement)}", edits=take_branch(desk.tree, key))
    if field == PLACE:
        return _moved(desk.tree, node, text)
    return Made(ringkas=f"memilih {short(text)}", edits=(field_edit(node, field, text),))


def _as_idea(desk: Desk, key: str, text: str) -> Made:
    id = f"{key[:50]}-{desk.seq}"
    node = Node(key=id, id=id, kind=Kind.GAGASAN, statement=sentence(text))
    edit = Add(parent=None, index=len(desk.tree.belum_roots), branch=(node,), belum=True)
    return Made(ringkas=f"menyimpan {short(text)} sebagai gagasan", edits=(edit,), simpul=(id,))


def _moved(tree: Tree, node: Node, parent: str) -> Made:
    if parent not in tree.nodes or any(one.key == parent for one in tree.branch(node)):
        raise NotMade("tempat itu sudah tidak ada.", "Pilih tempat yang sekarang.")
    index = len(tree.find(parent).sebab) - (node.parent == parent)
    return Made(ringkas=f"memindahkan {short(node.statement)}", edits=(Move(key=node.key, parent=parent, index=index),))


def refreshed(state: State, tree: Tree, keys: Iterable[str]) -> list[Put]:
    """Return the changes that make open clashes on these nodes tell what stands there now."""
    wanted = set(keys)
    found = []
    for id, one in state.get("bentrok", {}).items():
        if one["simpul"] in wanted and (now := present(tree, one["simpul"], one["field"])) != one["kini"]:
            found.append(Put("bentrok", id, {**one, "kini": now}))
    return found


def present(tree: Tree, key: str, field: str) -> str | None:
    """Return the text that stands at a place now, None when the node is gone."""
    holder = tree.nodes.get(key) or tree.belum.get(key) if key else tree
    if holder is None:
        return None
    text = at_path(holder, "statement" if field == REMOVAL and isinstance(holder, Node) else field)
    return "" if text is None else text
