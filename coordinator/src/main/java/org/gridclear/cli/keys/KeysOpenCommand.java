package org.gridclear.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.file.ClearCopy;
import org.gridclear.quantity.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear keys open}: copies what is encrypted, in clear. */
@Command(
    name = "open",
    description = "Copy a file or folder that is encrypted at rest, in clear, for a person.")
final class KeysOpenCommand extends PrintingCommand {
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
