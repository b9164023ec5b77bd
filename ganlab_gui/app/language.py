"""The language: English in the source, Simplified Chinese from a compiled Linguist file."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ganlab_gui.resources import resources_dir

LANGUAGES = {"en": "English", "zh": "简体中文"}
_installed: list[QTranslator] = []


def system() -> str:
    """The language of the user's system, as far as there is a translation."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def install(name: str) -> str:
    """Translate from now on into ``name`` (en, zh); the language now in force."""
    app = QCoreApplication.instance()
    assert app is not None
    while _installed:
        app.removeTranslator(_installed.pop())
    if name != "zh":
        return "en"
    folders = (
        ("ganlab_zh_CN", str(resources_dir() / "translations")),
        ("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    )
    for file, folder in folders:
        translator = QTranslator(app)
        if translator.load(file, folder):
            app.installTranslator(translator)
            _installed.append(translator)
    return "zh"


def current() -> str:
    """The language now in force."""
    return "zh" if _installed else "en"


def of_preset(text: str) -> str:
    """A preset's title or notes, line by line; what is no preset's stays as it is."""
    lines = text.strip().split("\n")
    return "\n".join(QCoreApplication.translate("Preset", line) for line in lines)


def of_page(text: str) -> str:
    """A text of a theory page."""
    return QCoreApplication.translate("Page", text) if text else ""


def of_figure(text: str) -> str:
    """A word of an exported figure."""
    return QCoreApplication.translate("Figure", text)


def translate(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
