package org.gridclear.cli.settlement.member;

import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dispute. */
final class DisputeOptions {
  @Parameters(
      index = "0",
      paramLabel = "DISPUTE",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the dispute.")
  private int number;

  @Option(names = "--member", paramLabel = "ID", required = true, description = "The member.")
  private String member;

  @Option(names = "--reason", required = true, description = "Why.")
  private String reason;

  int number() {
    return number;
  }

  String member() {
    return member;
  }

  String reason() {
    return reason;
  }
}
