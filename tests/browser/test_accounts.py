"""Can a person make a passkey and sign in with it, under the public Content-Security-Policy?"""

from playwright.sync_api import Browser, Page

from tests.browser.material import password
from tests.browser.serving import Site

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_authenticator(page: Page) -> Page:
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def test_a_passkey_is_made_and_opens_the_account(chromium: Browser, site: Site) -> None:
    # Browsers give passkeys to names only, never to a number such as 127.0.0.1.
    with chromium.new_context(base_url=site.url.replace("127.0.0.1", "localhost")) as context:
        page = with_authenticator(context.new_page())
        problems: list[str] = []
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.goto("/fr/account/login/?next=/fr/account/second-factor/webauthn/add/")
        page.fill("[name=login]", "keyholder@example.org")
        page.fill("[name=password]", password("keyholder"))
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/account/reauthenticate/**")
        page.fill("[name=password]", password("keyholder"))
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/webauthn/add/")
        page.check("[name=passwordless]")
        page.click("#mfa_webauthn_add")
        page.wait_for_url("**/recovery-codes/")

        page.goto("/fr/account/logout/")
        page.click("main form button")
        page.wait_for_url("**/account/login/")
        page.click("#passkey_login")
        page.wait_for_url("**/fr/account/")
        assert page.locator("h1").inner_text() == "Votre compte"
        assert problems == []
