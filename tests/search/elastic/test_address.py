"""What the address of the search engine says, and what is refused at the start."""

import pytest

from search.engines.elastic.address import Address, address


def test_one_address_names_nodes_account_prefix_and_trust() -> None:
    assert address("https://reader:p%40ss%2Fword@one:9243,two,[::1]:9200/forum-2?ca=/etc/es.pem") == Address(
        nodes=("https://one:9243", "https://two:9200", "https://[::1]:9200"),
        prefix="forum-2",
        account=("reader", "p@ss/word"),
        ca="/etc/es.pem",
    )
    assert address("http://one,one:9200").nodes == ("http://one:9200",)
    assert address("http://localhost") == Address(nodes=("http://localhost:9200",), prefix="muntada")


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("http://u:s3/cret@host", "percent-encode"),
        ("http://u:s3cret@host:port", "say ports as numbers"),
        ("http://u:s3cret@one,,two", "between each two commas"),
        ("http://u:s3cret@one/Upper", "small letters"),
        ("http://u:s3cret@one/_all", "small letters"),
        ("http://u:s3cret@one/a*", "small letters"),
        ("http://u:s3cret@one?verify=no", "but ca and fingerprint"),
    ],
)
def test_what_cannot_be_is_refused_without_its_password(url: str, advice: str) -> None:
    with pytest.raises(ValueError, match=advice) as refusal:
        address(url)
    assert "s3" not in str(refusal.value)


def test_an_address_that_is_shown_keeps_its_password_to_itself() -> None:
    assert "s3cret" not in repr(address("http://u:s3cret@one"))
