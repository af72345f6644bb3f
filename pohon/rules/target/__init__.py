"""Targets and numbers (TGT)."""
