package org.gridclear.cli.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.cli.Shell;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anomalies on the command line: raised by a clearing that is kept, looked at, handled. */
// Rows: I-01, I-05, I-07
class AnomaliesCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void makeMarket() {
    assertEquals(0, Shell.run("market", "init", market(), "--name", "m").code());
  }

  private String market() {
    return folder.resolve("market").toString();
  }

  private Path day(String date, double loadMw) throws IOException {
    Path file = folder.resolve("%s-%s.json".formatted(date, loadMw));
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "k",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 60, "firstDay": "%s"},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": %s}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [8, 108], "yuanPerH": [5000, 7000]}],
            "reserves": ["spin"], "initial": {"on": true, "hours": 99, "powerMw": 50}}],
         "reserves": [{"id": "r", "product": "spin", "mw": 20}]}
        """
            .formatted(date, loadMw));
    return file;
  }

  private Shell.Ended clear(String date, double loadMw, String out) throws IOException {
    String report = folder.resolve(out).toString();
    return Shell.run("clear", day(date, loadMw).toString(), "--out", report, "--keep", market());
  }

  private Shell.Ended anomalies(String... words) {
    List<String> all = new ArrayList<>(List.of("anomalies"));
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--market", market()));
    return Shell.run(all.toArray(String[]::new));
  }

  @Test
  void aDayWithASevereAnomalySaysSoEverywhereUntilItIsHandled() throws IOException {
    assertEquals(0, clear("2026-10-01", 60, "clean").code());
    Shell.Ended short20 = clear("2026-10-01", 100, "short");
    assertEquals(1, short20.code(), short20.text());
    assertTrue(
        short20.output().startsWith("SEVERE ANOMALIES: RESERVE-SHORT reserve spin r in period 1"),
        short20.output());
    var summary =
        Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("short").resolve("summary.json")));
    assertEquals(
        12, summary.get("anomalies").get("openSevere").get(0).get("value").asDouble() + 4, 1e-9);
    assertEquals("anomalies", summary.propertyNames().iterator().next(), "on top");
    String page = Files.readString(folder.resolve("short").resolve("report.html"));
    assertTrue(
        page.contains("const DATA = {\"kept\": [\"SEVERE ANOMALIES: RESERVE-SHORT reserve spin r"));
    Shell.Ended open = anomalies("list", "--date", "2026-10-01", "--state", "open");
    assertEquals(1, open.code(), open.text());
    assertTrue(open.output().contains("RESERVE-SHORT"), open.output());
    assertEquals(2, anomalies("handle", "1", "--measure", "other", "--comment", "x").code());
    assertEquals(0, anomalies("acknowledge", "1", "--by", "ann").code());
    assertEquals(
        0,
        anomalies("handle", "1", "--measure", "other", "--comment", "bought", "--by", "ann")
            .code());
    assertEquals(0, anomalies("list", "--date", "2026-10-01").code());
    Shell.Ended shown = anomalies("show", "1", "--format", "csv");
    assertTrue(shown.output().contains("acknowledged,handled,other,ann"), shown.output());
    assertEquals(0, anomalies("close", "1", "--comment", "over", "--by", "bob").code());
    assertEquals(2, anomalies("close", "1", "--comment", "again", "--by", "bob").code());
  }

  @Test
  void oneCallMakesTheCaseThatClearsWithoutTheAnomaly() throws IOException {
    assertEquals(1, clear("2026-10-01", 100, "short").code());
    Shell.Ended changes = anomalies("changes", "--date", "2026-10-01", "--format", "csv");
    assertTrue(
        changes.output().contains("1,B-15,\"less of the requirement\",r,true,2,12"),
        changes.text());
    String out = folder.resolve("changed.json").toString();
    String[] handle = {
      "handle",
      "1",
      "--measure",
      "changed-limits",
      "--comment",
      "less spin",
      "--by",
      "ann",
      "--make-case",
      out
    };
    assertEquals(2, anomalies(handle).code(), "not acknowledged yet");
    assertTrue(Files.notExists(Path.of(out)), "a case of what was refused");
    assertEquals(2, anomalies("acknowledge", "1", "99", "--by", "ann").code(), "no 99: neither");
    assertEquals(0, anomalies("acknowledge", "1", "--by", "ann").code());
    List<String> words = new ArrayList<>(List.of(handle));
    words.add(2, "1");
    Shell.Ended named = anomalies(words.toArray(String[]::new));
    assertEquals(2, named.code(), named.text());
    assertTrue(named.text().contains("Anomaly 1 is named twice"), named.text());
    assertTrue(Files.notExists(Path.of(out)), "a case of what was refused");
    Shell.Ended made = anomalies(handle);
    assertEquals(0, made.code(), made.text());
    assertTrue(made.output().contains("less of the requirement r: 12.000 MW in 2 periods"));
    assertEquals(2, anomalies(handle).code(), "the file is there already");
    String report = folder.resolve("again").toString();
    Shell.Ended again = Shell.run("clear", out, "--out", report, "--keep", market());
    assertEquals(0, again.code(), again.text());
    assertTrue(again.output().contains("Kept: da 2026-10-01, version 2"), again.output());
  }

  @Test
  void rulesAreSetShownAndHeldAgainstAVersionThatIsThere() throws IOException {
    assertEquals(0, clear("2026-10-01", 60, "clean").code());
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(
        rules, "rules: [{id: DEAR, type: price-alarm, severity: severe, yuanPerMwh: 10}]");
    Shell.Ended set = anomalies("rules", "set", rules.toString(), "--by", "ann");
    assertEquals(0, set.code(), set.text());
    Shell.Ended judged = anomalies("evaluate", "--date", "2026-10-01", "--by", "ann");
    assertEquals(1, judged.code(), judged.text());
    assertTrue(judged.output().contains("DEAR"), judged.output());
    assertTrue(anomalies("rules", "show").output().contains("DEAR"));
    assertEquals(2, anomalies("evaluate", "--date", "2026-10-02", "--by", "ann").code());
  }

  @Test
  void aFallbackIsKeptWithItsOriginAndNeedsAnEye() throws IOException {
    assertEquals(0, clear("2026-10-01", 60, "before").code());
    String today = day("2026-10-02", 62).toString();
    String[] words = {
      "day",
      "fallback",
      "--market",
      market(),
      "--trade",
      "da",
      "--date",
      "2026-10-02",
      "--case",
      today,
      "--by",
      "ann"
    };
    Shell.Ended ended = Shell.run(words);
    assertEquals(1, ended.code(), ended.text());
    assertTrue(
        ended
            .output()
            .startsWith(
                "FALLBACK: not cleared, but taken from da 2026-10-01 version 1 (the day before)"),
        ended.output());
    assertTrue(ended.output().contains("2.000 MW are missing"), ended.output());
    assertTrue(ended.output().contains("auditor: "), ended.output());
    words[7] = "2026-10-05";
    words[9] = day("2026-10-05", 62).toString();
    Shell.Ended refused = Shell.run(words);
    assertEquals(2, refused.code(), refused.text());
    assertTrue(refused.text().contains("da 2026-10-04 has no version"), refused.text());
  }
}
