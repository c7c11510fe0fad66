"""The benchmarks run, on a small size; their figures are not tested."""

from benchmarks import interview


def test_the_interview_benchmark_counts_and_re_checks():
    """Every part prints its lines, and the laws have no exception on a few people."""
    lines = [*interview.readiness(), *interview.laws(2)]
    assert "times the imports" in lines[0]
    assert [line.rsplit(": ", 1)[1] for line in lines[2:]] == ["0", "0", "0"]
