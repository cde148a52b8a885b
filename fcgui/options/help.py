"""What stands below the options in each command's --help: examples, and what there is to know."""

from __future__ import annotations

from fcgui_core.synthetic import SETS

WINDOW_HELP = """\
other commands (each has its own --help):
  fcgui train DATA [options]        train without a window
  fcgui predict WEIGHTS.npz DATA    use trained weights on new rows
  fcgui export WEIGHTS.npz OUT      write weights as .json, .py or .npz
  fcgui inspect DATA                what is recognised in a table
  fcgui generate NAME --out F.csv   points of a generated set as a table

examples:
  fcgui                             open the window
  fcgui my_table.csv                open the window with a table
  fcgui train iris --hidden 200,100,50 --epochs 100 --out w.npz
"""

TRAIN_HELP = """\
Without --epochs, what is left out is chosen from the training rows, and told: a budget of steps, the batch, and how
much L2 holds the weights down. Some strengths are tried: by cross-validation on a small table, on a fifth of the
training rows of a larger one. Test rows are never looked at for it. With --epochs the training is exactly what is said.

examples:
  fcgui train my_table.csv
  fcgui train iris --hidden 200,100,50 --epochs 100 --seed 0 --out w.npz
  fcgui train my_table.csv --target price --ignore id,comment --json
  fcgui train penguins --target body_mass_g --hidden 32,32 --activation tanh --lr 0.003
  fcgui train auto_mpg --hidden "" --optimizer sgd --batch full --epochs 500
  fcgui train spiral --noise 0.1 --points 1000 --data-seed 3 --hidden 16,16 --activation tanh
  fcgui train circle --derive "x1^2,x2^2" --hidden ""
"""

PREDICT_HELP = """\
examples:
  fcgui predict w.npz iris
  fcgui predict w.npz new_rows.csv --out answers.csv
  fcgui predict w.npz new_rows.csv --out answers.tsv --keep all --json

Each row of the table gives one line, in the same order. Columns may stand in any order, and the target may be
missing; where it is there, its column is kept, "right" (1 or 0) or "error" (prediction - truth) is added, and the
score is told on stderr. Cells that hold no number where one is needed count as missing, unknown categories as
"other"; both are told.
"""

EXPORT_HELP = """\
examples:
  fcgui export w.npz model.py       a script that needs NumPy only
  fcgui export w.npz model.txt --to json
"""

INSPECT_HELP = """\
examples:
  fcgui inspect iris
  fcgui inspect my_table.csv --json
  fcgui inspect circle --points 2000
"""

GENERATE_HELP = (
    """\
examples:
  fcgui generate spiral --points 500 --noise 0.1 --seed 0 --out spiral.csv
  fcgui generate rings --classes 5 --out rings.csv

generated sets, by name:
"""
    + "\n".join(f"  {entry.name:<14}{entry.description}" for entry in SETS.values())
    + "\n"
)
