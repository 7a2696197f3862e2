"""The one kit of language: tokens, numbers, units, times, names, closed-class words and the lexicon."""
