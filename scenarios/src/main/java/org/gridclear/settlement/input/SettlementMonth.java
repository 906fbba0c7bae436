package org.gridclear.settlement.input;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.rule.RuleBook;

/**
 * What is the same on all days of a month that is settled.
 *
 * @param name name of the settlement
 * @param month the month
 * @param days days that are settled, from the first on
 * @param mode market mode
 * @param intervals intervals of a day: 24, 48 or 96
 * @param fixedWeeks whether weeks are 1–7, 8–14, 15–21, 22–28, 29–end instead of Monday to Sunday
 *     (AMB-19)
 * @param entities entities by id
 * @param points ids of price points
 * @param contracts ids of contracts
 * @param book rules
 * @param period days of the whole period; more than {@code days} where it is settled up to a day
 */
public record SettlementMonth(
    String name,
    YearMonth month,
    int days,
    MarketMode mode,
    int intervals,
    boolean fixedWeeks,
    List<EntityName> entities,
    List<String> points,
    List<String> contracts,
    RuleBook book,
    int period) {
  public SettlementMonth {
    entities = List.copyOf(entities);
    points = List.copyOf(points);
    contracts = List.copyOf(contracts);
  }

  /** A month that is settled as a whole. */
  public SettlementMonth(
      String name,
      YearMonth month,
      int days,
      MarketMode mode,
      int intervals,
      boolean fixedWeeks,
      List<EntityName> entities,
      List<String> points,
      List<String> contracts,
      RuleBook book) {
    this(name, month, days, mode, intervals, fixedWeeks, entities, points, contracts, book, days);
  }

  /**
   * An entity, as it is registered last in the month.
   *
   * @param id code
   * @param name name on the bill
   * @param member code of the member
   * @param memberName name of the member
   * @param entityClass what it is, as in files
   * @param spans how it was registered from day to day, in order; empty where that never changed
   */
  public record EntityName(
      String id,
      String name,
      String member,
      String memberName,
      String entityClass,
      List<Span> spans) {
    public EntityName {
      spans = List.copyOf(spans);
    }

    /** An entity that is registered in one way on all days. */
    public EntityName(
        String id, String name, String member, String memberName, String entityClass) {
      this(id, name, member, memberName, entityClass, List.of());
    }

    /** How it is registered on a day; on a day on which it is not, as it is last. */
    public Span on(int day) {
      for (Span span : spans) {
        if (span.from() <= day && day <= span.to()) {
          return span;
        }
      }
      return new Span(day, day, name, member, memberName, "");
    }
  }

  /**
   * Days of a month over which an entity is registered in one way.
   *
   * @param from first day
   * @param to last day
   * @param name name of the entity
   * @param member code of its member
   * @param memberName name of the member
   * @param grid grid company that a user is connected to; empty for none
   */
  public record Span(int from, int to, String name, String member, String memberName, String grid) {
    boolean same(Span other) {
      return name.equals(other.name)
          && member.equals(other.member)
          && memberName.equals(other.memberName)
          && grid.equals(other.grid);
    }
  }

  /** Spans without those neighbours that say the same. */
  public static List<Span> joined(List<Span> days) {
    List<Span> spans = new ArrayList<>();
    for (Span span : days) {
      Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last != null && last.to() + 1 == span.from() && last.same(span)) {
        spans.set(
            spans.size() - 1,
            new Span(
                last.from(),
                span.to(),
                span.name(),
                span.member(),
                span.memberName(),
                span.grid()));
      } else {
        spans.add(span);
      }
    }
    return List.copyOf(spans);
  }

  /** The same month up to a day. */
  public SettlementMonth upTo(int day) {
    return new SettlementMonth(
        name, month, day, mode, intervals, fixedWeeks, entities, points, contracts, book, period);
  }

  /** The same month under another book. */
  public SettlementMonth with(RuleBook changed) {
    return new SettlementMonth(
        name,
        month,
        days,
        mode,
        intervals,
        fixedWeeks,
        entities,
        points,
        contracts,
        changed,
        period);
  }

  /** Whether a date is one of the days. */
  public boolean has(LocalDate date) {
    return YearMonth.from(date).equals(month) && date.getDayOfMonth() <= days;
  }

  /**
   * Day of the month, from 1, of a date.
   *
   * @throws IllegalArgumentException if it is none of the days
   */
  public int day(LocalDate date) {
    if (!has(date)) {
      throw new IllegalArgumentException(
          "%s is no day of %s that is settled; give one of %s to %s."
              .formatted(date, month, date(1), date(days)));
    }
    return date.getDayOfMonth();
  }

  /**
   * The number of a day, checked.
   *
   * @throws IllegalArgumentException if it is none of the days
   */
  public int day(int number) {
    if (number < 1 || number > days) {
      throw new IllegalArgumentException(
          "The day (%d) must lie in 1..%d of %s.".formatted(number, days, month));
    }
    return number;
  }

  /**
   * The number of an interval of a day, checked.
   *
   * @throws IllegalArgumentException if a day has no such interval
   */
  public int interval(int number) {
    if (number < 1 || number > intervals) {
      throw new IllegalArgumentException(
          "The interval (%d) must lie in 1..%d.".formatted(number, intervals));
    }
    return number;
  }

  /** A day of the month, from 1. */
  public LocalDate date(int day) {
    return month.atDay(day);
  }

  /** Ids of the entities from one number to before another. */
  public List<String> ids(int from, int to) {
    return entities.subList(from, to).stream().map(EntityName::id).toList();
  }

  /** Blocks that the entities fill. */
  public int blocks() {
    return (entities.size() + EntityBlock.ENTITIES - 1) / EntityBlock.ENTITIES;
  }

  /** Number of the week segment of a day, from 0; a segment never leaves the month. */
  public int week(int day) {
    return week(month, fixedWeeks, day);
  }

  /** Number of the week segment of a day of a month, from 0. */
  public static int week(YearMonth month, boolean fixedWeeks, int day) {
    if (fixedWeeks) {
      return Math.min(4, (day - 1) / 7);
    }
    int firstWeekday = month.atDay(1).getDayOfWeek().getValue();
    return (day + firstWeekday - 2) / 7;
  }
}
