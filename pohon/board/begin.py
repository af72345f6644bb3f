"""What the home page needs before a room is open: which trees there are, which profiles, the text of a new tree."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pohon import api
from pohon.errors import BadInput, Place, PohonError, Problem
from pohon.model.profile import builtin_names, load_builtin
from pohon.settings import load as load_settings

__all__ = ["first_text", "listing", "profiles"]

_FIRST = "(tulis hasil strategis bagi masyarakat, misalnya Meningkatnya derajat kesehatan ibu dan anak)"
_LONGEST = 300
_FIELDS = {
    "judul": ("judul", "Pohon Kinerja ..."),
    "instansi": ("instansi", "misalnya Dinas Kesehatan"),
    "pemerintah": ("pemerintah daerah", "misalnya Kabupaten Balangan"),
    "periode": ("periode", "misalnya 2025-2029"),
}
_NEEDED = ("judul", "instansi")


def listing(folder: Path, names: Iterable[str]) -> list[dict[str, Any]]:
    """Return what the home page says of each tree file; `masalah` is why one cannot be opened, "" when it can."""
    return [_facts(folder, name) for name in names]


def _facts(folder: Path, name: str) -> dict[str, Any]:
    path = folder.joinpath(*name.split("/"))
    facts: dict[str, Any] = {
        "berkas": name, "judul": name.removesuffix(".pohon.yaml"), "instansi": "", "tahap": 0, "kondisi": 0,
        "diubah": 0, "masalah": "",
    }  # fmt: skip
    try:
        facts["diubah"] = int(path.stat().st_mtime * 1000)
        tree = api.load(path).tree
    except BadInput as error:
        more = f" (dan {len(error.problems) - 1} hal lain)" if len(error.problems) > 1 else ""
        return facts | {"masalah": error.problems[0].describe() + more}
    except (PohonError, OSError) as error:
        return facts | {"masalah": str(error)}
    return facts | {"judul": tree.judul, "instansi": tree.instansi, "tahap": tree.tahap, "kondisi": len(tree)}


def profiles(folder: Path) -> list[dict[str, str]]:
    """Return the profiles to choose from, those of the folder's pohon.toml last. Raises BadSettings."""
    own = load_settings(folder).profiles
    known = {name: load_builtin(name) for name in builtin_names()} | dict(own)
    first = ["balangan", *(name for name in known if name != "balangan")]
    return [{"nama": name, "label": known[name].judul or name} for name in first]


def first_text(folder: Path, data: Mapping[str, Any]) -> str:
    """Return the text of a new tree file at stage 1. Raises BadInput with everything that is wrong with the form."""
    given = {name: " ".join(str(data.get(name) or "").split()) for name in _FIELDS}
    problems = [
        Problem(Place(), f"{label} belum diisi.", f"Isi {label}, {hint}.")
        for name, (label, hint) in _FIELDS.items()
        if name in _NEEDED and not given[name]
    ]
    problems += [
        Problem(Place(), f"{_FIELDS[name][0]} terlalu panjang.", f"Paling panjang {_LONGEST} huruf.")
        for name, text in given.items()
        if len(text) > _LONGEST
    ]
    profile = str(data.get("profil") or "balangan")
    names = [one["nama"] for one in profiles(folder)]
    if profile not in names:
        problems.append(Problem(Place(), f"profil {profile[:40]} tidak dikenal.", f"Pilih: {', '.join(names)}."))
    if problems:
        raise BadInput("pohon baru", tuple(problems))
    return _checked(folder, given | {"profil": profile})


def _checked(folder: Path, given: Mapping[str, str]) -> str:
    """Return the text after it has been read once: a period that is none is refused with the reader's own words."""
    from pohon.forms import tree_file
    from pohon.forms.yaml_text import inline

    lines = ["versi: 1", f"judul: {inline(given['judul'])}", f"instansi: {inline(given['instansi'])}"]
    lines += [f"{name}: {inline(given[name])}" for name in ("pemerintah", "periode") if given[name]]
    lines += [
        f"profil: {given['profil']}",
        "tahap: 1",
        "",
        "pohon:",
        f"  - outcome: {inline(_FIRST)}",
        "    id: o1",
        "",
    ]
    text = "\n".join(lines)
    tree_file.parse(text, "pohon baru", load_settings(folder).profiles)
    return text
