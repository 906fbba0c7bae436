#!/usr/bin/env bash
# A weather forecast in GRIB 2 with a step each quarter of an hour, its unit of time minutes, read with ecCodes.
#
# Guess: the key step is in hours, or in one unit throughout; a selection by step finds one message.
#
# Instead: step is 15, 30, 45, 1, 75, 90, and 2 for 120 minutes: whatever is whole hours comes in hours, all else in
# minutes. The unit stands in another key (stepUnits: 0 or 1), which says 1 (hours) for all of them unless step was read
# before it. -w step=15 takes the quarter of an hour and the fifteenth hour, and grib_copy -B sorts by the text of the
# mixture. The valid time is right; -s stepUnits=m gives minutes throughout.
#
# Version: ecCodes 2.28.0 (Debian 12).
#
# Matters: an intraday forecast of wind or sun by step has its full hours at the start of the horizon and mixes them with
# those of a model in hours. Take validityDate and validityTime, or set stepUnits before step.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install libeccodes-tools=2.28.0-1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib
export ECCODES_DEFINITION_PATH=$work/usr/share/eccodes/definitions ECCODES_SAMPLES_PATH=$work/usr/share/eccodes/samples

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# A message of the run of 2026-01-01 00:00: unit (0 minutes, 1 hours), steps.
add() {
  for step in "${@:2}"; do
    grib_set -s dataDate=20260101,dataTime=0,indicatorOfUnitOfTimeRange=$1,forecastTime="$step" "$ECCODES_SAMPLES_PATH/GRIB2.tmpl" one.grib
    cat one.grib >> run.grib
  done
}
add 0 15 30 45 60 75 90 120
add 1 15
keys() {
  grib_get "$@" | paste -sd' '
}

codes_info -v | sed 's/^/ecCodes /; s/$/\n/'
see "step" "15 30 45 1 75 90 2 15" "$(keys -p step run.grib)"
see "stepUnits" "1 1 1 1 1 1 1 1" "$(keys -p stepUnits run.grib)"
both=$(grib_get -p step,stepUnits run.grib | sed 's/ *$//; s/ /,/' | paste -sd' ')
see "step, then stepUnits" "15,0 30,0 45,0 1,1 75,0 90,0 2,1 15,1" "$both"
see "valid at" "15 30 45 100 115 130 200 1500" "$(keys -p validityTime run.grib)"
see "where step=15" "15 1500" "$(keys -w step=15 -p validityTime run.grib)"
see "where step=60" "0 messages" "$(keys -w step=60 -p validityTime run.grib 2> /dev/null | sed 's/^$/0 messages/')"
grib_copy -B 'step asc' run.grib sorted.grib
see "sorted by step, valid at" "100 15 1500 200 30 45 115 130" "$(keys -p validityTime sorted.grib)"
see "step in minutes" "15 30 45 60 75 90 120 900" "$(keys -s stepUnits=m -p step run.grib)"
end
