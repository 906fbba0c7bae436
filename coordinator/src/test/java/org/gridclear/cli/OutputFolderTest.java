package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.report.WritableFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that hold an earlier run, as a shell sees them. */
class OutputFolderTest {
  @TempDir Path folder;

  private Path screened() {
    Path out = folder.resolve("out");
    Shell.Ended first = Shell.run("screen", "ieee14", "--dc", "--quiet", "--out", out.toString());
    assertTrue(first.code() <= ExitCodes.FAILED_CELLS, first::text);
    return out;
  }

  @Test
  void noCommandWritesOverAnEarlierRun() throws IOException {
    Path out = screened();
    byte[] before = Files.readAllBytes(out.resolve("summary.json"));
    Path study = Files.writeString(folder.resolve("s.yaml"), "study: s\nbase: {case: ieee14}\n");
    for (List<String> command :
        List.of(
            List.of("screen", "ieee14", "--dc"),
            List.of("clear", "ieee14"),
            List.of("study", study.toString()),
            List.of("powerflow", "ieee14"),
            List.of("sensitivities", "ieee14", "--by", "buses"),
            List.of("compare", out.toString(), out.toString()))) {
      Shell.Ended again =
          Shell.run(
              Stream.concat(command.stream(), Stream.of("--out", out.toString()))
                  .toArray(String[]::new));
      assertEquals(ExitCodes.BAD_INPUT, again.code(), again::text);
      assertTrue(again.text().contains("--out " + out + " holds the results of"), again::text);
      assertTrue(again.text().contains("--replace"), again::text);
    }
    assertArrayEquals(before, Files.readAllBytes(out.resolve("summary.json")));
  }

  @Test
  void anEarlierRunIsReplacedWithNothingOfItLeft() throws IOException {
    Path out = screened();
    assertTrue(Files.exists(out.resolve("outages.csv")));
    Shell.Ended flow = Shell.run("powerflow", "ieee14", "--out", out.toString(), "--replace");
    assertEquals(ExitCodes.DONE, flow.code(), flow::text);
    assertTrue(Files.exists(out.resolve("buses.csv")));
    assertFalse(Files.exists(out.resolve("outages.csv")));
    assertFalse(Files.exists(out.resolve("report.html")));
  }

  @Test
  void anEmptyNameIsRefusedByEveryCommandThatTakesAPath() {
    for (List<String> command :
        List.of(
            List.of("powerflow", "ieee14", "--out", ""),
            List.of("screen", "ieee14", "--out", "", "--replace"),
            List.of("account", "init", "--security", ""),
            List.of("settle", "month", "", "--out", ""))) {
      Shell.Ended ended = Shell.run(command.toArray(String[]::new));
      assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended::text);
      assertTrue(ended.text().contains("the name of a file or folder is empty"), ended::text);
    }
  }

  @Test
  void aGridWithoutANameIsRefusedBeforeItIsLookedFor() {
    Shell.Ended ended = Shell.run("clear", "ieee14", "--grid", " ");
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended::text);
    assertTrue(ended.text().contains("(--grid) is empty"), ended::text);
  }

  @Test
  void replacingNeedsAFolder() {
    Shell.Ended ended = Shell.run("powerflow", "ieee14", "--replace");
    assertEquals(ExitCodes.BAD_INPUT, ended.code());
    assertTrue(ended.text().contains("--replace needs --out"), ended::text);
  }

  @Test
  void aNameOfTheProgramsOwnChoiceIsTheNextFreeOne() throws IOException {
    String name = folder.resolve("powerflow-x").toString();
    assertEquals(Path.of(name), WritableFolder.free(name));
    Files.writeString(Files.createDirectory(Path.of(name)).resolve("summary.json"), "{}");
    assertEquals(Path.of(name + "-2"), WritableFolder.free(name));
  }
}
