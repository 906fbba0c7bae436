#!/usr/bin/env bash
# Two months of wind speeds, each packed into short integers with a scale and an offset of its own, as reanalysis and
# forecast services deliver them, joined along time by NCO and xarray.
#
# Guess: the joined file has the values of both, or the tool refuses.
#
# Instead: ncrcat copies the short integers of the second file under the scale of the first: 50, 60 and 40 m/s are 5, 6
# and 4, with exit code 0. xarray has the right values in memory and writes them with the scale of the first file, where
# 50 m/s does not fit into 16 bits and wraps: -15.536. So does any change of the values of one opened file. ncra, which
# averages, unpacks first and is right.
#
# Version: NCO 5.1.4, xarray 2023.01.0 (Debian 12).
#
# Matters: months of wind and radiation are joined before each forecast of renewable feed-in; -15.5 m/s may be noticed, 5
# instead of 50 is not. Unpack with ncpdq -U before joining; in xarray drop scale_factor, add_offset and dtype from the
# encoding.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install nco=5.1.4-1+deb12u1 netcdf-bin=1:4.9.0-3+b1 python3-xarray=2023.01.0-1.1 python3-netcdf4=1.6.2-1+b1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
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

# A month's file: name, scale, offset, packed values.
month() {
  cat > "$1.cdl" <<CDL
netcdf $1 {
dimensions: time = UNLIMITED ;
variables:
 double time(time) ; time:units = "hours since 2026-$1-01 00:00:00" ; time:calendar = "standard" ;
 short wind(time) ; wind:units = "m s-1" ; wind:scale_factor = $2 ; wind:add_offset = $3 ; wind:_FillValue = -32767s ;
data:
 time = 0, 6, 12 ;
 wind = $4 ;
}
CDL
  ncgen -o "$1.nc" "$1.cdl"
}
month 01 0.001 5. "0, 1000, 2000"
month 02 0.01 50. "0, 1000, -1000"

cat > values.py <<'PY'
import sys

import netCDF4

# The values of a file as its own scale and offset say them.
print(*["%g" % value for value in netCDF4.Dataset(sys.argv[1])["wind"][:]])
PY
cat > join.py <<'PY'
import xarray

both = xarray.concat([xarray.open_dataset("01.nc"), xarray.open_dataset("02.nc")], "time")
print(*["%g" % value for value in both.wind.values])
both.to_netcdf("xarray.nc")
year = xarray.open_dataset("01.nc")
year["wind"].values[:] = year["wind"].values * 10
year.to_netcdf("tenfold.nc")
PY
values() {
  /usr/bin/python3 values.py "$1"
}

echo "NCO 5.1.4, xarray 2023.01.0; m/s"
see "January" "5 6 7" "$(values 01.nc)"
see "February" "50 60 40" "$(values 02.nc)"
ncrcat 01.nc 02.nc nco.nc
see "ncrcat" "5 6 7 5 6 4" "$(values nco.nc)"
ncra 01.nc 02.nc mean.nc
see "ncra, the mean" "28" "$(values mean.nc)"
see "xarray, in memory" "5 6 7 50 60 40" "$(/usr/bin/python3 join.py)"
see "xarray, the file" "5 6 7 -15.536 -5.536 -25.536" "$(values xarray.nc)"
see "xarray, January times ten" "-15.536 -5.536 4.464" "$(values tenfold.nc)"
for month in 01 02; do ncpdq -U $month.nc plain$month.nc; done
ncrcat plain01.nc plain02.nc plain.nc
see "unpacked first, ncrcat" "5 6 7 50 60 40" "$(values plain.nc)"
end
