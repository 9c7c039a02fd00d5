"""The importer of texts in the admin: paste or upload, compare the languages, settle, save drafts."""
