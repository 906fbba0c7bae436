package org.gridclear.settlement.correction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.synthetic.SyntheticMonth;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Rows: S-16, S-26
class CorrectionTest {
  private static final String DAY1 = "days/2026-10-01/";

  @TempDir private Path folder;
  private InputFiles base;
  private SettlementMonth month;

  /** Files in memory. */
  private record Memory(TreeMap<String, byte[]> files) implements InputFiles {
    static Memory of(InputFiles files) {
      Memory memory = new Memory(new TreeMap<>());
      files.paths().forEach(path -> memory.files.put(path, files.read(path).orElseThrow()));
      return memory;
    }

    static Memory of(String path, String... lines) {
      Memory memory = new Memory(new TreeMap<>());
      memory.put(path, lines);
      return memory;
    }

    void put(String path, String... lines) {
      files.put(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Memory with(Map<String, byte[]> changed) {
      Memory memory = new Memory(new TreeMap<>(files));
      memory.files.putAll(changed);
      return memory;
    }

    String text(String path) {
      return new String(files.get(path), StandardCharsets.UTF_8);
    }

    @Override
    public String place() {
      return "memory";
    }

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<String> paths() {
      return List.copyOf(files.keySet());
    }
  }

  @BeforeEach
  void writeMonth() {
    SyntheticMonth.write(
        new SyntheticMonth.Options(YearMonth.of(2026, 10), 12, 2, 2, 5, 0), folder);
    base = Memory.of(new FolderFiles(folder));
    month = SettlementReader.open(base).month();
  }

  private Memory merged(InputFiles correction) {
    return ((Memory) base).with(Correction.merge(base, correction, month).files());
  }

  private static String header(String id) {
    return id
        + ",series,"
        + IntStream.rangeClosed(1, 96).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }

  private static String row(String id, String series, Map<Integer, String> values) {
    return "%s,%s,%s"
        .formatted(
            id,
            series,
            IntStream.rangeClosed(1, 96)
                .mapToObj(t -> values.getOrDefault(t, ""))
                .collect(Collectors.joining(",")));
  }

  private static List<byte[]> blocks(InputFiles files) {
    SettlementSource source = SettlementReader.open(files);
    List<byte[]> blocks = new ArrayList<>();
    SettlementReader.days(
        source,
        1,
        2,
        day ->
            day.blocks().forEach(block -> blocks.add(SettlementBytes.pack(block, source.month()))));
    return blocks;
  }

  @Test
  void oneIntervalOfOneMeterIsReplacedAndEverythingElseStays() {
    String path = DAY1 + "meters.csv";
    Memory after =
        merged(
            Memory.of(path, header("meter"), row("EUS00007", "forwardMwh", Map.of(5, "0.1234"))));
    List<String> before = ((Memory) base).text(path).lines().toList();
    List<String> now = after.text(path).lines().toList();
    assertEquals(before.size(), now.size());
    for (int i = 0; i < now.size(); i++) {
      String[] cells = before.get(i).split(",");
      if (cells[0].equals("EUS00007")) {
        cells[6] = "0.1234";
      }
      assertEquals(String.join(",", cells), now.get(i));
    }
  }

  @Test
  void intervalsComeOneByOneToo() {
    String path = DAY1 + "meters.csv";
    Memory wide =
        merged(
            Memory.of(path, header("meter"), row("EUS00007", "forwardMwh", Map.of(5, "0.1234"))));
    Memory tall =
        merged(
            Memory.of(
                path,
                "meter,start,end,forwardMwh",
                "EUS00007,2026-10-01T01:00,2026-10-01T01:15,0.1234"));
    assertEquals(wide.text(path), tall.text(path));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-02T01:00, 2026-10-02T01:15, SET-03",
    "2026-10-01T01:00, 2026-10-01T06:15, SET-03",
    "2026-10-01T01:00:30, 2026-10-01T01:15:30, SET-03",
    "2026-09-30T23:59:30, 2026-10-01T00:14:30, SET-03",
    "2026-10-01T01:00, at once, FMT-05"
  })
  void aRowOfAnotherTimeThanAnIntervalOfTheDayIsRefused(String start, String end, String rule) {
    refused(
        Memory.of(
            DAY1 + "meters.csv",
            "meter,start,end,forwardMwh",
            "EUS00007,%s,%s,0.1234".formatted(start, end)),
        rule,
        start);
  }

  @Test
  void aSeriesHasOneActionAndAnIntervalOneColumn() {
    refused(
        Memory.of(
            DAY1 + "meters.csv",
            "meter,start,end,action,forwardMwh",
            "EUS00007,2026-10-01T01:00,2026-10-01T01:15,replace,0.1",
            "EUS00007,2026-10-01T01:15,2026-10-01T01:30,withdraw,0.2"),
        "FMT-03",
        "line 3, action = withdraw");
    refused(
        Memory.of(DAY1 + "meters.csv", "meter,series,2,2", "EUS00007,forwardMwh,0.1,0.2"),
        "SET-01",
        "header = 2");
  }

  @Test
  void randomCorrectionsThereAndBackRestoreEveryByte() {
    List<byte[]> blocks = blocks(base);
    for (int seed = 0; seed < 40; seed++) {
      Random draw = new Random(seed);
      String day = "days/2026-10-0%d/".formatted(1 + draw.nextInt(2));
      Memory correction = new Memory(new TreeMap<>());
      String meter = List.of("EUS00007", "EUS00010", "EWI00003").get(draw.nextInt(3));
      Map<Integer, String> values =
          Map.of(1 + draw.nextInt(48), "0.0%d".formatted(1 + draw.nextInt(9)), 90, "0.3");
      correction.put(day + "meters.csv", header("meter"), row(meter, "forwardMwh", values));
      correction.put(
          "tariffs.csv", "tariff,yuanPerMwh", "10kV,%d.500".formatted(100 + draw.nextInt(90)));
      Correction.Merged merged = Correction.merge(base, correction, month);
      Memory there = ((Memory) base).with(merged.files());
      Memory back = new Memory(new TreeMap<>());
      Map<Integer, String> old = new TreeMap<>();
      for (Change change : merged.changes()) {
        assertTrue(correction.paths().contains(change.path()));
        if (change.path().equals("tariffs.csv")) {
          back.put("tariffs.csv", "tariff,yuanPerMwh", "10kV," + change.before());
        } else {
          old.put(Integer.parseInt(change.field()), change.before());
        }
      }
      back.put(day + "meters.csv", header("meter"), row(meter, "forwardMwh", old));
      Memory restored = there.with(Correction.merge(there, back, month).files());
      base.paths()
          .forEach(
              path ->
                  assertArrayEquals(
                      base.read(path).orElseThrow(), restored.read(path).orElseThrow(), path));
      assertTrue(differ(blocks, blocks(there)));
    }
  }

  private static boolean differ(List<byte[]> a, List<byte[]> b) {
    return IntStream.range(0, a.size()).anyMatch(i -> !java.util.Arrays.equals(a.get(i), b.get(i)));
  }

  @Test
  void seriesIsAddedAndWithdrawnOnlyWhenItIsSaid() {
    String path = DAY1 + "services.csv";
    String id = ((Memory) base).text(path).lines().skip(1).findFirst().orElseThrow().split(",")[0];
    String row = row(id, "nonSpinningMw", Map.of()).replaceAll(",(?=,|$)", ",0");
    refused(Memory.of(path, header("entity"), row), "action add");
    Memory added = Memory.of(path, header("entity") + ",action", row + ",add");
    Memory after = merged(added);
    assertTrue(after.text(path).contains(id + ",nonSpinningMw,0,"));
    base = after;
    refused(added, "there already");
    Memory withdrawn =
        merged(
            Memory.of(
                path,
                header("entity") + ",action",
                row(id, "nonSpinningMw", Map.of()) + ",withdraw"));
    assertTrue(!withdrawn.text(path).contains("nonSpinningMw"));
  }

  @Test
  void contractCurveOfADayStartsFromTheCurveOfAllDays() {
    String path = DAY1 + "curves.csv";
    String all =
        ((Memory) base)
            .text("curves.csv")
            .lines()
            .filter(line -> line.startsWith("C000001,mwh,"))
            .findFirst()
            .orElseThrow();
    Memory after =
        merged(Memory.of(path, header("contract"), row("C000001", "mwh", Map.of(3, "0.5"))));
    String[] cells = all.split(",");
    cells[4] = "0.5";
    assertTrue(after.text(path).contains(String.join(",", cells)), after.text(path));
  }

  @Test
  void multiplierOfOneRecordIsReplacedByIdAndFirstDay() {
    Memory after = merged(Memory.of("meters.csv", "meter,multiplier", "EUS00007,2"));
    assertTrue(after.text("meters.csv").contains("EUS00007,2,"));
    refused(Memory.of("meters.csv", "meter,multiplier,from", "EUS00007,2,2026-10-02"), "EUS00007");
  }

  @ParameterizedTest
  @ValueSource(strings = {"awards.csv", "prices.csv", "services.csv", "meters.csv"})
  void oneValueOfAnySeriesIsReplacedAndAllOthersStay(String file) {
    String path = DAY1 + file;
    List<String> before = ((Memory) base).text(path).lines().toList();
    String[] cells = before.get(2).split(",");
    Map<Integer, String> seventh = Map.of(7, "0.123");
    String key = before.get(0).split(",")[0];
    Memory after = merged(Memory.of(path, header(key), row(cells[0], cells[1], seventh)));
    cells[8] = "0.123";
    List<String> due = new ArrayList<>(before);
    due.set(2, String.join(",", cells));
    assertEquals(due, after.text(path).lines().toList());
    assertTrue(differ(blocksAndPrices(base), blocksAndPrices(after)));
  }

  private static List<byte[]> blocksAndPrices(InputFiles files) {
    SettlementSource source = SettlementReader.open(files);
    List<byte[]> all = new ArrayList<>(blocks(files));
    SettlementReader.days(
        source, 1, 2, day -> all.add(SettlementBytes.pack(day.prices(), source.month())));
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "tariffs.csv, yuanPerMwh, 123.500",
    "offers.csv, startUpYuan, 99.000",
    "members.csv, name, Renamed",
    "entities.csv, capacityMw, 77.0000",
    "contracts.csv, point, P001",
    "before.csv, daMwh, 0"
  })
  void oneFieldOfAnyRecordIsReplacedAndAllOthersStay(String file, String field, String value) {
    List<String> before = ((Memory) base).text(file).lines().toList();
    String[] header = before.get(0).split(",", -1);
    String[] cells = before.get(1).split(",", -1);
    Memory after = merged(Memory.of(file, header[0] + "," + field, cells[0] + "," + value));
    cells[List.of(header).indexOf(field)] = value;
    List<String> due = new ArrayList<>(before);
    due.set(1, String.join(",", cells));
    assertEquals(due, after.text(file).lines().toList());
  }

  @Test
  void recordIsAddedAndWithdrawnAndIsGoneWithoutATrace() {
    String file = "tariffs.csv";
    refused(Memory.of(file, "tariff,yuanPerMwh", "1kV,9"), "action add");
    Memory added = merged(Memory.of(file, "tariff,yuanPerMwh,action", "1kV,9,add"));
    assertTrue(added.text(file).contains("1kV,9,"), added.text(file));
    String before = ((Memory) base).text(file);
    base = added;
    Memory withdrawn = merged(Memory.of(file, "tariff,action", "1kV,withdraw"));
    assertEquals(before, withdrawn.text(file));
  }

  private void refused(InputFiles correction, String... words) {
    InvalidInputException refusal =
        assertThrows(InvalidInputException.class, () -> Correction.merge(base, correction, month));
    for (String word : words) {
      assertTrue(refusal.getMessage().contains(word), refusal::getMessage);
    }
  }
}
