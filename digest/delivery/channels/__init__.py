"""The ways out, one a module: see `digest.delivery`."""
