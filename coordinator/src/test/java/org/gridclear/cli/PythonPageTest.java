package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.cli.process.TestGrid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/python.md shows, run as it stands; skipped where Python has no pandas. */
class PythonPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("gridclear.root")).resolve("docs/python.md");
  private static final Pattern PART = Pattern.compile("(?s)```python\\n(.*?)```");

  @TempDir Path folder;

  /** Exit code and everything that was printed. */
  private record Ended(int code, String text) {}

  private Ended python(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("python3", "-c", script))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it does not end");
    return new Ended(process.exitValue(), text);
  }

  @BeforeEach
  void needsPandas() throws Exception {
    boolean there;
    try {
      there = python("import pandas, pyarrow, requests").code() == 0;
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there, "no Python with pandas, pyarrow and requests here");
  }

  private static String part(int number) throws IOException {
    Matcher parts = PART.matcher(Files.readString(PAGE));
    for (int k = 0; k <= number; k++) {
      assertTrue(parts.find());
    }
    return parts.group(1);
  }

  @Test
  void aStudyIsSubmittedAndItsCasesAreAFrame() throws Exception {
    try (GridProcess server =
        GridProcess.start(
            List.of(),
            List.of(
                "serve", "--port", "0", "--grid-port", Integer.toString(TestGrid.freePort())))) {
      Matcher port = Pattern.compile("http://127\\.0\\.0\\.1:\\d+").matcher(server.readyLine());
      assertTrue(port.find(), server.output());
      Ended ended = python(part(0).replace("http://127.0.0.1:8080", port.group()));
      assertEquals(0, ended.code(), ended.text());
      assertTrue(ended.text().contains("1  more"), ended.text());
      assertTrue(ended.text().contains("G2"), ended.text());
    }
  }

  @Test
  void aFolderIsReadAsFrames() throws Exception {
    String day = folder.resolve("day").toString();
    assertEquals(0, GridClear.run("clear", "ieee14", "--parquet", "-q", "--out", day));
    Ended ended = python(part(1));
    assertEquals(0, ended.code(), ended.text());
    assertTrue(ended.text().contains("alarms: [[]]"), ended.text());
  }
}
