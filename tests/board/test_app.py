"""The calls of the board over HTTP: who may make them, what they answer, what they refuse."""

import io
import json

import pytest

pytest.importorskip("starlette", reason="the board is an extra: pip install 'pohon[board]'")

from pohon import api
from pohon.board.page import FOLDER
from pohon.errors import Refused
from pohon.forms import tree_file

from .desk import BASE, NAME, TEXT, bearer, board


@pytest.fixture
def desk(tmp_path):
    with board(tmp_path) as made:
        yield made


BUILT = pytest.mark.skipif(not (FOLDER / "index.html").is_file(), reason="the page is not built: npm was not there")


@BUILT
def test_the_page_and_its_assets_come_from_here_and_under_a_strict_policy(desk):
    page = desk.http.get("/")
    assert page.status_code == 200
    policy = page.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    for part in ("http://", "https://", "<style", "onload="):
        assert part not in page.text
    assets = [word for word in page.text.replace('"', " ").split() if word.startswith("/assets/")]
    assert assets
    for path in assets:
        found = desk.http.get(path)
        assert found.status_code == 200
        assert "immutable" in found.headers["cache-control"]


@BUILT
def test_the_colours_are_those_of_print(desk):
    css = desk.http.get("/tema.css")
    assert css.headers["content-type"].startswith("text/css")
    assert ".s-outcome{" in css.text


@pytest.mark.parametrize(
    "path",
    ["/assets/..%2f..%2fapp.py", "/assets/../app.py", "/..%2f..%2fetc/passwd", "/app.py", "/.papan/kunci.sqlite"],
)
def test_no_other_file_can_be_had(desk, path):
    assert desk.http.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["saya", "beranda", f"ekspor?berkas={NAME}", "aturan/RED01", f"panduan?berkas={NAME}&tahap=1",
     f"riwayat?berkas={NAME}", f"banding?berkas={NAME}&dari=0&ke=0", f"ekspor/gambar-kinerja?berkas={NAME}&bentuk=svg"],
)  # fmt: skip
def test_strangers_get_nothing(desk, path):
    for key in ("", "salah", "x" * 43):
        answer = desk.get(f"/api/{path}", key=key)
        assert answer.status_code == 403
        assert set(answer.json()) == {"pesan", "saran", "masalah"}


def test_a_participant_comes_in_with_pin_and_name(desk):
    key = desk.enter("  Ibu\tSari ")
    who = desk.get("/api/saya", key=key).json()
    assert (who["nama"], who["peran"], who["berkas"]) == ("Ibu Sari", "peserta", "")
    assert desk.get("/api/saya", key=desk.enter("Layar", peran="penonton")).json()["peran"] == "penonton"


@pytest.mark.parametrize(
    ("body", "status"),
    [({"pin": "x", "nama": "A"}, 403), ({"nama": "A"}, 403), ({"pin": "x", "nama": "  "}, 400), ([], 400)],
)  # fmt: skip
def test_nobody_comes_in_without_pin_or_name(desk, body, status):
    assert desk.http.post("/api/masuk", json=body).status_code == status


def test_a_participant_cannot_make_themselves_facilitator(desk):
    key = desk.enter("Sari", peran="fasilitator")
    assert desk.get("/api/saya", key=key).json()["peran"] == "peserta"


def test_guessing_the_pin_ends_quickly(desk):
    answers = [desk.http.post("/api/masuk", json={"pin": f"{n:06d}", "nama": "A"}).status_code for n in range(30)]
    assert answers.count(403) <= 5
    assert answers[-1] == 429
    right = desk.http.post("/api/masuk", json={"pin": desk.hub.pin, "nama": "A"})
    assert right.status_code == 429
    assert "detik" in right.json()["saran"]


def test_a_large_body_is_refused(desk):
    assert desk.http.post("/api/masuk", content=b"{" + b" " * 70_000).status_code == 413


def test_broken_json_is_refused_in_words(desk):
    answer = desk.http.post("/api/masuk", content=b"{" * 5_000)
    assert answer.status_code == 400
    assert "tidak dapat dibaca" in answer.json()["pesan"]


@pytest.mark.parametrize("host", ["jahat.example", "jahat.example:8765", "192.168.1.9:8765", ""])
def test_another_host_name_is_refused(desk, host):
    assert desk.http.get("/api/saya", headers={"host": host, **bearer(desk.key)}).status_code == 403


@pytest.mark.parametrize("origin", ["http://jahat.example", "null", "https://127.0.0.1:8765", "http://127.0.0.1:1"])
def test_pages_of_others_may_not_call(desk, origin):
    for call in (desk.http.get, desk.http.post):
        assert call("/api/saya", headers={"origin": origin, **bearer(desk.key)}).status_code == 403
    assert desk.http.get("/api/saya", headers={"origin": BASE, **bearer(desk.key)}).status_code == 200


def test_the_facilitator_sees_the_trees_of_the_folder(desk):
    (desk.folder / "rusak.pohon.yaml").write_text("pohon: [", encoding="utf-8")
    home = desk.get("/api/beranda").json()
    rows = {row["berkas"]: row for row in home["pohon"]}
    assert rows[NAME]["kondisi"] == 3
    assert rows["rusak.pohon.yaml"]["masalah"]
    assert home["lan"] is None
    assert "balangan" in [one["nama"] for one in home["profil"]]
    assert desk.get("/api/beranda", key=desk.enter()).status_code == 403


def test_the_home_of_a_network_shows_pin_and_code(tmp_path):
    with board(tmp_path, lan={"alamat": "http://10.0.0.5:8765/", "qr": "<svg/>", "tautan": "x"}) as desk:
        assert desk.get("/api/beranda").json()["lan"]["pin"] == desk.hub.pin


def test_a_new_tree_is_a_file_that_can_be_opened(desk):
    facts = {
        "nama": "baru",
        "judul": "Pohon: baru # satu",
        "instansi": "Dinas Baru",
        "profil": "balangan",
        "periode": "2025-2029",
    }
    answer = desk.post("/api/pohon", json=facts)
    assert answer.status_code == 201, answer.text
    name = answer.json()["berkas"]
    with desk.seat(name=name) as line:
        assert line.wait("awal")["pohon"]["berkas"]["judul"] == "Pohon: baru # satu"
    assert desk.post("/api/pohon", json=facts).status_code == 409


@pytest.mark.parametrize("name", ["../luar", "a/b", "..", "con", "x" * 300])
def test_a_new_tree_stays_in_the_folder(desk, name):
    facts = {"nama": name, "judul": "J", "instansi": "I", "profil": "balangan"}
    answer = desk.post("/api/pohon", json=facts)
    assert answer.status_code == 400
    assert [path.name for path in desk.folder.iterdir() if path.name != ".papan"] == [NAME]


def test_what_is_missing_of_a_new_tree_is_told_at_once(desk):
    answer = desk.post("/api/pohon", json={"nama": "x", "profil": "tidak-ada"})
    assert answer.status_code == 400
    assert len(answer.json()["masalah"]) >= 3


def test_a_document_is_shown_before_it_becomes_a_tree(desk):
    sheet = api.fill_form(tree_file.parse(TEXT), "tahap2", "xlsx")
    shown = desk.post("/api/impor?nama=lembar.xlsx", content=sheet)
    assert shown.status_code == 200, shown.text
    assert any("mutu pelayanan persalinan" in row[2] for row in shown.json()["garis"])
    assert [path.name for path in desk.folder.iterdir() if path.name != ".papan"] == [NAME]
    number = shown.json()["id"]
    kept = desk.post(f"/api/impor/{number}", json={"berkas": "hasil"})
    assert kept.json() == {"berkas": "hasil.pohon.yaml"}
    assert "mutu pelayanan persalinan" in (desk.folder / "hasil.pohon.yaml").read_text(encoding="utf-8")
    assert desk.post(f"/api/impor/{number}", json={"berkas": "lagi"}).status_code == 404


@pytest.mark.parametrize(
    ("name", "data"), [("x.exe", b"MZ"), ("x.docx", b"PK\x03\x04zzz"), ("x.pdf", b"no"), ("../../x", b"a")]
)
def test_a_hostile_document_is_refused_in_words(desk, name, data):
    answer = desk.post(f"/api/impor?nama={name}", content=data)
    assert answer.status_code == 400
    assert answer.json()["masalah"]


def test_only_the_facilitator_imports(desk):
    assert desk.post("/api/impor?nama=a.csv", key=desk.enter(), content=b"a;b").status_code == 403


def test_a_drawing_and_a_report_can_be_taken_home(desk):
    menu = desk.get(f"/api/ekspor?berkas={NAME}").json()
    assert {"Berkas", "Gambar", "Temuan"} <= {one["kelompok"] for one in menu}
    svg = desk.get(f"/api/ekspor/gambar-kinerja?berkas={NAME}&bentuk=svg")
    assert svg.status_code == 200, svg.text
    assert "attachment" in svg.headers["content-disposition"]
    assert "mutu pelayanan persalinan" in svg.text
    assert "x-content-type-options" in svg.headers


def test_an_unknown_export_is_refused(desk):
    for path in (f"zzz?berkas={NAME}&bentuk=svg", f"gambar-kinerja?berkas={NAME}&bentuk=exe"):
        assert desk.get(f"/api/ekspor/{path}").status_code == 400


def test_the_guide_of_a_stage_and_the_page_of_a_rule(desk):
    guide = desk.get(f"/api/panduan?berkas={NAME}&tahap=2").json()
    assert guide["tahap"] == 2
    assert guide["putuskan"]
    assert guide["trik"]
    assert desk.get(f"/api/panduan?berkas={NAME}&tahap=9").status_code == 400
    assert desk.get("/api/aturan/RED01").json()["nama"] == "kembar-persis"
    assert desk.get("/api/aturan/XX99").status_code == 400


def test_history_and_comparison(desk):
    with desk.seat() as line:
        line.op({"o": "ubah", "id": "c1", "field": "statement", "nilai": "Meningkatnya mutu persalinan"})
    rows = desk.get(f"/api/riwayat?berkas={NAME}").json()
    assert rows[0]["seq"] == 1
    assert rows[0]["oleh"] == "fasilitator"
    assert desk.get(f"/api/riwayat?berkas={NAME}&banyak=a").status_code == 400


def test_participants_see_only_the_tree_that_is_shared(desk):
    key = desk.enter()
    calls = (f"riwayat?berkas={NAME}", f"panduan?berkas={NAME}&tahap=1", f"ekspor?berkas={NAME}")
    assert [desk.get(f"/api/{call}", key=key).status_code for call in calls] == [403, 403, 403]
    desk.share()
    assert desk.get("/api/saya", key=key).json()["berkas"] == NAME
    assert [desk.get(f"/api/{call}", key=key).status_code for call in calls] == [200, 200, 200]
    assert desk.get("/api/riwayat?berkas=lain.pohon.yaml", key=key).status_code == 403


@pytest.mark.parametrize("name", ["../x.pohon.yaml", "tidak-ada.pohon.yaml", "", ".papan/kunci.sqlite"])
def test_no_other_file_is_a_tree(desk, name):
    assert desk.get(f"/api/riwayat?berkas={name}").status_code == 404


def test_two_boards_never_share_a_folder(desk):
    with pytest.raises(Refused, match="sudah berjalan"), board(desk.folder):
        pass


def test_an_error_that_nobody_foresaw_is_one_sentence(desk, monkeypatch):
    monkeypatch.setattr(desk.hub, "shared", lambda: 1 / 0)
    answer = desk.get("/api/saya")
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert json.load(io.StringIO(answer.text))["pesan"].startswith("Ada kesalahan")
