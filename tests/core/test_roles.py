"""Which column is found to be the target in tables like those that people have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from fcgui_core.names import is_id_name, target_name, words
from fcgui_core.roles import guess_roles
from fcgui_core.table import Table
from tests.core.tables import table_of

N = 120
RNG = np.random.default_rng(0)
A, B, C, D, E = (np.round(RNG.normal(50, 9, N), 2).tolist() for _ in range(5))
TWO = RNG.integers(0, 2, N).tolist()
FEW = RNG.integers(0, 5, N).tolist()
YES = ["yes" if value else "no" for value in RNG.integers(0, 2, N)]
KINDS = ["red", "green", "blue"] * (N // 3)
SEX = ["M", "F", "I"] * (N // 3)
KEYS = (RNG.permutation(N) * 7919 + 8_000_000 + RNG.integers(1, 9, N)).tolist()
DAYS = [f"2024-{at // 28 + 1:02}-{at % 28 + 1:02}" for at in range(N)]
NAMES = [f"Person {at}" for at in range(N)]
MARKS = RNG.integers(3, 9, N).tolist()
TICKETS = [1, 2, 3] * (N // 3)

CASES: dict[str, tuple[dict[str, list[Any]], str, str, set[str]]] = {
    "survived before a ticket's class": (
        {"survived": TWO, "age": A, "fare": B, "class": KINDS, "deck": KINDS, "alone": YES}, "survived", "c", set()),
    "first of many": ({"Id": KEYS, "diagnosis": YES, "r": A, "t": B, "p": C}, "diagnosis", "c", {"Id"}),
    "in the middle": ({"carat": A, "cut": KINDS, "price": B, "x": C, "y": D, "z": E}, "price", "r", set()),
    "a tip": ({"total_bill": A, "tip": B, "sex": YES, "day": KINDS, "size": FEW}, "tip", "r", set()),
    "a letter before its numbers": ({"letter": KINDS, "a": A, "b": B, "c": C, "d": D}, "letter", "c", set()),
    "classes before numbers": ({"form": KINDS, "a": A, "b": B, "c": C, "d": D}, "form", "c", set()),
    "a sex is an input": ({"sex": SEX, "length": A, "height": B, "rings": RNG.integers(1, 29, N).tolist()},
                          "rings", "r", set()),
    "the income of people": ({"age": A, "job": KINDS, "income": [f"{v}50K" for v in np.where(TWO, ">", "<=")]},
                             "income", "c", set()),
    "an income is an input": ({"Income": A, "Limit": B, "Student": YES, "Balance": C}, "Balance", "r", set()),
    "a loan": ({"Income": A, "Age": B, "Loan_ID": NAMES, "Area": KINDS, "Loan_Status": YES},
               "Loan_Status", "c", {"Loan_ID"}),
    "two targets side by side": ({"X1": A, "X2": B, "Y1": C, "Y2": D}, "Y2", "r", {"Y1"}),
    "a number of employees": ({"Age": A, "Attrition": YES, "EmployeeNumber": KEYS, "Rate": B}, "Attrition", "c",
                              {"EmployeeNumber"}),
    "keys without a name": ({"Cell": KEYS, "Angle": A, "Area": B, "Class": YES}, "Class", "c", {"Cell"}),
    "prices are no keys": ({"price": KEYS, "rooms": FEW, "area": B, "garden": YES}, "price", "r", set()),
    "persons": ({"Name": NAMES, "height": A, "weight_kg": B, "result": YES}, "result", "c", {"Name"}),
    "days": ({"Date": DAYS, "Open": A, "High": B, "Close": C, "Volume": D}, "Close", "r", set()),
    "German": ({"Fläche": A, "Zimmer": FEW, "Preis": B, "Ort": KINDS}, "Preis", "r", set()),
    "Russian": ({"возраст": A, "пол": YES, "диагноз": KINDS, "город": KINDS}, "диагноз", "c", set()),
    "quality in marks": ({"acid": A, "alcohol": B, "quality": MARKS}, "quality", "c", set()),
    "a price of few values": ({"a": A, "b": B, "price": MARKS}, "price", "r", set()),
    "a range of prices": ({"a": A, "b": B, "price_range": FEW}, "price_range", "c", set()),
    "the last column is a year": ({"a": A, "sales": B, "month": FEW, "year": [2019, 2020, 2021] * 40}, "sales", "r",
                                  set()),
    "a risk of tomorrow": ({"rain": A, "wind": B, "RainTomorrow": YES}, "RainTomorrow", "c", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_table_as_people_have_it(case: str) -> None:
    columns, target, task, ignored = CASES[case]
    roles = guess_roles(table_of(**columns))
    assert (roles.target, roles.task[0], set(roles.ignored)) == (target, task, ignored)


def unnamed(**columns: list[Any]) -> Table:
    return replace(table_of(**columns), dialect={"header": False})


def test_without_names_the_place_decides() -> None:
    assert guess_roles(unnamed(x1=A, x2=KINDS, x3=B)).target == "x3"
    assert guess_roles(unnamed(x1=[1] * 40 + [2] * 40 + [3] * 40, x2=A, x3=B)).target == "x1"
    assert guess_roles(unnamed(x1=SEX, x2=A, x3=B, x4=C, x5=D)).target == "x5"
    assert guess_roles(unnamed(x1=KEYS, x2=KINDS, x3=A, x4=B, x5=C)).target == "x2"


def test_codes_are_categories_and_the_numbers_of_rows_identifiers() -> None:
    table = table_of(**{"column 1": [at * 3 for at in range(N)], "zip": [10115 + v for v in FEW], "rooms": FEW, "y": A})
    assert [column.kind for column in table.columns] == ["identifier", "categorical", "numeric", "numeric"]


@pytest.mark.parametrize("name", ["Id", "patient_id", "customerID", "No.", "Unnamed: 0", "EmployeeNumber", "S.No", "#",
                                  "row ID", "PassengerId", "номер"])  # fmt: skip
def test_names_of_identifiers(name: str) -> None:
    assert is_id_name(name)


@pytest.mark.parametrize("name", ["width", "idea", "Price", "number of rooms", "candid", "indexed_price"])
def test_names_of_other_things(name: str) -> None:
    assert not is_id_name(name)


def test_words_and_names_of_targets() -> None:
    assert words("customerID") == words("Customer_Id") == ("customer", "id")
    assert target_name("SalePrice") == (75, "numbers")
    assert target_name("Loan_Status")[0] > target_name("workclass")[0] == 0
