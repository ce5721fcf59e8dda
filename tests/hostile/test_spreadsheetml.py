"""Excel 2003 XML that is damaged or made to harm: read, or one sentence."""

import pytest

from adapters.confined.opening import open_book
from adapters.tables.spreadsheetml import read_spreadsheetml
from roster.errors import RosterError, UnreadableFile
from tests.builders import an_upload
from tests.containers import MANY, a_spreadsheetml, spreadsheetml_rows

WHOLE = a_spreadsheetml(spreadsheetml_rows(MANY))
DATA = '<Data ss:Type="String">x</Data>'


def refusal(content: str) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        open_book(an_upload(content, "contacts.xls"))
    return caught.value


def read_or_none(content: bytes) -> object:
    try:
        return read_spreadsheetml(content)
    except RosterError:
        return None


def test_a_workbook_cut_off_anywhere_is_refused():
    assert {read_or_none(WHOLE[:end].encode()) for end in range(10, len(WHOLE), 997)} == {None}


@pytest.mark.parametrize("inside", [
    f'<Row ss:Index="1048577"><Cell>{DATA}</Cell></Row>', f'<Row ss:Index="0"><Cell>{DATA}</Cell></Row>',
    f'<Row ss:Index="-1"><Cell>{DATA}</Cell></Row>', f'<Row ss:Index="9999999999999"><Cell>{DATA}</Cell></Row>',
    f'<Row><Cell ss:Index="16385">{DATA}</Cell></Row>', f'<Row><Cell>{DATA}</Cell><Cell ss:Index="1">{DATA}</Cell></Row>',
    f'<Row ss:Index="5"><Cell>{DATA}</Cell></Row><Row ss:Index="5"><Cell>{DATA}</Cell></Row>',
    f'<Row><Cell ss:MergeAcross="9999999">{DATA}</Cell><Cell>{DATA}</Cell></Row>', f'<Row ss:Index="three"><Cell>{DATA}</Cell></Row>',
    f'<Row><Cell ss:Index="16384">{DATA}</Cell></Row>' * 700,
])  # fmt: skip
def test_cells_where_no_sheet_has_any_are_refused(inside: str):
    assert "where no sheet has any" in refusal(a_spreadsheetml(inside)).headline


@pytest.mark.parametrize("declared", [
    '<!DOCTYPE Workbook [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]>', '<!DOCTYPE Workbook SYSTEM "file:///etc/passwd">',
])  # fmt: skip
def test_a_document_type_is_refused(declared: str):
    content = WHOLE.replace("<Workbook", f"{declared}<Workbook", 1)

    with pytest.raises(UnreadableFile, match="a part that no spreadsheet has"):
        read_spreadsheetml(content.encode())


def test_depth_without_end_is_refused():
    assert "damaged" in refusal(a_spreadsheetml(f"<Row><Cell><Data>{'<b>' * 100_000}")).headline


def test_a_text_without_end_is_refused():
    inside = f'<Row><Cell><Data ss:Type="String">{"x" * 11_000_000}</Data></Cell></Row>'

    assert "damaged" in refusal(a_spreadsheetml(inside)).headline
