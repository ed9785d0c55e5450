"""Pages of judgement: the siklus, the scoring, the explanation, the public."""
