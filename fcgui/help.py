"""The short guide behind Help, and the words about the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from fcgui import theme
from fcgui_core.weights_file import version

GUIDE_SIZE = QSize(620, 560)


def guide() -> str:
    """The guide as Markdown, in the language of the window."""
    return QCoreApplication.translate(
        "Help",
        """# How to use it

**1. Choose a table.** Take an example in *Data*, or open a CSV of your own: *Open…*, drop the file on the
window, or start `fcgui my.csv`. The target, the task and what is left out are guessed; point at a column to see why.
Tick columns on and off, right-click for more.

**2. Draw the network.** Drag the mouse downwards between two layers: the length of the stroke gives the number of
neurons. Click a layer to select it; its units and activation stand in *Layer*. Drag a layer sideways to move it, drag
its lower edge to resize it, press Delete to remove it. Inputs and output follow the table.

**3. Train.** Press *Train* or Space. *Step* does one epoch or one mini-batch, *Reset* goes back to the first weights.
The rate, the penalties, the optimizer and the batch size can be changed while training runs.

**4. Look.** *Decision regions* show the network's answer over two columns; the others are what they usually are
there. *Weights*
show every matrix: blue is positive, orange negative. *Loss* shows training and test. Point at anything to read it in
words at the bottom of the window.

**5. Take it away.** *File, Export weights* writes a .npz that NumPy alone can read; *Import weights* brings it back.
The same job without a window: `fcgui train iris --hidden 200,100,50 --out w.npz`, see `fcgui train --help`.

## Keys

| key | what it does |
|---|---|
| Space, Ctrl+Return | train, pause |
| Ctrl+. and Ctrl+, | one epoch, one mini-batch |
| Ctrl+R, Ctrl+Shift+R | the same first weights, new ones |
| Ctrl+Z, Ctrl+Shift+Z | undo, redo |
| Left, Right in the drawing | select a layer |
| Up, Down, digits in the drawing | more, fewer, so many neurons |
| Ctrl+Left, Ctrl+Right in the drawing | move the layer |
| Insert, Delete, Return in the drawing | add a layer, delete it, choose its activation |
| Ctrl+O, Ctrl+E, Ctrl+I | open, export weights, import weights |
""",
    )


class Guide(QDialog):
    """A window with the guide that may stay open beside the work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How to use fcgui"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(GUIDE_SIZE)
        self.text = QTextBrowser(self)
        self.text.setMarkdown(guide())
        self.text.setAccessibleName(self.tr("Guide"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        layout.addWidget(self.text)
        layout.addWidget(buttons)


def about_text() -> str:
    """The sentence of Help, About."""
    return QCoreApplication.translate(
        "Help", "fcgui {version}: draw, train and understand a fully connected neural network. MIT licence."
    ).format(version=version())
