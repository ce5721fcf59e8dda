"""A comparison as people and programs take it away: text, JSON, CSV, and a workbook for the office."""
