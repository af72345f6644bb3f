"""Tree files: read, write, put in order, begin."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pohon.errors import PohonError
from pohon.forms import disk
from pohon.model.tree import Tree
from pohon.settings import Settings
from pohon.settings import load as load_settings

__all__ = ["Loaded", "fmt", "load", "new", "outline", "save", "schema"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A tree with the file it came from. `raw` is what the disk held, `notes` what was unusual about it."""

    path: Path
    tree: Tree
    text: str
    notes: tuple[str, ...] = ()
    raw: bytes = field(default=b"", repr=False)
    settings: Settings = field(default_factory=Settings, repr=False)


def load(path: Path | str) -> Loaded:
    """Read a tree file. Raises BadInput with every problem of the file, BadSettings for a wrong pohon.toml."""
    from pohon.forms import tree_file

    path = Path(path)
    settings = load_settings(path.parent)
    raw = disk.read(path)
    name = path.as_posix()
    decoded = tree_file.decode(raw, name)
    spaced = tree_file.untab(decoded.text, name)
    tree = tree_file.parse(spaced.text, name, settings.profiles)
    notes = (*decoded.notes, *spaced.notes)
    return Loaded(path=path, tree=tree, text=spaced.text, notes=notes, raw=raw, settings=settings)


def save(tree: Tree | str, path: Path | str, *, force: bool = False, expected: bytes | None = None) -> None:
    """Write a tree (or the text of one) to a file, whole or not at all.

    Raises Refused when the file exists and neither `force` is given nor its bytes are still `expected`.
    """
    if isinstance(tree, Tree):
        from pohon.forms import tree_file

        tree = tree_file.write(tree)
    disk.write(Path(path), tree.encode("utf-8"), force=force, expected=expected)


def fmt(path: Path | str, *, ids: bool = False) -> tuple[Loaded, str]:
    """Return a tree file as it is and its text in the usual form: quoted so that every YAML tool reads it too.

    With `ids` every node without an id gets one.
    """
    from pohon.forms import tree_file

    loaded = load(path)
    text = tree_file.canonical(loaded.text)
    if ids:
        from pohon.forms.tree_ids import with_ids

        text = with_ids(text, loaded.settings.profiles)
    return loaded, text


def new(name: str, *, profile: str = "balangan", force: bool = False) -> Path:
    """Write a tree file to start from and return its path. Raises Refused when it exists, PohonError for the rest."""
    from pohon.forms.starter import starter, titled
    from pohon.model.profile import builtin_names, load_builtin

    path = Path(name if name.endswith(disk.SUFFIX) else name + disk.SUFFIX)
    title = path.name.removesuffix(disk.SUFFIX)
    if not title.strip(". "):
        raise PohonError(f"{path.as_posix()}: nama berkas masih kosong.")
    own = load_settings(path.parent).profiles
    known = sorted({*builtin_names(), *own})
    if profile not in known:
        raise PohonError(f"profil `{profile}` tidak dikenal. Pilih salah satu: {', '.join(known)}.")
    if not path.parent.is_dir():
        raise PohonError(f"folder {path.parent.as_posix()} tidak ada. Buat dahulu foldernya.")
    chosen = own[profile] if profile in own else load_builtin(profile)
    save(starter(agency=titled(title), profile=chosen), path, force=force)
    return path


def schema(*, report: bool = False) -> dict[str, Any]:
    """Return the JSON Schema of the tree file, or of the JSON report of a lint."""
    if not report:
        from pohon.forms.json_schema import json_schema

        return json_schema()
    from pydantic import TypeAdapter

    from pohon.render.report_json import Report

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(Report).json_schema()}


def outline(tree: Tree, width: int = 100, *, color: bool = False) -> str:
    """Return the tree as indented lines for a terminal."""
    from pohon.render import outline as outlines

    return outlines.render(tree, width, color=color)
