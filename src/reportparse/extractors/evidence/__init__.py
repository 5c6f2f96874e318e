"""What the words around a figure offer for each of its slots; producers here never decide."""
