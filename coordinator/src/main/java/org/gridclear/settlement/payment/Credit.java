package org.gridclear.settlement.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.Publication;
import org.gridclear.settlement.process.StatementIndex;
import org.jspecify.annotations.Nullable;

/**
 * Credit of those who pay (T-01 to T-06).
 *
 * @param ledger the ledger
 */
public record Credit(PaymentLedger ledger) {
  private static final int YEAR = 12;
  private static final int QUARTER = 3;
  private static final long FACTORS = 100_000_000L;

  /**
   * How the deposit of a member stands.
   *
   * @param member the member
   * @param rating its rating
   * @param referenceMilliYuan what it owes in a period, 0.001 yuan
   * @param requiredMilliYuan coefficient × multiple × reference (EQ-27)
   * @param heldMilliYuan what is left of its guarantees that hold today
   * @param shortageMilliYuan what is missing, 0 for nothing
   * @param openMilliYuan what it owes of invoices, less what it paid in advance
   * @param unbilledMilliYuan what it owes of days that are published and not invoiced
   * @param standingMilliYuan what it owes of intervals that were read, of days not yet published
   * @param deadline until when it was told to make good a shortage; null for none
   * @param penaltyMilliYuan penalty since, up to yesterday
   */
  public record Position(
      String member,
      String rating,
      long referenceMilliYuan,
      long requiredMilliYuan,
      long heldMilliYuan,
      long shortageMilliYuan,
      long openMilliYuan,
      long unbilledMilliYuan,
      long standingMilliYuan,
      @Nullable Instant deadline,
      long penaltyMilliYuan) {
    /** What would be lost without its guarantees if it stopped paying now. */
    public long exposureMilliYuan() {
      return Math.max(0, openMilliYuan + unbilledMilliYuan + standingMilliYuan);
    }

    /** What its guarantees do not cover of that; 0 where they do. */
    public long uncoveredMilliYuan() {
      return Math.max(0, exposureMilliYuan() - heldMilliYuan);
    }
  }

  /** Positions of all that are rated, by member. */
  public List<Position> positions() {
    Map<String, Long> unbilled = unbilled();
    Map<String, Long> standing = standing();
    return ledger.ask(
        state -> {
          List<Position> positions = new ArrayList<>();
          for (String member : new TreeSet<>(state.rated())) {
            positions.add(
                position(
                    state,
                    member,
                    unbilled.getOrDefault(member, 0L),
                    standing.getOrDefault(member, 0L)));
          }
          return positions;
        });
  }

  private Position position(PaymentState state, String member, long unbilled, long standing) {
    PaymentEvent.Act.Rated rated = state.rating(member).orElseThrow();
    long reference = reference(state, rated);
    long required = required(state.terms(), rated.rating(), reference);
    LocalDate today = ledger.today();
    long held =
        state.guarantees(member).stream()
            .filter(each -> each.on(today))
            .mapToLong(PaymentState.HeldGuarantee::leftMilliYuan)
            .sum();
    long shortage = Math.max(0, required - held);
    Optional<PaymentState.Shortage> told = state.shortage(member).filter(each -> shortage > 0);
    long open = MemberAccount.open(state.dues(member)) - state.unappliedMilliYuan(member);
    return new Position(
        member,
        rated.rating(),
        reference,
        required,
        held,
        shortage,
        open,
        unbilled,
        standing,
        told.map(each -> each.told().deadline()).orElse(null),
        told.map(each -> penalty(state.terms(), each.told().deadline(), shortage)).orElse(0L));
  }

  /** Penalty of the days after a deadline, up to yesterday. */
  private long penalty(PaymentTerms terms, Instant deadline, long shortage) {
    LocalDate first = ledger.process().deadlines().clock().dateOf(deadline);
    long days = Math.max(0, ChronoUnit.DAYS.between(first, ledger.today()));
    return PaymentTerms.perMillion(Math.multiplyExact(shortage, days), terms.penaltyPpm());
  }

  /** EQ-27: coef(rating)·multiple·reference, r of the exact product. */
  static long required(PaymentTerms terms, String rating, long referenceMilliYuan) {
    Long coefficient = terms.coefficients().get(rating);
    if (coefficient == null) {
      throw new IllegalArgumentException(
          "The terms have no rating %s any more; rate anew.".formatted(rating));
    }
    return BigDecimal.valueOf(referenceMilliYuan)
        .multiply(BigDecimal.valueOf(coefficient))
        .multiply(BigDecimal.valueOf(terms.multiple()))
        .divide(BigDecimal.valueOf(FACTORS), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** T-02: of the payable bills by month; the estimate where there is none. */
  private static long reference(PaymentState state, PaymentEvent.Act.Rated rated) {
    TreeMap<LocalDate, Long> bills = state.payable(rated.member());
    return bills.isEmpty()
        ? rated.estimateMilliYuan()
        : reference(state.terms().reference(), bills);
  }

  /** The reference amount of payable bills by month. */
  static long reference(PaymentTerms.Reference method, TreeMap<LocalDate, Long> bills) {
    if (method == PaymentTerms.Reference.MAXIMUM) {
      return bills.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    }
    int months = method == PaymentTerms.Reference.YEAR ? YEAR : QUARTER;
    LocalDate since = bills.lastKey().minusMonths(months - 1L);
    List<Long> last = List.copyOf(bills.tailMap(since, true).values());
    return BigDecimal.valueOf(last.stream().mapToLong(Long::longValue).sum())
        .divide(BigDecimal.valueOf(last.size()), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** What members owe of days that are published and of no month that is invoiced to them. */
  private Map<String, Long> unbilled() {
    Map<String, Long> sums = new HashMap<>();
    Map<LocalDate, StatementIndex> days = published();
    ledger.ask(
        state -> {
          days.forEach(
              (day, index) ->
                  index
                      .statements()
                      .forEach(
                          entry -> {
                            if (!state.invoiced(entry.member(), day.withDayOfMonth(1))) {
                              sums.merge(entry.member(), -entry.milliYuan(), Math::addExact);
                            }
                          }));
          return null;
        });
    return sums;
  }

  private Map<LocalDate, StatementIndex> published() {
    return ledger
        .process()
        .ask(
            state -> {
              Map<LocalDate, StatementIndex> days = new TreeMap<>();
              for (Publication each : state.publications()) {
                if (each.act().kind() == Act.Kind.DAY) {
                  days.put(each.act().from(), state.index(each));
                }
              }
              return days;
            });
  }

  /** What members owe of intervals that were read, of days that are not published. */
  private Map<String, Long> standing() {
    Set<LocalDate> published =
        ledger
            .process()
            .ask(
                state ->
                    state.publications().stream()
                        .filter(each -> each.act().kind() == Act.Kind.DAY)
                        .map(each -> each.act().from())
                        .collect(Collectors.toSet()));
    return ledger.ask(
        state -> {
          Map<String, Long> sums = new HashMap<>();
          for (LocalDate day : state.standing().days()) {
            if (!published.contains(day)) {
              state
                  .standing()
                  .sums(day, ledger.process().content()::get)
                  .forEach(
                      (member, amount) -> {
                        if (!state.invoiced(member, day.withDayOfMonth(1))) {
                          sums.merge(member, -amount, Math::addExact);
                        }
                      });
            }
          }
          return sums;
        });
  }

  /**
   * A day of which intervals were read.
   *
   * @param date the day
   * @param intervals how many were read
   * @param membersMilliYuan what all members get of them, 0.001 yuan
   * @param marketMilliYuan what the market gets: together 0
   */
  public record StandingDay(
      LocalDate date, int intervals, long membersMilliYuan, long marketMilliYuan) {}

  /** Days of which intervals were read, in order. */
  public List<StandingDay> standingDays() {
    return ledger.ask(
        state ->
            state.standing().days().stream()
                .map(
                    day ->
                        new StandingDay(
                            day,
                            state.standing().intervals(day),
                            state
                                .standing()
                                .sums(day, ledger.process().content()::get)
                                .values()
                                .stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                            state.standing().market(day)))
                .toList());
  }

  /**
   * Tells every member whose deposit is short and that was not told yet, with a deadline (T-06),
   * and notes which shortages were made good.
   *
   * @return members that were told
   */
  public List<String> tell(String by) {
    List<Position> positions = positions();
    List<String> told = new ArrayList<>();
    ledger.happen(
        by,
        state -> {
          List<PaymentEvent> events = new ArrayList<>();
          for (Position each : positions) {
            boolean known = state.shortage(each.member()).isPresent();
            if (known && each.shortageMilliYuan() == 0) {
              events.add(new PaymentEvent.ShortageMadeGood(each.member()));
            } else if (!known && each.shortageMilliYuan() > 0) {
              told.add(each.member());
              events.add(
                  new PaymentEvent.ShortageTold(
                      each.member(),
                      each.requiredMilliYuan(),
                      each.heldMilliYuan(),
                      ledger
                          .process()
                          .deadlines()
                          .workingDaysAfter(ledger.process().now(), state.terms().shortageDays())));
            }
          }
          return events;
        });
    return told;
  }
}
