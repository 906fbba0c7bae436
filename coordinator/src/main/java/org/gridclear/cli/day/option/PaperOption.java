package org.gridclear.cli.day.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Papers that go with what is done. */
public final class PaperOption {
  @Option(
      names = "--attach",
      paramLabel = "FILE",
      description = "A paper that is kept with it; may be given again.")
  private List<Path> files = List.of();

  /**
   * The papers by name.
   *
   * @throws IllegalArgumentException if two have one name
   */
  public Map<String, byte[]> papers() throws IOException {
    Map<String, byte[]> papers = new LinkedHashMap<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      if (papers.put(name, Files.readAllBytes(file)) != null) {
        throw new IllegalArgumentException("Two attachments are named %s.".formatted(name));
      }
    }
    return papers;
  }
}
