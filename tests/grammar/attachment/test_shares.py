"""Of which things some are told, who has what, and how somebody comes home, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("The firm has 12 mills, of which four will shut.", "of", "four"),
        ("The firm has 900 clerks, of whom 90 work in Oslo.", "of", "90"),
        ("She owns two cars, one of which she has lent to a friend.", "one", "lent"),
        ("She owns two cars, one of which she has lent to a friend.", "lent", "cars"),
        ("The ship carried 40 cars, some of which the crew had to push overboard.", "some", "push"),
        ("The report names 40 firms, most of which the state owns.", "most", "owns"),
        ("She owns two cars, one of which is for sale.", "one", "is"),
        ("It is a mill of which the owner is proud.", "of", "is"),
        ("The board has nine members, all but one of whom are men.", "all", "one"),
        ("The board has nine members, all but one of whom are men.", "are", "members"),
        ("All but one of the guards left.", "All", "left"),
        ("The guards left the crates where they were.", "were", "left"),
        ("He kept the letters where they could be seen.", "seen", "letters"),
        ("The families left the camps where they were.", "were", "camps"),
        ("Doctors will see patients with burns until noon.", "with", "patients"),
        ("Officers urged drivers with footage to call.", "with", "drivers"),
        ("Guards beat prisoners with sticks.", "with", "beat"),
        ("Three sailors came home unharmed.", "unharmed", "came"),
        ("The choir arrived in Porto tired after a night on the bus.", "tired", "arrived"),
        ("The crew saw tired horses.", "tired", "horses"),
        ("A clerk said the mill was shut, without giving details.", "without", "said"),
        ("The firm cannot grow, Lund warned, without borrowing more.", "without", "grow"),
        ("The bridge carries three times as many cars as the old one.", "times", "many"),
    ],
)
def test_a_phrase_hangs_on_what_it_tells_of(token_of, text, word, head):
    assert token_of(text, word).head.text == head
