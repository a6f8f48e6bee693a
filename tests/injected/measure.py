"""Precision and recall of `shinchoku check`, on faults injected at random places of clean books.

Written from the rule catalogue alone, apart from the code of the rules: what a finding must say and
where it must stand is decided here, not asked of the program.

    SHINCHOKU=build/release/converter/cli/shinchoku python3 -B tests/injected/measure.py
    ... measure.py --per-rule 40 --clean 2000     the large run
    ... measure.py --only T02 A07 --keep DIR      a few rules; the books that failed are kept
    ... measure.py --seed 7 --missed              other places; says what was missed

Clean books of all five plans (clean_books.py) are checked as they are: a finding of warning or
error is a false alarm. Then each injector (faults_*.py) puts exactly one fault into a book; found
is a finding of the rule, right is one of the right severity at the right sheet and cell. A near
miss is something lawful that is close to the fault; a finding of the rule there is a false alarm.
Rules that `check --rules` does not list are shown and not counted.

The exit status is 1 where recall is below 99 %, more than 1 clean sheet in 100 has a finding, or a
near miss is taken for a fault.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import cases
import clean_books
import faults_actuals  # noqa: F401  (the injectors register themselves)
import faults_cells  # noqa: F401
import faults_damage  # noqa: F401
import faults_exchange  # noqa: F401
import faults_files  # noqa: F401
import faults_numbers  # noqa: F401
import faults_sheets  # noqa: F401
import faults_structure  # noqa: F401
import faults_targets  # noqa: F401
from book import Book
from forms import forms_of

RECALL = 0.99
ATTEMPTS = 100
ELSEWHERE = {
    "C17": "only when CSV is written: the tests of the CSV writer",
    "X01": "consolidate: the list of who has not returned",
    "X02": "consolidate and rollover: ids over the years",
    "X03": "tests/end_to_end (resave, layouts): round trips",
    "X04": "with C08: what publish writes",
    "X05": "the tests of the CSV writer", "X06": "publish: the form of the open data",
    "X08": "consolidate: import modes",
    "X10": "convert: what the output cannot hold (tests/commands)",
}


@dataclasses.dataclass
class Trial:
    injector: cases.Injector
    number: int
    seed: str
    attempt: int = 0
    book: tuple = ()          # plan, number of the book in the pool
    place: cases.Place = None
    options: list = None
    asof: str = ""
    folder: pathlib.Path = None
    findings: list = None
    failure: str = ""

    def hit(self):
        return any(self.place.hit(f) for f in self.of_rule())

    def of_rule(self):
        return [f for f in self.findings if f["rule"] == self.injector.rule]


class Pool:
    """Clean books, drawn once and used by many trials."""

    def __init__(self, plans, size, seed):
        self.plans, self.size, self.seed = plans, size, seed
        self.made, self.paths = {}, {}

    def describe(self, name, number):
        """The measures and closed years of a book of the pool."""
        plan = self.plans.plans[name]
        span = plan["plan"]["last_year"] - plan["plan"]["first_year"] + 1
        ids = [m["id"] for m in plan["measures"]]
        # Two on from the book before: few books hold all measures. Shuffled anew each round.
        round_, start = divmod(number * 2, len(ids))
        random.Random(f"{self.seed}/{name}/{round_}").shuffle(ids)
        ids = (ids[start:] + ids[:start])[:1 + number % 3]
        return sorted(ids), span - number % span

    def suitable(self, injector, rng):
        name = rng.choice(injector.plans)
        fitting = [n for n in range(self.size)
                   if len(self.describe(name, n)[0]) >= injector.count
                   and self.describe(name, n)[1] >= injector.closed]
        return name, rng.choice(fitting)

    def plan(self, book):
        if book not in self.made:
            ids, closed = self.describe(*book)
            self.made[book] = self.plans.filled(book[0], f"{self.seed}/{book}", ids, closed), closed
        return self.made[book]

    def draw(self, books):
        new = {f"{name}-{number}": self.plan((name, number))[0]
               for name, number in sorted(set(books)) if f"{name}-{number}" not in self.paths}
        self.paths.update(self.plans.draw(new))

    def path(self, book):
        return self.paths[f"{book[0]}-{book[1]}"]


class Run:
    def __init__(self, arguments, folder):
        self.arguments, self.folder = arguments, pathlib.Path(folder)
        self.program = os.environ.get("SHINCHOKU", "shinchoku")
        self.plans = clean_books.Plans(self.program, self.folder)
        self.pool = Pool(self.plans, max(20, arguments.per_rule), arguments.seed)
        self.rules = self.listed_rules()
        self.help = self.output("check", "--help")

    def listed_rules(self):
        lines = self.output("check", "--rules", "--lang", "en").splitlines()
        return [line.split()[0] for line in lines if line.strip()]

    def output(self, *arguments):
        return subprocess.run([self.program, *arguments], capture_output=True, text=True,
                              check=True).stdout

    def check(self, path, asof, options=()):
        done = subprocess.run([self.program, "check", str(path), "--format", "json", "--asof", asof,
                               "--lang", "en", "--quiet", "--no-progress", "--jobs", "1", *options],
                              capture_output=True, text=True, errors="replace")
        try:
            return json.loads(done.stdout)["findings"], ""
        except ValueError:
            return [], f"exit {done.returncode}: {done.stderr.strip()[:300]}"

    def side_by_side(self, function, items):
        with concurrent.futures.ThreadPoolExecutor(self.arguments.jobs) as workers:
            return list(workers.map(function, items))

    # -- clean books

    def clean_sheets(self):
        """(sheets checked, {sheet: findings of warning or error})."""
        rng = random.Random(f"{self.arguments.seed}/clean")
        books, sheets, number = [], 0, 0
        while sheets < self.arguments.clean:
            name = clean_books.PLANS[number % len(clean_books.PLANS)]
            book = (name, self.pool.size + rng.randrange(10 ** 6))
            sheets += self.blocks(book)
            books.append(book)
            number += 1
        self.pool.draw(books)
        alarms = collections.defaultdict(list)
        for book, (findings, failure) in zip(books, self.side_by_side(self.check_clean, books)):
            if failure:
                alarms[(book, None, None)].append(failure)
            for f in findings:
                if f["severity"] != "info":
                    alarms[(book, f["sheet"], f["measure"])].append(f)
        return sheets, alarms

    def blocks(self, book):
        return len(self.pool.plan(book)[0]["measures"])

    def check_clean(self, book):
        first = self.pool.plan(book)[0]["plan"]["first_year"]
        return self.check(self.pool.path(book), f"{first + self.pool.plan(book)[1]}-05-31")

    # -- faults and near misses

    def trials(self):
        wanted = collections.defaultdict(list)
        for injector in cases.INJECTORS:
            if not self.arguments.only or injector.rule in self.arguments.only:
                wanted[(injector.rule, injector.near)].append(injector)
        made = []
        for (rule, near), injectors in sorted(wanted.items()):
            count = max(self.arguments.per_rule // (2 if near else 1), len(injectors))
            for number in range(count):
                injector = injectors[number % len(injectors)]
                seed = f"{self.arguments.seed}/{rule}/{near}/{number}"
                made.append(Trial(injector, number, seed))
        return [t for t in made if t.injector.rule in self.rules and self.knows(t.injector)]

    def knows(self, injector):
        """Whether `check` has the options that the injector needs."""
        return all(option in self.help for option in injector.options if option.startswith("--"))

    def inject_all(self, trials):
        """Injects; where a book has no place for the fault another one is taken."""
        pending = list(trials)
        while pending:
            for trial in pending:
                rng = random.Random(f"{trial.seed}/{trial.attempt}/book")
                trial.book = self.pool.suitable(trial.injector, rng)
            self.pool.draw([t.book for t in pending])
            pending = [t for t in pending if not self.inject(t)]

    def inject(self, trial):
        trial.attempt += 1
        plan, closed = self.pool.plan(trial.book)
        rng = random.Random(f"{trial.seed}/{trial.attempt}")
        kind = "near" if trial.injector.near else "fault"
        trial.folder = self.folder / f"{trial.injector.rule}-{kind}-{trial.number}"
        trial.folder.mkdir(exist_ok=True)
        book = Book(self.pool.path(trial.book))
        case = cases.Case(rng, trial.book[0], plan, book, forms_of(book, plan), closed,
                          trial.folder, self.plans)
        try:
            trial.place = trial.injector.run(case)
        except cases.Unsuitable:
            if trial.attempt >= ATTEMPTS:
                raise SystemExit(f"{trial.injector.name}: no book suits")
            return False
        self.write(trial, case)
        return True

    def write(self, trial, case):
        content = case.book.bytes() if case.raw is None else case.raw
        inputs = trial.folder / "in"
        inputs.mkdir(exist_ok=True)
        for name, data in {case.file: content, **case.others}.items():
            (inputs / name).write_bytes(data)
        trial.asof, trial.options = case.asof, [*trial.injector.options, *case.options]

    def measure(self, trials):
        self.inject_all(trials)
        results = self.side_by_side(
            lambda t: self.check(t.folder / "in", t.asof, t.options), trials)
        for trial, result in zip(trials, results):
            trial.findings, trial.failure = result
        return trials


# -- the table

def table(run, trials):
    """Prints the table; returns (faults, right, false alarms of near misses)."""
    print(f"{'rule':5} {'injected':>8} {'found':>6} {'right':>6} {'recall':>8} "
          f"{'near':>5} {'false':>6}")
    faults = right = alarms = 0
    for rule in sorted({i.rule for i in cases.INJECTORS}):
        if run.arguments.only and rule not in run.arguments.only:
            continue
        if rule not in run.rules or not any(t.injector.rule == rule for t in trials):
            print(f"{rule:5} not in check --rules, or an option of it not in check --help")
            continue
        own = [t for t in trials if t.injector.rule == rule and not t.injector.near]
        close = [t for t in trials if t.injector.rule == rule and t.injector.near]
        hits = sum(t.hit() for t in own)
        false = sum(t.hit() or bool(t.failure) for t in close)
        print(f"{rule:5} {len(own):8} {sum(bool(t.of_rule()) for t in own):6} {hits:6} "
              f"{hits / max(len(own), 1):8.1%} {len(close):5} {false:6}")
        faults, right, alarms = faults + len(own), right + hits, alarms + false
    return faults, right, alarms


def footer(run):
    injected = {i.rule for i in cases.INJECTORS}
    print("\nmeasured elsewhere:")
    for rule, where in ELSEWHERE.items():
        print(f"  {rule}  {where}")
    for rule in run.rules:
        if rule not in injected and rule not in ELSEWHERE:
            print(f"  {rule}  has no injector")


def say_missed(trials):
    print("\nmissed, and near misses taken for faults:")
    for t in trials:
        if t.hit() == t.injector.near or t.failure:
            place = f"{sorted(t.place.sheets or '*')} {sorted(t.place.cells or '*')[:4]}"
            print(f"  {t.injector.rule} {t.injector.name} [{t.folder.name} {t.book}] "
                  f"expected {sorted(t.place.severities)} {place} {t.failure}")
            for f in t.of_rule():
                print(f"      {f['severity']} {f['sheet']}!{f['cell']} {f['message'][:110]}")
            if not t.of_rule() and not t.injector.near:
                others = [f"{f['rule']} {f['cell']}" for f in t.findings if f["severity"] != "info"]
                print(f"      instead: {', '.join(others[:6])}")


def parsed(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--per-rule", type=int, default=4, help="faults; half as many near misses")
    parser.add_argument("--clean", type=int, default=200, help="clean sheets")
    parser.add_argument("--only", nargs="*", default=[], help="these rules only")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--missed", action="store_true", help="say what was missed")
    parser.add_argument("--keep", help="keep the books here")
    return parser.parse_args(arguments)


def main():
    arguments = parsed(sys.argv[1:])
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(arguments.keep or temporary)
        folder.mkdir(exist_ok=True, parents=True)
        run = Run(arguments, folder)
        trials = run.measure(run.trials())
        faults, right, near_alarms = table(run, trials)
        sheets, alarms = run.clean_sheets() if arguments.clean else (0, {})
        footer(run)
    if arguments.missed:
        say_missed(trials)
    recall = right / faults if faults else 1
    share = len(alarms) / sheets if sheets else 0
    print(f"\nseed {arguments.seed}")
    print(f"recall: {right} of {faults} faults found at the right place ({recall:.2%})")
    print(f"near misses taken for faults: {near_alarms}")
    print(f"clean sheets: {sheets}, "
          f"with a finding of warning or error: {len(alarms)} ({share:.2%})")
    for (book, sheet, measure), findings in list(alarms.items())[:20]:
        for f in findings[:2]:
            text = f if isinstance(f, str) else f"{f['rule']} {f['cell']} {f['message']}"
            print(f"  {book} {sheet} {measure}: {text[:150]}")
    return 0 if recall >= RECALL and share <= 0.01 and not near_alarms else 1


if __name__ == "__main__":
    sys.exit(main())
