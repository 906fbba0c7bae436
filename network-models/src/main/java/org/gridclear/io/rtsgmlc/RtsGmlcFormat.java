package org.gridclear.io.rtsgmlc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.FileFormat;
import org.gridclear.json.SourceFile;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.network.Network;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.jspecify.annotations.Nullable;

/**
 * RTS-GMLC's folder (SourceData/README.md of that project). The day is chosen behind the folder's
 * name: {@code rts-gmlc@2020-07-15}, of the day-ahead series, or {@code @2020-07-15:REAL_TIME}.
 */
public final class RtsGmlcFormat implements FileFormat {
  @Override
  public String name() {
    return "RTS-GMLC";
  }

  @Override
  public boolean matches(SourceFile file) {
    return Files.isDirectory(file.path()) && Files.isRegularFile(source(file).resolve("bus.csv"));
  }

  private static Path source(SourceFile file) {
    Path inner = file.path().resolve("SourceData");
    return Files.isDirectory(inner) ? inner : file.path();
  }

  @Override
  public CaseFiles.@Nullable Content read(SourceFile file, IssueLog log) {
    Tables tables = Tables.open(source(file), log);
    Clock clock = Clock.of(tables.simulation(), file.part(), log);
    if (log.hasErrors()) {
      return null;
    }
    Network network = new NetworkTables(tables, log).read("rts-gmlc");
    DaySeries series = DaySeries.read(tables, clock, log);
    if (log.hasErrors()) {
      return null;
    }
    UnitTables units = new UnitTables(tables, network, series, clock, log);
    ReserveTable reserves = new ReserveTable(tables, network, series, clock, log);
    MarketDay day = day(clock, network, units, reserves, series, log);
    tables.noticeRest();
    return new CaseFiles.Content.WholeDay(day);
  }

  private static MarketDay day(
      Clock clock,
      Network network,
      UnitTables units,
      ReserveTable reserves,
      DaySeries series,
      IssueLog log) {
    int periods = clock.horizon().periodCount();
    List<HvdcSchedule> lines =
        network.hvdcLines().stream()
            .map(
                line ->
                    new HvdcSchedule(
                        line.id(),
                        true,
                        Series.constant(line.pMinMw(), periods),
                        Series.constant(line.pMaxMw(), periods),
                        Double.POSITIVE_INFINITY,
                        0,
                        -1))
            .toList();
    OperatingRules rules = OperatingRules.of(reserves.products(), lines);
    return new MarketDay(
            "rts-gmlc-" + clock.date(),
            List.of(),
            clock.horizon(),
            network,
            units.thermal(reserves),
            units.profiled(),
            units.storage(),
            new LoadShares(network, series, log).loads(periods),
            List.of(),
            List.of(),
            reserves.requirements(units.eligible()),
            List.of(),
            List.of(),
            Penalties.DEFAULT,
            rules)
        .withCurrency(MarketDay.CURRENCY_UNITS);
  }
}
