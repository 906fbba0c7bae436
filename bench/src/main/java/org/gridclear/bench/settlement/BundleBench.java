package org.gridclear.bench.settlement;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.ExchangeDesk;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.process.StatementDraft;
import org.gridclear.settlement.process.StatementQueries;
import org.gridclear.settlement.proof.BillBundle;
import org.gridclear.settlement.proof.BillEvidence;
import org.gridclear.settlement.proof.BillVerification;
import org.gridclear.settlement.register.DataStates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Bundles of a close: their size, how long one takes to verify, and changed digits. */
@Command(
    name = "bundles",
    description = {
      "Publish a close in a market of its own, write the bundle of every member, verify each, and",
      "change one digit at a time. Exit code 1 if one does not prove itself or a change is missed."
    })
public final class BundleBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CLOSE", description = "Folder of a whole month.")
  private Path folder;

  @Option(
      names = "--mutations",
      defaultValue = "10000",
      description = "Changed digits (default: ${DEFAULT-VALUE}).")
  private int mutations;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    Path place = Files.createTempDirectory("gridclear-bundles-").resolve("m");
    try (MarketFolder market =
            MarketFolder.create(
                place,
                new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
        CloseFolder close = CloseFolder.open(folder)) {
      LocalDate first = close.month().date(1);
      LocalDate last = close.month().date(close.month().period());
      Clock clock =
          Clock.fixed(last.plusDays(5).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
      SettlementProcess process = SettlementProcess.of(market, clock);
      return bundles(process, publish(process, close, first, last));
    }
  }

  private long publish(
      SettlementProcess process, CloseFolder close, LocalDate first, LocalDate last) {
    ExchangeDesk desk = new ExchangeDesk(process);
    DataStates.State good =
        new DataStates.State(DataStates.Check.PASSED, DataStates.Quality.QUALIFIED);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      desk.checked(day, good, "", "one");
    }
    long start = System.nanoTime();
    long number =
        desk.propose(new StatementDraft(process, close).period(Act.Kind.MONTH, first, last), "one");
    desk.decide(number, true, "", "two");
    say("published in %.1f s", (System.nanoTime() - start) / 1e9);
    return number;
  }

  private void say(String text, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(String.format(Locale.ROOT, text, values));
    out.flush();
  }

  private int bundles(SettlementProcess process, long number) {
    try (StatementQueries.Bundles all = new StatementQueries(process).bundles(number)) {
      return bundles(all);
    }
  }

  /** What was found of some bundles. */
  private record Found(
      int largest, double slowest, double verifying, int wrong, int changed, int missed) {
    static final Found NONE = new Found(0, 0, 0, 0, 0, 0);

    Found plus(Found other) {
      return new Found(
          Math.max(largest, other.largest),
          Math.max(slowest, other.slowest),
          verifying + other.verifying,
          wrong + other.wrong,
          changed + other.changed,
          missed + other.missed);
    }
  }

  private int bundles(StatementQueries.Bundles all) {
    List<String> members = all.members();
    int count = members.size();
    Found found =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(m -> bundle(all, members.get(m), m, share(m, count)))
            .reduce(Found.NONE, Found::plus);
    say(
        "%d bundles: the largest %.0f kB; verified in %.3f s on average, %.3f s at most; %d wrong",
        count, found.largest() / 1e3, found.verifying() / count, found.slowest(), found.wrong());
    say("%d changed digits: %d not found", found.changed(), found.missed());
    return found.wrong() + found.missed() == 0 && found.changed() == mutations ? 0 : 1;
  }

  /** How many digits are changed in the bundle of a number. */
  private int share(int m, int count) {
    return (int) ((m + 1L) * mutations / count - (long) m * mutations / count);
  }

  private Found bundle(StatementQueries.Bundles all, String member, int m, int changes) {
    byte[] zip = all.of(member).zip();
    long start = System.nanoTime();
    BillBundle bundle = BillBundle.read(zip);
    BillVerification verified = BillVerification.of(bundle, "");
    double seconds = (System.nanoTime() - start) / 1e9;
    Random random = new Random(seed * 1_000_003 + m);
    int missed = 0;
    for (int i = 0; i < changes; i++) {
      missed += found(bundle, random) ? 0 : 1;
    }
    return new Found(zip.length, seconds, seconds, verified.proved() ? 0 : 1, changes, missed);
  }

  /** Changes one digit of what proves a bill or of its lines, and looks. */
  private static boolean found(BillBundle bundle, Random random) {
    Map<String, byte[]> files = new TreeMap<>(bundle.evidence().files());
    byte[] statement = bundle.statement().clone();
    List<String> names = List.copyOf(files.keySet());
    int which = random.nextInt(names.size() + 1);
    byte[] file =
        which < names.size()
            ? Objects.requireNonNull(files.get(names.get(which))).clone()
            : statement;
    int at = random.nextInt(file.length);
    while (file[at] < '0' || file[at] > '9') {
      at = (at + 1) % file.length;
    }
    file[at] = (byte) ('0' + (file[at] - '0' + 1 + random.nextInt(9)) % 10);
    if (which < names.size()) {
      files.put(names.get(which), file);
    }
    return !BillVerification.of(
            new BillBundle(bundle.manifest(), statement, new BillEvidence(files)), "")
        .proved();
  }
}
