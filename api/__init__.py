"""How people reach it: the HTTP application, the web faces, the command line, the settings."""
