package org.gridclear.market.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.BlockBuilder;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.junit.jupiter.api.Test;

/** Two runs beside each other: of other elements, of other lengths, with a whole horizon. */
// Rows: D-14
class ComparisonTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate SUMMER = LocalDate.of(2026, 10, 24);
  private static final LocalDate LONG = LocalDate.of(2026, 10, 25);

  /** A run that is being written. */
  private static final class Run {
    private final LocalDate date;
    private final BlockBuilder rows;

    /** A usual date by the hour. */
    Run() {
      this(SUMMER, 24, 60);
    }

    Run(LocalDate date, int periods, int minutes) {
      this.date = date;
      this.rows =
          new BlockBuilder(
              new Origin(new DayKey(Market.DA, date), "hash"),
              ResultKind.UNITS,
              new Horizon(periods, minutes),
              List.of("unit", "bus", "zone", "owner", "fuel"),
              List.of(BlockBuilder.column("mw", Column.Type.NUMBER)));
    }

    Run add(String unit, String owner, Long period, Double mw) {
      rows.add(List.of(unit, "1", "z", owner, "coal"), period, mw);
      return this;
    }

    BlockSource.Part part() {
      Made made = new Made("b", "op", OffsetDateTime.parse("2026-10-01T10:00:00Z"), "");
      DayVersion version =
          new DayVersion(
              new DayKey(Market.DA, date),
              1,
              DayVersion.DRAFT,
              "",
              "",
              made,
              List.of(),
              Map.<ResultKind, String>of());
      ResultBlock block = rows.block();
      return new BlockSource.Part(version, block, DayClock.of(block.layout(), BERLIN), null);
    }
  }

  private static Object[][] compared(Run one, Run other) {
    Table table = Comparison.of(ResultKind.UNITS, one.part(), other.part());
    List<String> wanted = List.of("unit", "period", "time", "firstMw", "secondMw", "differenceMw");
    int[] at = wanted.stream().mapToInt(table::indexOf).toArray();
    return table.rows().stream()
        .map(row -> Arrays.stream(at).mapToObj(c -> row[c]).toArray())
        .toArray(Object[][]::new);
  }

  @Test
  void differenceIsTheSecondLessTheFirst() {
    assertArrayEquals(
        new Object[][] {
          {"g", 1L, "2026-10-24T00:00+02:00", 10.0, 12.5, 2.5},
          {"g", 2L, "2026-10-24T01:00+02:00", 20.0, 0.0, -20.0}
        },
        compared(
            new Run().add("g", "a", 1L, 10.0).add("g", "a", 2L, 20.0),
            new Run().add("g", "a", 1L, 12.5).add("g", "a", 2L, 0.0)));
  }

  /** What is not there is not 0, and has no difference. */
  @Test
  void elementsAndPeriodsOfOneSideStayWithTheOtherEmpty() {
    assertArrayEquals(
        new Object[][] {
          {"g", 1L, "2026-10-24T00:00+02:00", 10.0, null, null},
          {"g", 2L, "2026-10-24T01:00+02:00", null, null, null},
          {"h", 2L, "2026-10-24T01:00+02:00", null, 7.0, null}
        },
        compared(
            new Run().add("g", "a", 1L, 10.0).add("g", "a", 2L, null),
            new Run().add("h", "a", 2L, 7.0)));
  }

  @Test
  void unitThatChangedItsOwnerIsTheSameUnit() {
    assertArrayEquals(
        new Object[][] {{"g", 1L, "2026-10-24T00:00+02:00", 10.0, 11.0, 1.0}},
        compared(new Run().add("g", "a", 1L, 10.0), new Run().add("g", "b", 1L, 11.0)));
  }

  /** A date of 25 hours beside one of 24: the last hour is of one side alone. */
  @Test
  void dateOnWhichTheClocksChangeStandsBesideAnother() {
    Run usual = new Run().add("g", "a", 24L, 10.0);
    Run longer = new Run(LONG, 25, 60).add("g", "a", 24L, 11.0).add("g", "a", 25L, 12.0);
    assertArrayEquals(
        new Object[][] {
          {"g", 24L, "2026-10-24T23:00+02:00", 10.0, 11.0, 1.0},
          {"g", 25L, "", null, 12.0, null}
        },
        compared(usual, longer));
    assertArrayEquals(
        new Object[][] {
          {"g", 24L, "2026-10-25T22:00+01:00", 11.0, 10.0, -1.0},
          {"g", 25L, "2026-10-25T23:00+01:00", 12.0, null, null}
        },
        compared(longer, usual));
  }

  /** The whole horizon is no period, and beside the whole horizon of the other. */
  @Test
  void wholeHorizonStandsBesideTheWholeHorizon() {
    Run usual = new Run().add("g", "a", 24L, 10.0).add("g", "a", null, 100.0);
    Run longer = new Run(LONG, 25, 60).add("g", "a", 25L, 12.0).add("g", "a", null, 130.0);
    assertArrayEquals(
        new Object[][] {
          {"g", 24L, "2026-10-24T23:00+02:00", 10.0, null, null},
          {"g", 25L, "", null, 12.0, null},
          {"g", null, "", 100.0, 130.0, 30.0}
        },
        compared(usual, longer));
  }

  @Test
  void periodsOfOtherLengthDoNotStandSideBySide() {
    Run quarters = new Run(SUMMER, 96, 15).add("g", "a", 1L, 1.0);
    Run hours = new Run().add("g", "a", 1L, 1.0);
    assertThrows(IllegalArgumentException.class, () -> compared(quarters, hours));
    assertEquals(1, compared(hours, hours).length);
  }
}
