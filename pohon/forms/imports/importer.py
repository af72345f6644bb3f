"""A source -> a tree with notes: chooses the reader of its document kind and counts that nothing was lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pohon.errors import BadInput, Place, Problem
from pohon.forms.tables import Cell
from pohon.forms.tree_schema import FILE, NODE
from pohon.model.document import Document
from pohon.model.lexicon import default
from pohon.model.node import Kind
from pohon.model.origin import Origin
from pohon.model.planning import Program
from pohon.model.position import Jenjang, Position
from pohon.model.profile import load_builtin
from pohon.model.tree import Periode, Tree
from pohon.model.wording import head

from .agreement import Agreement
from .document_text import Paper, impersonal, read_paper
from .draft import Draft, Forest, freeze
from .drawn import read_boxes
from .headers import Own
from .identity import Identity, agency_in, identify
from .individual import Sheets
from .labelled import with_labels
from .ladder import read_ladder
from .levels import LevelTables
from .looks import by_looks
from .notes import Count, Ledger, Note, spoken
from .outlined import read_outline
from .recognise import Shape, Sheet, sheets
from .settled import fitting, periode_of, settle, settle_programs
from .source import Source, row_name
from .stage_one import read_outcome
from .stages import STAGES, StageTables

__all__ = ["Imported", "import_source"]

_BY_POSITION = {
    Jenjang.ADMINISTRATOR: Kind.UTAMA, Jenjang.PENGAWAS: Kind.ANTARA, Jenjang.JF: Kind.ANTARA,
    Jenjang.PELAKSANA: Kind.OPERASIONAL,
}  # fmt: skip
"""The level of what a position answers for, where its table does not print it (domain.md section 4.9)."""
_DOKUMEN = {"perjanjian_kinerja": "pk"}
_TITLES = {
    "rkt": "Rencana Kinerja Tahunan", "perjanjian_kinerja": "Perjanjian Kinerja", "iki": "Indikator Kinerja Individu",
    "iku": "Indikator Kinerja Utama", "renstra": "Rencana Strategis", "pohon": "Pohon Kinerja",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import gave. `unknown` are headings nobody knows (for `--map`), `left` what is in no node."""

    tree: Tree
    notes: tuple[Note, ...]
    count: Count
    kind: str
    unknown: tuple[str, ...] = ()
    left: tuple[Note, ...] = ()
    ids: bool = False

    @property
    def shaped(self) -> bool:
        """True when the document prints what brings about what (a pohon or a cascading, no PK, RKT or SKP)."""
        return self.kind in {"pohon", "cascading"}


def import_source(source: Source, own: Own = ()) -> Imported:
    """Return the tree that a source holds. Raises BadInput when it holds none."""
    return _Import(source, own).run()


class _Import:
    """One import."""

    def __init__(self, source: Source, own: Own) -> None:
        self.source = with_labels(source)
        self.ledger = Ledger()
        self.sheets = tuple(by_looks(sheet, self.ledger) for sheet in sheets(self.source, own))
        for text in source.notes:
            self.ledger.note(Place(), "", text, "")
        self.forest = Forest()
        self.jabatan: tuple[Position, ...] = ()
        self.program: tuple[Program, ...] = ()
        self.dokumen: tuple[Document, ...] = ()
        self.identity = identify(source.lines())
        self.kind = self._kind()

    def _kind(self) -> str:
        shapes = {sheet.shape for sheet in self.sheets}
        if shapes & STAGES.keys():
            return "pohon"
        if self.identity.dokumen not in {"", "pohon"}:
            return self.identity.dokumen
        told = any(sheet.levels or sheet.column("penilaian") >= 0 for sheet in self.sheets)
        named = self.identity.dokumen == "pohon" and Shape.PLAN in shapes
        if told or named or shapes & {Shape.LADDER, Shape.LEVELS}:
            return "cascading"
        return "rkt" if Shape.PLAN in shapes else "pohon"

    def run(self) -> Imported:
        """Read everything and make the tree."""
        tahap = 5
        if self.kind == "pohon":
            tahap = self._stages()
        else:
            self._plans()
            tahap = 1 if self._is_stage_one() else tahap
            if any(sheet.levels for sheet in self.sheets) and not (self.jabatan or self.program):
                tahap = self._reached()
        if not self.forest.roots and self.source.boxes:
            self.kind, self.forest = "pohon", read_boxes(self.source, self.ledger)
            tahap = self._reached()
        if not self.forest.roots:
            outline = read_outline(self.source.lines(), self.ledger)
            if outline.roots:
                self.kind, self.forest = "pohon", outline
                tahap = self._reached()
        if not self.forest.roots:
            problem = Problem(
                Place(), "tidak ada pohon kinerja yang dikenal.", "Lihat docs/impor.md, atau pakai --map."
            )
            raise BadInput(self.source.name, (problem,))
        return self._result(tahap)

    def _is_stage_one(self) -> bool:
        """Tell whether the document states outcomes and nothing else."""
        nodes = list(self.forest.walk())
        return bool(nodes) and all(one.kind is Kind.OUTCOME and not one.indikator for one in nodes)

    def _reached(self) -> int:
        """Return the stage that a tree without stage tables has reached."""
        return 4 if any(one.indikator for one in self.forest.walk()) else 3

    def _stages(self) -> int:
        people = Sheets(self.ledger)
        reader = StageTables(self.ledger, people, tahun=self.identity.tahun or 0)
        draft = read_outcome(self.source, self.ledger)
        if draft is not None:
            reader.outcome(draft)
        for sheet in sorted((one for one in self.sheets if one.shape in STAGES), key=lambda one: STAGES[one.shape]):
            reader.read(sheet)
        self.forest = reader.finish()
        self.identity = identify(self.source.lines(), [one.statement for one in self.forest.walk()])
        self.jabatan = (*people.positions(), *_classes(self.forest, self.identity.instansi))
        return max(reader.seen, default=1)

    def _plans(self) -> None:
        kode = _DOKUMEN.get(self.kind, self.kind)
        people = Sheets(self.ledger, dokumen=kode)
        levels = LevelTables(self.ledger, people, dokumen=kode, tahun=self.identity.tahun or 0)
        read: list[Sheet] = []
        for sheet in self.sheets:
            if sheet.shape in (Shape.PLAN, Shape.LEVELS):
                holder = None if self.kind == "perjanjian_kinerja" else people.open(sheet.above)
                levels.usual = _BY_POSITION.get(holder.jenjang) if holder else None
                people.give(levels.read(sheet))
                read.append(sheet)
        self.forest = levels.forest
        for sheet in self.sheets:
            if sheet.shape is Shape.LADDER:
                read_ladder(sheet, self.forest, people, self.ledger)
        people.connect(self.forest)
        self.program = tuple(levels.programs)
        self.jabatan = people.positions()
        if self.kind in _TITLES:
            self._paper(kode, read)

    def _paper(self, kode: str, read: Sequence[Sheet]) -> None:
        paper = Paper(self.ledger, self.kind, kode)
        if self.kind == "perjanjian_kinerja":
            drafts = list(self.forest.walk())
            agreement = Agreement(self.ledger, paper, drafts, self.identity)
            agreement.read(self.source.lines(), self.sheets)
            self.program = (*self.program, *agreement.programs)
            self.jabatan = self.jabatan or tuple(agreement.positions)
            read = [
                *read,
                *(one for one in self.sheets if one.shape in (Shape.PROGRAM, Shape.EXPLAINED, Shape.TARGETS)),
            ]
        read_paper(paper, self.source.lines(), read, self.identity)
        self.dokumen = (paper.document(),)

    def _result(self, tahap: int) -> Imported:
        ids = self.kind in {"pohon", "cascading"}
        self._keep_statements()
        settle(self.forest, self.ledger)
        self.program = settle_programs(self.program, self.ledger)
        period = periode_of(self.identity.periode, self.forest, self.ledger)
        nodes, roots, belum, belum_roots = freeze(self.forest, ids=ids)
        nodes, belum = ({k: fitting(one, NODE, self.ledger) for k, one in some.items()} for some in (nodes, belum))
        who = self.identity
        named = (agency_in(one.nama) for top in self.jabatan for one in top.walk())
        instansi = who.instansi or next(filter(None, named), "")
        profile = load_builtin(self._profile())
        tree = Tree(
            judul=_judul(who, self.kind, instansi), instansi=instansi or "(belum diisi)", profile=profile, tahap=tahap,
            nodes=nodes, roots=roots, belum=belum, belum_roots=belum_roots, pemerintah=who.pemerintah,
            jenis="opd", tahun=who.tahun if self.kind != "pohon" else None, jabatan=self.jabatan, program=self.program,
            periode=Periode(*period) if period else None, dokumen=self.dokumen,
        )  # fmt: skip
        tree = fitting(tree, FILE, self.ledger)
        keys = _keys(self.forest)
        notes = tuple(replace(note, key=_key_of(note, keys)) for note in self.ledger.notes)
        unused = list(self.ledger.unused(self.source))
        left = tuple(
            Note(place=_place(thing.place), read=text, assumed="tidak dipakai.", remedy="")
            for thing, text in zip(unused, impersonal([thing.text for thing in unused]), strict=True)
        )
        unknown = tuple(dict.fromkeys(title for sheet in self.sheets for title in sheet.unknown))
        return Imported(
            tree=tree, notes=notes, count=self.ledger.count(self.source), kind=self.kind,
            unknown=unknown, left=left, ids=ids,
        )  # fmt: skip

    def _keep_statements(self) -> None:
        """Keep statements that no reader could place: they wait in `belum_ditempatkan`, with their place."""
        kode = _DOKUMEN.get(self.kind, self.kind)
        for thing in list(self.ledger.unused(self.source)):
            text = " ".join(thing.text.split())
            if not isinstance(thing, Cell) or not _is_statement(text):
                continue
            self.ledger.use(thing)
            asal = [Origin(dokumen=kode, baris=row_name(thing.place))]
            self.forest.belum.append(Draft(Kind.GAGASAN, text, thing.place, asal=asal))
            self.ledger.note(
                thing.place, text, "kalimat ini tidak berada di kolom yang dikenal; disimpan di belum_ditempatkan.",
                "Pindahkan ke tempatnya, atau sebutkan arti kolomnya dengan --map.",
            )  # fmt: skip

    def _profile(self) -> str:
        if self.kind == "pohon":
            return "balangan"
        held = {one.jenjang for top in self.jabatan for one in top.walk()}
        return "pra-penyetaraan" if Jenjang.PENGAWAS in held and self.kind == "iki" else "renstra-2025"


def _keys(forest: Forest) -> dict[str, str]:
    """Return where each row of the source stands -> the key of the node that came from it."""
    keys: dict[str, str] = {}
    for one in forest.everything():
        rows = [o.baris for o in (*one.asal, *(o for measure in one.indikator for o in measure.asal))]
        for baris in (spoken(one.place), *(f"baris {row}" if row[:1].isdigit() else row for row in rows)):
            keys.setdefault(baris, one.key)
            keys.setdefault(f"{baris}\n{one.statement}", one.key)
    return keys


def _key_of(note: Note, keys: Mapping[str, str]) -> str:
    """Return the node of a note: the one with its very words on its row, else the first one of the row."""
    return keys.get(f"{note.place}\n{note.read}") or keys.get(note.place, "")


def _is_statement(text: str) -> bool:
    found = head(text, default()).lists & {"hasil", "keluaran"}
    return bool(found) and 2 < len(text.split()) < 60


def _place(place: Place) -> str:
    return place.label or (f"baris {place.line}" if place.line else "")


def _judul(who: Identity, kind: str, instansi: str) -> str:
    if who.judul and len(who.judul.split()) > 3:
        return who.judul
    return f"{_TITLES.get(kind, 'Pohon Kinerja')} {instansi}".strip()


_CLASSES = (
    (Jenjang.JPT_PRATAMA, "jpt", "Jabatan Pimpinan Tinggi"),
    (Jenjang.ADMINISTRATOR, "administrator", "Jabatan Administrator"),
    (Jenjang.PENGAWAS, "pengawas", "Jabatan Pengawas"),
    (Jenjang.JF, "jf", "Jabatan Fungsional"),
    (Jenjang.PELAKSANA, "pelaksana", "Jabatan Pelaksana"),
)


def _classes(forest: Forest, instansi: str) -> tuple[Position, ...]:
    """Return the classes of positions that stage 5 names, each below the higher one."""
    used = {name for one in forest.everything() for name in one.jabatan}
    made: tuple[Position, ...] = ()
    for jenjang, name, title in reversed(_CLASSES):
        if name in used:
            nama = f"Kepala {instansi}" if name == "jpt" and instansi else title
            made = (Position(id=name, nama=nama, jenjang=jenjang, bawahan=made),)
    return made
