#!/usr/bin/env bash
# A CSV file of readings by the clock (10:00, 24:00), with a decimal comma and shares, read by agate, which csvkit is
# built on, with its inference of types.
#
# Guess: a time of day is a time or stays text; "1,5" is text, or 1.5; "5%" is text, or 0.05.
#
# Instead: the column of times is a length of time in minutes and seconds: 10:00 is ten minutes, 24:00 is 24. "1,5" is 15
# and "2,25" is 225, so the factor differs from row to row. "5%" and "$5" are 5, "today" is the first of January of the
# year 1, and meter 007 is 7. No warning.
#
# Version: agate 1.6.3 (Debian 12).
#
# Matters: csvsort, csvsql and csvstat write or count these values. In csvkit -I switches inference off; in agate give
# the types of the columns.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download python3-agate=1.6.3-2 python3-leather python3-parsedatetime python3-babel python-babel-localedata python3-slugify python3-text-unidecode python3-pytimeparse python3-isodate python3-six python3-future python3-tz > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
export PYTHONPATH=$work/usr/lib/python3/dist-packages

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > probe.py <<'PY'
import io
import sys

import agate

# The values of a column, as they are after reading.
lines = ["%d,%s" % row for row in enumerate(sys.argv[1].split(" "))]
table = agate.Table.from_csv(io.StringIO("\n".join(["row,value"] + lines)))
print(type(table.column_types[1]).__name__, *[row[1] for row in table.rows])
PY
read_as() {
  /usr/bin/python3 probe.py "$1"
}

echo "agate 1.6.3"
see "10:00 and 24:00" "TimeDelta 0:10:00 0:24:00" "$(read_as '10:00 24:00')"
see "1,5 and 2,25" "Number 15 225" "$(read_as '"1,5" "2,25"')"
see "5% and 10%" "Number 5 10" "$(read_as '5% 10%')"
see "\$5 and 7" "Number 5 7" "$(read_as '$5 7')"
see "today" "Date 0001-01-01" "$(read_as 'today')"
see "meters 007 and 0012" "Number 7 12" "$(read_as '007 0012')"
end
