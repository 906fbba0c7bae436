#!/usr/bin/env bash
# Readings in netCDF (whole kW, or watts as short integers) added up, converted to MW and subtracted with NCO.
#
# Guess: a total is computed in a wider type, or refused where it does not fit; 1500 kW / 1000 is 1.5; two files are
# subtracted hour by hour.
#
# Instead: ncra and ncwa (-y ttl) keep the type of the variable: 30000 + 30000 in a short is -5536. In ncap2 mw = kw /
# 1000 is a whole number, 1 and 0 for 1500 and 900 kW, and an int wraps in a product. ncbo subtracts by position: with
# hours 0 1 2 3 and 0 2 3 4 the result stands at the hours of the first, though half its rows are of different hours. Exit
# code 0, no warning.
#
# Version: NCO 5.1.4 (Debian 12).
#
# Matters: sums over time are what weather and load files are made for. Convert first (ncap2 -s 'x=double(x)', or ncpdq -U
# for packed files), divide by 1000.0, and compare the time axes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install nco=5.1.4-1+deb12u1 netcdf-bin=1:4.9.0-3+b1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$work/usr/lib/nco
export UDUNITS2_XML_PATH=$work/usr/share/xml/udunits/udunits2.xml

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

# A file: name, type of the values, hours, values.
series() {
  cat > "$1.cdl" <<CDL
netcdf $1 {
dimensions: time = UNLIMITED ;
variables:
 int time(time) ; time:units = "hours since 2026-01-01 00:00:00" ;
 $2 load(time) ;
data:
 time = $3 ;
 load = $4 ;
}
CDL
  ncgen -o "$1.nc" "$1.cdl"
}
# The values of a variable in a file.
values() {
  ncdump -v "$2" "$1" | tr -d '\n' | sed "s/.*data:.* $2 = \([^;]*[^ ;]\) *;.*/\1/; s/, */ /g"
}
series watts short "0, 1" "30000, 30000"
series kw int "0, 1" "1500, 900"
series forecast float "0, 1, 2, 3" "10, 20, 30, 40"
series measured float "0, 2, 3, 4" "10, 30, 40, 50"

ncks --version 2>&1 | sed -n 's/^ncks version \([0-9.]*\).*/NCO \1/p'
ncra -y ttl watts.nc total.nc
see "30000 + 30000 by ncra" "-5536" "$(values total.nc load)"
ncwa -a time -y ttl watts.nc over.nc
see "by ncwa" "-5536" "$(values over.nc load)"
ncap2 -s 'mw=load/1000; real=load/1000.0; watts=load*2000000' kw.nc mw.nc
see "1500 and 900 / 1000" "1 0" "$(values mw.nc mw)"
see "1500 and 900 / 1000.0" "1.5 0.9" "$(values mw.nc real)"
see "1500 and 900 * 2000000" "-1294967296 1800000000" "$(values mw.nc watts)"
ncbo --op_typ=sub forecast.nc measured.nc error.nc
see "error at the hours" "0 1 2 3" "$(values error.nc time)"
see "error of a forecast that is right" "0 -10 -10 -10" "$(values error.nc load)"
end
