"""Which files are the sessions of one client, and which two of them are to be compared."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from engine.answers import complaint, nearest
from engine.complaints import ScenarioError, visible
from engine.scenarios import Scenario


def latest(scenarios: Iterable[Scenario]) -> tuple[Scenario, ...]:
    """Keep the newest file of each client, known by the name, where the client's first one was."""
    newest: dict[str, Scenario] = {}
    for scenario in scenarios:
        other = newest.setdefault(scenario.name, scenario)
        if _age(scenario) > _age(other):
            newest[scenario.name] = scenario
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
    """Return the files of each client, known by the name, from the oldest to the newest."""
    found: dict[str, list[Scenario]] = {}
    for scenario in sorted(scenarios, key=_age):
        found.setdefault(scenario.name, []).append(scenario)
    return dict(sorted(found.items(), key=lambda client: client[0].casefold()))


def two_sessions(
    scenarios: Iterable[Scenario], client: str, since: datetime.date | None
) -> tuple[Scenario, Scenario]:
    """Return the file of a client to compare with, and the newest one.

    That is the last but one, or the newest of the day `since`. Raises ScenarioError where there
    is no such client or no such file.
    """
    by_client = sessions(scenarios)
    if client not in by_client:
        folded = {name.casefold(): name for name in by_client}
        near = folded.get(nearest(client, folded), "")
        raise ScenarioError([f"--client: {complaint(client, 'a name in these files', near)}"])
    *earlier, newest = by_client[client]
    if not earlier:
        raise ScenarioError([f"{visible(client)} has one file; it takes two to be compared"])
    chosen = [each for each in earlier if since in (None, each.date)]
    if not chosen:
        dates = ", ".join(str(each.date or "none") for each in earlier)
        raise ScenarioError([f"{visible(client)} has no earlier file of {since}; dates: {dates}"])
    return chosen[-1], newest


def doubts(before: Scenario, after: Scenario) -> Iterator[str]:
    """Yield what looks like a slip where two files were named to be compared."""
    if before.name != after.name:
        yield f"The names differ: {before.name} and {after.name}. Is this one client?"
    if before.date and after.date and before.date > after.date:
        yield f"The first file is the later one: {before.date}, and {after.date}."


def _age(scenario: Scenario) -> tuple[datetime.date, str]:
    """Put files in the order of their dates; one without a date comes before those with one."""
    return scenario.date or datetime.date.min, scenario.source
