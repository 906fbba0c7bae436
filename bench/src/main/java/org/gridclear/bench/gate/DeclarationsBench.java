package org.gridclear.bench.gate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.gridclear.bench.machine.Machine;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.declaration.DeclarationStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Declarations at a rate: how long a receipt takes, and whether each is there after the process was
 * killed in the middle.
 */
@Command(
    name = "declarations",
    description = "Declare at a rate, kill the process in the middle, look for every receipt.")
public final class DeclarationsBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--database",
      defaultValue = MarketDatabase.EMBEDDED,
      description = "embedded, or the address of an empty PostgreSQL (default: ${DEFAULT-VALUE}).")
  private String database;

  @Option(
      names = "--per-minute",
      defaultValue = "5000",
      description = "Declarations due a minute (default: ${DEFAULT-VALUE}).")
  private int perMinute;

  @Option(
      names = "--count",
      defaultValue = "10000",
      description = "Declarations (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--senders",
      defaultValue = "32",
      description = "Threads that send (default: ${DEFAULT-VALUE}).")
  private int senders;

  @Option(
      names = "--units",
      defaultValue = "1000",
      description = "Units (default: ${DEFAULT-VALUE}).")
  private int units;

  @Option(
      names = "--kills",
      defaultValue = "3",
      description = "Processes that are killed in the middle (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("gridclear-declarations-");
    Path market = folder.resolve("market");
    Path receipts = folder.resolve("receipts.txt");
    DeclaringMarket.create(market, database);
    out.println(Machine.line());
    out.flush();
    int warm = Math.min(count, perMinute);
    process(market, receipts, 0, warm + count, warm, -1);
    int first = warm + count;
    for (int kill = 0; kill < kills; kill++) {
      int before = Files.readAllLines(receipts).size();
      process(market, receipts, first, count, 0, before + count / (4 + kill));
      first += count;
    }
    int lost = lost(market, receipts, out);
    out.flush();
    return lost == 0 ? 0 : 1;
  }

  /** Runs a process, to its end or until there are so many receipts. */
  private void process(
      Path market, Path receipts, int first, int declarations, int warm, int killAt)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(DeclaringProcess.class.getName());
    for (Object argument :
        new Object[] {market, receipts, first, declarations, perMinute, senders, units, warm}) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).inheritIO().start();
    while (killAt >= 0 && process.isAlive() && lines(receipts) < killAt) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    if (killAt >= 0) {
      process.destroyForcibly();
    }
    process.waitFor();
  }

  private static long lines(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) / 71 : 0;
  }

  private int lost(Path folder, Path receipts, PrintWriter out) throws IOException {
    try (MarketFolder market = MarketFolder.open(folder)) {
      DeclaringMarket declaring = DeclaringMarket.of(market, units);
      Set<String> kept = new HashSet<>();
      new DeclarationStore(market.database())
          .ofDate("da", declaring.date())
          .forEach(each -> kept.add(each.number() + " " + each.hash()));
      List<String> given =
          Files.readAllLines(receipts).stream()
              .filter(line -> line.matches("\\d+ [0-9a-f]{64}"))
              .toList();
      long lost = given.stream().filter(line -> !kept.contains(line)).count();
      out.printf(
          "%d receipts given, %d declarations kept, %d lost, %d processes killed%n",
          given.size(), kept.size(), lost, kills);
      return (int) lost;
    }
  }
}
