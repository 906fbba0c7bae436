package org.gridclear.cli.archive;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code gridclear archive backup} is asked. */
final class ArchiveBackupOptions {
  @Option(
      names = "--since",
      paramLabel = "DIR",
      description = "An earlier backup; only what it does not have is copied.")
  private Path since;

  @Parameters(paramLabel = "DIR", description = "Where; must not exist yet.")
  private Path place;

  Path since() {
    return since;
  }

  Path place() {
    return place;
  }
}
