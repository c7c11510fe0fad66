"""Clients who show something, as scenario files that `unstuck run` opens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.complaints import ScenarioError, line
from engine.file_names import safe_name
from engine.scenario_files import dump, make_folder, write_new
from engine.scenarios import Scenario
from kb.vocabulary.question import Answer

_EXPECT = """
[expect]
# first = ""
# advice = []
# absent = []
# because = []
"""


@dataclass(frozen=True, slots=True)
class Client:
    """A client: a name that may be that of a file, the answers, and what they show."""

    name: str
    answers: Mapping[str, Answer]
    shows: tuple[str, ...]


def write_clients(clients: Iterable[Client], folder: Path) -> tuple[Path, ...]:
    """Write a scenario file for each client into a folder, expectations left to an expert.

    Returns the paths. The folder is made where there is none. Raises ScenarioError where it cannot
    be; where a file of one of the names is there already, nothing is written.
    """
    written = {folder / f"{safe_name(client.name)}.toml": client for client in clients}
    message = "found a file of this name; allowed: a folder in which the names are free"
    if taken := [line(str(path), "file", message) for path in written if path.exists()]:
        raise ScenarioError(taken)
    make_folder(folder)
    for path, client in written.items():
        notes = f"To be shown: {'; '.join(client.shows)}"
        scenario = Scenario(client.name, dict(client.answers), notes=notes)
        write_new(path, dump(scenario) + _EXPECT)
    return tuple(written)
