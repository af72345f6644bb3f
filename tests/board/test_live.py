"""The websocket: who is let in, what everyone hears, what hostile clients get."""

import json
import time

import pytest

pytest.importorskip("starlette", reason="the board is an extra: pip install 'pohon[board]'")

from starlette.websockets import WebSocketDisconnect

from pohon.board import live
from pohon.board.audience import Audience, Session
from pohon.board.roles import Member, Role
from pohon.errors import Refused
from pohon.forms import tree_file
from pohon.render.looking import View

from .desk import NAME, OWN, VIEW, board

REWORD = {"o": "ubah", "id": "c1", "field": "statement", "nilai": "Meningkatnya mutu persalinan"}


@pytest.fixture
def desk(tmp_path):
    with board(tmp_path) as made:
        yield made


def until(fits, seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not fits():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_who_sits_down_sees_everything(desk):
    with desk.seat() as line:
        first = line.wait("awal")
        assert first["saya"]["peran"] == "fasilitator"
        assert set(first["pohon"]["simpul"]) == {"o1", "c1", "c2"}
        drawing = line.wait("lukis")
        assert drawing["penuh"]
        assert set(drawing["lukisan"]["kotak"]) == {"o1", "c1", "c2"}
        assert line.wait("temuan")["jumlah"].keys() == {"galat", "peringatan", "saran"}


def test_an_operation_reaches_everyone_with_its_drawing_and_the_file(desk):
    desk.share()
    key = desk.enter()
    with desk.seat() as mine, desk.seat(key) as theirs:
        theirs.wait(lambda one: one["t"] == "lukis" and one["penuh"])
        made = mine.op(REWORD)
        heard = theirs.wait("op")
        assert "n" not in heard
        assert {**heard, "n": made["n"]} == made
        drawn = theirs.wait("lukis")
        assert (drawn["penuh"], drawn["seq"]) == (False, made["seq"])
        assert [key for key, box in drawn["lukisan"]["kotak"].items() if "l" in box] == ["c1"]
        theirs.wait(lambda one: one["t"] == "simpan" and one["keadaan"] == "tersimpan" and one["seq"] >= made["seq"])
    text = desk.file.read_text(encoding="utf-8")
    assert "csf: Meningkatnya mutu persalinan\n" in text
    assert text.startswith("# catatan orang\n")
    assert "# tetap" in text


def test_participants_edit_only_when_they_may(desk):
    desk.share()
    with desk.seat() as mine, desk.seat(desk.enter()) as theirs:
        assert theirs.op(REWORD)["t"] == "tolak"
        mine.op({"o": "atur", "nilai": {"peserta_menyunting": True}})
        assert theirs.op(REWORD)["t"] == "op"
    with desk.seat(desk.enter("Layar", peran="penonton")) as onlooker:
        assert onlooker.op({"o": "gagasan", "id": "g1", "teks": "x", "anonim": False})["t"] == "tolak"


def test_what_was_missed_is_caught_up(desk):
    with desk.seat() as line:
        first = line.wait("awal")
        line.op(REWORD)
    with desk.seat(sejak=first["seq"], tanda=first["tanda"]) as again:
        missed = again.wait("susul")
        assert [one["o"] for one in missed["op"]] == ["ubah"]
        found = again.wait("temuan")
        assert set(found["ganti"]) >= {"", "o1", "c1", "c2"}
    with desk.seat(sejak=first["seq"], tanda="lain") as other:
        assert other.wait("awal")["seq"] == missed["ke"]


def test_an_operation_that_is_sent_twice_is_made_once(desk):
    with desk.seat() as line:
        first = line.op(REWORD, n="sama")
        again = line.op(REWORD, n="sama")
        assert again["seq"] == first["seq"]


def test_presence_follows_the_focus(desk):
    desk.share()
    with desk.seat() as mine:
        with desk.seat(desk.enter("Sari")) as theirs:
            theirs.say({"t": "hadir", "simpul": "c1", "sunting": True})
            here = mine.wait(lambda one: one["t"] == "hadir" and any(each["sunting"] for each in one["anggota"]))
            assert [each["simpul"] for each in here["anggota"] if each["nama"] == "Sari"] == ["c1"]
        mine.wait(lambda one: one["t"] == "hadir" and len(one["anggota"]) == 1)


def test_the_outline_wants_no_drawing_and_views_can_change(desk):
    with desk.seat(view={**VIEW, "mode": "garis"}) as line:
        line.op(REWORD)
        line.wait("temuan")
        assert "lukis" not in {one["t"] for one in line.heard}
        line.say({"t": "pandang", "pandang": {"mode": "kanvas", "arah": "kanan", "lipat": ["o1"]}})
        assert list(line.wait("lukis")["lukisan"]["kotak"]) == ["o1"]


def test_a_stage_is_closed_only_through_its_gate(desk):
    with desk.seat() as line:
        line.op({"o": "hapus", "id": "c2"})
        line.op({"o": "hapus", "id": "c1"})
        refused = line.op({"o": "tutup", "tahap": 2})
        assert refused["t"] == "tolak"
        assert refused["pesan"]


def test_a_stage_with_nothing_missing_is_closed(desk, monkeypatch):
    async def nothing_missing(*_):
        return []

    monkeypatch.setattr(desk.hub.errands, "ask", nothing_missing)
    with desk.seat() as line:
        line.op({"o": "buka", "tahap": 2})
        made = line.op({"o": "tutup", "tahap": 2})
        assert made["t"] == "op", made
        assert made["patch"]["berkas"]["tahap"] == 3


def test_a_file_that_could_not_be_written_is_written_again_later(desk, monkeypatch):
    monkeypatch.setattr("pohon.board.keeper._AGAIN_AFTER", 0.3)
    with desk.seat() as line:
        line.wait("awal")
        with monkeypatch.context() as broken:
            broken.setattr("pohon.board.keeper.disk.write", refuse)
            made = line.op(REWORD)
            told = line.wait(lambda one: one["t"] == "simpan" and one["keadaan"] == "gagal")
            assert "penuh" in told["pesan"]
        line.wait(lambda one: one["t"] == "simpan" and one["keadaan"] == "tersimpan" and one["seq"] >= made["seq"])
    assert "mutu persalinan" in desk.file.read_text(encoding="utf-8")


def refuse(*_, **__):
    raise Refused("disk penuh.")


def test_a_repair_is_taken_from_the_findings(desk):
    with desk.seat() as line:
        line.op({**REWORD, "nilai": "meningkatkan mutu pelayanan persalinan"})
        found = line.wait(
            lambda one: one["t"] == "temuan" and any(row["perbaikan"] for row in one["ganti"].get("c1", []))
        )
        row = next(row for row in found["ganti"]["c1"] if row["perbaikan"])
        made = line.op({"o": "perbaiki", "id": "c1", "kode": row["kode"], "field": row["perbaikan"]["field"]})
        assert made["t"] == "op", made


def test_a_change_from_outside_is_merged(desk):
    with desk.seat() as line:
        line.wait("awal")
        text = desk.file.read_text(encoding="utf-8")
        desk.file.write_text(text.replace("akses rujukan persalinan", "akses rujukan ibu"), encoding="utf-8")
        heard = line.wait("op")
        assert heard["patch"]["simpul"]["c2"]["statement"] == "Meningkatnya akses rujukan ibu"
        made = line.op(REWORD)
        line.wait(lambda one: one["t"] == "simpan" and one["keadaan"] == "tersimpan" and one["seq"] >= made["seq"])
    text = desk.file.read_text(encoding="utf-8")
    assert "csf: Meningkatnya akses rujukan ibu\n" in text
    assert '"Masih terbatasnya akses rujukan"   # tetap' in text
    assert "mutu persalinan" in text


def test_a_file_that_cannot_be_read_is_left_alone_until_it_can(desk):
    with desk.seat() as line:
        line.wait("awal")
        desk.file.write_text("pohon: [", encoding="utf-8")
        line.wait(lambda one: one["t"] == "simpan" and one["keadaan"] == "gagal")
        line.op(REWORD)
        time.sleep(2.0)
        assert desk.file.read_text(encoding="utf-8") == "pohon: ["
        desk.file.unlink()
        line.wait(lambda one: one["t"] == "simpan" and one["keadaan"] == "tersimpan")
    assert "mutu persalinan" in desk.file.read_text(encoding="utf-8")


def test_a_restarted_board_goes_on(tmp_path):
    with board(tmp_path) as desk:
        desk.share()
        key = desk.enter()
        with desk.seat() as line:
            mark = line.wait("awal")["tanda"]
            made = line.op(REWORD)
    with board(tmp_path) as again, again.seat(key, sejak=made["seq"], tanda=mark) as line:
        assert line.wait("susul")["op"] == []
    assert tree_file.parse((tmp_path / NAME).read_text(encoding="utf-8")).find("c1").statement == REWORD["nilai"]


def test_a_painter_that_dies_is_started_again(desk):
    with desk.seat() as line:
        line.wait(lambda one: one["t"] == "lukis" and one["penuh"])
        desk.hub._painter.kill()
        line.wait(lambda one: one["t"] == "lukis" and one["penuh"])
        made = line.op(REWORD)
        assert line.wait("lukis")["seq"] == made["seq"]
        line.wait(lambda one: one["t"] == "simpan" and one["keadaan"] == "tersimpan" and one["seq"] >= made["seq"])


@pytest.mark.parametrize("origin", ["http://jahat.example", "null", "", None])
def test_pages_of_others_may_not_listen(desk, origin):
    headers = {"host": OWN["host"]} | ({} if origin is None else {"origin": origin})
    with pytest.raises(WebSocketDisconnect), desk.http.websocket_connect(f"/ws?berkas={NAME}", headers=headers):
        pass


@pytest.mark.parametrize(
    "first",
    [
        {"t": "masuk", "kunci": "x" * 43, "pandang": VIEW}, {"t": "denyut"}, {"t": "masuk"}, [], "bukan json",
        {"t": "op", "n": "1", "op": REWORD},
    ],
)  # fmt: skip
def test_strangers_are_shown_out(desk, first):
    with desk.http.websocket_connect(f"/ws?berkas={NAME}", headers=OWN) as socket:
        socket.send_text(first if isinstance(first, str) else json.dumps(first))
        assert json.loads(socket.receive_text())["t"] == "pesan"
        with pytest.raises(WebSocketDisconnect) as ended:
            socket.receive_text()
        assert ended.value.code == 4001


def test_who_says_nothing_is_shown_out(desk, monkeypatch):
    monkeypatch.setattr(live, "_FIRST_WITHIN", 0.2)
    with desk.http.websocket_connect(f"/ws?berkas={NAME}", headers=OWN) as socket:
        assert json.loads(socket.receive_text())["t"] == "pesan"


def test_a_tree_that_is_not_shared_is_closed_to_participants(desk):
    with desk.seat(desk.enter()) as line:
        assert line.wait("pesan")["tingkat"] == "galat"
        with pytest.raises(WebSocketDisconnect) as ended:
            line.wait("awal")
        assert ended.value.code == 4004


@pytest.mark.parametrize(
    "said",
    [
        "x", "null", "[]", "{}", '{"t":"op"}', '{"t":"op","n":"a","op":{"o":"hapus"}}', '{"t":"masuk"}',
        '{"t":"op","n":"a","op":{"o":"hapus","id":"../x"}}', "[" * 20_000, '{"t":"urung","n":"a","seq":-1}',
        '{"t":"op","n":"a","op":{"o":"ubah","id":"c1","field":"__class__","nilai":1}}', '{"t":1e999}', "\ud83d".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    ],
)  # fmt: skip
def test_nonsense_is_answered_and_changes_nothing(desk, said):
    with desk.seat() as line:
        before = line.wait("awal")["pohon"]
        line.say(said)
        line.say({"t": "denyut"})
        line.wait("denyut")
    with desk.seat() as line:
        assert line.wait("awal")["pohon"] == before


def test_a_slow_connection_is_dropped_and_the_others_are_not(monkeypatch):
    monkeypatch.setattr("pohon.board.audience._MOST_WAITING", 1_000)
    member = Member(id="a", nama="A", peran=Role.PESERTA)
    slow, quick = Session(None, member), Session(None, member)
    audience = Audience()
    audience.sessions = {slow: None, quick: None}
    for _ in range(5):
        audience.broadcast("x" * 300)
        quick._waiting.clear()
        quick._size = 0
    assert (slow.dropped, quick.dropped) == (True, False)


def test_at_most_eight_views_are_drawn():
    audience = Audience()
    member = Member(id="a", nama="A", peran=Role.PESERTA)
    sessions = [Session(None, member) for _ in range(12)]
    for number, one in enumerate(sessions):
        audience.sessions[one] = None
        audience.choose(one, "kanvas", View("bawah", frozenset({f"n{number}"})))
    assert len(audience.views) <= 9
    assert all(one.view in audience.views for one in sessions)
    audience.sessions.clear()
    assert audience.ended()
    assert audience.views == {}


def test_a_screen_for_a_room_and_nodes_that_are_gone_are_drawn_for_who_asks(tmp_path):
    room = {"simpul": "c1", "lebar": 1800, "tinggi": 900, "rinci": False}
    gone = [{"id": "x1", "induk": "c1", "kind": "utama", "kalimat": "Meningkatnya yang hilang"}]
    with board(tmp_path) as desk, desk.seat() as line:
        line.wait("lukis")
        line.say({"t": "pandang", "pandang": {**VIEW, "layar": room, "hantu": gone}})
        drawn = line.wait(lambda one: one["t"] == "lukis" and "x1" in one["lukisan"]["kotak"])
        assert {"c1", "x1"} <= set(drawn["lukisan"]["kotak"])
        line.say({"t": "pandang", "pandang": {**VIEW, "hantu": [{**gone[0], "kind": "gagasan"}]}})
        assert line.wait("tolak")
        line.say({"t": "pandang", "pandang": {**VIEW, "layar": {**room, "lebar": 1}}})
        assert line.wait("tolak")
        line.say({"t": "pandang", "pandang": VIEW})
        plain = line.wait(lambda one: one["t"] == "lukis" and one["penuh"])
        assert "x1" not in plain["lukisan"]["kotak"]
