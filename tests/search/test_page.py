"""What does a reader see of a search?"""

import pytest
from django.test import Client


@pytest.mark.parametrize("code", ["ar", "fr", "en"])
def test_the_empty_box_explains_how_to_ask(client: Client, homes: dict, code: str) -> None:
    response = client.get(f"/{code}/search/")

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
