"""Grades in words."""
