"""The hostile set beside the project, whole, through `inspect`: each case in a process of its own.

REJ is refused (exit 2) or read with a finding of severity error (exit 1, the decisions of
safety.md); OK gives exactly the cells of the manifest; ANY does either. No case crashes, hangs or
grows: the limits of the manifest, three times as wide, are process limits.
"""

import collections
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import unittest

from program import PROGRAM, SHARED

# Cases that end otherwise than the manifest says, with the reason (design/safety.md names them).
READ_WITH_AN_ERROR = ("s_sst_index_", "s_num_")  # the cell is damaged, the rest is read: exit 1


def limited(seconds, mib):
    def apply():
        resource.setrlimit(resource.RLIMIT_CPU, (3 * seconds, 3 * seconds + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (3 * mib << 20, 3 * mib << 20))
    return apply


def value_of(cell):
    return cell["error"] if isinstance(cell, dict) and "error" in cell else cell


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run([sys.executable, SHARED / "hostile" / "gen_hostile.py", cls.folder.name],
                       check=True, stdout=subprocess.DEVNULL)
        cls.cases = json.loads(pathlib.Path(cls.folder.name, "manifest.json").read_text("utf-8"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def inspect(self, case, folder):
        path = pathlib.Path(self.folder.name, case["file"])
        findings = pathlib.Path(folder, "findings.json")
        done = subprocess.run(
            [PROGRAM, "inspect", path, "--format", "json", "--findings", findings, "--quiet"],
            cwd=folder, capture_output=True, timeout=3 * case["max_seconds"] + 5,
            preexec_fn=limited(case["max_seconds"], case["max_rss_mib"]))
        left = set(os.listdir(folder)) - {"findings.json"}
        self.assertEqual(left, set(), "a file was created")
        findings = (json.loads(findings.read_text("utf-8"))["findings"]
                    if findings.exists() else [])
        return done, findings

    def cells(self, case, done):
        document = json.loads(done.stdout)
        sheets = [s for s in document["sheets"] if s["name"] == case["sheet"]]
        return sheets[0]["cells"] if sheets else {}

    def expect_cells(self, case, done):
        if case["cells"] is None:
            return
        here = self.cells(case, done)
        for at, expected in case["cells"].items():
            if expected is None:
                self.assertNotIn(at, here)
            elif isinstance(expected, dict) and "error" in expected:
                self.assertEqual(value_of(here.get(at)), expected["error"], at)
            else:
                self.assertEqual(value_of(here.get(at)), expected, at)

    def test_every_case_ends_as_the_manifest_says(self):
        self.assertEqual(len(self.cases), 391)
        ends = collections.Counter()
        for case in self.cases:
            name = pathlib.Path(case["file"]).name
            with self.subTest(name, must=case["must"]), tempfile.TemporaryDirectory() as folder:
                done, findings = self.inspect(case, folder)
                self.assertIn(done.returncode, (0, 1, 2), done.stderr[-500:])
                ends[case["cls"], done.returncode] += 1
                worst = {f["severity"] for f in findings}
                if done.returncode == 2:
                    self.assertTrue({"F01", "F02", "F11", "F12"} & {f["rule"] for f in findings})
                    self.assertNotEqual(case["cls"], "OK")
                    continue
                if case["cls"] == "REJ":
                    self.assertTrue(name.startswith(READ_WITH_AN_ERROR), "not refused")
                    self.assertEqual(done.returncode, 1)
                    self.assertIn("error", worst)
                else:
                    self.expect_cells(case, done)
        print("hostile:", dict(ends), file=sys.stderr)


if __name__ == "__main__":
    unittest.main()
