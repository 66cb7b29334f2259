"""What runs behind the screens, one part a module: keys in order, drafts, save status, pollers, navigation."""
