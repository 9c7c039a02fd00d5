"""Everything an institution publishes, and the records that the works speak of."""

from pages.models.base import BasePage, PageRelation, RelationKind
from pages.models.dates import DatedMixin, DatePrecision
from pages.models.declaration import Adherence, Capacity, DeclarationPage, DeclarationStatus, TextStatus
from pages.models.files import WorkFile
from pages.models.forum import (
    EditionFormat,
    ForumEditionPage,
    ForumSeriesPage,
    Level,
    SeriesKind,
    SessionKind,
    SessionPage,
)
from pages.models.paper import Authorship, Licence, PaperKind, ResearchPaperPage
from pages.models.recommendation import Addressee, Progress, ProgressRecord, RecommendationPage
from pages.models.records import (
    Label,
    Organisation,
    OrganisationKind,
    OrganisationName,
    Person,
    PersonName,
    Topic,
    TopicLabel,
)
from pages.models.roles import (
    Delegation,
    Figure,
    FigureKind,
    OrganisationRole,
    OrganisationRoleKind,
    PersonRole,
    PersonRoleKind,
    Qualifier,
)
from pages.models.site import HomePage, IndexKind, IndexPage, NewsPage, RelatedOutcome, StandardPage
from pages.models.tags import Keyword, PageKeyword, PageTopic

__all__ = [
    "Addressee",
    "Adherence",
    "Authorship",
    "BasePage",
    "Capacity",
    "DatePrecision",
    "DatedMixin",
    "DeclarationPage",
    "DeclarationStatus",
    "Delegation",
    "EditionFormat",
    "Figure",
    "FigureKind",
    "ForumEditionPage",
    "ForumSeriesPage",
    "HomePage",
    "IndexKind",
    "IndexPage",
    "Keyword",
    "Label",
    "Level",
    "Licence",
    "NewsPage",
    "Organisation",
    "OrganisationKind",
    "OrganisationName",
    "OrganisationRole",
    "OrganisationRoleKind",
    "PageKeyword",
    "PageRelation",
    "PageTopic",
    "PaperKind",
    "Person",
    "PersonName",
    "PersonRole",
    "PersonRoleKind",
    "Progress",
    "ProgressRecord",
    "Qualifier",
    "RecommendationPage",
    "RelatedOutcome",
    "RelationKind",
    "ResearchPaperPage",
    "SeriesKind",
    "SessionKind",
    "SessionPage",
    "StandardPage",
    "TextStatus",
    "Topic",
    "TopicLabel",
    "WorkFile",
]
