"""`pohon lint`: what is wrong with the trees."""

from enum import StrEnum
from itertools import chain, repeat
from pathlib import Path
from typing import Annotated

import typer

from pohon.errors import PohonError
from pohon.model.finding import Severity

from ._lint import Order, lint

__all__ = ["FailOn", "Form", "command"]


class Form(StrEnum):
    """How the report is written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    HTML = "html"
    XLSX = "xlsx"


class FailOn(StrEnum):
    """The severity from which a finding counts."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    SARAN = "saran"


def command(
    paths: Annotated[list[Path], typer.Argument(metavar="BERKAS...", help="Berkas pohon, atau folder yang berisi.")],
    *,
    stage: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=5, help="Periksa sampai tahap ini, bukan tahap berkasnya.")
    ] = None,
    form: Annotated[
        Form | None, typer.Option("--format", help="Bentuk laporan. [bawaan: menurut akhiran -o, atau text]")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="HASIL", help="Tulis laporan ke berkas ini.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Ganti berkas laporan yang sudah ada.")] = False,
    select: Annotated[
        list[str] | None, typer.Option(metavar="KODE", help="Hanya aturan ini: RED01, RED, atau RED,BHS01.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="KODE", help="Lewati aturan ini.")] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Keluar dengan kode 1 bila ada temuan seberat ini. [bawaan: galat]")
    ] = None,
    gate: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=5, help="Bolehkah tahap ini ditutup, dan apa yang kurang?")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="BERKAS", help="Sembunyikan temuan lama yang tercatat di berkas ini.")
    ] = None,
    baseline_write: Annotated[
        bool, typer.Option("--baseline-write", help="Catat semua temuan sekarang sebagai temuan lama.")
    ] = False,
    repair: Annotated[bool, typer.Option("--fix", help="Perbaiki yang pasti langsung di berkasnya.")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Bersama --fix: terapkan juga usul yang perlu dibaca orang.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Tunjukkan perbaikannya saja, berkas tidak diubah.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Periksa lagi setiap berkas disimpan.")] = False,
    jobs: Annotated[
        int, typer.Option(metavar="N", min=0, max=64, help="Banyaknya proses; 0 = ditentukan sendiri.")
    ] = 0,
) -> int:
    """Periksa pohon kinerja.

    Kode keluar: 0 bersih, 1 ada temuan, 2 masukan tidak dapat dipakai, 3 aturan atau alat gagal.
    """
    order = Order(
        stage=stage,
        select=_codes(select),
        ignore=_codes(ignore),
        form=form or "",
        out=out,
        force=force,
        fail_on=None if fail_on is None else Severity.from_label(fail_on.value),
        baseline=baseline,
        baseline_write=baseline_write,
        jobs=jobs,
    )
    if unsafe and not (repair or diff):
        raise PohonError("--unsafe berlaku bersama --fix atau --diff.")
    if repair or diff:
        return _repaired(paths, order, unsafe=unsafe, only_show=diff)
    return _watched(paths, gate, order) if watch else _once(paths, gate, order)


def _repaired(paths: list[Path], order: Order, *, unsafe: bool, only_show: bool) -> int:
    from ._fix import fix

    return fix(paths, order, unsafe=unsafe, only_show=only_show)


def _once(paths: list[Path], stage: int | None, order: Order) -> int:
    if stage is None:
        return lint(paths, order)
    from ._gate import gate

    return gate(paths, stage, order)


def _watched(paths: list[Path], stage: int | None, order: Order) -> int:
    from ._watch import watch

    orders = chain([order], repeat(order._replace(force=True)))  # after the first time the report is our own
    return watch(paths, lambda: _once(paths, stage, next(orders)))


def _codes(words: list[str] | None) -> tuple[str, ...]:
    """Return the codes of an option that may be given several times, with commas too."""
    return tuple(code.strip() for word in words or () for code in word.split(",") if code.strip())
