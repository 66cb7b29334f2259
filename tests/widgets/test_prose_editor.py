"""The editor by its keys alone, whatever they are: no link is ever cut, what is shown is what prints, undo returns."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tthtcd_tui.report.linked_text import LinkedText
from tthtcd_tui.widgets.prose_editor import ProseEditor

VALUES = {"so_khu": "24", "dan_so": "trên 40.000"}
KEYS = (
    *("left", "right", "up", "down", "home", "end", "pageup", "pagedown", "ctrl+left", "ctrl+right", "alt+b", "alt+f"),
    *("ctrl+home", "ctrl+end", "shift+left", "shift+right", "shift+up", "shift+ctrl+left", "shift+end", "shift+home"),
    *("enter", "backspace", "delete", "alt+backspace", "ctrl+u", "ctrl+k"),
)
LETTERS = ("a", "ế", "\u0301", " ", ".", "{", "}", "\u200b", "漢")
text = st.lists(st.sampled_from(["{so_khu}", "{dan_so}", "{{so_khu}", "a", " ", "\n", "{", "so_khu}"])).map("".join)
keys = st.lists(st.sampled_from(KEYS) | st.sampled_from(LETTERS), max_size=30)


def editor_of(stored: str) -> ProseEditor:
    editor = ProseEditor()
    editor.write(stored, LinkedText(VALUES))
    return editor


def press(editor: ProseEditor, key: str) -> None:
    assert editor.take(key, key if len(key) == 1 else None)


@given(text, keys)
def test_after_any_keys_what_is_stored_reads_as_it_is_shown(stored: str, pressed: list[str]) -> None:
    editor = editor_of(stored)
    for key in pressed:
        press(editor, key)
        assert editor.links.encode(editor.written) == editor.prose.text
        assert 0 <= editor.prose.caret.at <= len(editor.prose.paragraph)


def test_a_tone_that_an_input_method_sent_by_itself_is_taken_back_by_itself() -> None:
    editor = editor_of("Có ")
    for key in "tiêng⌫⌫\u0301ng⌫⌫⌫\u0300ng⌫⌫⌫\u0301ng":
        press(editor, "backspace" if key == "⌫" else key)
    assert editor.written == "Có tiếng"


@given(text, keys)
def test_undo_returns_to_what_stood_there_and_redo_to_what_was_written(stored: str, pressed: list[str]) -> None:
    editor = editor_of(stored)
    for key in pressed:
        press(editor, key)
    written = editor.written
    while editor.undo():
        pass
    assert editor.written == stored
    while editor.redo():
        pass
    assert editor.written == written


@given(text, keys, text)
@example("", ["shift+left"], "{{so_khu}")
@example("{{so_khu}", ["home", "shift+right"], "")
@example("{{{so_khu} ", ["home", "right", "shift+right"], "")
@example("{{", ["home", "ctrl+right", "shift+left"], "{dan_so}")
def test_what_is_cut_and_pasted_back_is_the_text_as_it_was(before: str, pressed: list[str], after: str) -> None:
    editor = editor_of(f"{before}x{after}")
    for key in pressed:
        if not key.startswith(("enter", "backspace", "delete", "alt+backspace", "ctrl+u", "ctrl+k")) and len(key) > 1:
            press(editor, key)
    selected, whole = editor.selected, editor.prose.text
    editor.cut()
    editor.paste(selected)
    assert editor.prose.text == whole


def test_a_link_is_typed_out_and_never_pasted_in_halves() -> None:
    editor = editor_of("{so_khu")
    editor.paste("}")
    assert (editor.written, editor.links.shown(editor.prose.text)) == ("{{so_khu}", "{so_khu}")
    press(editor, "backspace")
    press(editor, "}")
    assert (editor.written, editor.links.shown(editor.prose.text)) == ("{so_khu}", "24")
    editor.paste("{dan_so}")
    assert editor.written == "{so_khu}{dan_so}"


def test_a_link_goes_as_one_letter() -> None:
    editor = editor_of("a{dan_so}b")
    press(editor, "left")
    press(editor, "backspace")
    assert editor.written == "ab"
