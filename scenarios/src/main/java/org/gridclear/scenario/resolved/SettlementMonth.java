package org.gridclear.scenario.resolved;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.gridclear.member.MarketMode;
import org.gridclear.member.RuleBook;

/**
 * What is the same on all days of a month that is settled.
 *
 * @param name name of the settlement
 * @param month the month
 * @param days days that are settled, from the first on; the last of them is the last of the period
 * @param mode market mode
 * @param intervals intervals of a day: 24, 48 or 96
 * @param fixedWeeks whether weeks are 1–7, 8–14, 15–21, 22–28, 29–end instead of Monday to Sunday
 *     (AMB-19)
 * @param entities entities by id
 * @param points ids of price points
 * @param contracts ids of contracts
 * @param book rules
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
    RuleBook book) {
  public SettlementMonth {
    entities = List.copyOf(entities);
    points = List.copyOf(points);
    contracts = List.copyOf(contracts);
  }

  /**
   * An entity.
   *
   * @param id code
   * @param name name on the bill
   * @param member code of the member
   * @param memberName name of the member
   * @param entityClass what it is, as in files
   */
  public record EntityName(
      String id, String name, String member, String memberName, String entityClass) {}

  /** The same month up to a day. */
  public SettlementMonth upTo(int day) {
    return new SettlementMonth(
        name, month, day, mode, intervals, fixedWeeks, entities, points, contracts, book);
  }

  /** The same month under another book. */
  public SettlementMonth with(RuleBook changed) {
    return new SettlementMonth(
        name, month, days, mode, intervals, fixedWeeks, entities, points, contracts, changed);
  }

  /** Whether a date is one of the days. */
  public boolean has(LocalDate date) {
    return YearMonth.from(date).equals(month) && date.getDayOfMonth() <= days;
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
    if (fixedWeeks) {
      return Math.min(4, (day - 1) / 7);
    }
    int firstWeekday = month.atDay(1).getDayOfWeek().getValue();
    return (day + firstWeekday - 2) / 7;
  }
}
