# Two commands do all the set-up: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
PY := .venv/bin/python
LOKAL := $(PY) -m mataram_asn.lokal
PASANG = $(PY) -m uv pip install --quiet --python $(PY) --require-hashes -r $< || $(PY) -m pip install --quiet --require-hashes -r $<
export PYTHONUNBUFFERED := 1

.DEFAULT_GOAL := help
.PHONY: help env env-dev run test check format servers stop messages

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

env: .venv/.jalan  ## make the environment of the run
env-dev: .venv/.uji  ## make the environment of building and testing

.venv/bin/python:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Diperlukan Python 3.11 atau lebih baru.")'
	@python3 -m venv .venv
	@awk '/^uv==/ {uv = 1; print; next} /^[^ ]/ {uv = 0} uv' requirements-dev.lock > .venv/uv.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt || true

.venv/.jalan: requirements-local.lock | .venv/bin/python
	@echo "Memasang pustaka…"
	@$(PASANG)
	@touch $@

.venv/.uji: requirements-dev.lock | .venv/bin/python
	@echo "Memasang pustaka uji…"
	@$(PASANG)
	@touch $@ .venv/.jalan

run: env  ## start everything on http://127.0.0.1:8000 (PORT=8001 another port, DEMO=0 without the demo city)
	@$(LOKAL) jalan

test: env-dev  ## run every test on servers of their own (ARGS="-k nama" for some)
	@$(LOKAL) uji -- $(PY) -m pytest -n 2 --dist loadgroup $(ARGS)

check: env-dev  ## lint, imports, templates, migrations, system checks
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	.venv/bin/lint-imports --no-cache
	$(PY) -m djlint --quiet --lint templates
	@$(LOKAL) periksa -- $(PY) manage.py makemigrations --check --dry-run
	@$(LOKAL) periksa -- env DEBUG=0 SECRET_KEY=$$($(PY) -c "import secrets; print(secrets.token_urlsafe(60))") ALLOWED_HOSTS=asn.mataramkota.test $(PY) manage.py check --deploy --fail-level WARNING

format: env-dev  ## put code and templates into the house's form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

messages: env-dev  ## compile the English of the public pages
	msgfmt --check -o locale/en/LC_MESSAGES/django.mo locale/en/LC_MESSAGES/django.po

servers: env  ## start only the embedded PostgreSQL and Valkey, and print their addresses
	@$(LOKAL) peladen

stop: env  ## stop what runs from this checkout, embedded servers included
	@$(LOKAL) henti
