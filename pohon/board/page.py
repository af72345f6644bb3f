"""The built page of the board: its files, held in memory, small on the wire; and the colours of print as CSS."""

import gzip
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from pohon.errors import Missing

__all__ = ["FOLDER", "Page", "load"]

FOLDER = Path(__file__).with_name("page")
_SMALL = 600
_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class _File:
    data: bytes
    packed: bytes
    media: str
    mark: str


class Page:
    """The files by their path; nothing else can be asked for."""

    def __init__(self, files: dict[str, _File]) -> None:
        self._files = files

    def answer(self, request: Request, path: str) -> Response:
        """Return a file. Names of assets hold a hash, so browsers keep them for a year."""
        found = self._files.get(path)
        if found is None:
            return Response("Tidak ada di papan ini.", 404, media_type="text/plain; charset=utf-8")
        kept = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
        headers = {"cache-control": kept, "etag": found.mark, "vary": "accept-encoding"}
        if request.headers.get("if-none-match") == found.mark:
            return Response(b"", 304, headers)
        if found.packed and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(found.packed, 200, {**headers, "content-encoding": "gzip"}, found.media)
        return Response(found.data, 200, headers, found.media)


def load(folder: Path = FOLDER) -> Page:
    """Return the page with the colours of the theme. Raises Missing when it has not been built."""
    if not (folder / "index.html").is_file():
        raise Missing(
            "halaman papan belum dibuat pada pemasangan ini. Sambungkan ke internet, lalu pasang ulang dengan: "
            "pip install --force-reinstall --no-deps 'pohon[board]' (atau dari folder sumber: pip install '.[board]'). "
            "Bila tetap gagal, pasang Node.js dahulu."
        )
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".txt")
    files = {path.relative_to(folder).as_posix(): _file(path.read_bytes(), _media(path)) for path in paths}
    files["tema.css"] = _file(_theme().encode("utf-8"), "text/css; charset=utf-8")
    return Page(files)


def _media(path: Path) -> str:
    media = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _file(data: bytes, media: str) -> _File:
    import hashlib

    textual = media.startswith(("text/", "image/svg"))
    packed = gzip.compress(data, 6, mtime=0) if textual and len(data) > _SMALL else b""
    return _File(data, packed, media, f'"{hashlib.sha256(data).hexdigest()[:20]}"')


def _theme() -> str:
    from pohon.render.theme_css import theme_css

    return theme_css()
