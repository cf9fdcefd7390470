"""One method a file, each with an object ``METHOD``; listed and loaded by `digest.summarizers.METHODS`."""
