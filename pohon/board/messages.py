"""What clients may say, checked strictly and bounded: anything else is refused before it reaches a room.

Unknown fields, wrong types, long texts, big lists and deep values are refused. Source: docs/papan/protokol.md; a test
compares the operations with that page and with client/src/protocol.ts.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from .refusal import NotMade

__all__ = [
    "MAX_SENTENCE", "Denyut", "Hadir", "Masuk", "Message", "OpMessage", "Pandang", "PandangMessage", "Ulang", "Urung",
    "read_message",
]  # fmt: skip

MAX_SENTENCE = 2_000
"""Longest sentence, in characters (forms.values.MAX_LABEL)."""
_MAX_TEXT = 20_000
_MAX_DEPTH = 16
_MAX_ITEMS = 20_000
_MAX_LIST = 2_000
_MAX_SAFE = 2**53
_MAX_GHOST, _MOST_GHOSTS = 240, 80


def _bounded(value: Any) -> Any:
    """Refuse JSON that is deep, big or long. Looks no deeper than it must."""
    pending: list[tuple[Any, int]] = [(value, 0)]
    count = 0
    while pending:
        one, depth = pending.pop()
        count += 1
        if depth > _MAX_DEPTH or count > _MAX_ITEMS:
            raise ValueError("terlalu dalam atau terlalu banyak isinya")
        if isinstance(one, str) and len(one) > _MAX_TEXT:
            raise ValueError(f"teks lebih panjang dari {_MAX_TEXT} huruf")
        if isinstance(one, int | float) and not -_MAX_SAFE < one < _MAX_SAFE:
            raise ValueError("angka terlalu besar")
        if isinstance(one, dict):
            pending.extend((part, depth + 1) for pair in one.items() for part in pair)
        elif isinstance(one, list):
            if len(one) > _MAX_LIST:
                raise ValueError(f"daftar lebih panjang dari {_MAX_LIST}")
            pending.extend((part, depth + 1) for part in one)
        elif one is not None and not isinstance(one, str | int | float | bool):
            raise ValueError("bukan nilai JSON")
    return value


_Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_.-]{0,63}$")]
_Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,64}$")]
_Sentence = Annotated[str, Field(max_length=MAX_SENTENCE)]
_Path = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}(\.[A-Za-z0-9_-]{1,64}){0,5}$")]
_Value = Annotated[Any, AfterValidator(_bounded)]
_Kind = Literal["outcome", "csf", "utama", "antara", "operasional", "gagasan"]
_Placed = Literal["outcome", "csf", "utama", "antara", "operasional"]
_Place = _Id | Literal[""] | None
_Pixels = Annotated[int, Field(ge=200, le=16_000)]
_Stage = Annotated[int, Field(ge=1, le=5)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Tambah(_Strict):
    """A new node."""

    o: Literal["tambah"]
    id: _Id
    parent: _Id | None
    sesudah: _Place
    kind: _Kind | None = None
    statement: _Sentence


class Ubah(_Strict):
    """One field of a node; `dasar` = what the author saw there."""

    o: Literal["ubah"]
    id: _Id
    field: _Path
    nilai: _Value
    dasar: _Value = None


class Isi(_Strict):
    """Many fields of many nodes at once, as a block from Excel fills them; no sentences."""

    o: Literal["isi"]
    simpul: Annotated[dict[_Id, dict[_Path, _Value]], Field(min_length=1)]


class Pindah(_Strict):
    """A node with its branch to another place; `parent` "" = among the ideas."""

    o: Literal["pindah"]
    id: _Id
    parent: _Place
    sesudah: _Place
    kind: _Kind | None = None


class Hapus(_Strict):
    """A node with its branch."""

    o: Literal["hapus"]
    id: _Id


class Sambung(_Strict):
    """A support edge, made or taken away."""

    o: Literal["sambung", "lepas"]
    id: _Id
    sebab: _Id


class Berkas(_Strict):
    """One field of the file."""

    o: Literal["berkas"]
    field: _Path
    nilai: _Value


class Gagasan(_Strict):
    """An idea for the pool."""

    o: Literal["gagasan"]
    id: _Id
    teks: _Sentence
    anonim: bool


class Tempatkan(_Strict):
    """An idea into the tree."""

    o: Literal["tempatkan"]
    id: _Id
    parent: _Id | None
    sesudah: _Place
    kind: _Kind | None = None


class Perbaiki(_Strict):
    """The repair that a finding offers."""

    o: Literal["perbaiki"]
    id: _Id | Literal[""]
    kode: _Name
    field: Annotated[str, Field(max_length=200)]


class Tahap(_Strict):
    """A stage closed, or opened again."""

    o: Literal["tutup", "buka"]
    tahap: _Stage


class Pilih(_Strict):
    """The end of a clash."""

    o: Literal["pilih"]
    bentrok: _Name
    pakai: Literal["kini", "usul", "lain"]
    teks: Annotated[str, Field(max_length=_MAX_TEXT)] | None = None


class Suara(_Strict):
    """A vote for an idea, given or taken back."""

    o: Literal["suara"]
    id: _Id
    nilai: Literal[0, 1]


class Komentar(_Strict):
    """A comment on a node."""

    o: Literal["komentar"]
    id: _Name
    simpul: _Id
    teks: _Sentence


class KomentarSelesai(_Strict):
    """A comment is settled, or not."""

    o: Literal["komentar-selesai"]
    id: _Name
    selesai: bool


class Versi(_Strict):
    """A name for the present state."""

    o: Literal["versi"]
    nama: Annotated[str, Field(min_length=1, max_length=100)]


class NilaiAtur(_Strict):
    """Settings of the board; only what is given changes."""

    peserta_menyunting: bool | None = None
    suara_per_orang: Annotated[int, Field(ge=0, le=100)] | None = None
    gagasan_anonim: bool | None = None
    bagikan: bool | None = None


class Atur(_Strict):
    """Settings of the board."""

    o: Literal["atur"]
    nilai: NilaiAtur


class Timer(_Strict):
    """The clock that everyone sees; 0 = stop."""

    o: Literal["timer"]
    detik: Annotated[int, Field(ge=0, le=86_400)]
    judul: Annotated[str, Field(max_length=100)]


Op = Annotated[
    Tambah | Ubah | Isi | Pindah | Hapus | Sambung | Berkas | Gagasan | Tempatkan | Perbaiki | Tahap | Pilih | Suara
    | Komentar | KomentarSelesai | Versi | Atur | Timer,
    Field(discriminator="o"),
]  # fmt: skip


class Layar(_Strict):
    """The screen of a room, in pixels: what is drawn around a node so that everybody can read it."""

    simpul: _Id | None
    lebar: _Pixels
    tinggi: _Pixels
    rinci: bool


class Hantu(_Strict):
    """A node that is gone, to be drawn where it hung while two versions are compared."""

    id: _Id
    induk: _Id | None
    kind: _Placed
    kalimat: Annotated[str, Field(max_length=_MAX_GHOST)]


class Pandang(_Strict):
    """How a client looks at the tree."""

    mode: Literal["kanvas", "garis"]
    arah: Literal["bawah", "kanan"]
    lipat: Annotated[list[_Id], Field(max_length=_MAX_LIST)]
    layar: Layar | None = None
    hantu: Annotated[list[Hantu], Field(max_length=_MOST_GHOSTS)] | None = None


class Masuk(_Strict):
    """The first message of a connection."""

    t: Literal["masuk"]
    kunci: Annotated[str, Field(max_length=100)]
    sejak: Annotated[int, Field(ge=0, lt=_MAX_SAFE)] | None = None
    tanda: Annotated[str, Field(max_length=100)] | None = None
    pandang: Pandang


class OpMessage(_Strict):
    """One operation; `n` is the client's own name of it."""

    t: Literal["op"]
    n: _Name
    op: Op


class Urung(_Strict):
    """Undo: of one operation, else of the member's own last."""

    t: Literal["urung"]
    n: _Name
    seq: Annotated[int, Field(ge=1, lt=_MAX_SAFE)] | None = None


class Ulang(_Strict):
    """Redo what was last undone."""

    t: Literal["ulang"]
    n: _Name


class Hadir(_Strict):
    """Where the member's focus is."""

    t: Literal["hadir"]
    simpul: _Id | None = None
    sunting: bool


class PandangMessage(_Strict):
    """Another view."""

    t: Literal["pandang"]
    pandang: Pandang


class Denyut(_Strict):
    """Heartbeat."""

    t: Literal["denyut"]


Message = Masuk | OpMessage | Urung | Ulang | Hadir | PandangMessage | Denyut
_ADAPTER: TypeAdapter[Message] = TypeAdapter(
    Annotated[Message, Field(discriminator="t")], config=ConfigDict(defer_build=True)
)


def read_message(data: Any) -> Message:
    """Return the message that decoded JSON stands for. Raises NotMade, never anything else."""
    try:
        return _ADAPTER.validate_python(_bounded(data))
    except ValidationError as error:
        where = error.errors(include_url=False, include_context=False, include_input=False)[0]
        path = ".".join(str(part) for part in where["loc"])[:80]
        pesan = _TOLD.get(where["type"], "pesan dari halaman ini tidak dapat dibaca")
        raise NotMade(f"{pesan} ({path}).", "Muat ulang halaman; bila tetap terjadi, beri tahu fasilitator.") from error
    except (ValueError, RecursionError) as error:
        raise NotMade("pesan dari halaman ini terlalu besar.", "Kirim sedikit demi sedikit.") from error


_TOLD: Mapping[str, str] = {"string_too_long": "teks terlalu panjang", "string_too_short": "teks masih kosong"}
