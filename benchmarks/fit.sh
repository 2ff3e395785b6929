#!/bin/sh
# Prints what a step of 784-128-10 costs in the training loop, beside a bare loop of DL4J's fit.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
"$here/../converge" --version >&2 # builds if need be
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
path="$here/../target/converge4j.jar:$here/../target/lib/*"
javac -nowarn -d "$out" -cp "$path" "$here/org/converge4j/train/Fit.java"
OMP_NUM_THREADS=1 java -Xmx4g -XX:+UseSerialGC -Xmn64m -XX:SurvivorRatio=2 -Dorg.bytedeco.javacpp.maxphysicalbytes=0 \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp "$out:$path" org.converge4j.train.Fit
