"""English given names and what their bearers are called for short: Lawrence, Larry. Pure."""

from __future__ import annotations

_ROWS = """
abigail abby
albert al bert
alexander alex al sandy xander
alexandra alex sandra
alfred al fred
andrew andy drew
anthony tony
arthur art
barbara barb
benjamin ben
bernard bernie
bradley brad
calvin cal
catherine katherine kathryn cathy kathy kate katie
charles charlie chuck
christine christina chris tina
christopher chris
cynthia cindy
daniel dan danny
david dave davey
deborah debra deb debbie
donald don donnie
dorothy dot dottie
douglas doug
edward ed eddie ted ned
eleanor ellie nell
elizabeth liz beth betsy betty lizzie eliza
eugene gene
frances fran
francis frank
franklin frank
frederick fred freddie
gerald gerry jerry
gregory greg
harold harry hal
henry harry hank
jacob jake
james jim jimmy jamie
janet jan
jeffrey geoffrey jeff geoff
jennifer jen jenny
jerome jerry
john jack johnny
jonathan jon
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
kimberly kim
lawrence laurence larry
leonard leo len
louis lou
margaret maggie meg peggy
martin marty
matthew matt
michael mike mick mickey
mitchell mitch
nathaniel nathan nate
nicholas nick nicky
oliver ollie
pamela pam
patricia pat patty tricia
patrick pat paddy
peter pete
philip phillip phil
raymond ray
rebecca becky
richard rick dick rich ricky
robert rob bob bobby bert
ronald ron ronnie
russell russ
samantha sam
samuel sam sammy
stephen steven steve
stuart stewart stu
susan sue susie
suzanne sue
terence terry
theodore ted theo teddy
theresa teresa terry tess
thomas tom tommy
timothy tim
victoria vicky tori
vincent vince
walter walt wally
william will bill billy willy
zachary zach zack
"""
"""A full name and its other forms in each row, as English dictionaries of given names list them."""
_FORMS = tuple(frozenset(row.split()) for row in _ROWS.split("\n") if row)
_OF = {
    name: frozenset(place for place, row in enumerate(_FORMS) if name in row)
    for row in _FORMS
    for name in row
}


def same(one: str, other: str) -> bool:
    """Whether one bearer may be called by both given names, in lower case."""
    return not _OF.get(one, frozenset()).isdisjoint(_OF.get(other, frozenset()))
