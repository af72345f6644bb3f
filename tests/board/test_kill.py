"""Power cuts while people edit. `python -m benchmarks.board_kill` does the same two hundred times."""

import os

import pytest

from benchmarks.board_kill import cut

pytest.importorskip("starlette", reason="the board is an extra: pip install 'pohon[board]'")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="ends processes as POSIX systems do")
def test_no_acknowledged_edit_is_lost_and_the_file_is_never_torn(tmp_path):
    report = cut(tmp_path, 8)
    assert report.times == 8
    assert report.acknowledged > 20
    assert (report.lost, report.torn, report.apart) == ([], [], [])
