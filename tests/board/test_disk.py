"""A full disk: told plainly, the board can still be read, nothing that was acknowledged is lost."""

import json
import os
import shutil
import subprocess

import pytest

from benchmarks.board_kill import join
from benchmarks.board_server import Server
from benchmarks.made import tree_text
from pohon.forms.tree_file import parse

pytest.importorskip("starlette", reason="the board is an extra: pip install 'pohon[board]'")


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of two megabytes."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("NOT TESTED: a small disk can be mounted by root only")
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("NOT TESTED: this machine does not allow a small disk to be mounted")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def say(socket, n, op):
    """Send an operation and return the answer, with every `simpan` that came before it."""
    socket.send(json.dumps({"t": "op", "n": n, "op": op}))
    saved = []
    while True:
        message = json.loads(socket.recv(timeout=10))
        if message["t"] == "simpan":
            saved.append(message)
        if message["t"] in {"op", "tolak"} and message.get("n") == n:
            return message, saved


@pytest.mark.slow
def test_a_full_disk_is_told_and_nothing_acknowledged_is_lost(small_disk):
    path = small_disk / "uji.pohon.yaml"
    path.write_text(tree_text(40), encoding="utf-8")
    known, refused = {}, []
    with Server(small_disk) as server:
        socket, state = join(server)
        root = state["pohon"]["akar"][0]
        (small_disk / "isi").write_bytes(b"x" * max(0, shutil.disk_usage(small_disk).free - 60_000))
        for number in range(400):
            text = f"Tersedianya hal ke-{number} " + "yang panjang sekali " * 20
            op = {"o": "tambah", "id": f"b{number}", "parent": root, "sesudah": "", "statement": text.strip()}
            answer, _ = say(socket, f"n{number}", op)
            if answer["t"] == "op":
                known[f"b{number}"] = text.strip()
            else:
                refused.append(answer)
            if len(refused) >= 3:
                break
        assert known
        assert refused, "the disk never became full"
        assert "disk" in refused[0]["pesan"].casefold() or "penuh" in refused[0]["pesan"].casefold()
        other, again = join(server)
        assert {key: again["pohon"]["simpul"][key]["statement"] for key in known} == known
        other.close()
        (small_disk / "isi").unlink()
        answer, _ = say(
            socket,
            "akhir",
            {"o": "tambah", "id": "akhir", "parent": root, "sesudah": "", "statement": "Tersedianya hal terakhir"},
        )
        assert answer["t"] == "op"
        socket.close()
    tree = parse(path.read_text(encoding="utf-8"))
    assert {key: tree.find(key).statement for key in known} == known
    with Server(small_disk) as server:
        socket, state = join(server)
        assert {key: state["pohon"]["simpul"][key]["statement"] for key in known} == known
        socket.close()
