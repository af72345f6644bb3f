"""Contributions of partner units (XCT)."""
