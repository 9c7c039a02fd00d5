"""Which commands and views do the jobs have, and who answers for what they show?"""

from access.surfaces.declaring import Answer, Kind, others

SURFACES = [*others(Kind.COMMAND, Answer.OPERATOR, ["replay_jobs", "worker"])]
