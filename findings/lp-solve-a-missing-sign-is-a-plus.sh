#!/usr/bin/env bash
# Models in lp_solve's own format with a slip of the hand: a sign that is missing, a unit, a row's name for a variable's.
#
# Guess: a syntax error.
#
# Instead: what stands side by side is added. "2 a 3 b <= 4 2" is 2 a + 3 b <= 6; "a <= 80 MW" is read with a new variable
# MW, which the solver sets as it likes, so the limit is gone; "c1 <= 60", with c1 the name of a row, makes a variable c1
# and limits nothing. Each is solved, with exit code 0. A decimal comma (a <= 1,5) is refused.
#
# Version: lp_solve 5.5.2.5 (Debian 12).
#
# Matters: the dispatch of a model written by hand or by a template is optimal for another model. Let lp_solve write the
# model back (-S1 -parse_only -wlp /dev/stdout) and compare, or count its columns.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install lp-solve=5.5.2.5-2 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$work/usr/lib/lp_solve

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# The objective and the variables of a model whose parts are the arguments.
solve() {
  printf '%s;\n' "$@" > model.lp
  if lp_solve -S2 model.lp > out.txt 2> err.txt; then
    sed -n 's/^Value of objective function: \(.*\)\.0*$/\1,/p; s/^\([A-Za-z][A-Za-z0-9]*\)  *\([-0-9.e+]*\)$/\1 \2/p' out.txt | paste -sd' '
  else
    echo refused
  fi
}

echo "lp_solve 5.5.2.5"
see "as meant, at most 80 MW" "2400, a 80 b 0" "$(solve 'max: 30 a' 'c1: a + b <= 100' 'a <= 80')"
see "a <= 80 MW" "3000, a 100 b 0 MW 1.25" "$(solve 'max: 30 a' 'c1: a + b <= 100' 'a <= 80 MW')"
see "c1 <= 60" "3000, a 100 b 0 c1 0" "$(solve 'max: 30 a' 'c1: a + b <= 100' 'c1 <= 60')"
see "2 a 3 b <= 4 2" "9, a 3 b 0" "$(solve 'max: 3 a' 'c1: 2 a 3 b <= 4 2')"
see "a <= 1,5" "refused" "$(solve 'max: 3 a' 'c1: a + b <= 100' 'a <= 1,5')"
end
