package org.gridclear.clearing.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Prices;
import org.gridclear.clearing.result.Schedule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One number of a right result is changed, and the auditor must object: every cell of every table
 * of small days that have each kind of thing in them.
 */
class TamperedResultTest {
  private static ClearedDays days;

  @BeforeAll
  static void clearTheDays() {
    days = new ClearedDays();
  }

  private static List<Finding> audit(String name, ClearingResult result) {
    return days.audit(name, result);
  }

  private static ClearingResult good(String name) {
    return days.good(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void theResultsAreRightAsTheyAre(String name) {
    assertEquals(List.of(), audit(name, good(name)));
  }

  /** Tables of numbers by name. */
  private static Map<String, double[][]> tables(ClearingResult result) {
    Schedule schedule = result.schedule();
    Prices prices = result.prices();
    Map<String, double[][]> tables = new LinkedHashMap<>();
    tables.put("output", schedule.outputMw());
    tables.put("profiled", schedule.profiledMw());
    tables.put("charge", schedule.chargeMw());
    tables.put("discharge", schedule.dischargeMw());
    tables.put("level", schedule.levelMwh());
    tables.put("flexible", schedule.flexibleMw());
    tables.put("shed", schedule.shedMw());
    tables.put("hvdc", schedule.hvdcMw());
    tables.put("volume", schedule.volumeMm3());
    tables.put("spill", schedule.spillM3PerS());
    tables.put("variables", schedule.variables());
    for (int p = 0; p < schedule.reserveMw().length; p++) {
      tables.put("reserve " + p, schedule.reserveMw()[p]);
    }
    tables.put("lmp", prices.lmpYuanPerMwh());
    tables.put("energy price", prices.energyYuanPerMwh());
    tables.put("congestion price", prices.congestionYuanPerMwh());
    tables.put("loss price", prices.lossYuanPerMwh());
    tables.put("reserve price", prices.reserveYuanPerMwh());
    tables.put("loss", new double[][] {result.lossMw()});
    return tables;
  }

  /** Cells that the auditor says nothing about when each is changed. */
  private static Set<String> unseen(String name, UnaryOperator<Double> change) {
    TreeSet<String> unseen = new TreeSet<>();
    ClearingResult result = good(name);
    tables(result)
        .forEach(
            (table, cells) -> {
              for (int i = 0; i < cells.length; i++) {
                for (int t = 0; t < cells[i].length; t++) {
                  double before = cells[i][t];
                  cells[i][t] = change.apply(before);
                  if (audit(name, result).isEmpty()) {
                    unseen.add(table + " " + i + " " + t);
                  }
                  cells[i][t] = before;
                }
              }
            });
    return unseen;
  }

  /** More reserve than is required costs nothing here, and so may be held. */
  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void anyNumberThatIsTooGreatIsFound(String name) {
    Set<String> unseen = unseen(name, value -> value + 1);
    unseen.removeIf(cell -> cell.startsWith("reserve 0 "));
    assertEquals(Set.of(), unseen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void anyNumberThatIsTooSmallIsFound(String name) {
    assertEquals(Set.of(), unseen(name, value -> value - 1));
  }

  /** A column of a solver may end just outside its bounds. */
  @Test
  void lossesBelowZeroAreFoundBeyondTheTolerance() {
    double[] losses = good("rich").lossMw();
    double before = losses[0];
    losses[0] = -1e-9;
    List<Finding> rounded = audit("rich", good("rich"));
    losses[0] = -0.01;
    List<Finding> below = audit("rich", good("rich"));
    losses[0] = before;
    assertEquals(List.of(), rounded);
    assertEquals(List.of("losses"), below.stream().map(Finding::check).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void whatIsNoNumberIsFound(String name) {
    assertEquals(Set.of(), unseen(name, value -> Double.NaN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void anInfiniteNumberIsFound(String name) {
    assertEquals(Set.of(), unseen(name, value -> Double.POSITIVE_INFINITY));
    assertEquals(Set.of(), unseen(name, value -> Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void aStatusOrStartThatIsTurnedIsFound(String name) {
    ClearingResult result = good(name);
    List<boolean[][]> tables = List.of(result.schedule().committed(), result.schedule().starts());
    for (boolean[][] table : tables) {
      for (boolean[] row : table) {
        for (int t = 0; t < row.length; t++) {
          row[t] = !row[t];
          assertFalse(audit(name, result).isEmpty(), "period " + t);
          row[t] = !row[t];
        }
      }
    }
  }
}
