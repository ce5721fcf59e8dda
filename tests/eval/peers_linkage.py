"""Splink and recordlinkage on the same pairs, as their own guides set them up. Needs the `eval` group of pyproject.toml."""

import logging
import warnings
from typing import Any

from tests.eval.peers import Asked, Peer, Scored, recorded_of, shown_of
from tests.eval.pools import plain


def _tables(asked: Asked) -> tuple[Any, Any]:
    """A table of labels and one of carers, each with given, family and group; a label's last word is its family name."""
    import pandas as pd

    labels = []
    for at, question in enumerate(asked.questions):
        words = shown_of(question).split()
        given, family = (words[0] if words else None), (words[-1] if len(words) > 1 else None)
        labels.append((str(at), question.group, given, family, shown_of(question) or None))
    groups = dict.fromkeys(question.group for question in asked.questions)
    carers = [
        (
            f"{group}|{place}",
            group,
            plain(one.given.split(" ")[0]) or None,
            plain(one.family.split(" ")[-1]) or None,
            recorded_of(one),
        )
        for group in groups
        for place, one in enumerate(asked.carers[group])
    ]
    columns = ["unique_id", "circle", "given", "family", "whole"]
    return pd.DataFrame(labels, columns=columns), pd.DataFrame(carers, columns=columns)


def _splink(asked: Asked) -> Scored:
    """Fellegi-Sunter by EM: Jaro-Winkler levels on forename and family name, term frequencies, blocked by group."""
    import splink.comparison_library as compared
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    warnings.simplefilter("ignore")
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            compared.JaroWinklerAtThresholds("given", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            compared.JaroWinklerAtThresholds("family", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[block_on("circle")],
    )
    labels, carers = _tables(asked)
    api = DuckDBAPI()
    tables = [
        api.register(frame, dataset_display_name=name) for frame, name in ((labels, "labels"), (carers, "carers"))
    ]
    linker = Linker(tables, settings, log_level=logging.ERROR)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("circle", "given", "family")], recall=0.4)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(
        block_on("circle", "given"), record_sample_proportion=1.0
    )
    training.estimate_parameters_using_expectation_maximisation(
        block_on("circle", "family"), record_sample_proportion=1.0
    )
    frame = linker.inference.predict(threshold_match_probability=None).as_pandas_dataframe()
    for left, right, probability in zip(frame.unique_id_l, frame.unique_id_r, frame.match_probability, strict=True):
        carer, label = (left, right) if "|" in left else (right, left)
        yield (int(label), int(carer.rpartition("|")[2])), float(probability)


def _record_linkage(asked: Asked) -> Scored:
    """Jaro-Winkler of forename and family name, added up, blocked by group."""
    import recordlinkage

    warnings.simplefilter("ignore")
    labels, carers = (frame.fillna("") for frame in _tables(asked))
    indexer = recordlinkage.Index()
    indexer.block("circle")
    pairs = indexer.index(labels, carers)
    comparing = recordlinkage.Compare()
    comparing.string("given", "given", method="jarowinkler", label="given")
    comparing.string("family", "family", method="jarowinkler", label="family")
    scores = comparing.compute(pairs, labels, carers).sum(axis=1)
    places = [int(key.rpartition("|")[2]) for key in carers.unique_id]
    for (at, place), score in zip(scores.index, scores.to_numpy(), strict=True):
        yield (int(at), places[place]), float(score)


SPLINK = Peer("Splink", "Fellegi-Sunter with EM of its own; sure from a probability of 0.95", 0.95, _splink)
RECORD_LINKAGE = Peer(
    "recordlinkage", "Jaro-Winkler on forename and family name, added; sure from 1.7 of 2", 1.7, _record_linkage
)
