#!/usr/bin/env bash
# A file of hourly values whose time axis says "hours since 2026-01-01 00:00:00 +08:00", as UDUNITS and the CF conventions
# allow.
#
# Guess: all readers convert: the first value is of 2025-12-31 16:00 UTC. Or they refuse.
#
# Instead: CDO and ncdump -t drop the offset and read midnight UTC, without a word; NCO, cftime and xarray convert. With
# the short form "+8" cftime drops the offset, too, while xarray, which is built on it, converts.
#
# Version: CDO 2.1.1, netCDF 4.9.0 (ncdump), NCO 5.1.4, cftime 1.6.2, xarray 2023.01.0 (Debian 12).
#
# Matters: a forecast of sun or wind that went through one of them stands 8 hours beside the load, in a series that is
# complete and plausible. Write time axes in UTC.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The packages with what they need and this machine lacks.
apt-get -s --no-install-recommends install nco=5.1.4-1+deb12u1 netcdf-bin=1:4.9.0-3+b1 python3-xarray=2023.01.0-1.1 python3-netcdf4=1.6.2-1+b1 cdo=2.1.1-1+deb12u1 | sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p' | xargs -r apt-get -qq -o APT::Sandbox::User=root download > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
lib=$work/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$lib:$work/usr/lib/nco:$lib/blas:$lib/lapack:$lib/openblas-pthread
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

# A file with one value at the start of its time axis, with the offset given.
axis() {
  cat > axis.cdl <<CDL
netcdf axis {
dimensions: time = UNLIMITED ; lat = 1 ; lon = 1 ;
variables:
 double time(time) ; time:standard_name = "time" ; time:calendar = "standard" ;
  time:units = "hours since 2026-01-01 00:00:00$1" ;
 double lat(lat) ; lat:units = "degrees_north" ;
 double lon(lon) ; lon:units = "degrees_east" ;
 float ghi(time, lat, lon) ; ghi:units = "W m-2" ;
data:
 time = 0 ; lat = 30 ; lon = 120 ; ghi = 1 ;
}
CDL
  ncgen -o axis.nc axis.cdl
}
cat > first.py <<'PY'
import sys

import cftime
import netCDF4
import xarray

# The instant of the first value.
if sys.argv[1] == "xarray":
    print(str(xarray.open_dataset("axis.nc").time.values[0])[:16].replace("T", " "))
else:
    time = netCDF4.Dataset("axis.nc")["time"]
    print(cftime.num2date(time[0], time.units).strftime("%Y-%m-%d %H:%M"))
PY
instant() {
  case $1 in
    CDO) cdo -s showtimestamp "${2:-axis.nc}" | tr -d ' ' | sed 's/T/ /; s/:00$//' ;;
    ncdump) ncdump -t -v time axis.nc | sed -n 's/^ time = "\(.*\)" ;/\1/p' ;;
    NCO) ncks -H --cal -v time axis.nc | sed -n 's/^ *time = "\(.*\):00" ;/\1/p' ;;
    *) /usr/bin/python3 first.py "$1" ;;
  esac
}

echo "CDO 2.1.1, ncdump 4.9.0, NCO 5.1.4, cftime 1.6.2, xarray 2023.01.0"
axis " +08:00"
see "CDO" "2026-01-01 00:00" "$(instant CDO)"
see "ncdump -t" "2026-01-01" "$(instant ncdump)"
see "NCO" "2025-12-31 16:00" "$(instant NCO)"
see "cftime" "2025-12-31 16:00" "$(instant cftime)"
see "xarray" "2025-12-31 16:00" "$(instant xarray)"
axis " +8"
see "+8, NCO" "2025-12-31 16:00" "$(instant NCO)"
see "+8, cftime" "2026-01-01 00:00" "$(instant cftime)"
see "+8, xarray" "2025-12-31 16:00" "$(instant xarray)"
end
