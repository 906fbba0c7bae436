package org.gridclear.bench.settlement;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import org.gridclear.settlement.exposure.StandingDay;
import org.gridclear.settlement.exposure.StandingLedger;
import org.gridclear.settlement.payment.Credit;
import org.gridclear.settlement.payment.PaymentEvent;
import org.gridclear.settlement.payment.PaymentLedger;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How long it takes from the last byte of a file of readings until exposure and shortage show. */
@Command(
    name = "exposure",
    description = {
      "Read a day interval by interval in a market of its own, every payer being rated. Exit code"
          + " 1",
      "if p99 from the last byte of a file to the exposure of all is over 5 s, or the standing"
          + " ledger",
      "is not 0.000."
    })
public final class ExposureBench implements Callable<Integer> {
  private static final double LIMIT_SECONDS = 5;
  private static final long ESTIMATE = 1_000_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(
      names = "--intervals",
      defaultValue = "96",
      description = "Intervals of the first day (default: ${DEFAULT-VALUE}).")
  private int intervals;

  @Override
  public Integer call() throws IOException {
    SettlementSource source = SettlementReader.open(folder);
    LocalDate date = source.month().date(1);
    StandingDay day = StandingDay.of(source, date);
    List<List<String>> meters =
        Files.readAllLines(SettlementReader.dayFolder(folder, date).resolve("meters.csv")).stream()
            .skip(1)
            .map(row -> Arrays.asList(row.split(",", -1)))
            .toList();
    Path place = Files.createTempDirectory("gridclear-exposure-").resolve("m");
    Clock clock =
        Clock.fixed(date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    try (MarketFolder market =
        MarketFolder.create(
            place, new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))) {
      rate(market, source, date);
      PaymentLedger ledger = PaymentLedger.of(market, SettlementProcess.of(market, clock));
      return read(ledger, day, date, meters);
    }
  }

  /** Rates all payers and takes a guarantee of each, in one go. */
  private void rate(MarketFolder market, SettlementSource source, LocalDate date) {
    List<JournalStore.Entry> rows = new ArrayList<>();
    source.month().entities().stream()
        .map(entity -> entity.on(1).member())
        .filter(member -> member.matches("M(US|RE).*"))
        .distinct()
        .forEach(
            member -> {
              String act =
                  Json.MAPPER.writeValueAsString(new PaymentEvent.Act.Rated(member, "B", ESTIMATE));
              rows.add(entry(new PaymentEvent.Proposed("Rated", act)));
              rows.add(entry(new PaymentEvent.Decided(rows.size(), true, "")));
              rows.add(
                  entry(
                      new PaymentEvent.GuaranteeGiven(
                          member, PaymentEvent.Guarantee.CASH, ESTIMATE, date, null, "")));
            });
    new JournalStore(market.database(), JournalStore.Journal.PAYMENT)
        .add(0, JournalRow.FIRST, "one", Instant.EPOCH, newer -> rows);
    say("%d entities, %d rated", source.month().entities().size(), rows.size() / 3);
  }

  private static JournalStore.Entry entry(PaymentEvent event) {
    return new JournalStore.Entry(
        event.getClass().getSimpleName(), Json.MAPPER.writeValueAsString(event));
  }

  private void say(String text, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(String.format(Locale.ROOT, text, values));
    out.flush();
  }

  private int read(
      PaymentLedger ledger, StandingDay day, LocalDate date, List<List<String>> meters) {
    StandingLedger standing = new StandingLedger(ledger);
    // A server that is asked knows its journals; a process that starts reads them first.
    say("%d positions before the first interval", new Credit(ledger).positions().size());
    double[] seconds = new double[intervals];
    int first = 0;
    int rows = 0;
    for (int interval = 1; interval <= intervals; interval++) {
      StringBuilder text = new StringBuilder("meter,series,mwh\n");
      for (List<String> row : meters) {
        text.append(String.join(",", row.get(0), row.get(1), row.get(1 + interval)));
        text.append('\n');
      }
      byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
      long start = System.nanoTime();
      StandingLedger.Outcome outcome = standing.read(day, date, interval, file, "one");
      seconds[interval - 1] = (System.nanoTime() - start) / 1e9;
      rows = outcome.readings();
      if (first == 0 && !outcome.uncovered().isEmpty()) {
        first = interval;
        say("interval %d: the first of %d is not covered", interval, outcome.uncovered().size());
      }
    }
    Credit.StandingDay now = new Credit(ledger).standingDays().get(0);
    long apart = now.membersMilliYuan() + now.marketMilliYuan();
    Arrays.sort(seconds);
    double p99 = seconds[(int) Math.ceil(0.99 * intervals) - 1];
    say(
        "%d intervals of %d readings: p50 %.3f s, p99 %.3f s, at most %.3f s; ledger %d.%03d",
        intervals,
        rows,
        seconds[intervals / 2],
        p99,
        seconds[intervals - 1],
        apart / 1000,
        Math.abs(apart % 1000));
    return apart == 0 && p99 <= LIMIT_SECONDS ? 0 : 1;
  }
}
