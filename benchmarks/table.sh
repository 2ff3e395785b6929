#!/bin/sh
# Prints one table: the whole command for the 270-run sweep, beside PyTorch doing the same work (python with torch in $PYTHON).
# Wall and processor seconds, medians of three rounds taken in turn, the ratio to converge in each. The eager form takes a tenth of
# the steps, and its time is shown tenfold. Below it, what a step costs in either.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
"$here/../converge" --version >&2 # builds if need be
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for round in 1 2 3; do
  rm -rf "$out/results"
  LC_ALL=C bash -c "TIMEFORMAT='%R %U %S'; time '$here/../converge' run '$here/sweep.yaml' --quiet --out '$out/results' >/dev/null" \
    2>&1 | awk '{ print $1, $2 + $3 }' >>"$out/converge"
  "$python" "$here/sweep.py" byhand >>"$out/byhand"
  "$python" "$here/sweep.py" batched >>"$out/batched"
  "$python" "$here/sweep.py" eager 100 | awk '{ print 10 * $1, 10 * $2 }' >>"$out/eager"
done
median() { cut -d' ' -f"$2" "$out/$1" | sort -n | sed -n 2p; }
echo "$(uname -sm), $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), $(nproc) processors;" \
  "$("$python" -c 'import torch; print("PyTorch", torch.__version__)')"
echo "| 270 runs × 1000 steps, loss at every step | wall s | ratio | processor s | ratio |"
echo "|---|---|---|---|---|"
for kind in converge byhand batched eager; do
  awk -v k="$kind" -v w="$(median $kind 1)" -v c="$(median $kind 2)" -v w0="$(median converge 1)" -v c0="$(median converge 2)" \
    'BEGIN { n["converge"] = "`converge run`, starts and report included"; n["batched"] = "PyTorch batched, fused optimizers, import not counted"; n["byhand"] = "PyTorch batched, optimizers by hand";
             n["eager"] = "PyTorch eager (100 steps, times 10), import not counted"; printf "| %s | %.1f | %.1f | %.1f | %.1f |\n", n[k], w, w / w0, c, c / c0 }'
done
"$here/steps.sh"
"$python" "$here/steps.py"
