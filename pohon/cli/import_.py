"""`pohon import`: documents that offices already have."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pohon import api
from pohon.errors import PohonError

from . import _console

__all__ = ["command"]

_SHOWN = 12


def command(
    path: Annotated[
        Path, typer.Argument(metavar="DOKUMEN", help="Berkas docx, xlsx, ods, pptx, pdf, html, csv, md, txt.")
    ],
    *,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="BERKAS", help="Berkas pohon yang ditulis.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tampilkan saja; tidak menulis apa pun.")] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="'JUDUL=ARTI'", help="Arti judul kolom yang tidak dikenal; diingat di pohon.toml."
        ),
    ] = None,
    into: Annotated[Path | None, typer.Option("--into", metavar="POHON", help="Perbarui pohon yang sudah ada.")] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="BERKAS", help="Tulis catatan impor (xlsx, csv, md).")
    ] = None,
    yes: Annotated[bool, typer.Option("--ya", help="Tulis perubahan --into tanpa bertanya.")] = False,
    remove: Annotated[
        bool, typer.Option("--hapus", help="Dengan --into: hapus juga yang tidak ada lagi di dokumen.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Ganti berkas yang sudah ada.")] = False,
) -> int:
    """Baca dokumen yang sudah ada menjadi berkas pohon.

    Setiap keraguan menjadi komentar di dekat simpulnya. Yang tidak mendapat tempat disimpan di belum_ditempatkan.
    """
    told = [_pair(text) for text in columns or ()]
    if told and not dry_run:
        _console.err(f"{api.remember_columns(path.parent, told).as_posix()}: arti kolom disimpan.")
    if into is not None:
        return _into(path, into, dry_run=dry_run, yes=yes, remove=remove)
    document = api.import_document(path, columns=told)
    if report is not None:
        api.report_import(document, report, force=force)
    for line in _summary(document, full=dry_run):
        _console.out(f"{line}\n")
    if dry_run:
        return 0
    target = output or path.parent / f"{path.stem}.pohon.yaml"
    api.save_import(document, target, force=force)
    _console.out(f"{target.as_posix()}: ditulis.\n")
    return 0


def _pair(text: str) -> tuple[str, str]:
    heading, sign, role = text.rpartition("=")
    if not sign or not heading.strip() or not role.strip():
        raise PohonError(f"--map {text}: tulis 'JUDUL KOLOM=arti', misalnya --map 'Hasil Akhir=csf'.")
    return heading.strip(), role.strip()


def _summary(document: api.ImportedDocument, *, full: bool) -> Iterator[str]:
    found = document.found
    tree, count = found.tree, found.count
    measures = sum(len(node.indikator) for node in (*tree.nodes.values(), *tree.belum.values()))
    if full:
        yield from api.outline(tree).splitlines()
        yield ""
    yield (
        f"{document.path.name}: {len(tree)} simpul, {measures} indikator, {len(tree.belum)} belum ditempatkan, "
        f"{len(found.notes)} catatan."
    )
    yield f"Sel berisi {count.read} = dipakai {count.used} + dicatat {count.listed}."
    shown = found.notes if full else found.notes[:_SHOWN]
    yield from (f"- {note.describe()}" for note in shown)
    if len(found.notes) > len(shown):
        yield f"- ... dan {len(found.notes) - len(shown)} catatan lagi; semuanya ada sebagai komentar di berkas pohon."
    for title in found.unknown:
        yield f'- kolom "{title}" tidak dikenal. Jelaskan dengan --map "{title}=arti".'


def _into(path: Path, tree: Path, *, dry_run: bool, yes: bool, remove: bool) -> int:
    loaded, steps = api.changes_into(path, tree, remove=remove)
    for step in steps:
        _console.out(f"{step.describe()}\n")
    made = [step for step in steps if step.makes]
    _console.out(f"{tree.as_posix()}: {len(made)} perubahan.\n")
    if not made or dry_run:
        return 0
    if not yes and not _agreed(tree):
        _console.out("Tidak ada yang ditulis.\n")
        return 0
    api.import_into(loaded, made)
    _console.out(f"{tree.as_posix()}: diperbarui.\n")
    return 0


def _agreed(tree: Path) -> bool:
    if not _console.interactive(sys.stdin):
        raise PohonError(f"{tree.as_posix()}: tambahkan --ya untuk menulis perubahan ini.")
    return input(f"Tulis ke {tree.as_posix()}? [y/t] ").strip().casefold() in {"y", "ya"}
