"""What may a page load and run? The Content-Security-Policy of the public site and that of the editor's desk."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

PUBLIC = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# Only what the desk was seen to need in a browser.
DESK = {
    **PUBLIC["DIRECTIVES"],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    # The preview of a page is a frame of the desk.
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
