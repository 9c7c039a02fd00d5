"""Which indexes are there? One for each tier, behind an alias, so that another can take its place in one step."""

from datetime import UTC, datetime
from secrets import token_hex

from elasticsearch import Elasticsearch

from search.engines.elastic.mapping import FORMAT, SETTINGS, mapping
from search.entries import Tier


def alias(prefix: str, tier: Tier) -> str:
    """The format is part of it: after an update that changes it there is no index until it is built again."""
    return f"{prefix}-{tier}.{FORMAT}"


def aliases(prefix: str) -> list[str]:
    return [alias(prefix, tier) for tier in Tier]


def tier_of(prefix: str, index: str) -> Tier:
    return Tier(index.removeprefix(f"{prefix}-").partition(".")[0])


def created(client: Elasticsearch, prefix: str) -> dict[Tier, str]:
    """Empty, and behind no alias yet."""
    stamp = f"{datetime.now(UTC):%Y%m%d%H%M%S}-{token_hex(4)}"
    names = {tier: f"{alias(prefix, tier)}-{stamp}" for tier in Tier}
    for tier, name in names.items():
        client.indices.create(index=name, settings=SETTINGS, mappings=mapping(tier))
    return names


def swap(client: Elasticsearch, prefix: str, names: dict[Tier, str]) -> None:
    """One call: no question finds two indexes of a tier, or none."""
    taken = [
        {"remove": {"index": index, "alias": name}}
        for index, found in ours(client, prefix).items()
        for name in found
        if index not in names.values()
    ]
    given = [{"add": {"index": index, "alias": alias(prefix, tier)}} for tier, index in names.items()]
    client.indices.update_aliases(actions=[*taken, *given])


def remove_unused(client: Elasticsearch, prefix: str) -> None:
    """What builds that were stopped have left, and what answers no longer."""
    remove(client, [index for index, found in ours(client, prefix).items() if not found])


def remove(client: Elasticsearch, names: list[str]) -> None:
    if names:
        client.indices.delete(index=names, ignore_unavailable=True)


def ours(client: Elasticsearch, prefix: str) -> dict[str, list[str]]:
    """Each index with its aliases, of whichever format."""
    found = client.indices.get_alias(index=[f"{prefix}-{tier}.*" for tier in Tier], allow_no_indices=True)
    return {index: sorted(held["aliases"]) for index, held in found.items()}
