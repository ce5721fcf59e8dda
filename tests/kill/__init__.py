"""Killed anywhere: the process dies at one system call after another, and nothing may be lost, doubled or half done."""
