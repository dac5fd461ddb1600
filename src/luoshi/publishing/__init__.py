"""What is known of documents, written out for people and for other programs."""
