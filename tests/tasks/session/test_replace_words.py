"""Words replaced in every paragraph: found as a reader sees them, replaced as they are stored."""

from __future__ import annotations

from support import mao_khe
from support.forms import shipped

from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.replace_words import WordsFound

TEXT = Place("narrative/ket_qua")
OTHER = Place("indicator/an_ninh/text")
NAMES = Place("report/addressees")


def found(words: str, *lines: str) -> WordsFound:
    edits = [Edit(TEXT, lines), Edit(OTHER, ("zzz, ZZZ",)), Edit(NAMES, ("zzz",))]
    return WordsFound(shipped(), mao_khe.facts().edited(edits), words)


def test_every_paragraph_is_looked_through_in_the_order_of_the_form_and_lists_of_names_are_not() -> None:
    words = found("zzz", "a zzz", "zzz b")
    assert [(each.place, each.paragraph, each.before, each.found, each.after) for each in words.occurrences] == [
        (TEXT, 0, "a ", "zzz", ""),
        (TEXT, 1, "", "zzz", " b"),
        (OTHER, 0, "", "zzz", ", ZZZ"),
        (OTHER, 0, "zzz, ", "ZZZ", ""),
    ]


def test_what_is_chosen_is_replaced_and_nothing_else() -> None:
    words = found("zzz", "a zzz zzz", "{dan_so} zzz", "b")
    chosen = [each for each in words.occurrences if each.place == TEXT][1:]
    assert [(cell.place, cell.raw) for cell in words.replaced(chosen, "y")] == [(TEXT, "a zzz y\n{dan_so} y\nb")]
    assert words.replaced([], "y") == []


def test_a_capital_stays_one() -> None:
    words = found("ổmm", "Ổmm một, ổmm hai")
    [cell] = words.replaced(words.occurrences, "khu")
    assert cell.raw == "Khu một, khu hai"


def test_a_value_is_found_and_is_nothing_plain() -> None:
    words = found("43.117", "có {tong_luot} lượt", "43.117 lượt")
    assert [each.is_plain for each in words.occurrences] == [False, True]
    [cell] = words.replaced(words.occurrences, "5")
    assert cell.raw == "có 5 lượt\n5 lượt"


def test_a_part_of_a_longer_word_is_nothing_plain() -> None:
    words = found("khu", "khuyết tật ở khu phố, Trukhu")
    assert [each.is_plain for each in words.occurrences] == [False, True, False]
