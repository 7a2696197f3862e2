"""The commands as Python functions, with the same words; a module for each need, as `plantrack --help` groups them."""
