"""The target of the coverage-guided fuzzer, which `python -m benchmarks.fuzz --atheris` starts."""

import sys

import atheris

with atheris.instrument_imports(include=["engine", "tomllib"]):
    from benchmarks.fuzz import holds


def main() -> None:
    """Try what the fuzzer thinks of, until it has had enough; an exception ends it."""
    atheris.Setup(sys.argv, holds)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
