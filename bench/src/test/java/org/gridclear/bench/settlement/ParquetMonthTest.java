package org.gridclear.bench.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.gridclear.cli.GridClear;
import org.gridclear.file.Sha256;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.synthetic.SyntheticMonth;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series in Parquet, written by another program, are held to what those in CSV are held to. */
// Rows: O-21, O-22
class ParquetMonthTest {
  private static final String DAY = "days/2026-10-01/";
  private static final String METERS = DAY + "meters";

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path csv;
  private static Connection peer;

  @BeforeAll
  static void month() throws SQLException {
    csv = shared.resolve("csv");
    SyntheticMonth.write(new SyntheticMonth.Options(YearMonth.of(2026, 10), 30, 3, 1, 5, 0), csv);
    peer = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
  }

  @AfterAll
  static void close() throws SQLException {
    peer.close();
  }

  private Path parquet(String type, String options) throws IOException, SQLException {
    Path target = folder.resolve(Sha256.hex((type + options).getBytes(StandardCharsets.UTF_8)));
    new ParquetMonth(peer, type, options).write(csv, target);
    return target;
  }

  /** Hashes of all blocks and prices. */
  private static List<String> hashes(Path month) {
    SettlementSource source = SettlementReader.open(month);
    List<String> hashes = new ArrayList<>();
    SettlementReader.days(
        source,
        1,
        source.month().days(),
        day -> {
          hashes.add(Sha256.hex(SettlementBytes.pack(day.prices(), source.month())));
          day.blocks()
              .forEach(
                  block -> hashes.add(Sha256.hex(SettlementBytes.pack(block, source.month()))));
        });
    return hashes;
  }

  private static List<String> issues(Path month) {
    return assertThrows(InvalidInputException.class, () -> hashes(month)).issues().stream()
        .map(Issue::toString)
        .toList();
  }

  @Test
  void blocksAreThoseOfTheSameSeriesInCsv() throws IOException, SQLException {
    List<String> expected = hashes(csv);
    assertEquals(2, expected.size(), "prices and a block");
    for (Map.Entry<String, String> each :
        Map.of(
                "DECIMAL(9,4)", "COMPRESSION snappy",
                "DECIMAL(15,4)", "COMPRESSION zstd",
                "DECIMAL(20,6)", "COMPRESSION gzip",
                "DECIMAL(12,5)", "COMPRESSION lz4_raw, PARQUET_VERSION V2",
                "DOUBLE", "COMPRESSION uncompressed")
            .entrySet()) {
      assertEquals(expected, hashes(parquet(each.getKey(), each.getValue())), each.toString());
    }
  }

  @Test
  void rowsByIntervalAreTakenToo() throws IOException, SQLException {
    List<String> expected = hashes(csv);
    Path month = parquet("DECIMAL(9,4)", "COMPRESSION snappy");
    Path text = folder.resolve("long.csv");
    Files.writeString(text, byInterval(Files.readAllLines(csv.resolve(METERS + ".csv"))));
    Files.delete(month.resolve(METERS + ".parquet"));
    new ParquetMonth(peer, "DECIMAL(18,4)", "COMPRESSION zstd, ROW_GROUP_SIZE 2048")
        .copy(text, month.resolve(METERS + ".parquet"));
    assertEquals(expected, hashes(month));
  }

  /** Forward energy by interval; other series stay out, so meters with both would be missed. */
  private static String byInterval(List<String> lines) {
    Map<String, String[]> forward = new TreeMap<>();
    Map<String, String[]> reverse = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      (cells[1].equals("forwardMwh") ? forward : reverse).put(cells[0], cells);
    }
    StringBuilder text = new StringBuilder("meter,start,end,forwardMwh,reverseMwh\n");
    for (String meter : forward.keySet()) {
      String[] none = new String[98];
      Arrays.fill(none, "0");
      for (int t = 0; t < 96; t++) {
        text.append(meter).append(',').append(time(t)).append(',').append(time(t + 1));
        text.append(',').append(forward.get(meter)[t + 2]);
        text.append(',').append(reverse.getOrDefault(meter, none)[t + 2]).append('\n');
      }
    }
    return text.toString();
  }

  private static String time(int interval) {
    return LocalDate.of(2026, 10, 1).atStartOfDay().plusMinutes(15L * interval).toString();
  }

  @Test
  void badCellsAreNamedByRowAsThoseOfCsvAreByLine() throws IOException, SQLException {
    List<String> lines = new ArrayList<>(Files.readAllLines(csv.resolve(METERS + ".csv")));
    lines.set(1, changed(lines.get(1), 7, "12345678.5"));
    lines.set(2, changed(lines.get(2), 8, "-1"));
    lines.set(3, changed(lines.get(3), 9, "1.00001"));
    lines.set(4, changed(lines.get(4), 10, ""));
    lines.set(5, changed(lines.get(5), 0, "nobody"));
    lines.set(6, changed(lines.get(6), 1, "sidewaysMwh"));
    lines.add(lines.get(7));
    Path both = copy(csv, folder.resolve("both"));
    Files.write(both.resolve(METERS + ".csv"), lines);
    List<String> expected =
        issues(both).stream()
            .map(text -> text.replace("meters.csv", "meters.parquet"))
            .map(ParquetMonthTest::row)
            .toList();
    assertTrue(expected.size() >= 7, expected::toString);

    Path text = both.resolve(METERS + ".csv");
    new ParquetMonth(peer, "DECIMAL(18,5)", "COMPRESSION snappy")
        .copy(text, both.resolve(METERS + ".parquet"));
    assertTrue(issues(both).get(0).contains("meters.parquet"), "two sources");
    Files.delete(text);
    assertEquals(expected, issues(both));
  }

  private static String row(String issue) {
    return Pattern.compile("line (\\d+)")
        .matcher(issue)
        .replaceAll(found -> "row " + (Integer.parseInt(found.group(1)) - 1));
  }

  @Test
  void aSeriesInTwoColumnsIsRefused() throws IOException {
    Path both = copy(csv, folder.resolve("both"));
    List<String> lines = new ArrayList<>(List.of("meter,start,end,forwardMwh,forwardMwh"));
    lines.add("EWI00003,2026-10-01T00:00,2026-10-01T00:15,1,1");
    Files.write(both.resolve(METERS + ".csv"), lines);
    assertTrue(issues(both).get(0).contains("Two columns have this name"));
  }

  private static String changed(String line, int cell, String value) {
    String[] cells = line.split(",", -1);
    cells[cell] = value;
    return String.join(",", cells);
  }

  @Test
  void filesThatCannotBeExactOrAreDamagedAreRefused() throws IOException, SQLException {
    Path month = parquet("DECIMAL(9,4)", "COMPRESSION snappy");
    Path meters = month.resolve(METERS + ".parquet");
    byte[] whole = Files.readAllBytes(meters);
    new ParquetMonth(peer, "FLOAT", "COMPRESSION snappy")
        .copy(csv.resolve(METERS + ".csv"), meters);
    assertTrue(issues(month).get(0).contains("column 1"), "seven digits");
    new ParquetMonth(peer, "VARCHAR", "COMPRESSION snappy")
        .copy(csv.resolve(METERS + ".csv"), meters);
    assertTrue(issues(month).get(0).contains("column 1"), "texts");
    new ParquetMonth(peer, "DECIMAL(9,4)", "COMPRESSION brotli")
        .copy(csv.resolve(METERS + ".csv"), meters);
    assertTrue(issues(month).get(0).contains("BROTLI"), "codec");
    Files.write(meters, Arrays.copyOf(whole, whole.length - 9));
    assertTrue(issues(month).get(0).contains("meters.parquet"), "cut off");
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 4, whole.length / 2, (byte) 0x5A);
    Files.write(meters, damaged);
    assertTrue(issues(month).get(0).contains("meters.parquet"), "damaged");
    Files.write(meters, whole);
    Files.write(month.resolve("offers.parquet"), whole);
    assertTrue(issues(month).get(0).contains("offers.parquet"), "no series");
  }

  @Test
  @Tag("slow")
  void aCloseKeepsThemAndIsAuditedAndCorrectedAsThatOfCsv() throws IOException, SQLException {
    Path month = parquet("DOUBLE", "COMPRESSION snappy");
    List<String> lines = Files.readAllLines(csv.resolve(METERS + ".csv"));
    Path correction = folder.resolve("correction");
    Files.createDirectories(correction.resolve(DAY));
    Files.write(
        correction.resolve(METERS + ".csv"),
        List.of(lines.get(0), changed(lines.get(1), 20, "0.0007")));
    List<String> books = new ArrayList<>();
    for (Path each : List.of(csv, month)) {
      String of = folder.resolve(each.equals(csv) ? "of-csv" : "of-parquet").toString();
      run("settle", "month", each.toString(), "--out", of);
      run("settle", "audit", of);
      run(
          "settle",
          "correct",
          of,
          correction.toString(),
          "--reason",
          "reading",
          "--out",
          of + "-2");
      run("settle", "audit", of + "-2");
      for (String close : List.of(of, of + "-2")) {
        try (CloseFolder kept = CloseFolder.open(Path.of(close))) {
          books.add(kept.record().bookHash());
        }
      }
    }
    assertEquals(books.subList(0, 2), books.subList(2, 4));
    assertTrue(!books.get(0).equals(books.get(1)), "the correction changed nothing");
    try (CloseFolder kept = CloseFolder.open(folder.resolve("of-parquet-2"))) {
      assertTrue(kept.record().inputs().containsKey(METERS + ".csv"));
      assertTrue(!kept.record().inputs().containsKey(METERS + ".parquet"));
      assertTrue(kept.record().inputs().containsKey(DAY + "awards.parquet"));
    }
  }

  private static void run(String... words) {
    assertEquals(0, GridClear.run(words), () -> String.join(" ", words));
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to;
  }
}
