"""Cause and effect (SEB)."""
