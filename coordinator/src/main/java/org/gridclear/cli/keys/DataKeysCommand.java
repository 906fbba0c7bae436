package org.gridclear.cli.keys;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRing;
import org.gridclear.atrest.source.KeySource;
import org.gridclear.cli.option.DataKeys;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.file.ClearCopy;
import org.gridclear.quantity.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keys of data at rest: {@code gridclear keys init|rotate|show|open|renew}. */
final class DataKeysCommand {
  private DataKeysCommand() {}

  /** Makes keys or finds them, and prints which there are. */
  private abstract static class Shown implements Runnable, DataKeys.Made {
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

  /** {@code keys init}. */
  @Command(
      name = "init",
      description = {
        "Make the first key of data at rest, at the place that --data-key names.",
        "Keep a copy apart: what is encrypted cannot be read without it."
      })
  static final class Init extends Shown {
    @Override
    KeyRing of(KeySource source) {
      return source.init(Clock.systemUTC());
    }
  }

  /** {@code keys rotate}. */
  @Command(
      name = "rotate",
      description = {
        "Make another key of data at rest. What is written from now on has it; earlier ones stay,",
        "to be read with. Processes that run take it up when they are started again."
      })
  static final class Rotate extends Shown {
    @Override
    KeyRing of(KeySource source) {
      return source.rotate(Clock.systemUTC());
    }
  }

  /** {@code keys show}. */
  @Command(
      name = "show",
      description = {
        "Show the ids of the keys of data at rest; never the keys. An id is the check value of its",
        "key: a copy of the keys is a good one if it shows the same."
      })
  static final class Show extends Shown {
    @Override
    KeyRing of(KeySource source) {
      return source.load();
    }
  }

  /** {@code keys open}. */
  @Command(
      name = "open",
      description = "Copy a file or folder that is encrypted at rest, in clear, for a person.")
  static final class Open extends PrintingCommand {
    @Parameters(paramLabel = "PATH", description = "File or folder.")
    private Path source;

    @Option(
        names = "--out",
        paramLabel = "PATH",
        required = true,
        description = "Where the copy goes; must not exist yet.")
    private Path out;

    @Override
    public Integer call() throws IOException {
      return said("%s: %s", Count.of(ClearCopy.of(source, out), "file"), out);
    }
  }

  /** {@code keys renew}. */
  @Command(
      name = "renew",
      description = {
        "Encrypt the files of a folder with the key that is written with now: those that have an",
        "earlier key, and those in clear. Nobody may write there meanwhile."
      })
  static final class Renew extends PrintingCommand {
    @Parameters(
        paramLabel = "DIR",
        description = "Folder of closes, bills, backups, reports, or accounts.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
      return said("%s encrypted anew: %s", Count.of(ClearCopy.renew(folder), "file"), folder);
    }
  }
}
