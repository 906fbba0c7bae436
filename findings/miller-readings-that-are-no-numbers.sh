#!/usr/bin/env bash
# A column of readings with a gap and a word in it (n/a, or a meter's text), added up by Miller.
#
# Guess: the gap is left out, as documented; a word ends in (error), as it does in Miller's own expressions.
#
# Instead: the verbs stats1 and merge-fields pass over the word in sum and mean, and count it: sum 30, mean 15, count 3, so the mean is
# not the sum over the count. The word is the largest value and may be the median. The expression @s += $v gives (error).
#
# Version: Miller 6.6.0.
#
# Matters: a month with unreadable intervals has a plausible total, without a word and with exit code 0; whoever takes
# count for the number of readings believes it complete. Check that the column is a number in each row first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download miller=6.6.0-2+b3 > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

printf 'mwh\n10\n20\nn/a\n' > word.csv
printf 'mwh\n10\n20\n\nabc\nxyz\n' > words.csv
printf 'a,b,c\n10,n/a,20\n' > row.csv
printf 'mwh\n10\n20\n' > good.csv

stats() {
  mlr --icsv --ocsvlite --headerless-csv-output stats1 -a sum,mean,count,max,p50 -f mwh "$1"
}

mlr --version
see "10, 20: sum, mean, count, max, median" "30,15,2,20,20" "$(stats good.csv)"
see "10, 20, n/a" "30,15,3,n/a,20" "$(stats word.csv)"
see "10, 20, a gap and two words" "30,15,4,xyz,abc" "$(stats words.csv)"
see "fields of a row: sum, count, mean" "30,3,15" "$(mlr --icsv --ocsv --headerless-csv-output merge-fields -a sum,count,mean -f a,b,c -o x then cut -o -f x_sum,x_count,x_mean row.csv)"
see "as an expression" "(error)" "$(mlr --icsv --ocsv --headerless-csv-output put -q '@s += $mwh; end { emit @s }' word.csv)"
end
