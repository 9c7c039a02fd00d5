"""What does the address of the search engine say? `https://user:password@host:9200,host2:9200/prefix?ca=/etc/ca.pem`

The prefix begins the names of all indexes. `ca` is a file of certificates to trust, `fingerprint` that of the one
certificate to trust.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

PORT = 9200
PREFIX = "muntada"
OPTIONS = ("ca", "fingerprint")


@dataclass(frozen=True)
class Address:
    nodes: tuple[str, ...]
    prefix: str = PREFIX
    account: tuple[str, str] | None = field(default=None, repr=False)
    ca: str = ""
    fingerprint: str = ""


def address(url: str) -> Address:
    """Raises `ValueError`, which repeats nothing of the address: it holds a password."""
    whole = urlsplit(url)
    credentials, has_account, hosts = whole.netloc.rpartition("@")
    user, _colon, password = credentials.partition(":")
    options = parse_qs(whole.query)
    if set(options) - set(OPTIONS):
        raise ValueError(f"say nothing behind ? but {' and '.join(OPTIONS)}")
    return Address(
        nodes=tuple(dict.fromkeys(_node(whole.scheme, host) for host in hosts.split(","))),
        prefix=_prefix(whole.path.strip("/")),
        account=(unquote(user), unquote(password)) if has_account else None,
        **{name: values[0] for name, values in options.items()},
    )


def _node(scheme: str, host: str) -> str:
    parts = urlsplit(f"{scheme}://{host}")
    try:
        port = parts.port or PORT
    except ValueError:
        raise ValueError("say ports as numbers, and percent-encode special characters of a password") from None
    if not parts.hostname:
        raise ValueError("say a host between each two commas")
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{scheme}://{name}:{port}"


def _prefix(path: str) -> str:
    if path and not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,99}", path):
        raise ValueError("say a prefix of small letters, digits, - and _ as the path")
    return path or PREFIX
