package org.gridclear.bench.settlement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridclear.settlement.folder.SeriesPath;

/** A settlement folder whose series are Parquet, written by DuckDB from the CSV of another. */
final class ParquetMonth {
  private final Connection peer;
  private final String type;
  private final String options;

  /**
   * How files are written.
   *
   * @param type DuckDB's type of a value, such as {@code DECIMAL(12,4)}
   * @param options DuckDB's options of the file, such as {@code COMPRESSION zstd}
   */
  ParquetMonth(Connection peer, String type, String options) {
    this.peer = peer;
    this.type = type;
    this.options = options;
  }

  /** Writes the folder; what has no series is copied. */
  void write(Path folder, Path target) throws IOException, SQLException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      String parquet = SeriesPath.parquet(path).orElse(path);
      Path to = target.resolve(parquet);
      Files.createDirectories(to.getParent());
      if (parquet.equals(path)) {
        Files.copy(file, to);
      } else {
        copy(file, to);
      }
    }
  }

  /** Writes one file in the layout of the other, the values of its columns in one type. */
  void copy(Path csv, Path parquet) throws IOException, SQLException {
    String header;
    try (Stream<String> lines = Files.lines(csv)) {
      header = lines.findFirst().orElseThrow();
    }
    List<String> names = Stream.of(header.strip().split(",", -1)).toList();
    int keys = names.get(1).equals("start") ? 3 : 2;
    String columns =
        IntStream.range(0, names.size())
            .mapToObj(
                c -> {
                  String cell = "\"" + names.get(c) + "\"";
                  String as = c < keys ? (c == 0 || keys == 2 ? "VARCHAR" : "TIMESTAMP") : type;
                  return "CAST(%s AS %s) AS %s".formatted(cell, as, cell);
                })
            .collect(Collectors.joining(", "));
    try (Statement statement = peer.createStatement()) {
      statement.execute(
          String.format(
              Locale.ROOT,
              "COPY (SELECT %s FROM read_csv('%s', header=true, all_varchar=true)) TO '%s'"
                  + " (FORMAT parquet, %s)",
              columns,
              quoted(csv),
              quoted(parquet),
              options));
    }
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }
}
