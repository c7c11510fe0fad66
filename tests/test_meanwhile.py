"""A thread reads ahead and writes behind, and nothing is lost, mixed up or kept quiet."""

import os
import threading

import pytest

from engine.columns.meanwhile import Behind, Patient, ahead


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


def test_who_stops_early_is_not_kept_waiting():
    """What a thread waits for is called off before it is waited for."""
    enough = threading.Event()

    def waiting():
        yield 1
        yield 2
        assert enough.wait(60)

    items = ahead(waiting(), enough.set)
    assert [next(items), next(items)] == [1, 2]
    items.close()
    assert enough.is_set()


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot tell whether a pipe has something")
def test_a_patient_stream_is_at_its_end_once_it_is_stopped():
    """It gives as much as it is asked for, in however many pieces that comes."""
    end, other = os.pipe()
    with os.fdopen(end, "rb") as stream, os.fdopen(other, "wb", buffering=0) as pipe:
        patient = Patient(stream)
        pipe.write(b"abc")
        later = threading.Timer(0.05, pipe.write, (b"def",))
        later.start()
        assert patient.read(5) == b"abcde"
        later.join()
        threading.Timer(0.05, patient.stop).start()
        assert patient.read(5) == b"f"


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


def test_who_is_interrupted_while_waiting_can_wait_again(monkeypatch):
    """What is still being done is not forgotten: what it writes could not be cleared away."""
    behind, begun, done = Behind(), threading.Event(), []
    behind.do(lambda: begun.wait(60) and done.append(1))

    def interrupted(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("engine.columns.meanwhile.wait", interrupted)
        with pytest.raises(KeyboardInterrupt):
            behind.wait()
    begun.set()
    behind.wait()
    assert done == [1]


def test_trouble_that_was_left_behind_is_told_at_the_next_turn():
    """And once."""
    behind = Behind()
    behind.do([].pop)
    with pytest.raises(IndexError):
        behind.do(print)
    behind.wait()
