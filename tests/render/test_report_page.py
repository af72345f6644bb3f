"""The report as a page for the browser: its source."""

import re
from html.parser import HTMLParser

from pohon.render import report_html
from tests.build import tree as parsed
from tests.render.reports import HOSTILE, TEXT, UNREAD, WAIVED, entry, finding


class Page(HTMLParser):
    """Elements with their attributes, and the text outside of style and script."""

    def __init__(self, source):
        super().__init__()
        self.elements, self.words, self._raw = [], [], ""
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._raw = tag if tag in {"style", "script"} else ""

    def handle_endtag(self, _tag):
        self._raw = ""

    def handle_data(self, data):
        if not self._raw:
            self.words.append(data)

    def of(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def page(*entries):
    return Page(report_html.render(entries))


def test_the_page_is_one_file_that_fetches_nothing():
    source = report_html.render([entry(finding())])
    shown = Page(source)
    assert [] == [attrs for _, attrs in shown.elements for name in ("src", "href", "action", "srcset") if name in attrs]
    assert "url(" not in source
    assert re.findall(r"https?://[^\"' <]+", source) == ["http://www.w3.org/2000/svg"]
    policy = next(attrs["content"] for attrs in shown.of("meta") if "http-equiv" in attrs)
    assert policy.startswith("default-src 'none'; ")


def test_only_the_script_of_the_page_may_run():
    from base64 import b64encode
    from hashlib import sha256

    source = report_html.render([entry(finding(message=HOSTILE))])
    (script,) = re.findall(r"<script>(.*?)</script>", source, flags=re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in source


def test_a_finding_names_the_box_of_its_node():
    shown = page(entry(finding(), finding(node="?1"), finding(node="")))
    boxes = [attrs.get("data-kotak") for attrs in shown.of("div") if "data-tingkat" in attrs]
    ids = {attrs["id"] for _, attrs in shown.elements if "id" in attrs}
    assert boxes == ["b0-n1-1", "b0-nbelum-1", None]
    assert {"b0-n1-1", "b0-nbelum-1"} <= ids


def test_ids_are_unique_with_several_files():
    shown = page(entry(finding()), entry(finding(), path="c.pohon.yaml"), UNREAD)
    ids = [attrs["id"] for _, attrs in shown.elements if "id" in attrs]
    assert sorted(set(ids)) == sorted(ids)
    assert len(shown.of("article")) == 3
    assert "berkas" in ids


def test_hostile_text_is_neither_markup_nor_script():
    tree = parsed(TEXT.replace("Meningkatnya mutu pelayanan persalinan", "Mutu <img src=x onerror=alert(1)> & b"))
    shown = Page(
        report_html.render([entry(finding(message=HOSTILE, hint=HOSTILE, evidence=HOSTILE), tree=tree, path=HOSTILE)])
    )
    assert shown.of("img") == []
    assert len(shown.of("script")) == 1
    assert [] == [name for _, attrs in shown.elements for name in attrs if name.startswith("on")]
    assert "<script>alert(1)</script>" in "".join(shown.words)


def test_every_finding_can_be_reached_with_the_keyboard_and_every_control_has_a_name():
    shown = page(entry(finding(), WAIVED))
    assert len([attrs for attrs in shown.of("button") if "data-saring" in attrs]) == 3
    assert all(attrs.get("type") == "button" for attrs in shown.of("button"))
    assert any(attrs.get("tabindex") == "0" for attrs in shown.of("svg"))
    assert "1 temuan diterima dengan alasan" in "".join(shown.words)


def test_the_page_knows_dark_mode_and_paper():
    source = report_html.render([entry()])
    assert "prefers-color-scheme: dark" in source
    assert "@media print" in source
    assert "Tidak ada temuan." in source
