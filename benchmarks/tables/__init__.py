"""What somebody could write by hand for a table of people, a module an engine, from our cards.

A module has a `NAME`, the `PACKAGE` that it comes in, and `run(base, source, output)`: it reads a
table, works out measures and conclusions, stage by stage, and writes for each person what follows:
to Parquet a yes/no column a conclusion, to CSV one text with the ids, which is shorter.
`python -m benchmarks.tables NAME SOURCE OUTPUT` does it in a process of its own.
"""

from engine.base import Base

KEPT = "person"
"""The column that tells people apart, and is kept."""


def columns_of(base: Base) -> dict[str, str]:
    """Return the columns of the results that tell what follows, each with the id it stands for."""
    return {f"c_{conclusion.id()}": conclusion.id() for conclusion in base.concluding}
