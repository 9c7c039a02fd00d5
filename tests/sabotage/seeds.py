"""Which checks are taken out?"""

from tests.sabotage.caches import CACHES
from tests.sabotage.core import CORE
from tests.sabotage.desk import ALL_OF_DESK
from tests.sabotage.indexed import INDEXED
from tests.sabotage.public import PUBLIC
from tests.sabotage.search import SEARCH

SABOTAGES = (*CORE, *PUBLIC, *CACHES, *ALL_OF_DESK, *SEARCH, *INDEXED)
