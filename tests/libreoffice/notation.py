"""The notation of tests/addin/cases.tsv: calls, ranges in braces, results (addin/functions/formula.h)."""

import dataclasses
import re

ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
NUMBER = re.compile(r"-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


@dataclasses.dataclass(frozen=True)
class Error:
    name: str


@dataclasses.dataclass(frozen=True)
class Range:
    """Rows of cells; None is an empty one. A single argument is no range: see Call.arguments."""

    rows: tuple


@dataclasses.dataclass(frozen=True)
class Pattern:
    """~/…/: to be found in the text."""

    expression: str


@dataclasses.dataclass(frozen=True)
class Case:
    line: int
    call: str
    function: str  # SHINCHOKU.RATE
    arguments: tuple  # values, Ranges, None where one is left out
    expected: object
    source: str


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self):
        while self.text[self.at : self.at + 1] == " ":
            self.at += 1

    def take(self, word):
        self.skip()
        found = self.text.startswith(word, self.at)
        self.at += len(word) if found else 0
        return found

    def want(self, word):
        if not self.take(word):
            raise ValueError(f"column {self.at + 1} of {self.text}: no {word}")

    def constant(self):
        """None where nothing stands."""
        self.skip()
        if self.text[self.at : self.at + 1] == '"':
            return self.quoted()
        for error in ERRORS:
            if self.take(error):
                return Error(error)
        if self.take("TRUE"):
            return True
        if self.take("FALSE"):
            return False
        number = NUMBER.match(self.text, self.at)
        if number is None:
            return None
        self.at = number.end()
        return float(number[0])

    def quoted(self):
        whole = re.compile(r'"((?:[^"]|"")*)"').match(self.text, self.at)
        if whole is None:
            raise ValueError(f"column {self.at + 1} of {self.text}: a text without end")
        self.at = whole.end()
        return whole[1].replace('""', '"')

    def value(self):
        if not self.take("{"):
            return self.constant()
        rows = [[self.constant()]]
        while not self.take("}"):
            if self.take(";"):
                rows.append([])
            else:
                self.want(",")
            rows[-1].append(self.constant())
        return Range(tuple(tuple(row) for row in rows))

    def end(self):
        self.skip()
        if self.at != len(self.text):
            raise ValueError(f"column {self.at + 1} of {self.text}: more than was wanted")


def read_call(text):
    reader = Reader(text)
    reader.want("=")
    name = re.compile(r"[A-Za-z.]+").match(text, reader.at)
    reader.at = name.end()
    reader.want("(")
    arguments = []
    if not reader.take(")"):
        arguments.append(reader.value())
        while not reader.take(")"):
            reader.want(",")
            arguments.append(reader.value())
    reader.end()
    return name[0], tuple(arguments)


def read_expected(text):
    if text.startswith("~/"):
        return Pattern(text[2:-1])
    reader = Reader(text)
    expected = reader.value()
    reader.end()
    return expected


def read_cases(path):
    cases = []
    with open(path, encoding="utf-8") as file:
        for line, text in enumerate(file, 1):
            text = text.rstrip("\n")
            if not text or text.startswith("#"):
                continue
            call, expected, source = text.split("\t")
            cases.append(Case(line, call, *read_call(call), read_expected(expected), source))
    return cases
