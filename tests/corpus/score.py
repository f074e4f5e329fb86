#!/usr/bin/env python3
"""Measures what careportal-lint finds in the annotated drafts of this folder (see README.md).

The program runs once over the drafts of each part; a part is a folder beside this file with gold.jsonl and drafts/.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CATEGORIES = ["confidentiality", "cash", "details", "strengths", "jargon", "credibility", "connection"]
SEVERITIES = ["info", "warning", "error"]
ALLOWED_LOSS = 0.005


def span_of(text, words, occurrence):
    """Where `words` stand for the n-th time, counting overlapping places."""
    begin = -1
    for _ in range(occurrence):
        begin = text.find(words, begin + 1)
        if begin < 0:
            raise SystemExit(f"gold: {words!r} does not stand {occurrence} times in its draft")
    return begin, begin + len(words)


class Entry:
    """One thing that the gold says about a draft: a place in the text, or something missing from it."""

    def __init__(self, draft, row=None, missing=None):
        self.draft = draft
        self.category = row["category"] if row else missing.split(":")[0]
        self.name = row["type"] if row else "missing " + missing.split(":")[-1]
        self.item = missing
        self.row = row or {}
        self.span = span_of(draft.text, row["text"], row["occurrence"]) if row else None
        self.words = row["text"] if row else missing
        self.found = self.suggested = self.well_suggested = False

    @property
    def must(self):
        return self.row.get("must", True)

    def takes(self, category):
        return category == self.category or category in self.row.get("also", [])

    def accepts(self, replacement):
        """The replacement holds a word that the gold calls good; short words must be whole ones."""
        said = plain(replacement)
        if "fix" in self.row and plain(self.row["fix"]) in said:
            return True
        for word in self.row.get("accept_rewrite", []):
            if word == "<delete>":
                if not said.strip():
                    return True
            elif re.search(r"\b" + re.escape(plain(word)) + (r"(?:'?s)?\b" if len(word) < 4 else ""), said):
                return True
        return False

    @property
    def ratable(self):
        return self.found and bool(self.row.get("accept_rewrite") or self.row.get("fix"))


def plain(text):
    return text.replace("\u2018", "'").replace("\u2019", "'").casefold()


class Draft:
    def __init__(self, part, row):
        self.name = row["file"].rsplit("/", 1)[-1]
        self.kind = row["kind"]
        self.text = decode((part / row["file"]).read_bytes())
        self.entries = [Entry(self, row=finding) for finding in row["findings"]]
        self.missing = [Entry(self, missing=item) for item in row["missing"]]
        self.optional = set(row.get("missing_optional", []))
        self.traps = [{"span": span_of(self.text, trap["text"], trap.get("occurrence", 1)), "hit": None, **trap}
                      for trap in row["must_not"]]
        self.characters = {}
        offset = 0
        for index, character in enumerate(self.text):
            self.characters[offset] = index
            offset += len(character.encode("utf-8"))
        self.characters[offset] = len(self.text)
        self.reported = False
        self.disturbed = False


def decode(raw):
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if raw.startswith(mark):
            return raw[len(mark):].decode(encoding)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


class Finding:
    def __init__(self, draft, report):
        self.category = report["category"]
        self.rule = report["rule"]
        self.severity = SEVERITIES.index(report["severity"])
        self.span = tuple(draft.characters[report[end]["offset"]] for end in ("start", "end"))
        self.words = draft.text[self.span[0]:self.span[1]]
        self.replacements = [s["text"] for s in report["suggestions"] if "text" in s]
        self.missing = self.missing_items(report["message"])
        self.whole = not self.words or len(self.words) * 2 >= len(draft.text)

    def missing_items(self, message):
        """What the finding says is missing; None when it speaks of words that are there."""
        name = self.rule.split("/")[1]
        if self.category == "connection":
            return {"connection"}
        if self.category == "strengths":
            return {"strengths"} if "missing" in name else None
        if self.category != "details":
            return None
        for words, item in (("shoe-size", "shoe size"), ("clothing-size", "clothing size"), ("gender", "gender"),
                            ("preferences", "preferences")):
            if words in name:
                return {"details:" + item}
        return None

    def overlaps(self, span):
        return self.span[0] < span[1] and span[0] < self.span[1]


def judge(finding, draft):
    """'true', 'neutral' or 'false'; marks the entries that the finding finds."""
    if finding.missing or finding.whole:
        items = finding.missing or {finding.category}
        hits = [entry for entry in draft.missing if entry.item in items]
        for entry in hits:
            entry.found = True
            entry.suggested = entry.suggested or bool(finding.replacements)
        if hits:
            return "true"
        if any(item in draft.optional or item.split(":")[0] in draft.optional for item in items):
            return "neutral"
        if finding.whole:
            return "false"
    entries = [entry for entry in draft.entries if finding.overlaps(entry.span) and entry.takes(finding.category)]
    hits = [entry for entry in entries if entry.must]
    for entry in hits:
        entry.found = True
        entry.suggested = entry.suggested or bool(finding.replacements)
        entry.well_suggested = entry.well_suggested or any(map(entry.accepts, finding.replacements))
    if hits:
        return "true"
    if any(finding.severity <= SEVERITIES.index(entry.row.get("neutral_up_to", "error")) for entry in entries):
        return "neutral"
    return "false"


def run(program, part):
    command = [program, "--format", "json", str(part / "drafts")]
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if result.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit status {result.returncode}\n{result.stderr.decode('utf-8', 'replace')}")
    return json.loads(result.stdout)["files"]


class Score:
    """The counts of one part."""

    def __init__(self, program, part):
        self.part = part.name
        rows = [json.loads(line) for line in (part / "gold.jsonl").read_text("utf-8").splitlines() if line.strip()]
        self.drafts = {draft.name: draft for draft in (Draft(part, row) for row in rows)}
        self.counts = collections.Counter()  # (category, judgment)
        self.alarms = []
        for report in run(program, part):
            draft = self.drafts.get(report["path"].rsplit("/", 1)[-1])
            if draft is None:
                continue
            draft.reported = True
            for diagnostic in report["diagnostics"]:
                self.take(draft, Finding(draft, diagnostic))
        silent = [draft.name for draft in self.drafts.values() if not draft.reported]
        if silent or not self.drafts:
            raise SystemExit(f"{self.part}: no report on {', '.join(silent) or 'any draft'}")
        self.entries = [entry for draft in self.drafts.values() for entry in draft.entries + draft.missing if entry.must]

    def take(self, draft, finding):
        judgment = judge(finding, draft)
        self.counts[finding.category, judgment] += 1
        if judgment == "false":
            self.alarms.append((draft, finding))
        if finding.severity == 0:
            return
        draft.disturbed = draft.disturbed or judgment != "neutral"
        for trap in draft.traps:
            categories = trap.get("categories")
            if judgment == "false" and not finding.whole and finding.overlaps(trap["span"]) and (not categories or finding.category in categories):
                trap["hit"] = trap["hit"] or finding.rule

    def rates(self, category):
        entries = [entry for entry in self.entries if entry.category == category]
        found = sum(entry.found for entry in entries)
        right, wrong = self.counts[category, "true"], self.counts[category, "false"]
        return {"entries": len(entries), "found": found, "recall": round(found / len(entries), 4) if entries else 1.0,
                "false": wrong, "precision": round(right / (right + wrong), 4) if right + wrong else 1.0}

    def show(self):
        print(f"{self.part}: {len(self.drafts)} drafts")
        print(f"  {'category':16} {'gold':>5} {'found':>6} {'recall':>7} {'false':>6} {'precision':>10}")
        for category in CATEGORIES:
            rates = self.rates(category)
            print(f"  {category:16} {rates['entries']:5} {rates['found']:6} {rates['recall']:7.3f} {rates['false']:6} {rates['precision']:10.3f}")
        good = [draft for draft in self.drafts.values() if draft.kind == "compliant"]
        traps = [trap for draft in self.drafts.values() for trap in draft.traps]
        found = [entry for entry in self.entries if entry.found]
        ratable = [entry for entry in found if entry.ratable]
        print(f"  good drafts left alone: {sum(not draft.disturbed for draft in good)} of {len(good)}")
        print(f"  traps hit: {sum(trap['hit'] is not None for trap in traps)} of {len(traps)}")
        print(f"  found with a rewrite: {sum(entry.suggested for entry in found)} of {len(found)}; "
              f"with a good rewrite: {sum(entry.well_suggested for entry in ratable)} of {len(ratable)}\n")

    def show_misses(self):
        print(f"{self.part}: missed")
        for entry in sorted((e for e in self.entries if not e.found), key=lambda e: (e.category, e.name, e.draft.name)):
            print(f"  {entry.draft.name} {entry.category} ({entry.name}): {entry.words!r}")
        print(f"\n{self.part}: false alarms")
        for draft, finding in sorted(self.alarms, key=lambda a: (a[1].rule, a[0].name)):
            print(f"  {draft.name} [{draft.kind[0]}] {finding.rule}: {finding.words[:100]!r}")
        print(f"\n{self.part}: traps hit")
        for draft in self.drafts.values():
            for trap in draft.traps:
                if trap["hit"]:
                    print(f"  {draft.name} {trap['text']!r} ({trap.get('why', '')}) by {trap['hit']}")
        print(f"\n{self.part}: rewrites without a good word")
        for entry in self.entries:
            if entry.ratable and entry.suggested and not entry.well_suggested:
                print(f"  {entry.draft.name} {entry.category} ({entry.name}): {entry.words!r}")
        print()


def losses(scores, baseline):
    """What fell behind the baseline, a line each."""
    out = []
    for score in scores:
        for category, before in baseline.get(score.part, {}).items():
            now = score.rates(category)
            for rate in ("recall", "precision"):
                if now[rate] < before[rate] - ALLOWED_LOSS:
                    out.append(f"{score.part} {category}: {rate} fell from {before[rate]:.3f} to {now[rate]:.3f}")
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the careportal-lint to measure")
    parser.add_argument("--part", action="append", help="only this part (may be repeated)")
    parser.add_argument("--show-misses", metavar="PART", action="append", default=[], help="list what was missed and what was wrong")
    parser.add_argument("--baseline", type=pathlib.Path, help="exit 1 when a category fell behind these rates")
    parser.add_argument("--update-baseline", type=pathlib.Path, help="write the rates there")
    options = parser.parse_args()
    parts = sorted(gold.parent for gold in HERE.glob("*/gold.jsonl") if not options.part or gold.parent.name in options.part)
    if not parts:
        parser.error("there is no such part of the corpus")
    scores = [Score(options.program, part) for part in parts]
    for score in scores:
        score.show()
        if score.part in options.show_misses:
            score.show_misses()
    if options.update_baseline:
        rates = {score.part: {category: {rate: score.rates(category)[rate] for rate in ("recall", "precision")} for category in CATEGORIES}
                 for score in scores}
        options.update_baseline.write_text(json.dumps(rates, indent=1) + "\n", "utf-8")
    if options.baseline:
        fallen = losses(scores, json.loads(options.baseline.read_text("utf-8")))
        for line in fallen:
            print(line)
        return 1 if fallen else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
