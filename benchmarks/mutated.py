"""Scenario files with mistakes in them: bytes, tokens, lines and values changed at random."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from kb.situation import QUESTIONS

ROOT = Path(__file__).parent.parent
CHANGES = (1, 1, 1, 2, 3, 6)
"""How many mistakes may be made in one file, one after the other."""

_TOKEN = re.compile(rb"[\w-]+|\"[^\"\n]*\"|[^\w\s]|\s+")
_WORDS = sorted({choice for question in QUESTIONS.values() for choice in question.choices})
KEYS = (
    *QUESTIONS,
    *("name", "notes", "goal", "date", "request", "wording", "people", "answers", "expect"),
    *("not_applying", "beyond_the_articles", "advice", "because", "first", "next_question"),
    *("topic", "intent", "gains", "you", "back_ups", "role", "influence", "stance", "trust"),
    *("influences", "needs", "wants", "what", "met"),
)
VALUES = (
    *("true", "false", "0", "1", "-1", "1.0", "0.5", "nan", "inf", "-inf", "1e999", "0x10", "1_0"),
    *('"unknown"', '"yes"', '"no"', '""', "''", "[]", "{}", "[[]]", "{a = 1}", "2026-01-31"),
    *("2026-02-30", "2026-01-31T10:00:00Z", "10:00:00", "0001-01-01", '"\\u202e"', '"\\u001b[2J"'),
    *('"\\ud800"', "9" * 30, "9" * 5000, "0x" + "f" * 5000, '"""\n[answers]\n"""', '"{{7*7}}"'),
    *('"<script>"', '"=1+1"', '"../x"', "[" * 300 + "]" * 300, '"\\uff21"', '"a\\u0000b"'),
)
_PIECES = (
    *(b"\0", b"\x1b[2J", b"\xff", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\x85", b"\xc2\x9b", b"\t"),
    *("\u202e\u2066\u200b\ufeff\U000e0001".encode(), b"\xed\xa0\x80", b'"""', b"'''", b"#", b"\\"),
    *(b"[answers]\n", b"[[people]]\n", b"[expect]\n", b"[not_applying]\n", b"[request]\n"),
    *(b"a.b.c.d.e.f = 1\n", b"a" * 2000, b"." * 3000, b"[" * 2000, b"x.y." * 500),
)

Change = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def corpus() -> list[bytes]:
    """Return the files that mistakes are made in: the clients of the tests, in a fixed order."""
    return [path.read_bytes() for path in sorted((ROOT / "tests/scenarios").glob("*.toml"))]


def mutated(rng: random.Random, files: Sequence[bytes]) -> bytes:
    """Return one of the files with a few mistakes in it."""
    content = rng.choice(files)
    for _ in range(rng.choice(CHANGES)):
        content = rng.choice(_CHANGES)(rng, content, files)
    return content


def _flip(rng: random.Random, content: bytes, _files: Sequence[bytes]) -> bytes:
    """Change some bits of a byte."""
    if not content:
        return content
    place = rng.randrange(len(content))
    return b"%b%c%b" % (content[:place], content[place] ^ rng.randint(1, 255), content[place + 1 :])


def _cut(rng: random.Random, content: bytes, _files: Sequence[bytes]) -> bytes:
    """Take a piece away, often all that follows."""
    start, end = sorted(rng.randint(0, len(content)) for _ in range(2))
    return content[:start] + (content[end:] if rng.random() < 0.7 else b"")


def _spliced(rng: random.Random, content: bytes, files: Sequence[bytes]) -> bytes:
    """Go on with the end of another file."""
    other = rng.choice(files)
    return content[: rng.randint(0, len(content))] + other[rng.randint(0, len(other)) :]


def _piece(rng: random.Random, content: bytes, _files: Sequence[bytes]) -> bytes:
    """Put something hostile in."""
    place = rng.randint(0, len(content))
    return content[:place] + rng.choice(_PIECES) + content[place:]


def _tokens(rng: random.Random, content: bytes, _files: Sequence[bytes]) -> bytes:
    """Swap two tokens, or put one in the place of another."""
    tokens = _TOKEN.findall(content)
    if len(tokens) < 2:
        return content
    one, other = (rng.randrange(len(tokens)) for _ in range(2))
    if rng.random() < 0.5:
        tokens[one], tokens[other] = tokens[other], tokens[one]
    else:
        tokens[one] = tokens[other]
    return b"".join(tokens)


def _lines(rng: random.Random, content: bytes, _files: Sequence[bytes]) -> bytes:
    """Give a line twice, leave it out, or put it elsewhere."""
    rows = content.splitlines(keepends=True)
    if not rows:
        return content
    row = rows[rng.randrange(len(rows))]
    if rng.random() < 0.6:
        rows.remove(row)
    if rng.random() < 0.6:
        rows.insert(rng.randint(0, len(rows)), row)
    return b"".join(rows)


def _value(rng: random.Random, content: bytes, _files: Sequence[bytes]) -> bytes:
    """Give a key another value, or a value another key; the file stays TOML more often than not."""
    pairs = list(re.finditer(rb"^(\w+)( *= *)([^\n]*)$", content, re.MULTILINE))
    key, value = rng.choice(KEYS).encode(), _some_value(rng).encode()
    if not pairs:
        return content + b"\n%b = %b\n" % (key, value)
    found = rng.choice(pairs)
    key, value = rng.choice(((found[1], value), (key, found[3]), (key, value)))
    return content[: found.start()] + key + found[2] + value + content[found.end() :]


def _some_value(rng: random.Random) -> str:
    if rng.random() < 0.4:
        return rng.choice(VALUES)
    words = [f'"{word}"' for word in rng.sample(_WORDS, rng.randint(1, 4))]
    return words[0] if rng.random() < 0.5 else f"[{', '.join(words)}]"


def _answer(rng: random.Random, content: bytes, _files: Sequence[bytes]) -> bytes:
    """Give a question a right answer, which contradicts others at times."""
    question = QUESTIONS[rng.choice(tuple(QUESTIONS))]
    match question.kind:
        case "yes/no":
            value = rng.choice(("true", "false"))
        case "count" | "weeks":
            value = str(rng.randint(0, question.at_most))
        case "choice":
            value = f'"{rng.choice(question.choices)}"'
        case _:
            value = f'["{rng.choice(question.choices)}"]'
    value = value if rng.random() < 0.7 else '"unknown"'
    line = f"{question.id} = {value}\n".encode()
    others = re.sub(rb"^%b =[^\n]*\n" % question.id.encode(), b"", content, flags=re.MULTILINE)
    return others.replace(b"[answers]\n", b"[answers]\n" + line, 1)


def _encoded(rng: random.Random, content: bytes, _files: Sequence[bytes]) -> bytes:
    """Write the text as another program would."""
    text = content.decode(errors="replace")
    encoding = rng.choice(("utf-16", "utf-16-le", "latin-1", "utf-8-sig", "utf-32", "cp1252"))
    if rng.random() < 0.5:
        return text.replace("\n", rng.choice(("\r\n", "\r", "\u2028"))).encode()
    return text.encode(encoding, errors="replace")


_CHANGES: tuple[Change, ...] = (
    *(_flip, _cut, _spliced, _piece, _tokens, _lines, _encoded),
    *(_value, _value, _value, _answer, _answer, _answer),
)
