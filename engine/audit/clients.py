"""Clients who show something, as scenario files that `unstuck run` opens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.scenario_files import dump, write_new
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

    Returns the paths. Raises ScenarioError where the folder is missing, or a file of the name is
    there already.
    """
    written = []
    for client in clients:
        path = folder / f"{client.name.replace(' ', '-')}.toml"
        notes = f"To be shown: {'; '.join(client.shows)}"
        scenario = Scenario(client.name, dict(client.answers), notes=notes)
        write_new(path, dump(scenario) + _EXPECT)
        written.append(path)
    return tuple(written)
