"""Each group's last judgement."""
