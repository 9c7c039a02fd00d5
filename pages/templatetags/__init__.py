"""What templates say with: tags and filters."""
