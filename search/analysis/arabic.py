"""What is left of an Arabic word without the article, what is written together with it, and light endings?"""

# Longest first. Behind each, at least as many letters must be left.
STACKED = ("وبال", "فبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
ENDINGS = ("ات", "ون", "ين", "ان", "يه", "ها", "هم", "ه", "ي")
LEFT_BY_A_BEGINNING, LEFT_BY_AN_ENDING = 3, 3


def arabic_stem(word: str) -> str:
    return without_ending(without_beginning(word))


def without_beginning(word: str) -> str:
    for beginning in STACKED:
        if word.startswith(beginning) and len(word) - len(beginning) >= LEFT_BY_A_BEGINNING:
            return word[len(beginning) :]
    return word


def without_ending(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEFT_BY_AN_ENDING:
            return word[: -len(ending)]
    return word


def grams(word: str, size: int = 4) -> list[str]:
    """All runs of four letters of a folded word; of a shorter one, itself."""
    if len(word) <= size:
        return [word]
    return [word[start : start + size] for start in range(len(word) - size + 1)]
