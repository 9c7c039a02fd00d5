# Everything a newcomer needs; `make help` lists it.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON_IN := .venv/bin/python
TESTS ?= tests
CHECKER_IN := tests/browser/node_modules

.PHONY: help demo test check sabotage bench messages lock settings-table environment

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Serve the demonstration on http://127.0.0.1:8000 (PORT=8001 moves it, RESET=1 starts over)
	@site/deploy/environment.sh
	@PORT="$(PORT)" RESET="$(RESET)" $(PYTHON_IN) site/deploy/demo.py

test: environment ## Run the whole test suite, the browser included (TESTS=tests/config narrows it)
	@site/deploy/system.sh chromium=chromium xgettext=gettext nginx=nginx
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(CHECKER_IN); fi
	@$(PYTHON_IN) -m config.translations compile
	$(PYTHON_IN) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(TESTS)

check: environment ## Lint, types, layers, templates, migrations, translations, deployment settings
	@site/deploy/system.sh msgfmt=gettext
	$(PYTHON_IN) -m ruff check .
	$(PYTHON_IN) -m ruff format --check .
	$(PYTHON_IN) -m mypy access jobs pages library search network site/config
	.venv/bin/lint-imports --no-logo
	.venv/bin/djlint templates --lint --quiet
	$(PYTHON_IN) manage.py makemigrations --check --dry-run
	$(PYTHON_IN) -m config.translations check
	SECRET_KEY=$$($(PYTHON_IN) -c 'import secrets; print(secrets.token_urlsafe(64))') ALLOWED_HOSTS=forum.example.org \
	    DJANGO_SETTINGS_MODULE=config.settings.production $(PYTHON_IN) manage.py check --deploy --fail-level WARNING

sabotage: environment ## Take each check of access out of a copy; every one must turn a test red (docs/sabotage.md)
	@site/deploy/system.sh nginx=nginx
	$(PYTHON_IN) -m tests.sabotage.run

bench: environment ## Measure the pages against a bare Django view and a stock Wagtail page
	$(PYTHON_IN) -m bench.pages

messages: environment ## Collect new texts into the translation catalogues (LANGUAGES=es begins one)
	@site/deploy/system.sh msgfmt=gettext
	@$(PYTHON_IN) -m config.translations collect $(LANGUAGES)

lock: environment ## Lock the newest versions that the bounds of pyproject.toml allow
	site/deploy/lock.sh --upgrade

settings-table: environment ## Print the table of settings for README.md
	@$(PYTHON_IN) -m config.settings.environment

# The checker is one Java archive; its install script would only fetch a Java as well.
$(CHECKER_IN): tests/browser/package-lock.json
	npm --prefix tests/browser ci --ignore-scripts --silent
	@touch $@

environment:
	@site/deploy/environment.sh dev
