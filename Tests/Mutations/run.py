#!/usr/bin/env python3
"""Plants the faults of faults.txt one by one, and sees whether the tests that are named there notice.

All of it happens in a copy of the project with a build folder of its own; the project's own files are only read.
The end is 0 where every fault was caught, 1 where one survived, 65 where an entry is wrong (its text isn't there, it
doesn't build, it names no test), 70 where the tests fail without a fault, 73 where no copy can be made.
"""

import argparse
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
COPIED = [
    "Package.swift", "Package.resolved", "Makefile", "README.md", "Sources", "Labs", "docs", "Tests/AllocationCounter",
]
MARK = ".copy-of-descent"
LONGEST_TEST = 300
GOOD, SURVIVED, WRONG_USE, BAD_ENTRY, BAD_START, NO_COPY = 0, 1, 64, 65, 70, 73


class BadEntry(Exception):
    """An entry that can't be used, in a sentence."""


@dataclass
class Fault:
    """One entry: what is written where, in place of what, and who should notice."""

    line: int
    file: str = ""
    sentence: str = ""
    tests: list[str] = field(default_factory=list)
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{Path(self.file).stem}: {self.sentence}"

    @property
    def filter(self) -> str:
        return "|".join(f"^{re.escape(test)}" + (r"\(" if "/" in test else "/") for test in self.tests)

    def planted(self, text: str) -> str:
        """The file's text with the fault in it."""
        old, new = "\n".join(self.old), "\n".join(self.new)
        if text.count(old) != 1:
            raise BadEntry(f"the old text occurs {text.count(old)} times in {self.file}, and has to occur once")
        return text.replace(old, new)


def read_faults(path: Path) -> list[Fault]:
    """The entries of the list. A blank line ends one, a line that starts with # is a remark."""
    faults: list[Fault] = []
    entry: Fault | None = None
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if not line or line.startswith("#"):
            entry = None
            continue
        if entry is None:
            entry = Fault(number)
            faults.append(entry)
        key, _, rest = line.partition(" ")
        if key == "file:":
            entry.file = rest
        elif key == "fault:":
            entry.sentence = rest
        elif key == "tests:":
            entry.tests = rest.split()
        elif key == "-":
            entry.old.append(rest)
        elif key == "+":
            entry.new.append(rest)
        else:
            raise BadEntry(f"{path.name}, line {number}: a line starts with file:, fault:, tests:, - or +")
    for entry in faults:
        if not (entry.file and entry.sentence and entry.tests and entry.old) or entry.old == entry.new:
            raise BadEntry(f"{path.name}, line {entry.line}: an entry has a file, a fault, tests, and two texts")
    return faults


class Copy:
    """The project again, where faults may stand in it."""

    def __init__(self, folder: Path, build: Path, faults: list[Fault]):
        self.folder, self.build_folder = folder, build
        self.environment = os.environ | {"DESCENT_LAB": "None"}
        targets = {test.split(".")[0] for fault in faults for test in fault.tests}
        # Package.swift leaves out what isn't there: the tests that no fault names would only take time.
        self.parts = COPIED + sorted(f"Tests/{target}" for target in targets)

    def bring_up_to_date(self) -> None:
        """Writes what is new or other than in the project; files that are the same keep their time, and stay built."""
        self.folder.mkdir(parents=True, exist_ok=True)
        mark = self.folder / MARK
        mark.touch()
        wanted = {mark}
        for name in self.parts:
            place = PROJECT / name
            files = [place] if place.is_file() else (file for file in place.rglob("*") if file.is_file())
            for file in files:
                if file.suffix == ".pyc":
                    continue
                target = self.folder / file.relative_to(PROJECT)
                wanted.add(target)
                if not target.exists() or target.read_bytes() != file.read_bytes():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(file, target)
                    shutil.copymode(file, target)
        for file in self.folder.rglob("*"):
            if file.is_file() and file not in wanted:
                file.unlink()
        for folder in (self.folder / "Tests").iterdir():
            if not any(folder.rglob("*.swift")) and not any(folder.rglob("*.c")):
                shutil.rmtree(folder)

    def touch_importers(self, file: Path) -> None:
        """Has all that imports the file's module compiled anew by the next build."""
        module = file.relative_to(self.folder / "Sources").parts[0]
        for other in self.folder.rglob("*.swift"):
            if re.search(rf"^(@testable )?import {module}$", other.read_text(), re.MULTILINE):
                other.touch()

    def build(self) -> list[str]:
        """Builds all with its tests: the compiler's first errors, or nothing."""
        status, output = self.run(["swift", "build", "--build-tests"], longest=None)
        if status == 0:
            return []
        errors = [line for line in output.splitlines() if " error: " in line or line.startswith("error: ")]
        return errors[:3] or output.splitlines()[-3:]

    def test(self, pattern: str, longest: float | None = LONGEST_TEST) -> tuple[int | None, str]:
        """Runs the tests that match; the status is nothing where they didn't end."""
        return self.run(["swift", "test", "--skip-build", "--filter", pattern], longest=longest)

    def run(self, command: list[str], longest: float | None) -> tuple[int | None, str]:
        places = ["--package-path", str(self.folder), "--build-path", str(self.build_folder)]
        process = subprocess.Popen(
            command + places, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace", start_new_session=True)
        try:
            output, _ = process.communicate(timeout=longest)
            return process.returncode, output
        except subprocess.TimeoutExpired:
            end_session(process.pid)
            return None, process.communicate()[0]
        except BaseException:
            end_session(process.pid)
            raise


def end_session(leader: int) -> None:
    """Ends all processes of a session; the test program is in a process group of its own."""
    for line in subprocess.run(["ps", "-e", "-o", "pid="], capture_output=True, text=True).stdout.split():
        try:
            if os.getsid(int(line)) == leader:
                os.kill(int(line), signal.SIGKILL)
        except OSError:
            pass  # It has ended by itself, or is somebody else's.


def failed_tests(output: str) -> list[str]:
    """The tests that failed, by the names that Swift Testing prints."""
    names = re.findall(r"^\S+ Test (?!run with )(.+?) (?:with \d+ test cases? )?failed after ", output, re.MULTILINE)
    return list(dict.fromkeys(names))


def ran(output: str) -> int:
    """How many tests ran to their end, as Swift Testing counts them; 0 where the run was cut short."""
    found = re.search(r"Test run with (\d+) tests? ", output)
    return int(found.group(1)) if found else 0


def build_planted(copy: Copy) -> None:
    errors = copy.build()
    if errors:
        raise BadEntry("it doesn't build: " + " / ".join(errors))


def outcome(copy: Copy, fault: Fault) -> tuple[str, str]:
    """What becomes of one fault, in a word, and how it was seen."""
    file = copy.folder / fault.file
    original = file.read_text()
    planted = fault.planted(original)
    has_touched = False
    try:
        file.write_text(planted)
        build_planted(copy)
        status, output = copy.test(fault.filter)
        if status == 0 and "@inlinable" in original:
            # Other modules hold copies of such functions, which an incremental build leaves as they were.
            has_touched = True
            copy.touch_importers(file)
            build_planted(copy)
            status, output = copy.test(fault.filter)
    finally:
        file.write_text(original)
        if has_touched:
            copy.touch_importers(file)
    if status is None:
        return "caught", f"the tests didn't end within {LONGEST_TEST} seconds"
    failed = failed_tests(output)
    if status == 0:
        if ran(output) == 0:
            raise BadEntry(f"no test matches {' '.join(fault.tests)}")
        return "survived", f"{ran(output)} tests passed"
    if failed:
        more = f" and {len(failed) - 1} more" if len(failed) > 1 else ""
        return "caught", f"by {failed[0]}{more}"
    return "caught", "the test program crashed"


class Report:
    """A line a fault; where somebody watches, also what is being done."""

    def __init__(self, count: int):
        self.count, self.done, self.counts = count, 0, {"caught": 0, "survived": 0, "wrong entry": 0}
        self.is_watched = sys.stdout.isatty()

    def doing(self, what: str) -> None:
        if self.is_watched:
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\033[K[{self.done + 1}/{self.count}] {what}"[:width], end="", flush=True)

    def say(self, line: str) -> None:
        print(("\r\033[K" if self.is_watched else "") + line, flush=True)

    def tell(self, word: str, fault: Fault, how: str, seconds: float) -> None:
        self.done += 1
        self.counts[word] += 1
        self.say(f"{word:<11} {seconds:4.0f} s  {fault.name} ({how})")


def prepare(copy: Copy, faults: list[Fault], report: Report) -> bool:
    """Brings the copy up to date and sees all named tests pass in it without a fault."""
    started = time.monotonic()
    report.say(f"Building {copy.folder} in {copy.build_folder}, which takes minutes the first time.")
    copy.bring_up_to_date()
    errors = copy.build()
    if errors:
        report.say("The copy doesn't build without a fault:\n" + "\n".join(errors))
        return False
    status, output = copy.test("|".join(sorted({fault.filter for fault in faults})), longest=None)
    if status != 0:
        report.say("Tests fail without a fault: " + (", ".join(failed_tests(output)) or "they crashed or didn't end"))
        return False
    report.say(f"Without a fault, {ran(output)} tests pass ({time.monotonic() - started:.0f} s).")
    return True


def main() -> int:
    scratch = Path(tempfile.gettempdir()) / "descent-faults"
    parser = argparse.ArgumentParser(description="Plants faults one by one and sees whether tests notice.")
    parser.add_argument("--only", metavar="PATTERN", help="a regular expression that the file or the sentence has")
    parser.add_argument("--list", action="store_true", help="print the faults and end")
    parser.add_argument("--copy", type=Path, default=scratch / "copy", help="where the copy is kept")
    parser.add_argument("--build-path", type=Path, default=scratch / "build", help="where the copy is built")
    options = parser.parse_args()
    try:
        known = faults = read_faults(HERE / "faults.txt")
        if options.only:
            faults = [fault for fault in faults if re.search(options.only, f"{fault.file} {fault.sentence}")]
        for fault in faults:
            fault.planted((PROJECT / fault.file).read_text())
    except (BadEntry, OSError, re.error) as error:
        print(f"{error}.", file=sys.stderr)
        return BAD_ENTRY
    if not faults:
        print(f"No fault matches {options.only}.", file=sys.stderr)
        return WRONG_USE
    if options.list:
        print("\n".join(f"{fault.file}: {fault.sentence}" for fault in faults))
        return GOOD
    if options.copy.exists() and any(options.copy.iterdir()) and not (options.copy / MARK).exists():
        print(f"{options.copy} holds other things, which would be lost; name another folder.", file=sys.stderr)
        return NO_COPY
    options.copy.parent.mkdir(parents=True, exist_ok=True)
    with open(f"{options.copy.resolve()}.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            print(f"{options.copy} is in use; give this run a --copy and a --build-path.", file=sys.stderr)
            return NO_COPY
        return plant_all(Copy(options.copy.resolve(), options.build_path.resolve(), known), faults)


def plant_all(copy: Copy, faults: list[Fault]) -> int:
    report = Report(len(faults))
    if not prepare(copy, faults, report):
        return BAD_START
    for fault in faults:
        started = time.monotonic()
        report.doing(fault.name)
        try:
            word, how = outcome(copy, fault)
        except BadEntry as error:
            word, how = "wrong entry", str(error)
        report.tell(word, fault, how, time.monotonic() - started)
    counts = report.counts
    report.say(f"{len(faults)} faults: {counts['caught']} caught, {counts['survived']} survived"
               + (f", {counts['wrong entry']} entries are wrong." if counts["wrong entry"] else "."))
    return SURVIVED if counts["survived"] else BAD_ENTRY if counts["wrong entry"] else GOOD


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
