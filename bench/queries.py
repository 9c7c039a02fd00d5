"""How many queries does each page cost? Prints a JSON object of counts by path, after one visit to warm up.

DJANGO_SETTINGS_MODULE=… python -m bench.queries PATH…
"""

import json
import sys

import django

django.setup()

from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

# Of nobody: the page cache never answers a request with a session.
SESSION = {"Cookie": "sessionid=of-nobody"}


def count(path: str) -> int:
    reader = Client(headers=SESSION)
    reader.get(path)
    with CaptureQueriesContext(connection) as captured:
        response = reader.get(path)
    if response.status_code != 200:
        raise SystemExit(f"{path} answered {response.status_code}")
    return len(captured)


with override_settings(ALLOWED_HOSTS=["testserver"]):
    print(json.dumps({path: count(path) for path in sys.argv[1:]}))
