"""Sabotages of the search: what each engine is asked, and what is loaded of what it found."""

from tests.sabotage.model import Sabotage

EACH = "tests/search/test_each_check.py"
LEAKS = "tests/search/test_leaks.py"
READERS = "tests/search/test_readers_search.py"
QUESTIONS = "tests/search/contract/test_questions.py"
MEANING = "tests/search/contract/test_meaning.py"
WRITING = "tests/search/contract/test_writing.py"
ELASTIC = "tests/search/elastic/test_asking.py"
REPORT = "tests/search/test_desk.py"
AT_DESK = "tests/search/desk/test_backend.py::test_the_rows_are_narrowed_by_the_database"
CLASSES = "tests/search/projection/test_classes.py"
ALL_CLASSES = "frozenset(range(1, 1000))"

EMBEDDED = (
    Sabotage(
        "Classes, in the embedded engine",
        "search/engines/embedded/filtering.py",
        "clauses = [(Occur.Must, _unscored(open_to(question.classes, searcher)))]",
        "clauses = [(Occur.Must, _unscored(Query.all_query()))]",
        (f"{QUESTIONS}::test_a01_only_entries_of_the_readers_classes_are_found",),
    ),
    Sabotage(
        "What changed, left out by the embedded engine",
        "search/engines/embedded/filtering.py",
        "    if question.excluded:\n",
        "    if question is None:\n",
        (f"{QUESTIONS}::test_what_is_not_wanted_and_what_is_excluded_is_left_out_everywhere",),
    ),
    Sabotage(
        "Words among what may be found, in the embedded engine",
        "search/engines/embedded/asking.py",
        "return Asked(searcher, among(words, may), worth.best, needed)",
        "return Asked(searcher, words, worth.best, needed)",
        (f"{QUESTIONS}::test_a01_only_entries_of_the_readers_classes_are_found",),
    ),
    Sabotage(
        "Counts of the embedded engine",
        "search/engines/embedded/asking.py",
        "part.searcher.aggregate(part.query, wanted)",
        "part.searcher.aggregate(Query.all_query(), wanted)",
        (f"{QUESTIONS}::test_a03_facets_count_what_is_found_and_nothing_else",),
    ),
    Sabotage(
        "What is near in meaning, in the embedded engine",
        "search/engines/embedded/meaning.py",
        "[(searcher, passing(question, searcher)) for searcher in searchers]",
        "[(searcher, Query.all_query()) for searcher in searchers]",
        (f"{MEANING}::test_only_what_the_reader_may_find_is_near",),
    ),
    Sabotage(
        "Spellings that the embedded engine suggests",
        "search/engines/embedded/spelling.py",
        "total(searcher.search(among(having, may), 1))",
        "total(searcher.search(having, 1))",
        (f"{QUESTIONS}::test_words_like_one_are_those_of_open_entries_that_the_reader_may_find",),
    ),
    Sabotage(
        "How rare words are among closed entries, in the embedded engine",
        "search/engines/embedded/asking.py",
        "counted = shelf.counted if tier == Tier.PUBLIC else None",
        "counted = shelf.counted",
        (f"{QUESTIONS}::test_among_closed_entries_weights_count_then_the_day_then_the_key",),
    ),
    Sabotage(
        "Closed entries in an index of their own",
        "search/engines/embedded/writing.py",
        "change.add(entry.key, entry.tier, made,",
        "change.add(entry.key, Tier.PUBLIC, made,",
        (f"{WRITING}::test_a08_no_closed_text_moves_the_scores_of_open_ones",),
    ),
    Sabotage(
        "The index that an entry stood in before it was closed",
        "search/engines/embedded/writing.py",
        "            self.leaving[other].add(key)\n",
        "            assert other\n",
        (f"{WRITING}::test_an_entry_stands_in_one_tier_only",),
    ),
    Sabotage(
        "Older versions in place of newer ones",
        "search/engines/embedded/writing.py",
        "return version >= max(held.get(key, {}).values(), default=0)",
        "return version >= 0",
        (f"{WRITING}::test_an_entry_stands_in_one_tier_only",),
    ),
    Sabotage(
        "Older versions of what is gone",
        "search/engines/embedded/writing.py",
        "tombstone(key, version)",
        "tombstone(key, 0)",
        (f"{WRITING}::test_what_is_gone_is_brought_back_by_nothing_older",),
    ),
)

ON_ELASTICSEARCH = (
    Sabotage(
        "Classes, on Elasticsearch",
        "search/engines/elastic/asking.py",
        '"filter": [{"terms": {CLASSES: sorted(map(str, question.classes))}}, *map(',
        '"filter": [*map(',
        (f"{ELASTIC}::test_a03_nothing_is_asked_that_looks_past_the_readers_classes",),
    ),
    Sabotage(
        "What changed, left out on Elasticsearch",
        "search/engines/elastic/asking.py",
        '"must_not": [of_keys(question.excluded)]',
        '"must_not": []',
        (f"{ELASTIC}::test_a03_nothing_is_asked_that_looks_past_the_readers_classes",),
    ),
    Sabotage(
        "How rare words are among closed entries, on Elasticsearch",
        "search/engines/elastic/asking.py",
        "is_scored=tier == Tier.PUBLIC",
        "is_scored=tier is not None",
        (f"{ELASTIC}::test_a08_among_closed_entries_no_frequency_counts",),
    ),
    Sabotage(
        "What Elasticsearch is asked to hand out",
        "search/engines/elastic/asking.py",
        '"_source": False',
        '"_source": True',
        (f"{ELASTIC}::test_a03_nothing_is_asked_that_looks_past_the_readers_classes",),
    ),
    Sabotage(
        "What Elasticsearch keeps of a text",
        "search/engines/elastic/mapping.py",
        '"_source": {"enabled": False}',
        '"_source": {"enabled": True}',
        (f"{ELASTIC}::test_a18_no_text_is_kept_and_classes_are_no_text",),
    ),
    Sabotage(
        "What is near in meaning, on Elasticsearch",
        "search/engines/elastic/meaning.py",
        "_near(vector, allowed(question), limit)",
        '_near(vector, {"match_all": {}}, limit)',
        (f"{ELASTIC}::test_only_what_the_reader_may_find_is_asked_to_be_near",),
    ),
    Sabotage(
        "Spellings that Elasticsearch suggests",
        "search/engines/elastic/spelling.py",
        '{"query": allowed(question), "size": 0',
        '{"query": {"match_all": {}}, "size": 0',
        (f"{ELASTIC}::test_a05_words_are_counted_among_what_the_reader_may_find",),
    ),
    Sabotage(
        "The index on Elasticsearch that an entry stood in before it was closed",
        "search/engines/elastic/writing.py",
        "        if tier != entry.tier:\n",
        "        if tier is None:\n",
        (f"{ELASTIC}::test_an_entry_is_taken_out_of_every_other_tier_by_the_same_version",),
    ),
)

IN_THE_DATABASE = (
    Sabotage(
        "Classes of what changed just now",
        "search/engines/evaluating.py",
        "            and not question.classes.isdisjoint(entry.classes)\n",
        "",
        (f"{EACH}::test_a01_the_engine_finds_nothing_that_has_to_be_taken_away",),
    ),
    Sabotage(
        "Tiers of what changed just now",
        "search/engines/evaluating.py",
        "entry.tier in question.tiers",
        "bool(entry.tier)",
        (f"{EACH}::test_a02_what_is_known_of_or_at_the_desk_is_not_counted_among_what_is_read",),
    ),
    Sabotage(
        "What is kept in the database and has changed since",
        "search/engines/database.py",
        "rows = rows.exclude(Q(key__in=outdated()) | Q(of_work__in=outdated()))",
        "rows = rows.order_by()",
        (f"{EACH}::test_a09_the_database_does_not_find_what_is_kept_of_a_closed_work",),
    ),
    Sabotage(
        "Spellings that the database suggests: filters and classes",
        "search/engines/database.py",
        "if entry.tier == Tier.PUBLIC and evaluator.passes(entry):",
        "if entry.tier == Tier.PUBLIC:",
        (f"{QUESTIONS}::test_words_like_one_are_those_of_open_entries_that_the_reader_may_find",),
    ),
    Sabotage(
        "Spellings that the database suggests: of open entries only",
        "search/engines/database.py",
        "if entry.tier == Tier.PUBLIC and evaluator.passes(entry):",
        "if evaluator.passes(entry):",
        (f"{READERS}::test_a05_only_words_that_find_something_open_are_suggested",),
    ),
    Sabotage(
        "How rare words are among closed entries, in the database",
        "search/engines/database.py",
        "rarity.note(words) if rarity and entry.tier == Tier.PUBLIC else {}",
        "rarity.note(words) if rarity else {}",
        ("tests/search/test_database_engine.py::test_a08_what_is_closed_does_not_move_the_scores_of_what_is_open",),
    ),
)

ASKED = (
    Sabotage(
        "The classes that are searched",
        "search/results.py",
        "what = meant(asked, chosen, search_filter(principal), language",
        f"what = meant(asked, chosen, {ALL_CLASSES}, language",
        (f"{EACH}::test_a01_the_engine_finds_nothing_that_has_to_be_taken_away",),
    ),
    Sabotage(
        "The tiers that are searched",
        "search/meant.py",
        "return (Tier.PUBLIC,) if is_public else READING",
        "return (Tier.PUBLIC,) if is_public else tuple(Tier)",
        (f"{EACH}::test_a02_what_is_known_of_or_at_the_desk_is_not_counted_among_what_is_read",),
    ),
    Sabotage(
        "The classes that are searched while somebody types",
        "search/suggesting.py",
        "classes = search_filter(principal)",
        f"classes = {ALL_CLASSES}",
        (f"{EACH}::test_a04_what_is_closed_takes_the_place_of_no_suggestion",),
    ),
    Sabotage(
        "The classes of which one may know",
        "search/known.py",
        "Question((Tier.KNOWN,), classes,",
        f"Question((Tier.KNOWN,), {ALL_CLASSES},",
        (f"{EACH}::test_a02_what_one_may_not_know_of_takes_the_place_of_nothing_one_may",),
    ),
    Sabotage(
        "Filters on what one may know of",
        "search/known.py",
        "if not classes or question.wanted is None or question.filters:",
        "if not classes or question.wanted is None:",
        (f"{READERS}::test_works_to_ask_for_stand_apart",),
    ),
    Sabotage(
        "What changed and is not indexed yet",
        "search/asking.py",
        "replace(question, excluded=question.excluded | self.overlay.keys)",
        "replace(question)",
        (f"{LEAKS}::test_a06_excerpts_are_of_the_text_as_it_is",),
    ),
    Sabotage(
        "More changes than an engine can leave out",
        "search/asking.py",
        "if not (self.overlay.is_beyond or self.is_degraded):",
        "if not self.is_degraded:",
        (f"{READERS}::test_b_more_changes_than_can_be_left_out",),
    ),
)

SHOWN = (
    Sabotage(
        "Works that were found",
        "search/loading/works.py",
        "visible(Page.objects.filter(translation_key__in=list(keys)))",
        "Page.objects.filter(translation_key__in=list(keys), live=True)",
        (f"{EACH}::test_a09_of_what_was_closed_without_a_word_nothing_is_loaded",),
    ),
    Sabotage(
        "People that were found",
        "search/loading/records.py",
        "_among(people_in_use(), pks)",
        "_among(people_in_use().model.objects.all(), pks)",
        (f"{EACH}::test_a09_nothing_is_loaded_that_only_a_closed_page_speaks_of",),
    ),
    Sabotage(
        "Organisations that were found",
        "search/loading/records.py",
        "_among(organisations_in_use(), pks)",
        "_among(organisations_in_use().model.objects.all(), pks)",
        (f"{EACH}::test_a09_nothing_is_loaded_that_only_a_closed_page_speaks_of",),
    ),
    Sabotage(
        "Topics that were found",
        "search/loading/records.py",
        "in_use = topics_in_use()",
        'in_use = __import__("pages.models").models.Topic.objects.in_bulk()',
        (f"{EACH}::test_a09_nothing_is_loaded_that_only_a_closed_page_speaks_of",),
    ),
    Sabotage(
        "Countries that were found",
        "search/loading/records.py",
        "in_use = countries_in_use() if codes else set()",
        "in_use = set(codes)",
        (f"{EACH}::test_a09_nothing_is_loaded_that_only_a_closed_page_speaks_of",),
    ),
    Sabotage(
        "Works to ask for that were found",
        "search/known.py",
        "on_request(Page.objects.filter(translation_key__in=works))",
        "Page.objects.filter(translation_key__in=works, live=True)",
        (f"{EACH}::test_a09_nothing_is_loaded_that_one_may_not_know_of_any_more",),
    ),
    Sabotage(
        "Totals of what was found and may not be shown",
        "search/results.py",
        "question = replace(question, excluded=question.excluded | gone)",
        "question = replace(question)",
        (f"{READERS}::test_a02_what_is_gone_without_a_word_is_neither_shown_nor_counted",),
    ),
    Sabotage(
        "Excerpts of what changed just now",
        "search/loading/passages.py",
        "{key: projected.texts for key, projected in fresh.items()}",
        "{}",
        (f"{LEAKS}::test_a06_excerpts_are_of_the_text_as_it_is",),
    ),
    Sabotage(
        "What forums are called beside the results",
        "search/facets.py",
        "visible(Page.objects.filter(translation_key__in=map(UUID, works)))",
        "Page.objects.filter(translation_key__in=map(UUID, works), live=True)",
        (f"{READERS}::test_a12_what_is_closed_and_what_is_not_there_are_the_same",),
    ),
    Sabotage(
        "What topics and organisations are called beside the results",
        "search/facets.py",
        'open_ones.update(names.in_use().filter(slug__in=unknown).values_list("slug", flat=True))',
        "open_ones.update(unknown)",
        (f"{READERS}::test_a12_what_is_closed_and_what_is_not_there_are_the_same",),
    ),
    Sabotage(
        "Topics that only closed pages have",
        "search/facets.py",
        'visible(Page.objects.filter(topic_links__tag=OuterRef("pk")))',
        'Page.objects.filter(topic_links__tag=OuterRef("pk"))',
        (f"{READERS}::test_a12_what_is_closed_and_what_is_not_there_are_the_same",),
    ),
    Sabotage(
        "Answers of the search in other caches",
        "search/views.py",
        'response["Cache-Control"] = NOT_KEPT',
        'response["Cache-Control"] = "public, max-age=60"',
        ("tests/search/test_suggestions.py::test_titles_that_begin_so_in_the_readers_language",),
    ),
)

TOLD = (
    Sabotage(
        "What members look for in vain",
        "search/unanswered.py",
        "if not words or not reader.is_anonymous or not _is_in_vain(results):",
        "if not words or not _is_in_vain(results):",
        ("tests/search/test_unanswered.py::test_a15_only_what_anybody_asked_in_vain_is_kept",),
    ),
    Sabotage(
        "Addresses and numbers among what is looked for in vain",
        "search/unanswered.py",
        'return "" if PERSONAL.search(asked.text) or len(words)',
        'return "" if len(words)',
        ("tests/search/test_unanswered.py::test_a15_what_may_be_somebodys_own_is_not_kept",),
    ),
    Sabotage(
        "What few people look for in vain",
        "search/health.py",
        "counted.filter(times__gte=LEAST_COUNT)",
        "counted.filter(times__gte=1)",
        (f"{REPORT}::test_only_what_was_asked_often_is_told",),
    ),
    Sabotage(
        "The report of the search",
        "search/desk/report.py",
        "    if not request.user.has_perm(SEE):\n",
        "    if request.user is None:\n",
        (f"{REPORT}::test_who_may",),
    ),
    Sabotage(
        "Errors, and how much is closed, in the report of the search",
        "search/desk/report.py",
        "sees_inside = request.user.has_perm(SEE_INSIDE)",
        "sees_inside = True",
        (f"{REPORT}::test_a_publisher_sees_neither_errors_nor_how_much_is_closed",),
    ),
    Sabotage(
        "What the desk finds, by relevance",
        "search/desk/backend.py",
        "set(self.queryset.filter(pk__in=self.found)",
        "set(self.queryset.model._default_manager.filter(pk__in=self.found)",
        (AT_DESK,),
    ),
    Sabotage(
        "What the desk finds, in another order",
        "search/desk/backend.py",
        "queryset = queryset.filter(pk__in=asked.found)",
        "queryset = queryset.model._default_manager.filter(pk__in=asked.found)",
        (AT_DESK,),
    ),
)

SEARCH = (*EMBEDDED, *ON_ELASTICSEARCH, *IN_THE_DATABASE, *ASKED, *SHOWN, *TOLD)
