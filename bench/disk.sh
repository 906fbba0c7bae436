#!/usr/bin/env bash
# A full disk: needs Linux and root (a small tmpfs). First the data folder of one of two nodes is full while a study runs:
# the study must end with the hashes of an undisturbed one, the node must say why it stopped and start again when there is
# room. Then the folders of a report and of a backup are full: the command must say so and leave nothing behind.
# Usage: bench/disk.sh (about three minutes)
set -euo pipefail
cd "$(dirname "$0")/.."
work="$(mktemp -d)"
export GRIDCLEAR_XMX=512m
join=127.0.0.1:41000..41019

cleanup() {
  pkill -f "$work" 2>/dev/null || true
  sleep 1
  umount "$work/small" "$work/tiny" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
fail() {
  echo "FAILED: $*"
  exit 1
}
await() { # TEXT FILE
  for _ in $(seq 1 240); do
    if grep -q "$1" "$2"; then return 0; fi
    sleep 0.5
  done
  tail -20 "$2"
  fail "no '$1' in $2"
}
node() { # NAME FOLDER
  ./gridclear node --name "$1" --slots 1 --data "$2" --grid-port 41000 >"$work/$1.log" 2>&1
}
fill() { # FOLDER
  dd if=/dev/zero of="$1/fill" bs=1M 2>/dev/null || true
  cat /dev/zero >>"$1/fill" 2>/dev/null || true
}
hashes() { grep -h outcomeHash "$1/summary.json"; }

mkdir -p "$work/small" "$work/tiny"
mount -t tmpfs -o size=900m tmpfs "$work/small"
mount -t tmpfs -o size=64k tmpfs "$work/tiny"
cat >"$work/study.yaml" <<'STUDY'
study: disk
base: {case: ieee57}
options: {gap: 0.0005}
monteCarlo: [{name: draw, count: 30, seed: 5, loadDeviation: 0.02, renewableDeviation: 0.1}]
STUDY
./gridclear study "$work/study.yaml" --out "$work/calm" >"$work/calm.log" 2>&1 || fail "the undisturbed study"

node a "$work/a" &
node b "$work/small/b" &
await ' ready: ' "$work/a.log"
await ' ready: ' "$work/b.log"
./gridclear study "$work/study.yaml" --out "$work/out" --join $join --grid-port 41030 >"$work/study.log" 2>&1 &
study=$!
await ' [3-9][0-9]* of 31 cases' "$work/study.log"
fill "$work/small"
echo "the disk of node b is full"
wait $study || { tail -20 "$work/study.log"; fail "the study did not end well"; }
diff <(hashes "$work/calm") <(hashes "$work/out") || fail "the results differ"
echo "the study ended with the hashes of the undisturbed one"
await 'The disk of' "$work/b.log"
grep 'The disk of' "$work/b.log"
rm "$work/small/fill"
node b "$work/small/b" &
await ' ready: ' "$work/b.log"
echo "with room again, node b is back"

refused() { # WHAT FOLDER COMMAND…
  local what=$1 folder=$2
  shift 2
  if ./gridclear "$@" >"$work/refused.log" 2>&1; then fail "$what was written to a full disk"; fi
  grep '^gridclear: ' "$work/refused.log" || { tail -5 "$work/refused.log"; fail "$what: no reason was given"; }
  if [ -n "$(ls -A "$folder")" ]; then ls "$folder"; fail "$what left something behind"; fi
}
refused report "$work/tiny" study "$work/study.yaml" --out "$work/tiny/out" --join $join --grid-port 41030
refused backup "$work/tiny" backup "$work/tiny/backup" --join $join --grid-port 41030
echo "PASSED"
