package org.gridclear.cli.keys;

import org.gridclear.atrest.KeyRing;
import org.gridclear.atrest.source.KeySource;
import picocli.CommandLine.Command;

/** {@code gridclear keys show}: ids of the keys of data at rest. */
@Command(
    name = "show",
    description = {
      "Show the ids of the keys of data at rest; never the keys. An id is the check value of its",
      "key: a copy of the keys is a good one if it shows the same."
    })
final class KeysShowCommand extends DataKeysCommand {
  @Override
  KeyRing of(KeySource source) {
    return source.load();
  }
}
