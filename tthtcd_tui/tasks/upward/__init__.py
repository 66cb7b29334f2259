"""From a centre to the body above it and back, by files: handing in, receiving, adding up, answering."""
