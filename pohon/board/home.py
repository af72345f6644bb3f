"""The facilitator's home: the trees of the folder, a new tree, the import of a document with its preview."""

import secrets
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pohon.forms import disk

from . import begin, places
from .answers import Wrong, data, guarded, json_body
from .hub import Hub
from .roles import Member, Role

__all__ = ["Home"]

_LARGEST = 30_000_000
"""Bytes of a document (incoming.LARGEST, which is not loaded here)."""
_KEPT = 8
_KEPT_SECONDS = 3_600


class Home:
    """The handlers of the home page; only the facilitator may call them."""

    def __init__(self, hub: Hub, member: Callable[..., Member]) -> None:
        self.hub, self._member = hub, member

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/api/beranda", self.home),
            Route("/api/pohon", self.new, methods=["POST"]),
            Route("/api/impor", self.upload, methods=["POST"]),
            Route("/api/impor/{id}", self.keep, methods=["POST"]),
        ]

    @guarded
    async def home(self, request: Request) -> Response:
        """GET /api/beranda."""
        self._member(request, role=Role.FASILITATOR)
        hub = self.hub
        names = places.trees(hub.folder)
        rows = await hub.errands.ask("beranda", str(hub.folder), names)
        lan: dict[str, Any] | None = None if hub.lan is None else {**hub.lan, "pin": hub.pin}
        return data({"folder": str(hub.folder), "pohon": rows, "profil": begin.profiles(hub.folder), "lan": lan})

    @guarded
    async def new(self, request: Request) -> Response:
        """POST /api/pohon: a new tree."""
        self._member(request, role=Role.FASILITATOR)
        body = await json_body(request)
        text = begin.first_text(self.hub.folder, body)
        name = str(body.get("nama", "")) or str(body.get("judul", ""))
        return self._written(name, text)

    @guarded
    async def upload(self, request: Request) -> Response:
        """POST /api/impor?nama=FILE: read a document and show what it holds."""
        self._member(request, role=Role.FASILITATOR)
        name = request.query_params.get("nama", "")[-200:]
        with tempfile.TemporaryDirectory(prefix="pohon-") as space:
            path = Path(space, "unggahan")
            await _received(request, path)
            shown, text = await self.hub.errands.ask("impor", str(path), name, str(self.hub.folder))
        number = secrets.token_urlsafe(9)
        self._tidy()
        self.hub.previews[number] = (time.monotonic(), text)
        return data({"id": number, **shown})

    @guarded
    async def keep(self, request: Request) -> Response:
        """POST /api/impor/ID: write the tree that was shown."""
        self._member(request, role=Role.FASILITATOR)
        number = str(request.path_params["id"])
        if number not in self.hub.previews:
            raise Wrong(404, "pratinjau itu sudah tidak ada.", "Pilih dokumennya sekali lagi.")
        body = await json_body(request)
        answer = self._written(str(body.get("berkas", "")), self.hub.previews[number][1])
        del self.hub.previews[number]
        return answer

    def _written(self, name: str, text: str) -> Response:
        path = places.new_file(self.hub.folder, name)
        disk.write(path, text.encode("utf-8"))
        return data({"berkas": path.name}, 201)

    def _tidy(self) -> None:
        """Forget old previews."""
        previews, now = self.hub.previews, time.monotonic()
        kept = [one for one, (at, _) in previews.items() if now - at < _KEPT_SECONDS][-_KEPT + 1 :]
        self.hub.previews = {one: previews[one] for one in kept}


async def _received(request: Request, path: Path) -> None:
    """Write the body of an upload to a file. Raises Wrong (413) when it is too large."""
    size = 0
    with path.open("wb") as stream:
        async for piece in request.stream():
            size += len(piece)
            if size > _LARGEST:
                most = _LARGEST // 1_000_000
                raise Wrong(413, f"dokumen terlalu besar (paling besar {most} MB).", "Hapus gambarnya, atau pecah.")
            stream.write(piece)
