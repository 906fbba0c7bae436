package org.gridclear.casetable;

import static org.gridclear.casetable.TownCase.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.input.Market;
import org.gridclear.table.Table;
import org.junit.jupiter.api.Test;

/** Tables of limits, offers and services of a small case, worked by hand ({@link TownCase}). */
class RuledTablesTest {
  private final ShownCase town = TownCase.cleared();

  @Test
  void limitsOfADeviceAreThoseThatCanBeTakenBack() {
    assertEquals(
        List.of(
            "ad | LINE | north | north | 220.0 | 220.0 | 100.0 | 110.0 | 120.0 | - | - | - | -",
            "ad2 | LINE | north | north | 220.0 | 220.0 | - | - | - | - | - | - | -",
            "ab | TRANSFORMER | north | south | 220.0 | 110.0 | - | - | - | - | - | - | -",
            "bc | LINE | south |  | 110.0 | - | 80.0 | - | - | - | - | - | -",
            "bc2 | LINE | south |  | 110.0 | - | - | - | - | - | - | - | -",
            "pass | FLOWGATE |  |  | - | - | - | - | - | 90.0 | 0.0 | - | -",
            "dam | FLOWGATE |  |  | - | - | - | - | - | 60.0 | - | - | -",
            "weir | FLOWGATE |  |  | - | - | - | - | - | - | - | - | -",
            "a | BUS | north | north | 220.0 | 220.0 | - | - | - | - | - | 0.95 | 1.05",
            "b | BUS | south | south | 110.0 | 110.0 | - | - | - | - | - | 0.9 | 1.1",
            "c | BUS |  |  | - | - | - | - | - | - | - | 0.9 | 1.1",
            "d | BUS | north | north | 220.0 | 220.0 | - | - | - | - | - | 0.9 | 1.1"),
        lines(
            CaseTable.LIMITS.of(town),
            "device",
            "kind",
            "fromZone",
            "toZone",
            "fromBaseKv",
            "toBaseKv",
            "normalMva",
            "shortTermMva",
            "emergencyMva",
            "limitMw",
            "reverseMw",
            "vMinPu",
            "vMaxPu"));
  }

  /** A limit after outages by period hides the emergency rating and nothing else. */
  @Test
  void theRatingAfterAnOutageStaysWhereTheDayReplacesTheOtherAlone() {
    String limit = "\"branchLimits\": [{\"branch\": \"ad\", \"mw\": 90%s}, {";
    for (boolean both : new boolean[] {false, true}) {
      Table limits =
          CaseTable.LIMITS.of(
              ShownCase.of(
                  ClearingCase.of(
                      TownCase.with(
                          "\"branchLimits\": [{",
                          limit.formatted(both ? ", \"emergencyMw\": 95" : "")))));
      assertEquals(
          both ? "ad | - | 110.0 | -" : "ad | - | 110.0 | 120.0",
          lines(limits, "device", "normalMva", "shortTermMva", "emergencyMva").get(0));
    }
  }

  /** A unit that names a product without an offer gives what it has, for nothing. */
  @Test
  void offersAreOfUnitsThatMayGiveAProduct() {
    assertEquals(
        List.of(
            "steam | a | north | spin | SPINNING | UP | - | - | 0.0 | 0.0 | 0.0 | 1.5",
            "steam | a | north | agc | REGULATION | UP | 6.0 | 12.0 | 1.0 | 3.0 | 4.0 | 1.5",
            "peaker | b | south | spin | SPINNING | UP | 10.0 | 30.0 | 7.0 | 9.0 | 0.0 | -"),
        lines(
            CaseTable.OFFERS.of(town),
            "unit",
            "bus",
            "zone",
            "product",
            "kind",
            "direction",
            "offeredMinMw",
            "offeredMaxMw",
            "priceMinYuanPerMwh",
            "priceMaxYuanPerMwh",
            "mileageYuanPerMw",
            "regulatingMwPerMin"));
    assertEquals(List.of(), CaseTable.OFFERS.of(TownCase.networkAlone()).rows());
  }

  /**
   * Spinning reserve: steam with its limit of 90, the peaker's offers of 10, 25 and 30 within its
   * limit of 20. Required of 65, 65 and 75 MW of load: 6 + 6.5, 7 + 6.5, 7 + 7.5; in the storm the
   * greatest of the unit of 20, half of 60, 60 and 70, a fifth of 30, 0 and 10, doubled in period
   * 2.
   */
  @Test
  void aServiceAddsUpWhatIsOfferedAndWhatIsRequired() {
    assertEquals(
        List.of(
            "spin | 0.0 | RESERVE | 2 | 100.0 | 110.0 | 0.0 | 9.0 | spin, storm | 42.5 | 73.5",
            "agc | 5.0 | SECONDARY_REGULATION | 1 | 6.0 | 12.0 | 1.0 | 3.0 | agc | 2.0 | 2.0",
            "black | 30.0 | RESERVE | 0 | 0.0 | 0.0 | - | - |  | 0.0 | 0.0"),
        services(town));
    assertEquals(List.of(), CaseTable.SERVICES.of(TownCase.networkAlone()).rows());
  }

  @Test
  void aRequirementThatIsOutOfEffectIsNotRequired() {
    ClearingCase off =
        new ClearingCase(
            "off", TownCase.day(), java.util.EnumSet.of(ConstraintFamily.ZONAL_RESERVE));
    assertEquals(
        "spin | 0.0 | RESERVE | 2 | 100.0 | 110.0 | 0.0 | 9.0 | spin | 12.5 | 14.5",
        services(ShownCase.of(off)).get(0));
    assertEquals(
        "0.0",
        lines(
                CaseTable.SERVICES.of(
                    ShownCase.of(
                        new ClearingCase(
                            "none",
                            TownCase.day(),
                            java.util.EnumSet.of(
                                ConstraintFamily.ZONAL_RESERVE, ConstraintFamily.RESERVE)))),
                "requiredMaxMw")
            .get(0));
    assertEquals(Market.DA, off.market());
  }

  private static List<String> services(ShownCase shown) {
    return lines(
        CaseTable.SERVICES.of(shown),
        "product",
        "minutes",
        "service",
        "units",
        "offeredMinMw",
        "offeredMaxMw",
        "priceMinYuanPerMwh",
        "priceMaxYuanPerMwh",
        "requirements",
        "requiredMinMw",
        "requiredMaxMw");
  }
}
