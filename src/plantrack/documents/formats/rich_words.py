"""Words of rich text and what they stand for."""

import re

TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+")
GLYPHS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "", "zwnj": "",
}  # fmt: skip
SKIPPED = frozenset(
    "colortbl info pict object objdata themedata colorschememapping datastore generator listtable listoverridetable "
    "rsidtbl revtbl xmlnstbl latentstyles filetbl fldinst bkmkstart bkmkend pn pnseclvl nonshppict atnid atnauthor "
    "atntime atnref atndate atnparent atrfstart atrfend tc xe sp sn sv shpgrp defchp defpap falt panose wgrffmtfilter "
    "docvar mmathPr ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn operator author comment keywords subject company "
    "creatim revtim printim doccomm hlinkbase nextfile template passwordhash protusertbl blipuid shppict".split()
)
"""Groups without printed text."""
ENCODINGS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437",
}  # fmt: skip
"""Sets of characters of fonts."""


class Group:
    """What holds between a pair of braces."""

    __slots__ = (
        "after_unicode", "begins", "bold", "deleted", "encoding", "hidden", "holds", "raised", "skipped", "starred",
        "strike",
    )  # fmt: skip

    def __init__(self) -> None:
        self.bold = self.strike = self.hidden = self.deleted = self.raised = False
        self.skipped = self.starred = False
        self.after_unicode = 1
        self.encoding = "cp1252"
        self.holds = ""
        """A table or a marker that its words go to."""
        self.begins = ""
        """What ends with it."""

    def copied(self) -> "Group":
        """What holds at the start of a group inside it."""
        inner = Group()
        for name in ("bold", "strike", "hidden", "deleted", "raised", "skipped", "after_unicode", "encoding", "holds"):
            setattr(inner, name, getattr(self, name))
        return inner
