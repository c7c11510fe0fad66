"""Experta, imported the one way that works on Python 3.11 to 3.13; everybody imports it from here.

Experta 1.9.4 pins frozendict 1.2, which subclasses `collections.Mapping`, a name that left Python
in 3.10. The name is lent to `collections` while Experta is imported and taken back afterwards.
The import also installs a handler on the root logger (`logging.basicConfig`); that is undone too.
"""

import collections
import collections.abc
import importlib
import logging

_handlers = logging.root.handlers[:]
collections.Mapping = collections.abc.Mapping  # type: ignore[attr-defined]  # lent to frozendict
try:
    # Not import statements: no import sorter may move these out of the loan.
    experta = importlib.import_module("experta")
    abstract = importlib.import_module("experta.abstract")
    activation = importlib.import_module("experta.activation")
    agenda = importlib.import_module("experta.agenda")
    factlist = importlib.import_module("experta.factlist")
finally:
    del collections.Mapping  # type: ignore[attr-defined]  # taken back
    logging.root.handlers[:] = _handlers

if not hasattr(experta, "KnowledgeEngine"):  # its __init__ swallows ImportError
    raise ImportError("experta is installed but broken: it has no KnowledgeEngine")

AND = experta.AND
OR = experta.OR
NOT = experta.NOT
P = experta.P
W = experta.W
Fact = experta.Fact
Rule = experta.Rule
KnowledgeEngine = experta.KnowledgeEngine
Activation = activation.Activation
Agenda = agenda.Agenda
FactList = factlist.FactList
Matcher = abstract.Matcher
Strategy = abstract.Strategy
