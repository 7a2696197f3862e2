"""The engine on a page: compare two papers in the reader's own browser, where nothing leaves the machine."""
