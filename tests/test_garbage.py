"""The search for garbage is put off for a while, and then goes on if it was on."""

from __future__ import annotations

import gc

import pytest

from kg.garbage import collected, keep_all, uncollected, uncollected_to_the_end


@pytest.mark.parametrize("is_on", [True, False])
def test_the_search_is_put_off_and_then_as_it_was(is_on: bool) -> None:
    gc.enable() if is_on else gc.disable()
    try:
        with pytest.raises(ValueError), uncollected():
            assert not gc.isenabled()
            raise ValueError
        assert gc.isenabled() is is_on
    finally:
        gc.enable()


@pytest.mark.parametrize("is_on", [True, False])
def test_within_it_the_search_can_go_on(is_on: bool) -> None:
    gc.enable() if is_on else gc.disable()
    try:
        with pytest.raises(ValueError), collected():
            assert gc.isenabled()
            raise ValueError
        assert gc.isenabled() is is_on
    finally:
        gc.enable()


def test_what_is_kept_is_not_looked_at_and_the_search_goes_on() -> None:
    try:
        with uncollected_to_the_end(), uncollected():
            pass
        assert not gc.isenabled()
        keep_all()
        assert gc.get_freeze_count() > 0 and gc.isenabled()
    finally:
        gc.unfreeze()
