"""A function that does not come to an end is stopped; all others are left alone."""

import re
import signal
import threading
import time
from contextlib import suppress

import pytest

from pohon.rules._deadline import TooSlow, Watch, allowance

LIMIT = 0.2


def spin():
    while True:
        pass


def swallow():
    while True:
        with suppress(Exception):  # what a careless rule may do
            spin()


def in_thread(work):
    """Run in another thread, where no signal arrives."""
    found = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join(10)
    return found[0]


def stopped(work, **how):
    start = time.monotonic()
    with Watch(LIMIT, **how) as watch, pytest.raises(TooSlow):
        watch.call(work)
    return time.monotonic() - start


@pytest.mark.parametrize("work", [spin, swallow])
@pytest.mark.parametrize("by_signal", [True, False])
def test_a_function_that_never_yields_is_stopped(work, by_signal):
    assert stopped(work, by_signal=by_signal) < 5


@pytest.mark.parametrize("work", [spin, swallow])
def test_outside_the_main_thread_it_is_stopped_too(work):
    assert in_thread(lambda: stopped(work)) < 5


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="this system has no timer signal")
@pytest.mark.parametrize("work", [lambda: time.sleep(9), lambda: re.match(r"(a|a)+$", "a" * 40 + "b")])
def test_with_a_timer_signal_waiting_and_a_regular_expression_are_stopped(work):
    assert stopped(work) < 5


@pytest.mark.parametrize("by_signal", [True, False])
def test_results_and_exceptions_pass_through(by_signal):
    with Watch(LIMIT, by_signal=by_signal) as watch:
        assert [7] * 200 == [watch.call(lambda: 7) for _ in range(200)]
        with pytest.raises(ZeroDivisionError):
            watch.call(lambda: 1 / 0)


@pytest.mark.parametrize("by_signal", [True, False])
def test_after_one_was_stopped_the_next_runs_with_its_full_time(by_signal):
    with Watch(LIMIT, by_signal=by_signal) as watch:
        for _ in range(3):
            with pytest.raises(TooSlow):
                watch.call(spin)
            assert watch.call(lambda: "selesai") == "selesai"
    time.sleep(LIMIT * 1.5)  # nothing arrives later


def test_a_function_that_ends_about_when_its_time_is_up_harms_nothing_after_it():
    for number in range(60):
        with Watch(0.01, by_signal=False) as watch:
            until = time.monotonic() + 0.0095 + number / 60_000
            with suppress(TooSlow):
                watch.call(
                    lambda until=until: [time.monotonic() for _ in iter(lambda: time.monotonic() < until, False)]
                )
            assert sum(range(2_000)) == 1_999_000


def test_without_a_limit_nothing_is_watched():
    with Watch(0) as watch:
        assert watch.call(lambda: 1) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="this system has no timer signal")
def test_a_signal_that_somebody_else_uses_is_left_to_them():
    def own(*_frame):
        raise AssertionError

    before = signal.signal(signal.SIGALRM, own)
    try:
        assert stopped(spin) < 5
        assert signal.getsignal(signal.SIGALRM) is own
    finally:
        signal.signal(signal.SIGALRM, before)


def test_the_signal_is_given_back():
    if hasattr(signal, "SIGALRM"):
        with Watch(LIMIT) as watch:
            watch.call(lambda: 1)
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL


@pytest.mark.parametrize(("nodes", "seconds"), [(0, 2), (100, 2), (1_000, 2), (5_000, 10)])
def test_large_trees_are_given_more_time(nodes, seconds):
    assert allowance(nodes) == seconds
