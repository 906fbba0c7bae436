package org.gridclear.market.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.Column;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows of results become blocks whatever their order, and parts of blocks are parts of the rows.
 */
// Rows: X-01
class BlockBuilderTest {
  private static final DayKey KEY = new DayKey(Market.DA, LocalDate.of(2026, 10, 1));
  private static final List<ValueColumn> COLUMNS =
      List.of(
          new ValueColumn("mw", Column.Type.NUMBER, 3),
          new ValueColumn("on", Column.Type.FLAG, 0),
          new ValueColumn("count", Column.Type.WHOLE, 0));

  /** A row as a table has it; period 0 is that of the whole horizon. */
  private record Row(String unit, String zone, int period, double mw, boolean on, long count) {
    void into(BlockBuilder rows) {
      rows.add(List.of(unit, zone), period == 0 ? null : (Long) (long) period, mw, on, count);
    }
  }

  private static BlockBuilder builder(int periods, String... keys) {
    return new BlockBuilder(
        new Origin(KEY, "hash"),
        ResultKind.UNITS,
        new Horizon(periods, 60),
        List.of(keys),
        COLUMNS);
  }

  private static List<Row> random(Random random, int periods) {
    List<Row> rows = new ArrayList<>();
    int units = random.nextInt(6);
    for (int u = 0; u < units; u++) {
      for (int t = random.nextInt(2); t <= periods; t++) {
        if (random.nextInt(4) > 0) {
          double mw = random.nextInt(2_000_000) / 1000.0 - 1000;
          rows.add(
              new Row("u" + u, "z" + u % 2, t, mw, random.nextBoolean(), random.nextInt(99) - 9L));
        }
      }
    }
    return rows;
  }

  /** The numbers of a block by unit and period, read through its layout alone. */
  private static Map<String, List<Object>> read(ResultBlock block) {
    Map<String, List<Object>> read = new HashMap<>();
    int slots = block.layout().slots();
    for (int e = 0; e < block.elements().length; e++) {
      for (int s = 0; s < slots; s++) {
        if (block.has(e, s)) {
          List<Object> cells = new ArrayList<>(List.of(block.text(e, "zone")));
          block.values().values().forEach(cells::add);
          int at = e * slots + s;
          cells.replaceAll(cell -> cell instanceof long[] column ? column[at] : cell);
          int period = block.layout().period(s) ? s + 1 : 0;
          read.put(block.text(e, "unit") + " " + period, cells);
        }
      }
    }
    return read;
  }

  private static Map<String, List<Object>> expected(List<Row> rows) {
    Map<String, List<Object>> expected = new HashMap<>();
    rows.forEach(
        row ->
            expected.put(
                row.unit + " " + row.period,
                List.of(row.zone, Math.round(row.mw * 1000), row.on ? 1L : 0L, row.count)));
    return expected;
  }

  @Test
  void rowsComeBackWhateverTheirOrder() {
    Random random = new Random(3);
    for (int k = 0; k < 300; k++) {
      int periods = 1 + random.nextInt(5);
      List<Row> rows = random(random, periods);
      Map<String, List<Object>> expected = expected(rows);
      for (int order = 0; order < 3; order++) {
        BlockBuilder builder = builder(periods, "unit", "zone");
        rows.forEach(row -> row.into(builder));
        ResultBlock block = builder.block();
        boolean whole = rows.stream().anyMatch(row -> row.period == 0);
        assertEquals(whole, block.layout().whole());
        assertEquals(periods + (whole ? 1 : 0), block.layout().slots());
        assertEquals(expected, read(block));
        Collections.shuffle(rows, random);
      }
    }
  }

  @Test
  void aSelectionHasTheRowsThatMeetAllOfIt() {
    Random random = new Random(4);
    for (int k = 0; k < 300; k++) {
      int periods = 1 + random.nextInt(4);
      List<Row> rows = random(random, periods);
      BlockBuilder builder = builder(periods, "unit", "zone");
      rows.forEach(row -> row.into(builder));
      Set<String> units = new TreeSet<>();
      random.ints(random.nextInt(5), 0, 7).forEach(u -> units.add("u" + u));
      Selection wanted = Selection.ALL.where("unit", units);
      List<Row> kept = new ArrayList<>(rows);
      kept.removeIf(row -> !units.contains(row.unit));
      assertEquals(expected(kept), read(builder.block().select(wanted)));
      kept.removeIf(row -> !row.zone.equals("z1"));
      Selection both = wanted.where("zone", Set.of("z1"));
      assertEquals(expected(kept), read(builder.block().select(both)));
      assertEquals(
          expected(kept), read(builder.block().select(wanted).select(Selection.ALL).select(both)));
    }
  }

  @Test
  void columnsThatWereNotAskedForAreNotThereAndAreNoZeros() {
    BlockBuilder builder = builder(2, "unit", "zone");
    new Row("u", "z", 2, 1.5, true, 7).into(builder);
    ResultBlock part = builder.block().select(Selection.of("on"));
    assertEquals(Set.of("on"), part.values().keySet());
    assertThrows(UnknownNameException.class, () -> part.column("mw"));
    assertEquals(COLUMNS, part.layout().columns());
    assertEquals(
        0, builder.block().select(Selection.ALL.where("bus", Set.of(""))).elements().length);
    assertEquals(
        0, builder.block().select(Selection.ALL.where("unit", Set.of())).elements().length);
  }

  /** Rows of one element and period that may come again are told apart by 2, 3 … */
  @Test
  void rowsThatComeAgainAreElementsOfTheirOwn() {
    BlockBuilder builder = builder(2, "unit", "zone", BlockBuilder.AGAIN);
    for (int period : new int[] {1, 1, 2, 1, 2}) {
      new Row("u", "z", period, period, true, 0).into(builder);
    }
    ResultBlock block = builder.block();
    assertEquals(
        List.of(List.of("u", "z", ""), List.of("u", "z", "2"), List.of("u", "z", "3")),
        block.layout().elements());
    assertTrue(block.has(0, 1) && block.has(1, 1) && block.has(2, 0));
    assertFalse(block.has(2, 1));
  }

  /** A period that is none would stand where the next element begins, or the whole horizon. */
  @ParameterizedTest
  @ValueSource(longs = {0, -1, 3, 4, Long.MAX_VALUE})
  void aPeriodThatIsNoneIsRefusedByName(long period) {
    BlockBuilder builder = builder(2, "unit", "zone");
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.add(List.of("u7", "z"), period, 1.0, true, 0L))
            .getMessage();
    assertTrue(said.contains("u7") && said.contains(Long.toString(period)), said);
  }

  @Test
  void numbersThatAreLeftOutAreNoneAndMoreThanThereAreColumnsAreRefused() {
    BlockBuilder builder = builder(2, "unit", "zone");
    assertThrows(
        IllegalArgumentException.class,
        () -> builder.add(List.of("u", "z"), 1L, 1.0, true, 0L, 0L));
    builder.add(List.of("u", "z"), 1L, 1.0);
    ResultBlock block = builder.block();
    assertEquals(1000, block.column("mw")[0]);
    assertEquals(ResultBlock.MISSING, block.column("on")[0]);
    assertEquals(ResultBlock.MISSING, block.column("count")[0]);
  }

  /** A whole number in a column with decimals counts as much as the same number with a point. */
  @ParameterizedTest
  @CsvSource({"5, 5000", "-3, -3000", "0, 0"})
  void aWholeNumberIsScaledAsAnyOther(long number, long thousandths) {
    BlockBuilder builder = builder(1, "unit", "zone");
    builder.add(List.of("u", "z"), 1L, number, true, number);
    ResultBlock block = builder.block();
    assertEquals(thousandths, block.column("mw")[0]);
    assertEquals(number, block.column("count")[0]);
  }

  /** Half a last decimal goes to the even one, as it is written and not as it is stored. */
  @ParameterizedTest
  @CsvSource({
    "0.0005, 0",
    "0.0015, 2",
    "0.0025, 2",
    "-0.0005, 0",
    "-0.0015, -2",
    "1.0005, 1000",
    "0.00050001, 1",
    "999999999999999.9, 999999999999999900"
  })
  void halfALastDecimalGoesToTheEvenOne(double mw, long thousandths) {
    BlockBuilder builder = builder(1, "unit", "zone");
    builder.add(List.of("u", "z"), 1L, mw, true, 0L);
    assertEquals(thousandths, builder.block().column("mw")[0]);
  }
}
