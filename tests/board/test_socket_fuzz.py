"""Ten thousand frames of nonsense over real sockets: the board stands, nobody gets a right, everyone sees the same."""

import asyncio
import json
import random

import pytest

pytest.importorskip("starlette", reason="the board is an extra: pip install 'pohon[board]'")

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from benchmarks.board_server import Server
from benchmarks.made import tree_text
from pohon.board.live import LARGEST

FUZZERS, EACH = 20, 500
VIEW = {"mode": "kanvas", "arah": "bawah", "lipat": []}
WORDS = [
    "",
    "x",
    "o1",
    "c1",
    "gagasan",
    "../..",
    "<script>",
    "\x00",
    "\u202e",
    "a" * 3_000,
    "😀",
    "null",
    "__proto__",
    "{{7*7}}",
]
KINDS = ["op", "urung", "ulang", "hadir", "pandang", "denyut", "masuk", "apa", 1, None]
OPS = [
    "tambah", "ubah", "pindah", "hapus", "sambung", "lepas", "berkas", "gagasan", "tempatkan", "perbaiki", "tutup",
    "buka", "pilih", "suara", "komentar", "komentar-selesai", "versi", "atur", "timer", "berkas-luar", "bentrok",
]  # fmt: skip
FIELDS = [
    "id", "parent", "sesudah", "kind", "statement", "field", "nilai", "dasar", "sebab", "teks", "anonim", "kode",
    "tahap", "bentrok", "pakai", "simpul", "selesai", "nama", "detik", "judul", "n", "seq", "op", "t", "o",
]  # fmt: skip


def value(chance: random.Random, depth: int = 0):
    pick = chance.randrange(9)
    if pick < 4:
        return chance.choice(WORDS)
    if pick == 4:
        return chance.choice([0, 1, -1, 2**31, 2**70, 1.5, True, False])
    if pick == 5 or depth > 3:
        return None
    if pick == 6:
        return [value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {chance.choice(FIELDS): value(chance, depth + 1) for _ in range(chance.randrange(5))}


def frame(chance: random.Random, number: int) -> str | bytes:
    pick = chance.randrange(10)
    if pick == 0:
        return bytes(chance.randrange(256) for _ in range(chance.randrange(40)))
    if pick == 1:
        return chance.choice(
            ['{"t":', "[" * 3_000, "", "\u0000", '{"t":"op","op":' * 200, "1e999", '"' + "y" * 60_000 + '"']
        )
    if pick < 5:
        return json.dumps(value(chance))
    op = {"o": chance.choice(OPS)} | {chance.choice(FIELDS): value(chance) for _ in range(chance.randrange(7))}
    if pick > 7:
        op = {
            "o": "ubah", "id": chance.choice(["o1", "c1", "u1", "zz"]), "nilai": value(chance),
            "field": chance.choice(["statement", "isu", "kind", "indikator.0", "indikator.0.target.2025", "jawab.X", "abaikan.RED01", "id"]),
        }  # fmt: skip
    message = {"t": "op" if pick > 5 else chance.choice(KINDS), "n": f"f{number}", "op": op}
    return json.dumps(message)


async def sit(server: Server, key: str):
    origin = f"http://127.0.0.1:{server.port}"
    socket = await connect(f"ws://127.0.0.1:{server.port}/ws?berkas=uji.pohon.yaml", origin=origin, max_size=None)
    await socket.send(json.dumps({"t": "masuk", "kunci": key, "pandang": VIEW}))
    while (message := json.loads(await socket.recv()))["t"] != "awal":
        pass
    return socket, message


async def fuzz(server: Server, key: str, seed: int, made: list) -> None:
    """Send frames; come back when the board shows the door."""
    chance = random.Random(seed)
    socket, _ = await sit(server, key)

    async def hear(one) -> None:
        async for text in one:
            message = json.loads(text)
            if message["t"] == "op" and message.get("n"):
                made.append((seed, message["o"]))

    ear = asyncio.create_task(hear(socket))
    for number in range(EACH):
        try:
            await socket.send(frame(chance, number))
        except ConnectionClosed:
            await asyncio.gather(ear, return_exceptions=True)
            socket, _ = await sit(server, key)
            ear = asyncio.create_task(hear(socket))
    await socket.send(json.dumps({"t": "denyut"}))
    await asyncio.sleep(1.0)
    await socket.close()
    await asyncio.gather(ear, return_exceptions=True)


async def play(server: Server) -> None:
    chief, before = await sit(server, server.key)
    await chief.send(json.dumps({"t": "op", "n": "a", "op": {"o": "atur", "nilai": {"bagikan": True}}}))
    drain = asyncio.create_task(_drained(chief))
    keys = [await asyncio.to_thread(server.join, f"P{number}") for number in range(FUZZERS)]
    made: list[tuple[int, str]] = []
    await asyncio.gather(*(fuzz(server, key, seed, made) for seed, key in enumerate(keys)))
    drain.cancel()
    (mine, one), (theirs, other) = await sit(server, server.key), await sit(server, keys[0])
    for line in (chief, mine, theirs):
        await line.close()
    assert {what for _, what in made} <= {"gagasan", "suara", "komentar", "komentar-selesai"}
    tree, after = before["pohon"], one["pohon"]
    placed = [key for key in tree["simpul"] if key not in tree["belum"]]
    assert {key: after["simpul"][key] for key in placed} == {key: tree["simpul"][key] for key in placed}
    assert (after["akar"], after["berkas"]) == (tree["akar"], tree["berkas"])
    assert one["pohon"] == other["pohon"]
    assert one["seq"] == other["seq"]


async def _drained(socket) -> None:
    async for _ in socket:
        pass


@pytest.mark.slow
def test_ten_thousand_frames_of_nonsense_change_nothing_that_they_must_not(tmp_path):
    (tmp_path / "uji.pohon.yaml").write_text(tree_text(30), encoding="utf-8")
    with Server(tmp_path, lan=True) as server:
        asyncio.run(play(server))
        assert "Traceback" not in "".join(server.said)


@pytest.mark.slow
def test_a_frame_that_is_too_large_ends_its_own_connection_only(tmp_path):
    (tmp_path / "uji.pohon.yaml").write_text(tree_text(30), encoding="utf-8")

    async def run(server: Server) -> None:
        good, _ = await sit(server, server.key)
        bad, _ = await sit(server, server.key)
        await bad.send("x" * (LARGEST + 1))
        await bad.wait_closed()
        assert bad.close_code == 1009
        await good.send('{"t":"denyut"}')
        while json.loads(await good.recv())["t"] != "denyut":
            pass
        await good.close()

    with Server(tmp_path) as server:
        asyncio.run(run(server))
