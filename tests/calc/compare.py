"""Assessments of the program beside those of the oracle, field by field."""

import json
from decimal import Decimal
from fractions import Fraction

import oracle

KEYS = ["indicator", "year", "method", "why", "baseline", "target", "actual", "final", "rate",
        "rate_simple", "rate_progress", "pace", "grade", "disagree", "status", "forecast",
        "needed_per_year", "trace"]
FORECAST = ["linear", "growth", "gap_linear", "gap_growth", "suffices_linear", "suffices_growth"]
TEXTS = ("why", "trace")


def dump(document):
    """A document as JSON text in which Decimals keep every digit."""
    numbers = []

    def mark(value):
        if isinstance(value, Decimal):
            numbers.append(format(value, "f"))
            return "\x7f"
        if isinstance(value, dict):
            return {key: mark(each) for key, each in value.items()}
        if isinstance(value, list):
            return [mark(each) for each in value]
        return value

    parts = json.dumps(mark(document), ensure_ascii=False).split('"\x7f"')
    return parts[0] + "".join(number + part for number, part in zip(numbers, parts[1:]))


def plain(value):
    """A JSON value with its numbers as fractions; true and false stay what they are."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Fraction(value)
    return value


def shown(value):
    """A number of the oracle as a decimal, for messages."""
    if isinstance(value, Fraction):
        return oracle.printed(value, 12).rstrip("0").rstrip(".")
    return value


def shape_faults(got):
    """What is wrong with the form of an assessment: keys, their order, texts left empty."""
    if list(got) != KEYS:
        yield "keys", list(got), KEYS
    elif list(got["forecast"]) != FORECAST:
        yield "forecast", list(got["forecast"]), FORECAST
    elif list(got["trace"]) != ["ja", "en"] or not all(got["trace"].values()):
        yield "trace", got["trace"], "a text in Japanese and one in English"


def differences(got, expected):
    """(field, what the program gave, what the oracle says) of one assessment."""
    found = list(shape_faults(got))
    if found:
        return found
    for key in KEYS:
        if key == "forecast":
            found += [(f"forecast.{part}", got[key][part], expected[key][part])
                      for part in FORECAST if plain(got[key][part]) != plain(expected[key][part])]
        elif key not in TEXTS and plain(got[key]) != plain(expected[key]):
            found.append((key, got[key], expected[key]))
    return found
