package org.gridclear.io.unitcommitment;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.resource;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.rule.ReserveOffer;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Horizons, states and starts of UnitCommitment.jl at their bounds, and what is refused. */
// Rows: A-11
class UnitCommitmentJlRefusalsTest extends UnitCommitmentJlFile {
  @ParameterizedTest
  @CsvSource({"60, 2, 60", "30, 4, 30", "15, 8, 15", "1, 120, 1"})
  void theHorizonIsCutIntoTimeSteps(int step, int periods, int minutes) {
    JsonNode hours =
        node(
            """
            {"Parameters": {"Version": "0.4", "Time horizon (h)": 2, "Time step (min)": %d},
             "Buses": {"b1": {"Load (MW)": 1}}}
            """
                .formatted(step));
    assertEquals(
        new Horizon(periods, minutes), UnitCommitmentJlReader.read("day", hours, log).horizon());
    assertErrors(log);
  }

  /** Read without it, flows would have no limit and nobody would see that. */
  @ParameterizedTest
  @ValueSource(strings = {"Interfaces", "Branches"})
  void aSectionOfLaterVersionsIsRefused(String section) {
    set(document, "{\"x\": {\"Net flow upper limit (MW)\": 45}}", section);
    read();
    assertErrors(
        log,
        "FIELD_KNOWN | document | %s | given | ".formatted(section)
            + "Not supported: a section of later versions than 0.4; leave it out.");
  }

  @Test
  void theOldNameOfTheHorizonIsRead() {
    remove(document, "Parameters", "Time horizon (min)");
    set(document, "1", "Parameters", "Time (h)");
    assertEquals(new Horizon(2, 30), read().horizon());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -30, 7, 45, 120})
  void aTimeStepThatDividesNoHourIsRefused(int minutes) {
    set(document, String.valueOf(minutes), "Parameters", "Time step (min)");
    set(document, "120", "Parameters", "Time horizon (min)");
    read();
    assertErrors(
        log, "FIELD_TYPE | Parameters | Time step (min) | " + minutes + " | Use a divisor of 60.");
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0", "-60, -1.0", "45, 0.75", "80670, 1344.5"})
  void aHorizonOfNoWholeStepsIsRefused(int minutes, String hours) {
    JsonNode empty =
        node(
            """
            {"Parameters": {"Version": "0.4", "Time horizon (min)": %d, "Time step (min)": 30}}
            """
                .formatted(minutes));
    UnitCommitmentJlReader.read("day", empty, log);
    assertErrors(
        log,
        "FIELD_PRESENT | Parameters | Time horizon (h) | "
            + hours
            + " | Give a horizon of 1 to 2688 whole time steps.");
  }

  @Test
  void fourWeeksOfQuarterHoursAreTheLongestHorizon() {
    JsonNode longest =
        node(
            """
            {"Parameters": {"Version": "0.4", "Time horizon (h)": 672, "Time step (min)": 15}}
            """);
    assertEquals(new Horizon(2688, 15), UnitCommitmentJlReader.read("day", longest, log).horizon());
    assertErrors(log);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0", "0.3, 0", "0.4, 0", "0.4.1, 0", "0.45, 1", "0.5, 1", "1, 1"})
  void aVersionThatIsNotKnownIsNoticed(String version, int notices) {
    set(document, '"' + version + '"', "Parameters", "Version");
    read();
    assertEquals(
        notices,
        notices(log, Rule.TAKEN_AS).stream()
            .filter(
                text ->
                    text.equals(
                        "TAKEN_AS | Parameters | Version | "
                            + version
                            + " | It is read as the versions 0.2 to 0.4, by the names of its"
                            + " fields."))
            .count());
  }

  @Test
  void aFileWithoutVersionSaysHowItIsRead() {
    remove(document, "Parameters", "Version");
    read();
    assertEquals(
        1,
        notices(log, Rule.TAKEN_AS).stream()
            .filter(text -> text.startsWith("TAKEN_AS | Parameters | Version | absent"))
            .count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "true; OFF ON",
        "[true, true]; OFF ON",
        "[true, false]; OFF FREE",
        "false; OFF FREE"
      })
  void aStatusThatIsGivenComesBeforeMustRun(String mustRun, String commitment) {
    set(document, "[false, null]", "Generators", "g1", "Commitment status");
    set(document, mustRun, "Generators", "g1", "Must run?");
    assertEquals(
        commitment,
        String.join(
            " ", read().thermalUnits().get(0).commitment().stream().map(Enum::name).toList()));
  }

  @Test
  void aStatusOfAnotherNumberOfPeriodsIsRefused() {
    set(document, "[true, true, null]", "Generators", "g1", "Commitment status");
    read();
    assertErrors(
        log,
        "SERIES_LENGTH | unit g1 | Commitment status | 3 values"
            + " | Give 2 values, one per period, or one.");
  }

  @Test
  void anInitialStateIsGivenWhollyOrNotAtAll() {
    remove(document, "Generators", "g1", "Initial power (MW)");
    remove(document, "Generators", "g2", "Initial status (h)");
    MarketDay day = read();
    assertErrors(
        log,
        "FIELD_PRESENT | unit g1 | Initial power (MW) | absent | The unit is on; give its power.",
        "FIELD_PRESENT | unit g2 | Initial status (h) | absent"
            + " | There is an initial power; give its status too.");
    assertNull(day.thermalUnits().get(1).initial());
  }

  @Test
  void aUnitThatIsOffNeedsNoPowerAndAStatusOfNoHoursIsRefused() {
    remove(document, "Generators", "g2", "Initial power (MW)");
    set(document, "0", "Generators", "g1", "Initial status (h)");
    MarketDay day = read();
    assertEquals(new InitialState(false, 3.5, 0), day.thermalUnits().get(1).initial());
    assertErrors(
        log,
        "FIELD_TYPE | unit g1 | Initial status (h) | 0"
            + " | Give the hours on, or the hours off with a minus.");
  }

  @Test
  void startsNeedOneDelayForEachCost() {
    set(document, "[1, 2, 4]", "Generators", "g1", "Startup delays (h)");
    assertEquals(
        List.of(new StartCategory(1, 30.5), new StartCategory(2, 40.5)),
        read().thermalUnits().get(0).startCategories());
    assertErrors(
        log, "SERIES_LENGTH | unit g1 | Startup delays (h) | 3 | There are 2 start-up costs.");
  }

  @Test
  void whatIsNotClearedIsRefusedOrWarnedOf() {
    set(document, "12", "Generators", "g1", "Investment cost ($)");
    set(document, "\"Nuclear\"", "Generators", "g2", "Type");
    set(document, "3", "Generators", "g2", "Non-spinning reserve capacity (MW)");
    set(document, "{\"Type\": \"cold\", \"Amount (MW)\": 1}", "Reserves", "r3");
    set(document, "[\"r3\", \"r1\"]", "Generators", "g2", "Reserve eligibility");
    MarketDay day = read();
    assertErrors(
        log,
        "FIELD_TYPE | reserve r3 | Type | cold | Not supported: use spinning.",
        "FIELD_TYPE | unit g1 | Investment cost ($) | 12.0 | Not supported: whether to build a"
            + " unit. Take out the units that are not built.",
        "FIELD_TYPE | unit g2 | Type | Nuclear | Use Thermal or Profiled.",
        "NOT_CLEARED | unit g2 | Non-spinning reserve capacity (MW) | 3.0 | Non-spinning reserve"
            + " of this format is left out.");
    assertEquals(Set.of("r1"), day.thermalUnits().get(1).reserves());
    assertEquals(List.of("r1"), day.reserves().stream().map(ReserveRequirement::id).toList());
  }

  @Test
  void limitsThatCannotMeanWhatTheySayAreNoticed() {
    set(document, "10.4", "Generators", "g1", "Startup limit (MW)");
    set(document, "10.3", "Generators", "g1", "Shutdown limit (MW)");
    set(document, "[2, 4]", "Generators", "g1", "Startup delays (h)");
    set(document, "5.5", "Generators", "g2", "Startup limit (MW)");
    read();
    String below =
        " | It lies below the least output; the unit then gives the least output, no more.";
    assertEquals(
        List.of(
            "TAKEN_AS | unit g1 | Startup limit (MW) | 10.4" + below,
            "TAKEN_AS | unit g1 | Shutdown limit (MW) | 10.3" + below,
            "TAKEN_AS | unit g1 | Startup delays (h) | 2.0 h"
                + " | The unit may start sooner; such a start counts as the hottest."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("| unit")).toList());
  }

  @Test
  void theReserveOfTheOldVersionIsOneForAllAndOfferedWhereAUnitSaysWhen() {
    document = resource("unit-commitment-jl-0.2.json");
    set(document, "[false, false]", "Generators", "g2", "Provides spinning reserves?");
    MarketDay day = read();
    assertEquals(
        List.of(
            new ReserveRequirement("spinning", Series.of(4.5, 5.5), -1)
                .withShortfall(Series.of(11.5, 12.5))),
        day.reserves());
    assertEquals(Set.of(), day.thermalUnits().get(0).reserves());
    assertEquals(Set.of(), day.thermalUnits().get(1).reserves());
    assertEquals(
        List.of(new ReserveOffer("g1", "spinning", Series.of(1e6, 0), both(0), 0, 0)),
        day.rules().reserveOffers());
  }

  @Test
  void aUnitOfTheOldVersionGivesReserveUnlessItSaysOtherwise() {
    document = resource("unit-commitment-jl-0.2.json");
    remove(document, "Generators", "g1", "Provides spinning reserves?");
    remove(document, "Parameters", "Reserve shortfall penalty ($/MW)");
    MarketDay day = read();
    assertEquals(Set.of("spinning"), day.thermalUnits().get(0).reserves());
    assertEquals(Set.of("spinning"), day.thermalUnits().get(1).reserves());
    assertEquals(List.of(), day.rules().reserveOffers());
    assertEquals(both(INFINITE), day.reserves().get(0).shortfallYuanPerMwh());
  }

  @Test
  void aPenaltyOfNothingIsNotOneThatMustBeMet() {
    set(document, "[0, -0.5]", "Reserves", "r1", "Shortfall penalty ($/MW)");
    assertEquals(Series.of(0, INFINITE), read().reserves().get(0).shortfallYuanPerMwh());
  }
}
