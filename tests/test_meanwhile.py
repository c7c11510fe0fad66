"""A thread reads ahead and writes behind, and nothing is lost, mixed up or kept quiet."""

import threading

import pytest

from engine.columns.meanwhile import Behind, ahead


def counted(closed, most=5, trouble=None):
    """Yield numbers; note when it is closed, and fail at the end if there is to be trouble."""
    try:
        yield from range(most)
        if trouble is not None:
            raise trouble
    finally:
        closed.append(threading.active_count())


def test_what_is_read_ahead_comes_in_order():
    """All of it, once."""
    assert list(ahead(counted([]))) == [0, 1, 2, 3, 4]


def test_who_stops_early_closes_what_is_read():
    """A file that is read ahead must not stay open."""
    closed = []
    items = ahead(counted(closed))
    assert next(items) == 0
    items.close()
    assert len(closed) == 1


def test_trouble_while_reading_ahead_comes_where_it_belongs():
    """After all that was read before it."""
    items = ahead(counted([], most=1, trouble=OSError("worn out")))
    assert next(items) == 0
    with pytest.raises(OSError, match="worn out"):
        next(items)


def test_what_is_left_behind_is_done_in_order():
    """One after the other, and all of it before the wait is over."""
    done = []
    behind = Behind()
    for number in range(20):
        behind.do(done.append, number)
    behind.wait()
    assert done == list(range(20))


def test_trouble_that_was_left_behind_is_told_at_the_next_turn():
    """And once."""
    behind = Behind()
    behind.do([].pop)
    with pytest.raises(IndexError):
        behind.do(print)
    behind.wait()
