package org.gridclear.cli.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gridclear.cli.Shell;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code settle …} as a shell sees it: close, audit, bills, corrections, explanations. */
// Rows: M-03, M-04, O-18, Q-28, R-30, S-01, S-02, S-05, S-13, S-14, S-20, S-21, S-22, S-24
// Rows: S-26, S-27, X-05, Q-07, W-04
class SettleCommandTest {
  private static final String METERS = "days/2026-10-02/meters.csv";

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path input;
  private static Path close;

  @BeforeAll
  static void closeAMonth() {
    input = shared.resolve("input");
    close = shared.resolve("close");
    done(
        "settle", "synthesize", input.toString(), "--entities", "70", "--days", "5", "--seed", "4");
    done("settle", "month", input.toString(), "--out", close.toString(), "--quiet");
  }

  private static String done(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
    return ended.text();
  }

  private static JsonNode summary(Path of) throws IOException {
    return Json.MAPPER.readTree(Files.readAllBytes(of.resolve("summary.json")));
  }

  private static BigDecimal sum(Path table, int column) throws IOException {
    return Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> new BigDecimal(line.split(",")[column]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void booksOfAMonthBalanceAndAddUp() throws IOException {
    JsonNode summary = summary(close);
    assertEquals(0, summary.get("residualMilliYuan").asLong());
    assertTrue(summary.get("billable").asBoolean());
    assertEquals(70, summary.get("entities").asInt());
    assertEquals(70 * 5 * 96, summary.get("intervals").asLong());
    for (String field : List.of("items", "bookHash", "seconds", "cpuSeconds", "peakMb")) {
      assertTrue(summary.has(field), field);
    }
    assertEquals(
        summary.get("items").asInt(), Files.readAllLines(close.resolve("items.csv")).size() - 1);
    assertEquals(sum(close.resolve("items.csv"), 4), sum(close.resolve("totals.csv"), 5));
  }

  @Test
  void wholeMonthIsAuditedInDecimalArithmetic() {
    assertTrue(
        done("settle", "audit", close.toString(), "--sample", "0").contains("equal to the last"));
  }

  @Test
  void sameInputGivesTheSameHashWithAnyNumberOfSlots() throws IOException {
    for (String slots : List.of("1", "4")) {
      Path again = folder.resolve("again" + slots);
      done(
          "settle",
          "month",
          input.toString(),
          "--out",
          again.toString(),
          "--slots",
          slots,
          "--quiet");
      assertEquals(summary(close).get("bookHash"), summary(again).get("bookHash"));
    }
  }

  private Path correction(String value) throws IOException {
    Path correction = folder.resolve("correction-" + value);
    Files.createDirectories(correction.resolve(METERS).getParent());
    List<String> lines = Files.readAllLines(input.resolve(METERS));
    String meter =
        lines.stream().filter(line -> line.startsWith("EUS00007,")).findFirst().orElseThrow();
    String corrected =
        value.equals("same")
            ? meter
            : meter.replaceFirst("forwardMwh,[0-9.]+,", "forwardMwh," + value + ",");
    Files.write(correction.resolve(METERS), List.of(lines.get(0), corrected));
    return correction;
  }

  @Test
  void correctedMeterChangesWhatItTouchesAndTakingItBackRestoresTheBooks() throws IOException {
    Path first = folder.resolve("v2");
    String text =
        done(
            "settle",
            "correct",
            close.toString(),
            correction("0.4").toString(),
            "--reason",
            "meter read wrongly",
            "--out",
            first.toString(),
            "--quiet");
    assertTrue(text.contains("US00007"), text);
    assertTrue(text.contains("Differences against accounts: 0.000 yuan apart"), text);
    assertNotEquals(summary(close).get("bookHash"), summary(first).get("bookHash"));
    assertEquals(summary(close).get("bookHash"), summary(first).get("previousHash"));
    List<String> changes = Files.readAllLines(first.resolve("changes.csv"));
    assertTrue(changes.stream().anyMatch(line -> line.startsWith("US00007,DEVIATION,2026-10-02")));
    assertTrue(
        changes.stream().noneMatch(line -> line.contains(",DA_ENERGY,")),
        "awards are as they were");
    assertTrue(
        changes.stream()
            .skip(1)
            .filter(line -> !line.contains("SERVICE_FEE") && !line.contains("GOVERNMENT_FUND"))
            .allMatch(line -> line.contains("2026-10-02")),
        "only the day of the meter and fees that are rounded over the month");
    Path second = folder.resolve("v3");
    done(
        "settle",
        "correct",
        first.toString(),
        correction("same").toString(),
        "--reason",
        "it was right",
        "--out",
        second.toString(),
        "--quiet");
    assertEquals(summary(close).get("bookHash"), summary(second).get("bookHash"));
  }

  @Test
  void billsHaveEveryElementAndABilledMonthIsSettledAgainByDifference() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "month", input.toString(), "--out", own.toString(), "--quiet");
    assertTrue(done("settle", "bill", own.toString(), "--all").contains("70 bills"));
    Path pdf = own.resolve("bills/B202610-US00007-1.pdf");
    try (var document = Loader.loadPDF(pdf.toFile())) {
      String text = new PDFTextStripper().getText(document);
      for (String element :
          List.of(
              "电费结算账单",
              "B202610-US00007-1",
              "US00007",
              "2026-10-01 - 2026-10-05",
              "日前电能量 DA_ENERGY",
              "合计 Total",
              "收")) {
        assertTrue(text.contains(element), () -> element + " is missing in " + text);
      }
    }
    Path corrected = folder.resolve("corrected");
    done(
        "settle",
        "correct",
        own.toString(),
        correction("0.4").toString(),
        "--reason",
        "meter read wrongly",
        "--out",
        corrected.toString(),
        "--quiet");
    done("settle", "bill", corrected.toString(), "--all");
    List<String> bills = Files.readAllLines(corrected.resolve("bills/bills.csv"));
    assertTrue(
        bills.stream()
            .anyMatch(
                line ->
                    line.startsWith("B202610-US00007-2,")
                        && line.contains(",resettlement,DEVIATION,")
                        && line.endsWith(",B202610-US00007-1,")),
        () -> String.join("\n", bills));
  }

  @Test
  void oneBillComesWithEveryLine() throws IOException {
    Path bills = folder.resolve("bills");
    done("settle", "bill", close.toString(), "--entity", "US00007", "--out", bills.toString());
    Path lines = bills.resolve("B202610-US00007-1-lines.csv");
    BigDecimal total =
        Files.readAllLines(bills.resolve("bills.csv")).stream()
            .filter(line -> line.contains(",total,"))
            .map(line -> new BigDecimal(line.split(",")[10]))
            .findFirst()
            .orElseThrow();
    assertEquals(total, sum(lines, 5));
    assertTrue(Files.size(bills.resolve("B202610-US00007-1.xlsx")) > 1000);
  }

  @Test
  void amountIsExplainedDownToItsInputs() {
    String text =
        done(
            "settle",
            "explain",
            close.toString(),
            "--entity",
            "US00007",
            "--item",
            "DA_ENERGY",
            "--day",
            "2026-10-02",
            "--interval",
            "7");
    for (String part :
        List.of(
            "Rule: (daMwh - physicalMwh) * daYuanPerMwh",
            "daMwh = -",
            "daYuanPerMwh = ",
            "inputs: version")) {
      assertTrue(text.contains(part), text);
    }
  }

  @Test
  void weekSegmentsAddUpToTheMonth() throws IOException {
    assertEquals(sum(close.resolve("items.csv"), 4), sum(close.resolve("weeks.csv"), 4));
  }

  @Test
  void lockedDayIsNotCorrectedUntilItIsUnlocked() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "synthesize", own.toString(), "--entities", "70", "--days", "2", "--seed", "4");
    Path first = folder.resolve("c1");
    done("settle", "month", own.toString(), "--out", first.toString(), "--quiet");
    String[] lock = {
      "settle",
      "lock",
      own.toString(),
      "--date",
      "2026-10-02",
      "--by",
      "anna",
      "--reason",
      "checked"
    };
    done(lock);
    String[] correct = {
      "settle",
      "correct",
      first.toString(),
      correction("0.4").toString(),
      "--reason",
      "meter",
      "--out",
      folder.resolve("c2").toString(),
      "--quiet"
    };
    Shell.Ended refused = Shell.run(correct);
    assertEquals(2, refused.code(), refused.text());
    assertTrue(refused.text().contains("2026-10-02 is locked"), refused.text());
    String[] unlock = java.util.Arrays.copyOf(lock, lock.length + 1);
    unlock[lock.length] = "--unlock";
    done(unlock);
    done(correct);
  }

  @Test
  void proposedBookIsShownAndASecondPersonApprovesIt() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "synthesize", own.toString(), "--entities", "70", "--days", "2", "--seed", "4");
    Path first = folder.resolve("c1");
    done("settle", "month", own.toString(), "--out", first.toString(), "--quiet");
    Path book = folder.resolve("book.yaml");
    Files.writeString(
        book,
        org.gridclear.settlement.folder.RuleBookReader.defaultText()
            .replace(
                "serviceYuanPerMwh: {value: \"0.300\"", "serviceYuanPerMwh: {value: \"0.350\""));
    String[] propose = {
      "settle", "rules", first.toString(), "--book", book.toString(), "--by", "anna"
    };
    Path nobody = folder.resolve("nobody.yaml");
    String shared = "pool: ENERGY, classes: [generation, consumption], driver: ";
    Files.writeString(
        nobody,
        org.gridclear.settlement.folder.RuleBookReader.defaultText()
            .replace(shared + "abs(meteredMwh)", shared + "0 * meteredMwh"));
    Shell.Ended eye = Shell.run("settle", "rules", first.toString(), "--book", nobody.toString());
    assertEquals(1, eye.code(), eye.text());
    assertTrue(eye.output().contains("not billable: LOSS_SHARE"), eye.output());
    assertEquals(2, Shell.run("settle", "rules", first.toString(), "--columns").code());
    String[] approve = java.util.Arrays.copyOf(propose, 8);
    approve[7] = "--approve";
    assertEquals(2, Shell.run(approve).code(), "nobody proposed it");
    String shadow = done(propose);
    assertTrue(shadow.contains("SERVICE_FEE"), shadow);
    assertTrue(shadow.contains("Residual 0.000"), shadow);
    assertEquals(2, Shell.run(approve).code(), "the proposer does not approve");
    approve[6] = "bo";
    done(approve);
    Path second = folder.resolve("c2");
    done("settle", "month", own.toString(), "--out", second.toString(), "--quiet");
    String fee = shadow.lines().filter(l -> l.contains("SERVICE_FEE")).findFirst().orElseThrow();
    String expected = fee.replaceAll(".*-> *", "").replace(" yuan", "");
    assertTrue(
        Files.readString(second.resolve("trial-balance.csv")).contains("SERVICE_FEE," + expected));
  }

  @Test
  void ruleWithAUnitErrorIsRefusedBeforeAnythingIsRead() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "synthesize", own.toString(), "--entities", "12", "--days", "1");
    String book =
        org.gridclear.settlement.folder.RuleBookReader.defaultText()
            .replace("amount: (daMwh - physicalMwh) * daYuanPerMwh\n", "amount: daMwh\n");
    Files.writeString(own.resolve("rules.yaml"), book);
    Files.writeString(
        own.resolve("settlement.yaml"),
        Files.readString(own.resolve("settlement.yaml")) + "rules: rules.yaml\n");
    Shell.Ended ended =
        Shell.run("settle", "month", own.toString(), "--out", folder.resolve("c").toString());
    assertEquals(2, ended.code(), ended.text());
    assertTrue(ended.text().contains("SET-09"), ended.text());
    assertTrue(ended.text().contains("this is in MWh"), ended.text());
  }

  @Test
  void closeThatDoesNotBalanceIsReportedAndNotBilled() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "synthesize", own.toString(), "--entities", "12", "--days", "1");
    Path entities = own.resolve("entities.csv");
    Files.writeString(entities, Files.readString(entities).replaceAll("(?m)^GR.*\n", ""));
    Path out = folder.resolve("c");
    Shell.Ended ended = Shell.run("settle", "month", own.toString(), "--out", out.toString());
    assertEquals(1, ended.code(), ended.text());
    assertTrue(ended.text().contains("TRANSMISSION_INCOME"), ended.text());
    Shell.Ended bill = Shell.run("settle", "bill", out.toString(), "--all");
    assertEquals(2, bill.code(), bill.text());
    assertTrue(bill.text().contains("No bill is made"), bill.text());
  }

  @Test
  void closeNeverChanges() {
    Shell.Ended ended =
        Shell.run("settle", "month", input.toString(), "--out", close.toString(), "--quiet");
    assertEquals(2, ended.code());
    assertTrue(ended.text().contains("never changes"), ended.text());
  }
}
