package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Commands as a shell sees them: exit code, messages, files. */
class CommandLineTest {
  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  private static Ended run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int code = GridClear.run(arguments);
      return new Ended(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void everyCommandHasHelp() {
    assertEquals(0, run("--help").code());
    for (String command :
        List.of(
            "study",
            "clear",
            "explain",
            "screen",
            "powerflow",
            "node",
            "serve",
            "import",
            "export",
            "validate")) {
      Ended help = run(command, "--help");
      assertEquals(0, help.code());
      assertTrue(help.out().contains("Usage: gridclear " + command), help.out());
    }
  }

  @Test
  void aStudyWritesItsWholeFolder() throws IOException {
    String study =
        file(
            "s.yaml",
            "study: small\n"
                + "base: {case: ieee14}\n"
                + "cases: [{name: a/b <x>, changes: [{load: {scale: 1.02}}]}]");
    Path out = folder.resolve("out");
    Ended ended = run("study", study, "--out", out.toString(), "--grid-port", "45400", "--quiet");
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().contains("SYNTHETIC"), ended.out());
    JsonNode summary = Json.MAPPER.readTree(Files.readAllBytes(out.resolve("summary.json")));
    JsonNode cell = summary.get("cases").get(1);
    for (String field :
        List.of(
            "name",
            "status",
            "reason",
            "objective",
            "bestBound",
            "gap",
            "seconds",
            "cpuSeconds",
            "outcomeHash",
            "audit",
            "relaxations",
            "servedLoadMwh",
            "shedLoadMwh",
            "lmp")) {
      assertTrue(cell.has(field), field);
    }
    String report = Files.readString(out.resolve("report.html"));
    assertTrue(report.contains("echarts") && report.contains("outcomeHash"));
    assertTrue(!report.contains("a/b <x>"), "names in the data are escaped");
    assertTrue(Files.exists(out.resolve("cases/001-a-b-x-/units.csv")));
    for (List<String> which : List.of(List.<String>of(), List.of("--case", "a/b"))) {
      List<String> why =
          new ArrayList<>(List.of("explain", out.toString(), "--bus", "2", "--period", "1"));
      why.addAll(which);
      Ended explained = run(why.toArray(String[]::new));
      assertEquals(0, explained.code(), explained.err());
      assertTrue(explained.out().startsWith("Price at bus 2 at 00:00"), explained.out());
    }
    assertTrue(Files.readString(out.resolve("cases.csv")).startsWith("case,status"));
  }

  @Test
  void badInputEndsWithTwoAndLeavesNothingBehind() throws IOException {
    Path out = folder.resolve("out");
    for (String text :
        List.of(
            "study: [", "study: x\nbase: {case: nowhere.json}", "study: x\nbse: {case: ieee14}")) {
      Ended ended = run("study", file("bad.yaml", text), "--out", out.toString());
      assertEquals(2, ended.code(), ended.err());
      assertTrue(ended.err().contains("issue"), ended.err());
      assertTrue(Files.notExists(out));
    }
    assertEquals(2, run("study", folder.resolve("none.yaml").toString()).code());
    assertEquals(2, run("study").code());
    assertEquals(2, run("stdy").code());
    assertEquals(2, run("node", "--join", "nonsense").code());
  }

  @Test
  void aDryRunPrintsTheExpansionOnly() throws IOException {
    String study =
        file(
            "s.yaml",
            "study: d\n"
                + "base: {case: ieee14}\n"
                + "sweeps: [{name: l, over: {l: [1, 2]}, changes: [{load: {scale: $l}}]}]");
    Ended ended = run("study", study, "--dry-run");
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().contains("3 cases") && ended.out().contains("l l=2"), ended.out());
  }

  // Rows: A-21
  @Test
  void importedCasesValidateAndBadOnesDoNot() throws IOException {
    Path target = folder.resolve("case.json");
    Ended imported = run("import", "ieee30", "--out", target.toString(), "--seed", "4");
    assertEquals(0, imported.code(), imported.err());
    assertEquals(0, run("validate", target.toString()).code());
    Ended bad =
        run(
            "validate",
            file(
                "bad.json",
                Files.readString(target).replaceFirst("\"bus\" : \"1\"", "\"bus\" : \"77x\"")));
    assertEquals(2, bad.code());
    assertTrue(bad.err().contains("NET-02"), bad.err());
    assertTrue(run("validate", "--rules").out().contains("MKT-02"));
  }

  @Test
  void aScreenCountsEveryOutageAndWritesItsTables() throws IOException {
    Path out = folder.resolve("screen");
    Ended ended =
        run("screen", "ieee118", "--ac", "--scope", "branches,generators", "--out", out.toString());
    JsonNode summary = Json.MAPPER.readTree(Files.readAllBytes(out.resolve("summary.json")));
    int violated = summary.get("counts").get("violated").asInt();
    assertTrue(violated > 0, ended.out());
    assertEquals(1, ended.code(), ended.err());
    for (String status :
        List.of("secure", "violated", "islanded", "unbalanced", "diverged", "skipped")) {
      assertTrue(summary.get("counts").has(status), status);
    }
    int outages = summary.get("outages").asInt();
    assertEquals(outages + 1, Files.readAllLines(out.resolve("outages.csv")).size());
    for (String field :
        List.of(
            "worst", "baseViolations", "setUpSeconds", "screenSeconds", "cpuSeconds", "peakMb")) {
      assertTrue(summary.has(field), field);
    }
    for (String table :
        List.of(
            "flows.csv",
            "violations.csv",
            "devices.csv",
            "snapshots.csv",
            "sensitivities.csv",
            "report.html")) {
      assertTrue(Files.exists(out.resolve(table)), table);
    }
  }

  /** Any two of three lines to bus 4 leave its 90 MW to the third; bus 5 hangs on one. */
  @Test
  void pairsOfOutagesHaveTheirOwnTables() throws IOException {
    String network =
        file(
            "five.m",
            """
            function mpc = five
            mpc.version = '2'; mpc.baseMVA = 100;
            mpc.bus = [
              1 3 0 0 0 0 1 1 0 110 1 1.1 0.9
              2 1 0 0 0 0 1 1 0 110 1 1.1 0.9
              3 1 0 0 0 0 1 1 0 110 1 1.1 0.9
              4 1 90 0 0 0 1 1 0 110 1 1.1 0.9
              5 1 5 0 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [1 95 0 80 -80 1 100 1 200 0];
            mpc.branch = [
              1 4 0 0.1 0 60 0 0 0 0 1 -360 360
              2 4 0 0.1 0 60 0 0 0 0 1 -360 360
              3 4 0 0.1 0 60 0 0 0 0 1 -360 360
              1 2 0 0.1 0 200 0 0 0 0 1 -360 360
              2 3 0 0.1 0 200 0 0 0 0 1 -360 360
              1 3 0 0.1 0 200 0 0 0 0 1 -360 360
              1 5 0 0.1 0 200 0 0 0 0 1 -360 360 ];
            """);
    Path out = folder.resolve("pairs");
    Ended ended = run("screen", network, "--pairs", "--out", out.toString());
    assertEquals(1, ended.code(), ended.err());
    assertTrue(ended.out().contains("21 pairs of 7 branches; 15 screened, 6 with"), ended.out());
    List<String> rows = Files.readAllLines(out.resolve("pairs.csv"));
    for (String row : List.of("L1,L2,L3", "L1,L3,L2", "L2,L3,L1")) {
      String found = "base," + row + ",NEW,60,1.5,";
      assertTrue(rows.stream().anyMatch(each -> each.startsWith(found)), found + rows);
    }
    assertEquals(
        List.of("base,L7,,ALONE,1,5"),
        Files.readAllLines(out.resolve("islanding-pairs.csv")).stream().skip(1).toList());
    assertEquals(2, run("screen", network, "--pairs", "--ac").code());
    assertEquals(2, run("screen", network, "--pairs", "--scope", "generators").code());
  }

  @Test
  void snapshotsThatHaveNoBaseCaseAreSkippedWithTheirReasonAndTheOthersGoOn() throws IOException {
    Path out = folder.resolve("day");
    String shares = file("shares.csv", "snapshot,loadShare\nnormal,1\nfar too much,9\n");
    Ended ended = run("screen", "ieee30", "--ac", "--snapshots", shares, "--out", out.toString());
    assertEquals(1, ended.code(), ended.err());
    assertTrue(ended.err().contains("no AC solution"), ended.err());
    JsonNode counts =
        Json.MAPPER.readTree(Files.readAllBytes(out.resolve("summary.json"))).get("counts");
    assertEquals(41, counts.get("skipped").asInt());
    assertTrue(counts.get("secure").asInt() + counts.get("violated").asInt() > 30);
  }

  @Test
  void badScreensAreRefusedBeforeAnythingIsWritten() throws IOException {
    Path out = folder.resolve("none");
    String list = file("list.csv", "contingency,kind,element\nx,branch,L9999\n");
    Ended unknown = run("screen", "ieee14", "--contingencies", list, "--out", out.toString());
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("L9999"), unknown.err());
    Ended scope = run("screen", "ieee14", "--scope", "cables", "--out", out.toString());
    assertEquals(2, scope.code());
    assertTrue(scope.err().contains("cables"), scope.err());
    Ended empty = run("screen", "ieee14", "--kv", "900..1000", "--out", out.toString());
    assertEquals(2, empty.code());
    String nan =
        file(
            "nan.m",
            "mpc.version = '2'; mpc.baseMVA = 100;\n"
                + "mpc.bus = [1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 NaN 0 0 0 1 1 0 110 1 1.1"
                + " 0.9];\n"
                + "mpc.gen = [1 0 0 9 -9 1 100 1 50 0];\n"
                + "mpc.branch = [1 2 0 0.1 0 0 0 0 0 0 1 -360 360];\n");
    assertEquals(2, run("screen", nan, "--out", out.toString()).code());
    assertTrue(!Files.exists(out));
  }

  @Test
  void aPowerFlowWritesVoltagesAndFlows() throws IOException {
    Path out = folder.resolve("pf");
    Ended ended =
        run("powerflow", "ieee57", "--ac", "--flat", "--q-limits", "--out", out.toString());
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().contains("converged"), ended.out());
    assertEquals(58, Files.readAllLines(out.resolve("buses.csv")).size());
    assertTrue(Files.readAllLines(out.resolve("branches.csv")).get(0).contains("qToMvar"));
  }

  // Rows: H-02
  @Test
  void aStudyScreensEveryPeriodOfItsCases() throws IOException {
    String study =
        file(
            "secured.yaml",
            "study: secured\n"
                + "base: {case: ieee14}\n"
                + "horizon: {periodCount: 3, minutesPerPeriod: 60}\n"
                + "screening: {method: ac, scope: [branches, generators], to: 2}\n");
    Path out = folder.resolve("secured");
    Ended ended = run("study", study, "--out", out.toString());
    assertTrue(ended.out().contains("Screening of the cleared periods"), ended.out() + ended.err());
    List<String> snapshots = Files.readAllLines(out.resolve("screening/000-base/snapshots.csv"));
    assertEquals(3, snapshots.size());
  }
}
