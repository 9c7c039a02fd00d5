"""One address for each public template, below the language's prefix."""

FORUM = "forums/marrakech-security-forum"
UDHR = "reference/universal-declaration-of-human-rights"
LANGUAGES = ("ar", "fr", "en")
ONLY_IN_ARABIC = "news/only-in-arabic"

PAGES = {
    "home": "",
    "index of series": "forums/",
    "index of declarations": "declarations/",
    "index of recommendations": "recommendations/",
    "index of papers": "research/",
    "index of news": "news/",
    "index of what lies below": "reference/",
    "filtered index": "recommendations/?year=2020",
    "standard page": "about/",
    "news item": "news/launch-of-the-african-security-network/",
    "series": f"{FORUM}/",
    "network": "forums/african-security-network/",
    "edition": f"{FORUM}/edition-11/",
    "edition with little known": "forums/african-security-forum/rabat/",
    "edition with a declaration": "forums/bamako-conference/bamako-2017/",
    "session": f"{FORUM}/edition-11/hybrid-wars/",
    "declaration": f"{UDHR}/",
    "parallel reader of two": f"{UDHR}/?with={{second}}",
    "parallel reader of three": f"{UDHR}/?with={{second}},{{third}}",
    "summary of a declaration": "forums/bamako-conference/bamako-2017/bamako-declaration/",
    "expected declaration": "forums/marrakech-platform/edition-4/joint-declaration/",
    "recommendation": f"{FORUM}/edition-11/r-9/",
    "paper": "research/preventive-diplomacy/",
    "people": "people/",
    "person": "people/driss-benomar/",
    "organisations": "organisations/",
    "organisation": "organisations/african-federation-strategic-studies/",
    "topics": "topics/",
    "topic": "topics/cyber-security/",
    "countries": "countries/",
    "country": "countries/ma/",
    "missing in other languages": f"{ONLY_IN_ARABIC}/",
    "search": "search/",
    "results": "search/?q=security",
    "narrowed results": "search/?q=security+year:2015..2020&type=forum&topic=africa&sort=newest",
    "no results": "search/?q=zeppelin+-forum&country=FR&page=x",
    "sign in": "account/login/",
    "application": "account/signup/",
    "not found": "nothing-here/",
}


def address(name: str, language: str) -> str:
    """Where `name` is shown in `language`, beside the other languages where it can be."""
    second, third = (code for code in LANGUAGES if code != language)
    return f"{language}/{PAGES[name]}".format(second=second, third=third)


def status(name: str, language: str) -> int:
    is_missing = name == "not found" or (name == "missing in other languages" and language != "ar")
    return 404 if is_missing else 200
