"""Pages of decisions about positions."""
