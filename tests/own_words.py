"""Generated clients' own words, of every shape that a file can hold."""

from hypothesis import strategies as st

from engine.own_words import Gains, OwnWords, Person, Request, Wish, same_name
from engine.own_words.text import INFLUENCE, STANCE, TOPIC, TRUST

TEXTS = st.text(max_size=20)
SAID = TEXTS.filter(str.strip)
MET = st.none() | st.booleans()


@st.composite
def people(draw):
    """Draw people with different names, who sway each other."""
    names = draw(st.lists(SAID, unique_by=same_name, max_size=4))
    return tuple(
        Person(
            name,
            draw(TEXTS),
            draw(st.none() | st.sampled_from(INFLUENCE)),
            draw(st.none() | st.sampled_from(STANCE.choices)),
            draw(st.none() | st.sampled_from(TRUST.choices)),
            tuple(other for other in names if other != name and draw(st.booleans())),
        )
        for name in names
    )


REQUESTS = st.builds(
    Request,
    st.sampled_from(("", *TOPIC.choices)),
    TEXTS,
    TEXTS,
    st.builds(Gains, TEXTS, TEXTS, TEXTS, TEXTS),
    st.lists(SAID, max_size=3).map(tuple),
)
WISHES = st.lists(st.builds(Wish, SAID, MET), max_size=3).map(tuple)
WORDS = st.builds(OwnWords, TEXTS, REQUESTS, people(), WISHES, WISHES)
