"""Several people at once, some offline, some resending: nothing typed is lost and everyone sees the same tree.

Every byte of the example decides one thing that somebody does, so that a failure shrinks to the few steps it needs.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.model.edits import apply
from tests.board.rooms import ANI, BUDI, FASIL, Replica, do, reopened, room, told

CROWD = (FASIL, ANI, BUDI)


class Person:
    """A client on a bad network: what it sends and hears waits until it is online."""

    def __init__(self, one, member):
        self.one, self.member = one, member
        self.replica = Replica(one.state(member))
        self.out, self.heard, self.sent = [], [], []
        self.online = True
        self.count = 0
        self.typed = {}

    def say(self, message, text=""):
        self.count += 1
        message = {**message, "n": f"{self.member.id}-{self.count}"}
        if text:
            self.typed[message["n"]] = text
        self.out.append(message)

    def reconnect(self):
        """Catch up by number, as a client does that was asleep; what was on its way is lost and sent again."""
        self.online = True
        missed = self.one.since(self.replica.seq, self.replica.tanda, self.member)
        if missed is None:
            self.replica = Replica(self.one.state(self.member))
        self.heard = list(missed or ())

    def listen(self):
        for message in self.heard:
            self.replica.hear(message)
        self.heard = []


class World:
    """A room and the people in it."""

    def __init__(self):
        self.one = room()
        do(self.one, FASIL, "atur", nilai={"peserta_menyunting": True})
        self.copy = self.one.tree
        self.people = [Person(self.one, member) for member in CROWD]
        self.refused = {}
        self.numbers = iter(range(10**6))

    def deliver(self, person):
        """Bring the first waiting message of a person to the room."""
        if not person.online or not person.out:
            return
        message = person.out.pop(0)
        person.sent.append(message)
        out = self.one.handle(person.member, message)
        for edit in out.edits:
            self.copy, _ = apply(self.copy, edit)
        for each in out.reply:
            if each["t"] == "op":
                person.heard.append(each)
            elif "bentrok" not in each:
                self.refused[message["n"]] = each["pesan"]
        for other in self.people:
            if other is not person and other.online and out.broadcast is not None:
                other.heard.append(out.broadcast)

    def act(self, code, first, second):
        """Let somebody do something; what they do, they do to what they see."""
        person = self.people[first % len(self.people)]
        nodes = person.replica.pohon["simpul"]
        keys = sorted(nodes)
        key, other = keys[first // 3 % len(keys)], keys[second % len(keys)]
        node = nodes[key]
        text = f"kalimat{next(self.numbers)}"
        new = f"{person.member.id}x{person.count}"
        ops = {
            0: {"o": "ubah", "id": key, "field": "statement", "nilai": text, "dasar": node["statement"]},
            1: {"o": "ubah", "id": key, "field": "isu", "nilai": text, "dasar": node.get("isu", "")},
            2: {"o": "ubah", "id": key, "field": "indikator.0.nama", "nilai": text},
            3: {"o": "tambah", "id": new, "parent": key, "sesudah": "", "statement": text},
            4: {"o": "gagasan", "id": new, "teks": text, "anonim": bool(second % 2)},
            5: {"o": "komentar", "id": new, "simpul": key, "teks": text},
            6: {"o": "hapus", "id": key},
            7: {"o": "pindah", "id": key, "parent": other, "sesudah": None if second % 2 else ""},
            8: {"o": "tempatkan", "id": key, "parent": other, "sesudah": ""},
            9: {"o": "suara", "id": key, "nilai": second % 2},
        }
        what = code % 16
        if what in ops or what == 10:
            op = ops.get(what, ops[0])
            person.say({"t": "op", "op": op}, text if text in op.values() else "")
        elif what in (11, 12):
            person.say({"t": "urung" if what == 11 else "ulang"})
        elif what == 13:
            self.toggle(person)
        elif what == 14:
            self.resend(person)
        else:
            self.choose(person, second)

    @staticmethod
    def toggle(person):
        """Go offline, or come back."""
        person.online = not person.online
        if person.online:
            person.reconnect()

    def resend(self, person):
        """Say again what was said: the acknowledgement was lost."""
        if person.online:
            for message in person.sent[-2:]:
                before = self.one.seq
                out = self.one.handle(person.member, message)
                assert self.one.seq == before or message["n"] in self.refused
                if self.one.seq != before:  # what was refused for lack of something may be made now
                    self.spread(out)

    def spread(self, out):
        for edit in out.edits:
            self.copy, _ = apply(self.copy, edit)
        for other in self.people:
            if other.online:
                other.heard.append(out.broadcast)

    @staticmethod
    def choose(person, second):
        clashes = sorted(person.replica.papan["bentrok"])
        if clashes:
            what = ("kini", "usul", "lain")[second % 3]
            more = {"teks": "Kalimat gabungan"} if what == "lain" else {}
            person.say({"t": "op", "op": {"o": "pilih", "bentrok": clashes[0], "pakai": what, **more}})

    def play(self, script):
        """Do what the bytes say, then let everybody come online and say all that they have to say."""
        for at in range(0, len(script) - 2, 3):
            code, first, second = script[at : at + 3]
            self.act(code, first, second)
            person = self.people[second % len(self.people)]
            if code & 64:
                self.deliver(person)
            if code & 128:
                person.listen()
        for person in self.people:
            if not person.online:
                person.reconnect()
        while any(person.out for person in self.people):
            for person in self.people:
                self.deliver(person)
        for person in self.people:
            person.listen()

    def check_same(self):
        """Everybody sees what the server has, and so does the worker's copy and a server that was started again."""
        wanted = Replica(self.one.state(FASIL)).shows()
        for person in self.people:
            assert person.replica.shows() == wanted
        assert self.copy == self.one.tree
        again = reopened(self.one)
        assert again.tree == self.one.tree
        assert again.state(ANI) == self.one.state(ANI)

    def check_nothing_lost(self):
        """Each sentence stands in the tree, in a clash or comment, or is named in the history."""
        told_ = " ".join(row["ringkas"] for row in self.one.history(count=10_000))
        nodes = (*self.one.tree.nodes.values(), *self.one.tree.belum.values())
        texts = {text for one in nodes for text in (one.statement, one.isu, *(each.nama for each in one.indikator))}
        board = self.one.state(FASIL)["papan"]
        texts |= {one["usul"] for one in board["bentrok"].values()} | {
            one["teks"] for one in board["komentar"].values()
        }
        for person in self.people:
            for name, text in person.typed.items():
                assert text in texts or f"“{text}" in told_, (text, self.refused.get(name))


def run(script):
    world = World()
    world.play(script)
    world.check_same()
    world.check_nothing_lost()


SCRIPTS = st.binary(min_size=9, max_size=60)


@settings(max_examples=1_000)
@given(SCRIPTS)
def test_everyone_sees_the_same_and_nothing_typed_is_lost(script):
    run(script)


@pytest.mark.slow
@settings(max_examples=10_000)
@given(st.binary(min_size=9, max_size=39))
def test_ten_thousand_interleavings(script):
    run(script)


def test_two_people_write_the_same_sentence_and_choose():
    one = room()
    do(one, FASIL, "atur", nilai={"peserta_menyunting": True})
    saw = one.tree.nodes["u1"].statement
    assert told(do(one, ANI, "ubah", id="u1", field="statement", nilai="Versi Ani", dasar=saw)) == ""
    out = do(one, BUDI, "ubah", id="u1", field="statement", nilai="Versi Budi", dasar=saw)
    clash = out.reply[-1]["bentrok"]
    assert out.broadcast["o"] == "bentrok"
    assert one.tree.nodes["u1"].statement == "Versi Ani"
    record = one.state(ANI)["papan"]["bentrok"][clash]
    assert (record["dasar"], record["kini"], record["usul"], record["nama"]) == (saw, "Versi Ani", "Versi Budi", "Budi")
    assert told(do(one, ANI, "pilih", bentrok=clash, pakai="kini")), "the clash is Budi's"
    assert told(do(one, BUDI, "pilih", bentrok=clash, pakai="lain", teks="Versi bersama")) == ""
    assert one.tree.nodes["u1"].statement == "Versi bersama"
    assert one.state(ANI)["papan"]["bentrok"] == {}
    assert told(do(one, BUDI, "urung")) == ""
    assert one.tree.nodes["u1"].statement == "Versi Ani"
    assert clash in one.state(ANI)["papan"]["bentrok"]


def test_a_clash_tells_what_stands_there_now():
    one = room()
    clash = do(one, FASIL, "ubah", id="u1", field="isu", nilai="A", dasar="x").reply[-1]["bentrok"]
    do(one, FASIL, "ubah", id="u1", field="isu", nilai="B")
    assert one.state(FASIL)["papan"]["bentrok"][clash]["kini"] == "B"
    do(one, FASIL, "hapus", id="u1")
    assert one.state(FASIL)["papan"]["bentrok"][clash]["kini"] is None


def test_a_sentence_for_a_node_that_is_gone_is_kept_and_may_become_an_idea():
    one = room()
    do(one, FASIL, "hapus", id="u2")
    out = do(
        one, FASIL, "ubah", id="p2", field="statement", nilai="Ditulis selagi luring", dasar="Tersedianya komputer"
    )
    clash = out.reply[-1]["bentrok"]
    assert one.state(FASIL)["papan"]["bentrok"][clash]["kini"] is None
    assert told(do(one, FASIL, "pilih", bentrok=clash, pakai="usul")) == ""
    assert "Ditulis selagi luring" in [node.statement for node in one.tree.belum.values()]


def test_the_same_words_are_no_clash():
    one = room()
    out = do(one, FASIL, "ubah", id="u1", field="isu", nilai="A", dasar="")
    again = do(one, FASIL, "ubah", id="u1", field="isu", nilai="A", dasar="")
    assert (told(out), told(again)) == ("", "")


def test_a_resent_clash_is_the_same_clash():
    one = room()
    first = do(one, FASIL, "ubah", id="u1", field="isu", nilai="A", dasar="x", n="n-1")
    seq = one.seq
    again = do(one, FASIL, "ubah", id="u1", field="isu", nilai="A", dasar="x", n="n-1")
    assert (first.reply, one.seq, again.broadcast) == (again.reply, seq, None)
