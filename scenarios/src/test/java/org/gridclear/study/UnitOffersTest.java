package org.gridclear.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;

/** The change {@code unitOffer}: the offer of a unit put in the place of its own. */
class UnitOffersTest {
  private static MarketDay day(int price, int startYuan) {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "offers",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": 50}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [10, 100], "yuanPerH": [500, %d]}],
            "startCategories": [{"offHours": 0, "costYuan": %d}],
            "initial": {"on": true, "hours": 5, "powerMw": 20}}],
         "profiledUnits": [{"id": "w", "bus": "a", "fuel": "wind", "maxMw": 40,
                            "priceYuanPerMwh": [%d, %d]}]}
        """
            .formatted(90 * price, startYuan, price, 2 * price)
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aChangeGivesAUnitTheOfferOfItsReference() {
    MarketDay offered = day(300, 900);
    MarketDay reference = day(200, 100);
    ThermalUnit thermal = reference.thermalUnits().get(0);
    ProfiledUnit wind = reference.profiledUnits().get(0);
    String changes =
        Json.MAPPER.writeValueAsString(
            List.of(UnitOffers.change(thermal), UnitOffers.change(wind, 2)));
    MarketDay changed = new CaseOverlay("x", changes).resolve(offered).day();
    assertEquals(reference.thermalUnits(), changed.thermalUnits());
    assertEquals(400, changed.profiledUnits().get(0).priceYuanPerMwh().at(1));
  }

  @Test
  void whatIsNotGivenStaysAndOnePriceIsForAllPeriods() {
    MarketDay offered = day(300, 900);
    MarketDay same =
        new CaseOverlay("x", "[{\"unitOffer\": {\"unit\": \"g\"}}]").resolve(offered).day();
    assertEquals(offered.thermalUnits(), same.thermalUnits());
    String one = "[{\"unitOffer\": {\"unit\": \"w\", \"priceYuanPerMwh\": [7]}}]";
    MarketDay changed = new CaseOverlay("x", one).resolve(offered).day();
    assertEquals(7, changed.profiledUnits().get(0).priceYuanPerMwh().at(1));
  }

  @Test
  void whatCannotBeAnOfferOfTheUnitIsRefused() {
    for (List<String> wrong :
        List.of(
            List.of("{\"unit\": \"x\"}", "unit"),
            List.of("{\"unit\": \"g\", \"priceYuanPerMwh\": [1]}", "a price"),
            List.of("{\"unit\": \"w\", \"offers\": [{\"mw\": [1], \"yuanPerH\": [1]}]}", "offers"),
            List.of("{\"unit\": \"g\", \"startYuan\": [1, 2]}", "Give 1"),
            List.of("{\"unit\": \"w\", \"priceYuanPerMwh\": [1, 2, 3]}", "2, one for each"),
            List.of(
                "{\"unit\": \"g\", \"offers\": [{\"mw\": [1, 2], \"yuanPerH\": [1]}]}",
                "cost per"))) {
      InvalidInputException refused =
          assertThrows(
              InvalidInputException.class,
              () ->
                  new CaseOverlay("x", "[{\"unitOffer\": " + wrong.get(0) + "}]")
                      .resolve(day(300, 900)));
      assertTrue(refused.getMessage().contains(wrong.get(1)), refused.getMessage());
    }
  }
}
