"""`pohon.toml`: what an office may set. One table of settings; a key that is not in it is an error.

The file is looked for upwards from the folder of the tree file, so one file serves a whole folder of trees.
No pydantic here: settings are read on every lint.
"""

import tomllib
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from pohon.errors import BadSettings, Place, Problem, why
from pohon.frozen import dataclass, field
from pohon.model.colours import ROLES, is_colour
from pohon.model.finding import Severity
from pohon.model.profile import Profile, read_profile
from pohon.model.toml_place import toml_place

__all__ = ["FILE_NAME", "SETTINGS", "Setting", "Settings", "Shape", "find", "load", "place_of", "read"]

FILE_NAME = "pohon.toml"

_LARGEST, _LONGEST_LIST = 1_000_000, 20_000_000


class Shape(Enum):
    """What a value looks like; the value is the phrase shown to users."""

    TEXT = "teks di antara tanda kutip"
    TEXTS = 'daftar teks: ["...", "..."]'
    COLOUR = 'warna "#RRGGBB"'
    NUMBER = "bilangan, misalnya 9 atau 0.8"
    PATH = "nama berkas atau folder di antara tanda kutip, dihitung dari letak pohon.toml, bukan alamat jaringan"


class Setting(NamedTuple):
    """One row of the table. A name that ends in `.*` stands for every key of that section."""

    name: str
    shape: Shape
    default: str
    help: str
    choices: tuple[str, ...] = ()


_WORDS = tuple(severity.label for severity in Severity)

SETTINGS = (
    Setting(
        name="lint.select",
        shape=Shape.TEXTS,
        default="[]",
        help="Hanya aturan ini yang diperiksa: kode penuh (RED01) atau awalnya (RED). Kosong = semua aturan.",
    ),
    Setting(
        name="lint.ignore",
        shape=Shape.TEXTS,
        default="[]",
        help="Aturan ini tidak diperiksa: kode penuh atau awalnya.",
    ),
    Setting(
        name="lint.fail_on",
        shape=Shape.TEXT,
        default='"galat"',
        choices=_WORDS,
        help="Temuan seberat ini atau lebih berat membuat `pohon lint` keluar dengan kode 1.",
    ),
    Setting(
        name="lint.severity.*",
        shape=Shape.TEXT,
        default="menurut aturan",
        choices=_WORDS,
        help='Beratnya temuan satu aturan, misalnya RED03 = "saran".',
    ),
    Setting(
        name="ambang.*",
        shape=Shape.NUMBER,
        default="menurut aturan",
        help='Batas angka sebuah aturan, misalnya "STR09.anak" = 9.',
    ),
    Setting(
        name="kata.*",
        shape=Shape.TEXTS,
        default="daftar bawaan",
        help='Kata tambahan untuk daftar kata bawaan, misalnya hasil = ["termitigasinya"]; "-kata" menghapus kata.',
    ),
    Setting(
        name="frasa.*",
        shape=Shape.TEXTS,
        default="daftar bawaan",
        help='Frasa tambahan yang boleh apa adanya, misalnya majemuk_tetap = ["pupuk dan pestisida"].',
    ),
    Setting(
        name="ejaan.*",
        shape=Shape.TEXT,
        default="daftar bawaan",
        help='Salah tulis dan yang benar, misalnya presentase = "persentase".',
    ),
    Setting(
        name="glosarium.*",
        shape=Shape.TEXT,
        default="daftar bawaan",
        help='Singkatan dan kepanjangannya, misalnya bimtek = "bimbingan teknis".',
    ),
    Setting(
        name="gabungan.*",
        shape=Shape.TEXTS,
        default="daftar bawaan",
        help='Satu nama untuk beberapa bagian, misalnya adminduk = ["pendaftaran penduduk", "pencatatan sipil"].',
    ),
    Setting(
        name="satuan.*",
        shape=Shape.TEXTS,
        default="daftar bawaan",
        help='Satuan yang cocok dengan awal nama indikator, misalnya persentase = ["%", "persen"].',
    ),
    Setting(
        name="kolom.*",
        shape=Shape.TEXT,
        default="judul kolom bawaan",
        help='Arti judul kolom untuk `pohon import`, misalnya "Hasil Akhir" = "csf"; ditulis oleh --map.',
    ),
    Setting(
        name="nomenklatur",
        shape=Shape.PATH,
        default="tidak ada",
        help="Berkas teks berisi nama resmi program, kegiatan, dan sub kegiatan: satu nama pada satu baris.",
    ),
    Setting(
        name="profil",
        shape=Shape.PATH,
        default="tidak ada",
        help="Folder berisi profil jenjang buatan sendiri (berkas .toml).",
    ),
    Setting(
        *("tema.*", Shape.COLOUR, "warna bawaan"),
        help="Warna sebuah bagian gambar; ditolak bila hurufnya menjadi sulit dibaca (docs/gambar.md).",
    ),
    Setting(
        name="render.view",
        shape=Shape.TEXT,
        default='"kinerja"',
        choices=("kinerja", "cascading", "jabatan", "crosscutting"),
        help="Isi kotak pada gambar.",
    ),
    Setting(
        name="render.paper",
        shape=Shape.TEXT,
        default="A3 untuk pdf, ukuran layar untuk svg dan png",
        choices=("A4", "F4", "A3", "A2", "A1", "A0"),
        help="Ukuran kertas gambar.",
    ),
    Setting(
        name="render.orientation",
        shape=Shape.TEXT,
        default='"auto"',
        choices=("auto", "landscape", "portrait"),
        help="Arah kertas gambar; auto memilih yang hurufnya paling besar.",
    ),
)

_BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}
_LEXICON = ("ambang", "kata", "frasa", "ejaan", "glosarium", "gabungan", "satuan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings in force. `words` is what `lexicon.extend` takes; `view` ... are "" when nothing is set."""

    path: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    severity: Mapping[str, Severity] = field(default_factory=dict)
    words: Mapping[str, Any] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    columns: tuple[tuple[str, str], ...] = ()
    view: str = ""
    paper: str = ""
    orientation: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)


def find(folder: Path) -> Path | None:
    """Return the nearest `pohon.toml` in this folder or above it."""
    start = folder.resolve()
    return next((path for above in (start, *start.parents) if (path := above / FILE_NAME).is_file()), None)


def load(folder: Path) -> Settings:
    """Return the settings that hold for a folder. Raises BadSettings with every problem of the file."""
    path = find(folder)
    return Settings() if path is None else read(path)


def read(path: Path) -> Settings:
    """Read one settings file. Raises BadSettings with every problem found in it."""
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadSettings(str(path), (_syntax_problem(error),)) from error
    reading = _Reading(path, text)
    reading.section(data, "")
    return reading.finish()


def _text(path: Path) -> str:
    try:
        if path.stat().st_size <= _LARGEST:
            return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        problem = Problem(Place(), "berkas terlalu besar untuk sebuah pengaturan.", "Batasnya 1 MB.")
    except OSError as error:
        problem = Problem(Place(), f"berkas tidak dapat dibaca ({why(error)}).", "Periksa izin berkasnya.")
    except UnicodeDecodeError:
        problem = Problem(Place(), "berkas bukan teks UTF-8.", "Simpan ulang sebagai UTF-8.")
    raise BadSettings(str(path), (problem,))


def _syntax_problem(error: Exception) -> Problem:
    """Turn the parser's English text into a place and one plain sentence."""
    import re

    found = re.search(r"at line (\d+), column (\d+)", str(error))
    place = Place(int(found[1]), int(found[2])) if found else Place()
    return Problem(
        place,
        "tulisan di sini bukan TOML yang benar.",
        'Bentuknya: [bagian] lalu kunci = nilai, teks di antara tanda kutip, misalnya fail_on = "galat".',
    )


class _Reading:
    """One pass over the data of a file: collects values and every problem on the way."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.problems: list[Problem] = []
        self.values: dict[str, Any] = {}
        self.tables: dict[str, dict[str, Any]] = {}

    def section(self, data: Mapping[str, Any], prefix: str) -> None:
        """Take in one table of the file; `prefix` is its dotted name with a dot behind, "" at the top."""
        for key, value in data.items():
            name = prefix + key
            if f"{name}.*" in _BY_NAME:
                self._table(name, value)
            elif name in _BY_NAME:
                if self._fits(name, _BY_NAME[name], value):
                    self.values[name] = value
            elif isinstance(value, dict) and any(known.startswith(f"{name}.") for known in _BY_NAME):
                self.section(value, f"{name}.")
            else:
                self._unknown(name, key)

    def _table(self, name: str, value: Any) -> None:
        if not isinstance(value, dict):
            self._add(name, f"`{name}` harus berupa bagian [{name}] berisi kunci = nilai.")
            return
        setting = _BY_NAME[f"{name}.*"]
        members = dict(_flat(value) if name == "ambang" else value)
        known = _known_words(name)
        for key, member in members.items():
            if known is not None and key not in known:
                self._add(f"{name}.{key}", f"`{key}` tidak dikenal pada bagian [{name}].", _near(key, known))
            elif self._fits(f"{name}.{key}", setting, member):
                self.tables.setdefault(name, {})[key] = member

    def _fits(self, name: str, setting: Setting, value: Any) -> bool:
        """Return whether a value has the shape its setting asks for; note the problem if not."""
        if not _has_shape(setting.shape, value):
            self._add(name, f"nilai `{name}` tidak cocok.", f"Tulislah {setting.shape.value}.")
            return False
        if setting.choices and value not in setting.choices:
            words = ", ".join(f'"{word}"' for word in setting.choices)
            self._add(name, f'nilai "{value}" untuk `{name}` tidak dikenal.', f"Pilih salah satu: {words}.")
            return False
        return True

    def _unknown(self, name: str, key: str) -> None:
        sections = {known.partition(".")[0] for known in _BY_NAME}
        names = {known.removesuffix(".*") for known in _BY_NAME} | sections
        remedy = _near(name, names) or _near(key, names)
        self._add(name, f"pengaturan `{name}` tidak dikenal.", remedy or "Lihat docs/pengaturan.md.")

    def _add(self, name: str, message: str, remedy: str = "") -> None:
        self.problems.append(Problem(toml_place(self.lines, name), message, remedy))

    def finish(self) -> Settings:
        """Return the settings, or raise BadSettings when anything was wrong."""
        words: dict[str, Any] = {name: self.tables[name] for name in _LEXICON if name in self.tables}
        if "nomenklatur" in self.values:
            words["nomenklatur"] = tuple(self._official_names(self.path.parent / self.values["nomenklatur"]))
        profiles: dict[str, Profile] = {}
        if "profil" in self.values:
            profiles = dict(self._own_profiles(self.path.parent / self.values["profil"]))
        if self.problems:
            raise BadSettings(str(self.path), tuple(self.problems))
        return Settings(
            path=self.path,
            select=tuple(self.values.get("lint.select", ())),
            ignore=tuple(self.values.get("lint.ignore", ())),
            fail_on=Severity.from_label(self.values.get("lint.fail_on", "galat")),
            severity={code: Severity.from_label(word) for code, word in self.tables.get("lint.severity", {}).items()},
            words=words,
            profiles=profiles,
            columns=tuple(self.tables.get("kolom", {}).items()),
            view=self.values.get("render.view", ""),
            paper=self.values.get("render.paper", ""),
            orientation=self.values.get("render.orientation", ""),
            colours=self.tables.get("tema", {}),
        )

    def _official_names(self, path: Path) -> Iterator[str]:
        try:
            text = _plain(path)
        except (OSError, UnicodeDecodeError):
            self._add("nomenklatur", f"berkas {path.name} tidak dapat dibaca.", "Periksa nama berkasnya (teks UTF-8).")
            return
        for line in text.splitlines():
            name = line.strip()
            if name and not name.startswith("#"):
                yield _without_code(name)

    def _own_profiles(self, folder: Path) -> Iterator[tuple[str, Profile]]:
        files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
        if not files:
            self._add("profil", f"folder {folder.name} tidak berisi profil (.toml).", "Periksa nama foldernya.")
        for file in files:
            try:
                profile = read_profile(tomllib.loads(_plain(file)))
            except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                detail = f"kunci {error} belum ada" if isinstance(error, KeyError) else str(error)
                message = f"profil {file.name} tidak dapat dipakai: {detail}."
                self._add("profil", message, "Bandingkan dengan profil bawaan di pohon/model/profiles.")
            else:
                yield profile.nama, profile


def _plain(path: Path) -> str:
    """Return the text of a file that settings name. Raises OSError for a device, a folder, or one too large."""
    if not path.is_file() or path.stat().st_size > _LONGEST_LIST:
        raise OSError
    return path.read_text(encoding="utf-8-sig")


def _has_shape(shape: Shape, value: Any) -> bool:
    if shape is Shape.TEXTS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if shape is Shape.COLOUR:
        return isinstance(value, str) and is_colour(value)
    if shape is Shape.NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf")
    if shape is Shape.PATH and isinstance(value, str) and value[:2].replace("\\", "/") == "//":
        return False  # Windows would greet any server that a settings file from elsewhere names
    return isinstance(value, str) and bool(value)


def _flat(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the members of nested tables with dotted names: STR09.anak = 9 is "STR09.anak" = 9."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def _known_words(section: str) -> frozenset[str] | None:
    """Return the names that a section of word lists may hold, None when any name will do."""
    if section == "tema":
        return frozenset(ROLES)
    if section not in ("ambang", "kata", "frasa"):
        return None
    from pohon.model.lexicon import default

    return frozenset(getattr(default(), section))


def _near(word: str, known: frozenset[str] | set[str]) -> str:
    """Return "Maksud Anda ...?" with the most similar known word, "" when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"Maksud Anda `{near[0]}`?" if near else ""


def place_of(path: Path, name: str) -> Place:
    """Return where a dotted key stands in a settings file."""
    return toml_place(_text(path).splitlines(), name)


def _without_code(name: str) -> str:
    """Drop a leading nomenclature code ("2.12.02 Program ...")."""
    code, _, rest = name.partition(" ")
    return rest.strip() if rest and all(sign.isdigit() or sign in ".X" for sign in code) else name
