package org.gridclear.market.similar;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.calendar.MarketCalendar;
import org.gridclear.market.intake.KnownPieces;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketElement;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * Finds the days before a date that are most like it: of the same type, by the distance of load
 * curve and outage set (A-05, AMB-40).
 */
public final class SimilarDays {
  private static final int MINUTES = 60;

  private final PieceStore store;
  private final MarketClock clock;

  /** The days of a market. */
  public SimilarDays(PieceStore store, MarketClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is asked.
   *
   * @param date the date
   * @param forecast kind of its load forecast
   * @param gate up to when things had to be known
   * @param days how many days back
   * @param outageWeight what outage sets without a common element count, as a share of load
   */
  public record Request(
      LocalDate date, SeriesKind forecast, Instant gate, int days, double outageWeight) {
    /** Days back where nothing is said. */
    public static final int DAYS = 60;

    /** Weight of outages where nothing is said. */
    public static final double OUTAGE_WEIGHT = 0.1;

    public Request {
      if (days < 1 || days > 1000 || !(outageWeight >= 0) || Double.isInfinite(outageWeight)) {
        throw new IllegalArgumentException(
            "The days (%d) must lie in 1..1000, and the weight of outages (%s) must be 0 or more."
                .formatted(days, outageWeight));
      }
    }
  }

  /**
   * A day and how like the date it is.
   *
   * @param date the day
   * @param distance load distance + weight × outage distance; 0 for one that is the same
   * @param loadDistance root mean square of the differences of load, as a share of the mean
   * @param outageDistance share of the elements out on one of the two days that are not out on both
   * @param snapshots states of units and branches that were kept of it
   */
  public record Similar(
      LocalDate date, double distance, double loadDistance, double outageDistance, int snapshots) {}

  /**
   * Days like a date.
   *
   * @param type 0 for working days, 1 for days of rest, 2 for holidays
   * @param days the most similar first; of equal ones the latest first
   * @param otherType days that are of another type
   * @param withoutLoad days whose load is not known for every hour
   */
  public record Result(int type, List<Similar> days, int otherType, int withoutLoad) {
    public Result {
      days = List.copyOf(days);
    }

    /** The days as a table. */
    public Table table() {
      Table.Rows rows =
          new Table.Rows(
              "similar",
              "A day that is like the date, the most similar first.",
              Column.text("date", "The day."),
              Column.number("distanceShare", "Load distance and weighted outage distance."),
              Column.number("loadDistanceShare", "Root mean square of the load's differences."),
              Column.number("outageDistanceShare", "Elements out on one of the two days only."),
              Column.whole("snapshots", "States of units and branches kept of it."));
      days.forEach(
          day ->
              rows.add(
                  day.date().toString(),
                  day.distance(),
                  day.loadDistance(),
                  day.outageDistance(),
                  day.snapshots()));
      return rows.table();
    }
  }

  /**
   * Finds them.
   *
   * @throws IllegalArgumentException if the date has no forecast for every hour, or no day is like
   *     it
   */
  public Result find(Request request) {
    Instant gate = request.gate();
    KnownPieces known = new KnownPieces(store, clock, gate);
    LocalDate first = request.date().minusDays(request.days());
    Instant from = clock.startOf(first);
    Instant to = clock.endOf(request.date());
    SeriesChoice types = known.choice(SeriesKind.DAY_TYPE, from, to);
    List<Double> forecast = forecast(known, request);
    SeriesChoice actual = known.choice(SeriesKind.LOAD_ACTUAL, from, to);
    List<Ticket> tickets =
        new TicketBook(store, clock).at(gate).stream().map(TicketBook.Kept::ticket).toList();
    Set<TicketElement> out = out(tickets, request.date());
    int type = type(types, request.date());
    List<Similar> similar = new ArrayList<>();
    int otherType = 0;
    int withoutLoad = 0;
    for (int back = 1; back <= request.days(); back++) {
      LocalDate day = request.date().minusDays(back);
      Optional<List<Double>> load = curve(actual, day);
      if (type(types, day) != type) {
        otherType++;
      } else if (load.isEmpty() || load.get().size() != forecast.size()) {
        withoutLoad++;
      } else {
        double loads = distance(forecast, load.get());
        double outages = distance(out, out(tickets, day));
        similar.add(
            new Similar(
                day,
                loads + request.outageWeight() * outages,
                loads,
                outages,
                snapshots(day, gate)));
      }
    }
    refuseNone(request, similar, otherType, withoutLoad);
    similar.sort(
        Comparator.comparingDouble(Similar::distance)
            .thenComparing(Comparator.comparing(Similar::date).reversed()));
    return new Result(type, similar, otherType, withoutLoad);
  }

  private static void refuseNone(
      Request request, List<Similar> similar, int otherType, int withoutLoad) {
    if (similar.isEmpty()) {
      throw new IllegalArgumentException(
          "None of the %d days before %s is like it: %d are of another type, of %d the load is not known for every hour."
              .formatted(request.days(), request.date(), otherType, withoutLoad));
    }
  }

  private List<Double> forecast(KnownPieces known, Request request) {
    SeriesChoice choice =
        known.choice(
            request.forecast(), clock.startOf(request.date()), clock.endOf(request.date()));
    return curve(choice, request.date())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The %s of %s is not known for every hour at %s."
                        .formatted(
                            request.forecast(), request.date(), clock.show(request.gate()))));
  }

  private int type(SeriesChoice types, LocalDate day) {
    return MarketCalendar.type(types, clock, day).ordinal();
  }

  /** Load by the hour; empty where it is not known for every hour. */
  private Optional<List<Double>> curve(SeriesChoice choice, LocalDate day) {
    List<Optional<BigDecimal>> values =
        choice.over(SeriesKind.SYSTEM, clock.startOf(day), MINUTES, clock.minutesOf(day) / MINUTES);
    return values.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(values.stream().map(value -> value.orElseThrow().doubleValue()).toList());
  }

  private static double distance(List<Double> a, List<Double> b) {
    double squares = 0;
    double sum = 0;
    for (int h = 0; h < a.size(); h++) {
      squares += (a.get(h) - b.get(h)) * (a.get(h) - b.get(h));
      sum += a.get(h);
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("The forecast has no load, so that nothing is like it.");
    }
    return Math.sqrt(squares / a.size()) / (sum / a.size());
  }

  private Set<TicketElement> out(List<Ticket> tickets, LocalDate day) {
    Set<TicketElement> out = new TreeSet<>();
    for (Ticket ticket : tickets) {
      if (ticket.takesOut(clock.startOf(day), clock.endOf(day))) {
        out.addAll(ticket.elements());
      }
    }
    return out;
  }

  private static double distance(Set<TicketElement> a, Set<TicketElement> b) {
    Set<TicketElement> either = new TreeSet<>(a);
    either.addAll(b);
    Set<TicketElement> both = new TreeSet<>(a);
    both.retainAll(b);
    return either.isEmpty() ? 0 : (double) (either.size() - both.size()) / either.size();
  }

  private int snapshots(LocalDate day, Instant gate) {
    return (int)
        store.known(PieceKinds.SNAPSHOT, clock.startOf(day), clock.endOf(day), gate).stream()
            .filter(version -> !version.facts().startsAt().isBefore(clock.startOf(day)))
            .map(version -> version.key().id())
            .distinct()
            .count();
  }
}
