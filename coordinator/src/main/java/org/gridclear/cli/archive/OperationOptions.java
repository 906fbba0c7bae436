package org.gridclear.cli.archive;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gridclear.market.archive.Operations;
import picocli.CommandLine.Option;

/** Which operations are asked for. */
final class OperationOptions {
  @Option(names = "--from", required = true, description = "First day.")
  private LocalDate from;

  @Option(names = "--to", description = "Last day (default: the first).")
  private LocalDate to;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who (default: everybody).")
  private String account;

  @Option(
      names = "--member",
      paramLabel = "ID",
      defaultValue = "",
      description = "Whose (default: all).")
  private String member;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Kinds of things, such as declaration, transition (default: all).")
  private List<String> kinds;

  /**
   * What is asked for, of days in a zone.
   *
   * @throws IllegalArgumentException if a kind is none, or the days end before they begin
   */
  Operations.Asked in(ZoneId zone) {
    LocalDate last = to == null ? from : to;
    return new Operations.Asked(
        from.atStartOfDay(zone).toInstant(),
        last.plusDays(1).atStartOfDay(zone).toInstant(),
        account,
        member,
        kinds == null ? List.of() : kinds);
  }
}
