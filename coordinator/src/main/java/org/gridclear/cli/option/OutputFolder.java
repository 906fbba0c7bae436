package org.gridclear.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.WritableFolder;
import picocli.CommandLine.Option;

/** The place that a command is to write to, looked at before anything is computed. */
public final class OutputFolder {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Output folder, new or empty",
        "(default: runs/<run id>; powerflow: the next free powerflow-<network>; compare: none)."
      })
  private Path out;

  @Option(
      names = "--replace",
      description =
          "Replace an earlier run in --out, as a whole, once the new one is there. Without it a"
              + " folder that holds anything is refused; what no run has written always is.")
  private boolean replace;

  /** The place that is asked for; empty if none is. */
  public Optional<ResultPlace> asked() {
    return Optional.ofNullable(out).map(folder -> new ResultPlace(folder, replace));
  }

  /**
   * Checks the folder that is asked for.
   *
   * @throws IllegalArgumentException if nothing may be written there
   */
  public void check() {
    check(out);
    if (out == null) {
      if (replace) {
        throw new IllegalArgumentException("--replace needs --out: name the folder to replace.");
      }
      return;
    }
    try {
      Optional<String> obstacle = asked().orElseThrow().obstacle();
      if (obstacle.isPresent()) {
        throw new IllegalArgumentException("--out %s %s".formatted(out, obstacle.get()));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("--out %s cannot be read: %s".formatted(out, e), e);
    }
  }

  /** The place of a run: the folder that was asked for, else one of its own. */
  public ResultPlace ofRun(String runId) {
    return or(Path.of("runs").resolve(runId));
  }

  /** The folder that was asked for, else another. */
  public ResultPlace or(Path another) {
    return asked().orElse(ResultPlace.fresh(another));
  }

  /**
   * Checks a folder that need not exist yet.
   *
   * @param out the folder; null where the command chooses one
   * @throws IllegalArgumentException if nothing can be written there
   */
  public static void check(Path out) {
    if (out == null) {
      return;
    }
    if (StandardStreams.meant(out)) {
      throw new IllegalArgumentException(
          "--out -: a folder of tables is no stream. Name a folder; --format json prints the"
              + " summary.");
    }
    WritableFolder.check(out);
  }
}
