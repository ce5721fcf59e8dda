"""The jobs that run by themselves: one module each, with a `DUTY`. Dropped in, it is on the schedule."""
