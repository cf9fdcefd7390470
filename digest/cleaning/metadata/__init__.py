"""What an article is called, by whom it is, where it stood and when. Pure."""
