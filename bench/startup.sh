#!/usr/bin/env bash
# CPU-seconds (user and system, with all processes) of short commands: this build beside an older one, run in turn.
#   bench/startup.sh OLDER [RUNS]      OLDER: the folder of a built older checkout
set -euo pipefail
older="${1:?which folder has the older build?}"
runs="${2:-5}"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
printf 'study: two\nbase: {case: ieee14}\ncases: [{name: more, changes: [{load: {scale: 1.02}}]}]\n' >"$work/study.yaml"
TIMEFORMAT='%U %S'

# CPU-seconds of one run of a build; what it prints and its exit code are of no interest here.
once() {
  local build="$1" out=()
  shift
  [ "$1" = --help ] || out=(--out "$work/out")
  rm -rf "$work/out"
  { time "$build/gridclear" "$@" ${out[@]+"${out[@]}"} >/dev/null 2>"$work/err" || true; } 2>&1 | awk '{print $1 + $2}'
}

median() {
  sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}

# At the first run a build may still prepare itself.
"$older/gridclear" --version >/dev/null
"$here/gridclear" --version >/dev/null
printf '%-24s %8s %8s %7s %7s\n' command older this ratio limit
compare() {
  local limit="$1" k
  shift
  : >"$work/older"
  : >"$work/this"
  for ((k = 0; k < runs; k++)); do
    if [ $((k % 2)) -eq 0 ]; then
      once "$older" "$@" >>"$work/older"
      once "$here" "$@" >>"$work/this"
    else
      once "$here" "$@" >>"$work/this"
      once "$older" "$@" >>"$work/older"
    fi
  done
  median <"$work/older" >"$work/a"
  median <"$work/this" >"$work/b"
  paste "$work/a" "$work/b" | awk -v name="${*/$work\//}" -v limit="$limit" \
    '{printf "%-24s %8.2f %8.2f %7.2f %7.2f\n", name, $1, $2, $2 / $1, limit}'
}
compare 0.40 --help
compare 0.50 powerflow ieee118
compare 0.45 clear ieee30
compare 0.35 screen ieee118 --dc
compare 0.40 study "$work/study.yaml"
