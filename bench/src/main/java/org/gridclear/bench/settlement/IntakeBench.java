package org.gridclear.bench.settlement;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.gridclear.bench.machine.Machine;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Files of a month into blocks of whole numbers, every value checked, and the same files into
 * tables of DuckDB by its own {@code read_csv}, which checks that numbers are numbers.
 */
@Command(
    name = "intake",
    description = "CPU time of reading a settlement folder, and DuckDB reading the same files.")
public final class IntakeBench implements Callable<Integer> {
  private static final List<String> TABLES =
      List.of("meters", "awards", "services", "prices", "events");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds of each, in turns; the first counts by itself (default: 5).")
  private int rounds;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Threads of DuckDB (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--parquet",
      description =
          "A folder with the same series in Parquet, read as well; made if it is missing.")
  private Path parquet;

  @Override
  public Integer call() throws IOException, SQLException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%s, %.0f MB of CSV%n", Machine.line(), megabytes());
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> columns = new ArrayList<>();
    try (Connection peer = new DuckDBDriver().connect("jdbc:duckdb:", new Properties())) {
      execute(peer, "SET threads TO " + threads);
      if (parquet != null && !Files.exists(parquet)) {
        new ParquetMonth(peer, "DECIMAL(9,4)", "COMPRESSION snappy").write(folder, parquet);
      }
      for (int round = 0; round < rounds; round++) {
        ProcessClock clock = new ProcessClock();
        int blocks = read(folder);
        ours.add(clock.stop().cpu());
        clock = new ProcessClock();
        load(peer);
        theirs.add(clock.stop().cpu());
        out.printf(
            Locale.ROOT,
            "round %d: %d blocks in %.2f CPU-s; DuckDB %.2f CPU-s; ratio %.2f%n",
            round + 1,
            blocks,
            ours.get(round),
            theirs.get(round),
            ours.get(round) / theirs.get(round));
        if (parquet != null) {
          clock = new ProcessClock();
          blocks = read(parquet);
          columns.add(clock.stop().cpu());
          out.printf(
              Locale.ROOT,
              "  Parquet: %d blocks in %.2f CPU-s; ratio to DuckDB's CSV %.2f%n",
              blocks,
              columns.get(round),
              columns.get(round) / theirs.get(round));
        }
        out.flush();
      }
    }
    out.printf(
        Locale.ROOT,
        "medians: %.2f and %.2f CPU-s; ratio %.2f%n",
        median(ours),
        median(theirs),
        median(ours) / median(theirs));
    if (parquet != null) {
      out.printf(
          Locale.ROOT,
          "Parquet: median %.2f CPU-s; ratio to DuckDB's CSV %.2f, to CSV here %.2f%n",
          median(columns),
          median(columns) / median(theirs),
          median(columns) / median(ours));
    }
    out.flush();
    return 0;
  }

  private double megabytes() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
              .filter(file -> file.toString().endsWith(".csv"))
              .mapToLong(file -> file.toFile().length())
              .sum()
          / 1e6;
    }
  }

  private static int read(Path month) {
    SettlementSource source = SettlementReader.open(month);
    int[] blocks = {0};
    SettlementReader.days(
        source, 1, source.month().days(), day -> blocks[0] += day.blocks().size());
    return blocks[0];
  }

  private void load(Connection peer) throws SQLException {
    for (String table : TABLES) {
      execute(
          peer,
          "CREATE OR REPLACE TABLE %s AS SELECT * FROM read_csv('%s/days/*/%s.csv', filename=true)"
              .formatted(table, folder.toString().replace("'", "''"), table));
    }
    execute(
        peer,
        "CREATE OR REPLACE TABLE curves AS SELECT * FROM read_csv('%s/curves.csv')"
            .formatted(folder.toString().replace("'", "''")));
  }

  private static void execute(Connection peer, String sql) throws SQLException {
    try (Statement statement = peer.createStatement()) {
      statement.execute(sql);
    }
  }

  private static double median(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
