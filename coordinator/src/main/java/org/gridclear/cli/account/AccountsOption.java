package org.gridclear.cli.account;

import java.nio.file.Path;
import picocli.CommandLine.Option;

final class AccountsOption {
  @Option(
      names = "--security",
      required = true,
      paramLabel = "DIR",
      description = "The security folder of the server.")
  private Path path;

  Path path() {
    return path;
  }
}
