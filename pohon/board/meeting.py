"""What people do around the tree: ideas, votes, comments, named versions, settings, the timer. Pure."""

from pohon.model.edits import Add
from pohon.model.node import Kind, Node

from . import messages
from .fields import cleaned
from .operations import Desk, Made, check_new, sentence, short
from .refusal import NotMade
from .state import Put, setting, votes_of

__all__ = ["comment", "idea", "name_version", "set_timer", "settings", "settle", "vote"]

_MOST_IDEAS = 2_000
_MOST_COMMENTS = 5_000


def idea(desk: Desk, op: messages.Gagasan) -> Made:
    """Return an idea at the end of the pool, under its author's name or nobody's."""
    check_new(desk, op.id)
    if op.anonim and not setting(desk.state, "gagasan_anonim"):
        raise NotMade("di lokakarya ini gagasan memakai nama.", "Kirim lagi dengan nama.")
    if len(desk.tree.belum_roots) >= _MOST_IDEAS:
        raise NotMade("kumpulan gagasan sudah penuh.", "Minta fasilitator menempatkan atau menghapus sebagian.")
    text = sentence(op.teks)
    node = Node(key=op.id, id=op.id, kind=Kind.GAGASAN, statement=text)
    edit = Add(parent=None, index=len(desk.tree.belum_roots), branch=(node,), belum=True)
    who = ("", "") if op.anonim else (desk.member.id, desk.member.nama)
    put = Put("gagasan", op.id, {"oleh": who[0], "nama": who[1], "at": desk.at})
    return Made(ringkas=f"mengirim gagasan {short(text)}", edits=(edit,), puts=(put,), simpul=(op.id,))


def vote(desk: Desk, op: messages.Suara) -> Made:
    """Return a vote given or taken back, within the limit for each person."""
    if op.id not in desk.tree.belum:
        raise NotMade("gagasan ini sudah tidak ada di kumpulan.", "Suara hanya untuk gagasan yang belum ditempatkan.")
    voters = list(desk.state.get("suara", {}).get(op.id, ()))
    me = desk.member.id
    if op.nilai and me not in voters:
        limit = setting(desk.state, "suara_per_orang")
        if sum(one in desk.tree.belum for one in votes_of(desk.state, me)) >= limit:
            raise NotMade(f"suara Anda sudah habis ({limit} untuk tiap orang).", "Tarik dulu suara dari gagasan lain.")
        voters.append(me)
    elif not op.nilai and me in voters:
        voters.remove(me)
    told = f"{'memberi' if op.nilai else 'menarik'} suara untuk {short(desk.tree.find(op.id).statement)}"
    return Made(ringkas=told, puts=(Put("suara", op.id, voters or None),), simpul=(op.id,), can_undo=False)


def comment(desk: Desk, op: messages.Komentar) -> Made:
    """Return a comment on a node, also on one that has gone meanwhile."""
    known = desk.state.get("komentar", {})
    statement = _statement(desk, op.simpul)
    if op.id in known:
        raise NotMade("komentar ini sudah ada.", "Muat ulang halaman ini.")
    if len(known) >= _MOST_COMMENTS:
        raise NotMade("komentar sudah terlalu banyak.", "Selesaikan dulu yang ada.")
    text = cleaned(op.teks, lines=True)
    if not text:
        raise NotMade("komentar masih kosong.", "Tulis isinya.")
    one = {
        "id": op.id, "simpul": op.simpul, "teks": text, "oleh": desk.member.id, "nama": desk.member.nama,
        "at": desk.at, "selesai": False,
    }  # fmt: skip
    told = f"mengomentari {short(statement, 40)}: {short(text)}"
    return Made(ringkas=told, puts=(Put("komentar", op.id, one),), simpul=(op.simpul,), can_undo=False)


def _statement(desk: Desk, key: str) -> str:
    if key in desk.tree.nodes or key in desk.tree.belum:
        return desk.tree.find(key).statement
    if key in desk.gone:
        return desk.gone[key]
    raise NotMade("kondisi yang dikomentari tidak ada.", "Muat ulang halaman ini.")


def settle(desk: Desk, op: messages.KomentarSelesai) -> Made:
    """Return a comment settled or opened again."""
    one = desk.state.get("komentar", {}).get(op.id)
    if one is None:
        raise NotMade("komentar ini tidak ada.", "Muat ulang halaman ini.")
    told = f"{'menyelesaikan' if op.selesai else 'membuka lagi'} komentar {short(one['teks'])}"
    put = Put("komentar", op.id, {**one, "selesai": op.selesai})
    return Made(ringkas=told, puts=(put,), simpul=(one["simpul"],), can_undo=False)


def name_version(desk: Desk, op: messages.Versi) -> Made:
    """Return a name for the present state; its seq is that of the operation itself."""
    name = cleaned(op.nama)
    if not name:
        raise NotMade("nama versi masih kosong.", "Beri nama, misalnya Hasil hari pertama.")
    one = {"seq": desk.seq, "nama": name, "at": desk.at, "oleh": desk.member.id}
    return Made(ringkas=f"menamai keadaan ini {short(name)}", puts=(Put("versi", str(desk.seq), one),), can_undo=False)


def settings(desk: Desk, op: messages.Atur) -> Made:
    """Return changed settings of the board."""
    del desk
    given = op.nilai.model_dump(exclude_none=True)
    puts = tuple(Put("atur", name, value) for name, value in given.items())
    return Made(ringkas=f"mengatur papan: {', '.join(map(_told, given.items())) or 'tetap'}", puts=puts, can_undo=False)


def _told(pair: tuple[str, bool | int]) -> str:
    name, value = pair
    words = {
        "peserta_menyunting": ("peserta boleh menyunting", "peserta tidak menyunting"),
        "gagasan_anonim": ("gagasan boleh tanpa nama", "gagasan memakai nama"),
        "bagikan": ("pohon ini dibuka untuk peserta", "pohon ini ditutup untuk peserta"),
    }
    return words[name][not value] if name in words else f"{value} suara untuk tiap orang"


def set_timer(desk: Desk, op: messages.Timer) -> Made:
    """Return the timer that runs from now, or none."""
    if not op.detik:
        return Made(ringkas="menghentikan waktu", puts=(Put("timer", "", None),), can_undo=False)
    one = {"sampai": desk.at + op.detik * 1000, "detik": op.detik, "judul": cleaned(op.judul)}
    minutes, seconds = divmod(op.detik, 60)
    length = " ".join(filter(None, (f"{minutes} menit" * bool(minutes), f"{seconds} detik" * bool(seconds))))
    return Made(ringkas=f"menyetel waktu {length}", puts=(Put("timer", "", one),), can_undo=False)
