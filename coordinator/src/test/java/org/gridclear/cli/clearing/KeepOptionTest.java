package org.gridclear.cli.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.account.Accounts;
import org.gridclear.account.ActiveAccounts;
import org.gridclear.account.AuditLine;
import org.gridclear.account.Scope;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cleared case becomes a version of its day. */
// Rows: O-14, J-11
class KeepOptionTest {
  @TempDir Path folder;

  @BeforeEach
  void makeMarket() {
    assertEquals(0, Shell.run("market", "init", market(), "--name", "m").code());
  }

  private String market() {
    return folder.resolve("market").toString();
  }

  private Shell.Ended clear(String firstDay, String out, String... more) throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "k",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 60%s},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": 60}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [8, 108], "yuanPerH": [5000, 7000]}],
            "initial": {"on": true, "hours": 99, "powerMw": 50}}]}
        """
            .formatted(firstDay));
    List<String> words = new ArrayList<>(List.of("clear", file.toString(), "--out"));
    words.add(folder.resolve(out).toString());
    words.addAll(more.length == 0 ? List.of("--keep", market()) : List.of(more));
    return Shell.run(words.toArray(String[]::new));
  }

  @Test
  void everyClearingOfADayIsItsNextVersionAndIsAnswered() throws IOException {
    String date = ", \"firstDay\": \"2026-10-01\"";
    assertTrue(clear(date, "one").output().contains("Kept: da 2026-10-01, version 1"));
    assertTrue(clear(date, "two").output().contains("Kept: da 2026-10-01, version 2"));
    Shell.Ended prices =
        Shell.run(
            "results",
            "rows",
            "prices",
            "--market",
            market(),
            "--from",
            "2026-10-01",
            "--to",
            "2026-10-01",
            "--format",
            "csv");
    assertEquals(0, prices.code(), prices.text());
    assertTrue(prices.output().contains(",20,20,0,0,0"), prices.output());
  }

  @Test
  void aCaseWithoutADateIsRefusedBeforeItIsCleared() throws IOException {
    Shell.Ended refused = clear("", "none");
    assertEquals(2, refused.code());
    assertTrue(refused.text().contains("firstDay"), refused.text());
    assertFalse(Files.exists(folder.resolve("none")));
  }

  @Test
  void whatCannotBeKeptIsRefusedBeforeItIsCleared() throws IOException {
    String date = ", \"firstDay\": \"2026-10-01\"";
    assertEquals(0, clear(date, "day").code());
    String day = folder.resolve("day").toString();
    String[] real = {"--after", day, "--market", "rt", "--keep", market(), "--cycle", "7"};
    Shell.Ended whole = clear(date, "whole", real);
    assertEquals(0, whole.code(), whole.text());
    String[] part = Arrays.copyOf(real, real.length + 2);
    part[real.length] = "--count";
    part[real.length + 1] = "1";
    String hides = refused(clear(date, "part", part));
    assertTrue(hides.contains("rt 2026-10-01 cycle 7") && hides.contains("hide"), hides);
    String once = refused(clear(date, "part", "--keep", market(), "--cycle", "7"));
    assertTrue(once.contains("runs once a day"), once);
    String nowhere = refused(clear(date, "part", "--cycle", "7"));
    assertTrue(nowhere.contains("--keep DIR"), nowhere);
    assertFalse(Files.exists(folder.resolve("part")));
  }

  private static String refused(Shell.Ended ended) {
    assertEquals(2, ended.code(), ended.text());
    return ended.text();
  }

  /** Who keeps a version is an account where there are accounts, and that is in their log. */
  @Test
  void whoKeepsAVersionIsWrittenDown() throws IOException {
    Path security = folder.resolve("security");
    Accounts.create(security, "admin", System::currentTimeMillis);
    ActiveAccounts.make(
        Accounts.open(security, System::currentTimeMillis),
        "olga",
        List.of("operators"),
        Scope.ALL);
    String date = ", \"firstDay\": \"2026-10-01\"";
    String[] in = {"--keep", market(), "--security", security.toString(), "--by"};
    assertEquals(2, clear(date, "one", in[0], in[1], in[2], in[3], in[4], "nobody").code());
    assertEquals(0, clear(date, "two", in[0], in[1], in[2], in[3], in[4], "olga").code());
    Shell.Ended year =
        Shell.run(
            "year",
            "ieee14",
            "--market",
            market(),
            "--from",
            "2026-10-02",
            "--to",
            "2026-10-02",
            "--gap",
            "0.05",
            "--no-losses",
            in[2],
            in[3],
            in[4],
            "olga");
    assertTrue(year.code() <= 1, year.text());
    List<String> said =
        AuditLine.all(security).stream()
            .flatMap(line -> line.entry().stream())
            .filter(entry -> entry.user().equals("olga"))
            .map(entry -> entry.operation() + " " + entry.detail())
            .toList();
    assertTrue(said.toString().contains("clear --keep"), said.toString());
    assertTrue(said.contains("year 2026-10-02 v1"), said.toString());
  }
}
