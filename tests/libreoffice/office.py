"""LibreOffice without a screen, with the extension in a profile of its own."""

import os
import pathlib
import shutil
import subprocess

NOBODY = 65534
FIRST_START = 81  # soffice.bin has made the profile and wants to be started again

RECALCULATION = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{mode}</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>{mode}</value></prop></item>
</oor:items>
"""
ALWAYS, NEVER = 0, 1


class Office:
    """folder: an empty one, which everything is written into."""

    def __init__(self, home, extension, folder):
        self.programs = pathlib.Path(home) / "program"
        self.folder = pathlib.Path(folder)
        # unopkg refuses to work for root; what it has made belongs to the one who works.
        self.prefix = []
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
            self.folder.chmod(0o755)
            self.prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        copy = shutil.copy(extension, self.folder / "shinchoku.oxt")
        os.chmod(copy, 0o644)
        self.run("unopkg", "add", "-f", self.profile(ALWAYS), copy)
        self.make_profiles()

    def profile(self, mode):
        return f"-env:UserInstallation=file://{self.folder}/profile{mode}"

    def make_profiles(self):
        """An .xlsx or .ods is calculated anew only where the profile says so."""
        shutil.copytree(self.folder / f"profile{ALWAYS}", self.folder / f"profile{NEVER}")
        for mode in (ALWAYS, NEVER):
            settings = self.folder / f"profile{mode}" / "user" / "registrymodifications.xcu"
            settings.write_text(RECALCULATION.format(mode=mode), encoding="utf-8")
        if self.prefix:
            for path in self.folder.rglob("*"):
                os.chown(path, NOBODY, NOBODY)

    def run(self, program, *arguments):
        command = self.prefix + ["env", f"HOME={self.folder}", str(self.programs / program)]
        for _ in range(3):
            done = subprocess.run(command + list(map(str, arguments)), capture_output=True,
                                  text=True, timeout=600)
            if done.returncode != FIRST_START:
                break
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def convert(self, files, kind, mode):
        """Returns the converted files, in the order of `files`."""
        out = self.folder / f"{kind}{mode}"
        out.mkdir(exist_ok=True)
        if self.prefix:
            os.chown(out, NOBODY, NOBODY)
        done = self.run("soffice.bin", "--headless", self.profile(mode), "--convert-to", kind,
                        "--outdir", out, *files)
        made = [out / f"{pathlib.Path(file).stem}.{kind}" for file in files]
        for path in made:
            if not path.exists():
                raise RuntimeError(f"{path} was not written\n{done.stdout}{done.stderr}")
        return made
