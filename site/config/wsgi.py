"""The WSGI entry point for the server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")

application = get_wsgi_application()

# Imported only now: what it looks at needs the applications.
from access.surfaces.checks import refuse_undeclared  # noqa: E402

refuse_undeclared()
