package org.gridclear.market.publication.disclosure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.VersionsInForce;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.publication.Audience;
import org.gridclear.market.publication.Catalogue;
import org.gridclear.market.publication.Catalogues;
import org.gridclear.market.publication.PublicationKind;
import org.gridclear.market.publication.PublicationKind.Correction;
import org.gridclear.market.publication.Source;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.market.store.publication.PublicationStore;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * Whether what the catalogue promises was published by its time (L-11): of versions in force and of
 * data of dates. What is published by hand alone has no time, and no row.
 */
public final class Disclosure {
  /** What is published within this time after it is due is in time. */
  public static final Duration GRACE = Duration.ofMinutes(15);

  /** The most days of an answer, a long month. */
  public static final int DAYS_MAX = 31;

  private final PublicationStore store;
  private final VersionsInForce inForce;
  private final Catalogues catalogues;
  private final ZoneId zone;
  private final Clock clock;

  /** The disclosure of a market. */
  public Disclosure(MarketFolder market, DayStore days, Clock clock) {
    this.store = new PublicationStore(market.database());
    this.inForce = new VersionsInForce(days, market.database());
    this.catalogues = new Catalogues(new PieceStore(market));
    this.zone = market.facts().zone();
    this.clock = clock;
  }

  /**
   * What had to be published.
   *
   * @param version of which it is; empty for data of a date alone
   */
  private record Promise(
      PublicationKind kind,
      String market,
      LocalDate date,
      int cycle,
      Optional<DayVersion> version,
      Instant due) {
    boolean isOf(PublicationRow row) {
      return row.kind().equals(kind.id())
          && row.subject().market().equals(market)
          && row.subject().date().equals(date)
          && row.subject().cycle() == cycle;
    }

    /** Whether a publication keeps it: of this version, or of one that is not corrected. */
    boolean isKept(PublicationRow row) {
      return isOf(row)
          && row.action() != Action.WITHDRAWN
          && (version.isEmpty()
              || kind.correction() != Correction.AUTOMATIC
              || row.subject().version() >= version.get().version());
    }
  }

  /**
   * A row for each kind, date and run of which the time is known, by what is worst first.
   *
   * @throws IllegalArgumentException unless the range has 1 to {@link #DAYS_MAX} days
   */
  public Table table(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > DAYS_MAX) {
      throw new IllegalArgumentException(
          "The range %s to %s must have 1 to %d days.".formatted(from, to, DAYS_MAX));
    }
    Table.Rows rows =
        new Table.Rows(
            "disclosure",
            "Whether what has to be published was.",
            Column.text("state", "missing, late, withdrawn, waiting or in-time."),
            Column.text("kind", "Id of the kind of data."),
            Column.text("audience", "Who is to be told."),
            Column.text("market", "The market; empty for data of a date alone."),
            Column.text("date", "Trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.text("due", "When it has to be published, UTC."),
            Column.text("publishedAt", "When it was, UTC; empty for not yet."),
            Column.whole("minutesLate", "Minutes after it was due; 0 for in time."));
    Instant now = clock.instant();
    Catalogue catalogue = catalogues.at(now);
    List<PublicationRow> published = store.between(from, to);
    List<Promise> promises = new ArrayList<>(ofDates(catalogue, from, to));
    for (Market market : Market.values()) {
      for (VersionsInForce.InForce each : inForce.between(market, from, to)) {
        promises.addAll(ofVersion(catalogue, each));
      }
    }
    promises.stream()
        .map(promise -> row(promise, published, now))
        .sorted((a, b) -> Integer.compare(rank((String) a[0]), rank((String) b[0])))
        .forEach(rows::add);
    return rows.table();
  }

  private static int rank(String state) {
    return List.of("missing", "late", "withdrawn", "waiting", "in-time").indexOf(state);
  }

  private List<Promise> ofDates(Catalogue catalogue, LocalDate from, LocalDate to) {
    return catalogue.kinds().stream()
        .filter(kind -> !kind.source().ofVersions())
        .flatMap(kind -> from.datesUntil(to.plusDays(1)).flatMap(date -> ofDate(kind, date)))
        .toList();
  }

  private Stream<Promise> ofDate(PublicationKind kind, LocalDate date) {
    return kind.schedule("").due(date, Instant.MIN, zone).stream()
        .map(due -> new Promise(kind, "", date, 0, Optional.empty(), due));
  }

  private List<Promise> ofVersion(Catalogue catalogue, VersionsInForce.InForce each) {
    DayVersion version = each.version();
    DayKey key = version.key();
    String market = DayKey.word(key.market());
    return catalogue.ofMarket(market).stream()
        .filter(kind -> version.blocks().containsKey(((Source.Result) kind.source()).kind()))
        .flatMap(
            kind ->
                kind.schedule(market).due(key.date(), each.since(), zone).stream()
                    .map(
                        due ->
                            new Promise(
                                kind, market, key.date(), key.cycle(), Optional.of(version), due)))
        .toList();
  }

  private static Object[] row(Promise promise, List<PublicationRow> published, Instant now) {
    Optional<PublicationRow> first = published.stream().filter(promise::isKept).findFirst();
    Optional<PublicationRow> last =
        published.stream().filter(promise::isOf).reduce((before, after) -> after);
    Instant end = first.map(PublicationRow::at).orElse(now);
    boolean late = end.isAfter(promise.due().plus(GRACE));
    String state;
    if (last.filter(row -> row.action() == Action.WITHDRAWN).isPresent()) {
      state = "withdrawn";
    } else if (first.isEmpty()) {
      state = late ? "missing" : "waiting";
    } else {
      state = late ? "late" : "in-time";
    }
    return new Object[] {
      state,
      promise.kind().id(),
      promise.kind().audience().stream().map(Audience::word).collect(Collectors.joining(" ")),
      promise.market(),
      promise.date().toString(),
      (long) promise.cycle(),
      promise.due().toString(),
      first.map(row -> row.at().toString()).orElse(""),
      late ? Duration.between(promise.due(), end).toMinutes() : 0L
    };
  }
}
