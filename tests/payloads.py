"""Hostile texts by class, and clients who carry one in each place where they can write."""

from dataclasses import replace

from engine.own_words import Gains, OwnWords, Person, Request, Wish
from tests.handouts import WORDS, client

OUTSIDE = "payload.invalid"
"""No such place exists: whatever asks for it has run a payload."""

_RUN = f"console.log('ran');fetch('https://{OUTSIDE}/x');document.body.dataset.ran=1"

CLASSES = {
    "script": f"<script>{_RUN}</script>",
    "image": f'<img src="https://{OUTSIDE}/i" onerror="{_RUN}">',
    "closing": f'</p></li></section></title></svg></style><script>{_RUN}</script><a href="x">',
    "attribute": f'" autofocus onfocus="{_RUN}" x="',
    "drawing": f'</text><svg onload="{_RUN}"><set attributeName=href to=javascript:1 />',
    "foreign": f"<foreignObject><iframe src=https://{OUTSIDE}/f></iframe></foreignObject>",
    "style": f"</style><style>@import 'https://{OUTSIDE}/s';*{{display:none}}</style>",
    "link": f'<a href="javascript:{_RUN}">x</a><base href="https://{OUTSIDE}/">',
    "refresh": f'<meta http-equiv=refresh content="0;url=https://{OUTSIDE}/r">',
    "template": "{{ handout.__class__ }}{% for x in (1).__class__.mro() %}x{% endfor %}{# #}",
    "comment": "<!-- --><![CDATA[ ]]><?xml ?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
    "markdown": f"[x](javascript:{_RUN}) ![x](https://{OUTSIDE}/m) # x | x\n\n<b>x</b>",
    "fence": "~~~",
    "underline": "===",
    "list": "1. x",
    "struck": "~~x~~ www.x.test",
    "terminal": "\x1b[2J\x1b]0;x\x07\x00\x9b31m",
    "direction": "a\u202eb\u2066c\u200fd",
}

FIELDS = {
    "name": lambda text: client(text),
    "goal": lambda text: client(words=replace(WORDS, goal=text)),
    "wording": lambda text: _asking(wording=text),
    "topic": lambda text: _asking(topic=text),
    "intent": lambda text: _asking(intent=text),
    "gain": lambda text: _asking(gains=Gains(text, text, text, text)),
    "back-up": lambda text: _asking(back_ups=(text,)),
    "person": lambda text: _with(Person(text, "manager", 3)),
    "role": lambda text: _with(Person("Dana", text, 3)),
    "influence": lambda text: _with(Person("Dana", "", 3, influences=(text,))),
    "wish": lambda text: client(words=replace(WORDS, wants=(Wish(text),))),
}


def _asking(**changes):
    return client(words=replace(WORDS, request=replace(WORDS.request, **changes)))


def _with(person):
    return client(words=replace(WORDS, people=(person,)))


def everything():
    """Return a client with every payload in every place."""
    texts = tuple(CLASSES.values())
    joined = " ".join(texts)
    request = Request(joined, joined, joined, Gains(*[joined] * 4), texts)
    people = tuple(Person(t, t, 3, "for", "some", (t,)) for t in texts)
    words = OwnWords(joined, request, people, tuple(map(Wish, texts)), tuple(map(Wish, texts)))
    return client(joined, words=words)
