"""Do two statements of different articles say the same? Anchors, their weight, groups, witnesses. Pure."""
