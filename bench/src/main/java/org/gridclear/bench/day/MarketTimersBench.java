package org.gridclear.bench.day;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridclear.bench.machine.Machine;
import org.gridclear.market.MarketDay;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Two schedulers in processes of their own on one database, whose clocks are apart: each timer has
 * to fire once. For a third of the time the one ahead is gone.
 */
@Command(
    name = "market-timers",
    description = {
      "Run two schedulers whose clocks are apart on one PostgreSQL and count what their timers do.",
      "Exit code 1 if one fired twice, or not."
    })
public final class MarketTimersBench implements Callable<Integer> {
  private static final int PHASES = 3;
  private static final int NODES = 2;
  private static final int DUE_SECONDS_MAX = 600;

  /** Parts of the name of a file that a timer leaves. */
  private static final int TIMER = 0;

  private static final int PROCESS = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seconds",
      defaultValue = "600",
      description = "How long they run (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--apart",
      defaultValue = "100",
      description = "Seconds between their clocks (default: ${DEFAULT-VALUE}).")
  private int apart;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "How fast both clocks go (default: ${DEFAULT-VALUE}).")
  private int speed;

  @Option(
      names = "--workflows",
      defaultValue = "20",
      description = "Workflows with a start each minute (default: ${DEFAULT-VALUE}).")
  private int workflows;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.line());
    out.flush();
    Path place = Files.createTempDirectory("gridclear-market-timers-");
    Path fired = Files.createDirectory(place.resolve("fired"));
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Connection database = server.getPostgresDatabase().getConnection()) {
      Instant origin = now().truncatedTo(ChronoUnit.SECONDS);
      Rehearsal rehearsal = new Rehearsal(place, fired, origin);
      rehearsal.create(server.getJdbcUrl("postgres", "postgres"));
      Instant until = rehearsal.run();
      return rehearsal.judged(database, until, out);
    }
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  /** Schedulers of one market whose clocks are apart, from a time of origin on. */
  private final class Rehearsal {
    private final Path place;
    private final Path fired;
    private final Instant origin;

    Rehearsal(Path place, Path fired, Instant origin) {
      this.place = place;
      this.fired = fired;
      this.origin = origin;
    }

    /** Lets both go their time, one of them being started again; returns the time of the end. */
    private Instant run() throws IOException, InterruptedException {
      Process behind = start("behind", 0);
      Process ahead = start("ahead-1", apart);
      pause();
      end(ahead);
      pause();
      ahead = start("ahead-2", apart);
      pause();
      Instant until = origin.plus(Duration.between(origin, now()).multipliedBy(speed));
      awaitFired(due(until));
      end(behind);
      end(ahead);
      return until;
    }

    private void create(String address) {
      MarketFolder.Facts facts =
          new MarketFolder.Facts("timers", ZoneOffset.UTC.getId(), MarketDay.YUAN, address);
      StringBuilder book =
          new StringBuilder("format: gridclear-workflows\nversion: 1\nworkflows:\n");
      for (int w = 0; w < workflows; w++) {
        book.append(
            """
            - id: timer%d
              start: {everyMinutes: 1}
              missedAfterMinutes: 600
              nodes: [{id: first, task: publish}, {id: later, task: publish, at: {minutes: 1}, after: [first]}]
            """
                .formatted(w));
      }
      try (MarketFolder market = MarketFolder.create(place.resolve("market"), facts)) {
        new WorkflowBooks(new PieceStore(market))
            .keep(
                WorkflowReader.read(
                    book.toString().getBytes(StandardCharsets.UTF_8), "workflows.yaml"),
                origin,
                new Recording("bench", origin));
      }
    }

    private Process start(String name, int aheadSeconds) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-Xmx256m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              TimerProcess.class.getName(),
              place.resolve("market").toString(),
              name,
              Long.toString(origin.toEpochMilli()),
              Integer.toString(speed),
              Integer.toString(aheadSeconds),
              fired.toString()));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      if (!"ready".equals(process.inputReader(StandardCharsets.UTF_8).readLine())) {
        throw new IllegalStateException("The scheduler did not start.");
      }
      return process;
    }

    /** The timers that a time asks for. */
    private Set<String> due(Instant until) {
      Set<String> due = new TreeSet<>();
      for (Instant start = origin.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
          !start.plusSeconds(60).isAfter(until);
          start = start.plusSeconds(60)) {
        var at = start.atOffset(ZoneOffset.UTC);
        int cycle = at.getHour() * 60 + at.getMinute() + 1;
        for (int w = 0; w < workflows; w++) {
          for (String node : List.of("first", "later")) {
            due.add("timer%d_%s_%d_%s".formatted(w, at.toLocalDate(), cycle, node));
          }
        }
      }
      return due;
    }

    /** Has a busy machine do what is due, and then what would fire twice. */
    private void awaitFired(Set<String> due) throws IOException, InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DUE_SECONDS_MAX);
      while (System.nanoTime() < end && !fired(TIMER).keySet().containsAll(due)) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
      TimeUnit.SECONDS.sleep(3);
    }

    /** Files that timers left, counted by a part of their names. */
    private Map<String, Integer> fired(int part) throws IOException {
      Map<String, Integer> times = new TreeMap<>();
      try (Stream<Path> files = Files.list(fired)) {
        files.forEach(
            file ->
                times.merge(file.getFileName().toString().split("~", -1)[part], 1, Integer::sum));
      }
      return times;
    }

    private void pause() throws InterruptedException {
      TimeUnit.MILLISECONDS.sleep(1000L * seconds / PHASES);
    }

    private static void end(Process process) throws IOException, InterruptedException {
      process.getOutputStream().close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }

    /** By the files that timers left, beside the starts that the clock asks for. */
    private int judged(Connection database, Instant until, PrintWriter out) throws IOException {
      Map<String, Integer> times = fired(TIMER);
      List<String> faults = new ArrayList<>();
      times.forEach(
          (timer, count) -> {
            if (count > 1) {
              faults.add("%s fired %d times".formatted(timer, count));
            }
          });
      Set<String> due = due(until);
      due.stream()
          .filter(timer -> !times.containsKey(timer))
          .forEach(timer -> faults.add(timer + " was due and did not fire"));
      String twice =
          "SELECT workflow, trading_date, cycle, run, node, count(*) FROM workflow_transition"
              + " WHERE state = 'done' AND node <> '' GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1";
      Snapshots.rows(database, twice).forEach(row -> faults.add("done twice: " + row));
      out.printf(
          "clocks %d s apart: %d timers were due, %d fired, by %s; %d faults%n",
          apart, due.size(), times.size(), fired(PROCESS), faults.size());
      faults.stream().sorted().limit(20).forEach(out::println);
      out.flush();
      return faults.isEmpty() && due.size() >= NODES * workflows ? 0 : 1;
    }
  }
}
