"""The progress book's formulas: LibreOffice calculates the values that stand in the file."""

import os
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

import recalc_check

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = SOURCE / "sample_workbooks" / "minami_alps"


def make_book(folder, inputs, *options):
    book = pathlib.Path(folder, "book.xlsx")
    subprocess.run([os.environ["SHINCHOKU"], "progress", SAMPLES / inputs, "--asof", "2027-05-31",
                    "--force", "-o", book, *options], stderr=subprocess.DEVNULL)
    return book


def with_another_value(book):
    """The book with a cached value that its formula does not give."""
    changed = book.with_name("changed.xlsx")
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet8.xml":
                before = text
                text = text.replace(b"</f><v>1</v>", b"</f><v>2</v>", 1)
                assert text != before
            new.writestr(name, text)
    return changed


class Recalculation(unittest.TestCase):
    def test_cached_values_are_what_the_formulas_give(self):
        cases = (("returned", "--master", SAMPLES / "master.xlsx"), ("corrected", "--lang", "en"))
        for inputs, *options in cases:
            with self.subTest(inputs), tempfile.TemporaryDirectory() as folder:
                formulas, differences = recalc_check.check(make_book(folder, inputs, *options))
                self.assertGreater(formulas, 100)
                self.assertEqual(differences, 0)

    def test_another_value_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            book = with_another_value(make_book(folder, "returned"))
            self.assertEqual(recalc_check.check(book)[1], 1)


if __name__ == "__main__":
    unittest.main()
