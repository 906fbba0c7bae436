package org.gridclear.cli.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code workflow} and {@code rules} as a shell sees them. */
// Rows: M-02, M-03, M-04
class WorkflowCommandTest {
  private static final String WORKFLOWS =
      """
      format: gridclear-workflows
      version: 1
      workflows:
      - id: day
        start: {daysBefore: 0, time: "00:00"}
        nodes:
        - {id: clear, task: clear, byHand: [operators], due: {daysAfter: 3, time: "00:00"}}
        - {id: check, task: check, after: [clear], due: {daysAfter: 3, time: "00:00"}}
      """;

  private static final String CASE =
      """
      {"format": "gridclear-case", "version": 1, "name": "short",
       "horizon": {"periodCount": 1, "minutesPerPeriod": 60},
       "network": {"buses": [{"id": "b", "type": "reference", "zone": "A"}]},
       "busLoads": [{"bus": "b", "mw": [120]}],
       "thermalUnits": [{"id": "g", "bus": "b", "offers": [{"mw": [0, 100], "yuanPerH": [0, 30000]}],
        "initial": {"on": true, "hours": 9, "powerMw": 100}}]}
      """;

  @TempDir Path folder;

  private Shell.Ended run(int code, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--market";
    all[arguments.length + 1] = folder.resolve("m").toString();
    Shell.Ended ended = Shell.run(all);
    assertEquals(code, ended.code(), ended.text());
    return ended;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void workflowsAreSetByTwoPeopleRunByHandAndAskedFor() throws IOException {
    Shell.run(
        "market", "init", folder.resolve("m").toString(), "--name", "m", "--time-zone", "UTC");
    String file = file("workflows.yaml", WORKFLOWS);
    assertTrue(run(0, "workflow", "set", file, "--by", "ann").text().contains("Proposal 1, open"));
    run(2, "rules", "review", "1", "--approve", "--by", "Ann");
    assertTrue(
        run(0, "rules", "review", "1", "--approve", "--by", "bob").text().contains("version 1"));
    assertTrue(run(0, "workflow", "show").output().contains("\"id\" : \"day\""));
    assertTrue(run(0, "workflow", "list").output().contains("daily, 00:00 on the date"));
    String date = LocalDate.now(ZoneOffset.UTC).toString();
    run(0, "workflow", "start", "day", "--date", date, "--by", "ann");
    assertTrue(run(0, "workflow", "status").output().contains("operators"));
    run(0, "workflow", "run-node", "day", "clear", "--date", date, "--run", "2", "--by", "ann");
    run(2, "workflow", "run", "--once", "--no-market-tasks", "--by", "ann", "--do", "cleer=true");
    assertTrue(
        run(
                0,
                "workflow",
                "run",
                "--once",
                "--no-market-tasks",
                "--by",
                "ann",
                "--do",
                "clear=echo {workflow} {date}")
            .output()
            .contains("1 node(s) run"));
    String history =
        run(0, "workflow", "history", "day", "--date", date, "--run", "2", "--format", "csv")
            .output();
    assertTrue(history.contains("day " + date), history);
    run(
        0,
        "workflow",
        "run",
        "--once",
        "--no-market-tasks",
        "--by",
        "ann",
        "--do",
        "check=sh /nowhere/no.sh");
    assertTrue(
        run(1, "workflow", "status", "day", "--date", date, "--run", "2")
            .output()
            .contains("failed"));
    run(1, "workflow", "status", "--date", date);
    run(0, "workflow", "retry", "day", "check", "--date", date, "--run", "2", "--by", "ann");
    run(2, "workflow", "skip", "day", "check", "--date", date, "--run", "2", "--by", "ann");
    run(
        0,
        "workflow",
        "skip",
        "day",
        "check",
        "--date",
        date,
        "--run",
        "2",
        "--by",
        "ann",
        "--reason",
        "no");
    run(0, "workflow", "raise", "done", "--date", date, "--by", "ann");
    run(0, "workflow", "status", "--date", date);
  }

  @Test
  void rulesAreListedShownProposedAndCompared() throws IOException {
    Shell.run("market", "init", folder.resolve("m").toString(), "--name", "m");
    assertTrue(run(0, "rules", "list").output().contains("penalties"));
    String checks = file("checks.yaml", "off: [NET-06]\nrules: []");
    run(0, "checks", "set", checks, "--by", "ann");
    String other = file("other.yaml", "off: [NET-03]\nrules: []");
    assertTrue(
        run(0, "rules", "propose", "--kind", "checks", other, "--by", "ann", "--note", "why")
            .text()
            .contains("off: NET-03, was NET-06"));
    assertTrue(run(0, "rules", "review").output().contains("why"));
    run(0, "rules", "review", "1", "--approve", "--by", "bob");
    assertEquals(
        "off: NET-03, was NET-06",
        run(0, "rules", "diff", "--kind", "checks", "1", "2").output().strip());
    assertTrue(run(0, "rules", "show", "--kind", "checks").output().contains("NET-03"));
    assertTrue(run(2, "checks", "set", checks, "--by", "ann").text().contains("two accounts"));
    assertTrue(run(2, "rules", "show", "--kind", "check").text().contains("checks"));
  }

  /** One unit of 100 MW, 120 MW of load: 20 MW are not served, at the price of the balance. */
  @Test
  void aShadowRunShowsWhatAProposalWouldHaveMadeOfACase() throws IOException {
    Shell.run("market", "init", folder.resolve("m").toString(), "--name", "m");
    String penalties =
        "{balanceYuanPerMwh: 15000, reserveYuanPerMwh: 10000, contingencyYuanPerMwh: 7000,"
            + " thermalYuanPerMwh: 6000, flowgateYuanPerMwh: 5000, scheduleYuanPerMwh: 30000}";
    run(0, "rules", "propose", "--kind", "penalties", file("p.yaml", penalties), "--by", "ann");
    String shadow = run(1, "rules", "shadow", "1", file("case.json", CASE)).output();
    assertTrue(shadow.contains("balanceYuanPerMwh: 15000.0, was 20000.0"), shadow);
    assertTrue(shadow.matches("(?s).*penalties +yuan +400000 +300000 .*"), shadow);
    run(2, "rules", "shadow", "1", "ieee14");
    run(2, "rules", "shadow", "2", file("case.json", CASE));
  }
}
