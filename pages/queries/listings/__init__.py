"""Which works does a listing show, narrowed by what the reader chose, and what else could be chosen?"""
