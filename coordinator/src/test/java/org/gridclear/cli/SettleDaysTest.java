package org.gridclear.cli;

import static org.gridclear.cli.MonthOnDisk.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.account.Accounts;
import org.gridclear.account.ActiveAccounts;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of a month: their statements, what they are checked for, what is imported into them. */
// Rows: S-19, S-20, S-34, U-01
class SettleDaysTest {
  private static final String METERS = "days/2026-10-02/meters.csv";

  /** One unit of 100 MW, 120 MW of load: 20 MW are not served. */
  private static final String SHORT =
      """
      {"format": "gridclear-case", "version": 1, "name": "short",
       "horizon": {"periodCount": 24, "minutesPerPeriod": 60},
       "network": {"buses": [{"id": "1", "type": "reference"}]},
       "busLoads": [{"bus": "1", "mw": 120}],
       "thermalUnits": [{"id": "G1", "bus": "1",
         "offers": [{"mw": [0, 100], "yuanPerH": [0, 30000]}],
         "initial": {"on": true, "hours": 9, "powerMw": 100}}]}
      """;

  @TempDir Path folder;

  /** Amounts of a day of a close by entity and item. */
  private static Map<String, BigDecimal> statement(Path close, int day) throws IOException {
    Map<String, BigDecimal> amounts = new TreeMap<>();
    for (String line : Files.readAllLines(close.resolve("items.csv"))) {
      String[] cells = line.split(",");
      if (cells[2].equals("2026-10-0" + day)) {
        amounts.put(cells[0] + " " + cells[1], new BigDecimal(cells[4]));
      }
    }
    return amounts;
  }

  @Test
  void statementsOfAllDaysAddUpToTheMonthInEveryItem() throws IOException {
    MonthOnDisk month = MonthOnDisk.write(folder.resolve("live"));
    Path close = month.close(folder.resolve("close"));
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (int day = 1; day <= 3; day++) {
      Path out = folder.resolve("day" + day);
      done(
          "settle",
          "day",
          month.folder().toString(),
          "--day",
          String.valueOf(day),
          "--out",
          out.toString(),
          "--quiet");
      Map<String, BigDecimal> statement = statement(out, day);
      assertEquals(statement(close, day), statement, "day " + day);
      statement.forEach((key, yuan) -> sums.merge(key, yuan, BigDecimal::add));
    }
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (String line : Files.readAllLines(close.resolve("totals.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].equals("entity")) {
        totals.put(cells[0] + " " + cells[3], new BigDecimal(cells[5]));
      }
    }
    assertEquals(totals, sums);
  }

  @Test
  void atMostTwentyIssuesOfACauseArePrintedAndTheRestIsCounted() throws IOException {
    MonthOnDisk month = MonthOnDisk.write(folder.resolve("live"));
    Files.delete(month.folder().resolve("days/2026-10-02/awards.csv"));
    Shell.Ended ended =
        Shell.run(
            "settle", "month", month.folder().toString(), "--out", folder.resolve("c").toString());
    assertEquals(2, ended.code(), ended.text());
    List<String> awards = ended.text().lines().filter(l -> l.contains("SET-15")).toList();
    assertEquals(21, awards.size(), ended.text());
    assertTrue(
        awards.get(20).matches(" *… and \\d+ more of SET-15 in awards.csv: .*"), awards.get(20));
  }

  private static Map<String, String> textsOf(Path folder) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (var list = Files.walk(folder)) {
      for (Path file : list.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void clearedDayIsMergedAndAnUnrelatedOneIsRefused() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "synthesize", own.toString(), "--entities", "12", "--days", "1");
    Path day = folder.resolve("day");
    done("clear", "ieee14", "--out", day.toString());
    String[] take = {
      "settle",
      "import-day",
      day.toString(),
      own.toString(),
      "--date",
      "2026-10-01",
      "--market",
      "da"
    };
    Map<String, String> before = textsOf(own);
    Shell.Ended unrelated = Shell.run(take);
    assertEquals(2, unrelated.code(), unrelated.text());
    assertTrue(unrelated.text().contains("Nothing was changed"), unrelated.text());
    assertEquals(before, textsOf(own));
    Path entities = own.resolve("entities.csv");
    Files.writeString(
        entities, Files.readString(entities) + "G1,MTH00000,G1,thermal,1,,100,0,0,0,,,\n");
    String text = done(take);
    assertTrue(text.contains("1 awards"), text);
    List<String> prices = Files.readAllLines(own.resolve("days/2026-10-01/prices.csv"));
    assertTrue(prices.stream().anyMatch(line -> line.startsWith("1,daEnergy,")));
    String awards = Files.readString(own.resolve("days/2026-10-01/awards.csv"));
    assertTrue(awards.contains("G1,daMwh,"));
    for (String file : List.of("prices.csv", "awards.csv")) {
      List<String> now = Files.readAllLines(own.resolve("days/2026-10-01/" + file));
      before
          .get("days/2026-10-01/" + file)
          .lines()
          .skip(1)
          .filter(line -> !line.startsWith("*,spinningYuanPerMwh"))
          .forEach(line -> assertTrue(now.contains(line), () -> line + " is gone"));
    }
    assertTrue(Files.readString(own.resolve("imports.csv")).contains("2026-10-01,da,"));
  }

  /** A reason does not make a day secure: it is taken, is written down, and still needs an eye. */
  @Test
  void aDayThatShedsLoadIsTakenForAReasonAndSaysSo() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "synthesize", own.toString(), "--entities", "12", "--days", "1");
    Path entities = own.resolve("entities.csv");
    Files.writeString(
        entities, Files.readString(entities) + "G1,MTH00000,G1,thermal,1,,100,0,0,0,,,\n");
    String sheds = Files.writeString(folder.resolve("short.json"), SHORT).toString();
    Path day = folder.resolve("day");
    assertEquals(1, Shell.run("clear", sheds, "--out", day.toString()).code());
    Path security = folder.resolve("security");
    Accounts.create(security, "admin", System::currentTimeMillis);
    Accounts accounts = Accounts.open(security, System::currentTimeMillis);
    ActiveAccounts.make(accounts, "anna", List.of("settlement"), Scope.ALL);
    String take =
        "settle import-day %s %s --date 2026-10-01 --by anna --security %s"
            .formatted(day, own, security);
    Shell.Ended refused = Shell.run(take.split(" "));
    assertEquals(2, refused.code(), refused.text());
    assertTrue(refused.text().contains("it sheds up to 20.0000 MW"), refused.text());
    Shell.Ended taken = Shell.run((take + " --override storm").split(" "));
    assertTrue(taken.output().startsWith("OVERRIDDEN: it sheds up to 20.0000 MW"), taken.text());
    assertEquals(1, taken.code(), taken.text());
    assertTrue(Files.readString(own.resolve("imports.csv")).strip().endsWith(",storm"));
    List<AuditLog.Entry> written =
        AuditLine.all(security).stream()
            .map(line -> line.entry().orElseThrow())
            .filter(entry -> entry.operation().equals("settle import-day"))
            .toList();
    assertEquals(
        List.of(AuditLog.Outcome.FAILURE, AuditLog.Outcome.SUCCESS),
        written.stream().map(AuditLog.Entry::outcome).toList());
    assertTrue(written.get(1).detail().endsWith(": storm"), written.get(1).detail());
  }

  @Test
  void whatStandsInForAMeterIsToBeVerifiedUntilSomebodyAcceptsIt() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "synthesize", own.toString(), "--entities", "12", "--days", "2");
    Path meters = own.resolve(METERS);
    Files.writeString(meters, Files.readString(meters).replaceAll("(?m)^EUS00007,.*\n", ""));
    assertTrue(Shell.run("settle", "check", own.toString()).text().contains("meter EUS00007"));
    Path settings = own.resolve("settlement.yaml");
    Files.writeString(settings, Files.readString(settings) + "substitute: [likeDay]\n");
    String check = done("settle", "check", own.toString());
    assertTrue(check.contains("2026-10-02 PASSED, TO_BE_VERIFIED"), check);
    done(
        "settle",
        "accept",
        own.toString(),
        "--date",
        "2026-10-02",
        "--by",
        "anna",
        "--reason",
        "meter is broken");
    check = done("settle", "check", own.toString());
    assertTrue(check.contains("2026-10-02 PASSED, QUALIFIED"), check);
  }

  @Test
  void badInputLeavesNothingBehind() throws IOException {
    Path bad = folder.resolve("bad");
    done(
        "settle", "synthesize", bad.toString(), "--entities", "12", "--days", "2", "--errors", "5");
    Path out = folder.resolve("out/close");
    Shell.Ended ended = Shell.run("settle", "month", bad.toString(), "--out", out.toString());
    assertEquals(2, ended.code(), ended.text());
    assertTrue(ended.text().contains("SET-"), ended.text());
    assertFalse(Files.exists(out));
    try (var left = Files.list(out.getParent())) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void daysAreCheckedOneByOneAndTheirStatesKept() throws IOException {
    Path own = folder.resolve("own");
    done("settle", "synthesize", own.toString(), "--entities", "12", "--days", "3");
    Path meters = own.resolve(METERS);
    Files.writeString(
        meters, Files.readString(meters).replaceFirst("forwardMwh,[0-9.]+,", "forwardMwh,-1,"));
    Shell.Ended ended = Shell.run("settle", "check", own.toString());
    assertEquals(2, ended.code(), ended.text());
    assertTrue(ended.text().contains("2026-10-01 PASSED, QUALIFIED, 0 issues"), ended.text());
    assertTrue(ended.text().contains("2026-10-02 FAILED, UNQUALIFIED, 1 issues"), ended.text());
    assertTrue(ended.text().contains("SET-04"), ended.text());
    assertEquals(4, Files.readAllLines(own.resolve("states.csv")).size());
  }
}
