"""Profiles: what the shipped ones say, and how a user's own is read."""

import tomllib

import pytest

from pohon.model.node import Kind
from pohon.model.position import Jenjang
from pohon.model.profile import builtin_names, load_builtin, read_profile

_CHAIN = [Kind.OUTCOME, Kind.CSF, Kind.UTAMA, Kind.ANTARA, Kind.OPERASIONAL]
_every_profile = pytest.mark.parametrize("name", builtin_names())


def test_the_seven_profiles_ship() -> None:
    expected = ("balangan", "berjenjang", "kl", "matriks-transformasi", "pra-penyetaraan", "renstra-2025", "tematik")
    assert expected == builtin_names()


@_every_profile
def test_a_profile_is_complete_and_knows_itself(name: str) -> None:
    profile = load_builtin(name)
    assert name == profile.nama
    assert profile.judul
    assert profile.sumber
    assert list(profile.chain) == [kind for kind in _CHAIN if kind in profile.levels]
    assert Kind.GAGASAN not in profile.levels


@_every_profile
def test_every_level_has_label_component_language_and_positions(name: str) -> None:
    for kind, level in load_builtin(name).levels.items():
        assert level.label, kind
        assert level.komponen, kind
        assert level.bahasa in {"hasil", "keluaran"}
        assert level.indikator in {"outcome", "output"}
        assert level.jenjang, kind
        assert level.dokumen, kind


@_every_profile
def test_language_and_kind_of_indicator_go_together(name: str) -> None:
    for level in load_builtin(name).levels.values():
        assert level.speaks_of_results == (level.indikator == "outcome")


@_every_profile
def test_results_stand_above_outputs(name: str) -> None:
    tongues = [level.speaks_of_results for level in load_builtin(name).levels.values()]
    assert tongues == sorted(tongues, reverse=True)
    assert (tongues[0], tongues[-1]) == (True, False)


@_every_profile
def test_positions_never_rise_on_the_way_down(name: str) -> None:
    ranks = list(Jenjang)
    highest = [min(map(ranks.index, level.jenjang)) for level in load_builtin(name).levels.values()]
    assert highest == sorted(highest)


@_every_profile
def test_the_preferred_label_means_its_level_or_one_above_that_prints_it_too(name: str) -> None:
    profile = load_builtin(name)
    for kind, level in profile.levels.items():
        found = profile.kind_of_label(level.label[0])
        assert found is not None
        assert found.rank <= kind.rank
        assert level.label[0] in profile.levels[found].label


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("kinerja strategis SKPD", Kind.OUTCOME),
        ("Kinerja strategis", Kind.OUTCOME),
        ("kinerja  taktikal INTERMEDIATE", Kind.UTAMA),
        ("Kinerja taktikal immediate", Kind.ANTARA),
        ("kinerja operasional", Kind.OPERASIONAL),
        ("kondisi antara Utama", Kind.UTAMA),
        ("kondisi antara", Kind.ANTARA),
        ("kinerja immediate", None),
        ("kinerja immediate (kinerja taktikal)", None),
        ("", None),
    ],
)
def test_balangan_reads_the_printed_labels_and_no_other(label: str, kind: Kind | None) -> None:
    assert kind is load_builtin("balangan").kind_of_label(label)


def test_stage_five_of_balangan_reads_as_in_its_table() -> None:
    rows = [(level.komponen, level.jenjang[0], level.dokumen) for level in load_builtin("balangan").levels.values()]
    assert rows == [
        ("Tujuan", Jenjang.JPT_PRATAMA, "sasaran SKPD menjadi PK JPT"),
        ("sasaran SKPD", Jenjang.JPT_PRATAMA, "PK/SKP JPT"),
        ("sasaran program", Jenjang.ADMINISTRATOR, "PK Jabatan Administrator"),
        ("sasaran kegiatan", Jenjang.JF, "PK/SKP JF"),
        ("sasaran sub kegiatan", Jenjang.JF, "PK/SKP JF"),
    ]


def test_a_kegiatan_is_an_output_in_the_renstra_and_a_result_in_balangan() -> None:
    levels = {name: load_builtin(name).level(Kind.ANTARA) for name in ("renstra-2025", "balangan")}
    assert {"renstra-2025": False, "balangan": True} == {
        name: level is not None and level.speaks_of_results for name, level in levels.items()
    }


def test_the_thematic_profile_has_no_antara_and_nests_operational_conditions() -> None:
    profile = load_builtin("tematik")
    assert profile.level(Kind.ANTARA) is None
    assert profile.operasional_beranak


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(KeyError):
        load_builtin("../balangan")


_OWN = """
nama = "sendiri"
judul = "Profil sendiri"
sumber = "kami"
[level.csf]
label = ["Sasaran Kami"]
komponen = "Sasaran"
bahasa = "hasil"
indikator = "outcome"
jenjang = ["jpt-pratama"]
"""


def test_a_users_own_profile_may_use_few_levels_and_leave_out_the_rest() -> None:
    profile = read_profile(tomllib.loads(_OWN))
    assert (Kind.CSF,) == profile.chain
    assert Kind.CSF is profile.kind_of_label("sasaran  kami")
    assert (False, False, "") == (profile.utama_tunggal, profile.operasional_beranak, profile.pola_kode)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [(_OWN.replace('nama = "sendiri"', ""), KeyError), (_OWN.replace("jpt-pratama", "raja"), ValueError)],
    ids=["name-missing", "position-unknown"],
)
def test_a_malformed_profile_is_refused(wrong: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_profile(tomllib.loads(wrong))
