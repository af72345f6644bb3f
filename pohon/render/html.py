"""A tree as one page for a browser: opened from a USB stick, without network, nothing fetched, nothing sent.

The drawing is the scene that is printed; the page adds moving, folding, searching, filtering and the facts of each
node. Texts of the tree stand in one JSON block and reach the page as text only; a content security policy admits
nothing but the style and the script that were written here (by their hashes).
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from importlib import resources
from typing import Any

from pohon.model.tree import Tree

from . import scene, theme
from .html_data import page_data
from .options import PAPERS, SceneOptions
from .theme_css import classes, colours
from .theme_dark import DARK_SURFACES, DARK_TEXTS

__all__ = ["render"]

_SCRIPT = ("tree", "closing", "drawing", "view", "choosing", "details", "search", "filter", "input", "start")
"""The parts of the script in the order in which they run."""


def render(tree: Tree, options: SceneOptions) -> str:
    """Return the page; `options.explained` are the findings that its details tell of."""
    way = "landscape" if options.orientation == "auto" else options.orientation
    size = _page_size(options.paper, way) if options.paper else way
    options = replace(options, paper=options.paper or "A3", orientation=way, sheet=(1, 1))
    drawn = scene.build(tree, options)
    data = page_data(tree, drawn, options)
    style = _style(size)
    script = _script()
    parts = {
        "policy": _policy(script, style),
        "style": style,
        "script": script,
        "data": _as_json(data),
    }
    return _fill(_file("page.html"), parts)


def _script() -> str:
    """Join the parts of the script: one closure, so that they share their names with each other and nobody else."""
    parts = (_file(f"{name}.js") for name in _SCRIPT)
    return "\n".join(['(() => {\n"use strict";\n', *parts, "})();\n"])


def _file(name: str) -> str:
    return resources.files(__package__).joinpath("html_app", name).read_text(encoding="utf-8")


def _fill(template: str, parts: Mapping[str, str]) -> str:
    """Put the parts in their places; what they hold is never searched for places."""
    pieces = template.split("@@")
    return "".join(parts[piece] if place % 2 else piece for place, piece in enumerate(pieces))


def _policy(script: str, style: str) -> str:
    """Return the content security policy: our script and our style, nothing else, from nowhere."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _as_json(data: Mapping[str, Any]) -> str:
    """Return JSON that can stand in a script element: pure ASCII, without < > and &."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _page_size(paper: str, way: str) -> str:
    """Return the paper that the browser prints on; without a wish the printer decides, the page says only which way."""
    narrow, broad = sorted(PAPERS[paper])
    return f"{broad}mm {narrow}mm" if way == "landscape" else f"{narrow}mm {broad}mm"


def _style(size: str) -> str:
    return "\n".join(
        [
            _file("page.css"),
            *classes(),
            ":root{" + colours(theme.SURFACES, theme.TEXTS) + "}",
            '@media screen{:root[data-tema="gelap"]{' + colours(DARK_SURFACES, DARK_TEXTS) + "}}",
            "@page{size:" + size + ";margin:9mm}",
            "",
        ]
    )
