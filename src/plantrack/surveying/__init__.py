"""Questions over very many papers, on one machine or on many."""
