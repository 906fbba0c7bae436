#!/usr/bin/env bash
# Double entry of metered energy at a price with four decimals, in Ledger and hledger.
#
# Guess: a transaction whose postings differ is refused; what is accepted adds up to zero.
#
# Instead: what stands there as two amounts is exact (10.00 and -10.004 are refused), but with a price (1 MWh @ 0.3340) half a
# unit of the digits that the file's other amounts have is let pass. A thousand such intervals are a thousand balanced
# transactions, and the books of the same file are 4.00 off zero, with exit code 0. At 0.3351 (more than half) it is refused.
#
# Version: Ledger 3.3.0, hledger 1.25.
#
# Matters: a settlement that is written into such books for an independent check passes interval by interval with a
# residual in one direction. The check is the sum at cost (bal -B), not that the file was accepted; round amounts before they are written.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download ledger=3.3.0-3 hledger=1.25-2+b5 libboost-filesystem1.74.0 libboost-iostreams1.74.0 libboost-python1.74.0 libboost-regex1.74.0 libicu72 libmpfr6 libpython3.11 > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$work/usr/lib/ledger:$lib

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# So many intervals of 1 MWh at a price, each paid 0.33.
intervals() {
  for ((i = 1; i <= $1; i++)); do
    printf '2026/10/01 interval %s\n    Pool:Energy   1 MWh @ %s CNY\n    Cash  -0.33 CNY\n\n' "$i" "$2"
  done
}
total() {
  if "$@" bal -B > out.txt 2> err.txt; then tail -1 out.txt | sed 's/^ *//; s/ *$//'; else echo refused; fi
}

intervals 1000 0.3340 > month.dat
intervals 1 0.3351 > more.dat
printf '2026/10/01 two amounts\n    Pool   10.004 CNY\n    Cash  -10.00 CNY\n' > plain.dat
ledger --version | head -1 | cut -d, -f1
hledger --version
for program in ledger hledger; do
  see "$program, 10.004 and -10.00" "refused" "$(total $program -f plain.dat)"
  see "$program, a price 0.0051 off" "refused" "$(total $program -f more.dat)"
  see "$program, a thousand prices 0.004 off: the books" "4.00 CNY" "$(total $program -f month.dat)"
done
end
