package org.gridclear.cli.settlement.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.handover.RunHandOver;
import org.gridclear.market.handover.SettlementHandOver;
import org.gridclear.report.clearing.ImportMapping;
import picocli.CommandLine.Option;

/** Which day a settlement takes, and what of it is what of its own. */
final class HandedDay {
  @Option(
      names = "--date",
      required = true,
      description = "Day that was cleared, such as 2026-10-05.")
  private LocalDate date;

  @Option(
      names = "--market",
      defaultValue = "da",
      description = "da or rt (default: ${DEFAULT-VALUE}).")
  private String market;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "Table kind,from,to,share of units, storage, loads, buses, zones, products.")
  private Path map;

  @Option(
      names = "--system",
      paramLabel = "NAME",
      description = "Of a market folder: whose foreign ids the settlement uses (default: its own).")
  private String system;

  LocalDate date() {
    return date;
  }

  /** The day and its market, for a person. */
  String words() {
    return "%s, %s market".formatted(date, market);
  }

  /**
   * What is taken of a market, for a settlement folder.
   *
   * @throws IllegalArgumentException if the map is wrong, or a system is named beside it
   */
  SettlementHandOver.Wanted ofMarket(Path folder, String by) throws IOException {
    if (map != null && system != null) {
      throw new IllegalArgumentException("Give --map or --system, not both.");
    }
    return new SettlementHandOver.Wanted(
        DayKey.market(market),
        date,
        folder,
        map == null ? Optional.empty() : Optional.of(ImportMapping.read(map)),
        Optional.ofNullable(system),
        by.isEmpty() ? System.getProperty("user.name") : by);
  }

  /**
   * What is taken of a run, for a settlement folder.
   *
   * @throws IllegalArgumentException if the map is wrong, or a system is named
   */
  RunHandOver.Wanted ofRun(Path folder, String by, String override) throws IOException {
    if (system != null) {
      throw new IllegalArgumentException("--system is of market folders; give --map.");
    }
    return new RunHandOver.Wanted(
        market,
        date,
        folder,
        map == null ? ImportMapping.identity() : ImportMapping.read(map),
        by,
        override);
  }
}
