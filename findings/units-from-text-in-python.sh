#!/usr/bin/env bash
# Quantities of the field as text, read by Pint and unyt: per unit, cents, a decimal comma, hours and minutes, MW times h.
#
# Guess: what they do not know is refused.
#
# Instead: Pint takes "1.02 pu" for picodaltons (a mass), "30 ct/kWh" for carats, "2 pa" (per annum) for picoyears, "15
# Min" for mega-inches, "1,5 MW" for 15 MW; "3 h 30 min" is 90 hour-minutes, "10:30" is 300. unyt reads "5 MW h" as 5 MW:
# what follows the first unit is dropped. Both refuse Mvar.
#
# Version: Pint 0.19.2, unyt 2.9.3 (Debian 12).
#
# Matters: an energy becomes a power and a comma a factor of ten without a word; the masses and lengths are noticed only
# where the dimension is checked. Check the text against your own list of units before it is parsed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install python3-pint=0.19.2-1 python3-unyt=2.9.3-2 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$lib/blas:$lib/lapack
export PYTHONPATH=$work/usr/lib/python3/dist-packages

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > read.py <<'PY'
import sys


def read(library, text):
    if library == "unyt":
        import unyt

        return unyt.unyt_quantity.from_string(text)
    import pint

    return pint.UnitRegistry()(text)


try:
    print(read(*sys.argv[1:]))
except Exception as failure:
    print(type(failure).__name__)
PY
pint() {
  /usr/bin/python3 read.py pint "$1"
}
unyt() {
  /usr/bin/python3 read.py unyt "$1"
}

echo "Pint 0.19.2, unyt 2.9.3"
see "Pint, 1.02 pu" "1.02 picounified_atomic_mass_unit" "$(pint '1.02 pu')"
see "Pint, 30 ct/kWh" "30.0 carat / kilowatt_hour" "$(pint '30 ct/kWh')"
see "Pint, 2 pa" "2 picoyear" "$(pint '2 pa')"
see "Pint, 15 Min" "15 megainch" "$(pint '15 Min')"
see "Pint, 1,5 MW" "15 megawatt" "$(pint '1,5 MW')"
see "Pint, 3 h 30 min" "90 hour * minute" "$(pint '3 h 30 min')"
see "Pint, 10:30" "300" "$(pint '10:30')"
see "Pint, 5 Mvar" "UndefinedUnitError" "$(pint '5 Mvar')"
see "unyt, 5 MW h" "5.0 MW" "$(unyt '5 MW h')"
see "unyt, 1,5 MW" "ValueError" "$(unyt '1,5 MW')"
see "unyt, 5 Mvar" "UnitParseError" "$(unyt '5 Mvar')"
end
