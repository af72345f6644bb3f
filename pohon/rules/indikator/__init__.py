"""Indicators (IND), from stage 4."""
