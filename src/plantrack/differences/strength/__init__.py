"""The partial order of how much a term binds its bearer: part by part, and as a whole in `strength.terms`."""
