"""Official documents (DOK)."""
