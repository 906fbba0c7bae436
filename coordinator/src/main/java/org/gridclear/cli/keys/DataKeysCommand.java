package org.gridclear.cli.keys;

import java.io.PrintWriter;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRing;
import org.gridclear.atrest.source.KeySource;
import org.gridclear.cli.protection.DataKeys;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes keys of data at rest or finds them, and prints which there are. */
abstract class DataKeysCommand implements Runnable, DataKeys.Made {
  @Spec private CommandSpec spec;

  abstract KeyRing of(KeySource source);

  @Override
  public final void run() {
    KeyRing ring = of(DataKeys.source(spec));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Keys: " + ring.source());
    for (DataKey key : ring.keys()) {
      boolean current = key.equals(ring.current());
      out.println(
          "%s  %s  %s".formatted(key.id(), key.made(), current ? "written with" : "read with"));
    }
    out.flush();
  }
}
