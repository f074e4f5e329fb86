#!/usr/bin/env python3
"""Lays out the rule packs: one thing a line, no line longer than it must be.

    tools/format_packs.py [--check] FILE...

What an object or a list holds stands on one line where it fits; otherwise each member has its own. Short texts of a list share lines.
A pattern that is too long for a line becomes a list of parts, cut between its groups and alternatives, which means the same.
--check changes nothing and ends with 1 when a file would be laid out in another way.
"""
import argparse
import json
import re
import sys

WIDTH = 140
# where a text is a pattern and may be written in parts
PATTERN_KEYS = {"patterns", "pattern", "about", "when", "unless", "term"}


def dumps(value):
    return json.dumps(value, ensure_ascii=False)


def cuts(text):
    """Places at which a pattern may be cut, with how deep in groups each lies."""
    out = []
    depth = 0
    in_class = False
    pos = 0
    while pos < len(text):
        c = text[pos]
        if c == "\\":
            pos += 2
            continue
        if in_class:
            in_class = c != "]"
        elif c == "[":
            in_class = True
            if text[pos + 1 : pos + 2] in ("^", "]"):
                pos += 1
        elif c == "(":
            out.append((pos, depth))
            depth += 1
        elif c == ")":
            depth -= 1
            end = pos + 1
            quantifier = re.match(r"(?:[?*+]|\{\d+(?:,\d*)?\})\??", text[end:])
            if quantifier:
                end += quantifier.end()
            out.append((end, depth))
        elif c == "|":
            out.append((pos + 1, depth))
        elif c == " " and depth == 0:
            out.append((pos + 1, depth))
        pos += 1
    return sorted((place, level) for place, level in set(out) if 0 < place < len(text))


def parts_of(text, width):
    """The pattern in parts of at most `width` columns where that can be: cut at the shallowest place that leaves a part well filled."""
    parts = []
    places = cuts(text)
    begin = 0
    while len(dumps(text[begin:])) > width:
        fitting = [(place, level) for place, level in places if place > begin and len(dumps(text[begin:place])) <= width]
        if not fitting:
            later = [place for place, _ in places if place > begin]
            if not later:
                break
            end = later[0]
        else:
            longest = fitting[-1][0] - begin
            filled = [(place, level) for place, level in fitting if place - begin >= longest * 0.6]
            shallowest = min(level for _, level in filled)
            end = max(place for place, level in filled if level == shallowest)
        parts.append(text[begin:end])
        begin = end
    parts.append(text[begin:])
    return parts


class Layout:
    def __init__(self):
        self.lines = []

    def write(self, value, indent, prefix, suffix, pattern):
        """`value` behind `prefix`; `pattern`: its texts are patterns."""
        pad = " " * indent
        if isinstance(value, list) and pattern:
            value = [self.joined(item) for item in value]
        flat = pad + prefix + self.flat(value) + suffix
        if len(flat) <= WIDTH or not isinstance(value, (list, dict, str)):
            self.lines.append(flat)
        elif isinstance(value, str):
            if pattern:
                self.parts(value, indent, prefix, suffix)
            else:
                self.lines.append(flat)
        elif isinstance(value, dict) and self.in_vocabulary:
            self.lines.append(pad + prefix + "{")
            self.fill([dumps(word) + ": " + dumps(form) for word, form in value.items()], indent + 2)
            self.lines.append(pad + "}" + suffix)
        elif isinstance(value, dict):
            self.lines.append(pad + prefix + "{")
            members = list(value.items())
            for i, (key, member) in enumerate(members):
                comma = "," if i + 1 < len(members) else ""
                is_pattern = self.is_pattern(key, indent)
                if is_pattern and isinstance(member, list) and key in ("pattern", "term"):
                    member = "".join(member)
                self.write(member, indent + 2, dumps(key) + ": ", comma, is_pattern)
            self.lines.append(pad + "}" + suffix)
        else:
            self.list(value, indent, prefix, suffix, pattern)

    def is_pattern(self, key, indent):
        return key in PATTERN_KEYS or (self.in_vocabulary and indent == 2)

    @staticmethod
    def joined(item):
        return "".join(item) if isinstance(item, list) and all(isinstance(part, str) for part in item) else item

    @staticmethod
    def flat(value):
        if isinstance(value, dict):
            return "{" + ", ".join(dumps(key) + ": " + Layout.flat(member) for key, member in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(Layout.flat(item) for item in value) + "]"
        return dumps(value)

    def parts(self, text, indent, prefix, suffix):
        pad = " " * indent
        parts = parts_of(text, WIDTH - indent - 4)
        if len(parts) == 1:
            self.lines.append(pad + prefix + dumps(text) + suffix)
            return
        self.lines.append(pad + prefix + "[")
        for i, part in enumerate(parts):
            self.lines.append(pad + "  " + dumps(part) + ("," if i + 1 < len(parts) else ""))
        self.lines.append(pad + "]" + suffix)

    @staticmethod
    def is_short(item, indent):
        return isinstance(item, str) and indent + len(dumps(item)) < WIDTH

    def fill(self, texts, indent, last=""):
        """As many of the short texts on a line as it holds, with commas between them and `last` behind them."""
        line = ""
        for i, text in enumerate(texts):
            text += "," if i + 1 < len(texts) else last
            if line and len(line + " " + text) > WIDTH:
                self.lines.append(line)
                line = ""
            line = line + " " + text if line else " " * indent + text
        if line:
            self.lines.append(line)

    def list(self, items, indent, prefix, suffix, pattern):
        if len(items) == 1 and isinstance(items[0], dict):
            self.write(items[0], indent, prefix + "[", "]" + suffix, pattern)
            return
        self.lines.append(" " * indent + prefix + "[")
        begin = 0
        while begin < len(items):
            end = begin
            while end < len(items) and self.is_short(items[end], indent + 2):
                end += 1
            if end > begin:
                self.fill([dumps(item) for item in items[begin:end]], indent + 2, "" if end == len(items) else ",")
                begin = end
            else:
                self.write(items[begin], indent + 2, "", "," if begin + 1 < len(items) else "", pattern)
                begin += 1
        self.lines.append(" " * indent + "]" + suffix)

    def pack(self, pack):
        self.lines.append("{")
        members = list(pack.items())
        for i, (key, member) in enumerate(members):
            comma = "," if i + 1 < len(members) else ""
            self.in_vocabulary = key == "vocabulary"
            if key in ("vocabulary", "rules"):
                self.whole(member, key, comma)
            else:
                self.write(member, 2, dumps(key) + ": ", comma, False)
        self.lines.append("}")
        return "\n".join(self.lines) + "\n"

    def whole(self, member, key, comma):
        """Vocabulary and rules always have a line for each member."""
        opening, closing = ("{", "}") if key == "vocabulary" else ("[", "]")
        self.lines.append("  " + dumps(key) + ": " + opening)
        items = list(member.items()) if key == "vocabulary" else [(None, rule) for rule in member]
        for i, (name, item) in enumerate(items):
            end = "," if i + 1 < len(items) else ""
            prefix = dumps(name) + ": " if name else ""
            if key == "rules":
                self.rule(item, end)
            else:
                self.write(item, 4, prefix, end, True)
        self.lines.append("  " + closing + comma)

    def rule(self, rule, end):
        self.lines.append("    {")
        members = list(rule.items())
        for i, (key, member) in enumerate(members):
            comma = "," if i + 1 < len(members) else ""
            if key in ("patterns", "rows", "suggest", "needs", "about") and isinstance(member, list):
                member = [self.joined(item) for item in member] if key in PATTERN_KEYS else member
                if len(member) > 1 or len(" " * 6 + dumps(key) + ": " + self.flat(member) + comma) > WIDTH:
                    self.list(member, 6, dumps(key) + ": ", comma, key in PATTERN_KEYS)
                    continue
            self.write(member, 6, dumps(key) + ": ", comma, key in PATTERN_KEYS)
        self.lines.append("    }" + end)


def format_pack(text):
    return Layout().pack(json.loads(text))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("files", nargs="+", metavar="FILE")
    args = parser.parse_args()
    wrong = []
    for name in args.files:
        with open(name, encoding="utf-8") as file:
            before = file.read()
        after = format_pack(before)
        if after == before:
            continue
        wrong.append(name)
        if not args.check:
            with open(name, "w", encoding="utf-8") as file:
                file.write(after)
    if args.check:
        for name in wrong:
            print(f"{name}: not laid out as tools/format_packs.py does it", file=sys.stderr)
    return 1 if args.check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
