package org.gridclear.cli;

import static org.gridclear.cli.MonthOnDisk.DAY2;
import static org.gridclear.cli.MonthOnDisk.changes;
import static org.gridclear.cli.MonthOnDisk.correct;
import static org.gridclear.cli.MonthOnDisk.correction;
import static org.gridclear.cli.MonthOnDisk.done;
import static org.gridclear.cli.MonthOnDisk.header;
import static org.gridclear.cli.MonthOnDisk.intervals;
import static org.gridclear.cli.MonthOnDisk.record;
import static org.gridclear.cli.MonthOnDisk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.settlement.close.CloseRecord;
import org.gridclear.settlement.folder.RuleBookReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections start from what the close kept, change what they name and nothing else. */
// Rows: S-06, S-27, S-29
class SettleCorrectTest {
  private static final String METERS = DAY2 + "meters.csv";

  @TempDir private Path temp;
  private MonthOnDisk month;

  @BeforeEach
  void writeMonth() {
    month = MonthOnDisk.write(temp.resolve("live"));
  }

  private Path meter(String value) throws IOException {
    return correction(
        temp.resolve("c" + value),
        METERS,
        header("meter"),
        "EUS00007,forwardMwh," + intervals(value));
  }

  /** Deviations, which are no share of a pool, are changed of one entity only. */
  private static void onlyChanges(Path close, String entity) throws IOException {
    List<String> own = changes(close).stream().filter(row -> row.contains(",DEVIATION,")).toList();
    assertFalse(own.isEmpty(), "its deviation changes");
    assertTrue(own.stream().allMatch(row -> row.startsWith(entity + ",")), () -> own + "");
  }

  @Test
  void entityAddedAndRecodedInTheLiveFolderChangesNothingOfACorrection() throws IOException {
    Path first = month.close(temp.resolve("v1"));
    month.edit("entities.csv", text -> text.replace("\nUS00007,", "\nZZ00007,"));
    month.edit("relations.csv", text -> text.replace(",US00007,", ",ZZ00007,"));
    month.edit("entities.csv", text -> text + "AA00000,MUS00010,A,user,P001,10kV,0,0,0,0,,,\n");
    Path second = temp.resolve("v2");
    done(correct(first, meter("0.1"), second));
    onlyChanges(second, "US00007");
    done("settle", "audit", second.toString(), "--sample", "0");
    done("settle", "verify", second.toString());
  }

  @Test
  void tariffChangedLaterHasNoEffectOnTheMonth() throws IOException {
    Path first = month.close(temp.resolve("v1"));
    month.edit("tariffs.csv", text -> text.replaceAll(",\\d+\\.\\d+,", ",999.000,"));
    Path second = temp.resolve("v2");
    done(correct(first, meter("0.1"), second));
    onlyChanges(second, "US00007");
    assertTrue(
        changes(second).stream()
            .filter(row -> row.contains(",TRANSMISSION,"))
            .allMatch(row -> row.startsWith("US00007,TRANSMISSION,2026-10-02")));
  }

  @Test
  void bookApprovedLaterIsAStepByItself() throws IOException {
    Path first = month.close(temp.resolve("v1"));
    String text =
        RuleBookReader.defaultText()
            .replace(
                "serviceYuanPerMwh: {value: \"0.300\"", "serviceYuanPerMwh: {value: \"0.350\"");
    Path book = Files.writeString(temp.resolve("book.yaml"), text);
    String[] rules = {"settle", "rules", first.toString(), "--book", book.toString(), "--by", "an"};
    done(rules);
    String[] step = {
      "settle",
      "correct",
      first.toString(),
      "--book",
      book.toString(),
      "--reason",
      "new rules",
      "--out",
      temp.resolve("v3").toString(),
      "--quiet"
    };
    assertTrue(refused(step).contains("no approval"), "nobody approved it");
    String[] approve = Arrays.copyOf(rules, 8);
    approve[6] = "bo";
    approve[7] = "--approve";
    done(approve);
    Path second = temp.resolve("v2");
    done(correct(first, meter("0.1"), second));
    assertTrue(
        changes(second).stream()
            .filter(row -> row.contains(",SERVICE_FEE,"))
            .allMatch(row -> row.startsWith("US00007,")),
        "the old month keeps its book");
    step[2] = second.toString();
    done(step);
    assertTrue(
        changes(temp.resolve("v3")).stream()
            .anyMatch(row -> row.contains(",SERVICE_FEE,") && !row.startsWith("US00007,")));
    done("settle", "verify", temp.resolve("v3").toString());
  }

  /** A day of readings that rise by a step in every interval. */
  private static String readings(String meter, String step) {
    return meter
        + ","
        + IntStream.rangeClosed(0, 96)
            .mapToObj(t -> new BigDecimal(step).multiply(BigDecimal.valueOf(t)).toPlainString())
            .collect(Collectors.joining(","));
  }

  private static String registerHeader() {
    return "meter," + MonthOnDisk.numbers(0);
  }

  private void useRegisters() throws IOException {
    month.edit(METERS, text -> text.replaceAll("(?m)^EUS000(07|10),.*\n", ""));
    Files.write(
        month.folder().resolve(DAY2 + "registers.csv"),
        List.of(registerHeader(), readings("EUS00007", "0.05"), readings("EUS00010", "0.05")));
  }

  @Test
  void registerCorrectedThroughIntervalsIsReplacedNotAdded() throws IOException {
    useRegisters();
    Path first = month.close(temp.resolve("v1"));
    Path second = temp.resolve("v2");
    done(correct(first, meter("0.1"), second));
    onlyChanges(second, "US00007");
    String explained =
        done(
            "settle",
            "explain",
            second.toString(),
            "--entity",
            "US00007",
            "--item",
            "DEVIATION",
            "--day",
            "2026-10-02",
            "--interval",
            "7");
    assertTrue(explained.contains("meteredMwh = -0.1000"), explained);
    assertTrue(
        Files.readString(second.resolve("corrections.csv"))
            .contains("registers.csv,EUS00007 forwardMwh,5,withdraw"));
  }

  @Test
  void oneRegisterOfSeveralIsCorrectedAndTheOthersStay() throws IOException {
    useRegisters();
    Path first = month.close(temp.resolve("v1"));
    Path one =
        correction(
            temp.resolve("c"),
            DAY2 + "registers.csv",
            registerHeader(),
            readings("EUS00010", "0.1"));
    Path second = temp.resolve("v2");
    done(correct(first, one, second));
    onlyChanges(second, "US00010");
  }

  @Test
  void oneEventOfSeveralIsCorrectedAndTheOthersStay() throws IOException {
    Files.write(
        month.folder().resolve(DAY2 + "events.csv"),
        List.of(
            "entity,item,quantity,yuan,remark",
            "TH00000,BLACK_START,1,100,first",
            "TH00000,BLACK_START,1,50,second",
            "TH00000,REACTIVE_POWER,1,10,"));
    Path first = month.close(temp.resolve("v1"));
    Path unclear =
        correction(
            temp.resolve("c0"), DAY2 + "events.csv", "entity,item,yuan", "TH00000,BLACK_START,70");
    assertTrue(refused(correct(first, unclear, temp.resolve("x"))).contains("2 records"));
    Path clear =
        correction(
            temp.resolve("c1"),
            DAY2 + "events.csv",
            "entity,item,yuan,remark",
            "TH00000,BLACK_START,70,second");
    Path second = temp.resolve("v2");
    done(correct(first, clear, second));
    assertTrue(
        changes(second).contains("TH00000,BLACK_START,2026-10-02,150.000,170.000,20.000"),
        "the first event stays");
    assertTrue(changes(second).stream().noneMatch(row -> row.contains("REACTIVE_POWER")));
  }

  @Test
  void secondCorrectionOfACloseIsRefusedOrMergedAndTheOldVersionIsNotBilled() throws IOException {
    Path first = month.close(temp.resolve("v1"));
    Path second = temp.resolve("v2");
    done(correct(first, meter("0.1"), second));
    Path other =
        correction(
            temp.resolve("other"),
            METERS,
            header("meter"),
            "EUS00010,forwardMwh," + intervals("0.15"));
    String text = refused(correct(first, other, temp.resolve("v3")));
    assertTrue(text.contains("v2"), text);
    assertTrue(refused("settle", "bill", first.toString(), "--all").contains("v2"));
    Path elsewhere = Files.move(second, temp.resolve("elsewhere"));
    text = refused(correct(first, other, temp.resolve("v3")));
    assertTrue(text.contains("not there") && text.contains("successor.txt"), text);
    Files.move(elsewhere, second);
    assertTrue(
        refused(correct(first, meter("0.12"), temp.resolve("v3"), "--merge"))
            .contains("changed by a later version too"));
    done(correct(first, other, temp.resolve("v3"), "--merge"));
    assertEquals("../v2", record(temp.resolve("v3")).previous());
    onlyChanges(temp.resolve("v3"), "US00010");
  }

  @Test
  void correctionOfNothingChangesNothingAndThereAndBackRestoresEveryHash() throws IOException {
    Path first = month.close(temp.resolve("v1"));
    String line = month.line(METERS, "EUS00007,forwardMwh,");
    Path same = correction(temp.resolve("same"), METERS, header("meter"), line);
    Path fourth = temp.resolve("v4");
    done(correct(first, same, temp.resolve("v2")));
    equalHashes(record(first), record(temp.resolve("v2")));
    assertEquals(List.of(), changes(temp.resolve("v2")));
    done(correct(temp.resolve("v2"), meter("0.1"), temp.resolve("v3")));
    assertNotEquals(record(first).bookHash(), record(temp.resolve("v3")).bookHash());
    done(correct(temp.resolve("v3"), same, fourth));
    equalHashes(record(first), record(fourth));
    for (String table : List.of("items.csv", "totals.csv", "trial-balance.csv")) {
      assertEquals(Files.readString(first.resolve(table)), Files.readString(fourth.resolve(table)));
    }
    done("settle", "verify", fourth.toString());
  }

  private static void equalHashes(CloseRecord a, CloseRecord b) {
    assertEquals(a.inputs(), b.inputs());
    assertEquals(a.monthHash(), b.monthHash());
    assertEquals(a.priceHashes(), b.priceHashes());
    assertEquals(a.blockHashes(), b.blockHashes());
    assertEquals(a.unitKeys(), b.unitKeys());
    assertEquals(a.bookHash(), b.bookHash());
  }

  @Test
  void registryRecordCorrectedByKeyMovesOneEntityFromADay() throws IOException {
    Path first = month.close(temp.resolve("v1"));
    String header = month.text("entities.csv").lines().findFirst().orElseThrow();
    String row = month.line("entities.csv", "US00007,");
    String[] cells = Arrays.copyOf(row.split(",", -1), header.split(",").length);
    cells[cells.length - 1] = "2026-10-02";
    String ended = "replace," + String.join(",", cells);
    cells[1] = month.line("entities.csv", "US00010,").split(",")[1];
    cells[cells.length - 2] = "2026-10-03";
    cells[cells.length - 1] = "";
    Path moved =
        correction(
            temp.resolve("moved"),
            "entities.csv",
            "action," + header,
            ended,
            "add," + String.join(",", cells));
    Path second = temp.resolve("v2");
    done(correct(first, moved, second));
    assertTrue(
        Files.readString(second.resolve("corrections.csv")).contains("entities.csv,US00007,to,"));
    done("settle", "audit", second.toString(), "--sample", "0");
  }

  @Test
  void emptyAndUnknownCorrectionsAreRefusedByName() throws IOException {
    Path first = month.close(temp.resolve("v1"));
    Path empty = Files.createDirectories(temp.resolve("empty"));
    assertTrue(refused(correct(first, empty, temp.resolve("x"))).contains("no file"));
    named(first, METERS, List.of(header("meter")), "no row");
    named(first, DAY2 + "meter.csv", List.of(header("meter")), "days/<date>/meters.csv");
    String seven = "EUS00007,forwardMwh,";
    named(
        first,
        METERS,
        List.of(header("meter"), "EUS0007,forwardMwh," + intervals("1")),
        "line 2",
        "EUS0007",
        "action add");
    named(
        first,
        "days/2026-11-02/meters.csv",
        List.of(header("meter"), seven + intervals("1")),
        "no day of 2026-10");
    named(
        first,
        METERS,
        List.of(header("meter"), seven + intervals("1").replaceFirst("1", "l")),
        "EUS00007 forwardMwh interval 1",
        "= l;");
    assertFalse(Files.exists(temp.resolve("x")));
    done(correct(first, meter("0.1"), temp.resolve("v2")));
  }

  private void named(Path close, String file, List<String> lines, String... words)
      throws IOException {
    Path folder = Files.createTempDirectory(temp, "bad");
    correction(folder, file, lines.toArray(String[]::new));
    String text = refused(correct(close, folder, temp.resolve("x")));
    for (String word : words) {
      assertTrue(text.contains(word), text);
    }
  }

  @Test
  void lockBindsTheContentOfADay() throws IOException {
    String live = month.folder().toString();
    String[] lock = {
      "settle", "lock", live, "--date", "2026-10-02", "--by", "anna", "--reason", "checked"
    };
    done(lock);
    Path locks = month.folder().resolve("locks.csv");
    String whole = Files.readString(locks);
    Files.writeString(locks, whole.substring(0, whole.indexOf("2026-10-02") + 10));
    assertTrue(refused("settle", "check", live).contains("locks.csv"), "a register that was cut");
    Files.writeString(locks, whole);
    Path first = month.close(temp.resolve("v1"));
    month.edit(METERS, text -> text.replaceFirst("forwardMwh,[0-9.]+,", "forwardMwh,0.1,"));
    for (String command : List.of("month", "day")) {
      List<String> run = new ArrayList<>(List.of("settle", command, live));
      run.addAll(List.of("--out", temp.resolve("x").toString()));
      run.addAll(command.equals("day") ? List.of("--day", "2") : List.of());
      String text = refused(run.toArray(String[]::new));
      assertTrue(text.contains("SET-10 " + METERS) && text.contains("anna"), text);
    }
    String check = refused("settle", "check", live);
    assertTrue(check.contains("2026-10-02 FAILED") && check.contains("SET-10"), check);
    assertTrue(refused(correct(first, meter("0.1"), temp.resolve("x"))).contains("is locked"));
    String[] unlock = Arrays.copyOf(lock, lock.length + 1);
    unlock[lock.length] = "--unlock";
    unlock[8] = " ";
    assertEquals(2, Shell.run(unlock).code(), "unlocking needs a reason");
    unlock[8] = "a better reading came";
    done(unlock);
    String log = Files.readString(auditFile());
    assertTrue(log.contains("settle unlock") && log.contains("a better reading came"), log);
    done("account", "audit", "--security", month.folder().resolve("audit").toString());
    month.close(temp.resolve("v2"));
  }

  private Path auditFile() throws IOException {
    try (var files = Files.list(month.folder().resolve("audit"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
  }
}
