"""Redundancy (RED)."""
