package org.gridclear.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.explain.PriceExplanation;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {
  @Test
  void aPriceSaysItsSideAndThatItIsOfOneCommitment() {
    PriceExplanation.Marginal step =
        new PriceExplanation.Marginal("b", "B", 0, 20, false, List.of());
    String text =
        ExplanationText.ofPrice(
            "B",
            "00:00",
            "yuan",
            new PriceExplanation(20, 20, 0, 0, List.of(), List.of(step), List.of()));
    assertTrue(text.contains("at a step: the last MWh had another price"), text);
    assertTrue(text.contains("another of the same cost may have another price"), text);
  }

  @Test
  void theBusOfLoadNotServedIsSaidOnce() {
    PriceExplanation.Marginal shed =
        new PriceExplanation.Marginal("load not served at bus B", "B", 1, 20000, true, List.of());
    String text =
        ExplanationText.ofPrice(
            "B",
            "00:00",
            "yuan",
            new PriceExplanation(20000, 20000, 0, 0, List.of(), List.of(shed), List.of()));
    assertTrue(text.contains("at the margin: load not served at bus B, 1.00 MW"), text);
  }
}
