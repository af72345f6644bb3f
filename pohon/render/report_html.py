"""The report as one HTML page: the findings beside the drawing of the tree, for a meeting or a mail.

The page is one file that fetches nothing: its style and its script stand in it, and a content security policy admits
only these two (by their hashes). Text of trees is always escaped.
"""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path

from pohon.model.finding import Finding, Severity

from . import scene, svg
from .options import SceneOptions
from .report import UNREADABLE, Branch, Entry, branch_of, counted, family, printable

__all__ = ["render"]

_HERE = Path(__file__).parent
_OWN_IDS = re.compile(r'(?m)^(<(?:g|title|desc) id=")')
_CODE = re.compile(r"`([^`]+)`")
_LABELLED = 'aria-labelledby="judul uraian"'


def render(entries: Iterable[Entry]) -> str:
    """Return the page. Accepted findings stand apart and do not count."""
    files = tuple(entries)
    style = (_HERE / "report_html.css").read_text(encoding="utf-8")
    script = (_HERE / "report_html.js").read_text(encoding="utf-8")
    policy = (  # the drawing carries a style element and presentation of its own, so styles cannot go by hash alone
        f"default-src 'none'; style-src 'unsafe-inline'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>Temuan: {_safe(_title(files))}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{_head(files)}<main>\n{''.join(map(_file, range(len(files)), files))}</main>\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _safe(words: str) -> str:
    return escape(printable(words), quote=True)


def _prose(words: str) -> str:
    """Return our own sentences escaped, with the keys and commands in them set as code."""
    return _CODE.sub(r"<code>\1</code>", _safe(words))


def _title(files: tuple[Entry, ...]) -> str:
    return _name(files[0]) if len(files) == 1 else f"{len(files)} berkas"


def _name(entry: Entry) -> str:
    return entry.tree.judul if entry.tree else entry.path


def _about(files: tuple[Entry, ...]) -> str:
    tree = files[0].tree if len(files) == 1 else None
    facts = (tree.instansi, f"tahap {tree.tahap} dari 5", files[0].path) if tree else ("Temuan pohon kinerja",)
    return " · ".join(facts)


def _head(files: tuple[Entry, ...]) -> str:
    counts: Counter[Severity] = Counter(one.severity for entry in files for one in counted(entry))
    counts[Severity.ERROR] += sum(len(entry.problems) for entry in files)
    levels = "".join(
        f'<button type="button" class="tombol {one.label}" data-saring="{one.label}" aria-pressed="true">'
        f"<b>{counts[one]}</b> {one.label}</button>"
        for one in Severity
    )
    families = sorted({family(one.code) for entry in files for one in counted(entry)})
    options = "".join(f'<option value="{_safe(name)}">{_safe(name)}</option>' for name in families)
    return (
        f'<header><div class="baris"><h1>{_safe(_title(files))}<small>{_safe(_about(files))}</small></h1>'
        f'<span id="jumlah" role="status"></span></div>\n'
        f'<div class="saring" role="group" aria-label="Saring temuan">{_chooser(files)}{levels}'
        f'<label>Keluarga <select id="keluarga"><option value="">semua keluarga</option>{options}</select></label>'
        '<label>Cabang <select id="cabang"><option value="">semua cabang</option></select></label>'
        '<label>Cari <input id="cari" type="search" placeholder="kata, kode, nomor"></label></div></header>\n'
    )


def _chooser(files: tuple[Entry, ...]) -> str:
    if len(files) < 2:
        return ""
    options = "".join(
        f'<option value="{place}">{_safe(entry.path)} ({len(counted(entry)) + len(entry.problems)})</option>'
        for place, entry in enumerate(files)
    )
    return f'<label>Berkas <select id="berkas">{options}</select></label>'


def _file(place: int, entry: Entry) -> str:
    found = "".join(_findings(place, entry)) or '<p class="kosong">Tidak ada temuan.</p>'
    filtered = '<p class="kosong" hidden>Tidak ada temuan yang cocok dengan saringan.</p>'
    listed = f'<section class="temuan" aria-label="Daftar temuan">{found}{filtered}{_accepted(entry)}</section>'
    return f'<article class="berkas" aria-label="{_safe(entry.path)}">\n{_drawing(place, entry)}{listed}</article>\n'


def _drawing(place: int, entry: Entry) -> str:
    """Return the drawing with a mark in every box that has findings; its ids are made unique on the page."""
    if entry.tree is None:
        return '<figure class="gambar"></figure>\n'
    marks: dict[str, list[tuple[str, str]]] = {}
    for one in counted(entry):
        marks.setdefault(one.node, []).append((one.code, one.severity.value))
    drawn = svg.render(scene.build(entry.tree, SceneOptions(findings=marks)))
    prefix = f"b{place}-"
    drawn = drawn.replace(_LABELLED, f'aria-labelledby="{prefix}judul {prefix}uraian" tabindex="0"', 1)
    drawn = _OWN_IDS.sub(lambda found: found[1] + prefix, drawn)
    controls = "".join(
        f'<button type="button" aria-label="{label}" title="{label}">{sign}</button>'
        for sign, label in (("+", "Perbesar"), ("−", "Perkecil"), ("Utuh", "Tampilkan seluruh pohon"))
    )
    return f'<figure class="gambar">{drawn}<div class="kendali">{controls}</div></figure>\n'


def _findings(place: int, entry: Entry) -> Iterator[str]:
    for problem in entry.problems:
        cap = _cap(Severity.ERROR, f"{UNREADABLE} berkas-tidak-terbaca", problem.place.describe())
        body = f'<span class="pesan">{_safe(problem.message)}</span>'
        facts = _facts({"keluarga": "pemeriksaan", "cabang": "berkas", "cabang-nama": "berkas", "tingkat": "galat"})
        more = f'<div class="isi"><p>{_safe(problem.remedy)}</p></div>' if problem.remedy else ""
        yield f'<div class="t galat"{facts}><button type="button" aria-pressed="false">{cap}{body}</button>{more}</div>'
    groups: dict[Branch, list[Finding]] = {}
    for one in counted(entry):
        groups.setdefault(_branch(entry, one), []).append(one)
    for branch, members in groups.items():
        heading = f"<b>{_safe(_label(branch))}</b> {_safe(branch.title)}"
        rows = "\n".join(f"<li>{_item(place, entry, one, branch)}</li>" for one in members)
        yield f'<div class="kelompok"><h2>{heading}</h2>\n<ol>{rows}</ol></div>\n'


def _branch(entry: Entry, one: Finding) -> Branch:
    return branch_of(entry.tree, one.node) if entry.tree else Branch("", "berkas")


def _label(branch: Branch) -> str:
    return " ".join(part for part in (branch.number, branch.label) if part)


def _item(place: int, entry: Entry, one: Finding, branch: Branch) -> str:
    node = entry.tree.find(one.node) if entry.tree and one.node else None
    facts = {
        "tingkat": one.severity.label, "keluarga": family(one.code), "cabang": _label(branch),
        "cabang-nama": f"{_label(branch)} {branch.title}"[:80],
    }  # fmt: skip
    if node is not None:
        facts["kotak"] = f"b{place}-n" + one.number.replace("?", "belum-").replace(".", "-")
    words = f'<span class="kalimat">{_safe(node.statement)}</span>' if node else ""
    where = " · ".join(part for part in (one.number or "berkas", _line(one)) if part)
    cap = _cap(one.severity, f"{one.code} {one.name}", where)
    body = f'{cap}<span class="pesan">{_prose(one.message)}</span>{words}'
    button = f'<button type="button" aria-pressed="false">{body}</button>'
    return f'<div class="t {one.severity.label}"{_facts(facts)}>{button}{_more(one)}</div>'


def _line(one: Finding) -> str:
    return f"baris {one.place.line}" if one.place.line else one.place.label


def _cap(severity: Severity, code: str, where: str) -> str:
    level = f'<span class="tingkat">{severity.label}</span>'
    return f'<span class="cap">{level}<span>{_safe(code)}</span><span class="nomor">{_safe(where)}</span></span>'


def _facts(facts: Mapping[str, str]) -> str:
    return "".join(f' data-{name}="{_safe(value)}"' for name, value in facts.items())


def _more(one: Finding) -> str:
    news = one.evidence.casefold() not in one.message.casefold()
    parts = [one.hint, f"Bukti: {one.evidence}" if news else ""]
    lines = "".join(f"<p>{_prose(part)}</p>" for part in parts if part)
    source = f"<p><small>Sumber: {_safe(one.source)}</small></p>" if one.source else ""
    return f'<div class="isi">{lines}{source}</div>' if lines or source else ""


def _accepted(entry: Entry) -> str:
    rows = [one for one in entry.findings if one.waiver is not None]
    if not rows:
        return ""
    items = "".join(
        f"<li><b>{_safe(one.code)}</b> {_safe(one.number)} {_safe(one.message)}<br>Alasan: {_safe(_reason(one))}</li>"
        for one in rows
    )
    return f"<details><summary>{len(rows)} temuan diterima dengan alasan</summary><ul>{items}</ul></details>"


def _reason(one: Finding) -> str:
    waiver = one.waiver
    if waiver is None:
        return ""
    signed = ", ".join(part for part in (waiver.oleh, waiver.tanggal) if part)
    return f"{waiver.alasan} ({signed})" if signed else waiver.alasan
