"""Settings for all tests."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("pohon", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("pohon")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    """No test depends on the terminal or on switches of the person who runs it."""
    for name in ("NO_COLOR", "FORCE_COLOR", "POHON_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    if os.name != "nt":
        monkeypatch.setenv("TERM", "xterm")
