"""How offices write a pohon kinerja: files in, trees out, and back."""
