package org.gridclear.cli.keys;

import java.time.Clock;
import org.gridclear.atrest.KeyRing;
import org.gridclear.atrest.source.KeySource;
import picocli.CommandLine.Command;

/** {@code gridclear keys init}: makes the first key of data at rest. */
@Command(
    name = "init",
    description = {
      "Make the first key of data at rest, at the place that --data-key names.",
      "Keep a copy apart: what is encrypted cannot be read without it."
    })
final class KeysInitCommand extends DataKeysCommand {
  @Override
  KeyRing of(KeySource source) {
    return source.init(Clock.systemUTC());
  }
}
