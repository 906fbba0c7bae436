package org.gridclear.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run said can be read afterwards. */
// Rows: C-11, E-08
class RunLogTest {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z ";

  @TempDir Path folder;

  @Test
  void aRunHasItsLogBesideItsTables() throws IOException {
    PrintStream before = System.err;
    Path out = folder.resolve("x");
    Shell.Ended ended = Shell.run("clear", "ieee14", "--periods", "2", "--out", out.toString());
    List<String> lines = Files.readAllLines(out.resolve("run.log"));
    assertTrue(lines.get(0).matches(TIME + "gridclear clear ieee14 .*"), lines.get(0));
    assertTrue(lines.get(lines.size() - 1).matches(TIME + "exit code 0 after .*"));
    List<String> said = lines.stream().map(line -> line.replaceFirst(TIME, "")).toList();
    String onStream = ended.text().replace(ended.output(), "");
    assertEquals(
        onStream.lines().filter(line -> !ended.output().contains(line)).toList(),
        said.subList(1, said.size() - 1).stream()
            .filter(line -> !ended.output().contains(line))
            .toList());
    assertTrue(said.size() > 2, "progress and remarks");
    assertEquals(before, System.err);
  }

  @Test
  void aFileThatIsNamedHasWhatFailedToo() throws IOException {
    String log = folder.resolve("all.log").toString();
    Shell.run("powerflow", "nowhere", "--log", log);
    Shell.run("validate", "ieee14", "--log", log);
    String text = Files.readString(Path.of(log));
    assertTrue(text.contains("There is no such file") || text.contains("FMT-01"), text);
    assertTrue(text.contains("exit code 2"), text);
    assertTrue(text.contains("gridclear validate ieee14"), text);
    assertTrue(text.contains("exit code 0"), text);
  }

  @Test
  void aLogThatCannotBeWrittenIsRefusedBeforeTheRun() {
    Path out = folder.resolve("x");
    Shell.Ended ended =
        Shell.run(
            "powerflow",
            "ieee14",
            "--out",
            out.toString(),
            "--log",
            folder.resolve("a/b").toString());
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains("--log"), ended.text());
    assertFalse(Files.exists(out));
  }
}
