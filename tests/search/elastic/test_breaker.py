"""When is a server not asked any more, and who tries again?"""

import pytest

from search.engines.base import EngineDown
from search.engines.elastic.breaker import Breaker


def is_refused(breaker: Breaker) -> bool:
    try:
        breaker.pass_or_refuse()
    except EngineDown:
        return True
    return False


def test_after_two_failures_one_asks_at_a_time_until_one_is_answered() -> None:
    now = [100.0]
    breaker = Breaker(pause=5, clock=lambda: now[0])
    breaker.failed()
    assert not is_refused(breaker)
    breaker.failed()
    assert is_refused(breaker)
    now[0] += 5
    assert [is_refused(breaker) for _ in range(3)] == [False, True, True]
    breaker.failed()
    now[0] += 4.9
    assert is_refused(breaker)
    now[0] += 0.1
    assert not is_refused(breaker)
    breaker.succeeded()
    assert [is_refused(breaker) for _ in range(3)] == [False, False, False]


def test_an_answer_between_two_failures_makes_them_two_single_ones() -> None:
    breaker = Breaker(pause=5, clock=lambda: 0.0)
    for _ in range(5):
        breaker.failed()
        breaker.succeeded()
    breaker.failed()
    assert not is_refused(breaker)


def test_who_is_refused_learns_nothing_of_the_server() -> None:
    breaker = Breaker()
    breaker.failed()
    breaker.failed()
    with pytest.raises(EngineDown, match=r"^The search engine does not answer\.$"):
        breaker.pass_or_refuse()
