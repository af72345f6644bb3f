"""Language of statements (BHS)."""
