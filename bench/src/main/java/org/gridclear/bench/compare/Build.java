package org.gridclear.bench.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A build of the program that can be started.
 *
 * @param folder the checkout with the launcher {@code gridclear}
 */
record Build(Path folder) {
  private static final Pattern TIMES = Pattern.compile("(\\S+) (\\S+) (\\S+)");

  /**
   * What a run took.
   *
   * @param exitCode its exit code
   * @param cpuSeconds user and system time of all its processes
   * @param wallSeconds from start to end
   */
  record Run(int exitCode, double cpuSeconds, double wallSeconds) {}

  /**
   * A build by the folder it lies in, or by a commit: this is checked out beside the others of the
   * bench and built when it first starts.
   *
   * @throws IllegalArgumentException if there is neither such a folder nor such a commit
   */
  static Build of(String base, Path root, Path kept) throws IOException, InterruptedException {
    Path folder = Path.of(base);
    if (Files.isExecutable(folder.resolve("gridclear"))) {
      return new Build(folder.toAbsolutePath().normalize());
    }
    String commit = git(root, "rev-parse", "--verify", "--quiet", base + "^{commit}");
    if (commit.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is neither a folder with a launcher nor a commit of %s.".formatted(base, root));
    }
    Path tree = kept.resolve(commit.substring(0, 12)).toAbsolutePath();
    if (!Files.isExecutable(tree.resolve("gridclear"))) {
      git(root, "worktree", "add", "--detach", tree.toString(), commit);
    }
    return new Build(tree);
  }

  private static String git(Path root, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text.strip();
  }

  /** Runs a command to its end; its output goes to a file. */
  Run run(List<String> words, Path log) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "TIMEFORMAT='%U %S %R'; log=$1; shift; { time \"$@\" >\"$log\" 2>&1; } 2>&1",
                "compare",
                log.toString(),
                folder.resolve("gridclear").toString()));
    command.addAll(words);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    Matcher times = TIMES.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!times.find()) {
      throw new IOException("No times of %s: %s".formatted(words, text));
    }
    return new Run(
        exitCode,
        Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2)),
        Double.parseDouble(times.group(3)));
  }
}
