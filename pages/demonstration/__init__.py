"""The content of the demonstration, in readable files, and what loads such files into the site."""
