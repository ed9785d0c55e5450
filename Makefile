# Two commands do all the set-up: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
PY := .venv/bin/python
export PYTHONUNBUFFERED := 1

.DEFAULT_GOAL := help
.PHONY: help env env-dev run test check format servers stop messages

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

env: .venv/.jalan  ## make the environment of the run
env-dev: .venv/.uji  ## make the environment of building and testing

.venv/bin/python:
	python3 -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check uv==0.13.9 || true

.venv/.jalan: requirements-local.lock | .venv/bin/python
	@echo "Memasang pustaka…"
	@$(PY) -m uv pip install --quiet --python $(PY) --require-hashes -r $< || $(PY) -m pip install --quiet --require-hashes -r $<
	@touch $@

.venv/.uji: requirements-dev.lock | .venv/bin/python
	@echo "Memasang pustaka uji…"
	@$(PY) -m uv pip install --quiet --python $(PY) --require-hashes -r $< || $(PY) -m pip install --quiet --require-hashes -r $<
	@touch $@ .venv/.jalan

run: env  ## start everything on http://127.0.0.1:8000 (PORT=… for another port)
	@$(PY) -m mataram_asn.lokal jalan

test: env-dev  ## run every test on servers of their own (ARGS="-k nama" for some)
	@$(PY) -m mataram_asn.lokal uji -- $(PY) -m pytest -n 2 --dist loadgroup $(ARGS)

check: env-dev  ## lint, imports, templates, migrations, system checks
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	.venv/bin/lint-imports --no-cache
	$(PY) -m djlint --quiet --lint templates
	@$(PY) -m mataram_asn.lokal uji -- $(PY) manage.py makemigrations --check --dry-run
	@$(PY) -m mataram_asn.lokal uji -- env DEBUG=0 SECRET_KEY=$$($(PY) -c "import secrets; print(secrets.token_urlsafe(60))") ALLOWED_HOSTS=asn.mataramkota.test $(PY) manage.py check --deploy --fail-level WARNING

format: env-dev  ## put code and templates into the house's form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

messages: env-dev  ## compile the English of the public pages
	msgfmt --check -o locale/en/LC_MESSAGES/django.mo locale/en/LC_MESSAGES/django.po

servers: env  ## start only the embedded PostgreSQL and Valkey, and print their addresses
	@$(PY) -m mataram_asn.lokal peladen

stop: env  ## stop embedded servers that were left running
	@$(PY) -m mataram_asn.lokal henti
