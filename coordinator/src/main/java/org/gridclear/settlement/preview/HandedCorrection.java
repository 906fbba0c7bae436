package org.gridclear.settlement.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.gridclear.report.FolderSwap;

/**
 * Corrected rows that are handed in as texts.
 *
 * @param files CSV by path, such as {@code days/2026-10-02/meters.csv}
 */
public record HandedCorrection(Map<String, String> files) {
  private static final String FILE = "(days/\\d{4}-\\d\\d-\\d\\d/)?[a-z]{1,30}\\.csv";

  public HandedCorrection {
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!file.getKey().matches(FILE) || file.getValue() == null) {
        throw new IllegalArgumentException(
            "The path (%s) must be such as days/2026-10-02/meters.csv, with the text of the file."
                .formatted(file.getKey()));
      }
    }
    files = Map.copyOf(files);
  }

  /** What is made of them as a folder, which is gone afterwards. */
  public <T> T asFolder(Function<Path, T> what) throws IOException {
    Path folder = Files.createTempDirectory("gridclear-preview-");
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      return what.apply(folder);
    } finally {
      FolderSwap.delete(folder);
    }
  }
}
