package org.gridclear.report.clearing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.explain.PriceExplanation;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {
  /** The price at bus B that one element at the margin sets. */
  private static String price(PriceExplanation.Marginal marginal) {
    double price = marginal.yuanPerMwh();
    return ExplanationText.ofPrice(
        "B",
        "00:00",
        "yuan",
        new PriceExplanation(price, price, 0, 0, List.of(), List.of(marginal), List.of()));
  }

  @Test
  void aPriceSaysItsSideAndThatItIsOfOneCommitment() {
    String text = price(new PriceExplanation.Marginal("b", "B", 0, 20, false, List.of()));
    assertTrue(text.contains("at a step: the last MWh had another price"), text);
    assertTrue(text.contains("another of the same cost may have another price"), text);
  }

  @Test
  void theBusOfLoadNotServedIsSaidOnce() {
    String text =
        price(
            new PriceExplanation.Marginal(
                "load not served at bus B", "B", 1, 20000, true, List.of()));
    assertTrue(text.contains("at the margin: load not served at bus B, 1.00 MW"), text);
  }
}
