"""What does a program read of a search? The same that the page shows, for the same reader.

A passage is a list of pieces of plain text, `{"text": "…", "mark": true}` where it is what was looked for, so that no
text need be read as HTML and no position be counted. Results stand in the order of the page; there are no scores.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from http import HTTPStatus

from django.http import JsonResponse
from django.utils.translation import ngettext

from pages.metadata.links import absolute
from search.addresses import Place
from search.query import Asked
from search.shown import Chosen, Excerpt, Facet, Result, Results, Version
from search.suggesting import Suggestion


def as_json(place: Place, asked: Asked, results: Results) -> dict[str, object]:
    return {
        "query": asked.text,
        "language": asked.language,
        "sort": results.sort,
        "total": results.total,
        "page": results.page,
        "pages": results.pages,
        "previous": _address(place, results.page - 1) if results.page > 1 else None,
        "next": _address(place, results.page + 1) if results.page < results.pages else None,
        "filters": [_chosen(chosen) for chosen in results.chosen],
        "results": [_result(result) for result in results.rows],
        "on_request": [_result(result) for result in results.known],
        "facets": {facet.name: _facet(facet) for facet in results.facets},
        "years": [{"first": bar.first, "last": bar.last, "count": bar.count} for bar in results.spread.bars],
        "undated": results.spread.undated,
        "suggestion": results.suggestion or None,
        "problems": list(results.problems),
        "is_degraded": results.is_degraded,
    }


def suggested(found: Sequence[Suggestion]) -> dict[str, object]:
    """`told` says to those who do not see the list how long it is."""
    told = ngettext("%(count)d suggestion", "%(count)d suggestions", len(found)) % {"count": len(found)}
    return {"suggestions": [asdict(suggestion) for suggestion in found], "told": told if found else ""}


def refusal(status: HTTPStatus, message: str, parameters: Iterable[str]) -> JsonResponse:
    return JsonResponse({"error": message, "parameters": list(parameters)}, status=status)


def _address(place: Place, page: int) -> str:
    url = place.url(page=page)
    return absolute(f"{url}{'&' if '?' in url else '?'}format=json")


def _chosen(chosen: Chosen) -> dict[str, object]:
    return {"name": chosen.name, "value": chosen.value, "label": chosen.label.text}


def _result(result: Result) -> dict[str, object]:
    return {
        "id": result.key,
        "kind": result.kind,
        "kind_name": result.kind_name,
        "title": result.title,
        "language": result.language,
        "url": absolute(result.url),
        "other_languages": [_version(version) for version in result.others],
        "date": result.date.isoformat() if result.date else None,
        "note": result.note or None,
        "excerpts": [_excerpt(excerpt) for excerpt in result.excerpts],
    }


def _version(version: Version) -> dict[str, str]:
    return {"language": version.language, "title": version.title, "url": absolute(version.url)}


def _excerpt(excerpt: Excerpt) -> dict[str, object]:
    return {
        "language": excerpt.language,
        "anchor": excerpt.address or None,
        "pieces": [{"text": segment.text, "mark": segment.is_marked} for segment in excerpt.segments],
    }


def _facet(facet: Facet) -> list[dict[str, object]]:
    return [
        {
            "value": option.value,
            "label": option.label.text,
            "language": option.label.language,
            "count": option.count,
            "is_chosen": option.is_chosen,
        }
        for option in facet.options
    ]
