"""Facts in prose, each with the words that carry it. They need not add up to a parse of the sentence."""
