"""What one client says in headers and parameters is in no page that another is shown from memory."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from pages.cache import shared
from pages.models import BasePage, IndexPage, StandardPage

MARK = "zorkmid.example"
# What proxies and frameworks have been seen to heed, and what may stand before and after it.
WORDS = """accept accept-charset accept-language base-url cache-control cf-connecting-ip client-ip content-type
destination dnt fastly-client-ip forwarded from front-end-https host-override http2-settings max-forwards origin
original-url path-info pragma proxy-host range real-ip redirect referer request-uri rewrite-url save-data
sec-fetch-dest sec-fetch-mode sec-websocket-key server-name surrogate-capability te true-client-ip upgrade url
user-agent via wap-profile x-csrf-token x-http-method-override x-requested-with"""
STEMS = WORDS.split()
FORWARDED = [
    f"x-{before}{after}"
    for before in (
        "forwarded-",
        "original-",
        "proxy-",
        "backend-",
        "real-",
        "rewrite-",
        "forwarded-for-",
        "amz-",
        "host-",
    )
    for after in (
        "for",
        "host",
        "proto",
        "port",
        "scheme",
        "server",
        "prefix",
        "path",
        "url",
        "uri",
        "ssl",
        "by",
        "ip",
    )
]
HEADERS = [*STEMS, *(f"x-{stem}" for stem in STEMS if not stem.startswith("x-")), *FORWARDED]
QUERY_WORDS = """_ callback charset class content debug encoding fbclid format gclid headers host id jsonp key lang
language mode next page preview q query redirect ref search sort template theme title topic type url utm_campaign
utm_content utm_medium utm_source utm_term v view year"""
PARAMETERS = QUERY_WORDS.split()
ADDRESSES = ["/ar/", "/en/texts/", "/en/texts/one/", "/en/nothing/", "/"]


@pytest.fixture(autouse=True)
def site(homes: dict[str, BasePage], add: Callable[..., BasePage]) -> None:
    texts = add(homes["en"], IndexPage, title="Texts", slug="texts", lists="children")
    add(texts, StandardPage, title="One", slug="one")
    shared.catch_up()
    shared.store.clear()
    shared.parts.clear()


def batched(names: list[str], size: int) -> Iterator[list[str]]:
    return (names[start : start + size] for start in range(0, len(names), size))


def shown(address: str) -> tuple[int, dict[str, str], bytes]:
    answer = Client().get(address)
    return answer.status_code, dict(answer.headers), answer.content


@pytest.mark.parametrize("address", ADDRESSES)
def test_a54_no_header_of_one_is_in_the_page_of_another(address: str) -> None:
    """Several at a time, since any of them might be the one."""
    assert len(HEADERS) > 200
    expected = shown(address)

    for names in batched(HEADERS, 25):
        shared.store.clear()
        answer = Client().get(address, headers=dict.fromkeys(names, f"{MARK}, https"))
        assert MARK not in answer.get("Location", ""), names
        assert shown(address) == expected, names


def test_a54_pages_are_kept_else_nothing_was_tried() -> None:
    shown("/en/texts/one/")

    assert len(shared.store) == 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_a54_no_parameter_of_one_is_in_the_page_of_another(address: str) -> None:
    """Few at a time: a long query is never kept."""
    expected = shown(address)

    for names in batched(PARAMETERS, 5):
        shared.store.clear()
        for form in ("{}={}", "{}[]={}", "x=1;{}={}", "{}=%0d%0aX-{}:1"):
            Client().get(f"{address}?{'&'.join(form.format(name, MARK) for name in names)}")
        assert shown(address) == expected, names


@pytest.mark.parametrize("host", [MARK, f"testserver:80@{MARK}", f"{MARK}:80", "testserver\t", "[::1"])
def test_a54_another_host_is_not_answered_and_not_kept(host: str) -> None:
    assert Client().get("/en/", headers={"host": host}).status_code == 400
    assert len(shared.store) == 0
