#!/usr/bin/env bash
# Registers of a meter (frequency as a float, a counter as 16 bits) read with the payload decoder of pymodbus.
#
# Guess: Modbus sends a register with its high byte first, so that is the default; only the order of words is a choice.
#
# Instead: the default takes the low byte first: 50.02 Hz is 199148.3125, a 1 is 256, 0x1234 is 0x3412. The builder has the same
# default, so a round trip within the library looks right; what it writes to a device is swapped. With
# byteorder=Endian.Big all are right.
#
# Version: pymodbus 3.0.0 (Debian 12).
#
# Matters: values that are often small look merely large (256 for 1), and a self-made simulator that uses the builder
# confirms them. Say both orders, and test against registers that were written by another program.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -qq -o APT::Sandbox::User=root download python3-pymodbus=3.0.0-7 python3-six > /dev/null
for package in ./*.deb; do dpkg-deb -x "$package" . && rm "$package"; done
export PATH=$work/usr/bin:$PATH
export PYTHONPATH=$work/usr/lib/python3/dist-packages

ok=0
see() {
  if [ "$2" = "$3" ]; then echo "$1: $3"; else echo "$1: $3   CHANGED, was $2"; ok=1; fi
}
end() {
  if [ $ok = 0 ]; then echo "behaviour as described"; else echo "behaviour has changed"; fi
  exit $ok
}

cat > probe.py <<'PY'
import struct
import sys

from pymodbus.constants import Endian
from pymodbus.payload import BinaryPayloadBuilder, BinaryPayloadDecoder

# As they come off the wire: 50.02 as a float in two registers, high byte and high word first.
HERTZ = list(struct.unpack(">HH", struct.pack(">f", 50.02)))


def hertz(**orders):
    return "%.4f" % BinaryPayloadDecoder.fromRegisters(HERTZ, **orders).decode_32bit_float()


def word(register, **orders):
    return hex(BinaryPayloadDecoder.fromRegisters([register], **orders).decode_16bit_uint())


def written(**orders):
    builder = BinaryPayloadBuilder(**orders)
    builder.add_16bit_uint(1)
    return hex(builder.to_registers()[0])


print({"hertz": hertz, "word": lambda: word(0x1234), "one": lambda: word(1), "written": written,
       "hertz-big": lambda: hertz(byteorder=Endian.Big), "word-big": lambda: word(0x1234, byteorder=Endian.Big),
       "written-big": lambda: written(byteorder=Endian.Big)}[sys.argv[1]]())
PY
probe() {
  /usr/bin/python3 probe.py "$1"
}

echo "pymodbus 3.0.0"
see "50.02 Hz" "199148.3125" "$(probe hertz)"
see "0x1234" "0x3412" "$(probe word)"
see "1" "0x100" "$(probe one)"
see "1, written" "0x100" "$(probe written)"
see "50.02 Hz, byteorder big" "50.0200" "$(probe hertz-big)"
see "0x1234, byteorder big" "0x1234" "$(probe word-big)"
see "1, written, byteorder big" "0x1" "$(probe written-big)"
end
