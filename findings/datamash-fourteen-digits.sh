#!/usr/bin/env bash
# Whole numbers (Wh, thousandths of a yuan) added up by GNU datamash.
#
# Guess: whole numbers stay exact as far as 64 bits go: datamash computes in long doubles.
#
# Instead: it computes exactly and prints 14 digits: 123456789012345 + 3 is 1.2345678901235e+14, and a single number comes
# back changed. Two books that differ by 40 show the same total. max and first differ, too: first copies the text.
# With --format %.0f all digits are there.
#
# Version: GNU datamash 1.7.
#
# Matters: the month of a market in thousandths of a yuan has 14 digits and more; a check of totals by datamash calls
# books equal that are not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download datamash=1.7-2 > /dev/null
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

add() {
  printf '%s\n' "$1" "$2" | datamash "${@:3}" sum 1
}

datamash --version | head -1
see "123456789012345 + 3" "1.2345678901235e+14" "$(add 123456789012345 3)"
see "123456789012345 + 43" "1.2345678901239e+14" "$(add 123456789012345 43)"
see "1234567890123450 + 1" "1.2345678901235e+15" "$(add 1234567890123450 1)"
see "1234567890123450 + 41" "1.2345678901235e+15" "$(add 1234567890123450 41)"
see "12345678901234567 + 1, with --format" "12345678901234568" "$(add 12345678901234567 1 --format %.0f)"
see "max and first of 123456789012345" "1.2345678901234e+14 123456789012345" "$(echo 123456789012345 | datamash -W --output-delimiter ' ' max 1 first 1)"
end
