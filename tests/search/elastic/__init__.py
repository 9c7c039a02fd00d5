"""What only Elasticsearch does; what needs a server is left out where there is none."""
