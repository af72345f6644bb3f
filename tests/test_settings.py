import pytest

from pohon.errors import BadSettings
from pohon.model.finding import Severity
from pohon.settings import FILE_NAME, SETTINGS, Settings, Shape, find, load, read

PROFILE = """\
nama = "kecamatan"
judul = "Kecamatan"
sumber = "praktik"
[level.outcome]
label = ["outcome"]
komponen = "Tujuan"
bahasa = "hasil"
indikator = "outcome"
jenjang = ["administrator"]
"""


@pytest.fixture
def toml(tmp_path):
    def call(text):
        path = tmp_path / FILE_NAME
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return path

    return call


def problems(path):
    with pytest.raises(BadSettings) as caught:
        read(path)
    return [(one.place.line, one.message, one.remedy) for one in caught.value.problems]


def test_without_a_file_nothing_is_set(tmp_path):
    assert Settings() == load(tmp_path) or find(tmp_path) is not None


def test_the_nearest_file_upwards_holds(toml, tmp_path):
    path = toml("")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert path == find(below)
    nearer = tmp_path / "a" / FILE_NAME
    nearer.write_text("", encoding="utf-8")
    assert nearer == find(below)


def test_every_setting_is_read(toml, tmp_path):
    (tmp_path / "nama.txt").write_text("# resmi\n1.02.02 Program Upaya Kesehatan\n\nProgram Gizi\n", encoding="utf-8")
    (tmp_path / "profil").mkdir()
    (tmp_path / "profil" / "kecamatan.toml").write_text(PROFILE, encoding="utf-8")
    settings = read(
        toml("""
nomenklatur = "nama.txt"
profil = "profil"
[lint]
select = ["RED", "STR09"]
ignore = ["RED02"]
fail_on = "saran"
[lint.severity]
RED03 = "peringatan"
[ambang]
"STR09.anak" = 9
[kata]
hasil = ["termitigasinya"]
[ejaan]
presentase = "persentase"
[glosarium]
posyandu = "pos pelayanan terpadu"
[render]
view = "cascading"
paper = "A1"
orientation = "portrait"
""")
    )
    assert (("RED", "STR09"), ("RED02",)) == (settings.select, settings.ignore)
    assert Severity.HINT is settings.fail_on
    assert {"RED03": Severity.WARNING} == settings.severity
    assert ("cascading", "A1", "portrait") == (settings.view, settings.paper, settings.orientation)
    assert ["kecamatan"] == list(settings.profiles)
    assert {
        "ambang": {"STR09.anak": 9},
        "kata": {"hasil": ["termitigasinya"]},
        "ejaan": {"presentase": "persentase"},
        "glosarium": {"posyandu": "pos pelayanan terpadu"},
        "nomenklatur": ("Program Upaya Kesehatan", "Program Gizi"),
    } == settings.words


def test_a_threshold_may_be_written_without_quotes(toml):
    assert {"ambang": {"STR09.anak": 9}} == read(toml("[ambang]\nSTR09.anak = 9\n")).words


def test_all_problems_are_reported_at_once_with_their_lines(toml):
    text = """\
warna = "biru"
[lint]
selct = ["RED"]
ignore = "RED01"
fail_on = "berat"
[lint.severity]
RED03 = "sarann"
[ambang]
"STR09.anak" = "sembilan"
"STR09.cucu" = 4
[kata]
hasill = ["x"]
"""
    found = problems(toml(text))
    assert [1, 3, 4, 5, 7, 9, 10, 12] == [line for line, _, _ in found]
    assert (3, "pengaturan `lint.selct` tidak dikenal.", "Maksud Anda `lint.select`?") in found
    assert any("`hasil`" in remedy for line, _, remedy in found if line == 12)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[lint\n", "tulisan di sini bukan TOML yang benar."),
        (b"\xff\xfe\x00", "berkas bukan teks UTF-8."),
        ("#" * 1_000_001, "berkas terlalu besar untuk sebuah pengaturan."),
        ('nomenklatur = "tidak-ada.txt"', "berkas tidak-ada.txt tidak dapat dibaca."),
        ('profil = "tidak-ada"', "folder tidak-ada tidak berisi profil (.toml)."),
        ("lint = 3", "pengaturan `lint` tidak dikenal."),
        ("[[ambang]]", "`ambang` harus berupa bagian [ambang] berisi kunci = nilai."),
        ('[render]\npaper = "A7"', 'nilai "A7" untuk `render.paper` tidak dikenal.'),
        ("a = " + "[" * 50_000, "tulisan di sini bukan TOML yang benar."),
        ("[ambang]\nSTR09.anak = nan", "nilai `ambang.STR09.anak` tidak cocok."),
        ('nomenklatur = "/dev/zero"', "berkas zero tidak dapat dibaca."),
        ('nomenklatur = "//server/bagi/nama.txt"', "nilai `nomenklatur` tidak cocok."),
        ('profil = "\\\\\\\\server\\\\bagi"', "nilai `profil` tidak cocok."),
    ],
    ids=[
        *("syntax", "encoding", "size", "names", "profiles", "no-table", "list-of-tables", "choice"),
        *("nested", "not-a-number", "device", "server", "server-windows"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(toml, text, said):
    assert [said] == [message for _, message, _ in problems(toml(text))]


def test_the_place_of_a_syntax_error_is_given(toml):
    ((line, _, _),) = problems(toml("[lint]\nselect = [RED]\n"))
    assert line == 2


def test_a_malformed_profile_is_named_with_its_reason(toml, tmp_path):
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "rusak.toml").write_text(PROFILE.replace('komponen = "Tujuan"\n', ""), encoding="utf-8")
    ((_, message, _),) = problems(toml('profil = "p"'))
    assert message == "profil rusak.toml tidak dapat dipakai: kunci 'komponen' belum ada."


def test_every_setting_has_a_help_and_a_default():
    assert [] == [setting.name for setting in SETTINGS if not (setting.help.endswith(".") and setting.default)]
    assert {setting.shape for setting in SETTINGS} <= set(Shape)
