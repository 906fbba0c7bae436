#!/usr/bin/env bash
# Readings of a power (GAUGE) every quarter of an hour, each five minutes after the quarter, in an RRD with a step of a
# quarter of an hour and the highest value of each hour.
#
# Guess: the readings come back as they were put in, and the MAX archive has the highest of them.
#
# Instead: each value is the mean of two readings by the seconds that fall into its interval: 100, 200, 300, 400 come back
# as 100, 166.67, 266.67, 366.67. MAX is the greatest of those means: 366.67 for a peak of 400 MW. At the full quarter
# hours they come back as given.
#
# Version: RRDtool 1.7.2 (Debian 12).
#
# Matters: a peak for a demand charge, or a limit that was passed, is lower in the archive than it was at the meter. Set
# the time of an update to the end of its interval.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download rrdtool=1.7.2-4+b8 librrd8=1.7.2-4+b8 libdbi1 > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib TZ=UTC LC_ALL=C

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

start=1767225600
# Four readings, so many seconds after the quarter hours; then the archive of means or the hour's greatest.
archive() {
  rm -f power.rrd
  rrdtool create power.rrd --start $start --step 900 DS:mw:GAUGE:1800:U:U RRA:AVERAGE:0.5:1:8 RRA:MAX:0.5:4:4
  for quarter in 1 2 3 4 5; do rrdtool update power.rrd $((start + 900 * quarter + $1)):$((100 * quarter)); done
  rrdtool fetch power.rrd "$2" -s $start -e $((start + 3600 - 1)) -r "$3" | awk 'NR > 2 {printf "%.2f ", $2}' | sed 's/ $//'
}

rrdtool --version | head -1 | cut -d' ' -f1,2
see "readings 5 minutes late" "100.00 166.67 266.67 366.67" "$(archive 300 AVERAGE 900)"
see "the hour's greatest" "366.67" "$(archive 300 MAX 3600)"
see "readings at the quarter hour" "100.00 200.00 300.00 400.00" "$(archive 0 AVERAGE 900)"
see "the hour's greatest" "400.00" "$(archive 0 MAX 3600)"
end
