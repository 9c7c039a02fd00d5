"""What the passages mean: rows of numbers beside the index, which says which of them count."""
