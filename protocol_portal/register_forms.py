"""What a keeper of the registers chooses before a file is read or made."""

import datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, PortalForm
from council.files.reading import MOST_BYTES

POLL_TO_OFFICE = datetime.timedelta(days=4)
DAY = datetime.timedelta(days=1)


def file_field() -> forms.FileField:
    """The box for a list that a spreadsheet saved."""
    return forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("A CSV file of up to 5 MB and 20,000 rows."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv"}),
        error_messages={
            "required": gettext_lazy("Choose the file"),
            "empty": gettext_lazy("The file is empty."),
            "missing": gettext_lazy("The file did not arrive. Choose it again."),
        },
    )


class FileForm(PortalForm):
    """A form with a file that is read at once and kept as bytes."""

    file = file_field()

    def clean_file(self) -> bytes:
        """The file's content; too large a file is not read."""
        upload: UploadedFile[bytes] = self.cleaned_data["file"]
        if (upload.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 5 MB. Divide the list into two files."))
        self.file_name = upload.name or ""
        content: bytes = upload.read()
        return content


class ImportForm(FileForm):
    """The file of a register, and how it is taken."""

    from_on = DateField(
        label=gettext_lazy("From which day does it hold?"),
        help_text=gettext_lazy(
            "For example 11/5/2026. Rows that name a first day of their own keep it. What a row changes "
            "ends the day before and goes on changed from this day."
        ),
        error_messages={"required": gettext_lazy("Enter the day from which the file holds")},
    )
    all_or_nothing = forms.BooleanField(
        label=gettext_lazy("Change nothing while a row is refused"),
        help_text=gettext_lazy(
            "Otherwise the rows that are in order are taken, and the others wait for you."
        ),
        required=False,
    )

    field_order = ("file", "from_on", "all_or_nothing")


class ExportForm(PortalForm):
    """Of which day a register is taken out."""

    WHOLE, ONE_DAY = "all", "day"
    which = forms.ChoiceField(
        label=gettext_lazy("What should the file hold?"),
        choices=[
            (ONE_DAY, gettext_lazy("What holds on one day")),
            (WHOLE, gettext_lazy("The whole history")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what the file should hold")},
    )
    on = DateField(
        label=gettext_lazy("Which day?"),
        required=False,
        help_text=gettext_lazy("For example 25/11/2026. Today if you leave it empty."),
    )

    def day(self) -> datetime.date | None:
        """The day, None for the whole history."""
        given: dict[str, Any] = self.cleaned_data
        return None if given["which"] == self.WHOLE else given["on"] or timezone.localdate()


class ElectionForm(FileForm):
    """The file of those elected, and the days on which terms end and begin."""

    polled_on = DateField(
        label=gettext_lazy("Day of the poll"),
        help_text=gettext_lazy("For example 7/5/2026."),
        error_messages={"required": gettext_lazy("Enter the day of the poll")},
    )
    from_on = DateField(
        label=gettext_lazy("First day of the new terms"),
        required=False,
        help_text=gettext_lazy(
            "The fourth day after the poll if you leave it empty, as the Local Government Act 1972 has it."
        ),
    )
    last_on = DateField(
        label=gettext_lazy("Last day of the old terms"),
        required=False,
        help_text=gettext_lazy("The day before if you leave it empty."),
    )
    wards = forms.ChoiceField(
        label=gettext_lazy("Which wards voted?"),
        choices=[
            ("all", gettext_lazy("All of them")),
            ("file", gettext_lazy("Only the wards in the file, for example in a by-election")),
        ],
        widget=forms.RadioSelect(
            attrs={
                "hints": {
                    "all": gettext_lazy("Every elected member who is not in the file leaves."),
                    "file": gettext_lazy(
                        "List everybody who will sit for each of these wards, also those who stay: whoever "
                        "sits for one and is not in it leaves. No other ward changes."
                    ),
                }
            }
        ),
        error_messages={"required": gettext_lazy("Choose which wards voted")},
    )

    field_order = ("file", "polled_on", "from_on", "last_on", "wards")

    def clean(self) -> dict[str, Any]:
        """The days that were left empty; refuses those that cannot be."""
        given: dict[str, Any] = super().clean() or {}
        polled = given.get("polled_on")
        if polled is None or "from_on" not in given or "last_on" not in given:
            return given
        given["from_on"] = given["from_on"] or polled + POLL_TO_OFFICE
        given["last_on"] = given["last_on"] or given["from_on"] - DAY
        if given["from_on"] <= polled:
            self.add_error("from_on", _("The first day of the new terms must be after the poll"))
        elif given["last_on"] >= given["from_on"]:
            self.add_error("last_on", _("The last day of the old terms must be before the first of the new"))
        return given
