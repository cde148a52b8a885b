"""What a column's name tells: its words, and whether it names an identifier, a code, or what is to be predicted."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+|\d+")
_HUMP = re.compile(r"(?<=[^\W\d_A-ZА-Я])(?=[A-ZА-Я])|(?<=[A-ZА-Я])(?=[A-ZА-Я][a-zа-я])")

ID_WORDS = frozenset(
    (
        *("id", "ids", "index", "idx", "no", "nr", "num", "number", "row", "rows", "rowid", "rownum", "rownames"),
        *("rowname", "rownumber", "record", "unnamed", "key", "uuid", "guid", "serial", "sn", "pid", "identifier"),
        *("ident", "obs", "observation", "sno", "slno", "rk", "objectid", "userid", "custid", "clientnum", "код"),
        *("номер", "ид", "kennung", "lfd", "nummer", "kundennr", "numero", "code", "cod", "nro"),
    )
)
CODE_WORDS = frozenset(
    (
        *("code", "cod", "type", "typ", "kind", "id", "zip", "zipcode", "postcode", "postal", "plz", "pin", "pincode"),
        *("cat", "category", "cluster", "region", "код", "тип", "индекс"),
    )
)
# Where and when something was, who it was: seldom what is to be predicted.
CONTEXT_WORDS = frozenset(
    (
        *("year", "month", "day", "days", "week", "weekday", "hour", "minute", "date", "time", "season", "quarter"),
        *("latitude", "longitude", "lat", "lon", "long", "lng", "zip", "zipcode", "postcode", "age", "sex", "gender"),
        *("owner", "size", "store", "model", "name", "code", "city", "state", "country", "region", "county", "borough"),
        *("zone", "color", "colour", "address", "vendor", "dose", "treatment", "doors", "x", "z", "location", "lag"),
        *("previous", "prev", "dow", "yr", "mnth", "id", "league", "division", "source", "street", "district", "volume"),
        *("год", "месяц", "день", "дата", "возраст", "пол", "город", "регион", "время", "jahr", "monat", "tag"),
        *("datum", "alter", "geschlecht", "stadt", "land", "ort", "uhrzeit", "annee", "mois", "sexe", "ville"),
    )
)


class TargetName(NamedTuple):
    """How surely a name says "this is to be predicted": as the whole name, and as one word of it.

    ``numbers``: it names a quantity, so a column of numbers; few different ones are still a regression.
    """

    whole: int
    word: int
    numbers: bool = False


_CLASSES = (
    (TargetName(100, 80), "target label groundtruth цель целевая метка ziel zielwert zielklasse cible alvo objetivo"),
    (TargetName(100, 15), "class klasse classe класс clase"),
    (TargetName(95, 60), "outcome response dependent output ergebnis resultado sortie результат исход классификация"),
    (TargetName(95, 0), "y classification targetclass yesno isdefault"),
    (TargetName(80, 60), "species survived churn churned attrition diagnosis exited spam fraud отток диагноз diagnose"),
    (TargetName(80, 60), "kündigung выжил дефолт especie espece isfraud isspam variety defaulted subscribed hired"),
    (TargetName(75, 60), "default purchased approved approval admitted risk sentiment legendary vid вид"),
    (TargetName(60, 50), "purchase readmitted severity decision conversion converted clicked left play winner"),
    (TargetName(60, 25), "digit letter lettr promoted placement placed eligible stroke disease cancer diabetes"),
    (TargetName(45, 35), "status result feedback prediction loan deposit subscription satisfaction hazardous"),
    (TargetName(45, 10), "category type kind art тип grade genre group"),
)
_QUANTITIES = (
    (TargetName(75, 60, True), "saleprice sellingprice medv medhousevalue rings strength mpg lpsa housevalue"),
    (TargetName(65, 50, True), "price prices цена preis prix precio prezzo preço стоимость charges saleprices"),
    (TargetName(60, 45, True), "salary wage wages sales tip fare rent premium profit revenue umsatz gehalt miete продажи"),
    (TargetName(55, 40, True), "зарплата выручка прибыль прибыл ventas ingresos vendas cost kosten costs demand cnt amount"),
    (TargetName(55, 10, True), "count close rentals rider riders passengers births deaths prestige pm aqi"),
    (TargetName(50, 35, True), "expectancy yield consumption spent spending spend energy emissions conc strength"),
    (TargetName(45, 30, True), "value score rating marks points gpa testscr shares likes views calories оценка wert"),
    (TargetName(45, 20, True), "income доход einkommen weight bwt progression damage emission"),
)
_BOTH = ((TargetName(75, 50), "quality качество qualität"),)


@cache
def _target_names() -> dict[str, TargetName]:
    return {word: name for group in (_BOTH, _QUANTITIES, _CLASSES) for name, words in group for word in words.split()}


@cache
def words(name: str) -> tuple[str, ...]:
    """Return a name's words in small letters: "customerID" and "Customer_Id" are ("customer", "id")."""
    parted = _HUMP.sub(" ", name)
    return tuple(word.casefold() for word in _WORD.findall(parted))


def is_id_name(name: str) -> bool:
    """Whether a name says "identifier": Id, patient_id, No, index, Unnamed: 0, EmployeeNumber, ..."""
    if name.strip(" .:#").casefold() in ("", "№"):
        return True
    parts = [word for word in words(name) if not word.isdigit()]
    return bool(parts) and (parts[-1] in ID_WORDS or parts[0] in ("id", "unnamed", "row", "ид", "serial"))


def is_code_name(name: str) -> bool:
    """Whether a name says that its numbers are codes: zip, area code, store type, ..."""
    parts = [word for word in words(name) if not word.isdigit()]
    return bool(parts) and parts[-1] in CODE_WORDS or any(part in ("zip", "zipcode", "postcode") for part in parts)


def is_context_name(name: str) -> bool:
    """Whether a name says where, when or who: seldom a target."""
    return any(word in CONTEXT_WORDS for word in words(name))


def target_name(name: str) -> tuple[int, TargetName | None]:
    """Return how surely a name says that its column is to be predicted, 0 to 100, and the entry that says so."""
    known, parts = _target_names(), words(name)
    whole = known.get("".join(parts)) or known.get("".join(part for part in parts if not part.isdigit()))
    if whole is not None:
        return whole.whole, whole
    best, best_name = 0, None
    for at, part in enumerate(parts):
        found = known.get(part)
        if found is not None:
            surety = found.word if at == len(parts) - 1 else found.word * 2 // 3
            if surety > best:
                best, best_name = surety, found
    return best, best_name
