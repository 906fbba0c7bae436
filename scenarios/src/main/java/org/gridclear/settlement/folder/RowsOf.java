package org.gridclear.settlement.folder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files of days with the rows of some ids alone, so that a question about a meter need not read
 * those of all others; a file whose name is not asked for is given whole. What was delivered as
 * Parquet is given as text.
 */
public final class RowsOf implements InputFiles {
  private static final List<String> IDS = List.of("id", "meter", "entity", "contract");

  private final InputFiles files;
  private final Map<String, Set<String>> ids;
  private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

  /**
   * Some rows.
   *
   * @param ids ids that are wanted, by name of the file of a day, such as {@code meters.csv}
   */
  public RowsOf(InputFiles files, Map<String, Set<String>> ids) {
    this.files = files;
    this.ids = Map.copyOf(ids);
  }

  @Override
  public String place() {
    return files.place();
  }

  @Override
  public List<String> paths() {
    return files.paths();
  }

  @Override
  public Optional<byte[]> read(String path) {
    Set<String> wanted = wanted(path);
    if (wanted == null) {
      return SeriesPath.csv(path).map(this::wanted).isPresent()
          ? Optional.empty()
          : files.read(path);
    }
    return read.computeIfAbsent(path, p -> files.read(p).map(content -> rows(content, wanted)));
  }

  private @Nullable Set<String> wanted(String path) {
    return path.startsWith("days/") ? ids.get(path.substring(path.lastIndexOf('/') + 1)) : null;
  }

  /**
   * The header and the rows of some ids.
   *
   * @throws IllegalArgumentException if the file has quoted cells, or no column of an id
   */
  static byte[] rows(byte[] content, Set<String> wanted) {
    int end = end(content, 0);
    List<String> header =
        List.of(new String(content, 0, end, StandardCharsets.UTF_8).split(",", -1));
    int column = column(header);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(content, 0, Math.min(content.length, end + 1));
    for (int at = end + 1; at < content.length; at = end + 1) {
      end = end(content, at);
      if (wanted.contains(cell(content, at, end, column))) {
        out.write(content, at, Math.min(content.length, end + 1) - at);
      }
    }
    return out.toByteArray();
  }

  /** Series have their id first, whatever it is called; records by name. */
  private static int column(List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).contains("\"")) {
        throw new IllegalArgumentException("A quoted header is read as a whole.");
      }
      if (IDS.contains(header.get(i).strip())) {
        return i;
      }
    }
    return 0;
  }

  private static int end(byte[] content, int from) {
    int at = from;
    while (at < content.length && content[at] != '\n') {
      at++;
    }
    return at;
  }

  private static String cell(byte[] content, int from, int end, int column) {
    int start = from;
    for (int left = column; left > 0 && start < end; start++) {
      left -= content[start] == ',' ? 1 : 0;
    }
    int to = start;
    while (to < end && content[to] != ',') {
      to++;
    }
    if (start < end && content[start] == '"') {
      throw new IllegalArgumentException("Quoted cells are read as a whole.");
    }
    return new String(content, start, to - start, StandardCharsets.UTF_8).strip();
  }
}
