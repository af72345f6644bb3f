"""Exported names are sorted and real."""

import importlib
import pkgutil

import pytest

import pohon

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(pohon.__path__, "pohon.") if not found.name.endswith("__main__")
)


def order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions: the order that ruff keeps."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2, name)


@pytest.mark.parametrize("name", MODULES)
def test_every_exported_name_exists(name):
    module = importlib.import_module(name)
    missing = [word for word in getattr(module, "__all__", ()) if not hasattr(module, word)]
    assert missing == []


@pytest.mark.parametrize("name", MODULES)
def test_exported_names_are_sorted_and_each_stands_once(name):
    names = list(getattr(importlib.import_module(name), "__all__", ()))
    assert sorted(set(names), key=order) == names


@pytest.mark.parametrize("name", [name for name in MODULES if not name.rpartition(".")[2].startswith("_")])
def test_public_modules_say_what_they_export(name):
    module = importlib.import_module(name)
    is_package = hasattr(module, "__path__")
    is_rule = name.startswith("pohon.rules.") and name.count(".") == 3
    assert is_package or is_rule or hasattr(module, "__all__")


@pytest.mark.parametrize("name", MODULES)
def test_every_module_has_a_docstring(name):
    assert importlib.import_module(name).__doc__


def test_the_package_gives_its_public_names_and_no_other():
    assert [] == [name for name in pohon.__all__ if not callable(getattr(pohon, name))]
    with pytest.raises(AttributeError):
        pohon.nothing_of_the_kind  # noqa: B018
