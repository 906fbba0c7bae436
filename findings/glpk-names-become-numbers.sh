#!/usr/bin/env bash
# The names of units and meters in a CSV table without quotes, read into a set of a MathProg model by glpsol and written
# again.
#
# Guess: the members of a set are names: they come back as they stand in the file.
#
# Instead: what looks like a number is one: 007 becomes 7, 1E3 becomes 1000, 0.10 becomes 0.1, and of a long number 15
# digits are left: 20260115000000012345 becomes 2.0260115e+19. With quotes each is a name and stays.
#
# Version: GLPK 5.0.
#
# Matters: the result of a reference run does not join with its input; meters of 16 and more digits, of which only one
# is in the file, come back without their last digits. Quote all names.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download glpk-utils=5.0-1 libglpk40=5.0-1 libamd2 libcolamd2 libsuitesparseconfig5 libltdl7 > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export LD_LIBRARY_PATH=$work/usr/lib/x86_64-linux-gnu
export PATH=$work/usr/bin:$PATH

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > units.mod <<'MOD'
set UNIT;
param cost{UNIT};
table input IN "CSV" "in.csv": UNIT <- [unit], cost;
table output{u in UNIT} OUT "CSV" "out.csv": u ~ unit, cost[u] ~ cost;
end;
MOD

# The name that comes back for a name as it stands in the file.
back() {
  printf 'unit,cost\n%s,10\n' "$1" > in.csv
  glpsol -m units.mod > log.txt 2>&1 || { echo refused; return; }
  sed -n '2s/,10$//p' out.csv
}

glpsol --version | head -1
see 'G1' '"G1"' "$(back G1)"
see '007' '7' "$(back 007)"
see '1E3' '1000' "$(back 1E3)"
see '0.10' '0.1' "$(back 0.10)"
see '+5' '5' "$(back +5)"
see '20260115000000012345' '2.0260115e+19' "$(back 20260115000000012345)"
see '"007" in quotes' '"007"' "$(back '"007"')"
see '"20260115000000012345" in quotes' '"20260115000000012345"' "$(back '"20260115000000012345"')"
end
