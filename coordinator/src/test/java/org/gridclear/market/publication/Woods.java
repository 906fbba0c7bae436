package org.gridclear.market.publication;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.web.TwoMembers;

/**
 * A market of alder and birch, with cedar who owns nothing that is cleared. What belongs to a
 * member has its name in its id.
 */
final class Woods implements AutoCloseable {
  static final LocalDate DATE = TwoMembers.DATE;
  static final DayKey DAY = new DayKey(Market.DA, DATE);
  static final Recipient ALDER = new Recipient.OfMember("alder");
  static final Recipient BIRCH = new Recipient.OfMember("birch");
  static final Recipient CEDAR = new Recipient.OfMember("cedar");
  static final Instant NOW = Instant.parse("2026-09-30T10:00:00Z");

  private static DayResult cleared;

  final MarketFolder market;
  final DayStore days;
  final DayApproval approval;
  final Publishing publishing;
  final Mailbox mailbox;
  private final Clock clock;
  private Instant now = NOW;

  private Woods(MarketFolder market) {
    this.market = market;
    this.days = DayStore.of(market);
    InstantSource time = () -> now;
    this.clock = time.withZone(ZoneOffset.UTC);
    this.publishing =
        new Publishing(market, days, date -> List.of("alder", "birch", "cedar"), clock);
    this.approval = new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, clock);
    this.mailbox = new Mailbox(market, days, clock);
  }

  /** The market in an empty folder, on a kind of database. */
  static Woods on(String kind, Path folder) {
    return new Woods(TwoMembers.create(folder.resolve("market"), MarketDatabases.empty(kind)));
  }

  /** The next version of the day. */
  DayVersion version() {
    synchronized (Woods.class) {
      if (cleared == null) {
        cleared = TwoMembers.cleared(DATE);
      }
    }
    return days.append(DAY, cleared, SmallDays.MADE);
  }

  /** The next version of the day, approved. */
  DayVersion approved() {
    DayVersion version = version();
    approve(version);
    return version;
  }

  void approve(DayVersion version) {
    VersionId id = VersionId.of(version);
    approval.check(new Wanted(id, "sue", "a test"));
    approval.submit(new Wanted(id, "sue", ""));
    approval.approve(new Wanted(id, "bob", "a test"));
  }

  Clock clock() {
    return clock;
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    market.close();
  }
}
