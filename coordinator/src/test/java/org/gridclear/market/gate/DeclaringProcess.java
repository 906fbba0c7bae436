package org.gridclear.market.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.MarketDay;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;

/** Another process that declares without end and prints the number and hash of each receipt. */
final class DeclaringProcess {
  private DeclaringProcess() {}

  /** Declares as the operator of {@code folder}. */
  public static void main(String[] arguments) throws InterruptedException {
    MarketFolder market = MarketFolder.open(Path.of(arguments[0]));
    Desk desk = Desk.of(market.database());
    List<Thread> threads = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      int first = n;
      threads.add(new Thread(() -> declare(desk, first)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void declare(Desk desk, int first) {
    for (int n = first; ; n += 4) {
      Outcome.Receipt receipt = desk.receipt(Desk.priced(400 + n * 0.01));
      System.out.println(receipt.number() + " " + receipt.hash());
      System.out.flush();
    }
  }

  /** Starts one on a folder, and ends it hard after so many receipts; gives all that it printed. */
  static List<String> killedAfter(int count, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(DeclaringProcess.class.getName());
    command.add(folder.toString());
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      List<String> lines = new ArrayList<>();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          lines.add(line);
          if (lines.size() == count) {
            process.toHandle().destroyForcibly();
          }
        }
      }
      process.waitFor();
      lines.removeIf(line -> !line.matches("\\d+ [0-9a-f]{64}"));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A new market folder in a database. */
  static void create(Path folder, String address) {
    MarketFolder.create(
            folder, new MarketFolder.Facts("north", "Asia/Shanghai", MarketDay.YUAN, address))
        .close();
  }

  /** The receipts of the market that the process declared to. */
  static List<String> kept(Path folder) {
    try (MarketFolder market = MarketFolder.open(folder)) {
      MarketDatabase database = market.database();
      return new org.gridclear.market.store.declaration.DeclarationStore(database)
          .ofDate("da1", Desk.DATE).stream()
              .map(each -> each.number() + " " + each.hash())
              .toList();
    }
  }
}
