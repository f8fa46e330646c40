"""Second readings: a sentence that its words show to be misread is read again with others in their place."""
