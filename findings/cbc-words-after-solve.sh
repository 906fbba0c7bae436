#!/usr/bin/env bash
# CBC called with options on its command line, as scripts and other programs call it.
#
# Guess: options count wherever they stand; a file that is missing, an unknown option or an infeasible model shows in the
# exit code.
#
# Instead: the words are carried out in their order: -solve -maximize solves the minimum, which is 0 here, and writes it
# as optimal. A misspelt option (-maximise) is one line in the log; the run goes on. The exit code is 0 for all of them,
# for a missing file and for an infeasible model.
#
# Version: CBC 2.10.8 (Debian 12).
#
# Matters: a time limit or a gap after -solve is none, and a batch that looks at exit codes takes yesterday's solution
# file for today's. Write options first, delete the old solution, read the first word of the new one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install coinor-cbc=2.10.8+ds1-1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$lib/blas:$lib/lapack

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# Most profit of two units, at most so many MW of the first, at least so many of both.
model() {
  cat > model.mps <<MPS
NAME model
ROWS
 N profit
 L first
 L both
 G least
COLUMNS
 a profit 3 first 1
 a both 1 least 1
 b profit 2 both 1
 b least 1
RHS
 r first 6 both 10
 r least $1
ENDATA
MPS
}
# The first line of the solution and the exit code.
run() {
  local code=0
  rm -f out.txt
  cbc "$@" -solution out.txt > log.txt 2>&1 || code=$?
  echo "$(head -1 out.txt 2> /dev/null | sed 's/ *$//; s/ - objective value/,/'), exit $code"
}

model 0
echo "CBC 2.10.8"
see "-maximize -solve" "Optimal, 26.00000000, exit 0" "$(run model.mps -maximize -solve)"
see "-solve -maximize" "Optimal, 0.00000000, exit 0" "$(run model.mps -solve -maximize)"
see "-maximise -solve" "Optimal, 0.00000000, exit 0" "$(run model.mps -maximise -solve)"
see "its line in the log" "No match for maximise - ? for list of commands" "$(grep -o 'No match.*' log.txt)"
see "a file that is missing" "exit 0" "$(run missing.mps -solve | sed 's/.*exit/exit/')"
model 20
see "infeasible" "exit 0" "$(run model.mps -maximize -solve | sed 's/.*exit/exit/')"
end
