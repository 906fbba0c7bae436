#!/usr/bin/env bash
# A file of monthly values (hydro inflow, capacity factors) whose time axis says "months since 2026-01-01", 0 to 3, as
# climate files do.
#
# Guess: the first of January, February, March and April, or refused.
#
# Instead: ncdump -t reads calendar months; NCO reads twelfths of a tropical year, as UDUNITS defines the unit: 31 January
# 10:29, 2 March 20:58, 2 April 07:27, so February has no value and its value falls into January. cftime refuses.
#
# Version: netCDF 4.9.0 (ncdump), NCO 5.1.4, cftime 1.6.2 (Debian 12).
#
# Matters: joined to prices or schedules by month, a value is a month early or lost, by the tool that came first. Write
# days since, or the months as dates.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install nco=5.1.4-1+deb12u1 netcdf-bin=1:4.9.0-3+b1 python3-netcdf4=1.6.2-1+b1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$work/usr/lib/nco:$lib/blas:$lib/lapack
export PYTHONPATH=$work/usr/lib/python3/dist-packages
export UDUNITS2_XML_PATH=$work/usr/share/xml/udunits/udunits2.xml

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > months.cdl <<'CDL'
netcdf months {
dimensions: time = UNLIMITED ;
variables:
 double time(time) ; time:units = "months since 2026-01-01 00:00:00" ; time:calendar = "standard" ;
 float inflow(time) ; inflow:units = "GWh" ;
data:
 time = 0, 1, 2, 3 ;
 inflow = 1, 2, 3, 4 ;
}
CDL
ncgen -o months.nc months.cdl
cat > dates.py <<'PY'
import cftime
import netCDF4

time = netCDF4.Dataset("months.nc")["time"]
try:
    print(*[date.strftime("%Y-%m-%d") for date in cftime.num2date(time[:], time.units)])
except ValueError:
    print("refused")
PY
# The dates in the last line of a dump.
dates() {
  sed -n 's/^ *time = "\(.*\)" ;/\1/p' | sed 's/:[0-9.]*\(["]\|$\)/\1/g; s/", "/, /g'
}

echo "ncdump 4.9.0, NCO 5.1.4, cftime 1.6.2"
see "ncdump -t" "2026-01-01, 2026-02-01, 2026-03-01, 2026-04-01" "$(ncdump -t -v time months.nc | dates)"
see "NCO" "2026-01-01, 2026-01-31 10:29, 2026-03-02 20:58, 2026-04-02 07:27" "$(ncks -H --cal -v time months.nc | dates)"
see "cftime" "refused" "$(/usr/bin/python3 dates.py)"
end
