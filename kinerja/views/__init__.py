"""The pages of plans, progress and outcomes."""
