"""How gunicorn serves the site: `gunicorn -c site/deploy/gunicorn.conf.py config.wsgi`."""

from config.settings.environment import value

bind = value("BIND")
workers = value("WEB_CONCURRENCY")
# A browser opens connections before it has anything to ask; one of them must not hold a whole process.
threads = 4
preload_app = True  # one copy of the code in memory, and a bad setting stops the start
timeout = 60
graceful_timeout = 10
max_requests = 5000
max_requests_jitter = 500
accesslog = "-" if value("ACCESS_LOG") else None
errorlog = "-"
