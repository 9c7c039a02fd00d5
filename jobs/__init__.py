"""What is still to be done after a transaction, and who does it."""
