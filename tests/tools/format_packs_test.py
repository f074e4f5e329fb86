#!/usr/bin/env python3
"""The layout of packs changes lines only: what a pack says stays the same, and a second run changes nothing."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "format_packs.py"
PACKS = sorted(path for path in (ROOT / "rules").glob("*.json") if not path.name.endswith(".schema.json"))
WORDS = ["mother", "father", "grandmother", "grandfather", "aunt", "uncle", "neighbor", "cousin", "brother", "sister"]


def format_text(text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "pack.json"
        path.write_text(text, encoding="utf-8")
        subprocess.run([sys.executable, TOOL, path], check=True)
        return path.read_text(encoding="utf-8")


def joined(value, key=None, depth=0):
    """The pack with patterns in one piece, in whatever number of parts they are written."""
    if isinstance(value, dict):
        return {name: joined(member, name, depth + 1) for name, member in value.items()}
    if isinstance(value, list):
        in_parts = key in ("pattern", "term") or key == "item"
        if in_parts and all(isinstance(part, str) for part in value):
            return "".join(value)
        return [joined(item, "item" if isinstance(item, list) else None, depth + 1) for item in value]
    return value


class FormatPacks(unittest.TestCase):
    def test_the_packs_of_the_program_are_laid_out(self):
        run = subprocess.run([sys.executable, TOOL, "--check", *PACKS], capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stdout + run.stderr), (0, ""))

    def test_another_layout_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "pack.json"
            path.write_text(json.dumps(json.loads(PACKS[0].read_text(encoding="utf-8"))), encoding="utf-8")
            before = path.read_bytes()
            run = subprocess.run([sys.executable, TOOL, "--check", path], capture_output=True, text=True)
            self.assertEqual(run.returncode, 1)
            self.assertEqual(path.read_bytes(), before)

    def test_a_pack_on_one_line_says_the_same_afterwards(self):
        for path in PACKS:
            pack = json.loads(path.read_text(encoding="utf-8"))
            self.assertEqual(joined(json.loads(format_text(json.dumps(pack)))), joined(pack), path.name)

    def test_a_second_run_changes_nothing(self):
        for path in PACKS[:3]:
            once = format_text(json.dumps(json.loads(path.read_text(encoding="utf-8"))))
            self.assertEqual(format_text(once), once, path.name)

    def test_lists_and_tables_fill_their_lines(self):
        pack = {"pack": "p", "vocabulary": {"kin": WORDS * 3, "plural": {word + end: word + "s" for word in WORDS for end in "xyz"}},
                "rules": []}
        lines = format_text(json.dumps(pack)).splitlines()
        self.assertTrue(all(len(line) <= 140 for line in lines), max(lines, key=len))
        self.assertLess(len(lines), 25)
        self.assertIn('"motherx": "mothers", "mothery": "mothers"', "\n".join(lines))

    def test_a_long_pattern_is_cut_between_its_parts(self):
        pattern = "(?:" + "|".join(WORDS * 3) + ") (?:" + "|".join(WORDS * 3) + ")"
        text = format_text(json.dumps({"pack": "p", "rules": [{"id": "p/x", "patterns": [pattern]}]}))
        self.assertTrue(all(len(line) <= 140 for line in text.splitlines()), text)
        self.assertEqual("".join(json.loads(text)["rules"][0]["patterns"][0]), pattern)


if __name__ == "__main__":
    unittest.main()
