#!/bin/sh
# Checks every draft in a folder and sorts the drafts by what is to be done.
#
#   check-folder.sh FOLDER [OPTION...]      further options go to careportal-lint
#
# Prints one line for each draft (its path, then "ready", "rewrite", "stop" or "unreadable"):
#   stop        it holds something that must not be sent (severity error)
#   rewrite     warnings only
#   ready       at most notes
# Exit: 0 all ready, 1 something to do, 2 a draft that could not be read, or a wrong option.
set -u
folder=${1:?usage: check-folder.sh FOLDER [OPTION...]}
shift
lint=${CAREPORTAL_LINT:-careportal-lint}
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT

"$lint" "$folder" --format jsonl --redact always "$@" >"$lines"
code=$?
python3 -c '
import json, sys
for line in sys.stdin:
    draft = json.loads(line)
    found = {finding["severity"] for finding in draft["diagnostics"]}
    state = "unreadable" if "error" in draft else "stop" if "error" in found else "rewrite" if "warning" in found else "ready"
    print(draft["path"] + "\t" + state)
' <"$lines" || exit 2
exit $code
