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
    # Wagtail starts its date, chooser and panel widgets by inline scripts; attributes such as onclick stay forbidden.
    "script-src": [SELF, UNSAFE_INLINE],
    "script-src-attr": [NONE],
    # The text editor writes its placeholder and its numbering into style elements of its own, new ones in each page.
    "style-src": [SELF, UNSAFE_INLINE],
    # Icons within Wagtail's style sheets, and the picture being uploaded.
    "img-src": [SELF, "data:", "blob:"],
    # The preview of a page is a frame of the desk.
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
