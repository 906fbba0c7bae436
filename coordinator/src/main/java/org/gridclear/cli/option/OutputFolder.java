package org.gridclear.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.file.Aside;
import org.gridclear.run.RunResult;

/** The place that a command is to write to, looked at before anything is computed. */
public final class OutputFolder {
  private OutputFolder() {}

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
    Path there = out.toAbsolutePath().normalize();
    if (Files.exists(there) && !Files.isDirectory(there)) {
      throw new IllegalArgumentException("--out %s is a file, not a folder.".formatted(out));
    }
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new IllegalArgumentException(
          "--out %s cannot be made: %s is a file.".formatted(out, there));
    }
    if (!Files.isWritable(there)) {
      throw new IllegalArgumentException(
          "--out %s cannot be written: no permission to write in %s.".formatted(out, there));
    }
    tryOut(out, there);
  }

  /** The folder of a run: the one that was asked for, else one of its own. */
  public static Path of(Path out, RunResult result) {
    return out != null ? out : Path.of("runs").resolve(result.status().runId());
  }

  /** What permissions do not tell: read-only and special file systems, quotas. */
  private static void tryOut(Path out, Path there) {
    try {
      Files.delete(Aside.folder(there));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--out %s cannot be written: nothing can be made in %s.".formatted(out, there), e);
    }
  }
}
