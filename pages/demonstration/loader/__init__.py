"""How does an archive written as readable files come into the site? `load` reads, checks and writes."""

from pages.demonstration.loader.load import DEMONSTRATION, load
from pages.demonstration.loader.problems import Invalid, Problem
from pages.demonstration.loader.report import Report

__all__ = ["DEMONSTRATION", "Invalid", "Problem", "Report", "load"]
