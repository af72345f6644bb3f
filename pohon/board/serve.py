"""`pohon board`: listens, says where, opens the browser, and ends in order.

This machine only, unless the network is asked for: then participants come with address, QR code and PIN, and the
facilitator with a link of their own.
"""

import asyncio
import gc
import socket
import threading
import webbrowser
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import ClassVar

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from pohon.errors import Refused

from .app import create_app
from .hub import Hub
from .live import LARGEST
from .page import load

__all__ = ["PORT", "Patient", "Wish", "serve"]

PORT = 8765
_NEXT_PORTS = 20
_MOST_CALLS, _MOST_FROM_ADDRESS, _MOST = 600, 300, 1_000
"""Plain HTTP connections at once: of all, of one address; together with the websockets (beyond that 503 is said)."""
_WITHIN, _BYTES_A_SECOND, _LOOK = 15.0, 10_000, 1.0
"""A request has so many seconds to be here whole, and one more for every so many bytes that have come."""
_PROBE = ("192.0.2.1", 9)
"""An address that belongs to nobody: asked for the way there, never sent anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the user asked for."""

    folder: Path
    port: int = PORT
    lan: bool = False
    browser: bool = True


class Patient(H11Protocol):
    """One HTTP connection that is not waited for without end, and not held open by the hundred."""

    held: ClassVar[Counter[str]] = Counter()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Count the connection; one too many is closed unheard."""
        super().connection_made(transport)
        self._host = self.client[0] if self.client else ""
        self.held[self._host] += 1
        self._counted = True
        self._since, self._came = self.loop.time(), 0
        self._timer = self.loop.call_later(_LOOK, self._look)
        if self.held[self._host] > _MOST_FROM_ADDRESS or self.held.total() > _MOST_CALLS:
            transport.abort()

    def data_received(self, data: bytes) -> None:
        """Take what came into account."""
        self._came += len(data)
        super().data_received(data)

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        self._since, self._came = self.loop.time(), 0
        super().on_response_complete()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Leave the connection to the websocket, which has limits of its own."""
        self._let_go()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._let_go()
        super().connection_lost(exc)

    def _look(self) -> None:
        waits = self.conn.their_state in (h11.IDLE, h11.SEND_BODY)
        if waits and self.loop.time() - self._since > _WITHIN + self._came / _BYTES_A_SECOND:
            self.transport.abort()
            return
        self._timer = self.loop.call_later(_LOOK, self._look)

    def _let_go(self) -> None:
        self._timer.cancel()
        if self._counted:
            self._counted = False
            self.held[self._host] -= 1
            if not self.held[self._host]:
                del self.held[self._host]


def serve(wish: Wish, out: Callable[[str], None]) -> None:
    """Serve until Ctrl+C. Raises Missing without the page, Refused when folder or port cannot be had."""
    page = load()
    listener = _listener(wish)
    with closing(listener):
        port = listener.getsockname()[1]
        address = _own_address() if wish.lan else "127.0.0.1"
        visitors = f"http://{address}:{port}/"
        lan = {"alamat": visitors, "qr": _qr_svg(visitors), "tautan": ""} if wish.lan else None
        hub = Hub(wish.folder, lan=lan)
        secret = f"http://127.0.0.1:{port}/{hub.link()}"
        if hub.lan is not None:
            hub.lan["tautan"] = f"{visitors}{hub.link()}"
        names = frozenset({"localhost", socket.gethostname().casefold(), f"{socket.gethostname().casefold()}.local"})
        app = create_app(hub, page, lan=wish.lan, names=names)
        config = _config(app)
        config.load()  # before the address is told: the first page is not to wait for it
        server = uvicorn.Server(config)
        _tell(hub, wish, (secret, visitors), out)
        if wish.browser:
            threading.Thread(target=webbrowser.open, args=(secret,), daemon=True).start()
        _run(server, listener)
    out("Papan ditutup. Semua perubahan sudah tersimpan.\n")


def _run(server: uvicorn.Server, listener: socket.socket) -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    try:
        asyncio.run(server.serve([listener]))
    except KeyboardInterrupt:  # uvicorn ends in order first and raises it again
        return


def _config(app: Callable[..., object]) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        loop="asyncio", http=Patient, limit_concurrency=_MOST,
        ws="websockets-sansio", ws_max_size=LARGEST, ws_per_message_deflate=False,
        ws_ping_interval=20.0, ws_ping_timeout=30.0, lifespan="on", log_config=None, access_log=False,
        server_header=False, date_header=False, proxy_headers=False, timeout_graceful_shutdown=3,
    )  # fmt: skip


def _listener(wish: Wish) -> socket.socket:
    """Return a socket that listens: on the port that was asked for, or on one of the next. Raises Refused."""
    host = "0.0.0.0" if wish.lan else "127.0.0.1"  # noqa: S104 - only with --lan
    for port in (*range(wish.port, min(wish.port + _NEXT_PORTS, 65_536)), 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows: without it two programs may share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(2048)
        except OSError:
            listener.close()
            continue
        return listener
    raise Refused(f"tidak ada porta yang bebas mulai {wish.port}. Pilih yang lain dengan --port.")


def _own_address() -> str:
    """Return the address of this machine on its network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_PROBE)
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _qr_svg(address: str) -> str:
    """Return the QR code as SVG text, for the home page."""
    import segno

    return str(segno.make(address, error="m").svg_inline(scale=4, omitsize=True))


def _qr_terminal(address: str) -> str:
    import segno

    drawn = StringIO()
    segno.make(address, error="l").terminal(drawn, compact=True, border=2)
    return drawn.getvalue()


def _tell(hub: Hub, wish: Wish, addresses: tuple[str, str], out: Callable[[str], None]) -> None:
    """Print where the board is; the QR code is for phones, the secret link for nobody but the facilitator."""
    secret, visitors = addresses
    out(f"Papan pohon kinerja untuk folder {wish.folder}\n\n")
    if wish.lan:
        out(f"Peserta (satu wifi): {visitors}\nPIN                : {hub.pin}\n\n{_qr_terminal(visitors)}\n")
    out(f"Fasilitator (rahasia, jangan dibagikan): {secret}\n")
    if not wish.lan:
        out("Hanya di komputer ini. Untuk peserta satu wifi: pohon board --lan\n")
    out("Ctrl+C untuk menutup.\n")
