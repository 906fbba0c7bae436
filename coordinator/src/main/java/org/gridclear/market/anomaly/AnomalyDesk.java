package org.gridclear.market.anomaly;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.rule.AnomalySeverity;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.anomaly.AnomalyListing;
import org.gridclear.market.store.anomaly.AnomalyQuestion;
import org.gridclear.market.store.anomaly.AnomalyRow;
import org.gridclear.market.store.anomaly.AnomalyStore;
import org.gridclear.market.store.anomaly.TransitionRow;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;

/** Where anomalies are looked at and handled: open, acknowledged, handled, closed. */
public final class AnomalyDesk {
  private final AnomalyStore store;
  private final AnomalyListing listing;
  private final Clock clock;

  /** The desk of a market. */
  public AnomalyDesk(MarketDatabase database, Clock clock) {
    this.store = new AnomalyStore(database);
    this.listing = new AnomalyListing(database);
    this.clock = clock;
  }

  /**
   * Which anomalies.
   *
   * @param market word of the market; "" for all
   * @param from first trading date
   * @param to last trading date
   * @param states states; empty for all
   */
  public record Query(String market, LocalDate from, LocalDate to, List<AnomalyState> states) {
    public Query {
      states = List.copyOf(states);
      if (from.isAfter(to)) {
        throw new IllegalArgumentException(
            "The first date (%s) must not be after the last one (%s).".formatted(from, to));
      }
    }

    private AnomalyStore.Wanted wanted() {
      return new AnomalyStore.Wanted(
          market, from, to, states.stream().map(AnomalyState::label).toList());
    }
  }

  /**
   * A step of an anomaly.
   *
   * @param number the anomaly
   * @param to the state after it
   * @param measure how it was handled; empty but for {@link AnomalyState#HANDLED}
   * @param remark what is to be said; required to handle and to close
   * @param by account
   */
  public record Step(
      long number, AnomalyState to, Optional<Measure> measure, String remark, String by) {
    public Step {
      if (to == AnomalyState.HANDLED && measure.isEmpty()) {
        throw new IllegalArgumentException(
            "Say how anomaly %d was handled: changed-limits, fallback or other.".formatted(number));
      }
      if (to != AnomalyState.HANDLED && measure.isPresent()) {
        throw new IllegalArgumentException(
            "A measure (%s) belongs to what is handled; anomaly %d becomes %s."
                .formatted(measure.get().label(), number, to.label()));
      }
      if (to.ordinal() > AnomalyState.ACKNOWLEDGED.ordinal() && remark.isBlank()) {
        throw new IllegalArgumentException(
            "Say in a comment what was done about anomaly %d.".formatted(number));
      }
      if (by.isBlank()) {
        throw new IllegalArgumentException("Say who it is that looks at an anomaly.");
      }
    }
  }

  /**
   * Anomalies that are counted together.
   *
   * @param market word of the market
   * @param severity label of the severity
   */
  public record Group(String market, String severity) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return Comparator.comparing(Group::market)
          .thenComparing(Group::severity)
          .compare(this, other);
    }
  }

  /** How many there are about which nothing was done, of every market and severity. */
  public TreeMap<Group, Long> unsettled() {
    TreeMap<Group, Long> counts = new TreeMap<>();
    for (Market market : Market.values()) {
      for (AnomalySeverity severity : AnomalySeverity.values()) {
        counts.put(new Group(DayKey.word(market), severity.label()), 0L);
      }
    }
    store
        .counts(AnomalyState.unsettledLabels())
        .forEach(each -> counts.put(new Group(each.market(), each.severity()), each.count()));
    return counts;
  }

  /** Anomalies by date, market, cycle, version and number. */
  public List<KeptAnomaly> list(Query query) {
    return store.list(query.wanted()).stream().map(KeptAnomaly::of).toList();
  }

  /**
   * A part of the anomalies that somebody sees.
   *
   * @param rows the part
   * @param count how many there are in all
   * @param openSevere how many severe ones of the query, also others than those selected, are open
   */
  public record Part(List<KeptAnomaly> rows, long count, long openSevere) {}

  /** The anomalies of a query that a viewer sees, those selected, in their order and in part. */
  public Part part(Query query, AnomalyViewer viewer, AnomalySelect select, RowRange range) {
    AnomalyQuestion asked = new AnomalyQuestion(query.wanted(), viewer.seen(), select.match());
    return new Part(
        listing.part(asked, select.order(), range.offset(), range.limit()).stream()
            .map(KeptAnomaly::of)
            .toList(),
        listing.count(asked),
        listing.count(
            asked.wanted(),
            asked.seen(),
            AnomalySeverity.SEVERE.label(),
            AnomalyState.unsettledLabels()));
  }

  /** The anomalies of a query that a viewer sees by market and rule. */
  public Table groups(Query query, AnomalyViewer viewer) {
    return AnomalyGroups.of(
        listing.groups(query.wanted(), viewer.seen(), AnomalyState.unsettledLabels()));
  }

  /**
   * An anomaly.
   *
   * @throws IllegalArgumentException if there is none of the number
   */
  public KeptAnomaly get(long number) {
    return KeptAnomaly.of(row(number));
  }

  private AnomalyRow row(long number) {
    return store.find(number).orElseThrow(() -> NoAnomalyException.of(number));
  }

  /** The steps of an anomaly, in order. */
  public List<TransitionRow> steps(long number) {
    return store.transitions(number);
  }

  /**
   * Makes a step.
   *
   * @return the anomaly after it
   * @throws StaleStateException if it is in another state than the one before, or was changed by
   *     somebody else meanwhile
   */
  public KeptAnomaly make(Step step) {
    AnomalyRow read = row(step.number());
    AnomalyState now = refuseUnlessNext(read, step.to());
    TransitionRow transition =
        new TransitionRow(
            step.number(),
            read.step() + 1,
            now.label(),
            step.to().label(),
            step.measure().map(Measure::label).orElse(""),
            step.remark(),
            step.by(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    if (!store.step(read, transition)) {
      throw new StaleStateException(
          "Anomaly %d was changed by somebody else meanwhile; look at it again."
              .formatted(step.number()));
    }
    return get(step.number());
  }

  /**
   * That an anomaly can be brought to a state, as it is now.
   *
   * @throws IllegalArgumentException if there is none of this number
   * @throws StaleStateException if another state is next
   */
  public void refuseUnlessPossible(long number, AnomalyState to) {
    refuseUnlessNext(row(number), to);
  }

  private static AnomalyState refuseUnlessNext(AnomalyRow read, AnomalyState to) {
    AnomalyState now = KeptAnomaly.of(read).state();
    if (now.next().filter(to::equals).isEmpty()) {
      throw new StaleStateException(
          "Anomaly %d is %s and cannot become %s; next is: %s."
              .formatted(
                  read.number(),
                  now.label(),
                  to.label(),
                  now.next().map(AnomalyState::label).orElse("nothing, it is over")));
    }
    return now;
  }
}
