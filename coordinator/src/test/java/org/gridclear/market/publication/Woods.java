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
public final class Woods implements AutoCloseable {
  public static final LocalDate DATE = TwoMembers.DATE;
  public static final DayKey DAY = new DayKey(Market.DA, DATE);
  public static final Recipient ALDER = new Recipient.OfMember("alder");
  public static final Recipient BIRCH = new Recipient.OfMember("birch");
  public static final Recipient CEDAR = new Recipient.OfMember("cedar");
  public static final Instant NOW = Instant.parse("2026-09-30T10:00:00Z");

  private static DayResult cleared;

  public final MarketFolder market;
  public final DayStore days;
  public final DayApproval approval;
  public final Publishing publishing;
  public final Mailbox mailbox;
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
  public static Woods on(String kind, Path folder) {
    return new Woods(TwoMembers.create(folder.resolve("market"), MarketDatabases.empty(kind)));
  }

  /** The next version of the day. */
  public DayVersion version() {
    synchronized (Woods.class) {
      if (cleared == null) {
        cleared = TwoMembers.cleared(DATE);
      }
    }
    return days.append(DAY, cleared, SmallDays.MADE);
  }

  /** The next version of the day, approved. */
  public DayVersion approved() {
    DayVersion version = version();
    approve(version);
    return version;
  }

  public void approve(DayVersion version) {
    VersionId id = VersionId.of(version);
    approval.check(new Wanted(id, "sue", "a test"));
    approval.submit(new Wanted(id, "sue", ""));
    approval.approve(new Wanted(id, "bob", "a test"));
  }

  public Clock clock() {
    return clock;
  }

  public void later(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    market.close();
  }
}
