"""The audit trail in words: what each act is called, what its details say, whom it concerns, who looked."""
