package org.gridclear.cli.settlement.member;

import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which statement. */
final class StatementOptions {
  @Parameters(
      index = "0",
      paramLabel = "PUBLICATION",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the publication.")
  private int publication;

  @Option(names = "--member", paramLabel = "ID", required = true, description = "The member.")
  private String member;

  int publication() {
    return publication;
  }

  String member() {
    return member;
  }
}
