"""In which order the schema wants the children of an element (ECMA-376 Part 1, the sequences of wml.xsd).

Only elements of the main namespace are ordered; extensions stand where their makers put them.
"""

from __future__ import annotations

from collections.abc import Iterator

from support.nd30.failure import Failure
from support.nd30.ooxml import Element, elements, is_w, local, w

_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
)
_SIDES = "top start left bottom end right insideH insideV"

ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": f"ins del moveFrom moveTo {_RUN}",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
        "headers cellIns cellDel cellMerge tcPrChange"
    ),
    "sectPr": (
        "headerReference/footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "pBdr": "top left bottom right between bar",
    "tblBorders": _SIDES,
    "tcBorders": f"{_SIDES} tl2br tr2bl",
    "tblCellMar": "top start left bottom end right",
    "tcMar": "top start left bottom end right",
    "numPr": "ilvl numId numberingChange ins",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
}
_FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tbl": "tblPr"}
# What may stand there more than once.
_REPEATED: dict[str, frozenset[str]] = {
    "sectPr": frozenset({"headerReference", "footerReference"}),
    "abstractNum": frozenset({"lvl"}),
    "num": frozenset({"lvlOverride"}),
    "numbering": frozenset({"numPicBullet", "abstractNum", "num"}),
    "style": frozenset({"tblStylePr"}),
    "styles": frozenset({"style"}),
}
_RANKS = {
    parent: {name: rank for rank, group in enumerate(order.split()) for name in group.split("/")}
    for parent, order in ORDER.items()
}


def _sequence(parent: Element, ranks: dict[str, int], where: str) -> Iterator[Failure]:
    last = ("", -1)
    for child in elements(parent):
        if not is_w(child):
            continue
        name = local(child)
        if name not in ranks:
            yield Failure("order", f"{where}: w:{name} has no place in w:{local(parent)}")
            continue
        if ranks[name] < last[1]:
            yield Failure("order", f"{where}: w:{name} after w:{last[0]} in w:{local(parent)}")
        last = (name, ranks[name])


def _structure(element: Element, where: str) -> Iterator[Failure]:
    names = [local(child) for child in elements(element)]
    kind = local(element)
    first = _FIRST.get(kind)
    if first in names[1:]:
        yield Failure("order", f"{where}: w:{first} is not the first of w:{kind}")
    if kind == "tc" and names[-1:] != ["p"]:
        yield Failure("order", f"{where}: a cell that does not end in a paragraph")
    if kind == "tbl" and names[:2] != ["tblPr", "tblGrid"]:
        yield Failure("order", f"{where}: a table that does not begin with w:tblPr and w:tblGrid")
    if kind == "tr" and "tc" not in names and "sdt" not in names:
        yield Failure("order", f"{where}: a row without a cell")
    if kind == "body" and names[-1:] != ["sectPr"]:
        yield Failure("order", f"{where}: the body does not end in w:sectPr")
    if kind in {"hdr", "ftr"} and "p" not in names and "tbl" not in names and "sdt" not in names:
        yield Failure("order", f"{where}: without a paragraph")


def order_failures(root: Element, where: str) -> Iterator[Failure]:
    """Everything out of place in one part."""
    for element in root.iter():
        if not isinstance(element.tag, str) or not is_w(element):
            continue
        kind = local(element)
        if kind in ORDER:
            yield from _sequence(element, _RANKS[kind], where)
            for name in _RANKS[kind].keys() - _REPEATED.get(kind, frozenset()):
                if len(element.findall(w(name))) > 1:
                    yield Failure("order", f"{where}: w:{name} twice in w:{kind}")
        yield from _structure(element, where)
