#!/usr/bin/env python3
"""Makes the texts that the measures run on: invented drafts, the same bytes on every machine for the same arguments.

  bench/make_corpus.py FOLDER [--drafts 10000] [--megabytes 10] [--lines 10000]

  draft-clean.txt draft-dense.txt draft-misspelled.txt   one draft of about 1 KB each
  clean/ dense/           100 drafts of 1 KB each, to take turns with
  drafts/00/00000.txt ... --drafts drafts of 1 KB in folders of 100, half of them clean
  clean.txt dense.txt     one file of --megabytes MB, draft after draft
  drafts.jsonl            --lines drafts, each a line of JSON: {"id": ..., "text": ...}

Frames of sentences, words and names lie in bench/text. A frame has alternatives and slots, so that there are thousands
of different sentences over thousands of words: nothing repeats itself soon enough to be remembered by a cache.
"""
import argparse
import hashlib
import json
import pathlib
import random
import re
import shutil
import textwrap

from measure import fail

HERE = pathlib.Path(__file__).resolve().parent
DRAFT_BYTES = 1024


def parts_of(name):
    """The lines of bench/text/NAME by the part ("# name") they stand in."""
    parts, lines = {}, []
    for line in (HERE / "text" / name).read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"# \w+", line):
            lines = parts[line[2:]] = []
        elif line and not line.startswith("#"):
            lines.append(line)
    return parts


def parse(frame):
    """A frame as a list of strings, slots ("{noun}") and lists of alternatives, which are such lists themselves."""
    here, stack = [], []
    for piece in re.split(r"([\[\]|]|\{[^}]*\})", frame):
        if piece == "[":
            choices = [[]]
            here.append(choices)
            stack.append((here, choices))
            here = choices[0]
        elif piece == "|" and stack:
            here = []
            stack[-1][1].append(here)
        elif piece == "]":
            here = stack.pop()[0]
        elif piece:
            here.append(piece)
    if stack:
        raise fail(f"make_corpus: '[' without ']' in: {frame}")
    return here


def plural(noun):
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def with_article(words):
    return ("an " if re.match(r"(?!uni|use|eu|one)[aeiou]|hon|heir|hour", words) else "a ") + words


class Writer:
    """Writes drafts from a random stream of its own. Only `random()` is asked: its values are the same in every Python."""

    def __init__(self, seed):
        self.random = random.Random(seed).random
        words, names = parts_of("words.txt"), parts_of("names.txt")
        self.nouns = " ".join(words["nouns"]).split()
        self.adjs = " ".join(words["adjs"]).split()
        self.given = " ".join(names["given"]).split()
        self.surnames = " ".join(names["surname"]).split()
        self.frames = {name: [parse(line) for line in lines] for file in ("clean.txt", "dense.txt") for name, lines in parts_of(file).items()}

    def below(self, limit):
        return int(self.random() * limit)

    def pick(self, things):
        return things[self.below(len(things))]

    def digits(self, count):
        return "".join(str(self.below(10)) for _ in range(count))

    def typo(self):
        """A word with one slip: a letter doubled, left out, or two changed places."""
        word = self.pick(self.nouns)
        at = 1 + self.below(len(word) - 2)
        kind = self.below(3)
        if kind == 0:
            return word[:at] + word[at] + word[at:]
        if kind == 1:
            return word[:at] + word[at + 1:]
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]

    def slot(self, name):
        match name:
            case "noun": return self.pick(self.nouns)
            case "nouns": return plural(self.pick(self.nouns))
            case "a noun": return with_article(self.pick(self.nouns))
            case "adj": return self.pick(self.adjs)
            case "a adj": return with_article(self.pick(self.adjs))
            case "given": return self.pick(self.given)
            case "surname": return self.pick(self.surnames)
            case "typo": return self.typo()
            case "phone": return f"{self.pick(['317', '463', '765', '812', '219'])}-555-01{self.digits(2)}"
            case "street": return (f"{100 + self.below(8000)} {self.pick(self.nouns).capitalize()} "
                                   f"{self.pick(['Street', 'Ave', 'Drive', 'Lane', 'Ct'])}{self.pick(['', f' Apt {1 + self.below(40)}'])}")
            case "email": return f"{self.pick(self.given).lower()}.{self.pick(self.surnames).lower()}@example.org"
            case "handle": return f"{self.pick(self.nouns)}_{self.pick(self.nouns)}"
            case "day": return f"{1 + self.below(12)}/{1 + self.below(28)}/{self.pick(['1997', '2004', '2015', '2021'])}"
            case "sum": return f"{40 + self.below(900)}.{self.digits(2)}"
            case "account": return f"{self.digits(3)}-{self.digits(4)}-{self.digits(4)}"
            case "four": return self.digits(4)
            case "acronym": return self.pick(["CFTM", "CASA", "GAL", "CPS", "PGM", "SVT", "ICPC", "ILP", "TPR", "CHINS", "FCM", "LOD", "AFDC",
                                              "RTF"])
        raise fail(f"make_corpus: no slot {{{name}}}")

    def expand(self, frame):
        return "".join(
            self.expand(self.pick(piece)) if isinstance(piece, list) else self.slot(piece[1:-1]) if piece.startswith("{") else piece
            for piece in frame)

    def sentence(self, part):
        return self.expand(self.pick(self.frames[part]))

    def clean(self, size=DRAFT_BYTES):
        """A good draft: a strength, a story, a need with sizes, a door that is open."""
        story = [self.sentence("strength"), self.sentence("story")]
        middle = [self.sentence("need")]
        listed = self.below(2) == 0
        items = [self.sentence("list") for _ in range(2 + self.below(2))] if listed else []
        end = [self.sentence("connection")]
        used = sum(map(len, story + middle + items + end)) + 20
        while used < size:
            sentence = self.sentence("story" if self.below(4) else "strength")
            (story if self.below(3) else middle).append(sentence)
            used += len(sentence) + 1
        blocks = [wrap(story), wrap(middle)]
        if listed:
            blocks.append("Needs:\n" + "\n".join(items))
        return "\n\n".join([*blocks, wrap(end)]) + "\n"

    def dense(self, size=DRAFT_BYTES, share=0.5):
        """A poor draft, about 30 findings a KB; `share`: how many of its sentences are full of them, the others are clean."""
        sentences = [self.sentence("opening" if share else "strength")]
        used = 0
        while used < size:
            sentences.append(self.sentence("body" if self.random() < share else "story"))
            used += len(sentences[-1]) + 1
        half = len(sentences) // 2
        return wrap(sentences[:half]) + "\n\n" + wrap(sentences[half:]) + "\n"

    def misspelled(self, slips=8):
        """A good draft in which some words have a slip."""
        words = re.split(r"(\W+)", self.clean())
        long_words = [i for i, word in enumerate(words) if len(word) > 5 and word.islower()]
        for _ in range(slips):
            i = self.pick(long_words)
            at = 1 + self.below(len(words[i]) - 2)
            words[i] = words[i][:at] + words[i][at + 1] + words[i][at] + words[i][at + 2:]
        return "".join(words)


def wrap(sentences):
    return textwrap.fill(" ".join(sentences), width=80, break_long_words=False, break_on_hyphens=False)


def write_big(path, megabytes, draft):
    size = int(megabytes * 1_000_000)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        while size > 0:
            text = draft() + "\n"
            size -= out.write(text)


def write_folder(folder, count, draft):
    for i in range(count):
        path = folder / f"{i // 100:02d}" / f"{i:05d}.txt" if count > 100 else folder / f"{i:03d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft(i), encoding="utf-8", newline="\n")


def make(folder, drafts=10_000, megabytes=10, lines=10_000):
    """Makes the whole corpus in `folder`, unless exactly this one lies there already."""
    folder = pathlib.Path(folder)
    sources = [pathlib.Path(__file__), *sorted((HERE / "text").glob("*.txt"))]
    stamp = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest() + f" {drafts} {megabytes} {lines}\n"
    marker = folder / "corpus.stamp"
    if marker.exists() and marker.read_text() == stamp:
        return folder
    if marker.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise fail(f"make_corpus: {folder} is not empty and holds no corpus; name another folder")
    one = Writer("one draft")
    (folder / "draft-clean.txt").write_text(one.clean(), encoding="utf-8", newline="\n")
    (folder / "draft-dense.txt").write_text(one.dense(), encoding="utf-8", newline="\n")
    (folder / "draft-misspelled.txt").write_text(one.misspelled(), encoding="utf-8", newline="\n")
    turns = Writer("to take turns")
    write_folder(folder / "clean", 100, lambda i: turns.clean())
    write_folder(folder / "dense", 100, lambda i: turns.dense())
    many = Writer("many drafts")
    write_folder(folder / "drafts", drafts, lambda i: many.clean() if i % 2 else many.dense())
    write_big(folder / "clean.txt", megabytes, Writer("clean").clean)
    write_big(folder / "dense.txt", megabytes, Writer("dense").dense)
    queue = Writer("lines")
    with (folder / "drafts.jsonl").open("w", encoding="utf-8", newline="\n") as out:
        for i in range(lines):
            out.write(json.dumps({"id": f"{i:05d}", "text": queue.clean() if i % 2 else queue.dense()}) + "\n")
    marker.write_text(stamp)
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--drafts", type=int, default=10_000, help="number of drafts of 1 KB in folders")
    parser.add_argument("--megabytes", type=float, default=10, help="size of clean.txt and dense.txt, in 10^6 bytes")
    parser.add_argument("--lines", type=int, default=10_000, help="number of lines of drafts.jsonl")
    given = parser.parse_args()
    make(given.folder, given.drafts, given.megabytes, given.lines)


if __name__ == "__main__":
    main()
