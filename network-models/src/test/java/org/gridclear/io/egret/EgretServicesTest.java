package org.gridclear.io.egret;

import static org.gridclear.io.egret.DataRows.ids;
import static org.gridclear.io.egret.DataRows.row;
import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is required of the services of Egret, and what is missing, as rows of the case. */
// Rows: A-11, G-01
class EgretServicesTest extends EgretServicesFile {
  @Test
  void whatIsMissingCostsLessTheSlowerTheServiceIs() {
    List.of("regulation_up", "spinning_reserve", "non_spinning_reserve", "supplemental_reserve")
        .forEach(service -> require(service, "10"));
    require("flexible_ramp_up", "10");
    // between the cost of load not served (1000) and that of missing reserve (200), halved each
    // time
    assertEquals(
        List.of(
            "missing regulation up: real 0..10 at 600, SHORTFALL",
            "missing regulation down: real 0..0 at 600, SHORTFALL",
            "missing spinning reserve: real 0..10 at 400, SHORTFALL",
            "missing non-spinning reserve: real 0..10 at 300, SHORTFALL",
            "missing supplemental reserve: real 0..10 at 250, SHORTFALL",
            "missing flexible ramp up: real 0..10 at 350, SHORTFALL",
            "missing flexible ramp down: real 0..0 at 350, SHORTFALL"),
        missing(read()));
  }

  @Test
  void aPenaltyThatIsGivenStandsAndTheOthersFollowFromIt() {
    List.of("regulation_up", "spinning_reserve", "non_spinning_reserve", "supplemental_reserve")
        .forEach(service -> require(service, "10"));
    require("flexible_ramp_down", "10");
    set(document, "900", "system", "spinning_reserve_penalty_price");
    assertEquals(
        List.of("600", "600", "900", "550", "375", "725", "725"),
        missing(read()).stream().map(text -> text.replaceAll(".* at (.*), .*", "$1")).toList());
    set(document, "71", "system", "regulation_penalty_price");
    set(document, "72", "system", "non_spinning_reserve_penalty_price");
    set(document, "73", "system", "supplemental_reserve_penalty_price");
    set(document, "74", "system", "flexible_ramp_penalty_price");
    assertEquals(
        List.of("71", "71", "900", "72", "73", "74", "74"),
        missing(read()).stream().map(text -> text.replaceAll(".* at (.*), .*", "$1")).toList());
    assertErrors(log);
  }

  @Test
  void theSurplusOfABetterServiceCountsForTheNext() {
    require("regulation_up", "10");
    require("spinning_reserve", "20");
    require("non_spinning_reserve", "30");
    require("supplemental_reserve", "40");
    MarketDay day = read();
    String regulation = "[regulation up of g] + [missing regulation up]";
    String spinning = "[spinning reserve of g] + [missing spinning reserve]";
    String cold = "[non-spinning reserve of g] + [missing non-spinning reserve]";
    assertEquals(spinning + " + " + regulation + " >= 30", row(day, "spinning reserve", 0));
    assertEquals(
        cold + " + " + regulation + " + " + spinning + " >= 60",
        row(day, "non-spinning reserve", 0));
    assertEquals(
        "[started supplemental reserve of g] + [supplemental reserve of g]"
            + " + [missing supplemental reserve] + "
            + String.join(" + ", regulation, spinning, cold)
            + " >= 100",
        row(day, "supplemental reserve", 0));
  }

  @Test
  void whatIsMissingInAZoneIsMissingInTheSystemOnce() {
    require("spinning_reserve", "20");
    set(document, "8", "elements", "zone", "z", "spinning_reserve_requirement");
    MarketDay day = read();
    assertEquals(
        "[spinning reserve of g] + [missing spinning reserve of zone z] >= 8",
        row(day, "spinning reserve of zone z", 0));
    assertEquals(
        "[spinning reserve of g] + [missing spinning reserve] + [missing spinning reserve of zone"
            + " z] >= 20",
        row(day, "spinning reserve", 0));
  }

  @Test
  void aServiceOfAnAreaAloneIsStillGivenInTheSystem() {
    set(document, "8", "elements", "area", "a", "regulation_down_requirement");
    set(document, "{\"regulation_up_requirement\": 3}", "elements", "area", "elsewhere");
    MarketDay day = read();
    assertEquals(
        "[regulation down of g] + [missing regulation down of area a] >= 8",
        row(day, "regulation down of area a", 0));
    assertEquals(
        "[missing regulation up of area elsewhere] >= 3",
        row(day, "regulation up of area elsewhere", 0));
    assertTrue(ids(day).contains("regulation up"));
    assertErrors(log);
  }

  @Test
  void aUnitOfAZoneWithServicesNamesItsAreaToo() {
    set(document, "8", "elements", "zone", "z", "spinning_reserve_requirement");
    read();
    assertErrors(log);
    remove(document, "elements", "generator", "g", "area");
    read();
    assertErrors(
        log,
        "FIELD_PRESENT | unit g | area | absent | Not supported: Egret counts a unit for services"
            + " of its zone only if it has an area.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spinning_reserve", "flexible_ramp_up", "supplemental_reserve"})
  void oneRequirementAloneBringsNoOtherService(String service) {
    require(service, "5");
    List<String> missing = missing(read());
    String label = service.replaceAll("_(up|down)$", "").replace('_', ' ');
    assertTrue(missing.stream().allMatch(text -> text.startsWith("missing " + label)), label);
    assertEquals(service.startsWith("flexible") ? 2 : 1, missing.size());
  }
}
