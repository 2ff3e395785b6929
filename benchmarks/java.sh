#!/bin/sh
# Compiles the benchmarks and runs one as workers run: java.sh CLASS [JAVA OPTION]...
set -eu
here=$(cd "$(dirname "$0")" && pwd)
"$here/../converge" --version >&2 # builds if need be
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
path="$here/../target/converge4j.jar:$here/../target/lib/*"
javac -nowarn -d "$out" -cp "$path" "$here"/org/converge4j/train/*.java
class=$1
shift
OMP_NUM_THREADS=1 java -XX:+UseSerialGC -Xmn64m -XX:SurvivorRatio=2 -Dorg.bytedeco.javacpp.maxphysicalbytes=0 \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn "$@" -cp "$out:$path" "$class"
