"""Chat exports, reduced at the door to who came, who went and who wrote; what they wrote is never kept."""
