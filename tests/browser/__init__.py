"""The site in a real Chromium, served as in production with the demonstration's content."""
