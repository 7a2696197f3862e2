"""What a command says, as a tree that any renderer prints; nothing here decides what anything means."""
