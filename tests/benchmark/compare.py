#!/usr/bin/env python3
"""Whole processes beside their peers on the same files: A B A B, medians, ratios, peak memory.

    cmake --build build/release --target benchmark
    SHINCHOKU=build/release/converter/cli/shinchoku tests/benchmark/compare.py [--runs 5] [--books 200]

Makes its inputs from a fixed seed: 200 workbooks of 5 Minami-Alps forms, written by the program.
Peers: openpyxl (python3-openpyxl) and ExcelJS (npm ci in tests/third_party); one that is not
installed is named and left out. CPU is user + system time of the process tree.
"""

import argparse
import json
import os
import pathlib
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ.get("SHINCHOKU", "shinchoku")
SAMPLES = HERE.parents[1] / "sample_workbooks" / "minami_alps"
OPENPYXL = """
import sys, openpyxl
cells = 0
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path, data_only=True)
    cells += sum(1 for s in book for row in s.iter_rows() for c in row if c.value is not None)
print(cells)
"""
OPENPYXL_READ_ONLY = OPENPYXL.replace("data_only=True", "data_only=True, read_only=True")
EXCELJS = """
const ExcelJS = require('exceljs');
(async () => {
  let cells = 0;
  for (const path of process.argv.slice(1)) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    book.eachSheet(s => s.eachRow(r => r.eachCell(c => { if (c.value !== null) cells++; })));
  }
  console.log(cells);
})();
"""


def make_books(folder, count):
    """`count` workbooks of five measures each, figures varied from a fixed seed."""
    master = pathlib.Path(folder, "master.json")
    subprocess.run([PROGRAM, "convert", SAMPLES / "master.xlsx", "-o", master, "--quiet"],
                   check=True)
    plan = json.loads(master.read_text("utf-8"))
    chance = random.Random(20260401)
    books = []
    for number in range(count):
        part = dict(plan, measures=[json.loads(json.dumps(m))
                                    for m in chance.sample(plan["measures"], 5)])
        for measure in part["measures"]:
            for indicator in measure["indicators"]:
                first = indicator["years"][0]
                first["actual"] = dict(first["target"])
        source = pathlib.Path(folder, f"plan{number:04}.json")
        source.write_text(json.dumps(part, ensure_ascii=False), "utf-8")
        books.append(pathlib.Path(folder, "forms", f"f{number:04}.xlsx"))
        books[-1].parent.mkdir(exist_ok=True)
        subprocess.run([PROGRAM, "convert", source, "-o", books[-1], "--quiet"], check=True)
        source.unlink()
    return books


def timed(command, environment=None):
    """CPU seconds, wall seconds and peak MiB of one run."""
    read, write = os.pipe()
    begun = time.monotonic()
    child = os.fork()
    if child == 0:  # a process of its own, so that its children's usage is its alone
        os.close(read)
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env={**os.environ, **(environment or {})})
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(write, json.dumps([usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
                                    done.returncode]).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        cpu, peak, status = json.loads(pipe.read())
    os.waitpid(child, 0)
    if status not in (0, 1):
        raise SystemExit(f"exit {status}: {' '.join(map(str, command[:6]))}")
    return cpu, time.monotonic() - begun, peak


def installed(command, environment=None):
    return subprocess.run(command, capture_output=True,
                          env={**os.environ, **(environment or {})}).returncode == 0


def contestants(books, folder):
    """Name -> (command, environment), ours first."""
    jobs = {
        "shinchoku inspect, 1 job": ([PROGRAM, "inspect", *books, "--quiet", "--jobs", "1"], None),
        "shinchoku convert, 1 job": (
            [PROGRAM, "convert", *books, "-o", pathlib.Path(folder, "out.json"), "--force",
             "--quiet", "--jobs", "1"], None),
        "shinchoku check, 1 job": ([PROGRAM, "check", *books, "--quiet", "--jobs", "1",
                                    "--asof", "2027-05-31"], None),
        "shinchoku check, 2 jobs": ([PROGRAM, "check", *books, "--quiet", "--jobs", "2",
                                     "--asof", "2027-05-31"], None),
    }
    python = "/usr/bin/python3"
    if installed([python, "-c", "import openpyxl"]):
        jobs["openpyxl read-only"] = ([python, "-c", OPENPYXL_READ_ONLY, *books], None)
        jobs["openpyxl"] = ([python, "-c", OPENPYXL, *books], None)
    else:
        print("openpyxl is not installed: left out", file=sys.stderr)
    modules = {"NODE_PATH": str(HERE.parent / "third_party" / "node_modules")}
    if installed(["node", "-e", "require('exceljs')"], modules):
        jobs["ExcelJS"] = (["node", "-e", EXCELJS, *books], modules)
    else:
        print("ExcelJS is not installed (npm ci in tests/third_party): left out", file=sys.stderr)
    return jobs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--books", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        books = [str(b) for b in make_books(folder, options.books)]
        size = sum(os.path.getsize(b) for b in books) / len(books)
        print(f"{len(books)} workbooks of 5 sheets, {size:.0f} bytes each, {options.runs} runs")
        jobs = contestants(books, folder)
        samples = {name: [] for name in jobs}
        for _ in range(options.runs):
            for name, (command, environment) in jobs.items():
                samples[name].append(timed(command, environment))
        first = None
        print(f"{'':28}{'CPU ms/book':>12}{'wall ms/book':>13}{'peak MiB':>10}{'CPU ratio':>10}")
        for name, runs in samples.items():
            cpu, wall = (1000 * statistics.median(r[i] for r in runs) / len(books) for i in (0, 1))
            peak = max(r[2] for r in runs)
            first = first or cpu
            print(f"{name:28}{cpu:12.3f}{wall:13.3f}{peak:10.1f}{cpu / first:10.1f}")
    if "READ_BENCHMARK" in os.environ:
        subprocess.run([os.environ["READ_BENCHMARK"]], check=True)


if __name__ == "__main__":
    main()
