"""One whole siklus on a copy of the database, through the real actions and a real worker."""
