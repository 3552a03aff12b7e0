"""The web faces: pages rendered by the server, in English and Spanish."""
