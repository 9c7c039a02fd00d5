"""What is done to works: the rules and the verbs of publishing, without any form or view."""
