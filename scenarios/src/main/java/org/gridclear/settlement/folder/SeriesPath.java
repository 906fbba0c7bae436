package org.gridclear.settlement.folder;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.gridclear.settlement.table.RefusedTableException;
import org.gridclear.settlement.table.SeriesTable;

/**
 * Where the series of a day lie. Each file of series may come as CSV or, under the same name with
 * another ending, as Parquet; whoever asks for the CSV of one that came as Parquet gets its text.
 */
public final class SeriesPath {
  private static final String CSV = ".csv";
  private static final Set<String> NAMES =
      Set.of("meters", "awards", "services", "curves", "prices");

  private SeriesPath() {}

  /** Path of the Parquet file in place of a CSV file; nothing if the file has no series. */
  public static Optional<String> parquet(String csv) {
    String name = csv.substring(csv.lastIndexOf('/') + 1);
    boolean series =
        csv.endsWith(CSV)
            && NAMES.contains(name.substring(0, name.length() - CSV.length()))
            && (csv.startsWith("days/") || name.startsWith("curves"));
    return series
        ? Optional.of(csv.substring(0, csv.length() - CSV.length()) + SeriesTable.SUFFIX)
        : Optional.empty();
  }

  /** Path of the CSV file in place of a Parquet file; nothing if it is no file of series. */
  public static Optional<String> csv(String parquet) {
    return parquet.endsWith(SeriesTable.SUFFIX)
        ? Optional.of(parquet.substring(0, parquet.length() - SeriesTable.SUFFIX.length()) + CSV)
            .filter(path -> parquet(path).isPresent())
        : Optional.empty();
  }

  /** The path under which a file of series was delivered, which is that of the CSV if none was. */
  public static String of(InputFiles files, String csv) {
    return parquet(csv).filter(path -> files.read(path).isPresent()).orElse(csv);
  }

  /**
   * The text of a CSV file that was delivered as Parquet; nothing if none was.
   *
   * @throws UncheckedIOException if it cannot be used
   */
  public static Optional<byte[]> text(InputFiles files, String csv) {
    return parquet(csv).flatMap(files::read).map(SeriesPath::text);
  }

  private static byte[] text(byte[] parquet) {
    try {
      return SeriesTable.csv(parquet);
    } catch (RefusedTableException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A place in a file of series: a line of text, or a row. */
  public static String place(String file, int number) {
    return (file.endsWith(SeriesTable.SUFFIX) ? "row " : "line ") + number;
  }
}
