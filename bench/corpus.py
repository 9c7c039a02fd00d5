"""An archive of 10,000 pages as plain data, the same for Muntada and for the stock project.

530 editions in 53 series; below each edition ten recommendations, seven sessions and one declaration of 40 clauses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

SERIES, EDITIONS, SESSIONS, RECOMMENDATIONS, CLAUSES = 53, 10, 7, 10, 40
WORDS = """
sécurité coopération régionale prévention dialogue partage information stabilité développement
numérique menace terrorisme Sahel Afrique partenariat capacité renseignement formation frontière
juridique paix confiance société civile jeunesse médiation résilience souveraineté gouvernance
expertise recherche déclaration engagement
""".split()


@dataclass
class Node:
    """A page to be made: its kind, title, summary, sections of text, and what lies below it."""

    kind: str
    title: str
    slug: str
    summary: str = ""
    paragraphs: list[str] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)


def words(random: Random, count: int) -> str:
    return " ".join(random.choices(WORDS, k=count)).capitalize()


def edition(random: Random, number: int) -> Node:
    node = Node("edition", f"{number}e édition : {words(random, 6)}", f"edition-{number}", words(random, 25))
    node.paragraphs = [words(random, 60) + "." for _ in range(3)]
    for position in range(1, SESSIONS + 1):
        node.children.append(Node("session", words(random, 7), f"session-{position}", words(random, 20)))
    for position in range(1, RECOMMENDATIONS + 1):
        child = Node("recommendation", f"{words(random, 9)}", f"r-{position}", words(random, 18))
        child.paragraphs = [words(random, 40) + "."]
        node.children.append(child)
    declaration = Node("declaration", f"Déclaration {words(random, 4)}", "declaration", words(random, 20))
    declaration.paragraphs = [words(random, 45) + "." for _ in range(CLAUSES)]
    node.children.append(declaration)
    return node


def archive(seed: int = 7) -> Iterator[Node]:
    """The series, one by one, each with everything below it."""
    random = Random(seed)
    for position in range(1, SERIES + 1):
        series = Node("series", f"Forum {words(random, 3)}", f"forum-{position}", words(random, 25))
        series.paragraphs = [words(random, 50) + "." for _ in range(2)]
        series.children = [edition(random, number) for number in range(1, EDITIONS + 1)]
        yield series
