"""Files are opened in a process of their own, with little memory, little time, no files to write and no network.

Whatever a file does to its reader, it does to that process alone.
"""
