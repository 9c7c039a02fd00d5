"""By what does an editor find pages, files and records?"""

from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from library.models import LibraryDocument, LibraryImage
from pages.models import BasePage
from search.entries import Tier
from search.projection import Projected, project

Works = dict[str, Any]


def one(key: str) -> Projected:
    return project([key])[key]


def words(key: str, field: str = "exact") -> set[str]:
    return set(one(key).tokens[field].split())


def test_a_page_by_its_published_title_its_draft_and_its_address(forum: Works) -> None:
    edition = forum["edition"]
    edition.title = "Douzième rencontre"
    edition.save_revision()

    entry = one(f"desk:page:{edition.pk}")
    assert (entry.tier, entry.classes, entry.values, list(entry.texts)) == (
        Tier.DESK,
        {0},
        {"kind": ("page",)},
        [],
    )
    assert {"onzieme", "edition", "douzieme", "rencontre", "crises", "debats"} <= words(entry.key)
    assert {"d", "douz", "renc", "onzieme"} <= words(entry.key, "begins")
    # The words of the summary are looked for whole.
    assert "deb" not in words(entry.key, "begins")


def test_each_version_and_each_draft_by_itself(forum: Works, translate: Callable[..., BasePage]) -> None:
    arabic = translate(forum["edition"], "ar", title="الدورة الإفريقية")
    arabic.unpublish()

    assert "onzieme" not in words(f"desk:page:{arabic.pk}", "title_ar")
    assert one(f"desk:page:{arabic.pk}").tokens["title_ar"]
    assert "title_ar" not in one(f"desk:page:{forum['edition'].pk}").tokens


def test_the_root_is_no_page_to_look_for(forum: Works) -> None:
    root = Page.objects.get(depth=1)
    assert project([f"desk:page:{root.pk}"]) == {}


def test_files_by_title_name_and_tags(db: None) -> None:
    document = LibraryDocument(title="Communiqué final")
    document.file.save("rapport-annuel.pdf", ContentFile(b"pdf"))
    document.tags.add("presse")
    image = LibraryImage.objects.create(title="Photo", description="Une salle", file=get_test_image_file("salle7.png"))

    assert {"communique", "final", "rapport", "annuel", "presse"} <= words(f"desk:librarydocument:{document.pk}")
    assert {"photo", "une", "salle"} <= words(f"desk:libraryimage:{image.pk}")
    # Nobody says in which language a file's title is.
    assert "commun" in words(f"desk:librarydocument:{document.pk}", "title_fr")


def test_a_file_whose_title_is_a_number(db: None) -> None:
    image = LibraryImage.objects.create(title="2019", file=get_test_image_file("salle7.png"))
    assert {"2019", "salle7"} <= words(f"desk:libraryimage:{image.pk}")


def test_an_arabic_word_by_its_beginning_without_the_article(db: None) -> None:
    image = LibraryImage.objects.create(title="المنتدى الإفريقي", file=get_test_image_file("m.png"))
    assert {"المنت", "منت", "افر", "الافر"} <= words(f"desk:libraryimage:{image.pk}", "begins")


def test_records_by_all_their_names(forum: Works) -> None:
    assert {"amina", "diallo", "امينه"} <= words(f"desk:person:{forum['person'].pk}")
    assert {"african", "union", "au"} <= words(f"desk:organisation:{forum['organisation'].pk}")
    assert {"preventive", "mediation", "good"} <= words(f"desk:topic:{forum['diplomacy'].pk}")


def test_as_many_queries_for_three_as_for_one(forum: Works) -> None:
    def queries(names: list[str]) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert len(project(f"desk:page:{forum[name].pk}" for name in names)) == len(names)
        return len(asked)

    assert queries(["edition"]) == queries(["edition", "paper", "declaration"]) <= 3
