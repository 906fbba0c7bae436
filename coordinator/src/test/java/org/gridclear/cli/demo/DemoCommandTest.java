package org.gridclear.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.replay.DayLogReader;
import org.gridclear.market.replay.DayLogWriter;
import org.gridclear.market.replay.DayTerms;
import org.gridclear.market.replay.VersionHash;
import org.gridclear.market.rolling.RollingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demo day} as a shell sees it: a market, a log, a page and books. */
class DemoCommandTest {
  @TempDir Path folder;

  private Shell.Ended day(String out, String date) {
    return Shell.run(
        "demo",
        "day",
        "--out",
        folder.resolve(out).toString(),
        "--network",
        "ieee30",
        "--members",
        "3",
        "--gap",
        "0.02",
        "--date",
        date,
        "--intraday-minutes",
        "60",
        "--real-time-minutes",
        "60");
  }

  @Test
  void aDayLeavesAMarketALogAPageAndBooks() throws IOException {
    Shell.Ended played = day("demo", "2026-10-01");
    assertEquals(ExitCodes.DONE, played.code(), played.text());
    assertTrue(played.output().contains("residual 0.000"), played.output());
    assertTrue(played.output().contains("rt 25"), played.output());
    Path demo = folder.resolve("demo");
    String log = Files.readString(demo.resolve("day.log"));
    assertTrue(log.contains("refused by DEC-24") && log.contains("fallback on rt"), log);
    String page = Files.readString(demo.resolve("day.html"));
    assertTrue(page.startsWith("<!"));
    assertTrue(page.contains("\"minutes\":60"), "runs of an hour");
    assertFalse(page.contains("\"minutes\":5,") || page.contains("\"minutes\":5}"), "no others");
    assertTrue(Files.exists(demo.resolve("close/report.html")));
    Shell.Ended audit = Shell.run("settle", "audit", demo.resolve("close").toString());
    assertEquals(ExitCodes.DONE, audit.code(), audit.text());
    itsEvidenceIsVerifiedAndNoChangeOfItIs(demo.resolve("market/audit"));
    theLogMakesTheSameDayAgain(demo.resolve("day.jsonl"));
  }

  /** The bundle as a third party gets it: no secret, no server. */
  private void itsEvidenceIsVerifiedAndNoChangeOfItIs(Path audit) throws IOException {
    Path bundle = folder.resolve("bundle");
    Shell.Ended made =
        Shell.run(
            "account",
            "audit",
            "export",
            "--security",
            audit.toString(),
            "--out",
            bundle.toString());
    assertEquals(ExitCodes.DONE, made.code(), made.text());
    Shell.Ended good = verified(bundle);
    assertEquals(ExitCodes.DONE, good.code(), good.text());
    Path log = bundle.resolve("audit-2026-10.jsonl");
    List<String> lines = Files.readString(log).lines().toList();
    int decision = 0;
    while (!lines.get(decision).contains("\"demo decision\"")) {
      decision++;
    }
    List<String> edited = new ArrayList<>(lines);
    edited.set(decision, lines.get(decision).replace("SUCCESS", "FAILURE"));
    List<String> removed = new ArrayList<>(lines);
    removed.remove(decision);
    List<String> moved = new ArrayList<>(lines);
    Collections.swap(moved, decision, decision + 1);
    Map<String, List<String>> changes =
        Map.of("was edited", edited, "was removed", removed, "was moved", moved);
    for (Map.Entry<String, List<String>> change : changes.entrySet()) {
      Files.writeString(log, String.join("\n", change.getValue()) + "\n");
      Shell.Ended found = verified(bundle);
      assertEquals(ExitCodes.FAILED_CELLS, found.code(), found.text());
      assertTrue(found.text().contains(change.getKey()), found.text());
    }
  }

  private static Shell.Ended verified(Path bundle) {
    return Shell.run("account", "audit", "verify", "--security", bundle.toString());
  }

  /** Another way to the same day: not the script, but what the script did. */
  private void theLogMakesTheSameDayAgain(Path log) throws IOException {
    Shell.Ended again = replay(log, "again");
    assertEquals(ExitCodes.DONE, again.code(), again.text());
    assertTrue(again.output().contains("52 versions, 0 differ from the log"), again.output());
    assertEquals(
        DayLogReader.read(log).versions().stream()
            .map(each -> each.hash() + "  " + each.version())
            .toList(),
        again.output().lines().filter(line -> line.matches("[0-9a-f]{64}  .*")).toList());
    assertEquals(ExitCodes.BAD_INPUT, replay(log, "again").code(), "the folder is there");
    Path cut = folder.resolve("cut.jsonl");
    Files.write(cut, Files.readAllLines(log).subList(0, 9));
    Shell.Ended refused = replay(cut, "other");
    assertEquals(ExitCodes.BAD_INPUT, refused.code());
    assertTrue(refused.text().contains("it has no seal"), refused.text());
    assertEquals(ExitCodes.BAD_INPUT, replay(folder.resolve("none"), "other").code());
  }

  private Shell.Ended replay(Path log, String out) {
    return Shell.run("demo", "replay", log.toString(), "--out", folder.resolve(out).toString());
  }

  @Test
  void aVersionThatComesOutOtherwiseIsNamed() throws IOException {
    DayTerms terms =
        new DayTerms(
            "north",
            "Asia/Shanghai",
            "yuan",
            LocalDate.of(2026, 10, 1),
            Instant.parse("2026-09-30T01:00:00Z"),
            RollingPlan.STANDARD,
            0.01,
            false,
            List.of(),
            "ann",
            "bert");
    Path log = folder.resolve("empty.jsonl");
    try (DayLogWriter writer = new DayLogWriter(log, terms)) {
      writer.seal(List.of(new VersionHash("da 2026-10-01 version 1", "a".repeat(64))));
    }
    Shell.Ended ended = replay(log, "empty");
    assertEquals(ExitCodes.FAILED_CELLS, ended.code());
    assertTrue(
        ended.output().contains("DIFFERENT da 2026-10-01 version 1: was not made again"),
        ended.text());
  }

  @Test
  void aFolderThatIsThereAndADayInTheMiddleOfAMonthAreRefused() throws IOException {
    Files.createDirectory(folder.resolve("there"));
    assertTrue(day("there", "2026-10-01").text().contains("name a new folder"));
    Shell.Ended middle = day("middle", "2026-10-02");
    assertEquals(ExitCodes.BAD_INPUT, middle.code());
    assertTrue(middle.text().contains("first day of a month"), middle.text());
    assertTrue(Files.notExists(folder.resolve("middle")));
  }
}
