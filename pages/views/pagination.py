"""Which pages of a long list are offered, and at which addresses?"""

from collections.abc import Callable

from django.core.paginator import Paginator


def pagination(here: int, last: int, address: Callable[[int], str]) -> dict[str, object] | None:
    """For `components/pagination.html`: numbers with their addresses (none for a gap) and the neighbours.

    None when there is one page only.
    """
    if last < 2:
        return None
    numbers = Paginator(range(last), 1).get_elided_page_range(here, on_each_side=2, on_ends=1)
    return {
        "numbers": [
            {"number": number, "url": address(number) if isinstance(number, int) else "", "is_here": number == here}
            for number in numbers
        ],
        "previous": address(here - 1) if here > 1 else "",
        "next": address(here + 1) if here < last else "",
    }
