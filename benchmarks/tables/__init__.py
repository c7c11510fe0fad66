"""What somebody could write by hand for a table of people, a module an engine, from our cards.

A module is called like the package that it needs. It has a `NAME` and `run(base, source, output)`:
this reads a table, works out measures and conclusions, stage by stage, and writes for each person
what follows: to Parquet a yes/no column a conclusion, to CSV one text with the ids, which is
shorter. `python -m benchmarks.tables MODULE SOURCE OUTPUT` does it in a process of its own.
"""

import pkgutil

from engine.base import Base

KEPT = "person"
"""The column that tells people apart, and is kept."""


def ways() -> tuple[str, ...]:
    """Return the names of the modules, which are those of the packages that they need."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in names if name != "__main__"))


def columns_of(base: Base) -> dict[str, str]:
    """Return the columns of the results that tell what follows, each with the id it stands for."""
    return {f"c_{conclusion.id()}": conclusion.id() for conclusion in base.concluding}
