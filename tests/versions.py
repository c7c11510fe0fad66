"""Other versions of the knowledge base, made by editing its export."""

import functools
import json

from engine.audit.versions.side_by_side import facts_of
from engine.base import our_base
from engine.consultation import consult_on
from engine.export.as_json import write
from engine.export.from_json import read
from engine.inference import inferred


@functools.cache
def _written():
    return write(our_base())


def document():
    """Return the export of the knowledge base as data, to be edited."""
    return json.loads(_written())


def named(data, part, id):
    """Return the question, measure, conclusion or rule of a name."""
    return next(entry for entry in data[part] if id in (entry.get("id"), entry.get("name")))


@functools.cache
def edited(edit):
    """Return the knowledge base as it is after an edit of its export."""
    data = document()
    edit(data)
    return read(json.dumps(data).encode(), "edited.json")


def told(base, answers):
    """Return what a version tells one person, and when, by plain evaluation of its cards."""
    return set(consult_on(inferred(base, facts_of(base, answers))).advice.items())
