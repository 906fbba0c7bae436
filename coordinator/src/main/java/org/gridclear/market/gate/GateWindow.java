package org.gridclear.market.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridclear.market.declaration.DeclarationParameters;

/**
 * When a market takes declarations for a trading date.
 *
 * @param market such as {@code da}
 * @param date trading date
 * @param opens when the window opens
 * @param closes when it closes: the gate
 * @param state waiting, open or closed at the time of the question
 * @param version version of the parameters that say so
 * @param minutesPerPeriod length of a period
 * @param priceFloor least price of energy, 0.001 yuan/MWh
 * @param priceCap greatest price of energy, 0.001 yuan/MWh
 */
public record GateWindow(
    String market,
    LocalDate date,
    OffsetDateTime opens,
    OffsetDateTime closes,
    String state,
    int version,
    int minutesPerPeriod,
    long priceFloor,
    long priceCap) {
  private static final int DATES_MAX = 62;

  /** Where a time lies. */
  private enum Where {
    WAITING,
    OPEN,
    CLOSED
  }

  /**
   * The windows of trading dates; a date on which the market takes nothing has none.
   *
   * @throws IllegalArgumentException if the dates are in the wrong order or too many
   */
  public static List<GateWindow> of(
      MarketParameters parameters, String market, LocalDate from, LocalDate to, Instant now) {
    if (to.isBefore(from) || from.plusDays(DATES_MAX).isBefore(to)) {
      throw new IllegalArgumentException(
          "Give from and to in order, at most %d days apart; not %s and %s."
              .formatted(DATES_MAX, from, to));
    }
    List<GateWindow> windows = new ArrayList<>();
    for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
      LocalDate of = date;
      parameters
          .on(market, date)
          .ifPresent(version -> windows.add(of(version, of, parameters.zone(), now)));
    }
    return windows;
  }

  private static GateWindow of(
      MarketParameters.Version version, LocalDate date, ZoneId zone, Instant now) {
    DeclarationParameters values = version.values();
    Instant opens = values.opens().of(date, zone);
    Instant closes = values.gate().of(date, zone);
    Where where =
        now.isBefore(opens) ? Where.WAITING : now.isBefore(closes) ? Where.OPEN : Where.CLOSED;
    return new GateWindow(
        values.market(),
        date,
        opens.atZone(zone).toOffsetDateTime(),
        closes.atZone(zone).toOffsetDateTime(),
        where.name().toLowerCase(Locale.ROOT),
        version.version(),
        values.minutesPerPeriod(),
        values.energy().floor(),
        values.energy().cap());
  }
}
