"""Two peers that anybody would write first: the same name, and the same words in any order by rapidfuzz."""

from rapidfuzz import fuzz

from tests.eval.peers import Asked, Peer, Scored, recorded_of, shown_of


def _exact(asked: Asked) -> Scored:
    for pair, question, carer in asked.pairs():
        yield pair, float(shown_of(question) == recorded_of(carer))


def _token_set(asked: Asked) -> Scored:
    recorded = {group: [recorded_of(one) for one in carers] for group, carers in asked.carers.items()}
    for at, question in enumerate(asked.questions):
        shown = shown_of(question)
        for place, name in enumerate(recorded[question.group]):
            yield (at, place), fuzz.token_set_ratio(shown, name, score_cutoff=50)


EXACT = Peer("exact name", "the label is forename and family name, letter by letter", 1.0, _exact)
TOKEN_SET = Peer(
    "rapidfuzz token_set_ratio", "rapidfuzz.fuzz.token_set_ratio alone; sure from 90 of 100", 90.0, _token_set
)
