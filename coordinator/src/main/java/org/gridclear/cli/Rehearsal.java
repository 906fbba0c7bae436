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

  private static final String NETWORK =
      """
      function mpc = rehearsal
      mpc.version = '2';
      mpc.baseMVA = 100;
      mpc.bus = [
        1 3 20 5 0 0 1 1 0 110 1 1.1 0.9;
        2 1 50 10 0 0 1 1 0 110 1 1.1 0.9;
        3 1 30 10 0 0 1 1 0 110 1 1.1 0.9;
      ];
      mpc.gen = [1 100 0 80 -80 1 100 1 200 0];
      mpc.branch = [
        1 2 0.01 0.1 0.02 60 60 60 0 0 1 -360 360;
        2 3 0.01 0.1 0.02 60 60 60 0 0 1 -360 360;
        1 3 0.01 -0.1 0.02 60 60 60 0 0 1 -360 360;
      ];
      mpc.gencost = [2 0 0 2 10 0];
      """;

  private Rehearsal() {}

  /** Runs them one after another; what they print is of no interest. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("gridclear-rehearsal-");
    try {
      String network = Files.writeString(folder.resolve("rehearsal.m"), NETWORK).toString();
      String study = Files.writeString(folder.resolve("study.yaml"), STUDY).toString();
      String month = folder.resolve("month").toString();
      List<List<String>> commands =
          List.of(
              List.of("--help"),
              List.of("validate", study),
              List.of("powerflow", "ieee14", "--out", folder.resolve("flow").toString()),
              List.of("screen", "ieee14", "--dc", "--out", folder.resolve("screen").toString()),
              List.of("screen", network, "--dc", "--out", folder.resolve("file").toString()),
              List.of("screen", network, "--ac", "--out", folder.resolve("ac").toString()),
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
