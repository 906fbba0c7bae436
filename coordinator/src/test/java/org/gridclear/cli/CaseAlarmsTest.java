package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is not secure, or leaves load unserved, says so on top of every face and ends with 1. */
// Rows: I-03, I-04
class CaseAlarmsTest {
  @TempDir Path folder;

  private String day(double loadMw) throws IOException {
    Path file = folder.resolve("day.json");
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "gate",
         "horizon": {"periodCount": 1, "minutesPerPeriod": 60},
         "network": {"baseMva": 100,
           "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"}],
           "branches": [{"id": "l1", "from": "a", "to": "b", "rPu": 0.005, "xPu": 0.1},
                        {"id": "l2", "from": "a", "to": "b", "rPu": 0.3, "xPu": 0.3}],
           "flowgates": [{"id": "corridor", "terms": [{"branch": "l1", "weight": 1}],
                          "limitMw": 75, "reverseLimitMw": 75}]},
         "thermalUnits": [
           {"id": "cheap", "bus": "a", "offers": [{"mw": [0, 300], "yuanPerH": [0, 30000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 100}},
           {"id": "dear", "bus": "b", "offers": [{"mw": [0, 90], "yuanPerH": [0, 45000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 50}}],
         "busLoads": [{"bus": "b", "mw": [%s]}]}
        """
            .formatted(loadMw));
    return file.toString();
  }

  private JsonNode alarms(Path out) throws IOException {
    return Json.MAPPER
        .readTree(Files.readAllBytes(out.resolve("summary.json")))
        .get("cases")
        .get(0)
        .get("alarms");
  }

  @Test
  void aScheduleThatIsNotSecureSaysSoOnTopAndEndsWithOne() throws IOException {
    Path out = folder.resolve("out");
    Shell.Ended ended =
        Shell.run("clear", day(150), "--security-rounds", "1", "--quiet", "--out", out.toString());
    assertEquals(ExitCodes.FAILED_CELLS, ended.code(), ended.text());
    assertTrue(
        ended.text().contains("NOT SECURE in AC: 1 flows over their limits (flowgate corridor"),
        ended.text());
    assertEquals(1, alarms(out).size());
    assertTrue(alarms(out).get(0).asString().startsWith("NOT SECURE"));
    assertTrue(Files.readString(out.resolve("report.html")).contains("NOT SECURE in AC"));
    List<String> table = Files.readAllLines(out.resolve("cases/000-base/security-violations.csv"));
    assertTrue(table.get(1).startsWith("1,FLOWGATE,corridor,,8"), table.toString());
  }

  @Test
  void aScheduleThatWasMadeSecureEndsWithNought() throws IOException {
    Path out = folder.resolve("out");
    Shell.Ended ended =
        Shell.run("clear", day(150), "--security-rounds", "6", "--quiet", "--out", out.toString());
    assertEquals(ExitCodes.DONE, ended.code(), ended.text());
    assertTrue(ended.text().contains("  secure in AC"), ended.text());
    assertEquals(0, alarms(out).size());
  }

  // Rows: A-13
  @Test
  void cutsOfACheckAreTakenFromAFileAndRefusedByName() throws IOException {
    Path out = folder.resolve("out");
    String day = day(150);
    Shell.run("clear", day, "--security-rounds", "6", "--quiet", "--out", out.toString());
    Path cuts = out.resolve("cases/000-base/security-cuts.json");
    Path again = folder.resolve("again");
    Shell.Ended ended =
        Shell.run(
            "clear",
            day,
            "--cuts",
            cuts.toString(),
            "--security-rounds",
            "1",
            "--quiet",
            "--out",
            again.toString());
    assertEquals(ExitCodes.DONE, ended.code(), ended.text());
    Path written = again.resolve("cases/000-base/case.json.gz");
    Shell.Ended third =
        Shell.run(
            "clear", written.toString(), "--quiet", "--out", folder.resolve("third").toString());
    assertEquals(ExitCodes.DONE, third.code(), "the written case has the cuts: " + third.text());
    Path wrong = folder.resolve("wrong.json");
    Files.writeString(wrong, Files.readString(cuts).replace("corridor", "coridor"));
    Shell.Ended refused =
        Shell.run("clear", day, "--cuts", wrong.toString(), "--security-rounds", "1");
    assertEquals(ExitCodes.BAD_INPUT, refused.code(), refused.text());
    assertTrue(refused.text().contains("corridor"), refused.text());
  }

  @Test
  void loadThatIsNotServedEndsWithOne() throws IOException {
    Path out = folder.resolve("out");
    Shell.Ended ended = Shell.run("clear", day(450), "--quiet", "--out", out.toString());
    assertEquals(ExitCodes.FAILED_CELLS, ended.code(), ended.text());
    assertTrue(alarms(out).get(0).asString().startsWith("LOAD NOT SERVED: "), ended.text());
  }

  /** Bus 3 lies behind a branch that is open; its 20 MW have no source in AC and in DC. */
  @Test
  void aPowerFlowAndAScreeningWithADarkIslandSaySoOnTopAndEndWithOne() throws IOException {
    String network =
        """
        function mpc = dark
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [1 3  0 0 0 0 1 1 0 100 1 1.1 0.9;
                   2 1 30 0 0 0 1 1 0 100 1 1.1 0.9;
                   3 1 %s 0 0 0 1 1 0 100 1 1.1 0.9;
                   4 1 -5 0 0 0 1 1 0 100 1 1.1 0.9];
        mpc.gen = [1 30 0 50 -50 1 100 1 100 0];
        mpc.branch = [1 2 0 0.1 0 0 0 0 0 0 1 -360 360;
                      2 3 0 0.1 0 0 0 0 0 0 0 -360 360;
                      3 4 0 0.1 0 0 0 0 0 0 1 -360 360];
        """;
    Path file = folder.resolve("dark.m");
    Files.writeString(file, network.formatted("20"));
    List<Path> screened = new ArrayList<>();
    for (String command : List.of("powerflow", "screen")) {
      for (String method : List.of("--dc", "--ac")) {
        Path out = folder.resolve(command + method);
        Shell.Ended ended = Shell.run(command, file.toString(), method, "--out", out.toString());
        assertEquals(ExitCodes.FAILED_CELLS, ended.code(), ended.text());
        assertTrue(
            ended.text().contains("LOAD NOT SERVED: 20.000 MW in islands without a source"),
            ended.text());
        JsonNode summary = Json.MAPPER.readTree(Files.readAllBytes(out.resolve("summary.json")));
        assertEquals(20, summary.get("unservedMw").asDouble());
        assertEquals(1, summary.get("alarms").size());
        if (command.equals("screen")) {
          screened.add(out);
        }
      }
    }
    assertEquals(2, screened.size());
    for (Path out : screened) {
      List<String> rows = Files.readAllLines(out.resolve("snapshots.csv"));
      int column = List.of(rows.get(0).split(",")).indexOf("unservedMw");
      assertEquals("20", rows.get(1).split(",", -1)[column], rows.toString());
    }
    Files.writeString(file, network.formatted("0"));
    for (List<String> lit : List.of(List.of("powerflow"), List.of("screen", "--scope", "none"))) {
      List<String> line = new ArrayList<>(lit);
      Path out = folder.resolve("lit " + lit.get(0));
      line.addAll(List.of(file.toString(), "--out", out.toString()));
      Shell.Ended ended = Shell.run(line.toArray(String[]::new));
      assertEquals(ExitCodes.DONE, ended.code(), ended.text());
    }
  }

  /** In DC such an option would change nothing, and nobody would know. */
  @Test
  void whatOnlyAnAcPowerFlowHasIsRefusedInDc() {
    for (String command : List.of("powerflow", "screen")) {
      for (String option : List.of("--q-limits", "--flat", "--tolerance=1e-3")) {
        Shell.Ended ended = Shell.run(command, "ieee14", "--dc", option, "--out", folder + "/no");
        assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
        String name = option.replaceAll("=.*", "");
        assertTrue(ended.text().contains(name + ": a DC power flow"), ended.text());
      }
    }
    Shell.Ended ac =
        Shell.run("powerflow", "ieee14", "--ac", "--q-limits", "--out", folder + "/ac");
    assertEquals(ExitCodes.DONE, ac.code(), ac.text());
  }

  /** What only outages have is no option of a power flow. */
  @Test
  void aPowerFlowTakesNoChoiceOfOutages() {
    for (String option :
        List.of(
            "--scope=lines",
            "--kv=220",
            "--zones=north",
            "--sharing=listed",
            "--worsened=0.1",
            "--flows=over")) {
      Shell.Ended ended = Shell.run("powerflow", "ieee14", option, "--out", folder + "/no");
      assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
      assertTrue(ended.text().contains(option.substring(0, option.indexOf('='))), ended.text());
    }
  }

  /** What must run gives more than is drawn: the balance is kept by a penalty alone. */
  @Test
  void outputThatNobodyTakesEndsWithOne() throws IOException {
    Path file = Path.of(day(150));
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "\"busLoads\"",
                "\"profiledUnits\": [{\"id\": \"water\", \"bus\": \"b\", \"minMw\": 170, \"maxMw\":"
                    + " 170}], \"busLoads\""));
    Path out = folder.resolve("out");
    Shell.Ended ended = Shell.run("clear", file.toString(), "--quiet", "--out", out.toString());
    assertEquals(ExitCodes.FAILED_CELLS, ended.code(), ended.text());
    assertEquals(
        "OUTPUT NOT ABSORBED: 1 places and periods, most 20.000 MW in period 1",
        alarms(out).get(0).asString());
  }

  @Test
  void aLimitThatIsExceededAtItsPenaltySaysSoOnTopAndEndsWithOne() throws IOException {
    Path out = folder.resolve("out");
    Shell.Ended ended = Shell.run("clear", day(200), "--quiet", "--out", out.toString());
    assertEquals(ExitCodes.FAILED_CELLS, ended.code(), ended.text());
    String alarm = alarms(out).get(0).asString();
    assertTrue(alarm.startsWith("NOT SECURE: 1 limits of flows exceeded at their penalty"), alarm);
    assertTrue(alarm.contains("flowgate corridor by "), alarm);
    assertEquals(1, alarms(out).size());
  }
}
