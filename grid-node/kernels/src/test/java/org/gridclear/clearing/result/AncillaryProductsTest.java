package org.gridclear.clearing.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.gridclear.clearing.AncillaryAuction;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;

/** Reserve and regulation, with energy and by themselves, on days solved by hand. */
// Rows: A-27, B-10, B-15, B-16, G-01, G-02, G-03
class AncillaryProductsTest extends AuditedDays {
  private static MarketDay products(String reserves, String rules, double loadMw) {
    return Days.read(
        """
        {"name": "products", "horizon": {"periodCount": 1},
         "network": {"buses": [{"id": "n", "zone": "west", "type": "reference"},
                               {"id": "m", "zone": "east"}],
                     "branches": [{"id": "nm", "from": "n", "to": "m", "xPu": 0.1}]},
         "thermalUnits": [
           {"id": "a", "bus": "n", "offers": [{"mw": [0, 100], "yuanPerH": [0, 1000]}],
            "rampUpMwPerH": 120, "rampDownMwPerH": 120,
            "initial": {"on": true, "hours": 9, "powerMw": 80}, "reserves": ["spin", "quick"]},
           {"id": "b", "bus": "m", "offers": [{"mw": [0, 100], "yuanPerH": [0, 3000]}],
            "rampUpMwPerH": 60, "rampDownMwPerH": 60,
            "initial": {"on": true, "hours": 9, "powerMw": 45}, "reserves": ["spin", "quick"]}],
         "busLoads": [{"bus": "n", "mw": %s}],
         "reserves": [%s], "rules": {%s}}
        """
            .formatted(loadMw, reserves, rules));
  }

  @Test
  void reserveIsClearedWithEnergyAndPricedAtWhatItCosts() {
    // b can ramp 10 MW in 10 min; a must hold 15 MW back, b makes them at 30: the price is 20.
    String rules = "\"products\": [{\"id\": \"quick\", \"minutes\": 10}]";
    ClearingResult result =
        audited(products("{\"id\": \"r\", \"product\": \"quick\", \"mw\": 25}", rules, 100));
    assertEquals(85, result.schedule().outputMw()[0][0], 1e-6);
    assertEquals(20, result.prices().reserveYuanPerMwh()[0][0], 1e-6);
    assertEquals(30, result.prices().lmpYuanPerMwh()[0][0], 1e-6);
  }

  @Test
  void reserveClearedByItselfTakesWhatEnergyLeaves() {
    String rules = "\"products\": [{\"id\": \"quick\", \"minutes\": 10}]";
    ClearingCase clearingCase =
        ClearingCase.of(
            products("{\"id\": \"r\", \"product\": \"quick\", \"mw\": 25}", rules, 100));
    ClearingOptions separate = EXACT.withAncillary(ClearingOptions.Ancillary.SEPARATE);
    ClearingOutcome outcome =
        AncillaryAuction.clear(clearingCase, separate, ClearingContext.of(Fixtures.highs()));
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    // Energy alone lets a give all 100 MW at 10; b is off or at 0, so only its 10 MW can be held.
    // With a used up, the next MWh is b's at 30.
    assertEquals(100, result.schedule().outputMw()[0][0], 1e-6);
    assertEquals(30, result.prices().lmpYuanPerMwh()[0][0], 1e-6);
    double held = result.schedule().reserveMw()[0][0][0] + result.schedule().reserveMw()[0][1][0];
    assertTrue(held <= 10 + 1e-6, "held " + held);
    assertEquals("B-15", result.relaxations().get(0).constraint());
  }

  @Test
  void offersAndMileageDecideWhoRegulates() {
    String rules =
        """
        "products": [{"id": "reg", "kind": "regulation", "minutes": 60}],
        "reserveOffers": [
          {"unit": "a", "product": "reg", "maxMw": 30, "priceYuanPerMwh": 4,
           "mileageYuanPerMw": 2, "mileagePerMwh": 3},
          {"unit": "b", "product": "reg", "maxMw": 8, "priceYuanPerMwh": 6}]
        """;
    ClearingResult result =
        audited(products("{\"id\": \"r\", \"product\": \"reg\", \"mw\": 20}", rules, 70));
    assertEquals(12, result.schedule().reserveMw()[0][0][0], 1e-6);
    assertEquals(8, result.schedule().reserveMw()[0][1][0], 1e-6);
    assertEquals(10, result.prices().reserveYuanPerMwh()[0][0], 1e-6);
    assertEquals(12 * 10 + 8 * 6, result.costs().ancillaryYuan(), 1e-6);
  }

  @Test
  void downwardReserveKeepsOutputUp() {
    String rules = "\"products\": [{\"id\": \"spin\", \"direction\": \"down\"}]";
    ClearingResult result =
        audited(
            products(
                "{\"id\": \"r\", \"product\": \"spin\", \"mw\": 5, \"scope\": {\"zone\":"
                    + " \"east\"}}",
                rules,
                80));
    assertEquals(5, result.schedule().outputMw()[1][0], 1e-6);
    assertEquals(20, result.prices().reserveYuanPerMwh()[0][0], 1e-6);
  }

  @Test
  void requirementsByRuleAddUp() {
    // The largest unit (100) plus 10 % of 90 MW of load; 110 MW of headroom are 1 more than that.
    String byRule =
        "{\"id\": \"r\", \"product\": \"spin\", \"largestUnit\": true, \"loadShare\": 0.1}";
    ClearingResult result = audited(products(byRule, "", 90));
    double held = result.schedule().reserveMw()[0][0][0] + result.schedule().reserveMw()[0][1][0];
    assertTrue(held >= 109 - 1e-6, "held " + held);
    ClearingResult zonal =
        audited(
            products(
                "{\"id\": \"r\", \"product\": \"spin\", \"mw\": 120, \"scope\": {\"zone\":"
                    + " \"east\"}}",
                "",
                80));
    assertEquals("B-16", zonal.relaxations().get(0).constraint());
    ClearingCase off =
        new ClearingCase(
            "off",
            products(
                "{\"id\": \"r\", \"product\": \"spin\", \"mw\": 120, \"scope\": {\"zone\":"
                    + " \"east\"}}",
                "",
                80),
            Set.of(ConstraintFamily.ZONAL_RESERVE));
    assertTrue(audited(off).relaxations().isEmpty());
  }

  @Test
  void unitsAndGroupsHoldReserveOfTheirOwn() {
    String rules =
        """
        "ranges": [{"id": "own", "kind": "unit-reserve", "item": "spin", "min": 30,
                    "scope": {"units": ["a"]}}]
        """;
    ClearingResult result =
        audited(products("{\"id\": \"r\", \"product\": \"spin\", \"mw\": 1}", rules, 90));
    assertEquals(70, result.schedule().outputMw()[0][0], 1e-6);
  }

  @Test
  void aUnitThatIsOffGivesNonSpinningReserve() {
    String rules =
        """
        "products": [{"id": "stand", "kind": "non-spinning", "minutes": 30}],
        "reserveOffers": [{"unit": "b", "product": "stand", "maxMw": 50, "priceYuanPerMwh": 1}]
        """;
    ClearingResult result =
        audited(products("{\"id\": \"r\", \"product\": \"stand\", \"mw\": 20}", rules, 80));
    assertFalse(result.schedule().committed()[1][0]);
    assertEquals(20, result.schedule().reserveMw()[0][1][0], 1e-6);
  }

  @Test
  void realTimeClearsRegulationOnly() {
    ClearingCase rt =
        ClearingCase.of(products("{\"id\": \"r\", \"product\": \"spin\", \"mw\": 150}", "", 90))
            .in(Market.RT);
    assertTrue(audited(rt).relaxations().isEmpty());
  }
}
