"""The engines behind one protocol: embedded, Elasticsearch, and the database when neither answers."""
