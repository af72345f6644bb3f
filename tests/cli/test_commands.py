"""new, fmt, explain, rules, schema."""

import json

import jsonschema
import pytest
import yaml

from pohon import api
from pohon.model.profile import builtin_names
from pohon.rules import _registry

from .conftest import HEAD, TWINS


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("profile", builtin_names())
def test_new_writes_a_tree_that_can_be_read_for_every_profile(pohon, here, profile):
    assert pohon("new", "dinas-kesehatan", "--profile", profile).code == 0
    loaded = api.load(here / "dinas-kesehatan.pohon.yaml")
    assert (loaded.tree.profile.nama, loaded.tree.tahap) == (profile, 1)
    assert (loaded.tree.judul, loaded.tree.instansi) == ("Pohon Kinerja Dinas Kesehatan", "Dinas Kesehatan")


def test_the_new_tree_asks_the_questions_of_all_five_stages(pohon, here):
    pohon("new", "a")
    text = (here / "a.pohon.yaml").read_text(encoding="utf-8")
    assert [f"# Tahap {stage}." in text for stage in range(1, 6)] == [True] * 5


@pytest.mark.parametrize("profile", builtin_names())
def test_the_commented_example_of_the_new_tree_has_the_levels_of_its_profile(pohon, here, profile):
    pohon("new", "a", "--profile", profile)
    text = (here / "a.pohon.yaml").read_text(encoding="utf-8")
    grown = "\n".join(line[1:] if line.startswith("#    ") else line for line in text.splitlines())
    (here / "b.pohon.yaml").write_text(grown, encoding="utf-8")
    tree = api.load(here / "b.pohon.yaml").tree
    assert tuple(node.kind for node in tree) == tree.profile.chain
    assert [len(node.indikator) for node in tree] == [0] * (len(tree) - 1) + [1]
    assert sum(len(node.crosscutting) for node in tree) == 1


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("dinas-kesehatan", "Dinas Kesehatan"),
        ("dinas_pekerjaan_umum_dan_penataan_ruang", "Dinas Pekerjaan Umum dan Penataan Ruang"),
        ("Dinas PUPR", "Dinas PUPR"),
    ],
)
def test_the_new_tree_is_named_after_its_file_as_titles_are_written(pohon, here, name, agency):
    ran = pohon("new", name)
    assert api.load(here / f"{name}.pohon.yaml").tree.instansi == agency
    quoted = f'"{name}.pohon.yaml"' if " " in name else f"{name}.pohon.yaml"
    assert ran.out.endswith(f"pohon lint {quoted}\n")


def test_new_overwrites_only_when_forced(pohon, here):
    pohon("new", "a")
    (here / "a.pohon.yaml").write_text("milik saya", encoding="utf-8")
    ran = pohon("new", "a")
    assert ran.code == 2
    assert "berkas sudah ada" in ran.err
    assert (here / "a.pohon.yaml").read_text(encoding="utf-8") == "milik saya"
    assert pohon("new", "a", "--force").code == 0
    assert (here / "a.pohon.yaml").read_text(encoding="utf-8") != "milik saya"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["a", "--profile", "balngan"], "profil `balngan` tidak dikenal."),
        (["tidak-ada/a"], "folder tidak-ada tidak ada."),
        ([".pohon.yaml"], "nama berkas masih kosong."),
    ],
    ids=["profile", "folder", "name"],
)
def test_new_says_what_is_wrong_with_its_arguments(pohon, here, args, said):
    ran = pohon("new", *args)
    assert ran.code == 2
    assert said in ran.err
    assert list(here.iterdir()) == []


def test_fmt_quotes_sentences_so_that_other_yaml_tools_read_the_same(pohon, write):
    sentence = 'Meningkatnya layanan: cepat #1 "tuntas"'
    path = write("a.pohon.yaml", TWINS.replace("Meningkatnya derajat kesehatan ibu", sentence))
    before = api.load(path).tree
    assert pohon("fmt", path).code == 0
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["pohon"][0]["outcome"] == sentence
    assert api.load(path).tree == before
    assert pohon("fmt", path).out == f"{path.as_posix()}: sudah rapi.\n"


def test_fmt_ids_gives_every_condition_a_lasting_id(pohon, write):
    path = write("a.pohon.yaml", TWINS)
    assert pohon("fmt", "--ids", path).code == 0
    assert [node.id for node in api.load(path).tree] == ["o1", "c1", "c2"]
    assert pohon("fmt", "--ids", path).out == f"{path.as_posix()}: sudah rapi.\n"


def test_fmt_check_writes_nothing(pohon, write):
    text = TWINS.replace("derajat kesehatan", "derajat: kesehatan")
    path = write("a.pohon.yaml", text)
    assert pohon("fmt", "--check", path).code == 1
    assert path.read_text(encoding="utf-8") == text


def test_fmt_of_an_unreadable_file_lists_its_problems_and_writes_nothing(pohon, write):
    path = write("a.pohon.yaml", "pohon: [")
    ran = pohon("fmt", path)
    assert (ran.code, ran.out, path.read_text(encoding="utf-8")) == (2, "", "pohon: [")
    assert ran.err.startswith(f"{path.as_posix()}: ")


@pytest.mark.parametrize("word", ["RED01", "red01", "kembar-persis"])
def test_explain_shows_the_page_of_a_rule_by_code_or_name(pohon, word):
    ran = pohon("explain", word)
    assert ran.code == 0
    assert ran.out.startswith("# RED01 kembar-persis\n")
    assert "## Cara memperbaiki" in ran.out


@pytest.mark.parametrize("code", ["P000", "p001", "P002", "P003"])
def test_explain_knows_what_the_tool_says_in_its_own_name(pohon, code):
    ran = pohon("explain", code)
    assert (ran.code, ran.out.startswith(f"# {code.upper()} ")) == (0, True)
    assert "## Cara memperbaiki" in ran.out


def test_a_document_given_to_lint_and_a_tree_given_to_import_are_sent_the_right_way(pohon, here):
    (here / "pk.docx").write_bytes(b"PK\x03\x04" + bytes(100))
    pohon("new", "a")
    assert "dengan `pohon import DOKUMEN`." in pohon("lint", "pk.docx").out
    assert "sudah berupa pohon, bukan dokumen. Periksa dengan `pohon lint`." in pohon("import", "a.pohon.yaml").err


def test_explain_of_an_unknown_rule_suggests_one(pohon):
    ran = pohon("explain", "RED0l")
    assert (ran.code, ran.out) == (2, "")
    assert "tidak ada aturan `RED0l`. Maksud Anda RED0" in ran.err


def test_rules_lists_every_rule_once(pohon):
    lines = pohon("rules").out.splitlines()
    assert [entry.code for entry in _registry.entries()] == [line.split()[0] for line in lines[:-1]]
    assert lines[-1].startswith(f"{len(_registry.entries())} aturan.")


def test_rules_of_a_stage_are_those_that_run_then(pohon):
    rows = json.loads(pohon("rules", "--stage", "2", "--format", "json").out)
    assert {entry.code for entry in _registry.entries() if entry.stage <= 2} == {row["code"] for row in rows}
    assert {"error", "warning", "hint"} >= {row["severity"] for row in rows}


def test_the_schemas_are_json_schemas(pohon):
    for args in ((), ("--laporan",)):
        schema = json.loads(pohon("schema", *args).out)
        jsonschema.Draft202012Validator.check_schema(schema)


def test_the_tree_schema_accepts_a_tree_and_refuses_a_wrong_key(pohon, write):
    schema = json.loads(pohon("schema").out)
    tree = yaml.safe_load(TWINS)
    jsonschema.validate(tree, schema)
    tree["pohon"][0]["sebabb"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tree, schema)


def test_show_keeps_to_a_narrow_terminal_and_tells_targets_apart_from_decimals(here):
    text = HEAD.replace(
        "instansi: Dinas Uji", "instansi: Dinas Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Uji"
    )
    text += "  - outcome: Meningkatnya mutu\n    indikator:\n"
    text += '      - {nama: Nilai, target: {2025: "71,5", 2026: "72"}}\n'
    (here / "a.pohon.yaml").write_text(text, encoding="utf-8")
    shown = api.outline(api.load(here / "a.pohon.yaml").tree, 40)
    assert max(map(len, shown.splitlines())) <= 40
    assert "2025: 71,5; 2026: 72" in shown
