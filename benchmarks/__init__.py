"""What the README's figures come from: ratios against a reference run in turn, never a limit in milliseconds."""
