#!/usr/bin/env bash
# A price of 12.34 as a decimal (precision 10, scale 2) in Apache Arrow for JavaScript, as it comes from a Parquet file or
# a database over Arrow.
#
# Guess: its text is "12.34", as in Java and Python; as a number it is 12.34.
#
# Instead: the scale is kept in the type and used nowhere: as text, as a number, in JSON and in a printed table it is
# 1234. The type says Decimal[10e+2]; the value has to be divided by hand.
#
# Version: apache-arrow 21.2.0 (npm).
#
# Matters: all prices and amounts are a hundred or a thousand times as large, in one factor that is easily taken for
# another unit (fen for yuan, Wh for kWh). Divide by ten to the scale of the column, or send text.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund apache-arrow@21.2.0 >&2

cat > probe.mjs <<'JS'
import * as arrow from 'apache-arrow';

let ok = true;

function see(what, expected, seen) {
  const same = JSON.stringify(expected) === JSON.stringify(seen);
  ok &&= same;
  console.log(what + ': ' + JSON.stringify(seen) + (same ? '' : '   CHANGED, was ' + JSON.stringify(expected)));
}

/** A column of one decimal, given by its unscaled number, sent as Arrow and read again. */
function column(unscaled, scale) {
  const builder = arrow.makeBuilder({ type: new arrow.Decimal(scale, 10, 128), nullValues: [null] });
  builder.append(new Uint32Array(new BigInt64Array([BigInt(unscaled), BigInt(unscaled < 0 ? -1 : 0)]).buffer));
  const table = new arrow.Table({ price: builder.finish().toVector() });
  return arrow.tableFromIPC(arrow.tableToIPC(table));
}

const cents = column(1234, 2);
console.log('apache-arrow 21.2.0');
see('the type', 'Decimal[10e+2]', String(cents.schema.fields[0].type));
see('12.34 as text', '1234', String(cents.getChild('price').get(0)));
see('12.34 as a number', 1234, Number(cents.getChild('price').get(0)));
see('12.34 in JSON', '{"price":"\\"1234\\""}', JSON.stringify(cents.get(0)));
see('-12.34 as text', '-1234', String(column(-1234, 2).getChild('price').get(0)));
see('1.234 as text', '1234', String(column(1234, 3).getChild('price').get(0)));
see('1234 as text', '1234', String(column(1234, 0).getChild('price').get(0)));

console.log(ok ? 'behaviour as described' : 'behaviour has changed');
process.exit(ok ? 0 : 1);
JS
node probe.mjs
