package org.gridclear.io.unitcommitment;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.errors;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.resource;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.Penalties;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Every number of a pglib-uc file in its place of the day. */
// Rows: A-11
class PglibUcReaderTest {
  private final IssueLog log = new IssueLog("day.json");
  private ObjectNode document;

  @BeforeEach
  void twoHours() {
    document = resource("pglib-uc.json");
  }

  private MarketDay read() {
    return PglibUcReader.read("day", document, log);
  }

  private static Series both(double value) {
    return Series.of(value, value);
  }

  @Test
  void aUnitThatIsOnHasItsCurveLimitsTimesAndHoursOn() {
    assertEquals(
        new ThermalUnit(
            "on",
            "system",
            "",
            List.of(new OfferCurve(List.of(20.5, 50.5, 80.5), List.of(300.5, 700.5, 1500.5))),
            both(20.5),
            both(80.5),
            30.5,
            31.5,
            40.5,
            41.5,
            2,
            3,
            -1,
            List.of(new StartCategory(3, 100.5), new StartCategory(5, 200.5)),
            List.of(Commitment.FREE, Commitment.FREE),
            new InitialState(true, 5, 50.5),
            Set.of("spinning")),
        read().thermalUnits().get(0));
    assertErrors(log);
  }

  @Test
  void itsLimitsWorkAsInTheModelOfTheLibrary() {
    assertEquals(LimitRule.RAMP_AND_LIMIT, read().thermalUnits().get(0).limitRule());
  }

  @Test
  void aUnitThatIsOffHasItsHoursOff() {
    assertEquals(new InitialState(false, 7, 0), read().thermalUnits().get(1).initial());
  }

  @Test
  void aUnitThatMustRunIsOnInAllPeriods() {
    set(document, "1", "thermal_generators", "off", "must_run");
    MarketDay day = read();
    assertEquals(List.of(Commitment.ON, Commitment.ON), day.thermalUnits().get(1).commitment());
    assertEquals(List.of(Commitment.FREE, Commitment.FREE), day.thermalUnits().get(0).commitment());
  }

  @Test
  void demandReserveAndForecastAreOfOneBus() {
    MarketDay day = read();
    assertEquals(new Horizon(2, 60), day.horizon());
    assertEquals(Network.copperPlate("day", "system"), day.network());
    assertEquals(List.of(new BusLoad("system", Series.of(60.5, 70.5))), day.busLoads());
    assertEquals(
        List.of(new ReserveRequirement("spinning", Series.of(5.5, 6.5), -1)), day.reserves());
    assertEquals(
        List.of(
            new ProfiledUnit(
                "wind",
                "system",
                "renewable",
                Series.of(1.5, 2.5),
                Series.of(11.5, 12.5),
                both(0))),
        day.profiledUnits());
    assertEquals(Penalties.DEFAULT, day.penalties());
    assertEquals(MarketDay.CURRENCY_UNITS, day.currency());
  }

  @Test
  void reserveThatIsLeftOutIsNone() {
    remove(document, "reserves");
    assertEquals(both(0), read().reserves().get(0).mw());
  }

  @Test
  void hoursInTheStateThatAUnitWasNotInAreNoticedUnlessTheyAreNone() {
    set(document, "4", "thermal_generators", "on", "time_down_t0");
    set(document, "6", "thermal_generators", "off", "time_up_t0");
    MarketDay day = read();
    assertEquals(5, day.thermalUnits().get(0).initial().hours());
    assertEquals(7, day.thermalUnits().get(1).initial().hours());
    String effect = " | The unit was in the other state before the first hour.";
    assertEquals(
        List.of(
            "FIELD_USED | unit on | time_down_t0 | 4" + effect,
            "FIELD_USED | unit off | time_up_t0 | 6" + effect),
        notices(log, Rule.FIELD_USED).stream().filter(text -> text.contains("_t0")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "20.502, 80.5, 20.502 to 80.5 MW",
    "20.498, 80.5, 20.498 to 80.5 MW",
    "20.5, 80.502, 20.5 to 80.502 MW",
    "20.5, 80.498, 20.5 to 80.498 MW"
  })
  void aCurveRunsFromTheLeastToTheMostOutput(String first, String last, String value) {
    points(first, last);
    read();
    assertErrors(
        log,
        "LIMITS_ORDERED | unit on | piecewise_production | "
            + value
            + " | Let it run from power_output_minimum (20.5) to power_output_maximum (80.5).");
  }

  @Test
  void aCurveThatMissesItsEndsByRoundingIsTaken() {
    points("20.5000009", "80.4999991");
    read();
    assertErrors(log);
  }

  private void points(String first, String last) {
    set(
        document,
        "[{\"mw\": %s, \"cost\": 1}, {\"mw\": %s, \"cost\": 2}]".formatted(first, last),
        "thermal_generators",
        "on",
        "piecewise_production");
  }

  @Test
  void aUnitWithoutCurveOrStartsIsRefused() {
    remove(document, "thermal_generators", "on", "piecewise_production");
    set(document, "[]", "thermal_generators", "off", "startup");
    MarketDay day = read();
    assertErrors(
        log,
        "FIELD_PRESENT | unit on | piecewise_production | absent"
            + " | Give the points {mw, cost} of its cost.",
        "FIELD_PRESENT | unit off | startup | absent"
            + " | Give {lag, cost} of its starts; cost 0 for none.");
    assertEquals(List.of(new StartCategory(0, 0)), day.thermalUnits().get(1).startCategories());
  }

  @Test
  void everyMandatoryNumberOfAUnitIsMissed() {
    List<String> mandatory =
        List.of(
            "power_output_minimum",
            "power_output_maximum",
            "ramp_startup_limit",
            "ramp_shutdown_limit",
            "time_down_minimum",
            "ramp_up_limit",
            "ramp_down_limit",
            "time_up_minimum",
            "unit_on_t0",
            "time_down_t0");
    mandatory.forEach(field -> remove(document, "thermal_generators", "off", field));
    read();
    List<String> missed =
        errors(log).stream()
            .filter(text -> text.startsWith("FIELD_PRESENT | unit off"))
            .map(text -> text.split(" \\| ", -1)[2])
            .toList();
    assertEquals(mandatory, missed);
  }

  @Test
  void thePowerOfAUnitThatIsOnIsMissed() {
    remove(document, "thermal_generators", "on", "power_output_t0");
    read();
    assertErrors(log, "FIELD_PRESENT | unit on | power_output_t0 | absent | Add the field.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 2689})
  void anImpossibleNumberOfHoursIsRefused(int periods) {
    set(document, String.valueOf(periods), "time_periods");
    set(document, "1", "demand");
    set(document, "1", "reserves");
    set(document, "{}", "renewable_generators");
    read();
    assertErrors(
        log, "FIELD_TYPE | document | time_periods | " + periods + " | Give 1 to 2688 hours.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2688})
  void theShortestAndTheLongestHorizonAreTaken(int periods) {
    set(document, String.valueOf(periods), "time_periods");
    set(document, "1", "demand");
    set(document, "1", "reserves");
    set(document, "{}", "renewable_generators");
    assertEquals(new Horizon(periods, 60), read().horizon());
    assertErrors(log);
  }

  @Test
  void limitsThatCannotMeanWhatTheySayAreNoticed() {
    set(document, "20.4", "thermal_generators", "on", "ramp_startup_limit");
    set(document, "20.3", "thermal_generators", "on", "ramp_shutdown_limit");
    set(document, "2", "thermal_generators", "on", "time_down_minimum");
    read();
    assertEquals(
        List.of("ramp_startup_limit | 20.4", "ramp_shutdown_limit | 20.3", "startup | 3.0 h"),
        notices(log, Rule.TAKEN_AS).stream()
            .map(text -> text.replaceAll("TAKEN_AS . unit on . (.*) . It lies.*", "$1"))
            .map(text -> text.replaceAll("TAKEN_AS . unit on . (.*) . The unit.*", "$1"))
            .toList());
  }
}
