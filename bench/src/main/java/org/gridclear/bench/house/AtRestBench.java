package org.gridclear.bench.house;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.Callable;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.EncryptedBytes;
import org.gridclear.atrest.source.KeyFile;
import org.gridclear.bench.machine.Machine;
import org.gridclear.bench.store.SyntheticYear;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.archive.DatabaseCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What encryption at rest costs: files, values of the grid, the database of a market. */
@Command(
    name = "at-rest",
    description = "Write and read files, values and a market in clear and encrypted, and compare.")
public final class AtRestBench implements Callable<Integer> {
  private static final int VALUE_BYTES = 1 << 16;

  @Spec private CommandSpec spec;

  @Option(
      names = "--megabytes",
      defaultValue = "256",
      description = "Size of the files (default: ${DEFAULT-VALUE}).")
  private int megabytes;

  @Option(
      names = "--days",
      defaultValue = "200",
      description = "Days of results of the market (default: ${DEFAULT-VALUE}).")
  private int days;

  private interface Work {
    void run() throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("gridclear-at-rest-");
    KeyFile keys = new KeyFile(folder.resolve("keys/data.keys"));
    keys.init(Clock.systemUTC());
    out.println(Machine.line());
    out.println("what                        clear s  encrypted s    ratio");
    byte[] plain = new byte[megabytes << 20];
    new Random(1).nextBytes(plain);
    Path file = folder.resolve("file");
    row(out, keys, "write a file", () -> StoredFiles.write(file, plain));
    row(out, keys, "write and read it", () -> StoredFiles.write(file, plain), () -> read(file));
    byte[] value = new byte[VALUE_BYTES];
    row(out, keys, "values of a cache", () -> values(value));
    int[] serial = {0};
    row(out, keys, "a market of days", () -> market(folder.resolve("m" + serial[0]++)));
    out.flush();
    return 0;
  }

  private static void read(Path file) throws IOException {
    StoredFiles.readAllBytes(file);
  }

  private void values(byte[] value) {
    for (int k = 0; k < megabytes * 16; k++) {
      value[0] = (byte) k;
      EncryptedBytes.open("bench", EncryptedBytes.seal("bench", value.clone()));
    }
  }

  private void market(Path place) throws IOException {
    try (MarketFolder market =
        MarketFolder.create(
            place,
            new MarketFolder.Facts("bench", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))) {
      new SyntheticYear().append(DayStore.of(market), days);
      new DatabaseCopy(market.database()).write(name -> new ByteArrayOutputStream());
    }
  }

  /** The best of three of each, in turn, after one that is not counted. */
  private static void row(PrintWriter out, KeyFile keys, String what, Work... works)
      throws IOException {
    double clear = Double.MAX_VALUE;
    double encrypted = Double.MAX_VALUE;
    for (int k = 0; k < 4; k++) {
      double first = seconds(works);
      AtRest.use(keys::load);
      double second = seconds(works);
      AtRest.forget();
      if (k > 0) {
        clear = Math.min(clear, first);
        encrypted = Math.min(encrypted, second);
      }
    }
    out.println("%-26s %8.3f %12.3f %8.2f".formatted(what, clear, encrypted, encrypted / clear));
    out.flush();
  }

  private static double seconds(Work... works) throws IOException {
    long start = System.nanoTime();
    for (Work work : works) {
      work.run();
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
