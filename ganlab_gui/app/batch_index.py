"""The index of many figures: a page to look through, and a document that holds them all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ganlab_gui.figures import latex
from ganlab_gui.lab.files import atomic_bytes

STYLE = (
    "body{font:15px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "figure{margin:1.5rem 0}img{max-width:100%}embed{width:100%;height:32rem}"
    "figcaption{color:#555;font-size:13px}nav a{display:block}"
)


@dataclass(frozen=True)
class Entry:
    """One thing drawn: its title, its folder, and the files of its figures in there."""

    title: str
    place: str
    figures: tuple[str, ...]


def write_index(entries: Sequence[Entry], folder: Path, language: str) -> None:
    """Write index.html and index.tex. Raises SaveError."""
    page = "\n".join(_html(entries, folder, language)) + "\n"
    atomic_bytes(folder / "index.html", page.encode(), parents=True)
    atomic_bytes(folder / "index.tex", ("\n".join(_tex(entries, folder)) + "\n").encode())


def _html(entries: Sequence[Entry], folder: Path, language: str) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<meta charset="utf-8">'
    yield f"<title>{escape(entries[0].title)} …</title>\n<style>{STYLE}</style>\n<nav>"
    for entry in entries:
        yield f'<a href="#{entry.place}">{escape(entry.title)}</a>'
    yield "</nav>"
    for entry in entries:
        yield f'<h2 id="{entry.place}">{escape(entry.title)}</h2>'
        for name in entry.figures:
            path = f"{entry.place}/{name}"
            words = (folder / path).with_suffix(".txt").read_text(encoding="utf-8").strip()
            shown = f'<a href="{path}"><img src="{path}" alt=""></a>'
            if name.endswith(".pdf"):
                shown = f'<embed src="{path}" type="application/pdf"><a href="{path}">{path}</a>'
            yield f"<figure>{shown}<figcaption>{escape(words)}</figcaption></figure>"
    yield "</html>"


def _tex(entries: Sequence[Entry], folder: Path) -> Iterator[str]:
    """A document of all snippets; each finds its picture beside itself."""
    snippets = [folder / e.place / Path(n).with_suffix(".tex") for e in entries for n in e.figures]
    text = "".join(path.read_text(encoding="utf-8") for path in snippets)
    text += "".join(entry.title for entry in entries)
    yield "\\documentclass{article}\n\\usepackage{graphicx, amssymb, import}"
    if any(ord(letter) >= latex.CJK for letter in text):
        yield "\\usepackage{ctex} % with XeLaTeX or LuaLaTeX"
    if "\\includesvg" in text:
        yield "\\usepackage{svg}"
    yield "\\begin{document}"
    for entry in entries:
        yield f"\\section{{{latex.escape(entry.title)}}}"
        for name in entry.figures:
            yield f"\\import{{{entry.place}/}}{{{Path(name).stem}}}"
        yield "\\clearpage"
    yield "\\end{document}"
