"""What is kept in the database: projected entries, their vectors, synonyms, and what was looked for in vain."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from search.entries import LANGUAGES, Tier


class IndexEntry(models.Model):
    """An entry as last projected: the source of rebuilding, of excerpts, and of answers while the engine is away."""

    key = models.CharField(max_length=80, primary_key=True)
    tier = models.CharField(max_length=12, choices=[(tier.value, tier.value) for tier in Tier])
    # Grows with each projection that is another one (`search.keeping.next_version`).
    version = models.BigIntegerField(default=1)
    # Numbers of access classes, as `,3,17,`.
    classes = models.TextField()
    tokens = models.JSONField(default=dict)
    values = models.JSONField(default=dict)
    years = models.JSONField(default=list)
    day = models.IntegerField(null=True)
    # What is cut into excerpts and passages: [{"address": "c3a", "language": "fr", "text": "…"}, …].
    # The first of a language is its title.
    texts = models.JSONField(default=list)
    # Keys of the records that a work speaks of.
    mentions = models.JSONField(default=list)
    # Of all of the above but the version: nothing is written anew that is the same.
    digest = models.CharField(max_length=64)
    has_vectors = models.BooleanField(default=False, db_index=True)

    class Meta:
        indexes = [models.Index(fields=["tier", "key"], name="entries_of_a_tier")]


class PassageVector(models.Model):
    """What an encoder made of a text, so that no text is encoded twice."""

    # Of encoder and text.
    digest = models.CharField(max_length=64, primary_key=True)
    vector = models.BinaryField()


class Synonyms(models.Model):
    """Words that are the same to who searches in a language. Looked up for each question, so nothing is re-indexed."""

    language = models.CharField(_("language"), max_length=10, choices=[(code, code) for code in LANGUAGES])
    words = models.CharField(
        _("words"), max_length=500, help_text=_("Words or phrases that are the same to a reader, separated by commas.")
    )

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["language", "words"]

    def __str__(self) -> str:
        return self.words


class UnansweredSearch(models.Model):
    """What readers looked for and did not find, counted by day; who looked is not kept."""

    day = models.DateField()
    language = models.CharField(max_length=10)
    words = models.CharField(max_length=256)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "language", "words"], name="unanswered_once_a_day")]
