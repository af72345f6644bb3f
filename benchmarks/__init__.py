"""Budgets, measured as ratios in one run: absolute times depend on the machine, ratios much less."""
