#!/bin/sh
# Prints what a step of torchSgd and torchAdam costs in this version over an older one: between.sh COMMIT [VIRTUAL_MACHINES]. Both are
# loaded into one virtual machine and step in turn, so that a machine that changes its speed changes it for both.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
out=$(mktemp -d)
trap 'git -C "$home" worktree remove --force "$out/old" 2>/dev/null; rm -rf "$out"' EXIT
git -C "$home" worktree add --detach "$out/old" "$1" >&2
"$home/converge" --version >&2 # builds if need be
[ -d "$home/target/jmh" ] || mvn -q -B -f "$home/pom.xml" -Pbenchmarks dependency:copy-dependencies@jmh >&2
for tree in "$home" "$out/old"; do
  classes=$out/classes$([ "$tree" = "$home" ] || echo -old)
  named=$(sed -n 's,^\(org[A-Za-z0-9_.]*\).*,\1,p' "$tree"/src/main/resources/META-INF/services/*)
  javac -nowarn -proc:none -parameters -d "$classes" -sourcepath "$tree/src/main/java" -cp "$home/target/lib/*:$home/target/jmh/*" \
    "$tree"/benchmarks/org/converge4j/train/Steps.java "$tree"/benchmarks/org/converge4j/train/PlainLoop.java \
    $(for name in $named; do echo "$tree/src/main/java/$(echo "$name" | tr . /).java"; done)
  cp -r "$tree/src/main/resources/." "$classes"
done
javac -nowarn -d "$out" "$home/benchmarks/between/Between.java"
for virtual in $(seq "${2:-8}"); do # half of them load this version first
  for state in "Linear torchSgd" "Linear torchAdam" "Mlp torchSgd" "Mlp torchAdam"; do
    OMP_NUM_THREADS=1 java -XX:+UseSerialGC -Xmn20m -XX:SurvivorRatio=2 -Dorg.bytedeco.javacpp.maxphysicalbytes=0 \
      -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp "$out:$home/target/lib/*:$home/target/jmh/*" Between \
      $state $((virtual % 2)) "$out/classes" "$out/classes-old"
  done
done | sort
