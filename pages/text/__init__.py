"""How are dates, numbers, lists and names written in each language? Western digits everywhere."""
