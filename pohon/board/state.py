"""What a room knows besides its tree: clashes, comments, ideas and votes, versions, settings, timer.

It is a few tables of plain records; a `Put` sets or takes away one record and has an inverse, so that the journal, undo
and a restart treat it like an edit. Records hold JSON only and are never changed in place.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from .codec import Json

__all__ = ["SETTINGS", "TABLES", "Put", "State", "papan", "patch_of", "put", "setting", "votes_of"]

TABLES = ("bentrok", "komentar", "gagasan", "suara", "versi", "atur", "timer")
"""suara: idea -> ids of the members who voted for it; versi: seq -> record; timer: "" -> record."""
SETTINGS: Mapping[str, bool | int] = {
    "peserta_menyunting": False, "suara_per_orang": 3, "gagasan_anonim": True, "bagikan": False,
}  # fmt: skip
"""Settings of the board and what they are in a new room."""

State = Mapping[str, Mapping[str, Any]]


class Put(NamedTuple):
    """Give a record of a table a value; None takes it away."""

    table: str
    key: str
    value: Json


def put(state: State, change: Put) -> tuple[State, Put]:
    """Return the state with a record set, and the change that undoes it."""
    table = state.get(change.table, {})
    before = Put(change.table, change.key, table.get(change.key))
    if change.value is None:
        table = {key: value for key, value in table.items() if key != change.key}
    else:
        table = {**table, change.key: change.value}
    return {**state, change.table: table}, before


def setting(state: State, name: str) -> Any:
    """Return a setting of the board."""
    return state.get("atur", {}).get(name, SETTINGS[name])


def votes_of(state: State, member: str) -> list[str]:
    """Return the ideas that a member voted for."""
    return [idea for idea, voters in state.get("suara", {}).items() if member in voters]


def papan(state: State, member: str) -> dict[str, Json]:
    """Return the whole `Papan` as one member sees it."""
    ideas = {*state.get("gagasan", {}), *state.get("suara", {})}
    return {
        "bentrok": dict(state.get("bentrok", {})),
        "komentar": dict(state.get("komentar", {})),
        "gagasan": {key: _idea(state, key) for key in sorted(ideas)},
        "suara_saya": votes_of(state, member),
        "versi": _versions(state),
        "atur": _settings(state),
        "timer": state.get("timer", {}).get(""),
    }


def patch_of(state: State, puts: Iterable[Put]) -> dict[str, Json]:
    """Return the `PapanPatch` of changes that have led to this state."""
    patch: dict[str, Json] = {}
    for table, key, _ in puts:
        if table in ("bentrok", "komentar"):
            patch.setdefault(table, {})[key] = state.get(table, {}).get(key)
        elif table in ("gagasan", "suara"):
            known = key in state.get("gagasan", {}) or key in state.get("suara", {})
            patch.setdefault("gagasan", {})[key] = _idea(state, key) if known else None
        elif table == "versi":
            patch["versi"] = _versions(state)
        elif table == "atur":
            patch["atur"] = _settings(state)
        else:
            patch["timer"] = state.get("timer", {}).get("")
    return patch


def _idea(state: State, key: str) -> Json:
    known = state.get("gagasan", {}).get(key, {"oleh": "", "nama": "", "at": 0})
    return {**known, "suara": len(state.get("suara", {}).get(key, ()))}


def _versions(state: State) -> list[Json]:
    return sorted(state.get("versi", {}).values(), key=lambda one: one["seq"])


def _settings(state: State) -> dict[str, Json]:
    return {**SETTINGS, **state.get("atur", {})}
