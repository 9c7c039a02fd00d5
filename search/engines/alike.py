"""Could somebody who typed this word have meant that one?"""


def is_alike(word: str, other: str) -> bool:
    """Whether one or two letters (one, in short words) were left out, added, changed or exchanged."""
    most = 1 if len(word) < 5 else 2
    # Each letter that differs makes a difference of two at most to the letters there are.
    if abs(len(word) - len(other)) > most or len(set(word) ^ set(other)) > 2 * most:
        return False
    return distance(word, other, most) <= most


def distance(one: str, other: str, most: int) -> int:
    """How many letters differ; anything above `most` when it is more."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return last[-1]
