"""How is an adopted text read, addressed, compared between languages and imported?"""
