"""When did it happen, as precisely as the source says?"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class DatePrecision(models.TextChoices):
    DAY = "day", _("To the day")
    MONTH = "month", _("To the month")
    YEAR = "year", _("To the year")
    UNKNOWN = "unknown", _("Not stated by the source")


class DatedMixin(models.Model):
    """A start and an end that may be absent, with a stated precision, and a text for readers.

    `date_text` is for what the calendar can't hold ("21 to 23 November", no year) and wins over the dates.
    """

    start_date = models.DateField(_("from"), null=True, blank=True)
    end_date = models.DateField(_("to"), null=True, blank=True, help_text=_("Leave empty for a single day."))
    date_precision = models.CharField(
        _("how precise"),
        max_length=10,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
        help_text=_("With “to the year”, only the year of the dates counts and is shown."),
    )
    date_text = models.CharField(
        _("dates in words"),
        max_length=200,
        blank=True,
        help_text=_(
            "Only when the calendar can't hold what is known, for instance “21 to 23 November”. Readers see this text."
        ),
    )

    class Meta:
        abstract = True

    @property
    def year(self) -> int | None:
        """The year when the source states one."""
        if self.start_date is None or self.date_precision == DatePrecision.UNKNOWN:
            return None
        return self.start_date.year

    def date_errors(self) -> dict[str, ValidationError]:
        """What is wrong with the dates, by field."""
        if self.end_date and not self.start_date:
            return {"start_date": ValidationError(_("An end needs a beginning: give the first day too."))}
        if self.start_date and self.end_date and self.end_date < self.start_date:
            return {"end_date": ValidationError(_("This ends before it begins. Check both dates."))}
        return {}

    def clean(self) -> None:
        super().clean()
        if errors := self.date_errors():
            raise ValidationError(errors)
