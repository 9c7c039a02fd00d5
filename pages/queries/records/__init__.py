"""Where do the works speak of a person, an organisation, a topic or a country? Only what readers may see counts."""
