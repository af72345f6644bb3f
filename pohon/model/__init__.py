"""What a pohon kinerja is: no file, no screen, no network."""
