"""What a browser test says when it cannot run: a failure where every change is checked, elsewhere a loud skip."""

import os
from typing import NoReturn

import pytest


def lacking(what) -> NoReturn:
    """End the test."""
    words = f"NO BROWSER TEST WAS RUN: {what}"
    if os.environ.get("CI"):
        pytest.fail(words, pytrace=False)
    pytest.skip(words)
