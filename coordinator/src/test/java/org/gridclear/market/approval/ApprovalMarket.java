package org.gridclear.market.approval;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.DayRow;
import org.gridclear.market.store.DayRows;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;

/** A market with versions of days that have no results, for what becomes of them. */
public final class ApprovalMarket implements AutoCloseable {
  public static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  static final Instant NOW = Instant.parse("2026-09-30T11:00:00.123Z");

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  final MarketFolder folder;

  /** What is open and severe, of every version. */
  final List<String> open = new ArrayList<>();

  ApprovalMarket(Path path, String kind) {
    folder =
        MarketFolder.create(
            path,
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabases.empty(kind)));
  }

  private ApprovalMarket(MarketFolder folder) {
    this.folder = folder;
  }

  /** The same market of other connections, as another process has it; the embedded one has none. */
  ApprovalMarket openedAgain() {
    return new ApprovalMarket(
        folder.facts().database().equals(MarketDatabase.EMBEDDED)
            ? new MarketFolder(folder.path(), folder.facts(), folder.database())
            : MarketFolder.open(folder.path()));
  }

  DayApproval approval() {
    return approval(KnownAccounts.NONE);
  }

  DayApproval approval(KnownAccounts accounts) {
    return new DayApproval(folder, version -> List.copyOf(open), accounts, CLOCK);
  }

  /** A version without results in a market. */
  public static VersionId made(
      MarketFolder folder, Market market, LocalDate date, int cycle, String by, String... alarms) {
    DayRow row =
        new DayRows(folder.database())
            .append(
                new DayRow(
                    DayKey.word(market),
                    date,
                    cycle,
                    0,
                    DayVersion.DRAFT,
                    "c".repeat(64),
                    "0".repeat(64),
                    "build",
                    by,
                    OffsetDateTime.parse("2026-09-30T10:00Z"),
                    "{}",
                    List.of(alarms),
                    Map.of()));
    return new VersionId(new DayKey(market, date, cycle), row.version());
  }

  VersionId made(Market market, LocalDate date, int cycle, String by, String... alarms) {
    return made(folder, market, date, cycle, by, alarms);
  }

  /** A version made by ann, with alarms. */
  VersionId dayAhead(LocalDate date, String... alarms) {
    return made(Market.DA, date, 0, "ann", alarms);
  }

  /** A version that sue has submitted. */
  VersionId submitted(LocalDate date) {
    VersionId version = dayAhead(date);
    approval().check(wanted(version, "sue", ""));
    approval().submit(wanted(version, "sue", ""));
    return version;
  }

  static Wanted wanted(VersionId version, String by, String reason) {
    return new Wanted(version, by, reason);
  }

  VersionState state(VersionId version) {
    return approval().standing(version).state();
  }

  @Override
  public void close() {
    folder.close();
  }
}
