"""Runs the built program as a user would, for the whole-program tests.

SHINCHOKU names the executable; SHINCHOKU_SHARED the folder of inputs beside the project.
"""

import json
import os
import pathlib
import subprocess

PROGRAM = os.environ.get("SHINCHOKU", "shinchoku")
SOURCE = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("SHINCHOKU_SHARED", SOURCE.parent / "shared"))


def run(*arguments, cwd=None, status=None):
    """Runs the program; `status`, where given, is the set of exit statuses that are right."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, encoding="utf-8"
    )
    if status is not None and done.returncode not in status:
        raise AssertionError(
            f"{' '.join(map(str, arguments))}: exit {done.returncode}, expected {status}\n"
            f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
        )
    return done


def convert(workbook, folder, *options):
    """The plan of a workbook, and the findings of reading it."""
    plan = pathlib.Path(folder) / (pathlib.Path(workbook).stem + ".plan.json")
    findings = pathlib.Path(folder) / (pathlib.Path(workbook).stem + ".findings.json")
    run("convert", workbook, "-o", plan, "--findings", findings, "--force", "--quiet",
        "--asof", "2027-05-31", *options, status={0, 1})
    return json.loads(plan.read_text("utf-8")), json.loads(findings.read_text("utf-8"))["findings"]


def check(*workbooks, options=()):
    """The findings of `check`."""
    done = run("check", *workbooks, "--format", "json", "--asof", "2027-05-31", *options,
               status={0, 1})
    return json.loads(done.stdout)["findings"]


def meaning(plan):
    """A plan without what depends on the file: where it was read and how a number was typed."""
    def strip(value):
        if isinstance(value, dict):
            return {k: strip(v) for k, v in value.items() if k != "source"}
        if isinstance(value, list):
            return [strip(v) for v in value]
        return value

    return strip(plan)


def quantity(value):
    """What a value says, however it was typed."""
    return {k: v for k, v in value.items() if k not in ("raw", "stored", "format", "remark")}
