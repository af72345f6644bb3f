"""The server's side of the process for long work: one order after the other, each with a limit of time."""

import asyncio
from contextlib import suppress
from itertools import count
from typing import Any

from pohon.errors import BadInput, Missing, PohonError, how_to_install

from .answers import Wrong
from .pipe import Child

__all__ = ["Errands"]

_MODULE = "pohon.board.errand"
_IDLE = 60.0
_SECONDS = 120.0
_MOST_WAITING = 20
_BROUGHT_BY = {
    "docx": "office", "pptx": "office", "python_calamine": "office", "xlsxwriter": "office", "pdfplumber": "pdf",
}  # fmt: skip


class Errands:
    """Asks the process; starts it when it is needed, ends it after a minute without an order."""

    def __init__(self) -> None:
        self._child: Child | None = None
        self._numbers = count()
        self._pending: dict[int, asyncio.Future[tuple[Any, Any]]] = {}
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._idle: asyncio.TimerHandle | None = None

    async def ask(self, name: str, *arguments: Any) -> Any:
        """Return what the work gives. Raises what it raised, or Wrong when it takes too long."""
        if self._waiting >= _MOST_WAITING:
            raise Wrong(429, "terlalu banyak permintaan sekaligus.", "Tunggu sebentar, lalu coba lagi.")
        self._waiting += 1
        try:
            async with self._turn:
                result, error = await self._one(name, arguments)
        finally:
            self._waiting -= 1
        if error is not None:
            raise _raised(*error)
        return result

    async def _one(self, name: str, arguments: tuple[Any, ...]) -> tuple[Any, Any]:
        loop = asyncio.get_running_loop()
        if self._idle is not None:
            self._idle.cancel()
        if self._child is None:
            self._child = await asyncio.to_thread(self._started, loop)
        number = next(self._numbers)
        future = self._pending[number] = loop.create_future()
        self._child.say((number, name, arguments))
        try:
            return await asyncio.wait_for(future, _SECONDS)
        except TimeoutError:
            self._child.kill()
            self._child = None
            raise Wrong(500, "pekerjaan ini terlalu lama, jadi dihentikan.", "Pilih bagian yang lebih kecil.") from None
        finally:
            self._pending.pop(number, None)
            self._idle = loop.call_later(_IDLE, self.close)

    def _started(self, loop: asyncio.AbstractEventLoop) -> Child:
        def heard(answer: tuple[int, Any, Any]) -> None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._answer, *answer)

        def ended() -> None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._lost)

        return Child(_MODULE, heard, ended)

    def _answer(self, number: int, result: Any, error: Any) -> None:
        future = self._pending.get(number)
        if future is not None and not future.done():
            future.set_result((result, error))

    def _lost(self) -> None:
        """Refuse what was asked of a process that is gone; the next order starts another."""
        if self._pending:
            self._child = None
        for future in self._pending.values():
            if not future.done():
                future.set_result((None, ("rusak", "proses berhenti", ())))

    def close(self) -> None:
        """End the process."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()


def _raised(kind: str, said: str, problems: Any) -> PohonError:
    if kind == "masukan":
        return BadInput(said, tuple(problems))
    if kind == "pustaka":
        extra = _BROUGHT_BY.get(said.partition(".")[0], "office")
        return Missing(f"pustaka untuk bentuk ini belum terpasang. {how_to_install(extra)}")
    if kind == "rusak":
        return Wrong(500, f"pekerjaan ini gagal ({said[:200]}).", "Ini kesalahan alat, bukan kesalahan Anda.")
    return PohonError(said)
