"""Tests keep their interviews to themselves: nothing is written into the user's own data."""

import os
import tempfile

os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="unstuck-tests-")
