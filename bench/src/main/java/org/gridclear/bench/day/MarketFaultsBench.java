package org.gridclear.bench.day;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gridclear.bench.machine.Machine;
import org.gridclear.cli.GridProcess;
import org.gridclear.market.day.Made;
import org.gridclear.market.demo.DemoDay;
import org.gridclear.market.exchange.Collecting;
import org.gridclear.market.replay.DayLog;
import org.gridclear.market.replay.DayLogReader;
import org.gridclear.market.replay.DayReplay;
import org.gridclear.market.replay.LoggedMarket;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.workflow.SimulatedClock;
import org.gridclear.run.RunLimits;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A market day under faults: two schedulers and a grid in processes of their own do a logged day
 * again, and an auditor holds what they leave against the same day that nothing disturbed.
 */
@Command(
    name = "market-faults",
    description = {
      "Kill, freeze and cut off schedulers, nodes and a partner while they clear, approve, publish",
      "and hand over a market day. Exit code 1 if anything was lost, doubled or differs."
    })
public final class MarketFaultsBench implements Callable<Integer> {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final int NODE_PORT = 48_100;
  private static final int SCHEDULERS = 2;
  private static final double LOST_ANSWERS = 0.1;
  private static final int FLUSHES = 40;

  @Spec private CommandSpec spec;

  @Option(
      names = "--faults",
      defaultValue = "200",
      description = "Faults (default: ${DEFAULT-VALUE}).")
  private int faults;

  @Option(
      names = "--seed",
      defaultValue = "8150",
      description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--grid-nodes",
      defaultValue = "2",
      description =
          "Node processes; 0: schedulers clear by themselves (default: ${DEFAULT-VALUE}).")
  private int gridNodes;

  @Option(
      names = "--network",
      defaultValue = "ieee30",
      description = "Network (default: ${DEFAULT-VALUE}).")
  private String network;

  @Option(
      names = "--intraday-minutes",
      defaultValue = "60",
      description = "Minutes between intraday runs (default: ${DEFAULT-VALUE}).")
  private int intradayMinutes;

  @Option(
      names = "--real-time-minutes",
      defaultValue = "15",
      description = "Minutes between real-time runs (default: ${DEFAULT-VALUE}).")
  private int realTimeMinutes;

  @Option(
      names = "--lease-ms",
      defaultValue = "3000",
      description = "Lease of schedulers (default: ${DEFAULT-VALUE}).")
  private long leaseMillis;

  @Option(
      names = "--day-log",
      paramLabel = "FILE",
      description = "The log of a day to take (default: a day is played first).")
  private Path given;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.line() + ", seed " + seed);
    Path place = Files.createTempDirectory("gridclear-market-faults-");
    out.println("files in " + place);
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Connection admin = server.getPostgresDatabase().getConnection()) {
      database(admin, "calm");
      database(admin, "faulty");
      try (Connection calm = server.getDatabase("postgres", "calm").getConnection();
          Connection faulty = server.getDatabase("postgres", "faulty").getConnection()) {
        return new Rehearsal(out, place).run(server, calm, faulty);
      }
    }
  }

  private static void database(Connection admin, String name) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
  }

  /** A day without and under faults, in a place of its own. */
  private final class Rehearsal {
    private final PrintWriter out;
    private final Path place;

    Rehearsal(PrintWriter out, Path place) {
      this.out = out;
      this.place = place;
    }

    int run(EmbeddedPostgres server, Connection calm, Connection faulty) throws Exception {
      List<List<String>> expected = new ArrayList<>();
      DayLog log;
      try (LocalGrid grid = new LocalGrid(1);
          ActorStudyRuns runs =
              new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
          Partner partner = new Partner(seed, 0)) {
        log = ExtendedDay.of(played(runs));
        DayReplay.Outcome outcome =
            made(
                "calm",
                server.getJdbcUrl("postgres", "calm"),
                log,
                runs,
                partner,
                market -> watched(market, calm, expected));
        say("undisturbed: %d versions, %d differ from the log", outcome);
        refuse(outcome);
      }
      try (LocalGrid grid = new LocalGrid(1);
          ActorStudyRuns runs =
              new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
          Partner partner = new Partner(seed, LOST_ANSWERS)) {
        FaultySchedulers[] schedulers = new FaultySchedulers[1];
        long from = System.nanoTime();
        DayReplay.Outcome outcome =
            made(
                "faulty",
                server.getJdbcUrl("postgres", "faulty"),
                log,
                runs,
                partner,
                market -> {
                  schedulers[0] = faulty(market, server.getPort(), faulty, expected, partner);
                  return schedulers[0];
                });
        out.printf("%.0f s under faults%n", (System.nanoTime() - from) / 1e9);
        schedulers[0].count().forEach((what, count) -> out.printf("  %5d  %s%n", count, what));
        say("under faults: %d versions, %d differ from the log", outcome);
        outcome.differences().forEach(out::println);
        return judged(
            new DayAuditor(faulty, calm, place.resolve("faulty"), partner).judge(), outcome);
      }
    }

    private void say(String text, DayReplay.Outcome outcome) {
      out.println(text.formatted(outcome.versions().size(), outcome.differences().size()));
      out.flush();
    }

    private static void refuse(DayReplay.Outcome outcome) {
      if (!outcome.differences().isEmpty()) {
        throw new IllegalStateException(outcome.differences().toString());
      }
    }

    private int judged(DayAuditor.Verdict verdict, DayReplay.Outcome outcome) {
      verdict.looked().forEach((what, count) -> out.printf("  %5d  %s%n", count, what));
      verdict.faults().stream().limit(40).forEach(out::println);
      out.printf("%d faults found by the auditor%n", verdict.faults().size());
      out.flush();
      return verdict.faults().isEmpty() && outcome.differences().isEmpty() ? 0 : 1;
    }

    private DayLog played(StudyRuns runs) throws IOException {
      Path log = place.resolve("day.jsonl");
      if (given != null) {
        Files.copy(given, log);
        return DayLogReader.read(log);
      }
      RollingPlan plan =
          new RollingPlan(
              new RollingPlan.Steps(intradayMinutes, Math.max(2, 120 / intradayMinutes)),
              new RollingPlan.Steps(realTimeMinutes, Math.max(2, 15 / realTimeMinutes)));
      DemoDay.Settings settings = new DemoDay.Settings(network, DATE, 3, 1, 0.02, plan, Made.BUILD);
      new DemoDay(settings, event -> {}).run(place.resolve("played"), log, runs);
      out.println("played");
      out.flush();
      return DayLogReader.read(log);
    }

    /** Makes the day again with the schedulers that are given, and hands on what is left. */
    private DayReplay.Outcome made(
        String name,
        String address,
        DayLog log,
        StudyRuns runs,
        Partner partner,
        Function<LoggedMarket, LoggedMarket.Schedulers> schedulers) {
      SimulatedClock clock =
          new SimulatedClock(log.terms().begins(), ZoneId.of(log.terms().zone()));
      LoggedMarket.Setup setup =
          new LoggedMarket.Setup(clock, runs, Made.BUILD, event -> {}, UnaryOperator.identity());
      try (LoggedMarket market =
          LoggedMarket.create(place.resolve(name), address, log.terms(), setup, schedulers)) {
        ExtendedDay.channels(market, clock, partner.address(), ExtendedDay.member(log));
        DayReplay.Outcome outcome = new DayReplay(log, runs).run(market);
        flush(market, clock.instant());
        return outcome;
      }
    }

    private static void flush(LoggedMarket market, Instant from) {
      for (int k = 1; k <= FLUSHES; k++) {
        Clock later = Clock.fixed(from.plus(Duration.ofHours(k)), ZoneId.of("UTC"));
        Collecting collecting = new Collecting(market.folder(), market.days(), later);
        collecting.run(DATE, DATE, "bench");
        collecting.outbox().send();
      }
    }

    private static LoggedMarket.Schedulers watched(
        LoggedMarket market, Connection database, List<List<String>> seen) {
      LoggedMarket.Schedulers own = LoggedMarket.own(market);
      return new LoggedMarket.Schedulers() {
        @Override
        public void step() {
          own.step();
          seen.add(Snapshots.nodes(database));
        }

        @Override
        public void close() {
          own.close();
        }
      };
    }

    private FaultySchedulers faulty(
        LoggedMarket market,
        int databasePort,
        Connection database,
        List<List<String>> expected,
        Partner partner) {
      try {
        List<GridProcess> nodes = new ArrayList<>();
        for (int n = 0; n < gridNodes; n++) {
          nodes.add(
              GridProcess.node("node-" + n, NODE_PORT, "--slots", "1", "--child-memory", "0"));
        }
        nodes.forEach(GridProcess::awaitReady);
        Path file = place.resolve("clock");
        SharedClock clock = SharedClock.of(file, market.folder().facts().zone());
        clock.set(Instant.EPOCH);
        SchedulerProcess.Place shared =
            new SchedulerProcess.Place(
                place.resolve("day.jsonl"),
                place.resolve("faulty"),
                "jdbc:postgresql://localhost:PORT/faulty?user=postgres",
                databasePort,
                file,
                leaseMillis,
                gridNodes == 0
                    ? MarketScheduler.ALONE
                    : "127.0.0.1:%d..%d".formatted(NODE_PORT, NODE_PORT + 19));
        List<SchedulerProcess> processes = new ArrayList<>();
        for (int which = 0; which < SCHEDULERS; which++) {
          processes.add(new SchedulerProcess(shared, which));
        }
        return new FaultySchedulers(
            new FaultySchedulers.Scene(
                database, clock, market.clock(), processes, nodes, NODE_PORT, partner),
            expected,
            faults,
            seed,
            out);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
