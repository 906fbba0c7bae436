package org.gridclear.cli.settlement.payment;

import picocli.CommandLine.Option;

/** Who pays. */
final class PayerOptions {
  @Option(
      names = "--pain",
      paramLabel = "NAME",
      defaultValue = "",
      description = "As pain.001 of the exchange of this name (default: CSV).")
  private String name;

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      defaultValue = "",
      description = "Its account; needed with --pain.")
  private String account;

  String name() {
    return name;
  }

  String account() {
    return account;
  }
}
