#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Validates N-Triples by several workers at once, each of which gets all triples of its subjects.
# usage: ONTOC_WORKER=ontoc-worker.jar sh run.sh WORKERS IMAGE FILE…
# Prints results as lines of JSON. Exit status: 0 conforms, 1 results, else the worst of the workers'.
set -eu
workers=$1
image=$2
shift 2
export LC_ALL=C
for file; do
  test -r "$file" || { echo "cannot be read: $file" >&2; exit 2; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A line goes where its subject's bytes say. Blank nodes of different files would be mixed up: they are refused.
files=$#
cat "$@" | awk -v parts="$workers" -v folder="$folder" -v files="$files" '
  BEGIN { for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i }
  /^[ \t\r]*(#|$)/ { next }
  /(^|[ \t>])_:/ && files > 1 { print "blank nodes in several files: " $0 > "/dev/stderr"; exit 3 }
  match($0, /(<[^>]*>|_:[^ \t<]*)/) {
    hash = 0
    for (i = RSTART; i < RSTART + RLENGTH; i++) hash = (hash * 31 + code[substr($0, i, 1)]) % 1000003
    print > (folder "/" hash % parts)
  }' || exit 3

# Sorted, so that the lines of a subject stand together.
pids=
for part in "$folder"/*; do
  test -f "$part" || continue
  (sort "$part" | java -jar "${ONTOC_WORKER:-ontoc-worker.jar}" "$image" --by-subject --format nt - > "$part.out") &
  pids="$pids $!"
done
worst=0
for pid in $pids; do
  status=0
  wait "$pid" || status=$?
  test "$status" -le "$worst" || worst=$status
done
cat "$folder"/*.out 2> /dev/null || :
exit "$worst"
