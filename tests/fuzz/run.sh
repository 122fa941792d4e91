#!/bin/sh
# Runs every fuzzer of a folder for some seconds each. Seeds are all YAML files and pictures of the tests, data and templates.
# usage: tests/fuzz/run.sh FOLDER SECONDS      What a fuzzer finds stays in FOLDER/found.
set -eu
folder=$1 seconds=$2
mkdir -p "$folder/seeds" "$folder/found"

number=0
find tests/cases data templates -name '*.yaml' -o -path '*art*' -name '*.svg' -o -path '*art*' -name '*.png' -o -name '*.jpg' |
	LC_ALL=C sort | while read -r file; do
	number=$((number + 1))
	cp "$file" "$folder/seeds/$number.${file##*.}"
done

failed=0
for source in tests/fuzz/fuzz_*.c; do
	[ -e "$source" ] || { echo 'no fuzzers' >&2; exit 1; }
	name=$(basename "$source" .c)
	mkdir -p "$folder/corpus/$name"
	echo "$name: $seconds s" >&2
	BIFOLIO_HOME=$(pwd) "$folder/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
		-verbosity=0 -print_final_stats=1 -artifact_prefix="$folder/found/$name-" \
		"$folder/corpus/$name" "$folder/seeds" || failed=1
done
[ "$failed" = 0 ] || { echo "found something: see $folder/found" >&2; exit 1; }
