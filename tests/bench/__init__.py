"""`make bench`: what the screens cost against a bare Django view, with everything on as in production."""
