package org.gridclear.market.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.approval.ApprovalRuleRow;
import org.gridclear.market.store.approval.ApprovalRuleRows;

/**
 * Which markets approve clean versions by themselves, by trading date. Intraday and real time do
 * where nothing else was said; day-ahead and the long cycle always have a second person.
 */
public final class ApprovalRules {
  /** How versions are approved. */
  public enum How {
    /** By themselves, where they are clean. */
    AUTOMATIC,
    /** By a person. */
    HAND
  }

  private final ApprovalRuleRows rows;
  private final Clock clock;

  ApprovalRules(MarketFolder market, Clock clock) {
    this.rows = new ApprovalRuleRows(market.database());
    this.clock = clock;
  }

  /**
   * A rule.
   *
   * @param number its number, from 1
   * @param market the market
   * @param from first trading date on which it holds
   * @param automatic whether clean versions are approved by themselves
   * @param by who said so
   * @param at when
   * @param reason why
   */
  public record Rule(
      int number,
      Market market,
      LocalDate from,
      boolean automatic,
      String by,
      OffsetDateTime at,
      String reason) {}

  /** Whether clean versions of a market are approved by themselves on a trading date. */
  public boolean automatic(Market market, LocalDate date) {
    return all().stream()
        .filter(rule -> rule.market() == market && !rule.from().isAfter(date))
        .max(Comparator.comparing(Rule::number))
        .map(Rule::automatic)
        .orElse(!byHandOnly(market));
  }

  private static boolean byHandOnly(Market market) {
    return switch (market) {
      case DA, LT_RUC -> true;
      case ID, RT -> false;
    };
  }

  /** All rules that were ever said, by number. */
  public List<Rule> all() {
    return rows.all().stream().map(ApprovalRules::rule).toList();
  }

  /**
   * Says whether a market approves by itself from a date on.
   *
   * @throws IllegalArgumentException if there is no reason, or if it is a market whose versions a
   *     second person always approves
   */
  public Rule set(Market market, LocalDate from, boolean automatic, String by, String reason) {
    if (automatic && byHandOnly(market)) {
      throw new IllegalArgumentException(
          "Versions of %s are always approved by a second person.".formatted(DayKey.word(market)));
    }
    String why = VersionPeople.reason(reason);
    if (why.isEmpty()) {
      throw new IllegalArgumentException("Say why, by a reason.");
    }
    OffsetDateTime now =
        OffsetDateTime.now(clock)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MILLIS);
    String name = VersionPeople.name(by);
    return rule(
        rows.add(new ApprovalRuleRow(0, DayKey.word(market), from, automatic, name, now, why)));
  }

  private static Rule rule(ApprovalRuleRow row) {
    return new Rule(
        row.number(),
        DayKey.market(row.market()),
        row.from(),
        row.automatic(),
        row.account(),
        row.at(),
        row.reason());
  }
}
