"""What a pohon kinerja looks like: drawings, terminal views and reports."""
