"""How far a loading is: a bar on a terminal, nothing in a file."""

from io import StringIO

from pages.demonstration.loader.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar() -> None:
    terminal = Terminal()
    progress = Progress(terminal)
    progress.total = 2
    progress.step("first")
    progress.step("second")
    shown = terminal.getvalue().split("\r\033[K")[1:]
    assert shown == [f"{'█' * 15}{'░' * 15} 1/2 first", f"{'█' * 30} 2/2 second\n"]


def test_a_file_shows_nothing() -> None:
    file = StringIO()
    progress = Progress(file)
    progress.total = 1
    progress.step("only")
    assert file.getvalue() == ""
