"""Edges of BHS18 istilah-tak-konsisten: what the page's examples do not show."""

from tests.rules.hits import hits


def _csf(*statements: str) -> str:
    return "pohon:\n  - outcome: Meningkatnya mutu hidup warga kota\n    sebab:\n" + "".join(
        f"      - csf: {one}\n" for one in statements
    )


def test_the_rarer_form_is_reported_once_where_it_stands_first() -> None:
    (hit,) = hits(
        "BHS18",
        _csf(
            "Naiknya akta lahir",
            "Naiknya akte nikah",
            "Naiknya akta cerai",
            "Naiknya akte mati\n        isu: kurang akta",
        ),
        tahap=1,
    )
    assert ("1.2", ("1.1",)) == (hit.node, hit.related)


def test_issues_and_indicator_names_count() -> None:
    text = _csf("Naiknya survei lapang\n        isu: survey belum ada\n        indikator: [Jumlah survei]")
    assert [("1.1", "isu")] == [(hit.node, hit.field) for hit in hits("BHS18", text, tahap=1)]


def test_one_form_alone_and_parts_of_words_are_left_alone() -> None:
    assert [] == hits(
        "BHS18", _csf("Naiknya akte lahir", "Naiknya aktenaris", "Naiknya perizinan", "Turunnya ijin palsu"), tahap=1
    )


def test_pairs_of_the_office_are_honoured() -> None:
    text = _csf("Naiknya pokdarwis", "Naiknya kelompok sadar wisata")
    assert 1 == len(hits("BHS18", text, {"frasa": {"istilah": ["pokdarwis = kelompok sadar wisata"]}}, tahap=1))
