"""Reports into files and out of files."""
