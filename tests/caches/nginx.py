"""How does nginx get to stand before a site in a test? As a process of its own, in a folder of its own."""

import datetime
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.browser.serving import CHECKOUT, Site, free_port

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
STARTING_SECONDS = 20


@dataclass(frozen=True)
class Front:
    """The addresses of one nginx: with a cache that does as it is told, with one that does not, and as deployed."""

    careful: str
    careless: str
    deployed: str


@contextmanager
def in_front_of(site: Site, folder: Path) -> Iterator[Front]:
    folder.mkdir()
    ports = {name: free_port() for name in ("careful", "careless", "deployed", "plain")}
    _certify(folder)
    values = {"folder": str(folder), "site": site.url}
    values |= {name: str(port) for name, port in ports.items()} | {"deployed": _deployed(site, folder, ports)}
    text = Path(__file__).with_name("nginx.conf").read_text()
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    (folder / "nginx.conf").write_text(text)
    with (folder / "nginx.log").open("w") as log:
        process = subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf"], stdout=log, stderr=log)
        try:
            _wait_for(ports["deployed"], process, folder / "nginx.log")
            careful, careless = (f"http://127.0.0.1:{ports[name]}" for name in ("careful", "careless"))
            yield Front(careful, careless, f"https://127.0.0.1:{ports['deployed']}")
        finally:
            process.terminate()
            process.wait(timeout=20)


def _deployed(site: Site, folder: Path, ports: dict[str, int]) -> str:
    """The configuration that the project ships, for this machine's ports and a certificate of its own."""
    text = (CHECKOUT / "site/deploy/nginx.conf").read_text()
    text = "\n".join(line for line in text.splitlines() if "listen [::]" not in line)
    for shipped, here in {
        "listen 80": f"listen 127.0.0.1:{ports['plain']}",
        "listen 443": f"listen 127.0.0.1:{ports['deployed']}",
        "/etc/letsencrypt/live/forum.example.org": str(folder),
        "http://127.0.0.1:8000": site.url,
    }.items():
        assert shipped in text
        text = text.replace(shipped, here)
    return text


def _certify(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "forum.example.org")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    written = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "privkey.pem").write_bytes(key.private_bytes(*written))


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + STARTING_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(log.read_text() or "nginx did not start")
