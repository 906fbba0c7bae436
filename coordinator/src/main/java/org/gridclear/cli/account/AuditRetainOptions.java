package org.gridclear.cli.account;

import org.gridclear.cli.option.OptionNumbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code gridclear account audit retain} is asked. */
final class AuditRetainOptions {
  @Option(
      names = "--system",
      paramLabel = "MONTHS",
      converter = OptionNumbers.FromOne.class,
      description =
          "Months for which records of the system are kept, 6 at least (default: for" + " good).")
  private @Nullable Integer system;

  @Option(
      names = "--business",
      paramLabel = "MONTHS",
      converter = OptionNumbers.FromOne.class,
      description =
          "Months for which records of the business are kept, 6 at least (default: for" + " good).")
  private @Nullable Integer business;

  @Nullable Integer system() {
    return system;
  }

  @Nullable Integer business() {
    return business;
  }
}
