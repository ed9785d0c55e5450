"""The local run: an embedded PostgreSQL and Valkey, and a supervisor. Production uses none of this.

Nothing here imports Django: it runs before the settings are read.
"""
