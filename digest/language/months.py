"""English months and days of the week in patterns: January, Jan., Thursday, Thurs. Pure."""

MONTH_EN = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
WEEKDAY_EN = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*"
