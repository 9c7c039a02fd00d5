"""What templates of the search say with: tags."""
