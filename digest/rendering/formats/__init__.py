"""The files an issue is written as, one module each: ``html``, ``txt``, ``md``, ``json``, ``epub``."""
