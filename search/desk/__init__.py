"""The search at the desk: its words, and how it fares."""
