"""Every way in which a line of an export begins: in real files, in the tests of public readers, in other scripts."""

from datetime import datetime
from io import BytesIO

import pytest

from adapters.platforms.chats.headers import heads_of, looks_like_head, moment_in
from adapters.platforms.chats.whatsapp import read_chat
from roster.chat_log import ChatLog

WRITTEN = (
    "[13/06/2018, 21:25:15] ",
    "[13/06/2018, 9:25:15 pm] ",
    "[13/06/18, 9:25:15\u202fPM] ",
    "[13/06/18, 21:25:15] ",
    "[6/13/18, 9:25:15 PM] ",
    "[13.06.18, 21:25:15] ",
    "[06.13.18 21:25:15] ",
    "[13.6.2018, 21:25:15] ",
    "[13-06-2018, 21:25:15] ",
    "[13/06/2018 21:25:15] ",
    "[13/6/18 9:25:15 p. m.] ",
    "[13/6/18 9:25:15 p.\u00a0m.] ",
    "[2018/06/13, 21:25:15] ",
    "[06/2018/13, 21:25:15] ",
    "[13.6.2018 klo 21.25.15] ",
    "\u200e[13/06/2018, 21:25:15] ",
    "[2018. 6. 13. 오후 9:25:15] ",
    "[2018/6/13 下午9:25:15] ",
    "13/06/2018, 9:25 pm - ",
    "6/13/18, 21:25 - ",
    "6/13/18, 9:25\u202fPM - ",
    "13.06.18, 21:25 - ",
    "13/6/18 9:25 p.\u00a0m. - ",
    "13-06-2018, 09.25 PM - ",
    "13.06.18 21.25.15: ",
    "13.6.2018 klo 21.25.15 - ",
    "13. 6. 2018. 21:25:15 ",
    "2018/06/13, 21:25 - ",
    "2018/06/13, 09:25 pm - ",
    "2018-06-13, 9:25 p.m. - ",
    "2018-06-13T21:25:15 - ",
    "2018-06-13, 21 h 25 - ",
    "6/13/18, 9:25:15 PM: ",
    "2018年6月13日 下午9:25 - ",
    "2018/6/13 午後9:25 - ",
    "2018. 6. 13. 오후 9:25 - ",
    "2018년 6월 13일 오후 9:25 - ",
    "13.06.2018 ÖS 9:25 - ",
    "13/6/2018, 9:25 μ.μ. - ",
    "13/06/2018, 9:25 अपराह्न - ",
    "१३/०६/२०१८, ९:२५ अपराह्न - ",
    "١٣\u200f/٠٦\u200f/٢٠١٨، ٩:٢٥ م - ",
    "۱۳/۰۶/۲۰۱۸، ۲۱:۲۵ - ",
    "13.06.18 г., 21:25 ч. - ",
)
MOMENT = datetime.fromisoformat("2018-06-13T21:25:15")


def log_of(text: str, name: str = "_chat.txt") -> ChatLog:
    return read_chat(BytesIO(text.encode()), name)


@pytest.mark.parametrize("head", WRITTEN)
def test_a_line_is_parted_into_head_author_and_text(head: str):
    log = log_of(f"{head}Ade Bello: see you at 12:30: or not\nand more\n{head}+44 7700 900123: ok\n")

    assert [(one.token, one.first, one.last) for one in log.senders] == [("Ade Bello", 1, 1), ("+44 7700 900123", 3, 3)]
    assert log.messages == 2


@pytest.mark.parametrize("head", WRITTEN)
def test_a_line_without_an_author_is_no_message(head: str):
    log = log_of(f"{head}Ade Bello: hi\n{head}Femi left\n")

    assert [one.people for one in log.events] == [("Femi",)]
    assert [one.token for one in log.senders] == ["Ade Bello"]


@pytest.mark.parametrize("head", WRITTEN)
def test_the_moment_is_read(head: str):
    moment = log_of(f"{head}Ade: hi\n").as_of

    assert moment is not None
    assert moment.replace(second=15) == MOMENT


@pytest.mark.parametrize("head", WRITTEN)
def test_it_looks_like_a_head(head: str):
    assert looks_like_head(f"{head}Ade: hi")


@pytest.mark.parametrize(
    "line",
    [
        *("", "Ade: hi", "12/10/2026 is the trip", "[13/11/2026] is the other", "14:00 - home", "10:30 - 11:00: swim"),
        *(
            "1.2.3 10:30 - a version",
            "99/99/2026, 10:30 - Ade: hi",
            "12/10/2026, 26:30 - Ade: hi",
            "12/10/2026, 10:75 - Ade: hi",
        ),
        *("[12/10/2026, 10:30:00 Ade: hi", "12/10/2026, 10:30:00] Ade: hi", "2026-10-12 10:30:00 INFO started: now"),
        *("2026/2027/12, 10:30 - Ade: hi", "+44 7700 900123, Ade, 12/10/2026", "1/2/3, 10:30 - Ade: hi"),
    ],
)
def test_what_is_no_head(line: str):
    assert not looks_like_head(line)
    assert moment_in(line) is None
    assert heads_of([line]) is None


@pytest.mark.parametrize(
    ("dates", "known"),
    [
        (("03/04/2026", "05/04/2026"), None),
        (("03/04/2026", "13/04/2026", "05/04/2026"), "2026-04-05"),
        (("03/04/2026", "04/13/2026", "05/04/2026"), "2026-05-04"),
        (("03/13/2026", "13/03/2026", "05/04/2026"), None),
        (("03.04.2026", "05.04.2026"), "2026-04-05"),
        (("04.13.2026", "05.04.2026"), "2026-05-04"),
        (("2026/05/04",), "2026-05-04"),
        (("2026/30/04", "2026/05/04"), "2026-04-05"),
        (("13/06/2569",), None),
        (("25/10/1405",), None),
        (("13/06/69",), None),
        (("30/02/2026",), None),
    ],
)
def test_which_figure_is_the_day_is_told_by_one_that_cannot_be_a_month(dates: tuple[str, ...], known: str | None):
    moment = log_of("".join(f"{date}, 10:00 - Ade: hi\n" for date in dates)).as_of

    assert (moment and moment.date().isoformat()) == known


@pytest.mark.parametrize(
    ("clock", "hour"),
    [
        *(
            ("12:05 am", 0),
            ("12:05 PM", 12),
            ("11:05 a. m.", 11),
            ("00:05 a. m.", 0),
            ("1:05 p.m.", 13),
            ("13:05 PM", 13),
            ("13:05 am", 13),
        ),
        *(("1:05 ص", 1), ("12:05 ص", 0), ("1:05 పూర్వాహ్న", None)),
    ],
)
def test_the_half_of_the_day_counts_where_its_word_is_known(clock: str, hour: int | None):
    moment = log_of(f"13/06/2018, {clock} - Ade: hi\n").as_of

    assert (moment and moment.hour) == hour


QUOTED = "[13/06/2018, 21:25:15] Ola: Femi left"


def test_a_head_of_another_form_is_a_message_s_own():
    log = log_of(
        "13/06/2018, 21:25 - Ade: look what I found\n"
        f"{QUOTED}\n"
        "13.06.18, 21:25 - Sade left\n"
        "2018/06/13, 21:25 - Remi left\n"
        "13/06/2018, 21:25:10 - Tola left\n"
        "13/06/2018, 21:26 - Ade: that was it\n"
        "13/06/2018, 21:27 - Ade: thanks\n" * 2
    )

    assert not log.events
    assert [one.token for one in log.senders] == ["Ade"]


def test_brackets_are_settled_by_the_first_line():
    log = log_of("13/06/2018, 21:25 - Ade: look what I found\n" + f"{QUOTED}\n" * 9)

    assert (log.events, [one.token for one in log.senders]) == ((), ["Ade"])


def test_a_file_put_together_of_two_exports_is_read_in_both_forms():
    log = log_of("13/06/2018, 21:25 - Ade: hi\n" * 2 + "14.06.18, 21:25 - Femi: ho\n" * 2)

    assert [one.token for one in log.senders] == ["Ade", "Femi"]
