"""The workshop board: one tree file that many people edit at once. `room` is its heart, `app` its network."""
