"""One format of file each; a module here is a plug-in whose ``FORMAT`` is a `digest.intake.raw.Format`."""
