"""The terms of the glossary as plain phrases, for programs that look for fixed strings."""
import json
import re

try:
    from re import _constants as constants, _parser as parser
except ImportError:  # Python before 3.11
    import sre_constants as constants
    import sre_parse as parser

MOST_FORMS = 64  # of one term; a term with more is no list of phrases any more


class NoPhrase(Exception):
    """The pattern is more than a choice of phrases."""


def forms(nodes):
    """All texts that a parsed pattern matches."""
    texts = [""]
    for kind, value in nodes:
        if kind is constants.LITERAL:
            here = [chr(value)]
        elif kind is constants.BRANCH:
            here = [text for branch in value[1] for text in forms(branch)]
        elif kind is constants.SUBPATTERN:
            here = forms(value[-1])
        elif kind is constants.IN and all(k is constants.LITERAL for k, _ in value):
            here = [chr(c) for _, c in value]
        elif kind is constants.MAX_REPEAT and value[:2] == (0, 1):
            here = ["", *forms(value[2])]
        else:
            raise NoPhrase
        texts = [text + more for text in texts for more in here]
        if len(texts) > MOST_FORMS:
            raise NoPhrase
    return texts


def glossary_terms(packs):
    """Every phrase of every row of every glossary rule, sorted; `packs`: paths of rule packs."""
    out = set()
    for path in packs:
        for rule in json.loads(path.read_text(encoding="utf-8")).get("rules", []):
            for row in rule.get("rows", []) if rule.get("kind") == "glossary" else []:
                term = row["term"] if isinstance(row["term"], str) else "".join(row["term"])  # long ones come in parts
                if re.search(r"\{[a-z]", term):
                    continue
                try:
                    out.update(text for text in forms(parser.parse(term)) if len(text) > 1)
                except NoPhrase:
                    continue
    return sorted(out)
