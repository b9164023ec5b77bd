"""A figure in LaTeX: the environment with picture, caption and label, everything escaped."""

import re
import unicodedata

SPECIAL = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", '"': "''",
}  # fmt: skip
"""What LaTeX would read as more than the letter it is."""
MATHS = {
    "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta", "ε": r"\varepsilon",
    "θ": r"\theta", "λ": r"\lambda", "μ": r"\mu", "ρ": r"\rho", "σ": r"\sigma", "τ": r"\tau",
    "φ": r"\varphi", "χ": r"\chi", "ψ": r"\psi", "ω": r"\omega", "π": r"\pi",
    "Σ": r"\Sigma", "Δ": r"\Delta", "Φ": r"\Phi", "Ψ": r"\Psi", "Ω": r"\Omega",
    "→": r"\to", "←": r"\leftarrow", "−": "-", "×": r"\times", "·": r"\cdot", "±": r"\pm",
    "∞": r"\infty", "≤": r"\le", "≥": r"\ge", "≈": r"\approx", "≠": r"\ne", "∈": r"\in",
    "∇": r"\nabla", "‖": r"\|", "½": r"\tfrac12", "√": r"\surd", "∂": r"\partial", "′": "'",
    "▾": r"\blacktriangledown",
}  # fmt: skip
"""Letters that pdfLaTeX has in formulas only."""
TEXTS = {
    "\u2009": r"\,", "\u202f": r"\,", "\u00a0": "~", "–": "--", "—": "---", "…": r"\dots{}",
    "“": "``", "”": "''", "‘": "`", "’": "'",
}  # fmt: skip
SCRIPTS = {"SUBSCRIPT": "_", "SUPERSCRIPT": "^"}
CJK = 0x2E80
SAFE = re.compile(r"[A-Za-z0-9._/+=@ -]*")
"""Letters of a file's name that every TeX finds it by."""


def escape(text: str) -> str:
    """Text as LaTeX sets it letter by letter; runs of mathematical signs become one formula."""
    out, formula = [], ""
    for letter in unicodedata.normalize("NFC", text):
        maths = _maths(letter)
        if maths:
            formula = _joined(formula, maths)
            continue
        if formula:
            out.append(f"${formula}$")
            formula = ""
        out.append(SPECIAL.get(letter) or TEXTS.get(letter) or _plain(letter))
    if formula:
        out.append(f"${formula}$")
    return "".join(out)


def _maths(letter: str) -> str:
    """A sign as it is written in a formula; empty for letters of text."""
    if letter in MATHS:
        return MATHS[letter]
    kind = unicodedata.name(letter, "").partition(" ")[0]
    if kind in SCRIPTS and unicodedata.normalize("NFKC", letter).isalnum():
        return f"{SCRIPTS[kind]}{{{unicodedata.normalize('NFKC', letter)}}}"
    return ""


def _joined(formula: str, more: str) -> str:
    """Two parts of a formula; a letter must not run into a command before it."""
    script = more[:2] in ("_{", "^{")
    if script and not formula:
        return "{}" + more
    apart = formula[-1:].isalpha() and more[:1].isalpha()
    return f"{formula} {more}" if apart else formula + more


def _plain(letter: str) -> str:
    """Any other letter; what cannot be printed is a space."""
    return letter if letter.isprintable() else " "


def label(*parts: str) -> str:
    """``fig:…`` of letters, digits and hyphens."""
    words = re.findall(r"[a-z0-9]+", "-".join(parts).lower())
    return f"fig:{'-'.join(words) or 'figure'}"


def figure(file: str, caption: str, name: str) -> str:
    """A figure environment for the picture ``file``; ``name`` is its label.

    What the document must load for it stands in comments above.
    """
    notes = ["\\usepackage{graphicx}"]
    if file.lower().endswith(".svg"):
        notes = ["\\usepackage{svg}, which needs Inkscape; a PDF needs only graphicx"]
    if any(ord(letter) >= CJK for letter in caption):
        notes.append("\\usepackage{ctex}, and XeLaTeX or LuaLaTeX, for the Chinese")
    if "\\blacktriangledown" in escape(caption):
        notes.append("\\usepackage{amssymb}")
    if not SAFE.fullmatch(file):
        notes.append("TeX may not find a file of this name: rename it in plain letters")
    command, source = "includegraphics", file
    if file.lower().endswith(".svg"):
        command, source = "includesvg", file[:-4]
    lines = [
        *(f"% {note}" for note in notes),
        "\\begin{figure}[htbp]",
        "  \\centering",
        f"  \\{command}[width=\\linewidth]{{{source}}}",
        f"  \\caption{{{escape(caption)}}}",
        f"  \\label{{{name}}}",
        "\\end{figure}",
    ]
    return "\n".join(lines) + "\n"
