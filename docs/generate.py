"""Writes the parts of the documentation that come from the code: `python docs/generate.py`.

tests/docs compares every page with what this file would write, so nothing listed here can lag behind.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FAMILIES = {
    "struktur": "Struktur",
    "redundansi": "Pengulangan",
    "bahasa": "Bahasa kalimat",
    "sebab_akibat": "Sebab dan akibat",
    "indikator": "Indikator",
    "target": "Target dan angka",
    "crosscutting": "Crosscutting",
    "pemetaan": "Pemetaan ke komponen dan jabatan",
    "anggaran": "Anggaran",
    "dokumen": "Dokumen",
}
PICTURE = "docs/gambar/balangan.svg"
PICTURED = "trees/pohon-disdukcapil-balangan.pohon.yaml"


def pages() -> Iterator[tuple[str, str]]:
    """Yield (path below the repository, text) of every page that is made or partly made."""
    yield "docs/aturan/README.md", rules_page()
    yield "docs/perintah.md", filled("docs/perintah.md", perintah=commands())
    yield "docs/pengaturan.md", filled("docs/pengaturan.md", tabel=settings(), ambang=thresholds())
    yield "docs/format-berkas.md", filled("docs/format-berkas.md", profil=profiles(), kunci=keys())
    yield "docs/pertanyaan.md", filled("docs/pertanyaan.md", pertanyaan=questions())
    yield "README.md", filled("README.md", contoh=example("What `pohon lint` says about [docs/contoh]({}):"))
    yield "README.id.md", filled("README.id.md", contoh=example("Kata `pohon lint` tentang [docs/contoh]({}):"))


def filled(name: str, **parts: str) -> str:
    """Return a page with its marked parts replaced."""
    text = (ROOT / name).read_text(encoding="utf-8")
    for mark, part in parts.items():
        pattern = rf"(<!-- mulai: {mark} -->\n).*?(<!-- akhir: {mark} -->)"
        text, times = re.subn(pattern, lambda found, part=part: f"{found[1]}{part}{found[2]}", text, flags=re.DOTALL)
        if times != 1:
            raise SystemExit(f"{name}: the marks of part {mark} are missing")
    return text


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *(list(row) for row in rows)]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def rules_page() -> str:
    """Return the index of the rules."""
    from pohon.rules import _registry

    lead = "Daftar ini dibuat dari aturannya sendiri (`python docs/generate.py`).\n"
    parts = [f"# Aturan\n\n{lead}Penjelasan satu aturan: `pohon explain KODE`, atau halamannya di bawah ini.\n"]
    for folder, title in FAMILIES.items():
        entries = [entry for entry in _registry.entries() if entry.module.startswith(f"{folder}.")]
        if entries:
            head = ("kode", "nama", "beratnya", "mulai tahap", "ringkasan")
            parts.append(f"\n## {title}\n\n" + table(head, map(rule_row, entries)))
    return "".join(parts)


def rule_row(entry) -> tuple[str, ...]:
    """Return one row of the index."""
    from pohon.rules import _registry

    rule = _registry.load(entry)
    page = f"../../pohon/rules/{entry.module.replace('.', '/')}.md"
    return f"[{rule.code}]({page})", rule.name, rule.severity.label, str(rule.stage), rule.summary


def commands() -> str:
    """Return the help of every command, as the command itself shows it."""
    from typer.testing import CliRunner

    from pohon.cli._commands import COMMANDS, app

    parts = []
    for name in COMMANDS:
        shown = CliRunner().invoke(app, [name, "--help"], prog_name="pohon", terminal_width=100)
        parts.append(f"## `pohon {name}`\n\n```text\n{shown.stdout.strip()}\n```\n")
    return "\n" + "\n".join(parts) + "\n"


def settings() -> str:
    """Return the table of settings."""
    from pohon.settings import SETTINGS

    head = ("kunci", "isi", "bawaan", "guna")
    rows = ((f"`{one.name}`", one.shape.value, one.default, choices(one)) for one in SETTINGS)
    return table(head, rows)


def choices(setting) -> str:
    """Return the help of a setting, with the values it may take."""
    words = ", ".join(f'"{word}"' for word in setting.choices)
    return f"{setting.help} Pilihan: {words}." if words else setting.help


def thresholds() -> str:
    """Return the thresholds that ship with the rules."""
    from pohon.model.lexicon import default

    return table(
        ("ambang", "bawaan"), ((f"`{name}`", f"{value:g}") for name, value in sorted(default().ambang.items()))
    )


def profiles() -> str:
    """Return the table of profiles that ship with the package."""
    from pohon.model.profile import builtin_names, load_builtin

    rows = ((f"`{name}`", load_builtin(name).judul) for name in builtin_names())
    return table(("profil", "untuk"), rows)


def questions() -> str:
    """Return the table of the facilitator's questions."""
    from pohon.rules._questions import templates

    head = ("kode", "nama", "tahap", "asas", "ditanyakan tentang", "pertanyaan")
    rows = (
        (one.code, one.name, str(one.stage), one.principle, ", ".join(one.kinds) or one.scope, one.text)
        for one in templates()
    )
    return "\n" + table(head, rows) + "\n"


def keys() -> str:
    """Return the tables of the keys of the tree file."""
    from pohon.forms.tree_schema import FILE, NODE, RECORDS

    titles = {"berkas": FILE, "simpul": NODE} | RECORDS
    parts = []
    for title, record in titles.items():
        head = ("kunci", "bentuk", "guna")
        rows = ((f"`{one.key}`" + "*" * one.required, form(one), one.help) for one in record.fields)
        parts.append(f"### {title}\n\n{table(head, rows)}")
    return "\n" + "\n".join(parts) + "\n"


def form(one) -> str:
    """Return what may stand after a key."""
    return ", ".join(str(choice) for choice in one.choices) if one.choices else one.form.value


def example(lead: str) -> str:
    """Return the report on the example tree, as a terminal shows it."""
    from pohon import api

    before = Path.cwd()
    os.chdir(ROOT)
    try:
        shown = api.report(api.lint_all(["docs/contoh/kesehatan.pohon.yaml"]))
    finally:
        os.chdir(before)
    return f"\n{lead.format('docs/contoh/kesehatan.pohon.yaml')}\n\n```text\n{shown}```\n\n"


def picture() -> bytes:
    """Return the drawing on the front page."""
    from pohon import api

    loaded = api.load(ROOT / PICTURED)
    return api.draw(loaded.tree, "svg")


def main() -> int:
    """Write every page that has changed."""
    made = [(name, text.encode("utf-8")) for name, text in pages()] + [(PICTURE, picture())]
    for name, data in made:
        path = ROOT / name
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            print(name)
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
