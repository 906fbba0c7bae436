package org.gridclear.cli.keys;

import java.io.IOException;
import java.nio.file.Path;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.file.ClearCopy;
import org.gridclear.quantity.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gridclear keys renew}: encrypts a folder with the newest key. */
@Command(
    name = "renew",
    description = {
      "Encrypt the files of a folder with the key that is written with now: those that have an",
      "earlier key, and those in clear. Nobody may write there meanwhile."
    })
final class KeysRenewCommand extends PrintingCommand {
  @Parameters(
      paramLabel = "DIR",
      description = "Folder of closes, bills, backups, reports, or accounts.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    return said("%s encrypted anew: %s", Count.of(ClearCopy.renew(folder), "file"), folder);
  }
}
