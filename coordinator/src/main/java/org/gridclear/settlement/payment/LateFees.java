package org.gridclear.settlement.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Late fees that were charged, and the rates that they are charged by. */
final class LateFees {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final Map<String, Long> charged = new HashMap<>();
  private final TreeMap<Instant, Long> rates = new TreeMap<>();
  private Optional<LocalDate> last = Optional.empty();

  void take(PaymentEvent.LateFee fee) {
    charged.merge(fee.invoice(), fee.milliYuan(), Math::addExact);
    last = last.filter(day -> day.isAfter(fee.upTo())).or(() -> Optional.of(fee.upTo()));
  }

  /** Other terms hold since then. */
  void rate(Instant since, PaymentTerms terms) {
    rates.put(since, terms.lateFeePpm());
  }

  /** What was charged for an invoice, 0.001 yuan. */
  long charged(String invoice) {
    return charged.getOrDefault(invoice, 0L);
  }

  /** The last day up to which a fee was charged. */
  Optional<LocalDate> last() {
    return last;
  }

  /**
   * What the fee of an item comes to, 0.001 yuan: r(Σ_d open_d · rate_d) over the days after it was
   * due, each with what was open and the rate that held at its end.
   *
   * @param upTo last day
   * @param dateOf day of an instant in the market
   */
  long milliYuan(OpenItem item, LocalDate upTo, Function<Instant, LocalDate> dateOf) {
    BigDecimal millionths = BigDecimal.ZERO;
    long ppm = PaymentTerms.STANDARD.lateFeePpm();
    long before = 0;
    for (Map.Entry<Instant, Long> rate : rates.entrySet()) {
      LocalDate eve = dateOf.apply(rate.getKey()).minusDays(1);
      long days = item.lateMilliYuanDays(eve.isBefore(upTo) ? eve : upTo);
      millionths = millionths.add(product(days - before, ppm));
      before = days;
      ppm = rate.getValue();
    }
    return millionths
        .add(product(item.lateMilliYuanDays(upTo) - before, ppm))
        .divide(MILLION, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static BigDecimal product(long milliYuanDays, long ppm) {
    return BigDecimal.valueOf(milliYuanDays).multiply(BigDecimal.valueOf(ppm));
  }
}
