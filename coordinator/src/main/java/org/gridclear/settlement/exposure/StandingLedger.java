package org.gridclear.settlement.exposure;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.settlement.payment.Credit;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.settlement.payment.PaymentLedger;

/**
 * Keeps what intervals come to, and says whose deposit does not cover what it owes now.
 *
 * @param ledger the payments
 */
public record StandingLedger(PaymentLedger ledger) {
  /**
   * What became of the readings of an interval.
   *
   * @param readings how many there were
   * @param members members that the interval comes to something for
   * @param marketMilliYuan what the market gets of the interval, 0.001 yuan: with all members 0
   * @param uncovered rated members whose guarantees do not cover what they owe, worst first
   */
  public record Outcome(
      int readings, int members, long marketMilliYuan, List<Credit.Position> uncovered) {}

  /**
   * Takes the readings of an interval. The same again changes nothing; others replace them.
   *
   * @param day the day
   * @param date its date
   * @param interval from 1
   * @param csv the readings
   */
  public Outcome read(StandingDay day, LocalDate date, int interval, byte[] csv, String by) {
    String name = "%s interval %d".formatted(date, interval);
    StandingDay.Amounts amounts = day.interval(interval, name, csv);
    new PaymentDesk(ledger).metered(date, interval, csv, amounts.byMember(), by);
    List<Credit.Position> uncovered =
        new Credit(ledger)
            .positions().stream()
                .filter(each -> each.uncoveredMilliYuan() > 0)
                .sorted(
                    (one, other) ->
                        Long.compare(other.uncoveredMilliYuan(), one.uncoveredMilliYuan()))
                .toList();
    return new Outcome(
        amounts.rows(), amounts.byMember().size(), -amounts.totalMilliYuan(), uncovered);
  }
}
