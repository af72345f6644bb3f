"""The application of the board: its routes. `create_app` takes a Hub and a Page; there is no global application.

docs/papan/protokol.md lists the calls. Every handler finds out first who asks; errors leave as Indonesian JSON.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from . import places, rulepage
from .access import plain_name
from .answers import App, Guard, Wrong, data, guarded, json_body
from .home import Home
from .hub import Hub
from .live import Live
from .page import Page
from .roles import Member, Role
from .table import Table

__all__ = ["create_app"]

_NAMES = frozenset({"localhost"})
_MOST_ROWS = 500
_CHOICES_AT_MOST = 30


def create_app(hub: Hub, page: Page, *, lan: bool = False, names: frozenset[str] = _NAMES) -> App:
    """Return the application; `names` are the host names it answers to besides bare addresses."""
    calls = _Calls(hub, page)
    home = Home(hub, calls.member)
    live = Live(hub)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await hub.start()
        yield
        await hub.close()

    async def socket(websocket: WebSocket) -> None:
        await live.serve(websocket)

    routes = [
        Route("/", calls.first),
        Route("/tema.css", calls.theme),
        Route("/assets/{path:path}", calls.asset),
        Route("/api/masuk", calls.enter, methods=["POST"]),
        Route("/api/saya", calls.me),
        Route("/api/ekspor", calls.exports),
        Route("/api/ekspor/{name}", calls.export),
        Route("/api/aturan/{code}", calls.rule),
        Route("/api/panduan", calls.guide),
        Route("/api/riwayat", calls.history),
        Route("/api/banding", calls.compare),
        *home.routes(),
        WebSocketRoute("/ws", socket),
        Route("/{path:path}", calls.other),
    ]
    return Guard(Starlette(routes=routes, lifespan=lifespan), names, lan=lan)


class _Calls:
    """The handlers of what concerns members and one tree."""

    def __init__(self, hub: Hub, page: Page) -> None:
        self.hub, self.page = hub, page

    def member(self, request: Request, *, role: Role | None = None) -> Member:
        """Return who asks. Raises Wrong (403) for a stranger, or one whose role is another."""
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        member = self.hub.keys.of(key.strip()) if scheme.casefold() == "bearer" else None
        if member is None:
            raise Wrong(403, "kunci tidak dikenal.", "Masuk lagi dengan PIN, atau buka tautan fasilitator.")
        if role is not None and member.peran is not role:
            raise Wrong(403, f"hanya {role.value} yang boleh.", "Minta fasilitator melakukannya.")
        return member

    async def table(self, request: Request) -> Table:
        """Return the room that a call is about, when the member may see it."""
        member = self.member(request)
        name = request.query_params.get("berkas", "")
        if member.peran is not Role.FASILITATOR and name != await self.hub.shared():
            raise Wrong(403, "pohon itu belum dibagikan oleh fasilitator.", "Tunggu sampai fasilitator membagikannya.")
        return await self.hub.open(name)

    async def first(self, request: Request) -> Response:
        """GET /."""
        return self.page.answer(request, "index.html")

    async def theme(self, request: Request) -> Response:
        """GET /tema.css."""
        return self.page.answer(request, "tema.css")

    async def asset(self, request: Request) -> Response:
        """GET /assets/*."""
        return self.page.answer(request, f"assets/{request.path_params['path']}")

    async def other(self, request: Request) -> Response:
        """GET any other file of the page."""
        return self.page.answer(request, str(request.path_params["path"]))

    @guarded
    async def enter(self, request: Request) -> Response:
        """POST /api/masuk: a key for who knows the PIN."""
        address = request.client.host if request.client else ""
        wait = self.hub.attempts.wait(address)
        if wait:
            raise Wrong(429, "terlalu banyak percobaan PIN.", f"Tunggu {wait} detik, lalu coba lagi.")
        body = await json_body(request)
        name = plain_name(str(body.get("nama", "")))
        if not name:
            raise Wrong(400, "nama masih kosong.", "Tulis nama Anda.")
        if not self.hub.attempts.right(address, self.hub.pin, str(body.get("pin", ""))):
            raise Wrong(403, "PIN salah.", "Lihat PIN di layar fasilitator.")
        role = Role.PENONTON if body.get("peran") == Role.PENONTON.value else Role.PESERTA
        try:
            key, member = self.hub.keys.issue(name, role)
        except ValueError as error:
            raise Wrong(429, "anggota papan ini sudah terlalu banyak.", "Beri tahu fasilitator.") from error
        return data({"kunci": key, "anggota": member.id, "nama": member.nama, "peran": member.peran.value})

    @guarded
    async def me(self, request: Request) -> Response:
        """GET /api/saya: who am I, and where to go."""
        from pohon import __version__

        member = self.member(request)
        found = {"anggota": member.id, "nama": member.nama, "peran": member.peran.value, "versi": __version__}
        return data({**found, "berkas": await self.hub.shared()})

    @guarded
    async def exports(self, request: Request) -> Response:
        """GET /api/ekspor: the menu for a tree."""
        table = await self.table(request)
        return data(await self.hub.errands.ask("tawaran", table.room.tree))

    @guarded
    async def export(self, request: Request) -> Response:
        """GET /api/ekspor/NAMA: one file."""
        table = await self.table(request)
        chosen = dict(list(request.query_params.items())[:_CHOICES_AT_MOST])
        chosen.pop("berkas", None)
        ending = chosen.pop("bentuk", "")
        name = str(request.path_params["name"])
        file = (str(table.path), table.keeper.text)
        answer = await self.hub.errands.ask("ekspor", table.room.tree, file, (name, ending, chosen))
        filename, media, content = answer
        headers = {
            "content-disposition": f"attachment; filename*=UTF-8''{quote(filename)}",
            "cache-control": "no-store",
        }
        return Response(content, 200, headers, media)

    @guarded
    async def rule(self, request: Request) -> Response:
        """GET /api/aturan/KODE: the page of a rule."""
        self.member(request)
        code = str(request.path_params["code"])[:40]
        return data(rulepage.page(code))

    @guarded
    async def guide(self, request: Request) -> Response:
        """GET /api/panduan: what a stage asks for."""
        table = await self.table(request)
        stage = _number(request, "tahap", table.room.tree.tahap)
        if not 1 <= stage <= 5:
            raise Wrong(400, "tahap itu tidak ada.", "Pilih tahap 1 sampai 5.")
        return data(await self.hub.errands.ask("panduan", table.room.tree, str(table.path.parent), stage))

    @guarded
    async def history(self, request: Request) -> Response:
        """GET /api/riwayat: operations, newest first."""
        table = await self.table(request)
        before = _number(request, "sebelum", 0) or None
        rows = table.room.history(before, min(max(_number(request, "banyak", 100), 1), _MOST_ROWS))
        return data(list(rows))

    @guarded
    async def compare(self, request: Request) -> Response:
        """GET /api/banding: what changed between two states."""
        table = await self.table(request)
        files = str(places.journal_of(self.hub.folder, table.name)), str(table.path.parent)
        seqs = table.room.seq, _number(request, "dari", 0), _number(request, "ke", 0)
        found = await self.hub.errands.ask("banding", table.room.tree, files, seqs)
        if found is None:
            raise Wrong(404, "keadaan itu tidak tercatat di papan.", "Pilih dari riwayat.")
        return data({"simpul": found})


def _number(request: Request, name: str, usual: int) -> int:
    text = request.query_params.get(name, "")
    if not text:
        return usual
    if not text.isascii() or not text.isdecimal() or len(text) > 12:
        raise Wrong(400, f"{name} harus berupa angka.", "Muat ulang halaman.")
    return int(text)
