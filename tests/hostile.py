"""The hostile inputs by class, each with what is said about it: one table for every reader."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from engine.export.from_json import MOST_ENTRIES
from engine.own_words import MOST_IN_ALL, MOST_LISTED, MOST_PEOPLE, MOST_TEXT, MOST_WISHES
from engine.receipt import answers_hash
from engine.toml_text import MOST_BYTES
from engine.verification import MOST_ADVICE, MOST_CLIENTS
from engine.verification import MOST_BYTES as MOST_VERIFIED

CANARY = "canary-4711"
"""Stands in the notes of clients, and must stand nowhere else."""
GOOD = b"[answers]\nunmet_needs = 1\n"
LOOKS_LIKE_A = "\N{CYRILLIC SMALL LETTER A}"


class Refused(NamedTuple):
    """A file that is refused: its class, its content, and the words with which it is."""

    name: str
    content: bytes
    says: str


def _text(name: str, text: str, says: str) -> Refused:
    return Refused(name, text.encode(), says)


def _answer(name: str, text: str, says: str) -> Refused:
    return Refused(name, f"[answers]\n{text}\n".encode(), says)


def _words(name: str, text: str, says: str) -> Refused:
    return Refused(name, f"{text}\n[answers]\n".encode(), says)


_MANY_WORDS = "".join(f"[[needs]]\nwhat = '{'x' * MOST_LISTED}'\n" for _ in range(MOST_WISHES))

NO_SCENARIOS = (
    _text("an empty file", "", "file: found an empty file"),
    _text("blanks only", " \n\t\r\n", "file: found an empty file"),
    _text("a byte order mark only", "\ufeff", "file: found an empty file"),
    _text("comments only", "# one\n# two\n", "answers: found nothing; allowed: a table [answers]"),
    _text("JSON", '{"answers": {"has_boss": true}}', "line 1, column 1: found"),
    _text("YAML", "answers:\n  has_boss: yes\n", "line 1, column 8: found 'answers:'"),
    _text("CSV", "question;answer\nhas_boss;yes\n", "line 1, column 9: found"),
    _text("HTML", "<!doctype html><p>Hello", "line 1, column 1: found"),
    _text("a letter", "Dear Ada,\nsee you.", "line 1, column 6: found 'Dear Ada,'"),
    _text("XML with an entity", '<!ENTITY a "&a;&a;">', "line 1, column 1: found"),
    Refused("a picture", b"\x89PNG\r\n\x1a\n\0\0", "line 1: found the byte 0x89; allowed: text"),
    Refused("a zip archive", b"PK\x03\x04\x14\0", "line 1: found a NUL byte"),
    Refused("UTF-16", "[answers]".encode("utf-16"), "found the byte 0xff; allowed: text in UTF-8"),
    Refused("UTF-16 without a mark", "[answers]".encode("utf-16-le"), "line 1: found a NUL byte"),
    Refused("UTF-32", "[answers]".encode("utf-32"), "found the byte 0xff; allowed: text in UTF-8"),
    Refused("Latin-1", b"[answers]\nname = '\xe9'", "line 2: found the byte 0xe9"),
    Refused("half a character", b"[answers]\n# \xc3", "line 2: found the byte 0xc3"),
    Refused("an overlong slash", b"[answers]\n# \xc0\xaf", "line 2: found the byte 0xc0"),
    Refused("half a pair", b"[answers]\n# \xed\xa0\x80", "line 2: found the byte 0xed"),
    _text("half a pair, escaped", 'name = "\\ud800"\n[answers]', "line 1, column 15: found"),
    _text("a NUL character", "[answers]\n\0", "line 2: found a NUL byte"),
    _text("a control character", "[answers]\n\x1b[2J", r"line 2, column 1: found '\x1b[2J'"),
    _text("old line ends", "[answers]\rhas_boss = true", "found '[answers]\\rhas_boss = true'"),
    _text("line ends of a web page", "[answers]\u2028has_boss = true", "found '[answers]\\u2028"),
    _text("a mark inside", "[answers]\n\ufeffhas_boss = true", r"found '\ufeffhas_boss"),
    _text("10 MB of text", f"notes = '{'x' * 10_000_000}'", f"more than {MOST_BYTES} bytes"),
    _text("100,000 keys", "".join(f"k{n} = 1\n" for n in range(100_000)), "more than 200000"),
    _answer("15,000 keys", "".join(f"x{n} = 1\n" for n in range(15_000)), "answers: found 'x0'"),
    _answer("a nest of lists", f"unmet_needs = {'[' * 5000}", "file: found a huge number or nest"),
    _answer(
        "a shallow nest", f"unmet_needs = {'[' * 200}{']' * 200}", "answers.unmet_needs: found "
    ),
    _answer("endless dots", f"unmet_needs = {{{'a.' * 50_000}a = 1}}", "more than 2000 dots"),
    _answer("endless quoted dots", '"a"' + r'."\""' * 3000 + " = 1", "more than 2000 dots"),
    _text("many long headers", "".join(f"[k{n}{'.a' * 300}]\n" for n in range(300)), "dots"),
    _text("many headers", "".join(f"[k{n}]\n" for n in range(8_000)), "top level: found 'k0'"),
    _text("many tables of one name", "[[a]]\n" * 10_000, "top level: found 'a'"),
    _text("backslashes in quotes", '"\\' * 99_000, "line 1, "),
    _text("a table that is a list", "[[answers]]", "answers: found [{}]; allowed: a table"),
    _text("a table given twice", "[answers]\n[answers]", "line 2, column 9: found '[answers]'"),
    _text("a table of answers that is one", "answers = 3", "answers: found 3; allowed: a table"),
)

WRONG_ANSWERS = (
    _answer("an unknown key", "sky = 1", "answers: found 'sky'; allowed: a question"),
    _answer("a misspelt key", "has_bos = true", "did you mean has_boss?"),
    _answer("a key in capitals", "HAS_BOSS = true", "did you mean has_boss?"),
    _answer("a look-alike key", f'"h{LOOKS_LIKE_A}s_boss" = true', r"found 'h\u0430s_boss'"),
    _answer("a full-width key", '"\uff48as_boss" = true', r"found '\uff48as_boss'"),
    _answer("a key that steers", '"\\u001b[2J\\u202e" = 1', r"found '\x1b[2J\u202e'"),
    _answer("a key of one megabyte's tenth", f"{'k' * 100_000} = 1", "kkk...; allowed"),
    _answer("a duplicate key", "has_boss = true\nhas_boss = false", "given twice; allowed"),
    _answer("a duplicate in quotes", "has_boss = true\n'has_boss' = false", "given twice"),
    _answer("one for yes", "has_boss = 1", "answers.has_boss: found 1; allowed: true, false or"),
    _answer("yes for a number", "unmet_needs = true", "unmet_needs: found true; allowed: a whole"),
    _answer("a word that is no answer", "has_boss = 'perhaps'", "has_boss: found 'perhaps'"),
    _answer("a full-width number", "unmet_needs = '\uff13'", r"unmet_needs: found '\uff13'"),
    _answer("a word with a hidden mark", "has_boss = 'yes\u200b'", r"found 'yes\u200b'"),
    _answer("a negative number", "unmet_needs = -1", "unmet_needs: found -1; allowed: a whole"),
    _answer("a fraction", "unmet_needs = 1.5", "unmet_needs: found 1.5; allowed: a whole"),
    _answer("a whole number with a point", "unmet_needs = 3.0", "did you mean 3?"),
    _answer("not a number", "unmet_needs = nan", "unmet_needs: found nan; allowed: a whole"),
    _answer("an infinite number", "unmet_needs = -inf", "unmet_needs: found -inf; allowed"),
    _answer("a number of 5,000 digits", f"unmet_needs = {'9' * 5000}", "file: found a huge number"),
    _answer("5,000 digits to 16", f"unmet_needs = 0x{'f' * 5000}", "something too large to show"),
    _answer("an absurd number", "weeks_since_ask = 99999999", "found 99999999; allowed: a whole"),
    _answer("a date for a number", "unmet_needs = 2026-01-31", "unmet_needs: found 2026-01-31"),
    _answer("a table for an answer", "has_boss.a = 1", "answers.has_boss: found a table; allowed"),
    _answer("a role that is none", "preferred_roles = ['mentro']", 'did you mean "mentor"?'),
    _answer("too many roles", "preferred_roles = ['mentor', 'mentee', 'leader']", "1 to 2 of"),
    _answer("no role", "preferred_roles = []", "preferred_roles: found []; allowed: a list"),
    _answer("a role twice", "preferred_roles = ['mentor', 'Mentor']", "found 'mentor' twice"),
    _answer("a role without a list", "preferred_roles = 'mentor'", 'did you mean ["mentor"]?'),
    _answer("a hundred roles", f"preferred_roles = {['x'] * 100}", "preferred_roles: found 'x'"),
    _text("a day that is none", "date = 2026-02-30\n[answers]", "allowed: a day there is: date ="),
    _text("a month that is none", "date = 2026-13-01\n[answers]", "found 'date = 2026-13-01'; all"),
    _text("a date of another land", "date = 31.1.2026\n[answers]", "allowed: a day there is: date"),
    _text("a date in quotes", "date = '31.1.26'\n[answers]", "date: found '31.1.26'; allowed"),
    _text("a time for a date", "date = 10:00:00\n[answers]", "date: found 10:00:00; allowed"),
    _text("a number for a text", "name = 7\n[answers]", "name: found 7; allowed: a text in quotes"),
    _text(
        "an answer in two tables",
        "[answers]\nhas_boss = true\n[not_applying]\nhas_boss = false",
        "not_applying: found 'has_boss'; allowed: each question once",
    ),
    _words("a text without an end", f"goal = '{'x' * 190_000}'", f"allowed: at most {MOST_TEXT}"),
    _words("a crowd", "[[people]]\nname = 'x'\n" * 4000, f"allowed: at most {MOST_PEOPLE}"),
    _words("endless needs", "[[needs]]\nwhat = 'x'\n" * 4000, f"allowed: at most {MOST_WISHES}"),
    _words("endless back-ups", f"[request]\nback_ups = {['x'] * 9000}", "back_ups: found 9000"),
    _words("too many words", _MANY_WORDS, f"characters in all; allowed: at most {MOST_IN_ALL}"),
    _words("people in single brackets", "[people]\nname = 'x'", "a line [[people]], in double"),
    _words("a back-up without a list", "[request]\nback_ups = 'x'", 'such as ["..."]'),
    _words("a nameless person", "[[people]]\nrole = 'x'", "people[1].name: found nothing"),
    _words("a person twice", "[[people]]\nname = 'x'\n" * 2, "allowed: each person once"),
    _words("swaying a stranger", "[[people]]\nname = 'x'\ninfluences = ['y']", "somebody else"),
    _words("swaying oneself", "[[people]]\nname = 'x'\ninfluences = ['x']", "somebody else"),
    _words("an influence of yes", "[[people]]\nname='x'\ninfluence=true", "influence: found true"),
    _words("a stance that is none", "[[people]]\nname = 'x'\nstance = 'fro'", 'mean "for"?'),
    _words(
        "a need that is a text", "needs = ['x']", "needs: found ['x']; allowed: a line [[needs]]"
    ),
    _words("a met that is none", "[[needs]]\nwhat = 'x'\nmet = 'perhaps'", "met: found 'perhaps'"),
    _words("a request that is a text", "request = 'x'", "request: found 'x'; allowed: a table"),
    _words("a party that is none", "[request.gains]\nboss = 'x'", "request.gains: found 'boss'"),
    _words("a topic that is none", "[request]\ntopic = 'promotoin'", 'mean "promotion"?'),
    _answer("an expectation that is none", "[expect]\nfirts = 'x'", "did you mean first?"),
)


def _circle(folder: Path) -> Path:
    path = folder / "circle.toml"
    path.symlink_to(path)
    return path


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.toml")
    return folder / "pipe.toml"


def _socket(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "s.toml"))
    return folder / "s.toml"


PLACES: tuple[tuple[str, Callable[[Path], Path], str], ...] = (
    ("nothing", lambda folder: folder / "nothing.toml", "nothing of this name"),
    ("a circle of links", _circle, "a problem (Too many levels of symbolic links)"),
    ("a pipe", _pipe, "no regular file"),
    ("a socket", _socket, "no regular file"),
    ("a device that never ends", lambda _: Path("/dev/zero"), "no regular file"),
    ("a device that is full", lambda _: Path("/dev/full"), "no regular file"),
    ("below a pipe", lambda folder: _pipe(folder) / "x", "a problem (Not a directory)"),
    ("a name of 300 characters", lambda folder: folder / ("x" * 300), "(File name too long)"),
    ("a name that steers", lambda folder: folder / "\x1b[2J\u202e\n", "nothing of this name"),
    ("half a character in a name", lambda folder: folder / "\udcff", "nothing of this name"),
)

STEERING = (
    *("\x1b[2J\x1b[31m", "\x1b]0;title\x07", "\x9b31m", "\b\b\b", "\x7f", "a\rb", "a\nb"),
    *("\u202eabc", "\u2066abc\u2069", "\u200f", "a\u200bb", "\ufeffa", "a\u2028b", "\U000e0041"),
)
"""Texts that would move a cursor, colour a window or turn a line around."""

INJECTED = ("<script>alert(1)</script>", "{{7*7}}", "{0.__class__}", "%s%n", "=1+1", "$(id)")
"""Texts that are harmless as long as nobody takes them for a program."""

TYPED = (
    *(b"\xff", b"\xc3\x28", b"\0", b"\x1b[A", "\uff59".encode(), "y\u200b".encode(), b"-1", b"1.5"),
    *(b"true", b"nan", b"9" * 5000, "\u202ey".encode(), b"x" * 20_000, b"y" * 3_000_000),
)
"""Lines that are no answer to a question of yes or no."""

_MANY_KEYS = b'{%b "k0": 0}' % b"".join(b'"k%d": 1,' % n for n in range(100_000))
_TOP = b'{"format": 1, "name": "", "version": "", "advises": true, "questions": [%b{}]}'

EXPORTS = (
    Refused("no JSON", b"base", "line 1, column 1: found no JSON"),
    Refused("no JSON at all", b"", "line 1, column 1: found no JSON"),
    Refused("half of it", b"{", "found no JSON"),
    Refused("a list", b"[1]", "file: found [1]; allowed: an object"),
    Refused("a nest", b"[" * 100_000, "cannot be read as JSON"),
    Refused("a huge number", b'{"format": ' + b"9" * 5000 + b"}", "cannot be read as JSON"),
    Refused("no number", b'{"format": NaN}', "found 'NaN'"),
    Refused("another encoding", b"\xff\xfe\xfd", "cannot be read as JSON"),
    Refused("a key twice, late", _MANY_KEYS, "found 'k0'; allowed: each key once"),
    Refused("too many questions", _TOP % (b"{}," * MOST_ENTRIES), f"at most {MOST_ENTRIES}"),
    Refused("more than 5 MB", b" " * 5_000_001, "more than 5000000 bytes"),
    Refused("a key to steer", b'{"format": 1, "\\u001b[2J\\ud800": 1}', r"found '\x1b[2J\ud800'"),
)

_DOCUMENT = b'{"scenarios": [%b]}'
_RECEIPT = b'"receipt": {"answers": "x"}'
_RECEIVED = (
    b'{"receipt": {"answers": "%b"}, "answers": {}, "unknown": [], "contradictions": [], '
    b'"advice": [%%b]}' % answers_hash({"answers": {}, "unknown": []}).encode()
)

DOCUMENTS = (
    Refused("no document", b"advice", "file: found no JSON; allowed: what unstuck run"),
    Refused("a document cut off", b'{"scenarios": [', "file: found no JSON"),
    Refused("a document of another encoding", b"\xff\xfe{", "file: found no JSON"),
    Refused("a nest in a document", b'{"scenarios": ' + b"[" * 100_000, "file: found no JSON"),
    Refused("digits without an end", b'{"a": ' + b"9" * 5000 + b"}", "file: found no JSON"),
    Refused("a document without clients", b"{}", "file: found no advice with a receipt"),
    Refused("clients in a table", b'{"scenarios": {"a": 1}}', "file: found no advice"),
    Refused("a side that is none", b'{"before": 1, "after": []}', "file: found no advice"),
    Refused("9 MB of clients", _DOCUMENT % (b"{}," * 3_000_000 + b"{}"), f"{MOST_VERIFIED} bytes"),
    Refused("endless clients", _DOCUMENT % (b"{}," * 2_000_000 + b"{}"), f"at most {MOST_CLIENTS}"),
    Refused(
        "empty clients", _DOCUMENT % (b"{}," * 900 + b"{}"), "scenarios[0].receipt: found noth"
    ),
    Refused("clients that are none", _DOCUMENT % b"1, null", "scenarios[0]: found 1; allowed"),
    Refused("a receipt that is a text", _DOCUMENT % b'{"receipt": "x"}', ".receipt: found 'x'"),
    Refused("no answers", _DOCUMENT % (b"{%b}" % _RECEIPT), ".answers: found nothing"),
    Refused(
        "endless unknowns",
        _DOCUMENT % (b'{%b, "answers": {}, "unknown": [%b0]}' % (_RECEIPT, b"0," * 3_000_000)),
        ".unknown: found [0, 0",
    ),
    Refused(
        "an answer that steers",
        _DOCUMENT % (b'{%b, "unknown": [], "answers": {"\\u001b[2J": 1}}' % _RECEIPT),
        r".answers: found '\x1b[2J'; allowed: a question",
    ),
    Refused(
        "a hash that is none",
        _DOCUMENT % (b'{%b, "unknown": [], "answers": {}}' % _RECEIPT),
        "were changed since this was written: found 'x...'; allowed: ",
    ),
    *(
        Refused(name, _DOCUMENT % (_RECEIVED % advice), f".advice: found {found}")
        for name, advice, found in (
            (
                "endless advice",
                b"{}," * 2_000_000 + b"{}",
                f"2000001; allowed: at most {MOST_ADVICE}",
            ),
            ("advice without an id", b'{"when": "now"}', "[{'when': 'now'}]"),
            ("an id without an end", b'{"id": "%b", "when": "now"}' % (b"x" * 7_000_000), "[{'id'"),
        )
    ),
)
"""Documents for `verify`, each with what is said about it."""
