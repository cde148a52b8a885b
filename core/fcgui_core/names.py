"""What a column's name tells: its words, and whether it names an identifier, a code, or what is to be predicted."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+|\d+")
_MADE_UP = re.compile(r"(x|v|f|col|column|feature|attr|var)[ _.]?\d+", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[^\W\d_A-ZА-Я])(?=[A-ZА-Я])|(?<=[A-ZА-Я])(?=[A-ZА-Я][a-zа-я])")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


ID_WORDS = _listed(
    """id ids index idx no nr num number row rows rowid rownum rownames rowname rownumber record unnamed key uuid guid
    serial sn pid identifier ident obs observation sno slno rk objectid userid custid clientnum code cod nro numero
    код номер ид kennung lfd nummer kundennr"""
)
CODE_WORDS = _listed(
    """code cod type typ kind id zip zipcode postcode postal plz pin pincode cat category cluster region
    код тип индекс"""
)
# Where and when something was, who it was: seldom what is to be predicted.
CONTEXT_WORDS = _listed(
    """year month day days week weekday hour minute date time season quarter holiday dow yr mnth
    latitude longitude lat lon long lng zip zipcode postcode code city state country region county borough zone address
    location street district store x z age sex gender marital owner name id model vendor league division
    size color colour doors dose treatment lag previous prev
    год месяц день дата время возраст пол город регион jahr monat tag datum uhrzeit alter geschlecht stadt land ort
    annee mois sexe ville имя фамилия фио vorname nachname nom prenom surname firstname lastname"""
)


class TargetName(NamedTuple):
    """How surely a name says "this is to be predicted", 0 to 100: as the whole name, and as one word of it.

    ``of``: what such a column holds, "numbers" or "classes", or "" for either.
    """

    whole: int
    word: int
    of: str = ""


_KNOWN: tuple[tuple[TargetName, str], ...] = (
    (TargetName(100, 80), "target label groundtruth цель целевая метка ziel zielwert zielklasse cible alvo objetivo"),
    (TargetName(100, 15), "class klasse classe класс clase"),
    (TargetName(95, 60), "outcome response dependent output ergebnis resultado sortie результат исход"),
    (TargetName(95, 0), "y classification классификация targetclass yesno isdefault"),
    (TargetName(75, 50), "quality качество qualität tomorrow next chance"),
    (TargetName(80, 60, "classes"), "species especie espece вид variety diagnosis диагноз diagnose spam isspam"),
    (TargetName(80, 60, "classes"), "survived выжил churn churned отток kündigung attrition exited fraud isfraud"),
    (TargetName(80, 60, "classes"), "default defaulted дефолт purchased approved approval admitted hired"),
    (TargetName(80, 60, "classes"), "sentiment legendary"),
    (TargetName(60, 50, "classes"), "purchase risk loan readmitted severity decision conversion converted left"),
    (TargetName(60, 25, "classes"), "clicked play digit letter lettr promoted placement placed eligible winner"),
    (TargetName(60, 25, "classes"), "subscribed subscribe claim"),
    (TargetName(45, 35, "classes"), "status result feedback prediction deposit subscription satisfaction hazardous"),
    (TargetName(45, 20, "classes"), "income доход einkommen category type kind art тип grade genre group"),
    (TargetName(40, 20, "classes"), "stroke disease cancer diabetes"),
    (TargetName(75, 60, "numbers"), "saleprice sellingprice medv medhousevalue rings strength mpg lpsa updrs"),
    (TargetName(65, 50, "numbers"), "price prices цена preis prix precio prezzo preço стоимость charges saleprices"),
    (TargetName(60, 45, "numbers"), "salary wage wages sales tip fare rent premium profit revenue umsatz gehalt miete"),
    (TargetName(60, 45, "numbers"), "зарплата продажи выручка прибыль ventas ingresos vendas claims"),
    (TargetName(55, 50, "numbers"), "value expectancy"),
    (TargetName(55, 40, "numbers"), "cost kosten costs demand cnt amount spent spending spend"),
    (TargetName(55, 10, "numbers"), "close rentals rider riders births deaths pm aqi"),
    (TargetName(50, 35, "numbers"), "passengers prestige yield consumption energy emissions emission conc"),
    (TargetName(45, 30, "numbers"), "score rating marks points testscr shares likes views calories оценка wert"),
    (TargetName(45, 20, "numbers"), "count weight bwt progression damage"),
)


@cache
def _target_names() -> dict[str, TargetName]:
    return {word: name for name, listed in _KNOWN for word in listed.split()}


@cache
def words(name: str) -> tuple[str, ...]:
    """Return a name's words in small letters: "customerID" and "Customer_Id" are ("customer", "id")."""
    parted = _HUMP.sub(" ", name)
    return tuple(word.casefold() for word in _WORD.findall(parted))


def numberless(name: str) -> tuple[str, ...]:
    """Return a name's words without those that are numbers: "Y1" is ("y",)."""
    return tuple(word for word in words(name) if not word.isdigit())


def is_id_name(name: str) -> bool:
    """Whether a name says "identifier": Id, patient_id, No, index, Unnamed: 0, EmployeeNumber, ..."""
    if name.strip(" .:#").casefold() in ("", "№"):
        return True
    parts = numberless(name)
    return bool(parts) and (parts[-1] in ID_WORDS or parts[0] in ("id", "unnamed", "row", "ид", "serial"))


def is_code_name(name: str) -> bool:
    """Whether a name says that its numbers are codes: zip, area code, store type, ..."""
    parts = numberless(name)
    return bool(parts) and (parts[-1] in CODE_WORDS or not {"zip", "zipcode", "postcode"}.isdisjoint(parts))


def is_context_name(name: str) -> bool:
    """Whether a name says where, when or who: seldom a target."""
    parts = words(name)
    return bool(parts) and not is_made_up(name) and not CONTEXT_WORDS.isdisjoint((parts[0], parts[-1]))


def is_made_up(name: str) -> bool:
    """Whether a name tells nothing: x1, V7, column 3."""
    return _MADE_UP.fullmatch(name) is not None


def target_name(name: str) -> tuple[int, str]:
    """Return how surely a name says that its column is to be predicted, 0 to 100, and what such a column holds."""
    known, parts = _target_names(), words(name)
    whole = known.get("".join(parts)) or known.get("".join(numberless(name)))
    if whole is not None:
        return whole.whole, whole.of
    surety, of = 0, ""
    for at, part in enumerate(parts):
        found, head = known.get(part), at == len(parts) - 1
        if found is not None and (points := found.word if head else found.word * 2 // 3) > surety:
            surety, of = points, found.of if head or found.of == "classes" else ""
    return surety, of
