"""Help for tests of the board: small rooms, people in them, and a client that only knows what it is told."""

import copy
from pathlib import Path

from pohon.board.journal import MemoryJournal, Save, digest
from pohon.board.opening import Opened, identified, read
from pohon.board.roles import Member, Role
from pohon.board.room import Room
from pohon.forms import tree_file
from tests.build import complete

__all__ = [
    "ANI",
    "BUDI",
    "FASIL",
    "PENONTON",
    "TEXT",
    "Clock",
    "Replica",
    "do",
    "made",
    "refused",
    "reopened",
    "room",
    "told",
]

FASIL = Member(id="f1", nama="Fasilitator", peran=Role.FASILITATOR)
ANI = Member(id="p1", nama="Ani", peran=Role.PESERTA)
BUDI = Member(id="p2", nama="Budi", peran=Role.PESERTA)
PENONTON = Member(id="w1", nama="Camat", peran=Role.PENONTON)

TEXT = """\
periode: 2025-2029
pohon:
  - outcome: Meningkatnya kesejahteraan
    id: o1
    sebab:
      - csf: Meningkatnya mutu layanan
        id: c1
        isu: Layanan masih lambat
        sebab:
          - utama: Meningkatnya kompetensi petugas
            id: u1
            indikator:
              - nama: Persentase petugas bersertifikat
                satuan: persen
                target: {2025: "70", 2026: "80"}
              - Jumlah pelatihan
            jabatan: kabid
            sebab:
              - antara: Terlatihnya petugas
                id: a1
                sebab:
                  - operasional: Terlaksananya pelatihan
                    id: p1
          - utama: Tersedianya sarana
            id: u2
            sebab:
              - operasional: Tersedianya komputer
                id: p2
              - ref: p1
belum_ditempatkan:
  - Loket dibuka sampai sore
  - gagasan: Antrean daring
    id: g2
jabatan:
  - id: kadis
    nama: Kepala Dinas
    jenjang: jpt-pratama
    bawahan:
      - id: kabid
        nama: Kepala Bidang
        jenjang: administrator
"""
_TEXT = identified(complete(TEXT, tahap=4), {})
_TREE = read(_TEXT, {})


class Clock:
    """A clock that a test sets, in seconds."""

    now = 1_000.0

    def __call__(self):
        self.now += 1
        return self.now


def room(text=None, journal=None):
    """A room with the small tree, or with the text of another one."""
    journal = journal or MemoryJournal()
    text = _TEXT if text is None else identified(complete(text), {})
    journal.save(0, text)
    tree = _TREE if text == _TEXT else read(text, {})
    return Room(Path("uji.pohon.yaml"), journal, Opened(tree, Save(0, digest(text), text), {}, None), Clock())


def reopened(one):
    """The room as it would be after the server was started again."""
    save = one.journal.saves()[0]
    tree = read(save.text, {})
    from pohon.board.opening import tree_after

    tree = tree_after(tree, one.journal, save.seq, profiles={})
    return Room(one.path, one.journal, Opened(tree, save, {}, None), Clock())


_NAMES = iter(range(10**9))


def do(one, member, o, **fields):
    """Make one operation (or `urung`, `ulang`); return the outcome."""
    n = fields.pop("n", f"n{next(_NAMES)}")
    if o in ("urung", "ulang"):
        return one.handle(member, {"t": o, "n": n, **fields})
    return one.handle(member, {"t": "op", "n": n, "op": {"o": o, **fields}})


def told(outcome):
    """What was wrong, "" when the operation was made."""
    return next((one["pesan"] for one in outcome.reply if one["t"] == "tolak"), "")


def made(one, o, **fields):
    """Make one operation as the facilitator; it must succeed, and the file must hold what came of it."""
    out = do(one, FASIL, o, **fields)
    assert told(out) == ""
    assert tree_file.parse(tree_file.write(one.tree)) == one.tree, "the file holds what the board has accepted"
    return out


def refused(one, o, **fields):
    """Have one operation refused: nothing has changed; return what the facilitator is told."""
    before = one.tree, one.seq
    out = do(one, FASIL, o, **fields)
    assert told(out)
    assert (one.tree, one.seq) == before
    assert out.broadcast is None
    return told(out).casefold()


class Replica:
    """A client: the state that it was given at the start, and every patch since."""

    def __init__(self, state):
        state = copy.deepcopy(state)
        self.pohon, self.papan, self.seq, self.tanda = state["pohon"], state["papan"], state["seq"], state["tanda"]

    def hear(self, message):
        """Apply an op message, once and in order."""
        if message["seq"] <= self.seq:
            return
        assert message["seq"] == self.seq + 1
        self.seq = message["seq"]
        patch = copy.deepcopy(message["patch"])
        for key in patch.get("hilang", ()):
            del self.pohon["simpul"][key]
        for key, fields in patch.get("simpul", {}).items():
            self.pohon["simpul"].setdefault(key, {}).update(fields)
        for name in ("akar", "belum"):
            self.pohon[name] = patch.get(name, self.pohon[name])
        self.pohon["berkas"].update(patch.get("berkas", {}))
        for name, value in patch.get("papan", {}).items():
            if name in ("bentrok", "komentar", "gagasan"):
                self.papan[name].update(value)
                self.papan[name] = {key: one for key, one in self.papan[name].items() if one is not None}
            else:
                self.papan[name] = value

    def shows(self):
        """What is on the screen: empty fields do not show; own votes are told to their author only."""
        nodes = {key: _filled(node) for key, node in self.pohon["simpul"].items()}
        pohon = {**self.pohon, "simpul": nodes, "berkas": _filled(self.pohon["berkas"])}
        return pohon, {name: one for name, one in self.papan.items() if name != "suara_saya"}


def _filled(fields):
    always = ("sebab", "parent")
    return {name: value for name, value in fields.items() if value not in ("", [], None) or name in always}
