"""Which addresses may be asked."""

import pytest

from adapters.pulls.addresses import fault, is_wondes, same_server


@pytest.mark.parametrize(
    "url",
    [
        "https://mis.example.org",
        "https://mis.example.org:8443/api",
        "http://localhost:8080",
        "http://127.0.0.1",
        "http://[::1]:80/a",
    ],
)
def test_it_lets_these_be_asked(url: str):
    assert fault(url) is None


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://mis.example.org", "must begin with https"),
        ("http://localhost.example.org", "must begin with https"),
        ("http://127.0.0.1.example.org", "must begin with https"),
        ("http://169.254.169.254/latest", "must begin with https"),
        ("ftp://mis.example.org", "must be an address such as"),
        ("file:///etc/passwd", "must be an address such as"),
        ("mis.example.org", "must be an address such as"),
        ("https://", "must be an address such as"),
        ("https://mis example.org", "must be an address such as"),
        ("https://mis.example.org:many", "must be an address such as"),
        ("https://[", "must be an address such as"),
        ("https://ade:hush@mis.example.org", "must not have a user"),
        ("https://mis.example.org/api?token=hush", "must be a plain address"),
        ("https://mis.example.org/api#hush", "must be a plain address"),
        ("https://mis.example.org/a b", "must be a plain address"),
    ],
)
def test_it_says_what_is_wrong_with_these_and_nothing_of_what_is_in_them(url: str, said: str):
    wrong = fault(url)

    assert wrong is not None
    assert wrong.startswith(said)
    assert "hush" not in wrong


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://mis.example.org/a", "https://mis.example.org:443/b", True),
        ("https://mis.example.org", "https://MIS.example.org", True),
        ("https://mis.example.org", "http://mis.example.org", False),
        ("https://mis.example.org", "https://mis.example.org:8443", False),
        ("https://mis.example.org", "https://mis.example.org.evil.example", False),
        ("https://mis.example.org", "https://mis.example.org@evil.example", False),
        ("https://mis.example.org", "https://[", False),
    ],
)
def test_it_knows_a_server_again(one: str, other: str, same: bool):
    assert same_server(one, other) is same


@pytest.mark.parametrize(
    ("url", "wondes"),
    [
        ("https://api.wonde.com", True),
        ("https://api-ap-southeast-2.wonde.com", True),
        ("http://127.0.0.1:8000", True),
        ("https://api.wonde.com.example.org", False),
        ("https://api.wonde.com@example.org", False),
        ("https://evilapi.wonde.com", False),
        ("https://[", False),
    ],
)
def test_it_knows_wondes_regions(url: str, wondes: bool):
    assert is_wondes(url) is wondes
