package org.gridclear.settlement.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.settlement.table.PlainCell;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;

/** Seeded broken files: rows and issues beside those of a reader by the letter of the rules. */
class SeriesFileTest {
  private static final int INTERVALS = 24;
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final Map<String, SeriesFile.Kind> KINDS =
      Map.of(
          "forwardMwh", new SeriesFile.Kind(Measure.MWH, false),
          "daMwh", new SeriesFile.Kind(Measure.MWH, true),
          "daEnergy", new SeriesFile.Kind(Measure.PRICE, true));
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "-",
          ".",
          "-.",
          "-0",
          "0",
          "00",
          "5.",
          ".5",
          "-.5",
          "-5.",
          "1.2.3",
          "--1",
          "1-",
          "+1",
          "1e3",
          "\t1",
          "1\t",
          " 7 ",
          "7 ",
          " 7",
          "-1.5",
          "-0.0001",
          "12345678",
          "1234567",
          "123456.7",
          "10000",
          "10000.0000",
          "10000.0001",
          "100000",
          "100000.001",
          "-100000",
          "99999999999999",
          "123456789012345",
          "0000000000000001",
          "0.00001",
          "0.00010",
          "3.14159",
          "3.1415",
          "2.5000000",
          "99999999999999999999",
          "１",
          "1/2",
          "1:2",
          "9.99a",
          "\u00001",
          "1;2");

  /** Takes whole rows as texts. */
  private static final class Rows implements SeriesFile.Target {
    private final List<String> rows = new ArrayList<>();
    private final boolean gaps;

    Rows(boolean gaps) {
      this.gaps = gaps;
    }

    @Override
    public Optional<SeriesFile.Kind> kind(String series) {
      return Optional.ofNullable(KINDS.get(series));
    }

    @Override
    public boolean gaps() {
      return gaps;
    }

    @Override
    public void accept(String id, String series, int[] values, int line) {
      rows.add(line + " " + id + " " + series + " " + Arrays.toString(values));
    }
  }

  private static String header() {
    return IntStream.rangeClosed(1, INTERVALS)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(",", "id,series,", "\n"));
  }

  private static String cell(Random random, int odd) {
    if (random.nextInt(100) < odd) {
      return ODD.get(random.nextInt(ODD.size()));
    }
    String number = String.valueOf(random.nextInt((int) Math.pow(10, 1 + random.nextInt(5))));
    int decimals = random.nextInt(5);
    return decimals == 0
        ? number
        : number + "." + (1 + random.nextInt((int) Math.pow(10, decimals)));
  }

  private static String file(Random random) {
    StringBuilder text = new StringBuilder(header());
    List<String> series = new ArrayList<>(KINDS.keySet());
    series.sort(null);
    series.add("unknown");
    int odd = random.nextInt(4) == 0 ? 0 : random.nextInt(30);
    int rows = random.nextInt(12);
    for (int r = 0; r < rows; r++) {
      int cells = INTERVALS + (random.nextInt(12) == 0 ? random.nextInt(5) - 2 : 0);
      String name = series.get(random.nextInt(random.nextInt(8) == 0 ? 4 : 3));
      String id = "E" + random.nextInt(6);
      text.append(
          switch (random.nextInt(25)) {
            case 0 -> "";
            case 1 -> id;
            case 2 -> id + ",";
            case 3 -> " " + id + " , " + name + (random.nextBoolean() ? "," : "");
            default ->
                IntStream.range(0, cells)
                    .mapToObj(c -> cell(random, odd))
                    .collect(Collectors.joining(",", id + "," + name + ",", ""));
          });
      text.append(
          random.nextInt(6) == 0 ? "\r\n" : r + 1 < rows || random.nextBoolean() ? "\n" : "");
    }
    return text.toString();
  }

  /** The rules by their letter, on strings. */
  private record Oracle(Rows rows, IssueLog log) {
    void read(String text) {
      Set<String> seen = new HashSet<>();
      String[] lines = text.split("\n", -1);
      for (int l = 1; l < lines.length; l++) {
        if (!lines[l].isEmpty() && !lines[l].equals("\r")) {
          row(lines[l].split(",", -1), l + 1, seen);
        }
      }
    }

    private void row(String[] cells, int line, Set<String> seen) {
      String place = "line " + line;
      String id = cells[0].strip();
      String series = cells.length > 1 ? cells[1].strip() : "";
      SeriesFile.Kind kind = KINDS.get(series);
      if (kind == null) {
        log.add(Rule.FIELD_KNOWN, place, "series", series, "This file has no such series.");
        return;
      }
      if (!seen.add(id + "," + series)) {
        log.add(
            Rule.INTERVAL_ONCE,
            place,
            id,
            series,
            "The series is given twice; remove one of the rows.");
        return;
      }
      int given = Math.max(0, cells.length - 2);
      int[] values = new int[INTERVALS];
      for (int t = 0; t < Math.min(given, INTERVALS); t++) {
        values[t] = value(cells[t + 2], kind, place, id + " interval " + (t + 1));
      }
      if (given != INTERVALS) {
        log.add(
            given < INTERVALS ? Rule.INTERVALS_WHOLE : Rule.DAY_LENGTH,
            place,
            id,
            series,
            "Give 24 values; there are %s.".formatted(given < INTERVALS ? given : "more"));
        return;
      }
      rows.accept(id, series, values, line);
    }

    private int value(String cell, SeriesFile.Kind kind, String place, String field) {
      int decimals = kind.measure().decimals();
      String text = cell.replaceAll("^ +", "").replaceAll("[ \r]+$", "");
      String shown = cell.strip();
      if (text.isEmpty()) {
        if (rows.gaps()) {
          return SeriesFile.GAP;
        }
        log.add(Rule.INTERVALS_WHOLE, place, field, "", "Give a value, 0 if there was nothing.");
        return 0;
      }
      String after = text.replaceAll("^[^.]*\\.?", "");
      int digits = text.replaceAll("[^0-9]", "").length();
      int missing = Math.max(0, decimals - after.length());
      boolean number =
          text.matches("-?(\\d+\\.?\\d*|\\.\\d+)")
              && digits + missing <= 17
              && after.replaceAll("0+$", "").length() <= decimals;
      boolean large = shown.matches("-?\\d+(\\.\\d{0,%d}0*)?".formatted(decimals));
      if (!number && !large) {
        log.add(
            Rule.FIELD_TYPE,
            place,
            field,
            shown,
            "Give a number with up to %d decimals.".formatted(decimals));
        return 0;
      }
      BigDecimal value = new BigDecimal(shown).movePointRight(decimals);
      if (value.signum() < 0 && !kind.negativeAllowed()) {
        log.add(
            Rule.ENERGY_NOT_NEGATIVE,
            place,
            field,
            shown,
            "The direction is in the name of the series.");
        return 0;
      }
      if (!number || value.abs().compareTo(BigDecimal.valueOf(kind.measure().bound())) > 0) {
        log.add(
            Rule.VALUE_IN_BOUNDS,
            place,
            field,
            shown,
            kind.measure() == Measure.MWH
                ? "Check the unit: it is MWh, at most 10000.0000."
                : "Check the unit: it is yuan/MWh, at most 100000.000.");
        return 0;
      }
      return value.intValueExact();
    }
  }

  @Test
  void brokenFilesGiveTheRowsAndIssuesOfTheRulesByTheirLetter() {
    int rows = 0;
    int issues = 0;
    for (int seed = 0; seed < 400; seed++) {
      String text = file(new Random(seed));
      boolean gaps = seed % 5 == 0;
      Rows expected = new Rows(gaps);
      IssueLog expectedLog = new IssueLog("x.csv");
      new Oracle(expected, expectedLog).read(text);
      Rows read = new Rows(gaps);
      IssueLog log = new IssueLog("x.csv");
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertTrue(new SeriesFile("x.csv", DAY, INTERVALS, log, read).read(Optional.of(bytes), true));
      assertEquals(expected.rows, read.rows, "seed " + seed);
      assertEquals(expectedLog.issues(), log.issues(), "seed " + seed);
      rows += read.rows.size();
      issues += log.issues().size();
    }
    assertTrue(rows > 500 && issues > 1000, rows + " rows, " + issues + " issues");
  }

  @Test
  void everyNumberOfFourDecimalsUpToSevenCharactersIsItself() {
    for (int value = 0; value < 10_000_000; value += 71) {
      String cell = new BigDecimal(value).movePointLeft(4).toString();
      byte[] line = (cell + ",       ").getBytes(StandardCharsets.US_ASCII);
      long read = PlainCell.parse(line, 0, line.length, 4, 0, Measure.MWH.bound());
      assertEquals(value, PlainCell.value(read), cell);
      assertEquals(cell.length(), PlainCell.length(read), cell);
    }
  }
}
