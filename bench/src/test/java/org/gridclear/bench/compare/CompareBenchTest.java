package org.gridclear.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.bench.Bench;
import org.gridclear.bench.compare.Build.Run;
import org.gridclear.cli.GridClear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class CompareBenchTest {
  @TempDir Path folder;

  /** A build whose program is a few lines of shell. */
  private Build build(String name, String program) throws IOException {
    Path launcher = Files.createDirectories(folder.resolve(name)).resolve("gridclear");
    Files.writeString(launcher, "#!/usr/bin/env bash\n" + program + "\n");
    assertTrue(launcher.toFile().setExecutable(true));
    return new Build(launcher.getParent());
  }

  private static Run run(int exitCode, double cpuSeconds) {
    return new Run(exitCode, cpuSeconds, 9);
  }

  @Test
  void aRunIsTimedWithAllItsProcessesAndKeepsItsExitCodeAndItsOutput() throws Exception {
    Build busy =
        build("busy", "bash -c 'for ((k = 0; k < 200000; k++)); do :; done'; echo \"$1\"; exit 3");
    Path log = folder.resolve("log");
    Run busyRun = busy.run(List.of("a word"), log);
    Run idle = build("idle", "exit 0").run(List.of(), folder.resolve("other"));
    assertEquals(3, busyRun.exitCode());
    assertEquals("a word\n", Files.readString(log));
    assertTrue(busyRun.cpuSeconds() > 5 * idle.cpuSeconds(), busyRun + " " + idle);
  }

  @Test
  void theRatioIsThatOfTheMediansAndTheSpreadThatOfThePairs() {
    Pairs pairs =
        new Pairs(
            List.of(run(0, 4), run(0, 2), run(0, 100)), List.of(run(0, 1), run(0, 2), run(0, 3)));
    assertEquals("4.00 | 2.00 | 0.50 | 0.03, 1.00 | 0.60", pairs.cells(0.6));
    assertFalse(pairs.above(0.6));
    assertTrue(pairs.above(0.4));
    assertEquals("4.00 | 2.00 | ABOVE 0.50 | 0.03, 1.00 | 0.40", pairs.cells(0.4));
    assertEquals("4.00 | 2.00 | 0.50 | 0.03, 1.00 | ", pairs.cells(null));
  }

  @Test
  void aCommandThatFailsIsNotFast() {
    Pairs failing = new Pairs(List.of(run(0, 4)), List.of(run(2, 1)));
    assertFalse(failing.equalExitCodes());
    assertTrue(failing.cells(null).endsWith("EXIT CODES [0], [2]"), failing.cells(null));
    assertFalse(new Pairs(List.of(run(2, 4)), List.of(run(2, 1))).equalExitCodes());
    assertTrue(new Pairs(List.of(run(1, 4)), List.of(run(1, 1))).equalExitCodes());
  }

  @Test
  void wordsHaveTheirFoldersAndFilesAndAFileThatIsNotThereIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("data/deep"));
    Files.writeString(folder.resolve("data/deep/a.m"), "");
    ComparedJob job =
        new ComparedJob(
            "x", "s", List.of("screen", "{file a.m}", "--out", "{out}/b"), null, null, null);
    Path data = folder.resolve("data");
    assertTrue(job.missing(data).isEmpty());
    assertEquals("a.m", job.missing(null).orElseThrow());
    assertEquals(
        List.of("screen", data + "/deep/a.m", "--out", "O/b"),
        ComparedJob.words(job.arguments(), data, Path.of("W"), Path.of("O")));
  }

  @Test
  void everyJobOfTheSetsIsACommandThatTheProgramKnows() {
    List<ComparedJob> jobs = ComparedJob.sets().values().stream().flatMap(List::stream).toList();
    assertTrue(jobs.size() > 12, jobs::toString);
    CommandLine program = GridClear.commandLine().addSubcommand("bench", Bench.commandLine());
    for (ComparedJob job : jobs) {
      Stream.concat(job.prepare().stream(), Stream.of(job.arguments()))
          .forEach(
              command ->
                  program.parseArgs(
                      command.stream()
                          .map(word -> word.replaceAll("[{}]", ""))
                          .toArray(String[]::new)));
    }
  }

  @Test
  void anotherBaseOrSetThanThereIsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Build.of("no-such-commit", folder, folder));
    CommandLine line = Bench.commandLine();
    line.setParameterExceptionHandler(
        (ParameterException e, String[] arguments) -> {
          assertTrue(
              e.getMessage().startsWith("No set everything. Sets: [clearing"), e::getMessage);
          return 77;
        });
    assertEquals(77, line.execute("compare", folder.toString(), "everything"));
  }
}
