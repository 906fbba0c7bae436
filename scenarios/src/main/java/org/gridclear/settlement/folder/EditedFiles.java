package org.gridclear.settlement.folder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Files with some replaced, added, or taken away.
 *
 * @param files the files as they were
 * @param edits content by path; null where a file is taken away
 */
public record EditedFiles(InputFiles files, Map<String, byte[]> edits) implements InputFiles {
  @Override
  public String place() {
    return files.place();
  }

  @Override
  public Optional<byte[]> read(String path) {
    if (edits.containsKey(path)) {
      return Optional.ofNullable(edits.get(path));
    }
    return replaced(path) ? Optional.empty() : files.read(path);
  }

  /** Whether the text of a Parquet file was edited, which then takes its place. */
  private boolean replaced(String path) {
    return SeriesPath.csv(path).filter(edits::containsKey).isPresent();
  }

  @Override
  public List<String> paths() {
    TreeSet<String> paths = new TreeSet<>(files.paths());
    paths.removeIf(this::replaced);
    edits.forEach(
        (path, content) -> {
          if (content == null) {
            paths.remove(path);
          } else {
            paths.add(path);
          }
        });
    return List.copyOf(paths);
  }
}
