"""Tests keep their interviews to themselves, and none of them is timed: a machine may be busy."""

import os
import tempfile

from hypothesis import settings

os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="unstuck-tests-")
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
