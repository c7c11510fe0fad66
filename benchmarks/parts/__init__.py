"""The parts of the benchmark, a module each; `measure(size)` returns what it found."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable

from benchmarks.part import Part, Size


def parts() -> dict[str, Callable[[Size], Part]]:
    """Return what measures each part, by the name of its module, in the order of the page."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    return {
        name: module.measure for name, module in sorted(modules.items(), key=lambda m: m[1].ORDER)
    }


def measured(names: Iterable[str], size: Size) -> Iterable[Part]:
    """Measure parts one after the other."""
    known = parts()
    return (known[name](size) for name in names)
