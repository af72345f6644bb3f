"""The board for browser tests: a real server in a process of its own, and people who look at it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

from .lacking import lacking

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "pohon" / "board" / "client"
PAGE = ROOT / "pohon" / "board" / "page" / "index.html"
OUT = ROOT / "out" / "papan"
"""Where pictures of the pages are kept."""
SIZES = {"1920": (1920, 1080), "1366": (1366, 768), "390": (390, 844)}


def built_page():
    """Build the page when it is not there or older than its sources."""
    sources = [CLIENT / "package.json", CLIENT / "index.html", *(CLIENT / "src").rglob("*")]
    newest = max((path.stat().st_mtime for path in sources if path.is_file()), default=0.0)
    if PAGE.exists() and PAGE.stat().st_mtime >= newest:
        return
    npm = shutil.which("npm")
    if npm is None and PAGE.exists():
        return
    if npm is None:
        lacking("the page of the board is not built and npm is not installed")
    if not (CLIENT / "node_modules").exists():
        subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=CLIENT, check=True, capture_output=True)
    subprocess.run([npm, "run", "build"], cwd=CLIENT, check=True, capture_output=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`pohon board` on a folder; can be stopped, killed and started again at the same address."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None
        self.link = self.pin = ""

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        words = [sys.executable, "-m", "pohon", "board", str(self.folder), "--lan", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*words, "--no-browser"], cwd=ROOT, text=True, encoding="utf-8", stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        said = []
        for line in self.process.stdout:
            said.append(line)
            self.link = next(iter(re.findall(r"http://127\.0\.0\.1\S*#k=\S+", line)), self.link)
            self.pin = next(iter(re.findall(r"PIN\D*(\d{6})", line)), self.pin)
            if self.link and self.pin:
                break
        assert self.link, "".join(said)
        assert self.pin, "".join(said)
        return self

    def stop(self, *, hard=False):
        if self.process is None:
            return
        (self.process.kill if hard else self.process.terminate)()
        self.process.wait(20)
        self.process.stdout.close()
        self.process = None

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def until_saved(self, name, *parts, seconds=15.0):
        """Wait until the tree file holds all these sentences."""
        end = time.monotonic() + seconds
        while not all(part in self.text(name) for part in parts):
            assert time.monotonic() < end, self.text(name)
            time.sleep(0.1)


class Person:
    """Somebody at the board, with what went wrong on the page. Uses the keyboard unless a test says otherwise."""

    def __init__(self, browser, server, *, size=(1366, 768), touch=False):
        self.server = server
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, has_touch=touch, locale="id-ID", reduced_motion="reduce"
        )
        self.page = self.context.new_page()
        self.said, self.asked, self.offline = [], [], False
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def _console(self, message):
        if message.type in {"error", "warning"} and not self.offline:
            self.said.append(message.text)

    def lead(self, name=""):
        """Come in with the facilitator's link, and open a tree."""
        self.page.goto(self.server.link)
        self.page.wait_for_load_state("networkidle")
        if name:
            self.open(name)
        return self

    def open(self, name):
        self.page.goto(f"{self.server.address}/#/{quote(name)}")
        self.page.wait_for_selector("[data-papan-pohon]")
        self.page.wait_for_selector(".kotak:not(.semu), [data-papan-pohon=garis] [data-id]")
        self.at_tree()
        return self

    def at_tree(self):
        """Wait until the keyboard is at the canvas or the outline."""
        self.page.wait_for_selector("[data-papan-pohon]:focus")

    def join(self, name):
        """Come in as a participant: through PIN and name, as the server gives keys."""
        answer = self.page.request.post(f"{self.server.address}/api/masuk", data={"pin": self.server.pin, "nama": name})
        assert answer.ok, answer.text()
        self.page.goto(f"{self.server.address}/#k={answer.json()['kunci']}")
        return self

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text):
        self.page.keyboard.type(text)

    def new(self, key, text):
        """Make a box with Enter (beside) or Tab (below) and write its sentence."""
        self.press(key)
        self.page.wait_for_selector("textarea[aria-label='Kalimat kondisi baru']")
        self.write(text)
        self.press("Enter")
        self.at_tree()
        self.quiet()

    def quiet(self):
        """Wait until nothing of this page is on its way."""
        self.page.wait_for_selector(".kotak.semu", state="detached")
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def focused(self):
        """What a screen reader says of the box with the focus."""
        return self.page.evaluate(
            "(() => { const tree = document.querySelector('[data-papan-pohon]');"
            " return document.getElementById(tree.getAttribute('aria-activedescendant'))?.getAttribute('aria-label') ?? '' })()"
        )

    def walk(self, sentence):
        """Go to a box by searching for its sentence, as one would."""
        self.press("Control+f")
        box = self.page.get_by_role("searchbox", name="Cari di pohon")
        box.wait_for()
        box.fill("")
        self.write(sentence)
        self.press("Enter", "Escape")
        self.at_tree()
        assert sentence in self.focused(), self.focused()

    def active(self):
        """The accessible name of what has the keyboard, as far as tests need it."""
        return self.page.evaluate(
            "(() => { const it = document.activeElement; const labels = [...(it.labels ?? [])].map(one => one.textContent);"
            " const words = it.getAttribute('aria-label') || labels.join(' ') || it.textContent || '';"
            " return words.replace(/\\s+/g, ' ').trim() })()"
        )

    def tab_to(self, name, *, limit=160, key="Tab"):
        """Press Tab until the element of this name has the keyboard: what cannot be reached so is a failure."""
        seen = []
        for _ in range(limit):
            self.press(key)
            seen.append(self.active())
            if seen[-1].startswith(name):
                return
        raise AssertionError(f"{name!r} cannot be reached with {key}: {seen[:60]}")

    def panel(self, number, heading):
        """Open a panel with its key."""
        self.press(f"Alt+{number}")
        self.page.get_by_role("heading", name=heading, exact=True).wait_for()
        self.page.wait_for_selector("#panel-samping:focus")

    def fill(self, name, text, *, key="Tab"):
        """Go to a field by keyboard and write into it."""
        self.tab_to(name, key=key)
        self.press("Control+a")
        self.write(text)

    def outline(self):
        """Every node as (level, sentence with its number), read from the outline view."""
        self._mode("garis")
        rows = self.page.evaluate(
            "[...document.querySelectorAll('[data-papan-pohon=garis] [data-id]')].map(row =>"
            " [Number(row.getAttribute('aria-level')), row.querySelector('.tingkat').textContent.trim() + ': '"
            " + (row.querySelector('.kalimat')?.textContent ?? '').trim()])"
        )
        self._mode("kanvas")
        return [(level, words) for level, words in rows]

    def _mode(self, name):
        if self.page.locator(f"[data-papan-pohon={name}]").count() == 0:
            self.press("Control+Shift+L")
            self.page.wait_for_selector(f"[data-papan-pohon={name}]")

    def until(self, condition, *, seconds=10.0):
        """Wait for a condition of this page."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, self.page.inner_text("body")
            self.page.wait_for_timeout(50)

    def status(self):
        return self.page.inner_text("footer")

    def picture(self, name):
        OUT.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=OUT / f"{name}.png")

    def close(self):
        """Leave; nothing may have gone wrong, nothing may have been asked of another address."""
        self.context.close()
        assert self.said == []
        assert [url for url in self.asked if not url.startswith((self.server.address, "data:", "blob:", "ws:"))] == []
