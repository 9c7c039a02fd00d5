"""What browsers are told they may do with our pages."""

import pytest
from django.test import Client

PUBLIC = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
}


def policy(response: object) -> set[str]:
    return set(response["Content-Security-Policy"].split("; "))


@pytest.mark.parametrize("path", ["/en/", "/ar/", "/fr/nothing-here/", "/healthz"])
def test_the_public_site_forbids_inline_code(client: Client, homes: dict, path: str) -> None:
    response = client.get(path)
    assert policy(response) == PUBLIC
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=(), " in response["Permissions-Policy"]
    assert "geolocation=(), " in response["Permissions-Policy"]


def test_the_desk_has_a_policy_of_its_own(admin_client: Client, homes: dict) -> None:
    response = admin_client.get("/admin/")
    assert response.status_code == 200
    assert policy(response) - PUBLIC == {
        "script-src 'self' 'unsafe-inline'",
        "script-src-attr 'none'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "frame-src 'self'",
        "frame-ancestors 'self'",
    }
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_a_preview_may_be_framed_by_the_desk(admin_client: Client, homes: dict) -> None:
    home = homes["fr"]
    response = admin_client.get(f"/admin/pages/{home.pk}/view_draft/")
    assert response.status_code == 200
    assert "frame-ancestors 'self'" in policy(response)
    assert response["X-Frame-Options"] == "SAMEORIGIN"
