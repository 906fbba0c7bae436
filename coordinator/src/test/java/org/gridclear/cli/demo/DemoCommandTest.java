package org.gridclear.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
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
    assertTrue(Files.readString(demo.resolve("day.html")).startsWith("<!"));
    assertTrue(Files.exists(demo.resolve("close/report.html")));
    Shell.Ended audit = Shell.run("settle", "audit", demo.resolve("close").toString());
    assertEquals(ExitCodes.DONE, audit.code(), audit.text());
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
