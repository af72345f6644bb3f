"""The keys of the tree file, as data: reader, writer, JSON Schema and documentation all walk these tables.

Source: design.md section 3.
"""

from enum import Enum, StrEnum
from functools import cached_property

from pohon.frozen import dataclass
from pohon.model.document import Party
from pohon.model.indicator import Indicator, Polarity
from pohon.model.node import Crosscutting, CrosscuttingStatus, Dasar, Kind, Waiver
from pohon.model.origin import Origin
from pohon.model.planning import CodeLevel
from pohon.model.position import Jenjang, Pemangku, Position

__all__ = [
    "DOCUMENT_KINDS", "FILE", "NODE", "PROGRAM_LEVELS", "RECORDS", "REF", "STATEMENT_KEYS", "UNDATED", "YEARLY",
    "Field", "Form", "Record",
]  # fmt: skip


class Form(Enum):
    """What may stand after a key."""

    PROSE = "kalimat"
    """A sentence: everything up to the end of the line, as typed."""
    WORD = "kata"
    """A short value: up to the end of the line or ` #`, as typed."""
    NUMBER = "bilangan bulat"
    FIGURE = "angka"
    RUPIAH = "rupiah"
    PERIODE = "periode"
    CHOICE = "pilihan"
    FLAG = "ya/tidak"
    PROSES = "kalimat atau daftar kalimat"
    WORDS = "kata atau daftar kata"
    PAIRS = "nama: kata"
    PROSE_PAIRS = "nama: kalimat"
    YEARS = "tahun: angka"
    YEARS_RUPIAH = "tahun: rupiah"
    RECORD = "kelompok kunci"
    RECORDS = "daftar kelompok kunci"
    WAIVERS = "KODE: alasan"
    NODES = "daftar simpul"
    DOCUMENTS = "jenis: kelompok kunci"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key: its form, the attribute it fills when named otherwise, and a sentence of help for editors."""

    key: str
    form: Form
    help: str
    attr: str = ""
    required: bool = False
    choices: type[StrEnum] | tuple[str, ...] | None = None
    record: str = ""

    @property
    def attribute(self) -> str:
        """The attribute of the model that this key fills."""
        return self.attr or self.key


@dataclass(frozen=True)
class Record:
    """A group of keys and the class they fill; `bare` = the key that a lone sentence fills."""

    title: str
    fields: tuple[Field, ...]
    build: type | None = None
    bare: str = ""

    def field(self, key: str) -> Field | None:
        """Return the field of a key, None when the record has no such key."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str, Field]:
        return {field.key: field for field in self.fields}


YEARLY = (Form.YEARS, Form.YEARS_RUPIAH)
"""Forms of what has a value for each year."""
STATEMENT_KEYS = tuple(kind.value for kind in Kind)
REF = "ref"
UNDATED = "tanpa-tahun"
"""Year key of a target that the document prints without naming a year; Target.tahun is then 0."""
DOCUMENT_KINDS = ("rkt", "perjanjian_kinerja", "iki", "iku", "renstra")
PROGRAM_LEVELS = {
    "program": (CodeLevel.PROGRAM, "kegiatan"),
    "kegiatan": (CodeLevel.KEGIATAN, "sub_kegiatan"),
    "sub_kegiatan": (CodeLevel.SUB_KEGIATAN, ""),
}
"""Record name -> (level of its rows, key of the rows below)."""


def _prose(key: str, help_: str, **more: object) -> Field:
    return Field(key=key, form=Form.PROSE, help=help_, **more)  # type: ignore[arg-type]  # keywords pass through


def _word(key: str, help_: str, **more: object) -> Field:
    return Field(key=key, form=Form.WORD, help=help_, **more)  # type: ignore[arg-type]  # keywords pass through


_ASAL = Field(key="asal", form=Form.RECORDS, record="asal", help="Baris dokumen sumber, satu butir tiap baris.")
_CATATAN = _prose("catatan", "Catatan bebas.")
_ABAIKAN = Field(key="abaikan", form=Form.WAIVERS, record="abaikan", help="Temuan yang diterima, beserta alasannya.")

FILE = Record(
    "berkas",
    (
        Field(key="versi", form=Form.NUMBER, required=True, help="Versi format berkas: 1."),
        _prose("judul", "Judul pohon kinerja.", required=True),
        _prose("instansi", "Nama instansi atau perangkat daerah.", required=True),
        _prose("pemerintah", "Pemerintah daerah atau kementerian/lembaga induk."),
        Field(key="jenis", form=Form.CHOICE, choices=("opd", "pemda", "kl"), help="Jenis instansi."),
        _word("profil", "Profil jenjang: menentukan sebutan, komponen, dan jabatan tiap jenjang.", required=True),
        Field(key="tahap", form=Form.NUMBER, required=True, help="Tahap yang sedang dikerjakan, 1 sampai 5."),
        Field(key="periode", form=Form.PERIODE, help="Periode perencanaan, misalnya 2025-2029."),
        Field(key="tahun", form=Form.NUMBER, help="Tahun dokumen."),
        Field(key="dasar_hukum", form=Form.PROSES, help="Dasar hukum."),
        Field(key="pohon", form=Form.NODES, required=True, help="Pohon kinerja: outcome beserta sebab-sebabnya."),
        Field(key="belum_ditempatkan", form=Form.NODES, attr="belum", help="Kondisi yang belum punya tempat."),
        Field(key="jabatan", form=Form.RECORDS, record="jabatan", help="Susunan jabatan (tahap 5)."),
        Field(key="program", form=Form.RECORDS, record="program", help="Program, kegiatan, sub kegiatan (tahap 5)."),
        Field(key="dokumen", form=Form.DOCUMENTS, record="dokumen", help="Keterangan dokumen resmi."),
        _ABAIKAN,
        _ASAL,
        Field(key="catatan", form=Form.PROSES, help="Catatan bebas."),
    ),
)

NODE = Record(
    "simpul",
    (
        _word("id", "Nama tetap simpul, dipakai oleh ref dan papan lokakarya."),
        _prose("isu", "Isu CSF dalam bahasa masalah."),
        Field(key="dasar", form=Form.RECORD, record="dasar", help="Dasar outcome: mandat, permasalahan, harapan."),
        Field(key="waktu", form=Form.CHOICE, choices=("kini", "depan"), help="Isu masa kini atau masa depan."),
        Field(key="indikator", form=Form.RECORDS, record="indikator", help="Indikator kinerja (tahap 4)."),
        Field(key="crosscutting", form=Form.RECORDS, record="crosscutting", help="Kontribusi unit lain."),
        _prose("komponen", "Komponen perencanaan bila lain dari yang ditentukan profil (tahap 5)."),
        Field(key="jabatan", form=Form.WORDS, help="Id jabatan yang memikul kinerja ini (tahap 5)."),
        Field(key="program", form=Form.WORDS, help="Kode program, kegiatan, atau sub kegiatan (tahap 5)."),
        Field(key="anggaran", form=Form.RUPIAH, help="Anggaran; tempatnya di program, bukan di simpul."),
        _prose("uraian", "Uraian atau penjelasan kinerja."),
        Field(key="dasar_hukum", form=Form.PROSES, help="Dasar hukum kinerja ini."),
        Field(key="bukti", form=Form.PROSES, help="Data atau bukti yang mendasari."),
        _word("pengaruh", "Besar pengaruh terhadap akibatnya, misalnya besar, sedang, kecil."),
        _word("status", "Status simpul, misalnya draf, disepakati, dihapus."),
        Field(key="jawab", form=Form.PROSE_PAIRS, help="Jawaban atas pertanyaan fasilitator."),
        _ABAIKAN,
        _ASAL,
        _CATATAN,
        Field(key="sebab", form=Form.NODES, help="Kondisi yang menyebabkan kinerja ini tercapai."),
    ),
)

_INDIKATOR = Record(
    "indikator",
    (
        _prose("nama", "Nama indikator.", required=True),
        _word("satuan", "Satuan ukuran."),
        Field(key="arah", form=Form.CHOICE, choices=Polarity, help="Arah yang baik: naik, turun, atau tetap."),
        Field(key="iku", form=Form.FLAG, help="Ya bila termasuk Indikator Kinerja Utama."),
        _prose("rumus", "Formulasi perhitungan seperti tercetak pada formulir."),
        _prose("hitung", "Rumus yang dapat dihitung, memakai nama pada variabel."),
        Field(key="variabel", form=Form.PAIRS, help="Nilai tiap nama dalam hitung."),
        _prose("relevansi", "Alasan indikator ini dipilih."),
        _prose("sumber", "Sumber data."),
        _prose("penanggung_jawab", "Penanggung jawab data."),
        Field(key="awal", form=Form.FIGURE, help="Kondisi awal."),
        Field(key="target", form=Form.YEARS, help="Target tiap tahun, ditulis seperti pada formulir."),
        Field(key="realisasi", form=Form.YEARS, help="Realisasi tiap tahun."),
        _prose("penjelasan_target", "Penjelasan target."),
        _prose("hubungan", "Hubungan dengan indikator di bawahnya, misalnya rata-rata atau jumlah."),
        _CATATAN,
        _ASAL,
    ),
    Indicator,
    "nama",
)

_CROSSCUTTING = Record(
    "crosscutting",
    (
        _prose("mitra", "Unit mitra.", required=True),
        _prose("peran", "Peran mitra."),
        _prose("kontribusi", "Kondisi yang disumbangkan mitra, menurut kalimat mitra."),
        Field(key="status", form=Form.CHOICE, choices=CrosscuttingStatus, help="Status kesepakatan."),
        _prose("alasan", "Alasan bila ditolak."),
        _word("rujuk", "Simpul pada pohon mitra: berkas#id."),
    ),
    Crosscutting,
    "mitra",
)

_DASAR = Record(
    "dasar",
    (
        _prose("mandat", "Mandat, tugas, dan fungsi."),
        _prose("permasalahan", "Permasalahan yang dihadapi."),
        _prose("harapan", "Harapan masyarakat dan pemangku kepentingan."),
    ),
    Dasar,
)

_JABATAN = Record(
    "jabatan",
    (
        _word("id", "Nama tetap jabatan.", required=True),
        _prose("nama", "Nama jabatan.", required=True),
        Field(key="jenjang", form=Form.CHOICE, choices=Jenjang, required=True, help="Jenjang jabatan."),
        Field(key="pemangku", form=Form.CHOICE, choices=Pemangku, help="Status pemangku jabatan."),
        _prose("tugas", "Tugas jabatan."),
        Field(key="fungsi", form=Form.PROSES, help="Fungsi jabatan, satu butir tiap baris."),
        _CATATAN,
        _ASAL,
        Field(key="bawahan", form=Form.RECORDS, record="jabatan", help="Jabatan di bawahnya."),
    ),
    Position,
)


def _program(title: str, money: str, below: str) -> Record:
    fields = [
        _word("kode", "Kode nomenklatur."),
        _prose("nama", f"Nama {title}.", required=True),
        Field(key=money, form=Form.RUPIAH, attr="anggaran", help="Jumlah rupiah seperti tercetak."),
        Field(key="pagu_indikatif", form=Form.YEARS_RUPIAH, help="Pagu indikatif tiap tahun Renstra."),
        _word("sumber_dana", "Sumber dana, misalnya APBD atau DAU."),
        _word("nomenklatur", "Versi daftar nomenklatur."),
        _CATATAN,
        _ASAL,
    ]
    if below:
        fields.append(Field(key=below, form=Form.RECORDS, record=below, attr="isi", help="Rincian di bawahnya."))
    return Record(title, tuple(fields))


_DOKUMEN = Record(
    "dokumen",
    (
        _prose("judul", "Judul dokumen."),
        Field(key="tahun", form=Form.NUMBER, help="Tahun dokumen."),
        _prose("tempat", "Tempat penandatanganan."),
        _prose("tanggal", "Tanggal penandatanganan."),
        _prose("kop", "Kop surat."),
        _prose("alamat", "Alamat kantor."),
        Field(key="pihak_pertama", form=Form.RECORD, record="pihak", help="Pihak pertama (tanpa nama orang)."),
        Field(key="pihak_kedua", form=Form.RECORD, record="pihak", help="Pihak kedua (tanpa nama orang)."),
        Field(key="uraian", form=Form.PROSE_PAIRS, help="Naskah bagian-bagian dokumen."),
        _CATATAN,
        _ASAL,
    ),
)

_PIHAK = Record("pihak", (_prose("jabatan", "Jabatan penanda tangan."), _prose("instansi", "Instansinya.")), Party)

_ASAL_RECORD = Record(
    "asal",
    (
        Field(key="tahap", form=Form.NUMBER, help="Tabel tahap 1 sampai 5."),
        _word("dokumen", "Dokumen sumber bila bukan tabel tahap."),
        _word("baris", "Baris atau sel pada dokumen sumber."),
        _prose("rujukan", "Rujukan tahapan yang tercetak."),
        _prose("teks", "Kalimat kinerja bila tercetak lain; kosong bila selnya kosong."),
        _prose("keterangan", "Label jenjang yang tercetak."),
        _prose("komponen", "Komponen yang tercetak."),
        _prose("jabatan", "Jabatan yang tercetak."),
        _prose("nama", "Nama indikator bila tercetak lain."),
        _prose("satuan", "Satuan bila tercetak lain."),
        _prose("target", "Target bila tercetak lain."),
        _prose("rumus", "Rumus bila tercetak lain."),
        _prose("sumber", "Sumber data bila tercetak lain."),
        Field(key="geser", form=Form.FLAG, help="Ya bila sel-selnya berada di kolom yang salah."),
    ),
    Origin,
)

_WAIVER = Record(
    "abaikan",
    (
        _prose("alasan", "Alasan temuan diterima.", required=True),
        _prose("oleh", "Yang menerima."),
        _word("tanggal", "Tanggal."),
    ),
    Waiver,
    "alasan",
)

RECORDS = {
    "indikator": _INDIKATOR,
    "crosscutting": _CROSSCUTTING,
    "dasar": _DASAR,
    "jabatan": _JABATAN,
    "program": _program("program", "anggaran", "kegiatan"),
    "kegiatan": _program("kegiatan", "anggaran", "sub_kegiatan"),
    "sub_kegiatan": _program("sub kegiatan", "pagu", ""),
    "dokumen": _DOKUMEN,
    "pihak": _PIHAK,
    "asal": _ASAL_RECORD,
    "abaikan": _WAIVER,
}
