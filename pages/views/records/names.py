"""What is a record called in the other languages?"""

from pages.languages import current, preference
from pages.models import Label
from pages.models.records import LabelledRecord


def other_names(record: LabelledRecord) -> list[Label]:
    """Its names in languages other than the one shown, each spelling once."""
    shown = record.label(current())
    rows = {row.language: getattr(row, record.label_field) for row in getattr(record, record.labels_relation).all()}
    found: dict[str, Label] = {}
    for code in preference():
        if code in rows and code != shown.language and rows[code] != shown.text:
            found.setdefault(rows[code], Label(rows[code], code))
    return list(found.values())
