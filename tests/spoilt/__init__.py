"""Exports gone bad, made from good ones, and what a night makes of them."""
