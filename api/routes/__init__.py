"""The HTTP routes: one file per subject, each a thin controller over the rooms below."""
