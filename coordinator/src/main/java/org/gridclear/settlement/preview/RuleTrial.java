package org.gridclear.settlement.preview;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.MonthsOnce;
import org.gridclear.settlement.rule.RuleBook;

/**
 * Closed months settled again with another book, in this process, to see who would win and who
 * would lose before the book is approved. Nothing is written. Amounts in 0.001 yuan, positive where
 * the exchange pays.
 *
 * @param months what each month says, in the order in which they were given
 */
public record RuleTrial(List<Month> months) {
  /**
   * A month under the other book.
   *
   * @param month the month
   * @param close name of the close
   * @param intervals metered intervals
   * @param items totals by item as they are and as they would be
   * @param members what each member would get more
   * @param accountsMilliYuan what the pools would hold more; with the members it is 0
   * @param entities entities whose bill would change
   * @param details items of the entities that were asked for
   * @param findings what would keep the month from being billed
   */
  public record Month(
      YearMonth month,
      String close,
      long intervals,
      Map<String, long[]> items,
      Map<String, Long> members,
      long accountsMilliYuan,
      int entities,
      List<Detail> details,
      List<String> findings) {
    public Month {
      details = List.copyOf(details);
      findings = List.copyOf(findings);
    }
  }

  /**
   * An item of an entity over a month.
   *
   * @param month the month
   * @param member member that the entity belongs to at the end
   * @param entity entity
   * @param item item
   * @param beforeMilliYuan amount as it is
   * @param afterMilliYuan amount as it would be
   */
  public record Detail(
      YearMonth month,
      String member,
      String entity,
      String item,
      long beforeMilliYuan,
      long afterMilliYuan) {}

  /**
   * What a member would get more.
   *
   * @param member member
   * @param milliYuan over all months
   * @param won months in which it would get more
   * @param lost months in which it would get less
   * @param worstMilliYuan change of its worst month
   */
  public record Outcome(String member, long milliYuan, int won, int lost, long worstMilliYuan) {}

  /**
   * Which entities are shown item by item.
   *
   * @param count entities spread over all of them; 0 for none
   * @param ids entities by id
   */
  public record Sample(int count, List<String> ids) {
    /** No detail. */
    public static final Sample NONE = new Sample(0, List.of());

    /** Whether somebody's detail is asked for. */
    public boolean asks() {
      return count > 0 || !ids.isEmpty();
    }
  }

  public RuleTrial {
    months = List.copyOf(months);
  }

  /**
   * What keeps months from being billed by the book, with their month; empty where nothing does.
   */
  public List<String> findings() {
    return months.stream()
        .flatMap(each -> each.findings().stream().map(said -> each.month() + ": " + said))
        .toList();
  }

  /**
   * Tries a book on closed months.
   *
   * @param closes opens the closes, one at a time; each is closed again
   * @throws org.gridclear.validate.InvalidInputException if the book cannot be computed
   * @throws IllegalArgumentException if two closes are of a month, or none has an entity of the
   *     sample
   */
  public static <T> RuleTrial of(
      List<T> closes, Function<T, CloseFolder> opened, RuleBook book, Sample sample) {
    List<Month> months = new ArrayList<>();
    MonthsOnce once = new MonthsOnce();
    Set<String> unknown = new TreeSet<>(sample.ids());
    for (T each : closes) {
      try (CloseFolder close = opened.apply(each)) {
        once.add(close);
        unknown.removeIf(close::has);
        months.add(new TrialMonth(close, book, sample).run());
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "No month that is tried has an entity %s.".formatted(String.join(", ", unknown)));
    }
    return new RuleTrial(months);
  }

  /** Winners first, losers last. */
  public List<Outcome> outcomes() {
    Map<String, List<Long>> byMember = new TreeMap<>();
    months.forEach(
        month ->
            month
                .members()
                .forEach(
                    (member, change) ->
                        byMember.computeIfAbsent(member, k -> new ArrayList<>()).add(change)));
    List<Outcome> outcomes = new ArrayList<>();
    byMember.forEach(
        (member, changes) ->
            outcomes.add(
                new Outcome(
                    member,
                    changes.stream().mapToLong(Long::longValue).sum(),
                    (int) changes.stream().filter(change -> change > 0).count(),
                    (int) changes.stream().filter(change -> change < 0).count(),
                    changes.stream().mapToLong(Long::longValue).min().orElse(0))));
    outcomes.sort(Comparator.comparingLong(outcome -> -outcome.milliYuan()));
    return outcomes;
  }

  /** Totals by item over all months, as they are and as they would be. */
  public Map<String, long[]> items() {
    Map<String, long[]> items = new TreeMap<>();
    for (Month month : months) {
      month
          .items()
          .forEach(
              (item, totals) -> {
                long[] sum = items.computeIfAbsent(item, k -> new long[2]);
                sum[0] = Math.addExact(sum[0], totals[0]);
                sum[1] = Math.addExact(sum[1], totals[1]);
              });
    }
    return items;
  }

  /** What was tried, in words. */
  public String extent() {
    return "%d month(s), %d metered intervals"
        .formatted(months.size(), months.stream().mapToLong(Month::intervals).sum());
  }
}
