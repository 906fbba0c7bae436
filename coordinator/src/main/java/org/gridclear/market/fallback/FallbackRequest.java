package org.gridclear.market.fallback;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.Owners;

/**
 * What a result of before has to stand for.
 *
 * @param key the day and its run
 * @param today the case that should have been cleared, in its market
 * @param options how it should have been
 * @param owners whose units they are on the date
 * @param choice which day takes the place of a day ahead
 */
public record FallbackRequest(
    DayKey key,
    ClearingCase today,
    ClearingOptions options,
    Owners owners,
    FallbackRule.Choice choice) {
  public FallbackRequest {
    if (today.market() != key.market()) {
      throw new IllegalArgumentException(
          "The case %s is of %s and cannot stand for %s."
              .formatted(today.name(), DayKey.word(today.market()), key.text()));
    }
  }
}
