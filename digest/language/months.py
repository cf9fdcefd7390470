"""English months and days of the week, as words and in patterns: January, Jan., Thursday, Thurs. Pure."""

MONTHS = "january february march april may june july august september october november december".split()
MONTHS_SHORT = [name[:3] for name in MONTHS]
MONTH_EN = rf"(?:{'|'.join(name.title() for name in MONTHS_SHORT)})[a-z]*\.?"
WEEKDAY_EN = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*"
