package org.gridclear.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.gridclear.file.Sha256;
import org.gridclear.report.settlement.BillPdf;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.BillDrafts;
import org.gridclear.settlement.bill.BillIssue;
import org.gridclear.settlement.bill.BillRegister;
import org.gridclear.settlement.close.CloseFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bills are documents: numbers never repeat, nothing issued changes, members are those of the day.
 */
// Rows: S-02, S-03, S-04, S-08, S-09, S-11, S-12, S-25, S-36
class SettleBillTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path input;
  private static Path close;

  /** A month in which US00007 is renamed on the 2nd and moves to another member on the 4th. */
  @BeforeAll
  static void closeAMonth() throws IOException {
    input = shared.resolve("input");
    close = shared.resolve("close");
    done(
        "settle", "synthesize", input.toString(), "--entities", "40", "--days", "5", "--seed", "4");
    Path entities = input.resolve("entities.csv");
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(entities)) {
      if (!line.startsWith("US00007,")) {
        text.append(line).append('\n');
        continue;
      }
      String plain = line.replaceAll(",+$", "");
      String tail = ",".repeat(13 - plain.split(",", -1).length - 2);
      text.append(plain).append(tail).append(",,2026-10-01\n");
      plain = plain.replace("Entity US00007", "深圳鑫淼昇 é");
      text.append(plain).append(tail).append(",2026-10-02,2026-10-03\n");
      plain = plain.replace("MUS00007", "MUS00010");
      text.append(plain).append(tail).append(",2026-10-04,\n");
    }
    Files.writeString(entities, text);
    Path members = input.resolve("members.csv");
    Files.writeString(
        members,
        Files.readString(members)
            .replace("Member US00010", "昇辉电力")
            .replace("Member TH00000", "Bad 😀"));
    done("settle", "month", input.toString(), "--out", close.toString(), "--quiet");
  }

  private static String done(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
    return ended.text();
  }

  private static Map<String, byte[]> files(Path of) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var list = Files.list(of)) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void assertSame(Map<String, byte[]> first, Map<String, byte[]> second) {
    assertEquals(first.keySet(), second.keySet());
    first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
  }

  private static BigDecimal yuan(List<String> rows, String bill, boolean total) {
    return rows.stream()
        .filter(row -> row.startsWith(bill + ",") && row.contains(",total,") == total)
        .map(row -> new BigDecimal(row.split(",")[10]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Set<String> numbers(List<String> rows) {
    Set<String> numbers = new HashSet<>();
    rows.stream().skip(1).forEach(row -> numbers.add(row.split(",")[0]));
    return numbers;
  }

  @Test
  void oneBadNameDoesNotStopTheOthersAndWritingAgainGivesTheSameBytes() throws IOException {
    Shell.Ended first =
        Shell.run(
            "settle", "bill", close.toString(), "--all", "--out", folder.resolve("a").toString());
    assertEquals(1, first.code(), first.text());
    assertTrue(first.text().contains("40 bills"), first.text());
    assertTrue(first.text().contains("NOT ISSUED TH00000"), first.text());
    assertTrue(first.text().contains("😀"), first.text());
    Shell.run("settle", "bill", close.toString(), "--all", "--out", folder.resolve("b").toString());
    assertSame(files(folder.resolve("a")), files(folder.resolve("b")));
    List<String> rows = Files.readAllLines(folder.resolve("a/bills.csv"));
    for (String bill : numbers(rows)) {
      assertEquals(yuan(rows, bill, true), yuan(rows, bill, false), bill);
    }
  }

  // Rows: S-10
  /** A build before bills had a place for the seal issued it: it is written again as it was. */
  @Test
  void whatWasIssuedWithoutAPlaceForTheSealIsWrittenAgainWithoutIt() throws IOException {
    Path register = Files.createDirectories(folder.resolve("register"));
    String[] bill = {"settle", "bill", close.toString(), "--entity", "US00010", "--out", ""};
    bill[6] = folder.resolve("new").toString();
    String[] here = with(bill, "--register", register.toString());
    done(here);
    byte[] without;
    try (CloseFolder books = CloseFolder.open(close);
        BillRegister bills = BillRegister.reading(register)) {
      BillIssue issue = new BillIssue(books, bills, "", Map.of());
      Bill issued = issue.numbered(new BillDrafts(books, bills).of("US00010").get(0));
      without = new BillPdf().writeWithoutSeal(issued);
    }
    Path rows = register.resolve("bill-register.csv");
    byte[] now = pdf(folder.resolve("new"));
    Files.writeString(rows, Files.readString(rows).replace(Sha256.hex(now), Sha256.hex(without)));
    here[6] = folder.resolve("again").toString();
    done(here);
    assertArrayEquals(without, pdf(folder.resolve("again")));
    Files.writeString(
        rows, Files.readString(rows).replace(Sha256.hex(without), Sha256.hex(new byte[1])));
    here[6] = folder.resolve("other").toString();
    Shell.Ended refused = Shell.run(here);
    assertEquals(2, refused.code(), refused.text());
    assertTrue(refused.text().contains("was issued with other content"), refused.text());
  }

  private static byte[] pdf(Path of) throws IOException {
    return files(of).entrySet().stream()
        .filter(file -> file.getKey().endsWith(".pdf"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static String[] with(String[] command, String... more) {
    return Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  @Test
  void workbookHasNoTimeInItAndWritingItAgainGivesTheSameBytes() throws IOException {
    String[] bill = {"settle", "bill", close.toString(), "--entity", "US00010", "--out", ""};
    for (String out : List.of("x", "y")) {
      bill[6] = folder.resolve(out).toString();
      done(bill);
    }
    Map<String, byte[]> first = files(folder.resolve("x"));
    assertSame(first, files(folder.resolve("y")));
    String name =
        first.keySet().stream().filter(file -> file.endsWith(".xlsx")).findFirst().orElseThrow();
    try (ZipFile zip = new ZipFile(folder.resolve("x").resolve(name).toFile())) {
      assertTrue(
          zip.stream().allMatch(e -> e.getTimeLocal().equals(LocalDateTime.of(1980, 1, 1, 0, 0))));
      String properties =
          new String(zip.getInputStream(zip.getEntry("docProps/core.xml")).readAllBytes(), UTF_8);
      assertTrue(properties.contains(">2026-10-05T00:00:00Z<"), properties);
    }
  }

  @Test
  void entityThatMovesHasABillPerMemberOverItsDays() throws IOException {
    Path out = folder.resolve("one");
    done("settle", "bill", close.toString(), "--entity", "US00007", "--out", out.toString());
    List<String> rows = Files.readAllLines(out.resolve("bills.csv"));
    assertEquals(2, numbers(rows).size());
    assertTrue(
        rows.stream().anyMatch(row -> row.contains(",US00007,MUS00007,2026-10-01,2026-10-03,")));
    assertTrue(
        rows.stream().anyMatch(row -> row.contains(",US00007,MUS00010,2026-10-04,2026-10-05,")));
    for (String day : List.of("2026-10-03", "2026-10-04")) {
      String member = day.endsWith("03") ? "MUS00007" : "MUS00010";
      String bill =
          rows.stream()
              .filter(row -> row.contains("," + member + ","))
              .findFirst()
              .orElseThrow()
              .split(",")[0];
      assertTrue(
          Files.readString(out.resolve(bill + "-lines.csv"))
              .contains("US00007," + day + ",DA_ENERGY"));
    }
    BigDecimal lines =
        Files.readAllLines(close.resolve("items.csv")).stream()
            .filter(row -> row.startsWith("US00007,"))
            .map(row -> new BigDecimal(row.split(",")[4]))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal billed =
        numbers(rows).stream()
            .map(n -> yuan(rows, n, true))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(lines, billed);
  }

  @Test
  void otherBooksAreNotBilledUntilACreditNoteCancels() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "synthesize", own.toString(), "--entities", "12", "--days", "1", "--seed", "4");
    Path first = folder.resolve("c1");
    done("settle", "month", own.toString(), "--out", first.toString(), "--quiet");
    done("settle", "bill", first.toString(), "--entity", "US00007");
    Path meters = own.resolve("days/2026-10-01/meters.csv");
    Files.writeString(
        meters,
        Files.readString(meters)
            .replaceFirst("EUS00007,forwardMwh,[0-9.]+,", "EUS00007,forwardMwh,0.1,"));
    Path second = folder.resolve("c2");
    done("settle", "month", own.toString(), "--out", second.toString(), "--quiet");
    String[] bill = {"settle", "bill", second.toString(), "--entity", "US00007"};
    Shell.Ended refused = Shell.run(bill);
    assertEquals(2, refused.code(), refused.text());
    assertTrue(refused.text().contains("B202610-US00007-1"), refused.text());
    String note =
        done(
            "settle",
            "bill",
            first.toString(),
            "--cancel",
            "B202610-US00007-1",
            "--reason",
            "meter");
    assertTrue(note.contains("C202610-US00007-2"), note);
    List<String> rows = Files.readAllLines(first.resolve("bills/C202610-US00007-2.csv"));
    List<String> old = Files.readAllLines(first.resolve("bill-US00007/bills.csv"));
    assertEquals(
        yuan(old, "B202610-US00007-1", true).negate(), yuan(rows, "C202610-US00007-2", true));
    String issued = done(bill);
    assertTrue(issued.contains("B202610-US00007-3"), issued);
    List<String> register = Files.readAllLines(own.resolve("bill-register.csv"));
    assertEquals(3, numbers(register).size());
    assertNotEquals(0, register.size());
    assertFalse(
        Shell.run(
                    "settle",
                    "bill",
                    first.toString(),
                    "--cancel",
                    "B202610-US00007-1",
                    "--reason",
                    "x")
                .code()
            == 0);
  }
}
