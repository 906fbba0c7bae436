package org.gridclear.market.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.handover.SettlementHandOver;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.SettlementExport;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.report.FolderSwap;
import org.gridclear.report.settlement.CloseWriting;
import org.gridclear.report.settlement.SettlementSummary;
import org.gridclear.run.StudyRuns;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.registration.RegistryLimits;

/**
 * The settlement of the day of a demonstration: entities from the registry, prices and awards that
 * are in force, metered energy a little off the real-time awards, closed as a month of one day.
 *
 * @param market the market
 * @param approval what is in force
 * @param clock the simulated clock
 * @param place folder of the demonstration
 */
record DemoSettlement(MarketFolder market, DayApproval approval, Clock clock, Path place) {
  private static final int INTERVALS = 96;

  /** Greatest share by which metered energy is off, in both directions. */
  private static final double METER_SHARE = 0.003;

  private Path folder() {
    return place.resolve("settlement");
  }

  /**
   * Settles the date.
   *
   * @param offers offers of the units, as a file
   * @return figures of the close, whose folder is {@code close}
   */
  SettlementSummary settle(LocalDate date, String offers, StudyRuns runs, String by) {
    try {
      inputs(date, offers);
      for (Market trade : List.of(Market.DA, Market.RT)) {
        new SettlementHandOver(market, approval, clock)
            .handOver(
                new SettlementHandOver.Wanted(
                    trade, date, folder(), Optional.empty(), Optional.empty(), by));
      }
      metered(SettlementReader.dayFolder(folder(), date).resolve("awards.csv"));
      return close(runs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void inputs(LocalDate date, String offers) throws IOException {
    Files.createDirectories(folder());
    Files.writeString(
        folder().resolve("settlement.yaml"),
        """
        settlement: demo day
        month: %s
        days: %d
        mode: centralised
        intervalsPerDay: %d
        weeks: monday
        missing: refuse
        """
            .formatted(YearMonth.from(date), date.getDayOfMonth(), INTERVALS));
    Files.writeString(folder().resolve("offers.csv"), offers);
    MarketRegistry registry = new MarketRegistry(market, RegistryLimits.STANDARD, clock);
    new SettlementExport(
            registry.at(OptionalLong.empty()).state(),
            YearMonth.from(date),
            folder(),
            INTERVALS,
            false)
        .write();
  }

  /** What meters show: the real-time award, off by a share that belongs to entity and interval. */
  private static void metered(Path awards) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(awards));
    for (String line : List.copyOf(lines)) {
      String[] cells = line.split(",", -1);
      if (cells[1].equals("rtMwh")) {
        StringBuilder row = new StringBuilder(cells[0]).append(",meteredMwh");
        for (int t = 2; t < cells.length; t++) {
          int off = Math.floorMod(31 * cells[0].hashCode() + 17 * t, 201) - 100;
          BigDecimal share = BigDecimal.valueOf(1 + METER_SHARE * off / 100);
          row.append(',')
              .append(
                  new BigDecimal(cells[t])
                      .multiply(share)
                      .setScale(4, RoundingMode.HALF_UP)
                      .toPlainString());
        }
        lines.add(row.toString());
      }
    }
    Files.write(awards, lines);
  }

  private SettlementSummary close(StudyRuns runs) throws IOException {
    Path target = place.resolve("close");
    Closing closing = new Closing(runs, clock, run -> run.result().join(), null);
    SettlementSummary[] summary = new SettlementSummary[1];
    FolderSwap.writeOnce(
        target,
        aside -> {
          Closing.Outcome outcome =
              closing.close(SettlementReader.open(folder()), aside, "close", "demonstration");
          summary[0] = new CloseWriting(true, Set.of()).fill(aside, target, outcome).summary();
        });
    return summary[0];
  }
}
