"""What a column's name tells: its words, and whether it names an identifier, a code, or what is to be predicted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+|\d+")
_MADE_UP = re.compile(r"(x|v|f|col|column|feature|attr|var)[ _.]?\d+", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[^\W\d_A-ZА-Я])(?=[A-ZА-Я])|(?<=[A-ZА-Я])(?=[A-ZА-Я][a-zа-я])")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


ID_WORDS = _listed(
    """id ids index idx no nr num number row rows rowid rownum rownames rowname rownumber record unnamed key uuid guid
    serial sn pid identifier ident obs observation sno slno rk objectid userid custid clientnum code cod kod nro numero
    vin lot код номер ид kennung lfd nummer kundennr"""
)
CODE_WORDS = _listed(
    """code cod kod type typ kind id zip zipcode postcode postal plz pin pincode cat category cluster region
    код тип индекс"""
)
# Where and when something was, who it was: seldom what is to be predicted.
CONTEXT_WORDS = _listed(
    """year month day days week weekday hour minute date time season quarter holiday dow yr mnth
    latitude longitude lat lon long lng zip zipcode postcode code city state country region county borough zone address
    location street district store x z age sex gender marital owner name id model vendor league division
    education educ schooling race ethnicity nationality baseline initial
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
    (TargetName(80, 60, "classes"), "defaulted дефолт purchased approved approval admitted admit hired"),
    (TargetName(80, 50, "classes"), "default"),
    (TargetName(80, 60, "classes"), "sentiment legendary"),
    (TargetName(80, 60, "classes"), "loanstatus loandefault creditrisk participation participated"),
    (TargetName(60, 30, "classes"), "risk case died dead death mortality relapse"),
    (TargetName(60, 50, "classes"), "purchase loan readmitted severity decision conversion converted left"),
    (TargetName(60, 25, "classes"), "clicked play digit letter lettr promoted placement placed eligible winner"),
    (TargetName(60, 25, "classes"), "subscribed subscribe claim"),
    (TargetName(45, 35, "classes"), "status result feedback prediction deposit subscription satisfaction hazardous"),
    (TargetName(45, 20, "classes"), "income доход einkommen category type kind art тип grade genre group"),
    (TargetName(40, 20, "classes"), "stroke disease cancer diabetes"),
    (TargetName(75, 60, "numbers"), "saleprice sellingprice medv medhousevalue rings strength lpsa updrs"),
    (TargetName(65, 60, "numbers"), "mpg"),
    (TargetName(70, 50, "numbers"), "price prices цена preis prix precio prezzo preço стоимость charges saleprices"),
    (TargetName(60, 45, "numbers"), "salary wage wages sales tip fare rent premium profit revenue umsatz gehalt miete"),
    (TargetName(60, 45, "numbers"), "зарплата продажи выручка прибыль ventas ingresos vendas claims gross"),
    (TargetName(55, 50, "numbers"), "value expectancy"),
    (TargetName(60, 55, "numbers"), "longevity lifespan"),
    (TargetName(55, 40, "numbers"), "cost kosten costs demand cnt amount spent spending spend"),
    (TargetName(55, 10, "numbers"), "close rentals rider riders births deaths pm aqi"),
    (TargetName(50, 35, "numbers"), "passengers prestige yield consumption energy emissions emission conc"),
    (TargetName(45, 30, "numbers"), "score rating marks points testscr calories оценка балл wert"),
    (TargetName(45, 15, "numbers"), "shares likes views"),
    (TargetName(45, 20, "numbers"), "count weight bwt progression damage"),
)


# Words that other words are glued to: houseprice, launchoutcome.
_GLUED = ("outcome", "price", "quality", "salary", "charges", "revenue", "target")
_UNIT = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
SURE_WORD = 60
_TAXA = _listed("kingdom phylum order family genus")


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


def is_key_name(name: str) -> bool:
    """Whether a name says "which one": a patient's id, a student's code, which come again from row to row."""
    return not {"id", "ids", "kod", "код", "ид", "userid", "custid"}.isdisjoint(numberless(name)[-1:])


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


def is_taxon(name: str, names: Iterable[str]) -> bool:
    """Whether a column called class or species is a rank of the living among others: genus, family, order."""
    return words(name) in (("class",), ("species",)) and len(_TAXA.intersection(map(str.casefold, names))) >= 2


def without_unit(name: str) -> str:
    """Return a name without what stands in brackets at its end: "Price" of "Price ($)"."""
    return _UNIT.sub("", name) or name


def target_name(name: str, two_values: bool = False) -> tuple[int, str]:
    """Return how surely a name says that its column is to be predicted, 0 to 100, and what such a column holds.

    ``two_values``: the column holds yes and no, so that a sure word counts wherever it stands: "fraud found".
    """
    known, parts = _target_names(), words(without_unit(name))
    whole = known.get("".join(parts)) or known.get("".join(part for part in parts if not part.isdigit()))
    if whole is not None:
        return whole.whole, whole.of
    surety, of = 0, ""
    for at, part in enumerate(parts):
        found, head = known.get(part) or _glued(part), at == len(parts) - 1
        if found is None:
            continue
        full = head or (two_values and found.of == "classes" and found.word >= SURE_WORD)
        if (points := found.word if full else found.word * 2 // 3) > surety:
            surety, of = points, found.of if head or found.of == "classes" else ""
    return surety, of


def _glued(part: str) -> TargetName | None:
    ends = [end for end in _GLUED if part.endswith(end) and len(part) > len(end) + 2]
    return _target_names()[ends[0]] if ends else None
