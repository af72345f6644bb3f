"""`pohon`: pohon kinerja as plain text files, checked and drawn.

The names below are the public Python interface; they are loaded when first used, so that `import pohon` is cheap.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import (
        Drawing,
        Filling,
        ImportedDocument,
        Linted,
        Loaded,
        diff,
        draw,
        explain,
        fill_form,
        fmt,
        import_document,
        lint,
        load,
        new,
        save,
        schema,
    )

__version__ = "0.1.0"

__all__ = [
    "Drawing",
    "Filling",
    "ImportedDocument",
    "Linted",
    "Loaded",
    "diff",
    "draw",
    "explain",
    "fill_form",
    "fmt",
    "import_document",
    "lint",
    "load",
    "new",
    "save",
    "schema",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'pohon' has no attribute {name!r}")
    from . import api

    return getattr(api, name)
