"""Is everything that is wrong with a folder said at once, and nothing of it loaded?"""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from pages.models import Organisation, StandardPage

pytestmark = pytest.mark.django_db

FILES = {
    "organisations.yaml": """
- slug: centre
  kind: laboratory
  country: XX
  colour: red
  name: {ar: مركز, fr: Centre, en: Centre, xx: Centre}
- kind: research
""",
    "pages.yaml": """
indexes:
  - slug: forums
    lists: series
    title: {fr: Forums, en: Forums}
pages:
  - slug: About us
    title: About
  - slug: help
    title: {en: Help}
    body: {en: "# Help\\n\\n![A picture](picture.png) and [a page](page:nowhere)\\n\\n`code`"}
""",
    "series/forum.yaml": """
slug: forum
parent: forums
title: {ar: المنتدى, fr: Forum, en: Forum}
series_kind: party
topics: [peace]
organisation_roles:
  - {role: organiser, organisation: nobody}
editions:
  - slug: first
    title: {en: First edition}
    start_date: 2020-05-03
    end_date: 2020-05-01
    number: eleven
    figures: {kind: participants}
    delegations:
      - {role: Observer}
    sessions:
      - slug: opening
      - opening
    declarations:
      - slug: declaration
        title: {en: Declaration}
        clauses:
          - paragraph: {anchor: one, label: "1", text: {en: One.}}
          - paragraph: {anchor: one, label: "2", text: {en: Two.}}
          - sentence: {anchor: three}
""",
    "news.yaml": """
- slug: news
  parent: forums/forum
  title: {en: News}
  relations: [{kind: announces, target: forums/other}]
""",
    "reference.yaml": """
- slug: text
  parent: forums
  title: {en: Text}
  text: {en: ../../secret.html}
""",
    "papers/paper.yaml": "slug: paper\n title: [",
}

PROBLEMS = """
content/papers/paper.yaml: line 2: This is no YAML: mapping values are not allowed here.
content/pages.yaml: pages › About us › slug: A page needs a slug of small letters, digits and hyphens.
content/series/forum.yaml: editions › first › sessions › opening › title: Every page needs a title.
content/series/forum.yaml: editions › first › sessions › 2: A map of keys and values is expected.
content/organisations.yaml: centre › colour: This key is not known here.
content/organisations.yaml: centre › kind: Value 'laboratory' is not a valid choice.
content/organisations.yaml: centre › country: Value 'XX' is not a valid choice.
content/organisations.yaml: centre › name › xx: This is not the code of a language.
content/organisations.yaml: 2 › slug: This field cannot be blank.
content/organisations.yaml: 2 › name: This can't be empty.
content/pages.yaml: pages › help › body › en: Headings begin with ## or ###: “Help”.
content/pages.yaml: pages › help › body › en: An image can't stand in a text.
content/pages.yaml: pages › help › body › en: Code can't stand in a text.
content/pages.yaml: pages › help › body: There is no page “nowhere”.
content/reference.yaml: text › text › en: There is no file “../../secret.html” in the folder.
content/series/forum.yaml: series_kind: Value 'party' is not a valid choice.
content/series/forum.yaml: topics: There is no topic “peace”.
content/series/forum.yaml: organisation_roles: There is no organisation “nobody”.
content/series/forum.yaml: title › ar: The page above, “forums”, is not in this language.
content/series/forum.yaml: editions › first › number: “eleven” value must be an integer.
content/series/forum.yaml: editions › first › end_date: This ends before it begins. Check both dates.
content/series/forum.yaml: editions › first › figures: A list is expected.
content/series/forum.yaml: editions › first › delegations › 1 › country: Give a country or an organisation, one of the two.
content/series/forum.yaml: editions › first › declarations › declaration › clauses › 2 › anchor: “one” is the address of another clause already.
content/series/forum.yaml: editions › first › declarations › declaration › clauses › 3: A clause is a map of one key: title, recital, heading, paragraph or annex.
content/news.yaml: news: A page of the kind “news item” can't lie below one of the kind “forum series”.
content/news.yaml: news › relations: There is no page “forums/other”.
"""  # noqa: E501


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def said(folder: Path) -> list[str]:
    with pytest.raises(CommandError) as caught:
        call_command("load_demonstration", "--from", str(folder), stdout=StringIO(), stderr=StringIO())
    first, *rest = str(caught.value).splitlines()
    assert first == "Nothing was loaded; this has to be put right first:"
    return [line.strip() for line in rest]


def test_every_error_is_said_with_its_file_and_key(tmp_path: Path) -> None:
    before = Page.objects.count()
    assert sorted(said(write(tmp_path, FILES))) == sorted(PROBLEMS.strip().splitlines())
    assert (Page.objects.count(), Organisation.objects.count()) == (before, 0)


def test_a_folder_without_content_is_said(tmp_path: Path) -> None:
    assert said(tmp_path) == [f"{tmp_path}: There is no content here: no “content” folder with files."]


def test_an_address_that_is_taken_is_said(tmp_path: Path, homes: dict, add: object) -> None:
    add(homes["en"], StandardPage, title="Help", slug="help")
    pages = 'pages:\n  - {slug: help, title: {en: Help}, body: {en: "Help."}}\n'
    assert said(write(tmp_path, {"pages.yaml": pages})) == [
        "content/pages.yaml: pages › help › slug: Another page stands at /en/help/ already."
    ]


def test_two_pages_at_one_address_are_said(tmp_path: Path) -> None:
    pages = "pages:\n  - {slug: help, title: Help}\n  - {slug: help, title: Help}\n"
    assert said(write(tmp_path, {"pages.yaml": pages})) == [
        "content/pages.yaml: pages › help: Another page has the address “help” already."
    ]
