"""What can be wrong with a pohon kinerja: one rule per file, its page beside it."""
