#!/bin/sh
# Compiles the benchmarks and runs one as workers run: java.sh CLASS [ARGUMENT]... (Java's own options in $JAVA_OPTIONS).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/.." && pwd)
"$home/converge" --version >&2 # builds if need be
[ -d "$home/target/jmh" ] || mvn -q -B -f "$home/pom.xml" -Pbenchmarks dependency:copy-dependencies@jmh >&2
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
path="$home/target/converge4j.jar:$home/target/lib/*"
javac -nowarn -d "$out" -cp "$path:$home/target/jmh/*" "$here"/org/converge4j/*/*.java
flags=$(grep -m 1 '^flags' /proc/cpuinfo 2>/dev/null || :)
case $flags in *avx512vl*) kernel=SkylakeX ;; *avx2*) kernel=Haswell ;; *) kernel= ;; esac
if [ -n "$kernel" ]; then export OPENBLAS_CORETYPE="${OPENBLAS_CORETYPE:-$kernel}"; fi
OMP_NUM_THREADS=1 java -XX:+UseSerialGC -Xmn20m -XX:SurvivorRatio=2 -Dorg.bytedeco.javacpp.maxphysicalbytes=0 \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn ${JAVA_OPTIONS:-} -cp "$out:$path:$home/target/jmh/*" "$@"
