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

**1. Choose data.** Take an example in *Data*, open a file of your own (*Open…*, drop it on the window, or
`fcgui my.csv`), or take points from the *Data gallery*; *Paint* beside the decision regions draws your own.
The target, the task and what is left out are guessed; point at a column to see why. Tick columns on and off,
right-click for more; a text enters by its words. *Table* shows all columns, and the rows, of which Delete leaves the
selected ones out. Warnings come with a repair of one click.

**2. Draw the network.** Drag the mouse downwards between two layers: the length of the stroke gives the number of
neurons; a stroke across a layer cuts it out. Click a layer to select it, drag it sideways to move it, drag its lower
edge to resize it. *Hidden layers* has the whole network in one line that can be typed. Click *inputs* for squares,
products and sines. Click a neuron to see its formula, an edge or a bias to change or freeze it.

**3. Train.** Press *Train* or Space. *Step* does one epoch or one mini-batch, *Choose settings and train* tries
settings out on the training rows, *Train until* stops at an epoch or a goal, *Reset* goes back to the first weights.
Rate, penalties, dropout, optimizer and batch size change while it runs; a changed network goes on from what it has
learned. The sign ↺ marks what begins anew.

**4. Look.** *Decision regions* show the network's answer over two columns; the others are what they usually are
there. Each neuron carries its own map; point at it to see it large. *Weights* show every matrix: blue is positive,
orange negative. *Loss* shows training, validation and test. *Predictions* has every row with truth and error. Point
at anything to read it in words at the bottom of the window.

**5. Keep it, take it away.** *Save project* keeps everything in one file, *Copy state as text* makes one line to send.
*Export weights* writes a .npz that NumPy alone can read, *Predict a file* answers new rows. The same without a
window: `fcgui train iris --hidden 200,100,50 --out w.npz`, see `fcgui train --help`.

## Keys

| key | what it does |
|---|---|
| Space, Ctrl+Return | train, pause |
| Ctrl+. and Ctrl+, | one epoch, one mini-batch |
| Ctrl+T | train until an epoch or a goal |
| Ctrl+R, Ctrl+Shift+R | the same first weights, new ones |
| Ctrl+Z, Ctrl+Shift+Z, Ctrl+H | undo, redo, history |
| Ctrl+O, Ctrl+G | open, data gallery |
| Ctrl+S, Ctrl+Shift+S | save the project, as another file |
| Ctrl+Shift+C, Ctrl+Shift+V | copy the state as text, paste it |
| Ctrl+E, Ctrl+I | export weights, import weights |
| Ctrl+Shift+P, Ctrl+Shift+E | predict a file, save predictions |
| Left, Right in the drawing | select a layer |
| Up, Down, digits in the drawing | more, fewer, so many neurons |
| Ctrl+Left, Ctrl+Right in the drawing | move the layer |
| Ctrl+Up, Ctrl+Down, M in the drawing | other neurons of a wide layer, the most active ones |
| Insert, Delete, Return in the drawing | add a layer, delete it, choose its activation |
| Ctrl+C, Ctrl+X, Ctrl+V, Ctrl+D in the drawing | copy, cut, paste, double a layer |
| N, F2, Esc in the drawing | focus a neuron, change its bias, leave it |
| W in the drawing | large matrices as pictures, or their strongest weights as lines |
| F, Ctrl+0 | fit the drawing |
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
