package org.gridclear.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package, unpacked and run where no Java is installed. */
class PackageTest {
  @TempDir static Path folder;
  private static Path home;

  /** Exit code and everything that was printed. */
  private record Ended(int code, String text) {}

  @BeforeAll
  static void unpack() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      Path tar =
          files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
      Ended ended = run(List.of("tar", "xzf", tar.toAbsolutePath().toString()));
      assertEquals(0, ended.code(), ended.text());
    }
    try (Stream<Path> files = Files.list(folder)) {
      home = files.findFirst().orElseThrow();
    }
  }

  private static Ended run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> !name.equals("HOME"));
    builder.environment().put("PATH", toolsWithoutJava().toString());
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(300, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), text);
  }

  /** A folder with every program of this machine but java and what comes with it. */
  private static Path toolsWithoutJava() throws IOException {
    Path tools = folder.resolveSibling(folder.getFileName() + "-tools");
    if (Files.exists(tools)) {
      return tools;
    }
    Files.createDirectories(tools);
    for (String place : List.of("/usr/bin", "/bin")) {
      try (Stream<Path> files = Files.list(Path.of(place))) {
        files
            .filter(file -> !file.getFileName().toString().startsWith("java"))
            .forEach(file -> link(tools.resolve(file.getFileName()), file));
      }
    }
    return tools;
  }

  private static void link(Path link, Path file) {
    try {
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ended gridclear(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/gridclear").toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  @Test
  void commandsRunOnTheRuntimeThatIsPacked() throws Exception {
    Ended version = gridclear("--version");
    assertEquals(0, version.code(), version.text());
    assertTrue(version.text().contains("gridclear 0."), version.text());
    Ended again = gridclear("--version");
    assertEquals(1, again.text().lines().count(), "nothing but the version: " + again.text());
    Ended cleared = gridclear("clear", "ieee14", "-q", "--out", "day");
    assertEquals(0, cleared.code(), cleared.text());
    assertTrue(cleared.text().contains("audit passed"), cleared.text());
    assertTrue(Files.size(folder.resolve("day/report.html")) > 10_000);
  }

  @Test
  void aGridOfProcessesKeysAndConvertersAreThere() throws Exception {
    Files.writeString(folder.resolve("s.yaml"), "study: s\nbase: {case: ieee14}\n");
    Ended study = gridclear("study", "s.yaml", "-q", "--out", "study");
    assertEquals(0, study.code(), study.text());
    Ended keys = gridclear("keys", "--authority", "ca", "--out", "keys");
    assertEquals(0, keys.code(), keys.text());
    assertTrue(Files.exists(home.resolve("lib/converters/converters.jar")));
  }

  @Test
  void completionManualPagesAndUnitsAreThere() throws Exception {
    Path share = home.resolve("share");
    assertTrue(
        Files.readString(share.resolve("bash-completion/completions/gridclear"))
            .contains("complete -F"));
    assertTrue(
        Files.readString(share.resolve("man/man1/gridclear-clear.1"))
            .contains("GRIDCLEAR\\-CLEAR"));
    assertTrue(Files.exists(share.resolve("systemd/gridclear-node@.service")));
    Ended bench = gridclear("bench");
    assertEquals(3, bench.code());
    assertTrue(bench.text().contains("from the sources"), bench.text());
  }
}
