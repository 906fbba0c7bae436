package org.gridclear.settlement.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.synthetic.SyntheticMonth;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Rows: O-17, O-25, Q-29, R-15
class SettlementReaderTest {
  private static final String DAY1 = "days/2026-10-01/";
  private static final String DAY2 = "days/2026-10-02/";

  @TempDir private Path folder;

  @BeforeEach
  void writeMonth() {
    SyntheticMonth.write(
        new SyntheticMonth.Options(YearMonth.of(2026, 10), 12, 2, 2, 5, 0), folder);
  }

  private void edit(String file, UnaryOperator<String> change) throws IOException {
    Path path = folder.resolve(file);
    String before = Files.exists(path) ? Files.readString(path) : "";
    String after = change.apply(before);
    assertTrue(!after.equals(before), "the edit changes nothing");
    Files.createDirectories(path.getParent());
    Files.writeString(path, after);
  }

  private List<SettlementReader.DayInput> read() {
    List<SettlementReader.DayInput> days = new ArrayList<>();
    SettlementReader.days(SettlementReader.open(folder), 1, 2, days::add);
    return days;
  }

  private void refused(String... texts) {
    InvalidInputException refusal = assertThrows(InvalidInputException.class, this::read);
    for (String text : texts) {
      assertTrue(refusal.getMessage().contains(text), refusal::getMessage);
    }
  }

  /** Metered energy of an entity on the first day. */
  private int[] metered(String entity) {
    SettlementSource source = SettlementReader.open(folder);
    int number = source.entity(entity);
    EntityBlock block = read().get(0).blocks().get(0);
    int row =
        IntStream.range(0, block.rows())
            .filter(r -> block.entities()[r] == number)
            .findFirst()
            .orElseThrow();
    int[] column = block.columns()[SettlementColumn.METERED.index()];
    return IntStream.range(row * 96, (row + 1) * 96).map(i -> column[i]).toArray();
  }

  private static String row(String id, String series, String value) {
    return id
        + ","
        + series
        + ","
        + IntStream.range(0, 96).mapToObj(t -> value).collect(Collectors.joining(","))
        + "\n";
  }

  @Test
  void sameSeedGivesTheSameBlocks(@TempDir Path other) {
    SyntheticMonth.write(new SyntheticMonth.Options(YearMonth.of(2026, 10), 12, 2, 2, 5, 0), other);
    List<byte[]> mine = packed(folder);
    List<byte[]> theirs = packed(other);
    for (int i = 0; i < mine.size(); i++) {
      assertArrayEquals(mine.get(i), theirs.get(i));
    }
  }

  private static List<byte[]> packed(Path of) {
    List<byte[]> packed = new ArrayList<>();
    SettlementSource source = SettlementReader.open(of);
    SettlementReader.days(
        source,
        1,
        2,
        day ->
            day.blocks().forEach(block -> packed.add(SettlementBytes.pack(block, source.month()))));
    return packed;
  }

  @Test
  void everyBadRowOfAllFilesIsNamedAtOnce() throws IOException {
    edit(DAY1 + "meters.csv", text -> text + text.lines().skip(1).findFirst().orElseThrow() + "\n");
    edit(DAY2 + "meters.csv", text -> text + row("NOBODY", "forwardMwh", "1"));
    edit(DAY2 + "awards.csv", text -> text.replaceFirst("daMwh,[0-9.]+,", "daMwh,-1,"));
    refused(
        "SET-01 days/2026-10-01/meters.csv",
        "SET-07 days/2026-10-02/meters.csv",
        "NOBODY",
        "SET-04 days/2026-10-02/awards.csv");
  }

  @Test
  void gapIsNamedWithItsInterval() throws IOException {
    edit(DAY1 + "meters.csv", text -> text.replaceFirst("forwardMwh,[0-9.]+,", "forwardMwh,,"));
    refused("SET-02", "interval 1");
  }

  @Test
  void shortRowIsRefused() throws IOException {
    edit(DAY1 + "meters.csv", text -> text.stripTrailing().replaceFirst(",[0-9.]+$", "") + "\n");
    refused("SET-02", "Give 96 values");
  }

  @Test
  void dayOf23HoursIsRefused() throws IOException {
    edit(DAY1 + "prices.csv", text -> text.replaceAll("(?m)(,[^,\n]*){4}$", ""));
    refused("SET-03", "92 intervals", "23 or 25 hours");
  }

  @Test
  void overflowSizedValueIsRefused() throws IOException {
    edit(
        DAY1 + "meters.csv",
        text -> text.replaceFirst("forwardMwh,[0-9.]+,", "forwardMwh,99999999,"));
    refused("SET-05", "99999999", "at most 10000.0000");
  }

  @Test
  void tooManyDecimalsAreRefusedInsteadOfRounded() throws IOException {
    edit(
        DAY1 + "meters.csv",
        text -> text.replaceFirst("forwardMwh,[0-9.]+,", "forwardMwh,1.00001,"));
    refused("FMT-05", "1.00001", "up to 4 decimals");
  }

  @Test
  void missingPriceOfAPointIsNamed() throws IOException {
    edit(DAY2 + "prices.csv", text -> text.replaceAll("(?m)^P002,.*\n", ""));
    refused("SET-08", "point P002");
  }

  @Test
  void unknownReferencesOfTheRegistryAreNamed() throws IOException {
    edit("entities.csv", text -> text.replaceFirst(",220kV,", ",9kV,"));
    edit("relations.csv", text -> text.replaceFirst("EUS00007,US00007", "EUS00007,US99999"));
    refused("SET-07", "9kV", "US99999");
  }

  @Test
  void overlappingRecordsAreRefused() throws IOException {
    edit("tariffs.csv", text -> text + "10kV,100.000,2026-10-15,\n");
    refused("SET-06", "10kV");
  }

  @Test
  void sharesOfAMeterAboveOneAreRefused() throws IOException {
    edit("relations.csv", text -> text + "EUS00007,RE00005,1,0.2,,\n");
    refused("SET-11", "meter EUS00007");
  }

  @Test
  void aShareThatPassesFromOneEntityToAnotherIsAtMostOneOnEveryDay() throws IOException {
    edit(
        "relations.csv",
        text ->
            text.replace(
                "EUS00007,US00007,1,1,,\n",
                "EUS00007,US00007,1,0.6,,\n"
                    + "EUS00007,RE00005,1,0.4,,2026-10-01\n"
                    + "EUS00007,US00010,1,0.4,2026-10-02,\n"));
    assertEquals(2, read().size());
  }

  @Test
  void intervalsOneByOneGiveTheSameAsAWholeRow() throws IOException {
    int[] before = metered("US00007");
    String wide = Files.readString(folder.resolve(DAY1 + "meters.csv"));
    StringBuilder rows = new StringBuilder("meter,start,end,forwardMwh,reverseMwh\n");
    wide.lines()
        .skip(1)
        .forEach(
            line -> {
              String[] cells = line.split(",");
              for (int t = 0; t < 96; t++) {
                rows.append(cells[0])
                    .append(',')
                    .append(YearMonth.of(2026, 10).atDay(1).atStartOfDay().plusMinutes(15L * t))
                    .append(',')
                    .append(
                        YearMonth.of(2026, 10).atDay(1).atStartOfDay().plusMinutes(15L * t + 15))
                    .append(',')
                    .append(cells[t + 2])
                    .append(",0\n");
              }
            });
    edit(DAY1 + "meters.csv", text -> rows.toString());
    assertArrayEquals(before, metered("US00007"));
    edit(
        DAY1 + "meters.csv",
        text -> text + rows.toString().lines().skip(1).findFirst().orElseThrow());
    refused("SET-01");
    String seconds = rows.toString().replaceAll("(T\\d\\d:\\d\\d)", "$1:30");
    edit(DAY1 + "meters.csv", text -> seconds);
    refused("SET-03", "T00:00:30 to ");
  }

  @Test
  void registersRollOverAndCountWithTheirMultiplier() throws IOException {
    int[] before = metered("US00007");
    edit("meters.csv", text -> text + "REG1,2,1000,,2026-10-01\n");
    edit("relations.csv", text -> text + "REG1,US00007,1,1,,\n");
    StringBuilder header = new StringBuilder("meter");
    StringBuilder readings = new StringBuilder("REG1");
    for (int t = 0; t <= 96; t++) {
      header.append(',').append(t);
      readings.append(',').append((950 + t) % 1000);
    }
    edit(DAY1 + "registers.csv", text -> header + "\n" + readings + "\n");
    int[] after = metered("US00007");
    for (int t = 0; t < 96; t++) {
      assertEquals(
          before[t] - 20_000, after[t], "a user's energy is negative, 1 unit x 2 an interval");
    }
  }

  @Test
  void splittingAMeterInTwoLeavesTheEnergy() throws IOException {
    int[] before = metered("US00007");
    edit("meters.csv", text -> text + "HALF,1,0,,2026-10-01\n");
    edit("relations.csv", text -> text + "HALF,US00007,1,1,,\n");
    edit(
        DAY1 + "meters.csv",
        text -> {
          StringBuilder rows = new StringBuilder();
          for (String line : text.split("\n")) {
            if (!line.startsWith("EUS00007,")) {
              rows.append(line).append('\n');
              continue;
            }
            String[] cells = line.split(",");
            StringBuilder first = new StringBuilder("EUS00007,forwardMwh");
            StringBuilder second = new StringBuilder("HALF,forwardMwh");
            for (int t = 2; t < cells.length; t++) {
              java.math.BigDecimal whole = new java.math.BigDecimal(cells[t]);
              java.math.BigDecimal part =
                  whole.divide(new java.math.BigDecimal(3), 4, java.math.RoundingMode.DOWN);
              first.append(',').append(part.toPlainString());
              second.append(',').append(whole.subtract(part).toPlainString());
            }
            rows.append(first).append('\n').append(second).append('\n');
          }
          return rows.toString();
        });
    assertArrayEquals(before, metered("US00007"));
  }

  @Test
  void aggregatorHasTheResponseOfItsLoads() throws IOException {
    edit("entities.csv", text -> text + "LOAD1,MRE00006,Load 1,response,P001,,1,0,0,0,RE00006,,\n");
    edit(
        DAY1 + "services.csv",
        text ->
            text + row("LOAD1", "responseMwh", "0.5") + row("LOAD1", "responseCalledMwh", "0.5"));
    SettlementSource source = SettlementReader.open(folder);
    EntityBlock block = read().get(0).blocks().get(0);
    int[] column = block.columns()[SettlementColumn.RESPONSE.index()];
    for (int r = 0; r < block.rows(); r++) {
      if (block.entities()[r] == source.entity("LOAD1")) {
        assertEquals(0, column[r * 96]);
      }
      if (block.entities()[r] == source.entity("RE00006")) {
        assertEquals(5_000, column[r * 96]);
      }
    }
  }

  @Test
  void sprinkledErrorsAreAllRefused(@TempDir Path other) {
    SyntheticMonth.write(new SyntheticMonth.Options(YearMonth.of(2026, 10), 12, 2, 2, 5, 5), other);
    folder = other;
    refused("SET-01", "SET-02", "SET-04", "SET-05", "SET-07");
  }

  @Test
  void weekSegmentsNeverLeaveTheMonth() {
    var month = SettlementReader.open(folder).month(); // October 2026 begins on a Thursday
    assertEquals(0, month.week(4));
    assertEquals(1, month.week(5));
    assertEquals(4, month.week(31));
  }
}
