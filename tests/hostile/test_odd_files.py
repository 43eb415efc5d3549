"""Files made to do harm, or broken on their way: a sentence, never an error, never a change."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.files.columns import COLUMNS, Register
from council.files.election import read_elected
from council.files.planning import read_register
from council.files.reading import Unreadable
from council.models import Person, RegisterFile, Ward
from tests.factories.portal import a_democratic_services_officer, signed_in
from tests.factories.registers import lines, outcomes, planned, reasons

HEADS = [column.label for column in COLUMNS[Register.MEMBERS]]
ODD = "<script>alert(1)</script>"


@given(st.binary(max_size=400))
def test_no_bytes_make_an_error(content: bytes) -> None:
    for read in (read_elected, *(lambda given, one=one: read_register(one, given) for one in Register)):
        try:
            read(content)
        except Unreadable as fault:
            told = fault.reason
        else:
            told = "read"
        assert told


@pytest.mark.django_db
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.tuples(*(st.text(alphabet="aé'’=+@,;\"\n\t /1-", max_size=12) for _head in HEADS)),
        min_size=1,
        max_size=4,
    )
)
def test_no_cells_make_an_error(rows: list[tuple[str, ...]]) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    try:
        plan = planned(Register.MEMBERS, ",".join(HEADS), *quoted)
    except Unreadable:
        return
    assert len(plan.rows) <= len(rows)
    assert not [row for row in plan.rows if row.reason and row.lines]
    assert len(plan.mark()) == 64
    assert Ward.objects.count() == 0


@pytest.mark.django_db
def test_markup_in_a_cell_is_text_on_every_page() -> None:
    browser = signed_in(a_democratic_services_officer())
    content = lines("Name,Ward,Party,Colour<b>", f"Ann {ODD},{ODD},{ODD},x", f"{ODD},,,x")
    upload = SimpleUploadedFile(f"{ODD}.csv", content)
    page = browser.post(
        reverse("register-import", args=["members"]), {"file": upload, "from_on": "1/1/2026"}, follow=True
    )
    done = browser.post(page.request["PATH_INFO"], {"seen": page.context["mark"]}, follow=True)
    for answer in (page, done):
        assert answer.status_code == 200
        assert b"<script>alert" not in answer.content
        assert b"<b>" not in answer.content


@pytest.mark.django_db
@pytest.mark.parametrize("seen", ["", "0" * 64, "x" * 100_000, "5f" * 32])
def test_a_mark_that_no_page_showed_changes_nothing(seen: str) -> None:
    browser = signed_in(a_democratic_services_officer())
    upload = SimpleUploadedFile("list.csv", lines("Name,Ward", "Ann Lee,Hale"))
    page = browser.post(
        reverse("register-import", args=["members"]), {"file": upload, "from_on": "1/1/2026"}, follow=True
    )
    answer = browser.post(page.request["PATH_INFO"], {"seen": seen})
    assert answer.status_code == 200
    assert "nothing was saved" in answer.content.decode()
    assert not Ward.objects.exists()


@pytest.mark.django_db
def test_a_stolen_address_opens_nothing(client: Client) -> None:
    browser = signed_in(a_democratic_services_officer())
    upload = SimpleUploadedFile("list.csv", lines("Name,Ward", "Ann Lee,Hale"))
    browser.post(reverse("register-import", args=["members"]), {"file": upload, "from_on": "1/1/2026"})
    key = RegisterFile.objects.get().pk
    for name in ("register-preview", "register-changes", "register-done"):
        assert client.get(reverse(name, args=[key])).status_code == 302
        assert "Ann" not in client.get(reverse(name, args=[key]), follow=True).content.decode()


@pytest.mark.django_db
def test_an_import_cannot_give_anybody_a_login_or_a_post() -> None:
    plan = planned(
        Register.MEMBERS,
        "Name,Ward,is_superuser,post,user,merged into,id",
        "Ann Lee,Hale,1,monitoring-officer,1,1,1",
    )
    assert set(plan.unknown_heads) == {"is_superuser", "post", "user", "merged into", "id"}
    assert outcomes(plan) == ["new"]


@pytest.mark.django_db
def test_a_row_of_a_thousand_columns_and_a_head_of_a_thousand_are_read() -> None:
    wide = ",".join(f"Column {number}" for number in range(1_000))
    plan = planned(Register.MEMBERS, f"Name,{wide}", "Ann Lee," + "," * 999, "Bo Ray" + ",x" * 1_200)
    assert outcomes(plan) == ["new", "refused"]
    assert "more cells than there are heads" in reasons(plan)[0]
    assert not Person.objects.filter(last_name="Lee").exists()
