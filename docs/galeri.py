"""Writes the gallery of drawings: `python docs/galeri.py`.

tests/docs/test_galeri.py compares every file with what this script would write.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGE, FOLDER = "docs/galeri.md", "docs/gambar/galeri"
AS_IS = "trees/pohon-disdukcapil-balangan.pohon.yaml"
BETTER = "trees/pohon-disdukcapil-balangan-perbaikan.pohon.yaml"
LARGE = "500"
"""A made-up tree of 500 conditions, not a file."""


class Picture(NamedTuple):
    """One picture: its file, the tree, the command line options that draw it, the sheet, what is to be seen."""

    name: str
    tree: str
    options: str
    text: str
    sheet: int = 0


PICTURES = (
    Picture("balangan-kinerja", AS_IS, "--paper A3 --split none", "Kondisi dan indikatornya, pohon seperti adanya."),
    Picture(
        "balangan-temuan", AS_IS, "--paper A1 --findings",
        "Temuan bernomor di kotaknya, daftarnya di bawah gambar.",
    ),
    Picture("balangan-tahap-3", AS_IS, "--stage 3", "Hanya yang diketahui sampai tahap 3: belum ada indikator."),
    Picture("balangan-crosscutting", AS_IS, "--view crosscutting", "Siapa diminta apa, dan jawabannya."),
    Picture("perbaikan-kinerja", BETTER, "--paper A3", "Pohon yang sudah diperbaiki pada satu lembar A3."),
    Picture("perbaikan-ikhtisar", BETTER, "--paper A4 --split csf", "Dibagi: lembar ikhtisar, rujukan ke lembar lain."),
    Picture("perbaikan-cabang", BETTER, "--paper A4 --split csf", "Dibagi: lembar sebuah CSF, skala yang sama.", 1),
    Picture("perbaikan-cascading", BETTER, "--view cascading", "Komponen perencanaan, program, dan jabatan pengampu."),
    Picture("perbaikan-jabatan", BETTER, "--view jabatan --paper A3", "Satu lajur satu jabatan, susunannya di tepi."),
    Picture("perbaikan-crosscutting", BETTER, "--view crosscutting", "Mitra di luar pohon: peran dan statusnya."),
    Picture("perbaikan-kanan", BETTER, "--direction kanan --no-indicators", "Ke kanan, untuk proyektor."),
    Picture(
        "perbaikan-poster", BETTER, "--paper A1 --poster A4", "Satu lembar poster: garis potong dan tanda tempel.", 1
    ),
    Picture("besar-ikhtisar", LARGE, "--paper A3", "500 kondisi dibagi atas lembar A3: ikhtisarnya."),
    Picture("besar-cabang", LARGE, "--paper A3", "500 kondisi: salah satu cabangnya, skala yang sama.", 4),
    Picture("besar-a1", LARGE, "--paper A1 --split none --no-indicators", "500 kondisi pada satu lembar A1."),
)  # fmt: skip
HEADINGS = {
    AS_IS: "Pohon kinerja Disdukcapil Balangan, seperti adanya",
    BETTER: "Pohon yang sama, diperbaiki",
    LARGE: "Pohon buatan dengan 500 kondisi",
}


def files() -> Iterator[tuple[str, bytes]]:
    """Yield (path below the repository, content) of the page and of every picture."""
    yield PAGE, page().encode("utf-8")
    for one in PICTURES:
        yield f"{FOLDER}/{one.name}.svg", drawn(one)


def page() -> str:
    """Return the text of the gallery."""
    lead = "Semua gambar di bawah ini dibuat oleh `pohon render`; `python docs/galeri.py` membuatnya kembali."
    more = "Cara memakai setiap pilihan: [perintah.md](perintah.md); isi dan jaminannya: [gambar.md](gambar.md)."
    parts = [f"# Galeri\n\n{lead}\n{more}\n"]
    for tree, heading in HEADINGS.items():
        parts.append(f"\n## {heading}\n")
        for one in PICTURES:
            if one.tree == tree:
                source = tree if tree != LARGE else "besar.pohon.yaml"
                parts.append(
                    f"\n### {one.text}\n\n```text\npohon render {source} -o gambar.svg {one.options}\n```\n\n"
                    f"![{one.text}](gambar/galeri/{one.name}.svg)\n"
                )
    return "".join(parts)


def drawn(one: Picture) -> bytes:
    """Return a picture: the sheet of the drawing that its options give."""
    from benchmarks.made import tree_text
    from pohon import api
    from pohon.forms import tree_file

    wanted = wish(one.options)
    if one.tree == LARGE:
        return api.draw_sheets(tree_file.parse(tree_text(500)), "svg", wanted)[one.sheet]
    found = api.lint(ROOT / one.tree).findings if wanted.findings else ()
    return api.draw_sheets(api.load(ROOT / one.tree).tree, "svg", wanted, findings=found)[one.sheet]


def wish(options: str):
    """Return the drawing that command line options ask for."""
    from pohon import api

    values: dict[str, object] = {}
    words = options.split()
    for place, word in enumerate(words):
        name = word.removeprefix("--")
        if word == "--findings":
            values["findings"] = True
        elif word == "--no-indicators":
            values["indicators"] = False
        elif word.startswith("--"):
            values[name] = int(words[place + 1]) if name == "stage" else words[place + 1]
    return api.Drawing(**values)


def main() -> int:
    """Write every file that has changed."""
    for name, data in files():
        path = ROOT / name
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            print(name)
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
