"""`python -m jobs` is the same as `roster`."""

from jobs.cli import main

raise SystemExit(main())
