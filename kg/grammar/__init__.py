"""What arcs and words tell by themselves, before names and meaning: phrases, verbs, word lists, arcs set right."""
