"""The words of reports: their pages and letters say nothing that cannot be translated."""

import pytest
from django.urls import reverse

from casework.events import REPORT_KINDS, registration_of
from casework.models import Delivery
from casework.states import REPORT_FACES
from complaints.models import Complaint
from complaints.states import ComplaintState
from protocol_portal.reports.parts import PARTS
from tests.architecture.bracketed import Bracketed, in_sources, missing_from_sources
from tests.architecture.spoken import WORD, known_data, left_over, unbracketed, without_data
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.reports import a_report, a_report_that_is_made, given, last_quarter

pytestmark = pytest.mark.django_db


def test_pages_and_letters_of_reports_say_no_word_that_cannot_be_translated(language: Bracketed) -> None:
    complaints = [a_complaint(state=ComplaintState.CLOSED) for _number in range(6)]
    rows = Complaint.objects.filter(pk__in=[one.pk for one in complaints])
    rows.update(received_on=last_quarter().first, outcome="upheld")
    committee = make.a_body()
    make.a_seat(committee, make.a_member())
    ready = a_report_that_is_made(period=last_quarter().before)
    had = given(a_report_that_is_made(by=ready.asked_by), committee=committee)
    waits = a_report(by=ready.asked_by, period=last_quarter().before.before)
    browser, data = signed_in(ready.asked_by), known_data()
    paths = [reverse("reports"), reverse("report-make")]
    paths += [
        reverse(name, args=[one.reference])
        for one in (ready, had, waits)
        for name in ("report", "report-foreword", "report-give", "report-stop", "report-again")
    ]
    found = set().union(*(left_over(browser.get(path).content.decode(), data) for path in paths))
    deliveries = list(Delivery.objects.select_related("person", "event"))
    assert len(deliveries) >= 3
    for delivery in deliveries:
        kind = registration_of(delivery.event.kind)
        if kind and kind.render:
            letter = kind.render(delivery.person, delivery.event)
            for line in (letter.subject, *letter.lines):
                found |= set(WORD.findall(without_data(unbracketed(line), data)))
    assert not found, "\n".join(sorted(map(str, found)))
    assert not missing_from_sources(language)


def test_the_words_of_reports_that_are_plain_data_stand_in_the_sources() -> None:
    labels = {kind.label for kind in REPORT_KINDS} | {part.heading for part in PARTS}
    labels |= {words for staff, member, _colour in REPORT_FACES.values() for words in (staff, member)}
    assert not labels - in_sources()
