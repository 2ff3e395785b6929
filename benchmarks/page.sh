#!/bin/sh
# Prints what pages cost, those given or the committed ones: kB, s of processor time until all is drawn, ms of a frame while a start is dragged.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
"$home/converge" --version >&2 # builds if need be
[ $# -gt 0 ] || set -- "$home"/results/examples/article/report.html "$home"/results/examples/mtcars/report.html \
  "$home"/results/examples/tuned/report.html "$home"/results/examples/iris/report.html "$home"/results/examples/landscapes/report.html
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
javac -nowarn -d "$out" -cp "$home/target/lib/*" -sourcepath "$home/src/test/java:$home/src/main/java" "$home/benchmarks/page/PageCost.java"
java -cp "$out:$home/target/lib/*" org.converge4j.browser.PageCost "$@"
