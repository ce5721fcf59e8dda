"""How often each level of each feature is seen: among labels that are the carer's (m), and among labels that are not (u).

The weight of a level is the logarithm of m / u, in bits. The figures are fitted on made-up schools; see docs/accuracy.md.
"""

WEIGHTS: dict[str, dict[str, tuple[float, float]]] = {
    "given": {
        "same": (0.62, 0.012),
        "short": (0.14, 0.009),
        "alike": (0.05, 0.005),
        "form": (0.02, 0.006),
        "clipped": (0.04, 0.015),
        "fond": (0.03, 0.012),
        "slip": (0.02, 0.003),
        "begins": (0.02, 0.02),
        "initial": (0.08, 0.03),
        "other": (0.02, 0.9),
    },
    "family": {
        "same": (0.74, 0.012),
        "alone": (0.05, 0.012),
        "part": (0.06, 0.006),
        "childs": (0.08, 0.01),
        "alike": (0.04, 0.003),
        "slip": (0.02, 0.002),
        "initial": (0.08, 0.04),
        "other": (0.02, 0.9),
    },
    "child": {
        "named": (0.75, 0.012),
        "several": (0.2, 0.0005),
        "named otherwise": (0.06, 0.006),
        "bare": (0.06, 0.012),
        "bare otherwise": (0.01, 0.006),
        "other": (0.02, 0.95),
    },
    "relation": {"agrees": (0.92, 0.45), "differs": (0.03, 0.5)},
    "title": {"agrees": (0.95, 0.5), "differs": (0.02, 0.5)},
    "class": {"agrees": (0.9, 0.15), "year": (0.06, 0.1), "differs": (0.04, 0.75)},
    "words": {"left": (0.1, 0.6)},
}

PRESENT = 0.7
"""How likely it is, before the label is read, that a member whom no number tells is a carer of the group at all."""
