"""Which files are the sessions of one client, and which two of them are to be compared."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.answers import complaint, nearest
from engine.complaints import ScenarioError, visible
from engine.own_words import same_name
from engine.scenarios import Scenario


def latest(scenarios: Iterable[Scenario]) -> tuple[Scenario, ...]:
    """Keep the newest file of each client, known by the name, where the client's first one was."""
    newest: dict[str, Scenario] = {}
    for scenario in scenarios:
        name = same_name(scenario.name)
        other = newest.setdefault(name, scenario)
        if _age(scenario) > _age(other):
            newest[name] = scenario
    return tuple(newest.values())


def of_one_day(scenarios: Iterable[Scenario]) -> Iterator[str]:
    """Yield a doubt for each client whose newest file is not the only one of its day."""
    for name, files in sessions(scenarios).items():
        *earlier, newest = files
        others = [visible(each.source) for each in earlier if each.date == newest.date]
        if others:
            yield (
                f"{', '.join(others)}: left out for {visible(newest.source)}, of the same day and "
                f"the same name, {visible(name)}. Is this one client?"
            )


def sessions(scenarios: Iterable[Scenario]) -> dict[str, Sequence[Scenario]]:
    """Return the files of each client from the oldest to the newest, by the name in the newest.

    Two spellings of one name that differ in case and spaces only are one client.
    """
    found: dict[str, list[Scenario]] = {}
    for scenario in sorted(scenarios, key=_age):
        found.setdefault(same_name(scenario.name), []).append(scenario)
    return {found[name][-1].name: found[name] for name in sorted(found)}


def two_sessions(
    scenarios: Iterable[Scenario], client: str, since: datetime.date | None
) -> tuple[Scenario, Scenario]:
    """Return the file of a client to compare with, and the newest one.

    That is the last but one, or the newest of the day `since`. Raises ScenarioError where there
    is no such client or no such file.
    """
    by_client = sessions(scenarios)
    known = {same_name(name): name for name in by_client}
    if same_name(client) not in known:
        near = known.get(nearest(same_name(client), known), "")
        raise ScenarioError([f"--client: {complaint(client, 'a name in these files', near)}"])
    *earlier, newest = by_client[known[same_name(client)]]
    if not earlier:
        raise ScenarioError([f"{visible(client)} has one file; it takes two to be compared"])
    chosen = [each for each in earlier if since in (None, each.date)]
    if not chosen:
        dates = ", ".join(str(each.date or "none") for each in earlier)
        raise ScenarioError([f"{visible(client)} has no earlier file of {since}; dates: {dates}"])
    return chosen[-1], newest


def doubts(before: Scenario, after: Scenario) -> Iterator[str]:
    """Yield what looks like a slip where two files were named to be compared."""
    if same_name(before.name) != same_name(after.name):
        names = f"{visible(before.name)} and {visible(after.name)}"
        yield f"The names differ: {names}. Is this one client?"
    if before.date and after.date and before.date > after.date:
        yield f"The first file is the later one: {before.date}, and {after.date}."


def stem_of(path: Path) -> str:
    """Return the name of a client's files, without the date that a check-in adds."""
    return re.sub(r"-\d{4}-\d\d-\d\d$", "", path.stem)


def _age(scenario: Scenario) -> tuple[datetime.date, str]:
    """Put files in the order of their dates; one without a date comes before those with one."""
    return scenario.date or datetime.date.min, scenario.source
