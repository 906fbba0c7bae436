package org.gridclear.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.report.FolderSwap;

/**
 * Goes through the common commands on the smallest network, so that the virtual machine can keep
 * their classes for quicker starts ({@code -XX:ArchiveClassesAtExit}, in the launcher).
 */
final class Rehearsal {
  private static final String STUDY =
      """
      study: rehearsal
      base: {case: ieee14}
      cases:
        - {name: more, changes: [{load: {scale: 1.02}}]}
      """;

  private Rehearsal() {}

  /** Runs them one after another; what they print is of no interest. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("gridclear-rehearsal-");
    try {
      String study = Files.writeString(folder.resolve("study.yaml"), STUDY).toString();
      String month = folder.resolve("month").toString();
      List<List<String>> commands =
          List.of(
              List.of("--help"),
              List.of("validate", study),
              List.of("powerflow", "ieee14", "--out", folder.resolve("flow").toString()),
              List.of("screen", "ieee14", "--dc", "--out", folder.resolve("screen").toString()),
              List.of("clear", "ieee14", "--out", folder.resolve("clear").toString()),
              List.of("study", study, "--out", folder.resolve("study").toString()),
              List.of("settle", "synthesize", "--out", month, "--entities", "30", "--days", "2"),
              List.of("settle", "month", month, "--out", folder.resolve("close").toString()));
      for (List<String> command : commands) {
        GridClear.run(command.toArray(String[]::new));
      }
    } finally {
      FolderSwap.delete(folder);
    }
    System.exit(ExitCodes.DONE);
  }
}
