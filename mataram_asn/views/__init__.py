"""Pages that show several apps: the homes by role, the letters, the trail, and the health of the system."""
