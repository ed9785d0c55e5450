"""The demo: a believable year of the generated city, loaded in bulk. Only with DEBUG; no result is written here."""
