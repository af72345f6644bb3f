"""Budget (ANG)."""
