"""Who may come in: keys that name members, the PIN of participants, and how often it may be guessed wrongly.

A key is 32 random bytes; only its hash is kept, in FOLDER/.papan/anggota.sqlite, so that a phone comes back after a
restart of the board. There is no default password: the facilitator's key and the PIN are made anew at every start.
"""

import hashlib
import hmac
import secrets
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path

from pohon.errors import Refused

from .roles import Member, Role

__all__ = ["FACILITATOR", "Attempts", "Keys", "Throttle", "host_allowed", "new_pin", "same_origin"]

FACILITATOR = Member(id="fasilitator", nama="Fasilitator", peran=Role.FASILITATOR)
_KEPT_DAYS = 30
_MOST_MEMBERS = 1_000
_MOST_NAME = 60
_WRONG_EACH, _WITHIN = 5, 60.0
_WRONG_ALL, _WITHIN_ALL = 40, 600.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS anggota (
    sidik BLOB PRIMARY KEY, id TEXT NOT NULL, nama TEXT NOT NULL, peran TEXT NOT NULL, terakhir REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS papan (nama TEXT PRIMARY KEY, nilai TEXT NOT NULL) WITHOUT ROWID;
"""


def new_pin() -> str:
    """Return six random digits."""
    return f"{secrets.randbelow(1_000_000):06d}"


def plain_name(name: str) -> str:
    """Return a name as it is shown: one line, no control or direction characters, at most 60 letters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())[:_MOST_NAME].strip()


class Keys:
    """The members of one folder, by the hash of their key."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._store = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._store.execute("PRAGMA journal_mode=WAL")
        self._store.executescript(_SCHEMA)
        with suppress(sqlite3.Error):
            self._store.execute("DELETE FROM anggota WHERE terakhir < ?", (time.time() - _KEPT_DAYS * 86_400,))
        rows = self._store.execute("SELECT sidik, id, nama, peran FROM anggota").fetchall()
        self._members = {bytes(mark): Member(id=id, nama=name, peran=Role(role)) for mark, id, name, role in rows}

    def issue(self, name: str, role: Role) -> tuple[str, Member]:
        """Return a new key with its member. Raises ValueError for too many members, Refused for a full disk."""
        if role is Role.FASILITATOR:
            member = FACILITATOR
        else:
            if len(self._members) >= _MOST_MEMBERS:
                raise ValueError("terlalu banyak anggota")
            member = Member(id=f"a{secrets.token_hex(5)}", nama=plain_name(name), peran=role)
        key = secrets.token_urlsafe(32)
        mark = _mark(key)
        row = (mark, member.id, member.nama, member.peran.value, time.time())
        try:
            self._store.execute("INSERT INTO anggota VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.Error as error:
            raise Refused(f"kunci baru tidak dapat dicatat ({error}). Periksa ruang kosong di disk.") from error
        self._members[mark] = member
        return key, member

    def of(self, key: str) -> Member | None:
        """Return the member whose key this is."""
        return self._members.get(_mark(key)) if 20 < len(key) < 100 else None

    def seen(self, key: str) -> None:
        """Note that a key is in use, so that it is kept; on a full disk it is noted another time."""
        with suppress(sqlite3.Error):
            self._store.execute("UPDATE anggota SET terakhir = ? WHERE sidik = ?", (time.time(), _mark(key)))

    def remember(self, name: str, value: str) -> None:
        """Keep a fact about the whole board."""
        with suppress(sqlite3.Error):
            self._store.execute("INSERT OR REPLACE INTO papan VALUES (?, ?)", (name, value))

    def recall(self, name: str) -> str:
        """Return a fact that was kept, "" when there is none."""
        row = self._store.execute("SELECT nilai FROM papan WHERE nama = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def close(self) -> None:
        """Close the file."""
        self._store.close()


def _mark(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "replace")).digest()


class Attempts:
    """Wrong PINs: five a minute from one address, forty in ten minutes from all; more have to wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._each: dict[str, list[float]] = {}
        self._all: list[float] = []

    def wait(self, address: str) -> int:
        """Return the seconds that this address has to wait, 0 = it may try."""
        now = self._clock()
        self._all = [at for at in self._all if at > now - _WITHIN_ALL]
        self._each = {one: [at for at in times if at > now - _WITHIN] for one, times in self._each.items()}
        self._each = {one: times for one, times in self._each.items() if times}
        own = self._each.get(address, [])
        each = own[-_WRONG_EACH] + _WITHIN - now if len(own) >= _WRONG_EACH else 0.0
        every = self._all[-_WRONG_ALL] + _WITHIN_ALL - now if len(self._all) >= _WRONG_ALL else 0.0
        left = max(each, every)
        return int(left) + 1 if left > 0 else 0

    def right(self, address: str, pin: str, given: str) -> bool:
        """Compare a PIN in constant time and note a wrong one."""
        if hmac.compare_digest(pin.encode(), given.encode("utf-8", "replace")):
            return True
        now = self._clock()
        self._each.setdefault(address, []).append(now)
        self._all.append(now)
        return False


class Throttle:
    """How fast one sender may go: `rate` a second, `burst` at once. Too fast means waiting, nothing is lost."""

    __slots__ = ("_at", "_burst", "_clock", "_left", "_rate")

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._left, self._at = burst, clock()

    def delay(self, count: int = 1) -> float:
        """Count a message (as several when it is long) and return the seconds to wait before the next one."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate) - count
        self._at = now
        return 0.0 if self._left >= 0 else -self._left / self._rate


def host_allowed(host: str, names: frozenset[str], *, lan: bool) -> bool:
    """Tell whether a Host header names this machine: its own names, or a bare address, which nobody can rebind."""
    name = host.strip().casefold()
    if name.startswith("["):
        name = name[1:].partition("]")[0]
    elif name.count(":") <= 1:
        name = name.partition(":")[0]
    if name in names:
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or lan


def same_origin(origin: str, host: str) -> bool:
    """Tell whether a page of this very board speaks."""
    return bool(host) and origin.casefold() == f"http://{host.casefold()}"
