package org.gridclear.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.market.store.site.Replica;
import org.gridclear.market.store.site.SiteMark;
import org.gridclear.market.store.site.SiteMark.Has;
import org.gridclear.market.store.site.SiteMark.Role;
import org.gridclear.market.store.site.SiteMark.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A standby site: asks the active one for what is new, keeps it, says so with the next question.
 * When it takes over it waits until the active one must have stopped by itself.
 */
public final class SiteFollower implements AutoCloseable {
  /** How much longer than the lease is waited. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final ActiveSite active;
  private final SiteFiles files;
  private final GridLink grid;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Path place;
  private @Nullable MarketFolder market;
  private @Nullable SiteMark mark;
  private String session = "";
  private long confirmed;
  private long heard;
  private boolean more;
  private @Nullable Path notCopied;

  /**
   * Follows an active site.
   *
   * @param from its address
   * @param place folder of the market here; made where it is not there
   * @param files folders that are taken, besides the database
   * @param clock tells people when
   * @param nanos a clock that nobody sets, for the lease
   */
  public SiteFollower(
      URI from,
      HttpClient.Builder client,
      Path place,
      SiteFiles files,
      GridLink grid,
      Clock clock,
      LongSupplier nanos) {
    this.active = new ActiveSite(from, client);
    this.files = files;
    this.grid = grid;
    this.clock = clock;
    this.nanos = nanos;
    // What a follower before this one has confirmed, it did before now.
    this.heard = nanos.getAsLong();
    this.place = place;
    if (Files.exists(place.resolve("market.json"))) {
      opened(MarketFolder.open(place));
    }
  }

  private void opened(MarketFolder folder) {
    market = folder;
    ChangeLog log = new ChangeLog(folder.database());
    mark = log.mark().orElseGet(SiteMark::nothing);
    if (mark.role() == Role.STANDBY) {
      log.standBy();
    }
  }

  /** What is known of this site; null before the active one has answered for the first time. */
  public @Nullable SiteMark mark() {
    return mark;
  }

  /** Whether the active site has more to send at once. */
  public boolean more() {
    return more;
  }

  /**
   * Asks once, and keeps what is new.
   *
   * @return changes of this site that the active one does not have, which are gone from here now;
   *     of a site that comes back after another took over
   * @throws IOException if the active site does not answer
   * @throws IllegalArgumentException if it is of an earlier epoch than this one
   */
  public List<ChangeLog.Change> ask() throws IOException {
    boolean first = session.isEmpty();
    SiteMark before = mark == null ? SiteMark.nothing() : mark;
    // A site that was active knows nothing of the numbers of the one that is.
    boolean follows = before.role() == Role.STANDBY;
    Frames.Asked asked =
        new Frames.Asked(
            session,
            before.epoch(),
            follows ? before.has().log() : "",
            before.has().floor(),
            new ArrayList<>(before.has().seen()),
            confirmed,
            grid != GridLink.NONE,
            first ? have() : List.of());
    Instant sent = clock.instant();
    session = "";
    Frames frames = active.pull(asked);
    // What this one confirms next began at the active site before now, however late it gets there.
    heard = nanos.getAsLong();
    if (frames.head().epoch() < before.epoch()) {
      throw new IllegalArgumentException(
          "The other site is of epoch %d, this one of %d: this one took over, the other follows it."
              .formatted(frames.head().epoch(), before.epoch()));
    }
    if (follows && frames.head().epoch() == before.epoch()) {
      requireOwn(frames.head(), before.has());
    }
    List<ChangeLog.Change> lost = keep(frames, before, sent);
    session = frames.head().session();
    confirmed = frames.head().cycle();
    more = frames.head().more();
    return lost;
  }

  private List<Frames.Have> have() throws IOException {
    List<Frames.Have> have = new ArrayList<>();
    for (Map.Entry<SiteFiles.Place, SiteFiles.Sent> each : files.sent().entrySet()) {
      SiteFiles.Stamp stamp = each.getValue().stamp();
      have.add(
          new Frames.Have(
              each.getKey().root(),
              each.getKey().path(),
              stamp.size(),
              stamp.micros(),
              each.getValue().hash()));
    }
    return have;
  }

  /**
   * Of one epoch there is one database, which never knows less than what was copied of it.
   *
   * @throws IllegalArgumentException if it was restored, or lost what its disk had not written:
   *     what is here may be all that there is of what was acknowledged, and is not overwritten
   */
  private static void requireOwn(Frames.Head head, Has has) {
    if (!head.log().equals(has.log()) || head.drawn() < has.last()) {
      throw new IllegalArgumentException(
          "The database of the other site is not the one that was copied here, or one of before: it has %d changes, and here are %d. It may have been restored, or have lost what its disk had not written. Stop its server and take over here (gridclear site take-over), or, if what is here may go, follow it with an empty folder."
              .formatted(head.log().equals(has.log()) ? head.drawn() : 0, has.last()));
    }
  }

  private List<ChangeLog.Change> keep(Frames frames, SiteMark before, Instant sent)
      throws IOException {
    if (market == null) {
      List<String> facts = frames.head().market();
      opened(
          MarketFolder.create(
              place,
              new MarketFolder.Facts(
                  facts.get(0), facts.get(1), facts.get(2), MarketDatabase.EMBEDDED)));
    }
    files.write(frames.parts());
    Replica replica = new Replica(copied().database());
    List<ChangeLog.Change> lost = List.of();
    Frames.Head head = frames.head();
    Terms terms = new Terms(Duration.ofSeconds(head.leaseSeconds()), head.alone());
    if (!frames.tables().isEmpty()) {
      lost = unsent(before, head.before());
      SiteMark copy =
          new SiteMark(
              Role.STANDBY,
              head.epoch(),
              new Has(head.log(), head.floor(), new TreeSet<>(head.seen())),
              sent,
              Has.NOTHING,
              terms);
      mark = copy;
      writeLost(lost);
      new ChangeLog(copied().database()).standBy();
      replica.replace(frames.tables(), copy);
    } else {
      mark = replica.apply(frames.changes(), head.floor(), sent, terms, before);
    }
    grid.put(frames.entries());
    return lost;
  }

  /** On disk before it is taken out of the market: whatever happens then, it is not lost. */
  private void writeLost(List<ChangeLog.Change> lost) throws IOException {
    if (lost.isEmpty()) {
      return;
    }
    Path file = place.resolve("not-copied-%d.jsonl".formatted(clock.millis()));
    StringBuilder text = new StringBuilder();
    for (ChangeLog.Change change : lost) {
      text.append(Json.MAPPER.writeValueAsString(change)).append('\n');
    }
    StoredFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    notCopied = file;
  }

  /** The file of the changes that were last taken out of this site; null for none. */
  public @Nullable Path notCopied() {
    return notCopied;
  }

  /** What this site, when it was active, wrote and nobody else has. */
  private List<ChangeLog.Change> unsent(SiteMark before, Has taken) {
    if (before.role() == Role.STANDBY) {
      return List.of();
    }
    boolean known = taken.log().equals(before.has().log());
    return new ChangeLog(copied().database())
        .after(0, new TreeSet<>()).stream()
            .filter(change -> !known || !taken.has(change.seq()))
            .toList();
  }

  /**
   * For how long the active site may go on without a word, at most; it need not be asked. By the
   * time that passed here since it was heard: clocks may be set meanwhile, or never have agreed.
   *
   * @return not positive when it has stopped by itself
   * @throws IllegalStateException if nothing was copied yet
   */
  public Duration left() {
    if (mark == null || mark.role() != Role.STANDBY) {
      throw new IllegalStateException("This site has no copy yet; it cannot take over.");
    }
    return mark.terms().lease().plus(MARGIN).minusNanos(nanos.getAsLong() - heard);
  }

  /**
   * Makes this site the active one.
   *
   * @param force whether not to wait: the operator answers for that the other site is off
   * @return the mark of the new epoch
   * @throws IllegalArgumentException if the active site may still go on, or does so for good, or if
   *     this one has handed over to it
   */
  public SiteMark takeOver(boolean force) {
    if (mark != null && mark.role() == Role.FENCED) {
      if (!force) {
        throw new IllegalArgumentException(
            "This site has handed over to the other. If that was lost before it changed anything,"
                + " say --force: what it changed is not here.");
      }
      return become();
    }
    Duration left = left();
    SiteMark mark = Objects.requireNonNull(this.mark);
    if (!force && mark.terms().alone()) {
      throw new IllegalArgumentException(
          "The active site serves with --alone: it goes on however long nobody asks it. Have it"
              + " give back while it answers, or say --force when it is surely off.");
    }
    if (!force && left.compareTo(Duration.ZERO) > 0) {
      throw new IllegalArgumentException(
          "The active site was told at %s that all is here, and may go on until %s. Wait until then, or say --force when it is surely off."
              .formatted(mark.contact(), clock.instant().plus(left)));
    }
    return become();
  }

  /** Has the active site stop, takes the rest, and becomes the active one. */
  public SiteMark takeBack() throws IOException {
    active.handOver();
    do {
      ask();
    } while (more);
    return become();
  }

  private MarketFolder copied() {
    return Objects.requireNonNull(market);
  }

  private SiteMark become() {
    SiteMark own = Objects.requireNonNull(mark).active(clock.instant());
    mark = own;
    new ChangeLog(copied().database()).keep(own);
    return own;
  }

  @Override
  public void close() {
    if (market != null) {
      new ChangeLog(market.database()).deactivate();
      market.close();
      market = null;
    }
    grid.close();
  }
}
