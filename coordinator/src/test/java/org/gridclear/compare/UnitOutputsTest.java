package org.gridclear.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.SmallDays;
import org.gridclear.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ids are unique within a kind of units alone: what has one id is not one thing. */
class UnitOutputsTest {
  private static final String STORAGE =
      """
      {"id": "%s", "bus": "b", "maxLevelMwh": 10, "maxChargeMw": 2, "maxDischargeMw": 2,
       "initialLevelMwh": 5, "endMinLevelMwh": 5}\
      """;

  private static ComparedCase same;
  private static ComparedCase apart;

  @BeforeAll
  static void clear() {
    same = cleared("x", STORAGE.formatted("x"), 40);
    apart = cleared("x", STORAGE.formatted("y"), 60);
  }

  private static ComparedCase cleared(String thermal, String storage, double loadMw) {
    String text =
        """
        {"format": "gridclear-case", "version": 1, "name": "two",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "b", "type": "reference", "zone": "z"}], "branches": []},
         "busLoads": [{"bus": "b", "mw": %s}],
         "thermalUnits": [{"id": "%s", "bus": "b", "fuel": "coal",
                           "offers": [{"mw": [0, 200], "yuanPerH": [0, 40000]}]}],
         "storageUnits": [%s],
         "flexibleLoads": [{"id": "x", "bus": "b", "maxMw": 3, "valueYuanPerMwh": 450}]}
        """
            .formatted(loadMw, thermal, storage);
    DayResult day =
        SmallDays.cleared(
            CaseFiles.unpack(text.getBytes(StandardCharsets.UTF_8)), Market.DA, (kind, id) -> "");
    return new ComparedCase("two", day.clearingCase(), day.options(), day.result(), day.summary());
  }

  private static List<String> words(Table table, int from, int to) {
    List<String> words = new ArrayList<>();
    table.rows().forEach(row -> words.add(Arrays.asList(row).subList(from, to).toString()));
    return words;
  }

  @Test
  void unitsOfOneIdAreComparedEachWithItsOwnKind() {
    RunComparison compared = RunComparison.of(List.of(same), List.of(apart));
    Map<String, Double> byKind = new TreeMap<>();
    for (Object[] row : compared.table("output").rows()) {
      byKind.merge(row[1] + " " + row[2], (Double) row[7], Double::sum);
    }
    assertEquals(List.of("x THERMAL"), List.copyOf(byKind.keySet()), "20 MW more in both hours");
    assertEquals(40, byKind.get("x THERMAL"), 1e-6);
    Table overview = compared.table("overview");
    assertTrue(words(overview, 0, 3).contains("[output, 4, 2]"), words(overview, 0, 3).toString());
  }

  @Test
  void whatTheOtherSideHasUnderTheIdOfAnotherKindAloneIsNamed() {
    Table only = RunComparison.of(List.of(same), List.of(apart)).table("only-in-one");
    assertEquals(List.of("[unit, x as STORAGE, A]", "[unit, y, B]"), words(only, 1, 4));
    RunComparison with = RunComparison.of(List.of(same), List.of(same));
    assertEquals(List.of(), words(with.table("only-in-one"), 1, 4));
    assertEquals(6L, with.table("overview").rows().get(0)[1], "three units in two hours");
  }
}
