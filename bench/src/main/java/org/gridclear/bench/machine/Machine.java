package org.gridclear.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure was taken on. */
public final class Machine {
  private Machine() {}

  /** Processor, cores and JDK in a line. */
  public static String line() {
    String processor = System.getProperty("os.arch");
    try {
      processor =
          Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.replaceAll(".*: ", ""))
              .findFirst()
              .orElse(processor);
    } catch (IOException e) {
      processor += " (no /proc/cpuinfo)";
    }
    return "%s, %d cores, Java %s"
        .formatted(
            processor,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"));
  }
}
