"""What is found, and by whom: projection, engines, questions, results."""
