package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong usage ends before anything is computed: exit code 2, what was given, what is allowed. */
class UsageErrorTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "screen ieee14 --snapshots -3 | -3 snapshots: give a number from 1",
        "screen ieee14 --snapshots 0 | 0 snapshots: give a number from 1",
        "serve --port 99999 | --port 99999: a port is a number from 0",
        "settle explain somewhere --entity E --day 2 | Invalid value for option '--day'",
        "clear ieee14 --periods ten | Invalid value for option '--periods'"
      })
  void isRefusedByName(String command, String message) {
    Shell.Ended ended = Shell.run(command.strip().split(" "));
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains(message.strip()), ended.text());
  }

  @Test
  void anOutputFolderThatCannotBeWrittenIsRefusedBeforeTheRun() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    for (String command : List.of("clear ieee14", "screen ieee14", "powerflow ieee14")) {
      for (Path out : List.of(file, file.resolve("below"))) {
        String[] arguments =
            Stream.concat(Stream.of(command.split(" ")), Stream.of("--out", out.toString()))
                .toArray(String[]::new);
        Shell.Ended ended = Shell.run(arguments);
        assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
        assertTrue(ended.text().contains("is a file"), ended.text());
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void anOutputFolderOnAFileSystemThatTakesNothingIsRefused() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")));
    Shell.Ended ended = Shell.run("clear", "ieee14", "--out", "/proc/somewhere");
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains("--out /proc/somewhere cannot be written"), ended.text());
  }
}
