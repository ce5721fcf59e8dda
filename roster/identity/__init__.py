"""Who a member may be whom no number tells: names as evidence, weighed, and never as proof."""
