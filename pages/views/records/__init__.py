"""How are the records shown: people, organisations, topics, countries, and the list of each?"""
