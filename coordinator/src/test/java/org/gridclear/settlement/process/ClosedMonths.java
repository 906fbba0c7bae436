package org.gridclear.settlement.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridclear.cli.Shell;

/**
 * Three days of 24 entities, closed, with a correction of a meter of US00007 beside it.
 *
 * @param close the close
 * @param live the settlement folder
 * @param correction the folder of the corrected rows
 */
public record ClosedMonths(Path close, Path live, Path correction) {
  private static ClosedMonths made;

  /** The same in a folder, with a close of its own; what is delivered is shared. */
  public static synchronized ClosedMonths make(Path folder) throws IOException {
    if (made == null) {
      made = first(Files.createTempDirectory("gridclear-months-"));
    }
    return made.copied(folder);
  }

  private static ClosedMonths first(Path folder) throws IOException {
    ClosedMonths made =
        new ClosedMonths(folder.resolve("v1"), folder.resolve("live"), folder.resolve("meters"));
    run("settle", "synthesize", made.live.toString(), "--entities", "24", "--days", "3");
    run("settle", "month", made.live.toString(), "--out", made.close.toString(), "--quiet");
    Path file = made.correction.resolve("days/2026-10-02/meters.csv");
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        List.of("meter,series," + row(String::valueOf), "EUS00007,forwardMwh," + row(t -> "0.1")));
    return made;
  }

  /** The same with a close of its own, which may be corrected. */
  public ClosedMonths copied(Path folder) throws IOException {
    Path copy = folder.resolve("v1");
    try (Stream<Path> files = Files.walk(close)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(close.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return new ClosedMonths(copy, live, correction);
  }

  /** Corrects the close; returns the folder of the correction. */
  public Path correct() {
    Path out = close.resolveSibling("v2");
    run(
        "settle",
        "correct",
        close.toString(),
        correction.toString(),
        "--reason",
        "read wrongly",
        "--out",
        out.toString(),
        "--quiet");
    return out;
  }

  private static String row(IntFunction<String> cell) {
    return IntStream.rangeClosed(1, 96).mapToObj(cell).collect(Collectors.joining(","));
  }

  private static void run(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    if (ended.code() != 0) {
      throw new IllegalStateException(ended.text());
    }
  }
}
