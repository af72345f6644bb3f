"""Who may come in: keys, PIN, names of the machine, names of files."""

import os

import pytest

pytest.importorskip("starlette", reason="the board is an extra: pip install 'pohon[board]'")

from pohon.board import places
from pohon.board.access import Attempts, Keys, Throttle, host_allowed, new_pin, plain_name, same_origin
from pohon.board.answers import Wrong
from pohon.board.roles import Role

from ..build import complete


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_key_names_its_member_after_a_restart_and_is_kept_as_a_hash_only(tmp_path):
    keys = Keys(tmp_path / ".papan" / "anggota.sqlite")
    key, member = keys.issue("Ibu Sari", Role.PESERTA)
    keys.close()
    again = Keys(tmp_path / ".papan" / "anggota.sqlite")
    assert again.of(key) == member
    assert again.of(key[:-1]) is None
    assert again.of("") is None
    again.close()
    stored = b"".join(path.read_bytes() for path in (tmp_path / ".papan").iterdir())
    assert key.encode() not in stored
    assert b"Ibu Sari" in stored


def test_keys_and_pins_are_random():
    assert len({new_pin() for _ in range(50)}) > 40
    assert all(len(pin) == 6 and pin.isdecimal() for pin in (new_pin() for _ in range(50)))


def test_every_facilitator_link_is_the_same_member_with_another_key(tmp_path):
    keys = Keys(tmp_path / "anggota.sqlite")
    (one, first), (other, second) = (keys.issue("", Role.FASILITATOR) for _ in range(2))
    assert first == second
    assert one != other
    keys.close()


def test_five_wrong_pins_from_one_address_have_to_wait_a_minute():
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(5):
        assert attempts.wait("a") == 0
        assert not attempts.right("a", "123456", "000000")
    assert 59 < attempts.wait("a") <= 61
    assert attempts.wait("b") == 0
    clock.now = 61.0
    assert attempts.wait("a") == 0


def test_wrong_pins_from_many_addresses_have_to_wait_too():
    attempts = Attempts(Clock())
    for place in range(40):
        attempts.right(f"10.0.0.{place}", "123456", "1")
    assert attempts.wait("10.9.9.9") > 500


def test_a_right_pin_is_not_counted():
    attempts = Attempts(Clock())
    assert all(attempts.right("a", "123456", "123456") for _ in range(100))
    assert attempts.wait("a") == 0


def test_who_is_too_fast_waits_and_loses_nothing():
    clock = Clock()
    throttle = Throttle(10.0, 5.0, clock)
    assert [throttle.delay() for _ in range(6)] == [0, 0, 0, 0, 0, pytest.approx(0.1)]
    clock.now = 10.0
    assert throttle.delay() == 0


@pytest.mark.parametrize(
    ("host", "lan", "allowed"),
    [
        ("127.0.0.1:8765", False, True), ("localhost:8765", False, True), ("[::1]:8765", False, True),
        ("LOCALHOST", False, True), ("192.168.1.5:8765", False, False), ("192.168.1.5:8765", True, True),
        ("jahat.example:8765", True, False), ("jahat.example", False, False), ("", True, False),
        ("127.0.0.1.jahat.example", True, False), ("127.0.0.1@jahat", True, False), ("0x7f.1", False, False),
    ],
)  # fmt: skip
def test_only_names_of_this_machine_and_bare_addresses_are_hosts(host, lan, allowed):
    assert host_allowed(host, frozenset({"localhost"}), lan=lan) is allowed


@pytest.mark.parametrize(
    ("origin", "host", "same"),
    [
        ("http://127.0.0.1:8765", "127.0.0.1:8765", True), ("http://127.0.0.1:8766", "127.0.0.1:8765", False),
        ("https://127.0.0.1:8765", "127.0.0.1:8765", False), ("null", "127.0.0.1:8765", False), ("", "", False),
    ],
)  # fmt: skip
def test_an_origin_is_this_very_board(origin, host, same):
    assert same_origin(origin, host) is same


def test_names_of_members_are_one_plain_line():
    assert plain_name("  Bu\u202e \n Sari\x00 ") == "Bu Sari"
    assert len(plain_name("x" * 500)) == 60


@pytest.mark.parametrize(
    "name",
    [
        "../luar.pohon.yaml", "/etc/passwd", "..", "a/../../luar.pohon.yaml", ".papan/x.pohon.yaml", "a\\b.pohon.yaml",
        "C:x.pohon.yaml", "con.pohon.yaml", "x.yaml", "", "a\x00.pohon.yaml", "./a.pohon.yaml", "a//b.pohon.yaml",
    ],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    (tmp_path / "luar.pohon.yaml").write_text(complete("pohon:\n  - outcome: A\n"), encoding="utf-8")
    folder = tmp_path / "papan"
    folder.mkdir()
    with pytest.raises(Wrong):
        places.tree_file(folder, name)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_out_of_the_folder_is_no_tree_of_it(tmp_path):
    outside = tmp_path / "luar.pohon.yaml"
    outside.write_text(complete("pohon:\n  - outcome: A\n"), encoding="utf-8")
    folder = tmp_path / "papan"
    folder.mkdir()
    (folder / "tautan.pohon.yaml").symlink_to(outside)
    (folder / "turun").symlink_to(tmp_path)
    assert places.trees(folder) == []
    for name in ("tautan.pohon.yaml", "turun/luar.pohon.yaml"):
        with pytest.raises(Wrong):
            places.tree_file(folder, name)


def test_trees_below_the_folder_are_found_hidden_ones_not(tmp_path):
    for name in ("b.pohon.yaml", "a/c.pohon.yaml", ".papan/d.pohon.yaml", "e.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert places.trees(tmp_path) == ["b.pohon.yaml", "a/c.pohon.yaml"]
    assert places.tree_file(tmp_path, "a/c.pohon.yaml") == tmp_path / "a" / "c.pohon.yaml"


@pytest.mark.parametrize(("name", "status"), [("", 400), ("..", 400), ("a/b", 400), ("ada", 409), ("nul", 400)])
def test_names_of_new_files_are_checked(tmp_path, name, status):
    (tmp_path / "ada.pohon.yaml").write_text("x", encoding="utf-8")
    with pytest.raises(Wrong) as refused:
        places.new_file(tmp_path, name)
    assert refused.value.status == status


def test_a_new_file_gets_its_ending(tmp_path):
    assert places.new_file(tmp_path, " dinas kesehatan ").name == "dinas kesehatan.pohon.yaml"
