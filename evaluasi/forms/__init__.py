"""Forms of evaluasi: what people type, cleaned."""
