"""Raw tables: any file of reports, opened with care, as rows of texts."""
