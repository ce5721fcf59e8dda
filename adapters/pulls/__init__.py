"""What comes by itself: pages fetched from an MIS, and files that somebody puts into a folder."""
