package org.gridclear.io.gocompetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.BusLoad;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.network.Branch;
import org.gridclear.quantity.Series;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A problem of two buses, two producers and a consumer, value by value. */
class GoCompetitionFormatTest {
  @TempDir Path folder;

  private static String text() throws IOException {
    try (var in =
        GoCompetitionFormatTest.class.getResourceAsStream("/market-files/go-competition-3.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The same file with a part of it changed, which must be there. */
  private static String with(String text, String part, String other) {
    assertTrue(text.contains(part), part);
    int at = text.indexOf(part);
    return text.substring(0, at) + other + text.substring(at + part.length());
  }

  private CaseFiles.Loaded read(String text) throws IOException {
    Files.writeString(folder.resolve("day.json"), text);
    return CaseFiles.load("day.json", folder, Set.of());
  }

  private static MarketDay day(CaseFiles.Loaded loaded) {
    return ((CaseFiles.Content.WholeDay) loaded.content()).day();
  }

  @Test
  void producersAreUnitsWithTheirBlocksOnThePowerBaseOfTheFile() throws IOException {
    MarketDay day = day(read(text()));
    ThermalUnit a = day.thermalUnits().get(0);
    assertEquals("A", a.id());
    assertEquals(
        new OfferCurve(List.of(50.0, 60.0, 100.0), List.of(1100.0, 1300.0, 2500.0)), a.offer(0));
    assertEquals(new InitialState(true, 8, 80), a.initial());
    assertEquals(200, a.rampUpMwPerH());
    assertEquals(2, a.minUpHours());
    assertEquals(50, a.stopYuan());
    ThermalUnit b = day.thermalUnits().get(1);
    assertEquals(
        List.of(new StartCategory(1, 100), new StartCategory(2, 300)), b.startCategories());
    assertEquals(new InitialState(false, 5, 0), b.initial());
    assertEquals(10_000, day.penalties().balanceYuanPerMwh());
    assertEquals(500, day.penalties().thermalYuanPerMwh());
  }

  @Test
  void consumersMustTakeTheirLowerLimitAndBidForTheRest() throws IOException {
    MarketDay day = day(read(text()));
    assertEquals(1, day.busLoads().size());
    BusLoad load = day.busLoads().get(0);
    assertEquals("b2", load.bus());
    double[] mw = {70, 110, 70};
    for (int t = 0; t < 3; t++) {
      assertEquals(mw[t], load.mw().at(t), 1e-9);
    }
    FlexibleLoad bid = day.flexibleLoads().get(0);
    for (int t = 0; t < 3; t++) {
      assertEquals(20, bid.maxMw().at(t), 1e-9);
      assertEquals(40, bid.valueYuanPerMwh().at(t), 1e-9);
    }
  }

  @Test
  void theNetworkIsHeldAsItIsBeforeTheFirstInterval() throws IOException {
    MarketDay day = day(read(text()));
    Branch transformer = day.network().branches().get(1);
    assertEquals(0.98, transformer.tapRatio());
    assertEquals(150, transformer.ratings().normalMva(), 1e-9);
    assertEquals(170, transformer.ratings().emergencyMva(), 1e-9);
    assertEquals(10, day.network().shunts().get(0).bMvar(), 1e-9);
    assertEquals(Math.toDegrees(0.05), day.network().buses().get(0).angleDeg(), 1e-12);
    assertEquals(30, day.network().hvdcLines().get(0).pMaxMw(), 1e-9);
    assertEquals(List.of("L"), day.rules().contingencies().listed().get(0).branches());
    assertEquals(List.of("D"), day.rules().contingencies().listed().get(1).hvdcLines());
  }

  @Test
  void limitsThatCanBindAreConstraints() throws IOException {
    String text = with(text(), "[[0.0, 3.0, 2]]", "[[0.0, 3.0, 1]]");
    text = with(text, "[[0.0, 3.0, 5.0]]", "[[1.0, 3.0, 0.5]]");
    List<RangeConstraint> ranges = day(read(text)).rules().ranges();
    assertEquals(RangeKind.STARTS, ranges.get(0).kind());
    assertEquals(Series.constant(1, 3), ranges.get(0).max());
    RangeConstraint energy = ranges.get(1);
    assertEquals(RangeKind.ENERGY, energy.kind());
    assertEquals(1, energy.from());
    assertEquals(3, energy.to());
    assertEquals(50, energy.max().at(0), 1e-9);
    assertEquals(70, energy.penalty(), 1e-9);
  }

  @Test
  void reserveThatIsRequiredIsWarnedOf() throws IOException {
    String text = with(text(), "\"SYN\": 0.0", "\"SYN\": 0.5");
    Issue issue =
        read(text).log().issues().stream()
            .filter(each -> each.rule() == Rule.NOT_CLEARED)
            .findFirst()
            .orElseThrow();
    assertEquals("SYN", issue.field());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interval_duration | [1.0, 1.0, 1.0] | [1.0, 0.5, 1.0]",
        "interval_duration | [1.0, 1.0, 1.0] | [0.7, 0.7, 0.7]",
        "p_startup_ramp_ub | \"p_startup_ramp_ub\": 2.0, | \"p_startup_ramp_ub\": 0.1,",
        "p_shutdown_ramp_ub | \"p_shutdown_ramp_ub\": 2.0, | \"p_shutdown_ramp_ub\": 0.1,",
        "device_type | \"consumer\" | \"storage\"",
        "cost | [[2000.0, 0.6], [3000.0, 0.4]] | [[2000.0, 0.6], [3000.0, 0.3]]",
        "startup_states | [[-200.0, 2.0]] | [[200.0, 2.0]]",
        "on_status_lb | \"on_status_lb\": [1, 1, 1] | \"on_status_lb\": [2, 1, 1]",
        "p_lb | \"on_status_lb\": [1, 1, 1] | \"on_status_lb\": [0, 1, 1]",
        "mva_ub_em | \"mva_ub_em\": 1.7 | \"mva_ub_em\": 0.0",
        "components | [\"D\"] | [\"E\"]",
        "uid | \"uid\": \"B\" | \"uid\": \"A\"",
        "type | \"type\": \"PQ\" | \"type\": \"island\""
      })
  void whatTheCaseCannotSayIsRefusedByName(String field, String part, String other)
      throws IOException {
    String changed = with(text(), part, other);
    InvalidInputException refused = assertThrows(InvalidInputException.class, () -> read(changed));
    assertTrue(
        refused.issues().stream().anyMatch(issue -> issue.field().equals(field)),
        refused.getMessage());
  }

  @Test
  void aRampOfAConsumerThatMayBindIsRefused() throws IOException {
    String text = text();
    int consumer = text.indexOf("\"uid\": \"C\"");
    String changed =
        text.substring(0, consumer)
            + with(text.substring(consumer), "\"p_ramp_up_ub\": 2.0", "\"p_ramp_up_ub\": 0.3");
    InvalidInputException refused = assertThrows(InvalidInputException.class, () -> read(changed));
    assertTrue(refused.getMessage().contains("p_ramp_up_ub"), refused.getMessage());
  }
}
