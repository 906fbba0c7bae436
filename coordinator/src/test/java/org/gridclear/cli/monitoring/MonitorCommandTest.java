package org.gridclear.cli.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gridclear monitor}, from a cleared day to an alarm that is cleared. */
// Rows: J-02, J-13, K-11, L-17
class MonitorCommandTest {
  @TempDir Path folder;

  private Shell.Ended monitor(String... words) {
    List<String> all = new ArrayList<>(List.of("monitor"));
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--market", folder.resolve("market").toString()));
    return Shell.run(all.toArray(String[]::new));
  }

  @Test
  void aDayIsEvaluatedShownAndItsAlarmsAreCleared() throws IOException {
    String market = folder.resolve("market").toString();
    assertEquals(0, Shell.run("market", "init", market, "--name", "m").code());
    Path day = folder.resolve("day.json");
    Files.writeString(
        day,
        """
        {"format": "gridclear-case", "version": 1, "name": "k",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 60, "firstDay": "2026-10-01"},
         "network": {"buses": [{"id": "a", "type": "reference", "zone": "z"}]},
         "busLoads": [{"bus": "a", "mw": 100}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "fuel": "coal",
            "offers": [{"mw": [8, 102], "yuanPerH": [5000, 7000]}],
            "initial": {"on": true, "hours": 99, "powerMw": 50}}]}
        """);
    String report = folder.resolve("report").toString();
    assertEquals(0, Shell.run("clear", day.toString(), "--out", report, "--keep", market).code());
    Shell.Ended first =
        monitor("evaluate", "--date", "2026-10-01", "--tell", "regulator,operator", "--by", "ann");
    assertTrue(first.output().contains("2 told"), first.text());
    assertEquals(1, first.code(), "the margin is under its severe limit");
    assertTrue(first.output().contains("computed now"), first.text());
    String why = "are open, the first severe: reserve-margin of the system, 2026-10-01: 0.02";
    assertTrue(first.text().contains(why), first.text());
    Shell.Ended nowhere = monitor("evaluate", "--date", "2026-10-01", "--zone", "nowhere");
    assertEquals(2, nowhere.code(), nowhere.text());
    assertTrue(nowhere.text().contains("There is no zone 'nowhere'"), nowhere.text());
    assertEquals(2, monitor("show", "--date", "2026-10-01", "--zone", "nowhere").code());
    assertEquals(0, monitor("show", "--date", "2026-10-01", "--zone", "z").code());
    Shell.Ended again =
        monitor("evaluate", "--date", "2026-10-01", "--tell", "regulator", "--by", "ann");
    assertTrue(again.output().contains(", 0 of them computed now"), "for nothing a second time");
    assertFalse(again.output().contains("told"), "nothing is new");
    Shell.Ended shown =
        monitor("show", "--date", "2026-10-01", "--index", "reserve-margin", "--format", "csv");
    assertTrue(shown.output().contains("system,reserve-margin,0.02,1,severe"), shown.text());
    assertEquals(0, monitor("show", "--date", "2026-10-01", "--view", "elements").code());
    assertTrue(
        monitor("show", "--date", "2026-10-01", "--view", "overview").output().contains("severe"));
    Shell.Ended alarms = monitor("alarms", "--date", "2026-10-01", "--open", "--format", "csv");
    assertEquals(1, alarms.code());
    long count = alarms.output().lines().filter(line -> line.contains("2026-10-01")).count();
    String[] clear = new String[(int) count + 5];
    List<String> words = new ArrayList<>(List.of("clear", "--comment", "known", "--by", "ann"));
    for (int number = 1; number <= count; number++) {
      words.add(Integer.toString(number));
    }
    assertEquals(0, monitor(words.toArray(clear)).code());
    assertEquals(0, monitor("alarms", "--date", "2026-10-01").code());
    assertEquals(2, monitor("clear", "--comment", "x", "1").code(), "nobody said who");
    String page = folder.resolve("report.html").toString();
    assertEquals(0, monitor("report", "--date", "2026-10-01", "--out", page).code());
    assertTrue(Files.readString(Path.of(page)).contains("<h2>Structure</h2>"));
    assertEquals(2, monitor("report", "--date", "2026-10-01", "--out", page).code(), "it is there");
    String zh = folder.resolve("zh.html").toString();
    String[] month = {
      "report", "--from", "2026-10-01", "--to", "2026-10-02", "--language", "zh", "--out", zh
    };
    assertEquals(1, monitor(month).code(), "a date has no results");
    String told = Files.readString(Path.of(zh));
    assertTrue(told.contains("<h2>市场结构</h2>") && told.contains("无结果日期：1"), told);
    assertTrue(told.contains("<p>无。</p>"), "all alarms are cleared");
    assertTrue(told.contains("<td class=\"n severe\">0.020</td>"), told);
    reports();
    assertEquals(2, monitor("show").code(), "no date");
    assertEquals(0, monitor("evaluate", "--date", "2026-10-01").code());
    assertEquals(1, monitor("evaluate", "--from", "2026-10-01", "--to", "2026-10-02").code());
  }

  private void reports() throws IOException {
    String risk = folder.resolve("risk.pdf").toString();
    Shell.Ended told =
        monitor(
            "report",
            "--date",
            "2026-10-01",
            "--about",
            "risk",
            "--language",
            "zh",
            "--publish",
            "public,regulator",
            "--by",
            "ann",
            "--out",
            risk);
    assertEquals(0, told.code(), told.text());
    assertTrue(told.output().contains("2 told"), told.text());
    assertTrue(Files.readString(Path.of(risk), StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    String members = folder.resolve("members.xlsx").toString();
    String[] quarter = {
      "report",
      "--date",
      "2026-10-01",
      "--period",
      "quarter",
      "--about",
      "members",
      "--out",
      members
    };
    assertEquals(1, monitor(quarter).code(), "91 dates have no results");
    assertTrue(Files.exists(Path.of(members)));
    String other = folder.resolve("x.doc").toString();
    assertEquals(2, monitor("report", "--date", "2026-10-01", "--out", other).code());
    assertEquals(
        2,
        monitor(
                "report",
                "--from",
                "2026-10-01",
                "--to",
                "2026-10-02",
                "--period",
                "month",
                "--out",
                folder.resolve("y.pdf").toString())
            .code());
  }

  @Test
  void theCatalogueIsReadAndSetAgain() throws IOException {
    String market = folder.resolve("market").toString();
    assertEquals(0, Shell.run("market", "init", market, "--name", "m").code());
    assertTrue(monitor("indices").output().contains("hhi-offered"));
    Shell.Ended yaml = monitor("indices", "--yaml");
    Path file = folder.resolve("indices.yaml");
    Files.writeString(file, yaml.output().replace("warning: 1500", "warning: 1800"));
    Shell.Ended set = monitor("set", file.toString(), "--by", "ann");
    assertEquals(0, set.code(), set.text());
    assertTrue(monitor("indices", "--yaml").output().contains("warning: 1800"));
    Files.writeString(file, "indices: [{id: x}]");
    assertEquals(2, monitor("set", file.toString(), "--by", "ann").code());
  }

  private Path pocket(String name, int nearYuanPerH) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "pocket",
         "horizon": {"periodCount": 1, "minutesPerPeriod": 60, "firstDay": "2026-10-02"},
         "network": {"buses": [{"id": "n", "type": "reference", "zone": "north"},
                               {"id": "s", "zone": "south"}],
           "branches": [{"id": "line", "from": "n", "to": "s", "xPu": 0.1,
                         "ratings": {"normalMva": 50, "emergencyMva": 50}}]},
         "busLoads": [{"bus": "s", "mw": 110}],
         "thermalUnits": [
           {"id": "far", "bus": "n", "offers": [{"mw": [0, 300], "yuanPerH": [0, 60000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 60}},
           {"id": "near", "bus": "s", "offers": [{"mw": [0, 100], "yuanPerH": [0, %d]}],
            "initial": {"on": true, "hours": 9, "powerMw": 50}}]}
        """
            .formatted(nearYuanPerH));
    return file;
  }

  @Test
  void whoMovesThePriceIsMitigatedOnceAnotherAccountApproves() throws IOException {
    String market = folder.resolve("market").toString();
    assertEquals(0, Shell.run("market", "init", market, "--name", "m").code());
    Path owners = folder.resolve("owners.csv");
    Files.writeString(owners, "unit,owner\nfar,alder\nnear,birch\n");
    String offered = pocket("offered.json", 90_000).toString();
    String reference = pocket("reference.json", 30_000).toString();
    String[] test = {
      "impact",
      offered,
      "--reference",
      reference,
      "--owners",
      owners.toString(),
      "--no-losses",
      "--format",
      "csv",
      "--propose",
      "--by",
      "ann"
    };
    Shell.Ended found = monitor(test);
    assertEquals(1, found.code(), found.text());
    assertTrue(found.output().contains("birch,south,1,1,1,900,300,100,mitigate"), found.text());
    assertTrue(found.text().contains("Mitigation 1 is proposed"), found.text());
    String out = folder.resolve("final.json").toString();
    assertEquals(2, monitor("mitigations", "case", "1", "--out", out).code(), "not approved");
    String[] decide = {"mitigations", "decide", "1", "approve", "--comment", "yes", "--by", "Ann"};
    assertEquals(2, monitor(decide).code(), "who proposed it does not decide");
    decide[decide.length - 1] = "reg";
    assertEquals(0, monitor(decide).code());
    assertEquals(2, monitor(decide).code(), "once");
    assertEquals(0, monitor("mitigations", "case", "1", "--out", out).code());
    assertTrue(Files.readString(Path.of(out)).contains("30000"));
    String kept = folder.resolve("kept.json").toString();
    assertEquals(0, monitor("mitigations", "case", "1", "--out", kept, "--offered").code());
    assertTrue(Files.readString(Path.of(kept)).contains("90000"), "both offer sets are kept");
    assertTrue(monitor("mitigations", "list", "--format", "csv").output().contains("APPROVED,reg"));
    String[] after = {
      "impact", out, "--reference", reference, "--owners", owners.toString(), "--no-losses"
    };
    assertEquals(0, monitor(after).code(), "the final run passes");
    Files.writeString(owners, "unit,owner\n");
    Shell.Ended nothing = monitor(after);
    assertEquals(1, nothing.code(), nothing.text());
    assertTrue(nothing.text().contains("NOTHING TESTED"), nothing.text());
    assertTrue(nothing.text().contains("not tested"), nothing.text());
    assertFalse(nothing.text().contains("pass"), nothing.text());
    Files.writeString(owners, "unit;owner\nfar;alder\n");
    assertTrue(monitor(after).text().contains("The columns are unit,owner."), "no such header");
    Files.writeString(owners, "unit,owner\nfare,alder\n");
    assertTrue(monitor(after).text().contains("The day has no such unit."), "owner of no unit");
    assertEquals(
        2, Shell.run("monitor", "impact", offered, "--reference", reference).code(), "no owners");
  }
}
