"""How the board answers over HTTP: JSON, errors in Indonesian, and the headers that keep a page shut in."""

import json
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from functools import wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pohon.errors import BadInput, BadSettings, PohonError, Refused

from .access import host_allowed, same_origin

__all__ = ["Guard", "Wrong", "data", "guarded", "json_body", "refusal"]

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_LARGEST_JSON = 64_000
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


class Wrong(PohonError):
    """A call that is refused: status, what is wrong, what to do, and every problem of the input."""

    def __init__(self, status: int, pesan: str, saran: str = "", masalah: tuple[dict[str, str], ...] = ()) -> None:
        super().__init__(pesan)
        self.status, self.pesan, self.saran, self.masalah = status, pesan, saran, masalah


def data(value: Any, status: int = 200) -> Response:
    """Return an answer as JSON that nobody keeps."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status, {"cache-control": "no-store"}, "application/json")


def refusal(error: PohonError) -> Response:
    """Return the answer for an error that was raised on purpose."""
    if isinstance(error, Wrong):
        body = {"pesan": error.pesan, "saran": error.saran, "masalah": list(error.masalah)}
        return data(body, error.status)
    if isinstance(error, BadInput | BadSettings):
        rows = [
            {"letak": one.place.describe(), "pesan": one.message, "saran": one.remedy} for one in error.problems[:200]
        ]
        first = error.problems[0] if error.problems else None
        told = first.message if first and len(rows) == 1 else f"{len(rows)} hal membuat berkas ini tidak dapat dipakai."
        return data({"pesan": told, "saran": first.remedy if first else "", "masalah": rows}, 400)
    status = 409 if isinstance(error, Refused) else 400
    return data({"pesan": str(error), "saran": "", "masalah": []}, status)


Handler = Callable[[Any, Request], Awaitable[Response]]


def guarded(handler: Handler) -> Handler:
    """Turn every error of a handler into an answer; what nobody foresaw is told without its inside."""

    @wraps(handler)
    async def made(self: Any, request: Request) -> Response:
        try:
            return await handler(self, request)
        except PohonError as error:
            return refusal(error)
        except Exception as error:  # noqa: BLE001 - the last door: no traceback reaches a user
            self.hub.note(error)
            told = (
                f"Ada kesalahan yang tidak terduga ({type(error).__name__}). Ini kesalahan alat, bukan kesalahan Anda."
            )
            return data({"pesan": told, "saran": "Coba lagi; isi papan tidak hilang.", "masalah": []}, 500)

    return made


async def json_body(request: Request) -> Mapping[str, Any]:
    """Return the object that a request carries. Raises Wrong."""
    raw = b""
    async for piece in request.stream():
        raw += piece
        if len(raw) > _LARGEST_JSON:
            raise Wrong(413, "isian ini terlalu besar.", "Kirim yang lebih kecil.")
    try:
        body = json.loads(raw or b"{}")
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise Wrong(400, "isian ini tidak dapat dibaca.", "Muat ulang halaman, lalu coba lagi.")
    return body


class Guard:
    """Around the whole application: only for calls to this machine by its own pages; adds the headers."""

    def __init__(self, app: App, names: frozenset[str], *, lan: bool) -> None:
        self._app, self._names, self._lan = app, names, lan

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1")
        origin = headers.get(b"origin", b"").decode("latin-1")
        foreign = bool(origin) and not same_origin(origin, host)
        if scope["type"] == "websocket":
            foreign = foreign or not origin
        safe = host_allowed(host, self._names, lan=self._lan) and not foreign
        if scope["type"] == "websocket":
            if safe:
                await self._app(scope, receive, send)
            else:
                await receive()
                await send({"type": "websocket.close", "code": 1008})
            return

        async def answered(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        if safe:
            await self._app(scope, receive, answered)
        else:
            error = Wrong(403, "alamat ini bukan alamat papan.", "Buka papan lewat alamat yang dicetak `pohon board`.")
            await refusal(error)(scope, receive, answered)
