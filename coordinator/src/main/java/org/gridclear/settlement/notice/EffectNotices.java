package org.gridclear.settlement.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.HandedTable;
import org.gridclear.market.publication.Publishing;
import org.gridclear.market.publication.ScheduledPublishing;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.process.Effects;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.Publication;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.process.StatementQueries;
import org.gridclear.settlement.registry.entry.Party;

/**
 * Tells each member what corrections of a month change for it: a message of the kind {@value #KIND}
 * with its own rows, which goes to its mailbox and over its channels.
 *
 * @param market the market
 * @param process its process
 * @param clock the time
 */
public record EffectNotices(MarketFolder market, SettlementProcess process, Clock clock) {
  /** Kind of data in the catalogue. */
  public static final String KIND = "settlement-effects";

  private static final String HEADER =
      "member,publication,kind,statement,from,to,changeYuan,settled";

  /**
   * Who was told.
   *
   * @param told messages that were written; 0 where all was told before
   * @param unregistered members that something changes for and that the registry does not have
   */
  public record Told(int told, List<String> unregistered) {
    public Told {
      unregistered = List.copyOf(unregistered);
    }
  }

  /**
   * What came of telling after a correction was published.
   *
   * @param told who was told; empty where nobody could be
   * @param remark why not; empty where it was told
   */
  public record Outcome(Optional<Told> told, Optional<String> remark) {
    /** Whether all were told whom it changes something for. */
    public boolean isWhole() {
      return told.filter(each -> each.unregistered().isEmpty()).isPresent();
    }
  }

  /**
   * Tells after a correction was published, which it stays where nobody can be told: whoever
   * decided hears why.
   *
   * @param publication number of an update or a resettlement
   */
  public Outcome after(long publication, String by) {
    try {
      return new Outcome(Optional.of(tell(publication, by)), Optional.empty());
    } catch (IllegalArgumentException e) {
      return new Outcome(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Tells the effects of all corrections that were published on the day of one. Said again it tells
   * nobody anything.
   *
   * @param publication number of an update or a resettlement
   * @throws NoSuchSubjectException if there is no correction of the number
   * @throws IllegalArgumentException if the catalogue has no such kind
   */
  public Told tell(long publication, String by) {
    Publication of = process.ask(state -> state.publication(publication));
    if (of.act().effects().isEmpty()) {
      throw new NoSuchSubjectException(
          "Publication %d is no correction; it has no effects.".formatted(publication));
    }
    LocalDate date = process.deadlines().clock().dateOf(of.at());
    Set<String> registered = registered(date);
    Set<String> unregistered = new TreeSet<>();
    StringBuilder rows = new StringBuilder(HEADER).append('\n');
    boolean some = false;
    for (Publication each : corrections(date)) {
      for (Map.Entry<String, long[]> sum : sums(each).entrySet()) {
        if (registered.contains(sum.getKey())) {
          some = true;
          rows.append(row(each, sum.getKey(), sum.getValue()));
        } else {
          unregistered.add(sum.getKey());
        }
      }
    }
    int told = some ? publish(date, rows.toString(), by) : 0;
    return new Told(told, List.copyOf(unregistered));
  }

  private int publish(LocalDate date, String rows, String by) {
    HandedTable table = new HandedTable(KIND + ".csv", rows.getBytes(StandardCharsets.UTF_8));
    Publishing.Outcome outcome =
        ScheduledPublishing.of(market, DayStore.of(market), clock)
            .date(KIND, date, Optional.of(table), by);
    return outcome.told();
  }

  private List<Publication> corrections(LocalDate date) {
    return process.ask(
        state ->
            state.publications().stream()
                .filter(each -> !each.act().effects().isEmpty())
                .filter(each -> process.deadlines().clock().dateOf(each.at()).equals(date))
                .toList());
  }

  /** Of each member what is settled by an updated statement, and what is to be settled. */
  private Map<String, long[]> sums(Publication of) {
    Map<String, long[]> sums = new TreeMap<>();
    for (Effects.Change change : new StatementQueries(process).effects(of.number()).changes()) {
      sums.computeIfAbsent(change.member(), member -> new long[2])[change.settled() ? 0 : 1] +=
          change.milliYuan();
    }
    return sums;
  }

  private String row(Publication of, String member, long[] sums) {
    Publication first = process.ask(state -> state.publication(of.act().updates()));
    return String.join(
            ",",
            member,
            Long.toString(of.number()),
            of.act().kind().name(),
            first.statementNumber(member),
            of.act().from().toString(),
            of.act().to().toString(),
            FixedPoint.format(sums[0] + sums[1], FixedPoint.YUAN_DECIMALS),
            Boolean.toString(sums[0] != 0))
        + "\n";
  }

  private Set<String> registered(LocalDate date) {
    return new MarketRegistry(market, clock)
        .at(OptionalLong.empty())
        .state()
        .on(date)
        .filter(Party.Member.class::isInstance)
        .map(entry -> entry.id())
        .collect(Collectors.toSet());
  }
}
