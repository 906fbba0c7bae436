package org.gridclear.cli.keys;

import java.time.Clock;
import org.gridclear.atrest.KeyRing;
import org.gridclear.atrest.source.KeySource;
import picocli.CommandLine.Command;

/** {@code gridclear keys rotate}: makes another key of data at rest. */
@Command(
    name = "rotate",
    description = {
      "Make another key of data at rest. What is written from now on has it; earlier ones stay,",
      "to be read with. Processes that run take it up when they are started again."
    })
final class KeysRotateCommand extends DataKeysCommand {
  @Override
  KeyRing of(KeySource source) {
    return source.rotate(Clock.systemUTC());
  }
}
