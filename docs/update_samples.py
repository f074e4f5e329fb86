#!/usr/bin/env python3
"""Puts the real output of the program into the documents, so that samples cannot drift.

  docs/update_samples.py           rewrites every sample of README.md and docs/
  docs/update_samples.py --check   changes nothing; exit 1 when a sample is out of date

A sample is the fenced block right after a comment like

  <!-- output of: careportal-lint examples/drafts/01-first-apartment.txt -->

Commands run in a shell at the root of the project, with build/release first on the PATH.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = re.compile(r"(<!-- output of: (.+?) -->\n+```\w*\n)(.*?)(^```$)", re.M | re.S)


def output(command: str) -> str:
    path = f"{ROOT / 'build/release'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env={**os.environ, "PATH": path, "NO_COLOR": "1"},
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"exit code {done.returncode}: {command}\n{done.stderr}")
    return done.stdout.rstrip("\n") + "\n"


def main() -> int:
    check = sys.argv[1:] == ["--check"]
    stale = []
    samples = 0
    for document in [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]:
        old = document.read_text(encoding="utf-8")
        new = SAMPLE.sub(lambda found: found[1] + output(found[2]) + found[4], old)
        samples += len(SAMPLE.findall(old))
        if new == old:
            continue
        stale.append(str(document.relative_to(ROOT)))
        if not check:
            document.write_text(new, encoding="utf-8")
    print(f"{samples} samples;", ("out of date: " if check else "rewritten: ") + (", ".join(stale) or "none"))
    return 1 if stale and check or samples == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
