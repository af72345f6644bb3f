"""Text of a tree file -> Tree, or every problem in it. Source: design.md section 3."""

from collections.abc import Iterator, Mapping
from typing import Any

from pohon.errors import BadInput, Place, Problem
from pohon.model.node import Kind, Node
from pohon.model.profile import Profile, builtin_names, load_builtin
from pohon.model.tree import Periode, Tree

from .records import RecordReader
from .tree_schema import FILE, NODE, REF, STATEMENT_KEYS
from .values import MAX_LABEL, closest, too_long
from .yaml_nodes import Item, Lines, Map, Scalar, Seq, parse_yaml

__all__ = ["MAX_NODES", "Places", "read_tree"]

MAX_NODES = 200_000
"""Most nodes in one tree (design.md section 3)."""
_NODE_KEYS = (*STATEMENT_KEYS, REF)


class Places(Mapping[tuple[str, str], Place]):
    """Spans of a text, turned into places when asked for."""

    def __init__(self, spans: Mapping[tuple[str, str], tuple[int, int]], lines: Lines) -> None:
        self.spans = spans
        self._lines = lines

    def __getitem__(self, key: tuple[str, str]) -> Place:
        return self._lines.place(*self.spans[key])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)


def read_tree(text: str, name: str = "", profiles: Mapping[str, Profile] | None = None) -> Tree:
    """Return the tree that a text describes; `profiles` = the user's own, by name. Raises BadInput."""
    parsed = parse_yaml(text)
    reader = _TreeReader(parsed.lines, parsed.problems, profiles or {}, partial=parsed.broken)
    tree = reader.read(parsed.root)
    if reader.problems or tree is None:
        raise BadInput(name, tuple(reader.problems))
    return tree


class _TreeReader:
    def __init__(
        self, lines: Lines, problems: list[Problem], profiles: Mapping[str, Profile], *, partial: bool
    ) -> None:
        self.problems = problems
        self.records = RecordReader(lines, problems, partial=partial)
        self.partial = partial
        self.profiles = profiles
        self.nodes: dict[str, Node] = {}
        self.ids: dict[str, Scalar] = {}
        self.refs: list[Scalar] = []
        self.links: list[tuple[str, int, Scalar]] = []

    def read(self, root: Item | None) -> Tree | None:
        if not isinstance(root, Map):
            if not self.problems:
                place = Place(1, 1, 1, 2)
                message = "ini bukan berkas pohon: baris-barisnya tidak berbentuk kunci: isi."
                self.problems.append(Problem(place, message, "Mulai dengan `pohon new NAMA` untuk melihat contohnya."))
            return None
        values = self.records.values(FILE, root, "", "", extra=())
        for key, value in root.pairs:
            self.records.spans.setdefault(("", key.text), (value.start, value.end))
        roots, nodes = self._forest(root.get("pohon"), "pohon", "")
        belum_roots, belum = self._forest(root.get("belum_ditempatkan"), "belum_ditempatkan", "?")
        profile = self._profile(root.get("profil"))
        self._check_refs()
        self._check_positions(values)
        self._check_years(values.get("periode"), nodes)
        if not nodes and not self.partial and root.get("pohon") is not None:
            self.records.report(root.get("pohon") or root, "pohon masih kosong.", "Tulis outcome di bawah pohon:.")
        if self.problems or profile is None:
            return None
        del values["profil"]
        return Tree(
            **values, profile=profile, roots=roots, nodes=nodes, belum_roots=belum_roots, belum=belum,
            places=Places(self.records.spans, self.records.lines),
        )  # fmt: skip

    def _profile(self, item: Item | None) -> Profile | None:
        if not isinstance(item, Scalar):
            return None
        if item.text in self.profiles:
            return self.profiles[item.text]
        try:
            return load_builtin(item.text)
        except KeyError:
            known = tuple(sorted({*builtin_names(), *self.profiles}))
            self.records.report(item, f'profil "{item.text[:40]}" tidak dikenal.', closest(item.text, known))
            return None

    def _forest(self, item: Item | None, key: str, mark: str) -> tuple[tuple[str, ...], dict[str, Node]]:
        self.nodes = {}
        roots = self._list(item, key, parent=None, number=mark)[0]
        return roots, self.nodes

    def _list(
        self, item: Item | None, key: str, *, parent: str | None, number: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Read a list of nodes; return (their keys, the ids of support edges)."""
        if item is None or (isinstance(item, Scalar) and not item.text.strip()):
            return (), ()
        if not isinstance(item, Seq):
            self.records.report(item, f"{key} harus berupa daftar simpul.", "Awali tiap simpul dengan tanda -.")
            return (), ()
        keys: list[str] = []
        refs: list[str] = []
        for one in item.items:
            if isinstance(one, Map) and self._is_ref(one):
                ref = self._ref(one, allowed=parent is not None)
                refs += [ref] if ref else []
                continue
            place = len(keys) + 1
            child = self._node(one, parent, f"{number}.{place}" if parent is not None else f"{number}{place}")
            keys += [child] if child else []
        return tuple(keys), tuple(refs)

    @staticmethod
    def _is_ref(item: Map) -> bool:
        names = {key.text for key, _ in item.pairs}
        return REF in names and not names & set(STATEMENT_KEYS)

    def _ref(self, item: Map, *, allowed: bool) -> str:
        target = item.get(REF)
        for key, _ in item.pairs:
            if key.text != REF:
                self.records.report(key, f'di samping ref tidak boleh ada kunci lain ("{key.text[:40]}").')
        if not isinstance(target, Scalar) or not target.text.strip():
            self.records.report(item, "ref harus berisi id satu simpul.")
            return ""
        if not allowed:
            self.records.report(item, "ref hanya dapat berdiri di dalam sebab.")
            return ""
        self.refs.append(target)
        return target.text

    def _node(self, item: Item, parent: str | None, number: str) -> str:
        if isinstance(item, Scalar):
            return self._bare(item, parent, number)
        if isinstance(item, Seq):
            self.records.report(item, "di sini seharusnya satu simpul, bukan daftar.")
            return ""
        statement = self._statement(item, placed=not number.startswith("?"))
        identity = item.get("id")
        key = number
        if isinstance(identity, Scalar) and self._claim(identity):
            key = identity.text
        if len(self.nodes) >= MAX_NODES:
            if len(self.nodes) == MAX_NODES:
                self.records.report(item, f"pohon berisi lebih dari {MAX_NODES} simpul.", "Pecah berkasnya.")
            return ""
        self.nodes[key] = _PLACEHOLDER
        values = self.records.values(NODE, item, key, "", extra=_NODE_KEYS)
        sebab, ref = self._list(item.get("sebab"), "sebab", parent=key, number=number)
        self._note_links(item, key)
        kind, text = statement or (Kind.GAGASAN, "")
        if statement:
            self.records.mark(key, "", item.get(kind.value) or item)
        self.nodes[key] = Node(
            key=key, kind=kind, statement=text, parent=parent, sebab=sebab, ref=ref,
            **{name: value for name, value in values.items() if value not in ("", ())},
        )  # fmt: skip
        return key

    def _bare(self, item: Scalar, parent: str | None, number: str) -> str:
        if not item.text.strip():
            self.records.report(item, "butir ini kosong.", "Hapus tandanya atau isilah.")
            return ""
        if not number.startswith("?") or parent is not None:
            word = item.text.partition(":")[0].strip()
            if word in STATEMENT_KEYS:
                self.records.report(
                    item, f"kurang satu spasi sesudah titik dua pada {word}:.", f"Tulis {word}: lalu kalimat."
                )
            else:
                remedy = f"Awali dengan {', '.join(STATEMENT_KEYS[:-1])}, misalnya antara: {item.text[:30]}"
                self.records.report(item, "jenis kondisi belum ditulis di depan kalimat ini.", remedy)
            return ""
        self.nodes[number] = Node(key=number, kind=Kind.GAGASAN, statement=item.text)
        self.records.mark(number, "", item)
        return number

    def _statement(self, item: Map, *, placed: bool) -> tuple[Kind, str] | None:
        found = [(key, value) for key, value in item.pairs if key.text in STATEMENT_KEYS]
        if len(found) > 1:
            words = " dan ".join(key.text for key, _ in found)
            self.records.report(
                found[1][0], f"satu simpul berisi {words}.", "Satu simpul satu jenis; beri tanda - sendiri."
            )
            return None
        if not found:
            if not self.partial:
                self.records.report(item, "simpul ini tidak punya kalimat kondisi.", closest("", STATEMENT_KEYS[:-1]))
            return None
        key, value = found[0]
        kind = Kind(key.text)
        text = self._sentence(key, value)
        if kind is Kind.GAGASAN and placed:
            self.records.report(key, "gagasan hanya dapat berdiri di belum_ditempatkan.", "Pilih jenis kondisinya.")
        return None if text is None else (kind, text)

    def _sentence(self, key: Scalar, value: Item) -> str | None:
        if not isinstance(value, Scalar):
            self.records.report(
                value, f"sesudah {key.text} harus ada satu kalimat.", "Daftar penyebab ditulis di sebab:."
            )
            return None
        if not value.text.strip():
            self.records.report(key, f"kalimat {key.text} masih kosong.", "Isilah kalimat kondisinya.")
            return None
        if len(value.text) > MAX_LABEL:
            message = f"kalimat {key.text} {too_long(len(value.text), MAX_LABEL)}"
            self.records.report(value, message, "Satu kondisi satu kalimat pendek.")
            return None
        return value.text

    def _claim(self, identity: Scalar) -> bool:
        first = self.ids.setdefault(identity.text, identity)
        if first is identity:
            return True
        line = self.records.lines.place(first.start, first.end).line
        self.records.report(identity, f'id "{identity.text[:40]}" sudah dipakai di baris {line}.', "Beri id lain.")
        return False

    def _note_links(self, item: Map, key: str) -> None:
        link = item.get("jabatan")
        if isinstance(link, Scalar):
            self.links.append((key, 0, link))
        elif isinstance(link, Seq):
            self.links += [(key, place, one) for place, one in enumerate(link.items) if isinstance(one, Scalar)]

    def _check_refs(self) -> None:
        if self.partial:
            return
        for ref in self.refs:
            if ref.text not in self.ids:
                known = tuple(sorted(self.ids))[:200]
                remedy = closest(ref.text, known) if known else "Beri id pada simpul yang dimaksud."
                self.records.report(ref, f'ref "{ref.text[:40]}" tidak menunjuk simpul mana pun.', remedy)

    def _check_positions(self, values: Mapping[str, Any]) -> None:
        known: dict[str, None] = {}
        for top in values.get("jabatan", ()):
            for position in top.walk():
                if position.id in known:
                    start, end = self.records.spans["", "jabatan"]
                    place = self.records.lines.place(start, min(end, start + 1))
                    self.problems.append(
                        Problem(place, f'id jabatan "{position.id}" dipakai dua kali.', "Beri id lain.")
                    )
                known[position.id] = None
        for _, _, link in self.links:
            if link.text.strip() and link.text not in known and not self.partial:
                remedy = (
                    closest(link.text, tuple(known)) if known else "Tulis susunan jabatan di kunci jabatan: berkas."
                )
                self.records.report(link, f'jabatan "{link.text[:40]}" tidak ada dalam daftar jabatan.', remedy)

    def _check_years(self, periode: Periode | None, nodes: Mapping[str, Node]) -> None:
        if periode is None:
            return
        for node in nodes.values():
            for place, indicator in enumerate(node.indikator):
                for target in indicator.target:
                    if target.tahun and target.tahun not in periode:
                        path = f"indikator.{place}.target.{target.tahun}"
                        where = self.records.lines.place(*self.records.spans[node.key, path])
                        message = f"target tahun {target.tahun} berada di luar periode {periode}."
                        self.problems.append(Problem(where, message, "Perbaiki tahunnya atau periode berkas."))


_PLACEHOLDER = Node(key="", kind=Kind.GAGASAN, statement="")
