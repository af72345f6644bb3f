"""The process beside the server: draws, checks, groups ideas and makes the text of the file, most urgent first.

Runs as `python -m pohon.board.painter`. It keeps a replica of every open room by making the same edits in the same
order, and answers with messages that are already encoded for the clients. It touches no file: the server writes.

    in   buka room seq tree folder · dasar room epoch text edits · sunting room seq edits · tutup room
         pandang room view View|None · penuh room view token · tulis room
    out  lukis room view text · penuh room view token text · temuan room Judged · kelompok room text
         teks room epoch seq text note · hilang room reason
"""

import gc
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from pohon.errors import PohonError

from .pipe import Inbox, say, streams
from .replica import Replica

__all__ = ["Pace", "Painter", "main"]


class Pace:
    """Lets a kind of work take at most a share of the time: at once after a pause, seldom while there is much to do."""

    def __init__(self, share: float) -> None:
        self._factor = 1 / share
        self._start = self.next = 0.0

    def begin(self) -> None:
        """Note that the work begins."""
        self._start = time.monotonic()

    def end(self) -> None:
        """Note that it has ended."""
        self.next = self._start + (time.monotonic() - self._start) * self._factor


_PAINT_SHARE, _JUDGE_SHARE = 0.5, 0.25


class Painter:
    """The rooms of the process and what is to be done for them."""

    def __init__(self) -> None:
        self.rooms: dict[str, Replica] = {}
        self._painting, self._judging = Pace(_PAINT_SHARE), Pace(_JUDGE_SHARE)
        self._whole: list[tuple[str, str, Any]] = []
        self._hurry: set[str] = set()

    def take(self, order: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        """Take one order in; a room whose edits do not fit is given up and said to be lost."""
        what, room, *rest = order
        if what == "buka":
            seq, tree, folder = rest
            self.rooms[room] = Replica(seq, tree, Path(folder))
            return
        replica = self.rooms.get(room)
        if replica is None:
            return
        try:
            self._order(what, room, replica, rest)
        except (PohonError, LookupError, TypeError, ValueError) as error:
            del self.rooms[room]
            yield "hilang", room, f"{type(error).__name__}: {error}"

    def _order(self, what: str, room: str, replica: Replica, rest: list[Any]) -> None:
        now = time.monotonic()
        if what == "sunting":
            replica.edit(rest[0], rest[1], now)
        elif what == "pandang":
            replica.look(rest[0], rest[1])
        elif what == "penuh":
            self._whole.append((room, rest[0], rest[1]))
        elif what == "dasar":
            replica.base(rest[0], rest[1], rest[2], now)
        elif what == "tulis":
            self._hurry.add(room)
        elif what == "tutup":
            del self.rooms[room]

    def work(self) -> Iterator[tuple[Any, ...]] | None:
        """Return the most urgent piece of work, None when there is nothing to do now."""
        now = time.monotonic()
        if self._whole or (self._stale() and now >= self._painting.next):
            return self._paint()
        each = [self._save, self._group]
        if now >= self._judging.next:
            each.insert(0, self._judge)
        for kind in each:
            for room, replica in self.rooms.items():
                found = kind(room, replica)
                if found is not None:
                    return found
        return None

    def wait(self) -> float | None:
        """Return the seconds until something is to be done without being told, None = never."""
        now = time.monotonic()
        due = [left for replica in self.rooms.values() if (left := replica.save_in(now)) is not None]
        due += [self._painting.next - now] if self._stale() else []
        due += [self._judging.next - now] if any(one.unjudged for one in self.rooms.values()) else []
        return max(0.001, min(due)) if due else None

    def _stale(self) -> bool:
        return any(replica.stale for replica in self.rooms.values())

    def _paint(self) -> Iterator[tuple[Any, ...]]:
        """Draw what is stale, then answer who wants the whole of it."""
        self._painting.begin()
        for room, replica in self.rooms.items():
            for view in sorted(replica.stale):
                text = replica.painted(view)
                if text is not None:
                    yield "lukis", room, view, text
        self._painting.end()
        yield from self._answer()

    def _answer(self) -> Iterator[tuple[Any, ...]]:
        wanted, self._whole = self._whole, []
        for room, view, token in wanted:
            replica = self.rooms.get(room)
            if replica is not None and view in replica.canvases:
                yield "penuh", room, view, token, replica.whole(view)

    def _judge(self, room: str, replica: Replica) -> Iterator[tuple[Any, ...]] | None:
        if not replica.unjudged:
            return None
        self._judging.begin()
        judged = replica.judge()
        self._judging.end()
        return iter(()) if judged is None else iter([("temuan", room, judged.message(), judged)])

    def _save(self, room: str, replica: Replica) -> Iterator[tuple[Any, ...]] | None:
        left = replica.save_in(time.monotonic())
        if left is None:
            if room in self._hurry:
                self._hurry.discard(room)
                return iter([("teks", room, *replica.nothing())])
            return None
        if left > 0 and room not in self._hurry:
            return None
        if replica.splice():
            return iter(())
        self._hurry.discard(room)
        return iter([("teks", room, *replica.text())])

    @staticmethod
    def _group(room: str, replica: Replica) -> Iterator[tuple[Any, ...]] | None:
        if not replica.ungrouped:
            return None
        text = replica.groups()
        return iter(()) if text is None else iter([("kelompok", room, text)])


def main() -> None:
    """Serve the parent until it is gone."""
    inward, outward = streams()
    inbox, painter = Inbox(inward), Painter()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    try:
        _serve(inbox, painter, outward)
    except (EOFError, OSError):
        return


def _serve(inbox: Inbox, painter: Painter, outward: IO[bytes]) -> None:
    wait: float | None = None
    while True:
        order = inbox.next(wait)
        if order is not None:
            for answer in painter.take(order):
                say(outward, answer)
            wait = 0
            continue
        work = painter.work()
        for answer in work or ():
            say(outward, answer)
        wait = painter.wait() if work is None else 0


if __name__ == "__main__":
    main()
