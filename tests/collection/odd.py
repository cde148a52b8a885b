"""Files that are odd but valid, each odd in its own way, with the table that must be read from them."""

from __future__ import annotations

import gzip
from typing import Any

from tests.collection.writing import COLUMNS, NAMES, ROWS, WITHOUT_HEADER, Odd, comma, doubled, single, written

RUSSIAN = ("растение", "высота", "листья", "вид")
RUSSIAN_ROWS = [("Дуб черешчатый", 20.5, 200, "дерево"), ("Шиповник", 1.25, 40, "куст"), ("Тимьян", 0.25, 90, "трава")]
RUSSIAN_TEXT = ";".join(RUSSIAN) + "\n" + "".join(";".join(map(str, row)) + "\n" for row in RUSSIAN_ROWS)
RUSSIAN_COLUMNS: dict[str, list[Any]] = {name: [row[at] for row in RUSSIAN_ROWS] for at, name in enumerate(RUSSIAN)}
WESTERN_TEXT = "prénom,âge,ville\nÉlodie,23,Orléans\nFrançois,41,Besançon\nZoë,35,Nîmes\n"
WESTERN_COLUMNS: dict[str, list[Any]] = {
    "prénom": ["Élodie", "François", "Zoë"],
    "âge": [23, 41, 35],
    "ville": ["Orléans", "Besançon", "Nîmes"],
}
LONG = {"a": [float(at) for at in range(2000)], "b": [float(at % 7) for at in range(2000)]}
LONG_TEXT = "a,b\n" + "".join(f"{at},{at % 7}\n" for at in range(2000))
FIRST_LINE = written().split("\n", 1)[0]
UNDER_HEADER = written().split("\n", 1)[1]
HEADER_AND_TWO = "".join(written().splitlines(keepends=True)[:3])
AND_TWO = {name: column + column[:2] for name, column in COLUMNS.items()}
GROUPS: dict[str, list[Any]] = {
    "id": [1, 2, 3],
    "leaf min": [2, 3, 3],
    "leaf max": [3, 4, 5],
    "stem min": [4.5, 5.5, 5],
    "stem max": [5, 6, 7],
}
GNU_NAMES: dict[str, list[Any]] = {"x": [1, 2, 3], "y": [2.5, 3.5, 4.5], "group": [0, 1, 0]}
GNU_ROWS = "1 2.5 0\n2 3.5 1\n3 4.5 0\n"


def pair(first: list[Any], second: list[Any]) -> dict[str, list[Any]]:
    """Two columns called a and b."""
    return {"a": first, "b": second}


DELIMITERS: dict[str, Odd] = {
    "commas": Odd(written(), dialect={"delimiter": ",", "header": True}),
    "semicolons": Odd(written(";"), dialect={"delimiter": ";"}),
    "tabs": Odd(written("\t"), dialect={"delimiter": "\t"}, ending=".tsv"),
    "pipes": Odd(written("|"), dialect={"delimiter": "|"}),
    "carets": Odd(written("^"), dialect={"delimiter": "^"}),
    "tildes": Odd(written("~"), dialect={"delimiter": "~"}),
    "double colons": Odd(written("::"), dialect={"delimiter": "::"}, ending=".data"),
    "double pipes": Odd(written("||"), dialect={"delimiter": "||"}),
    "control character 1": Odd(written("\x01"), dialect={"delimiter": "\x01"}),
    "control character 31": Odd(written("\x1f"), dialect={"delimiter": "\x1f"}),
    "number signs": Odd(written("#"), dialect={"delimiter": "#"}),
    "commas with blanks": Odd(written(", "), dialect={"delimiter": ","}),
    "blanks around every cell": Odd(written(";", blank="  "), dialect={"delimiter": ";"}),
    "runs of blanks": Odd("x  y   group\n1  2.5 0\n 2 3.5   1\n3   4.5 0\n", GNU_NAMES, {"delimiter": " "}),
    "blanks and tabs": Odd("x \t y group\n1\t2.5 \t0\n2 3.5\t 1\n3 \t4.5 0\n", GNU_NAMES),
    "columns of fixed width": Odd(
        "".join(f"{name:<12}{height!s:<10}{leaves!s:<10}{kind}\n" for name, height, leaves, kind in (NAMES, *ROWS)),
        dialect={"delimiter": "  "},
    ),
    "sep= of Excel": Odd("sep=;\n" + written(";"), dialect={"delimiter": ";"}),
    "sep= with a delimiter that is rare": Odd("sep=!\n" + written("!"), dialect={"delimiter": "!"}),
    "commas in text between semicolons": Odd(
        "a;b\n1;red, green, blue\n2;red, blue\n3;green\n", pair([1, 2, 3], ["red, green, blue", "red, blue", "green"])
    ),
    "semicolons in cells between commas": Odd(
        "a,b\n1;2;3,4;5;6\nq;b;c,d;e;f\n", pair(["1;2;3", "q;b;c"], ["4;5;6", "d;e;f"])
    ),
    "one column of times": Odd(
        "hh:mm:ss\n12:30:15\n13:45:00\n09:10:59\n",
        {"hh:mm:ss": ["12:30:15", "13:45:00", "09:10:59"]},
        {"delimiter": ","},
    ),
    "a blank in each cell between commas": Odd(
        "yyyyMMdd HHmmss,d-M-yyyy HHmm,at X\n20150315 150237,15-3-2015 1502,08:00:37 Z\n",
        {"yyyyMMdd HHmmss": ["20150315 150237"], "d-M-yyyy HHmm": ["15-3-2015 1502"], "at X": ["08:00:37 Z"]},
        {"delimiter": ","},
    ),
    "times with colons": Odd("a,b\n12:30,1\n13:45,2\n09:10,3\n", pair(["12:30", "13:45", "09:10"], [1, 2, 3])),
}  # fmt: skip

QUOTES: dict[str, Odd] = {
    "every text in quotes": Odd(written(text=doubled)),
    "everything in quotes": Odd(written(text=doubled, number=lambda value: f'"{value}"')),
    "single quotes": Odd(written(text=single), notes=("single quotation marks",)),
    "delimiters in single quotes": Odd("a,b\n1,'x, y'\n2,'u, v'\n3,'o''e'\n", pair([1, 2, 3], ["x, y", "u, v", "o'e"])),
    "apostrophes that are no quotes": Odd("a,b\n1,it's\n2,don't\n3,'tis\n", pair([1, 2, 3], ["it's", "don't", "'tis"])),
    "delimiters in quotes": Odd('a,b\n1,"x, y"\n2,"u, v"\n', pair([1, 2], ["x, y", "u, v"])),
    "doubled quotes": Odd('a,b\n1,"say ""yes"""\n2,"""no"""\n', pair([1, 2], ['say "yes"', '"no"'])),
    "backslashes before quotes": Odd(
        'a,b\n1,"say \\"yes\\", please"\n2,"so \\"no\\" it is"\n3,"x"\n',
        pair([1, 2, 3], ['say "yes", please', 'so "no" it is', "x"]),
        notes=("backslash",),
    ),
    "backslashes before quotes far below": Odd(
        "a;b\n" + "".join(f'"{at}";"plain"\n' for at in range(1_500)) + '"1500";"the \\"Old Mill\\"; north"\n',
        {"a": list(range(1_501)), "b": ["plain"] * 1_500 + ['the "Old Mill"; north']},
        {"delimiter": ";"},
        ("backslash",),
    ),
    "backslashes that mean nothing": Odd('a,b\n1,"C:\\temp"\n2,"D:\\x"\n', pair([1, 2], ["C:\\temp", "D:\\x"])),
    "newlines in quotes": Odd('a,b\n1,"x\ny"\n2,"u\n\nv"\n', pair([1, 2], ["x\ny", "u\n\nv"])),
    "a cell of very many lines": Odd(
        'a,b\n1,x\n2,"' + "code(1, 2, 3)\n\n" * 60 + '"\n3,y\n',
        pair([1, 2, 3], ["x", ("code(1, 2, 3)\n\n" * 60).strip(), "y"]),
    ),
    "newlines in names": Odd('"a\n(cm)",b\n1,2\n3,4\n', {"a (cm)": [1, 3], "b": [2, 4]}),
    "blanks behind a closing quote": Odd('a,b\n"x, y" ,1\n"u, v"  ,2\n', pair(["x, y", "u, v"], [1, 2])),
    "blanks before an opening quote": Odd('a, b\n1, "x, y"\n2, "u, v"\n', pair([1, 2], ["x, y", "u, v"])),
    "stray quotation marks between tabs": Odd(
        "ham\tso it is\nspam\t\"win now\nham\tit's 'late' now\nham\tshe said: \"no\"\nspam\t'call\nham\tbye\"\n",
        {
            "x1": ["ham", "spam", "ham", "ham", "spam", "ham"],
            "x2": ["so it is", '"win now', "it's 'late' now", 'she said: "no"', "'call", 'bye"'],
        },
        {"delimiter": "\t", "header": False},
        ("odd quotation marks in 1 row (line 2)",),
    ),
    "row names of R under an empty name": Odd(
        '"","x"\n"1","oak"\n"2","rose"\n"3","oak"\n', {"column 1": [1, 2, 3], "x": ["oak", "rose", "oak"]}
    ),
    "an inch mark": Odd('a,b\n1,5" pipe\n2,plain\n', pair([1, 2], ['5" pipe', "plain"])),
    "an empty text in quotes": Odd('a,b\n1,""\n2,"x"\n', pair([1, 2], [None, "x"])),
    "quotes around numbers with commas": Odd('a,b\n"1,234.5",2\n"12,500.25",3\n', pair([1234.5, 12500.25], [2, 3])),
    "a quote opened in the header": Odd('"a,b\n1,x\n2,y\n', {'"a': [1, 2], "b": ["x", "y"]}, notes=("line 1",)),
    "a quote opened in a row that another closes": Odd(
        'a,b\n1,"x"\n"2,"y"\n3,"z"\n', pair(["1", '"2', "3"], ["x", '"y"', "z"]), notes=("line 3",)
    ),
    "a quotation mark inside a cell": Odd('a,b\n1,x"y\n2,z\n', pair([1, 2], ['x"y', "z"]), notes=("line 2",)),
}  # fmt: skip

NUMBERS: dict[str, Odd] = {
    "decimal commas": Odd(written(";", number=comma), dialect={"delimiter": ";", "decimal": ","}),
    "decimal commas between tabs": Odd(written("\t", number=comma), dialect={"delimiter": "\t", "decimal": ","}),
    "decimal commas in quotes": Odd('a,b\n"1,5",x\n"2,25",y\n', pair([1.5, 2.25], ["x", "y"]), {"decimal": ","}),
    "thousands by commas": Odd('a;b\n1,234.5;1\n12,345,678.0;2\n', pair([1234.5, 12345678.0], [1, 2])),
    "thousands by dots": Odd("a;b\n1.234,5;1\n12.345.678,0;2\n", pair([1234.5, 12345678.0], [1, 2]), {"decimal": ","}),
    "thousands by blanks": Odd("a;b\n1 234,5;1\n12 345 678,0;2\n", pair([1234.5, 12345678.0], [1, 2])),
    "thousands by narrow blanks": Odd("a;b\n1\u202f234,5;1\n12\u202f345,0;2\n", pair([1234.5, 12345.0], [1, 2])),
    "thousands by apostrophes": Odd("a;b\n1'234.5;1\n12'345.0;2\n", pair([1234.5, 12345.0], [1, 2])),
    "percent signs": Odd("a,b\n12 %,1\n3.5%,2\n", pair([12, 3.5], [1, 2]), notes=("a holds numbers with %",)),
    "dollars": Odd('a,b\n"$1,200",1\n$30.50,2\n-$5,3\n', pair([1200, 30.5, -5], [1, 2, 3]), notes=("$",)),
    "euros behind": Odd("a;b\n5 €;1\n7,25 €;2\n", pair([5, 7.25], [1, 2]), {"decimal": ","}, ("€",)),
    "negative amounts in parentheses": Odd("a,b\n$30,1\n($5),2\n", pair([30, -5], [1, 2])),
    "negative numbers in parentheses": Odd(
        "a;b\n30,5;1\n(1 205,25);2\n-;3\n7;4\n", pair([30.5, -1205.25, None, 7], [1, 2, 3, 4]), notes=("negative",)
    ),
    "words in parentheses": Odd("a,b\n(x),1\n(y),2\n(1),3\n", pair(["(x)", "(y)", "(1)"], [1, 2, 3])),
    "signs and holes": Odd("a;b\n5 %;1\n-;2\n1 200,5 %;3\n", pair([5, None, 1200.5], [1, 2, 3])),
    "a long minus": Odd("a,b\n\u22121.5,x\n2.5,y\n\u22123,z\n", pair([-1.5, 2.5, -3], ["x", "y", "z"])),
    "Arabic digits": Odd("a,b\n١٢,x\n٣٤,y\n٥,z\n", pair([12, 34, 5], ["x", "y", "z"])),
    "thousands of India": Odd("a;b\n12,34,567.5;1\n1,23,456.0;2\n", pair([1234567.5, 123456.0], [1, 2])),
    "exponents with commas": Odd("a;b\n1,5e-3;1\n2,5E+02;2\n", pair([0.0015, 250], [1, 2])),
    "one column of decimal commas": Odd("a\n1,5\n2,5\n-3,25\n", {"a": [1.5, 2.5, -3.25]}, {"decimal": ","}),
    "two columns of decimal commas": Odd(
        "oak;7 131 935,24\nrose;-483,59\noak;1 469,67\nmoss;66,81\n",
        {"x1": ["oak", "rose", "oak", "moss"], "x2": [7131935.24, -483.59, 1469.67, 66.81]},
        {"delimiter": ";", "decimal": ",", "header": False},
    ),
    "a sign on some cells only": Odd("a,b\n$30,1\n5,2\n", pair(["$30", "5"], [1, 2])),
    "exponents and plus signs": Odd("a,b\n1e-3,+5\n2.5E+02,-.5\n", pair([0.001, 250], [5, -0.5])),
    "codes with leading zeros": Odd("a,b\n01234,1\n00345,2\n", pair(["01234", "00345"], [1, 2])),
    "numbers too long to be exact": Odd(
        "a,b\n12345678901234567890,1\n12345678901234567891,2\n",
        pair(["12345678901234567890", "12345678901234567891"], [1, 2]),
    ),
    "missing markers": Odd(
        "a,b\n1,x\nNA,N/A\n?,y\n n/a ,null\n#DIV/0!,NULL\n(missing),z\n,\nNaN,\\N\n2,u\n",
        pair([1, *[None] * 5, None, 2], ["x", None, "y", None, None, "z", None, "u"]),
    ),
    "weak missing markers among numbers": Odd(
        "a,b\n1,-\n-,x\n--,y\n.,z\n..,u\nnil,v\nNone,w\n2,none\n",
        pair([1, *[None] * 6, 2], ["-", "x", "y", "z", "u", "v", "w", "none"]),
    ),
    "booleans": Odd("a,b\ntrue,yes\nfalse,no\ntrue,no\n", pair(["true", "false", "true"], ["yes", "no", "no"])),
}  # fmt: skip

AROUND: dict[str, Odd] = {
    "no header": Odd(written(names=None), WITHOUT_HEADER, {"header": False}, ("no header",)),
    "a header above texts only": Odd("a,b\nx,u\ny,v\nx,v\n", pair(["x", "y", "x"], ["u", "v", "v"]), {"header": True}),
    "texts only without a header": Odd(
        "x,u\ny,v\nx,v\ny,u\n", {"x1": ["x", "y", "x", "y"], "x2": ["u", "v", "v", "u"]}, {"header": False}
    ),
    "years as names": Odd(
        "land,2019,2020\nA,1.5,2\nB,2.5,3\n", {"land": ["A", "B"], "2019": [1.5, 2.5], "2020": [2, 3]}
    ),
    "places as names": Odd(
        "label,0,1,2,3\ncat,5,5,200,9\ndog,7,1,3,3\n",
        {"label": ["cat", "dog"], "0": [5, 7], "1": [5, 1], "2": [200, 3], "3": [9, 3]},
    ),
    "numbers and a gap among the names": Odd(
        ",day,price,4046,4225\n0,2015-12-27,1.33,1036.7,54454.8\n1,2015-12-20,1.35,674.2,44638.8\n",
        {
            "column 1": [0, 1],
            "day": ["2015-12-27", "2015-12-20"],
            "price": [1.33, 1.35],
            "4046": [1036.7, 674.2],
            "4225": [54454.8, 44638.8],
        },
        {"header": True},
    ),
    "a year among the names": Odd(
        "land\tnotes\t2015\tsince\nA\tmany\t599.994\t2013\nB\tfew\t3,995.383\t2010\nC\tfew\t4,318.135\t2014\n",
        {"land": ["A", "B", "C"], "notes": ["many", "few", "few"], "2015": [599.994, 3995.383, 4318.135],
         "since": [2013, 2010, 2014]},
        {"header": True},
    ),
    "places as names before a word": Odd(
        "0,1,2,3,kind\n4.5,1.5,2.5,1.25,one\n4.25,1.75,2.5,1.5,two\n3.5,2.5,1.5,2.5,one\n",
        {"0": [4.5, 4.25, 3.5], "1": [1.5, 1.75, 2.5], "2": [2.5, 2.5, 1.5], "3": [1.25, 1.5, 2.5],
         "kind": ["one", "two", "one"]},
        {"header": True},
    ),
    "dates as names": Odd(
        "state,land,1/22/20,1/23/20\n,A,0,1\nN,B,3,4\nS,C,0,2\n",
        {"state": [None, "N", "S"], "land": ["A", "B", "C"], "1/22/20": [0, 3, 0], "1/23/20": [1, 4, 2]},
        {"header": True},
    ),
    "nothing but places as names": Odd(
        "0,1,2,3\n0.5,1.2,3.3,x\n1.5,1.0,0.3,y\n2.25,3.1,0.1,x\n",
        {"0": [0.5, 1.5, 2.25], "1": [1.2, 1, 3.1], "2": [3.3, 0.3, 0.1], "3": ["x", "y", "x"]},
        {"header": True},
    ),
    "shares as names": Odd(
        "plant,5%,50%,95%\noak,1.5,2,3\nrose,0.5,1,2\n",
        {"plant": ["oak", "rose"], "5%": [1.5, 0.5], "50%": [2, 1], "95%": [3, 2]},
        {"header": True},
    ),
    "amounts in the first row": Odd(
        "oak,$5.25,x\nrose,$7.50,y\noak,$1.75,x\n",
        {"x1": ["oak", "rose", "oak"], "x2": [5.25, 7.5, 1.75], "x3": ["x", "y", "x"]},
        {"header": False},
    ),
    "a title above two columns": Odd("Plants of the garden\nplant,mass\noak,1.5\nrose,-\nfern,2\n", {
        "plant": ["oak", "rose", "fern"], "mass": [1.5, None, 2]}, notes=("line 1",)),
    "a table of Markdown": Odd(
        "|a|b|\n|---|:--:|\n|1|x|\n|2|y|\n", {"column 1": [None, None], **pair([1, 2], ["x", "y"])}, notes=("line 2",)
    ),
    "a table of a database": Odd(
        " a | b | c \n---+---+---\n 1 | x | 2\n 3 | y | 4\n(2 rows)\n",
        {"a": [1, 3], "b": ["x", "y"], "c": [2, 4]},
        {"delimiter": "|"},
        ("line 2 is a drawn line", "line 5"),
    ),
    "dashes that are holes in the first row": Odd(
        "--;?\n1.5;x\n2.5;y\n--;x\n3.5;y\n", {"x1": [None, 1.5, 2.5, None, 3.5], "x2": [None, "x", "y", "x", "y"]}
    ),
    "a line that counts rows and columns": Odd(
        "4,2,first,second\n1.5,2,0\n2.5,3,0\n3.5,4,1\n4.5,5,1\n",
        {"x1": [1.5, 2.5, 3.5, 4.5], "x2": [2, 3, 4, 5], "x3": [0, 0, 1, 1]},
        {"header": False},
        ("line 1",),
    ),
    "a header that comes twice": Odd(FIRST_LINE + "\n" + written(), notes=("line 2 repeats",)),
    "a row of units": Odd(
        "plant,height,leaves,width\n-,cm,1,mm\n".replace("1", "pieces") + "a,1.5,2,3\nb,2.5,3,4\nc,1,2,5\n",
        {"plant": ["a", "b", "c"], "height": [1.5, 2.5, 1], "leaves": [2, 3, 2], "width": [3, 4, 5]},
        notes=("line 2 holds units",),
    ),
    "names in two rows": Odd(
        ",leaf,leaf,stem,stem\nid,min,max,min,max\n1,2,3,4.5,5\n2,3,4,5.5,6\n3,3,5,5,7\n",
        GROUPS,
        notes=("lines 1 to 2",),
    ),
    "groups named once": Odd(
        ",leaf,,stem,\nid,min,max,min,max\n1,2,3,4.5,5\n2,3,4,5.5,6\n3,3,5,5,7\n",
        GROUPS,
    ),
    "comments above": Odd("# made by hand\n# twice\n" + written(), notes=("2 lines above",)),
    "comments of percent signs": Odd("% made by hand\n" + written(), notes=("line 1",)),
    "comments of two slashes": Odd("// made by hand\n" + written()),
    "comments between rows": Odd("# one\na,b\n1,2\n# two\n3,4\n", pair([1, 3], [2, 4]), notes=('begin with "#"',)),
    "names in a comment": Odd("# x y group\n" + GNU_ROWS, GNU_NAMES, notes=("comment in line 1",)),
    "a title": Odd("Plants of the garden\n" + written(), notes=("line 1",)),
    "a title and a blank line": Odd("Plants of the garden\n\n" + written(";"), notes=("lines 1 to 2",)),
    "a title that a spreadsheet padded": Odd("Plants,,,\n,,,\n" + written(), notes=("above the table",)),
    "remarks of two cells": Odd("Station,Berlin\nDate,2020-01-01\n" + written(), notes=("lines 1 to 2",)),
    "a title with a comma": Odd("Plants, and where they grow\n" + written(";"), notes=("line 1",)),
    "blank lines between rows": Odd(written(end="\n\n")),
    "empty rows at the end": Odd(written() + ",,,\n" * 114, notes=("114 rows",)),
    "trailing delimiters": Odd(written(tail=",", names=NAMES), notes=("ends with a delimiter",)),
    "trailing delimiters but in the header": Odd(
        FIRST_LINE + "\n" + UNDER_HEADER.replace("\n", ",\n"), notes=("line 1", "missing there, add it")
    ),
    "two more delimiters in the header": Odd(FIRST_LINE + ",,\n" + UNDER_HEADER),
    "row names of R": Odd("a,b\nr1,1,2\nr2,3,4\n", {"row": ["r1", "r2"], **pair([1, 3], [2, 4])}, notes=("line 1",)),
    "names that come twice": Odd("a,a,b\n1,2,x\n3,4,y\n", {"a": [1, 3], "a (2)": [2, 4], "b": ["x", "y"]}),
    "a column without a name": Odd("a,,b\n1,2,x\n3,4,y\n", {"a": [1, 3], "column 2": [2, 4], "b": ["x", "y"]}),
    "one column": Odd("a\n1\n2\n3\n", {"a": [1, 2, 3]}),
    "one row": Odd("a,b\n1,2\n", pair([1], [2])),
    "a few zero bytes": Odd(
        "a,b\n1,x\n\0,y\n3\0,z\n", pair([1, None, 3], ["x", "y", "z"]), notes=("2 zero bytes (line 3, 4)",)
    ),
    "a zero byte far behind the start": Odd(
        LONG_TEXT + "5,\0\n", {"a": [*LONG["a"], 5.0], "b": [*LONG["b"], None]}, notes=("1 zero byte (line 2002)",)
    ),
    "a Ctrl-Z at the end": Odd(written() + "\x1a"),
    "the names again in the middle": Odd(written() + HEADER_AND_TWO, AND_TWO, notes=("line 22", "repeats the names")),
    "a remark below": Odd(written() + "\nSource: the garden\n", notes=("line 23", "below the table")),
    "two remarks below": Odd(written(";") + "All in cm\nSource: the garden, 2020\n", notes=("lines 22, 23): they",)),
    "no newline at the end": Odd(written().rstrip("\n")),
    "two newlines at the end": Odd(written() + "\n"),
    "old Macintosh line ends": Odd(written(end="\r")),
    "Windows line ends": Odd(written(end="\r\n")),
    "mixed line ends": Odd(FIRST_LINE + "\r\n" + UNDER_HEADER),
    "a thousand rows and one": Odd(LONG_TEXT, LONG),
    "a text after many numbers": Odd(
        LONG_TEXT + "7,oops\n",
        {"a": [*LONG["a"], 7.0], "b": [*(float(at % 7) for at in range(2000)), None]},
        notes=('"oops" in line 2002',),
    ),
    "an .arff file": Odd(
        "% Weka\n@relation plants\n@attribute height numeric\n@attribute 'leaf kind' {a,b}\n"
        "\n@data\n1.5,a\n?,b\n2.5,'a'\n",
        {"height": [1.5, None, 2.5], "leaf kind": ["a", "b", "a"]},
        ending=".arff",
    ),
}  # fmt: skip

ENCODINGS: dict[str, Odd] = {
    "a broken letter in a text of UTF-8": Odd(
        b"a,b\n1,\xd0\n" + "2,дерево\n3,куст\n4,трава\n5,подорожник\n".encode(),
        pair([1, 2, 3, 4, 5], ["\ufffd", "дерево", "куст", "трава", "подорожник"]),
        {"encoding": "utf-8"},
        ("1 broken letter (line 2) stands",),
    ),
    "broken letters far behind the start": Odd(
        ("a,b\n" + "1,дерево\n" * 30_000).encode() + b"2,\xff\n3,\xffx\n",
        pair([*[1] * 30_000, 2, 3], [*["дерево"] * 30_000, "\ufffd", "\ufffdx"]),
        {"encoding": "utf-8"},
        ("2 broken letters (line 30002, 30003)",),
    ),
    "UTF-8 with a mark": Odd(RUSSIAN_TEXT.encode("utf-8-sig"), RUSSIAN_COLUMNS, {"encoding": "utf-8"}),
    "UTF-16 with a mark": Odd(RUSSIAN_TEXT.encode("utf-16"), RUSSIAN_COLUMNS, {"encoding": "utf-16"}),
    "UTF-16 little endian": Odd(RUSSIAN_TEXT.encode("utf-16-le"), RUSSIAN_COLUMNS, {"encoding": "utf-16-le"}),
    "UTF-16 big endian": Odd(RUSSIAN_TEXT.encode("utf-16-be"), RUSSIAN_COLUMNS, {"encoding": "utf-16-be"}),
    "UTF-32 with a mark": Odd(RUSSIAN_TEXT.encode("utf-32"), RUSSIAN_COLUMNS, {"encoding": "utf-32"}),
    "UTF-32 little endian": Odd(RUSSIAN_TEXT.encode("utf-32-le"), RUSSIAN_COLUMNS, {"encoding": "utf-32-le"}),
    "cp1251": Odd(RUSSIAN_TEXT.encode("cp1251"), RUSSIAN_COLUMNS, {"encoding": "cp1251"}, ("cp1251",)),
    "koi8-r": Odd(RUSSIAN_TEXT.encode("koi8-r"), RUSSIAN_COLUMNS, {"encoding": "koi8-r"}, ("koi8-r",)),
    "cp866": Odd(RUSSIAN_TEXT.encode("cp866"), RUSSIAN_COLUMNS, {"encoding": "cp866"}),
    "cp1251 in capitals": Odd(
        "ПОЛ;ВОЗРАСТ\nМУЖ;30\nЖЕН;40\n".encode("cp1251"), {"ПОЛ": ["МУЖ", "ЖЕН"], "ВОЗРАСТ": [30, 40]}
    ),
    "cp1252": Odd(WESTERN_TEXT.encode("cp1252"), WESTERN_COLUMNS, {"encoding": "cp1252"}),
    "cp1251 with hard blanks between thousands": Odd(
        "a;b\n1\xa0234,5;1\n12\xa0345,0;2\n".encode("cp1251"), pair([1234.5, 12345], [1, 2])
    ),
    "cp1252 with euros": Odd("a;b\n€ 5,25;1\n€ 1,75;2\n".encode("cp1252"), pair([5.25, 1.75], [1, 2])),
    "UTF-16 with narrow blanks": Odd(
        "a;b\n1\u202f234,5;1\n12\u202f345,0;2\n1\u202f345,0;2\n".encode("utf-16-le"),
        pair([1234.5, 12345, 1345], [1, 2, 2]),
    ),
    "few Russian words again and again": Odd(
        ("высота;вид\n" + "1,5;плющ\n2,5;шалфей\n" * 20).encode("cp1251"),
        {"высота": [1.5, 2.5] * 20, "вид": ["плющ", "шалфей"] * 20},
        {"encoding": "cp1251"},
    ),
    "latin-1 by one letter": Odd(
        b"a,b\n" + b"1,x\n" * 30 + "2,café\n".encode("latin-1"), pair([*[1] * 30, 2], [*["x"] * 30, "café"])
    ),
    "curly apostrophes of Windows": Odd(
        "a,b\n1,it’s\n2,“so”\n3,5 £\n".encode("cp1252"),
        pair([1, 2, 3], ["it’s", "“so”", "5 £"]),
        {"encoding": "cp1252"},
    ),
    "Polish": Odd("a,b\n1,Świętosław\n2,Łódź\n".encode("cp1250"), pair([1, 2], ["Świętosław", "Łódź"])),
    "Chinese": Odd(
        "姓名,价格\n张三,10\n李四光,20\n王五,30\n赵六,40\n".encode("gb18030"),
        {"姓名": ["张三", "李四光", "王五", "赵六"], "价格": [10, 20, 30, 40]},
    ),
    "a letter that is not UTF-8 far behind the start": Odd(
        b"a,b\n" + b"1,x\n" * 70_000 + "2,é\n".encode("latin-1"), pair([*[1] * 70_000, 2], [*["x"] * 70_000, "é"])
    ),
    "gzipped": Odd(gzip.compress(written().encode()), ending=".csv.gz"),
}  # fmt: skip

ODD: dict[str, Odd] = DELIMITERS | QUOTES | NUMBERS | AROUND | ENCODINGS

__all__ = ["COLUMNS", "ODD"]
