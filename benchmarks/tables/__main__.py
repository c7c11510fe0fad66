"""One run of one engine, from file to file, in a process of its own."""

import importlib
import sys
from pathlib import Path

from engine.base import our_base

name, source, output = sys.argv[1:]
importlib.import_module(f"benchmarks.tables.{name}").run(our_base(), Path(source), Path(output))
