package org.gridclear.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;
import picocli.CommandLine.Option;

/** Where a table goes and how it is written. */
public final class TableOutput {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, csv, json, parquet or xlsx (default: what the name of --out ends with, else"
              + " table).")
  private TableFormat format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write, which must not exist yet (default, or -: standard output).")
  private Path out;

  /**
   * Looks at the place before anything is computed.
   *
   * @throws IllegalArgumentException if there is a file already, or bytes would go to a terminal
   */
  public void check() {
    if (out != null && !StandardStreams.meant(out) && Files.exists(out)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(out));
    }
    if (out == null && format != null && format.binary()) {
      throw new IllegalArgumentException(
          "%s is not for terminals: name a file with --out, or --out - to hand it on."
              .formatted(format));
    }
  }

  /**
   * That nobody says how a table is written where none is.
   *
   * @param of what has the table, for the message
   * @throws IllegalArgumentException if a format or a file is named
   */
  public void refuse(String of) {
    if (format != null || out != null) {
      throw new IllegalArgumentException("--format and --out are of %s.".formatted(of));
    }
  }

  /** Prints the table or writes it and says where. */
  public void write(Table table, PrintWriter output) throws IOException {
    if (StandardStreams.meant(out)) {
      StandardStreams.write(TableFile.bytes(table, format != null ? format : TableFormat.CSV));
    } else if (out == null) {
      TableFormat chosen = format != null ? format : TableFormat.TABLE;
      output.print(new String(TableFile.bytes(table, chosen), StandardCharsets.UTF_8));
      if (chosen == TableFormat.JSON) {
        output.println();
      }
    } else {
      TableFormat chosen = format != null ? format : TableFormat.of(out).orElse(TableFormat.TABLE);
      TableFile.write(out, table, chosen);
      output.println("Written: %s, %d row(s)".formatted(out, table.rows().size()));
    }
    output.flush();
  }
}
