"""The tree file that `pohon new` writes: a first outcome to replace, and the questions of the five stages as comments.

The questions follow the summaries of the stages in use at agencies (domain.md section 2); the levels are those of the
profile, so that a ministry or a city is not shown levels that it does not have.
"""

from collections.abc import Iterator
from importlib import resources

from pohon.model.node import Kind
from pohon.model.profile import Profile

__all__ = ["starter", "titled"]

_SMALL = frozenset({"dan", "di", "ke", "dari", "untuk", "pada", "serta", "yang", "atau", "dalam", "bagi"})
_PARTNER = "crosscutting:\n  - {mitra: (unit lain), peran: (yang disumbangkan), status: menunggu}"

_INDICATOR = """\
indikator:
  - nama: Persentase ...
    satuan: "%"
    rumus: jumlah ... dibagi jumlah ... dikali 100
    sumber: Laporan ...
    arah: naik"""


def starter(*, agency: str, profile: Profile) -> str:
    """Return the text of a new tree file."""
    text = resources.files("pohon.forms").joinpath("starter.txt").read_text(encoding="utf-8")
    words = {
        "judul": f"Pohon Kinerja {agency}",
        "instansi": agency,
        "profil": profile.nama,
        "jenjang": "\n".join(_levels(profile)),
        "turunan": "\n".join(f"#        {line}" for line in _below(profile)),
        "indikator": "\n".join(f"#        {line}" for line in _measure(profile)),
    }
    for name, word in words.items():
        text = text.replace("{" + name + "}", word)
    return text


def titled(name: str) -> str:
    """Return the name of an agency as titles write it, from the name of a file: "dinas-kesehatan" = Dinas Kesehatan."""
    words = name.replace("-", " ").replace("_", " ").split()
    return " ".join(
        word if (word in _SMALL and place) or word != word.lower() else word[0].upper() + word[1:]
        for place, word in enumerate(words)
    )


def _levels(profile: Profile) -> Iterator[str]:
    for kind, level in profile.levels.items():
        yield f"#   {kind.value} = {level.label[0]}"


def _lower(profile: Profile) -> list[Kind]:
    return [kind for kind in profile.chain if kind not in (Kind.OUTCOME, Kind.CSF)]


def _below(profile: Profile) -> Iterator[str]:
    """Yield the levels below a csf, one inside the other; the last result asks for a partner too."""
    kinds = _lower(profile)
    for depth, kind in enumerate(kinds):
        pad = " " * 4 * depth
        result = profile.levels[kind].speaks_of_results
        yield f"{pad}sebab:"
        yield f"{pad}  - {kind.value}: {'Meningkatnya' if result else 'Terlaksananya'} ..."
        if depth == len(kinds) - 2:
            yield from (f"{pad}    {line}" for line in _PARTNER.split("\n"))


def _measure(profile: Profile) -> Iterator[str]:
    """Yield an indicator, as it stands under the lowest level."""
    pad = " " * 4 * len(_lower(profile))
    yield from (f"{pad}{line}" for line in _INDICATOR.split("\n"))
