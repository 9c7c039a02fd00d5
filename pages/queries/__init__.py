"""What is there to show? Nouns: every function here returns rows and writes nothing."""
