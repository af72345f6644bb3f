"""The journal of a room: everything that was done, on disk before anybody is told that it was.

SQLite in WAL with synchronous=FULL: when `append` has returned, the entry survives the loss of power. `MemoryJournal`
has the same methods for tests. A full disk or a locked file becomes JournalError with a sentence for people; nothing is
then noted. Source: docs/papan/protokol.md; libraries measured in docs/keputusan.md.
"""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pohon.errors import PohonError
from pohon.frozen import dataclass

from .codec import Json
from .roles import Member, Role

__all__ = ["Entry", "Journal", "JournalError", "MemoryJournal", "Save", "SqliteJournal", "digest"]

_KEPT_SAVES = 6
_CHECKPOINT = 200
"""A saved text is kept for good every so many operations, so that any earlier state is quickly made again."""


class JournalError(PohonError):
    """The journal cannot be read or written; the text says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One operation that was made. `edits` and `undo` are edits as JSON, `puts` and `unputs` board records.

    `of` is the seq that an undo or redo concerns, 0 for others; `can_undo` = it may be undone; `gone` = nodes that it
    took away, with their sentences; `simpul` = the nodes it concerns.
    """

    seq: int
    at: int
    member: str
    nama: str
    n: str | None
    o: str
    op: Json
    ringkas: str
    patch: Json
    edits: Json = ()
    undo: Json = ()
    puts: Json = ()
    unputs: Json = ()
    gone: Json = ()
    simpul: Json = ()
    of: int = 0
    can_undo: bool = True
    bentrok: str = ""


class Save(NamedTuple):
    """A text of the tree file that was written, or was to be: the state after `seq`."""

    seq: int
    sha: str
    text: str


def digest(text: str) -> str:
    """Return the SHA-256 of a text as it stands on the disk (UTF-8)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Journal(Protocol):
    """What a room needs to remember. Every method raises JournalError when the journal fails."""

    @property
    def mark(self) -> str:
        """A random name of this journal: another one means another history."""

    def append(self, entry: Entry) -> None:
        """Note an entry for good. The same member and `n` twice is an error: ask `find` first."""

    def find(self, member: str, n: str) -> Entry | None:
        """Return the entry of an operation that was already made, None when it is new."""

    def entry(self, seq: int) -> Entry | None:
        """Return one entry."""

    def since(self, seq: int) -> Iterator[Entry]:
        """Yield the entries after a seq, in order."""

    def outline(self) -> Iterator[Entry]:
        """Yield all entries in order with what a room has to know of them: no patch, no edits, no operation."""

    def before(self, seq: int, count: int) -> list[Entry]:
        """Return up to `count` entries before a seq, newest first."""

    def last(self) -> int:
        """Return the newest seq, 0 when nothing was done."""

    def save(self, seq: int, text: str) -> None:
        """Note a text of the file before it is written."""

    def saves(self) -> list[Save]:
        """Return the noted texts, newest first."""

    def remember(self, member: Member, key_hash: str = "") -> None:
        """Note a member, or a new name or role of one."""

    def members(self) -> list[tuple[Member, str]]:
        """Return the members with the hashes of their keys."""

    def close(self) -> None:
        """Let the file go."""


_COLUMNS = (
    "seq", "at", "member", "nama", "n", "o", "op", "ringkas", "patch", "edits", "undo", "puts", "unputs", "gone",
    "simpul", "of", "can_undo", "bentrok",
)  # fmt: skip
_LEFT_OUT = frozenset({"op", "patch", "edits", "undo", "unputs", "simpul"})
_AS_JSON = frozenset({"op", "patch", "edits", "undo", "puts", "unputs", "gone", "simpul"})

_MIGRATIONS: Sequence[str] = (
    """
    CREATE TABLE log (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, member TEXT NOT NULL, nama TEXT NOT NULL, n TEXT,
      o TEXT NOT NULL, op TEXT NOT NULL, ringkas TEXT NOT NULL, patch TEXT NOT NULL, edits TEXT NOT NULL,
      undo TEXT NOT NULL, puts TEXT NOT NULL, unputs TEXT NOT NULL, gone TEXT NOT NULL, simpul TEXT NOT NULL,
      of INTEGER NOT NULL, can_undo INTEGER NOT NULL, bentrok TEXT NOT NULL, UNIQUE (member, n));
    CREATE TABLE saves (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL,
      kept INTEGER NOT NULL);
    CREATE TABLE members (id TEXT PRIMARY KEY, nama TEXT NOT NULL, peran TEXT NOT NULL, key_hash TEXT NOT NULL);
    CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    """,
)
"""One script for each version of the file (`user_version`); old ones are never changed."""


class SqliteJournal:
    """The journal as one SQLite file. Written by one process only."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open or begin a journal; `read_only` = one that another process of the board writes.

        Raises JournalError, also for the journal of a later version of `pohon`.
        """
        self._path = path
        with self._told():
            if read_only:
                self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=2.0)
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=2.0, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def _prepare(self) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
            self._db.execute(f"PRAGMA {pragma}")
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > len(_MIGRATIONS):
            raise JournalError(
                f"{self._path.name}: jurnal papan ini dibuat oleh pohon yang lebih baru. Perbarui pohon dulu."
            )
        for number, script in enumerate(_MIGRATIONS[version:], version + 1):
            self._db.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version={number}; COMMIT;")
        self._db.execute("INSERT OR IGNORE INTO state VALUES ('mark', ?)", (secrets.token_urlsafe(12),))
        (self._mark,) = self._db.execute("SELECT value FROM state WHERE name = 'mark'").fetchone()

    @property
    def mark(self) -> str:
        """A random name of this journal."""
        return str(self._mark)

    def append(self, entry: Entry) -> None:
        """Note an entry for good."""
        values = [_dump(getattr(entry, name)) if name in _AS_JSON else getattr(entry, name) for name in _COLUMNS]
        marks = ",".join("?" * len(_COLUMNS))
        with self._told():
            self._db.execute(f"INSERT INTO log ({','.join(_COLUMNS)}) VALUES ({marks})", values)  # noqa: S608 - our own names

    def find(self, member: str, n: str) -> Entry | None:
        """Return the entry of an operation that was already made."""
        return next(self._entries("WHERE member = ? AND n = ?", (member, n)), None)

    def entry(self, seq: int) -> Entry | None:
        """Return one entry."""
        return next(self._entries("WHERE seq = ?", (seq,)), None)

    def since(self, seq: int) -> Iterator[Entry]:
        """Yield the entries after a seq, in order."""
        return self._entries("WHERE seq > ? ORDER BY seq", (seq,))

    def before(self, seq: int, count: int) -> list[Entry]:
        """Return up to `count` entries before a seq, newest first."""
        return list(self._entries("WHERE seq < ? ORDER BY seq DESC LIMIT ?", (seq, count)))

    def last(self) -> int:
        """Return the newest seq."""
        with self._told():
            (seq,) = self._db.execute("SELECT coalesce(max(seq), 0) FROM log").fetchone()
            return int(seq)

    def outline(self) -> Iterator[Entry]:
        """Yield all entries in order with what a room has to know of them."""
        columns = [f"'null' AS {name}" if name in _LEFT_OUT else name for name in _COLUMNS]
        return self._entries("ORDER BY seq", (), ",".join(columns))

    def _entries(self, where: str, values: tuple[Any, ...], columns: str = ",".join(_COLUMNS)) -> Iterator[Entry]:
        with self._told():
            for row in self._db.execute(f"SELECT {columns} FROM log {where}", values).fetchall():  # noqa: S608 - ours
                pairs = dict(zip(_COLUMNS, row, strict=True))
                pairs |= {name: json.loads(pairs[name]) for name in _AS_JSON}
                yield Entry(**pairs | {"can_undo": bool(pairs["can_undo"])})

    def save(self, seq: int, text: str) -> None:
        """Note a text of the file before it is written; of the older ones only the last few and the marked are kept."""
        with self._told(), self._transaction():
            row = self._db.execute("SELECT max(seq) FROM saves WHERE kept = 1").fetchone()
            kept = row[0] is None or seq - row[0] >= _CHECKPOINT
            insert = "INSERT INTO saves (seq, sha256, text, kept) VALUES (?, ?, ?, ?)"
            self._db.execute(insert, (seq, digest(text), text, kept))
            old = "DELETE FROM saves WHERE kept = 0 AND id NOT IN (SELECT id FROM saves ORDER BY id DESC LIMIT ?)"
            self._db.execute(old, (_KEPT_SAVES,))

    def saves(self) -> list[Save]:
        """Return the noted texts, newest first."""
        with self._told():
            rows = self._db.execute("SELECT seq, sha256, text FROM saves ORDER BY id DESC")
            return [Save(*row) for row in rows]

    def remember(self, member: Member, key_hash: str = "") -> None:
        """Note a member, or a new name or role of one."""
        values = (member.id, member.nama, member.peran.value, key_hash)
        with self._told():
            self._db.execute(
                "INSERT INTO members VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET nama = excluded.nama,"
                " peran = excluded.peran, key_hash = coalesce(nullif(excluded.key_hash, ''), key_hash)",
                values,
            )

    def members(self) -> list[tuple[Member, str]]:
        """Return the members with the hashes of their keys."""
        with self._told():
            rows = self._db.execute("SELECT id, nama, peran, key_hash FROM members ORDER BY rowid")
            return [(Member(id=id, nama=nama, peran=Role(peran)), hashed) for id, nama, peran, hashed in rows]

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite and the disk say into a sentence for people."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise JournalError(f"{self._path.name}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    text = str(error).casefold()
    if "full" in text or "no space" in text:
        return "penyimpanan penuh, jadi perubahan ini tidak dapat dicatat. Kosongkan sebagian lalu ulangi."
    if "locked" in text or "busy" in text:
        return "jurnal sedang dipakai program lain. Tutup papan lain yang membuka pohon ini, lalu ulangi."
    if "readonly" in text or "read-only" in text or isinstance(error, PermissionError):
        return "folder ini tidak boleh ditulisi. Periksa izinnya, atau pindahkan berkasnya ke folder lain."
    if "malformed" in text or "not a database" in text:
        return "jurnal papan rusak. Ganti namanya di folder .papan, lalu buka lagi; pohonnya sendiri tetap ada."
    return "jurnal papan tidak dapat dipakai. Periksa penyimpanan, lalu ulangi."


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class MemoryJournal:
    """A journal that forgets everything with the process; `failing` makes the next writes fail."""

    def __init__(self) -> None:
        self.mark = secrets.token_urlsafe(12)
        self.failing = False
        self._log: list[Entry] = []
        self._by_name: dict[tuple[str, str], Entry] = {}
        self._saves: list[Save] = []
        self._members: dict[str, tuple[Member, str]] = {}

    def append(self, entry: Entry) -> None:
        """Note an entry."""
        self._check()
        if entry.n is not None and (entry.member, entry.n) in self._by_name:
            raise JournalError("operasi ini sudah dicatat.")
        self._log.append(entry)
        if entry.n is not None:
            self._by_name[entry.member, entry.n] = entry

    def find(self, member: str, n: str) -> Entry | None:
        """Return the entry of an operation that was already made."""
        return self._by_name.get((member, n))

    def entry(self, seq: int) -> Entry | None:
        """Return one entry."""
        return self._log[seq - 1] if 1 <= seq <= len(self._log) else None

    def since(self, seq: int) -> Iterator[Entry]:
        """Yield the entries after a seq."""
        return iter(self._log[seq:])

    def outline(self) -> Iterator[Entry]:
        """Yield all entries in order."""
        return iter(self._log)

    def before(self, seq: int, count: int) -> list[Entry]:
        """Return up to `count` entries before a seq, newest first."""
        return self._log[max(0, seq - 1 - count) : max(0, seq - 1)][::-1]

    def last(self) -> int:
        """Return the newest seq."""
        return len(self._log)

    def save(self, seq: int, text: str) -> None:
        """Note a text of the file."""
        self._check()
        self._saves.append(Save(seq, digest(text), text))

    def saves(self) -> list[Save]:
        """Return the noted texts, newest first."""
        return self._saves[::-1]

    def remember(self, member: Member, key_hash: str = "") -> None:
        """Note a member."""
        self._check()
        self._members[member.id] = (member, key_hash or self._members.get(member.id, (member, ""))[1])

    def members(self) -> list[tuple[Member, str]]:
        """Return the members with the hashes of their keys."""
        return list(self._members.values())

    def close(self) -> None:
        """Nothing to let go."""

    def _check(self) -> None:
        if self.failing:
            raise JournalError("penyimpanan penuh, jadi perubahan ini tidak dapat dicatat.")
