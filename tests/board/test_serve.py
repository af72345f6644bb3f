"""`pohon board`: what it prints, which port it takes, what it says when something is missing."""

import re
import socket
import urllib.request

import pytest

pytest.importorskip("starlette", reason="the board is an extra: pip install 'pohon[board]'")

from benchmarks.board_server import Server, free_port
from pohon.board import page, serve
from pohon.cli import board as command
from pohon.cli.app import run
from pohon.errors import Missing

from .desk import NAME, TEXT

BUILT = pytest.mark.skipif(
    not (page.FOLDER / "index.html").is_file(), reason="the page is not built: npm was not there"
)


@BUILT
def test_a_board_says_where_it_is_and_goes_on_where_it_stopped(tmp_path):
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    for _ in range(2):
        with Server(tmp_path) as server:
            told = "".join(server.said)
            assert len(re.findall(r"#k=", told)) == 1
            assert "PIN" not in told
            assert server.first_page() < 20
            with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/tema.css") as answer:
                assert answer.status == 200


@BUILT
def test_a_board_for_the_network_prints_address_code_and_pin(tmp_path):
    with Server(tmp_path, lan=True) as server:
        told = "".join(server.said)
    assert re.search(r"Peserta .*http://[\d.]+:\d+/", told)
    assert len(re.findall(r"#k=", told)) == 1
    assert "▄" in told
    assert re.fullmatch(r"\d{6}", server.pin)


def test_a_port_that_is_taken_gives_the_next_free_one(tmp_path):
    port = free_port()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with serve._listener(serve.Wish(folder=tmp_path, port=port)) as found:
            assert found.getsockname()[1] != port
            assert found.getsockname()[0] == "127.0.0.1"


def test_only_the_network_option_listens_on_the_network(tmp_path):
    with serve._listener(serve.Wish(folder=tmp_path, port=free_port(), lan=True)) as found:
        assert found.getsockname()[0] == "0.0.0.0"  # noqa: S104 - that is what was asked for


def test_a_page_that_was_not_built_is_told_with_its_remedy(tmp_path):
    with pytest.raises(Missing, match="pip install"):
        page.load(tmp_path)


def test_without_the_extra_the_command_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    assert run(["board", str(tmp_path)]) == 2
    assert '-m pip install ".[board]"' in capsys.readouterr().err


def test_a_folder_that_is_none_is_refused(tmp_path, capsys):
    assert run(["board", str(tmp_path / "tidak-ada"), "--no-browser"]) == 2
    assert "bukan folder" in capsys.readouterr().err
