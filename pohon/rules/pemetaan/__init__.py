"""Mapping to components and positions (PET), stage 5."""
