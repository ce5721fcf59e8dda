"""One module a standard that hands over records: its guide says where to click, its `Standard` how it is told and read."""
