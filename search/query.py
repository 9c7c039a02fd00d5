"""What did the reader ask for? Words, phrases, exclusions and filters, out of any text whatever."""

from dataclasses import dataclass



@dataclass(frozen=True)
class Typed:
    """A filter among the words, as it was typed: `country:ma`."""

    name: str
    value: str
    text: str


@dataclass(frozen=True)
class Asked:
    """`text` is what the box shows again; nothing that was typed is lost, however much of it was understood."""

    text: str = ""
    language: str = "en"
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    filters: tuple[Typed, ...] = ()
    # Sentences in the reader's language.
    problems: tuple[str, ...] = ()

    @property
    def is_asked(self) -> bool:
        return bool(self.words or self.phrases or self.without or self.filters)


def understand(text: str, *, language: str) -> Asked:
    """Never an exception, whatever the text."""
    return Asked(text=text, language=language)
