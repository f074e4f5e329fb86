"""What compare, growth and instructions share: running a process and counting what it took, tables, documents."""
import dataclasses
import json
import os
import pathlib
import re
import shutil
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build/release/careportal-lint"
CORPUS = ROOT / "build/bench-corpus"
GNU_TIME = shutil.which("time")


def fail(text):
    """Tells what is wrong; `raise` the result: exit code 2, as the program has it for wrong options and inputs."""
    print(text, file=sys.stderr)
    return SystemExit(2)


@dataclasses.dataclass
class Run:
    """One process from start to end, with the processes that it started. Seconds."""
    wall: float
    cpu: float
    code: int


@dataclasses.dataclass
class Command:
    """What is run. Its output goes to a file: some programs (grep) do less when it goes to /dev/null."""
    name: str
    args: list
    stdin: str = os.devnull
    env: dict = dataclasses.field(default_factory=dict)
    codes: tuple = (0, 1)  # exit codes that mean "done"

    def spawn(self, args=None):
        """Starts it; returns the process id."""
        args = [str(arg) for arg in (args or self.args)]
        out = os.path.join(tempfile.gettempdir(), f"careportal-bench-{os.getpid()}.out")
        files = [(os.POSIX_SPAWN_OPEN, 0, str(self.stdin), os.O_RDONLY, 0),
                 (os.POSIX_SPAWN_OPEN, 1, out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
                 (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
        # drafts are UTF-8: every program runs in such a locale unless its entry says otherwise
        env = {**os.environ, "LC_ALL": "C.UTF-8", **self.env}
        try:
            return os.posix_spawnp(args[0], args, env, file_actions=files)
        finally:
            self.out = out

    def run(self):
        begin = time.perf_counter()
        _, status, used = os.wait4(self.spawn(), 0)
        wall = time.perf_counter() - begin
        code = os.waitstatus_to_exitcode(status)
        if code not in self.codes:
            raise fail(f"{self.name}: exit code {code}: {' '.join(map(str, self.args))[:300]}")
        return Run(wall, used.ru_utime + used.ru_stime, code)

    def peak_memory(self):
        """Peak resident memory in bytes, or None without GNU time. A child of Python itself would inherit Python's peak."""
        if GNU_TIME is None:
            return None
        with tempfile.NamedTemporaryFile("r") as told:
            os.wait4(self.spawn([GNU_TIME, "-f", "%M", "-o", told.name, *self.args]), 0)
            return int(told.read().split()[-1]) * 1024

    def cleanup(self):
        if getattr(self, "out", None) and os.path.exists(self.out):
            os.unlink(self.out)


@dataclasses.dataclass
class Figures:
    """Median, least and most of several runs."""
    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values):
        return cls(statistics.median(values), min(values), max(values))


def duration(seconds):
    for unit, factor in (("s", 1), ("ms", 1e3), ("µs", 1e6), ("ns", 1e9)):
        if seconds * factor >= 1 or unit == "ns":
            value = seconds * factor
            return f"{value:.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def number(value):
    """Three digits that count, never an exponent."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(head, rows):
    """A markdown table, columns padded so that it can be read as text, numbers to the right."""
    rows = [[str(cell) for cell in row] for row in rows]
    width = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    left = [i == 0 or not any(re.match(r"[\d<-]", row[i]) for row in rows) for i in range(len(head))]

    def line(cells):
        return "| " + " | ".join(c.ljust(w) if l else c.rjust(w) for c, w, l in zip(cells, width, left)) + " |"
    rule = "|" + "|".join("-" * (w + 2) if l else "-" * (w + 1) + ":" for w, l in zip(width, left)) + "|"
    return "\n".join([line(head), rule, *map(line, rows)])


def machine():
    """One line about where figures come from."""
    model = "unknown processor"
    try:
        found = re.search(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
        model = found[1] if found else model
    except OSError:
        pass
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return f"{model}, {os.cpu_count()} processors{load}"


def update_document(path, mark, text):
    """Puts `text` between `<!-- MARK: begin -->` and `<!-- MARK: end -->`."""
    path = pathlib.Path(path)
    old = path.read_text(encoding="utf-8")
    begin, end = f"<!-- {mark}: begin -->\n", f"<!-- {mark}: end -->"
    if old.count(begin) != 1 or old.count(end) != 1:
        raise fail(f"{path}: needs the lines '{begin.strip()}' and '{end}' once each")
    before, rest = old.split(begin)
    path.write_text(before + begin + text.rstrip("\n") + "\n" + end + rest.split(end)[1], encoding="utf-8")
    print(f"{path}: updated", file=sys.stderr)


def add_options(parser):
    parser.add_argument("--program", type=pathlib.Path, default=PROGRAM, help="the careportal-lint to measure (default: build/release)")
    parser.add_argument("--quick", action="store_true", help="small texts, few runs: to see that it works, not to believe")
    parser.add_argument("--runs", type=int, help="how often each process runs at least")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write all figures there, too")
    parser.add_argument("--update", metavar="FILE", help="put the tables into this document, between its markers")


def check_program(program):
    program = pathlib.Path(program).resolve()
    if not os.access(program, os.X_OK):
        raise fail(f"{program} is no program; build it (./dev build) or name one with --program")
    return program


def write_json(path, value):
    path.write_text(json.dumps(value, indent=1, default=dataclasses.asdict) + "\n", encoding="utf-8")
