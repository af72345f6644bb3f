"""The pages that the browser tests open, and what can be read from them."""

import re
from pathlib import Path

from pohon import api

__all__ = ["BALANGAN", "TREE", "Opened", "boxes", "focused", "matrix", "overlaps", "shown"]

BALANGAN = Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan.pohon.yaml"
TREE = api.load(BALANGAN).tree


class Opened:
    """A page with what went wrong on it."""

    def __init__(self, page):
        self.page, self.asked, self.said = page, [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def go(self, path):
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("html[data-siap]")
        self.settle()
        return self.page

    def settle(self):
        self.page.evaluate("new Promise(done => setTimeout(() => requestAnimationFrame(() => done()), 30))")


def matrix(page):
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return [float(one) for one in re.findall(r"[-\d.e]+", page.get_attribute("#dunia", "transform"))]


def shown(page):
    return page.locator("[role=treeitem]:not([display])").count()


def focused(page):
    return page.evaluate("(document.activeElement.getAttribute('aria-label') || '').split(' ')[0]")


def boxes(page):
    """The frames that are shown, as rectangles on the screen."""
    return page.evaluate(
        "[...document.querySelectorAll('[role=treeitem]:not([display]) > .bingkai')].map(one => {"
        "const edge = one.getBoundingClientRect(); return [edge.left, edge.top, edge.right, edge.bottom]})"
    )


def overlaps(found):
    return [
        (one, two)
        for place, one in enumerate(found)
        for two in found[:place]
        if one[0] < two[2] - 0.5 and two[0] < one[2] - 0.5 and one[1] < two[3] - 0.5 and two[1] < one[3] - 0.5
    ]
