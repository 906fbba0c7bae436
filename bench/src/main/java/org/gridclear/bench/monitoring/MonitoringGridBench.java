package org.gridclear.bench.monitoring;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.gridclear.bench.grid.BenchGrid;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.adequacy.AdequacySystem;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.monitoring.facts.FactsReader;
import org.gridclear.monitoring.grid.GridIndexWork;
import org.gridclear.monitoring.grid.IndexWork;
import org.gridclear.monitoring.grid.MonitoringRun;
import org.gridclear.monitoring.index.IndexCatalogue;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.index.IndexValue;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.supply.AdequacyStudy;
import org.gridclear.monitoring.supply.AdequacyText;
import org.gridclear.monitoring.task.MonitoringAnswer;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.work.Hashes;
import org.gridclear.worker.api.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Samples of adequacy and indices on node processes, one of which is killed: equal bits. */
@Command(
    name = "monitoring-grid",
    description = {
      "Samples of IEEE RTS-79, and with --market the indices of its days, in this process and on",
      "node processes, one of which is killed under way, while it evaluates indices if there are",
      "any; whether the bits are equal."
    })
public final class MonitoringGridBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--nodes",
      split = ",",
      defaultValue = "1,3",
      description = "Numbers of node processes (default: ${DEFAULT-VALUE}).")
  private List<Integer> nodes;

  @Option(
      names = "--samples",
      defaultValue = "1000000",
      description = "Sampled weeks (default: ${DEFAULT-VALUE}).")
  private long samples;

  @Option(names = "--market", paramLabel = "DIR", description = "Market folder with days.")
  private Path market;

  @Option(names = "--from", description = "First date.")
  private LocalDate from;

  @Option(names = "--to", description = "Last date.")
  private LocalDate to;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    AdequacySystem system = AdequacyText.rts79();
    Set<String> sampled = new HashSet<>();
    Set<String> evaluated = new HashSet<>();
    sampled.add(hash(AdequacyStudy.of(system, samples, 1)));
    List<IndexWork.Asked> asked = market == null ? List.of() : asked();
    evaluated.add(hash(IndexWork.here(), asked));
    for (int count : nodes) {
      try (BenchGrid grid = new BenchGrid(count, 1)) {
        long start = System.nanoTime();
        MonitoringRun run = AdequacyStudy.run(system, samples, 1);
        RunResult ended = withKill(grid, run, count > 1 && asked.isEmpty());
        double seconds = (System.nanoTime() - start) / 1e9;
        sampled.add(
            hash(
                AdequacyStudy.of(
                    system,
                    MonitoringRun.answers(grid.runs(), ended).stream()
                        .map(answer -> ((MonitoringAnswer.Sampled) answer).sums())
                        .toList())));
        out.printf(
            "%d node(s): %d weeks in %.1f s, %d units, %d done again, nodes lost %s%n",
            count,
            samples,
            seconds,
            ended.cases().size(),
            ended.status().retries(),
            ended.status().lostNodes());
        if (!asked.isEmpty()) {
          evaluated.add(indices(grid, asked, count > 1));
        }
        out.flush();
      }
    }
    boolean equal = sampled.size() == 1 && evaluated.size() == 1;
    out.println(equal ? "equal bits everywhere" : "NOT equal bits");
    return equal ? 0 : 1;
  }

  /** Evaluates all indices twice, a node killed under way the first time; their hash. */
  private String indices(BenchGrid grid, List<IndexWork.Asked> asked, boolean kill) {
    long start = System.nanoTime();
    AtomicReference<RunHandle> watched = new AtomicReference<>();
    Thread killer = new Thread(() -> watched.set(killUnderWay(grid)), "killer");
    killer.setDaemon(true);
    if (kill) {
      killer.start();
    }
    String hash = hash(new GridIndexWork(grid.runs()), asked);
    double first = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    boolean same = hash.equals(hash(new GridIndexWork(grid.runs()), asked));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "  indices of %d zones of days in %.1f s, the second time %.1f s%n",
        asked.size(), first, (System.nanoTime() - start) / 1e9);
    Optional.ofNullable(watched.get())
        .map(RunHandle::status)
        .ifPresent(
            status ->
                out.printf(
                    "  %d units, %d done again, nodes lost %s%n",
                    status.cases(), status.retries(), status.lostNodes()));
    return same ? hash : hash + " and another";
  }

  /** Kills a node when a fifth of the first run that opens is done. */
  private static RunHandle killUnderWay(BenchGrid grid) {
    Optional<RunHandle> open = Optional.empty();
    while (open.isEmpty()) {
      Thread.onSpinWait();
      open =
          grid.runs().registry().open().stream()
              .findFirst()
              .flatMap(run -> grid.runs().find(run.status().runId()));
    }
    whenBegun(open.get());
    grid.killOne();
    return open.get();
  }

  private static void whenBegun(RunHandle handle) {
    CountDownLatch begun = new CountDownLatch(1);
    handle.listen(
        status -> {
          if (status.done() * 5 >= status.cases()) {
            begun.countDown();
          }
        });
    try {
      begun.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run; a node is killed when a fifth of it is done. */
  private static RunResult withKill(BenchGrid grid, MonitoringRun run, boolean kill) {
    RunHandle handle = grid.runs().submit(run.job());
    if (kill) {
      whenBegun(handle);
      grid.killOne();
    }
    return handle.result().join();
  }

  private List<IndexWork.Asked> asked() throws IOException {
    try (MarketFolder folder = MarketFolder.open(market)) {
      DayStore days = DayStore.of(folder);
      List<String> ids =
          IndexCatalogues.standard().indices().stream().map(IndexDefinition::id).toList();
      List<IndexWork.Asked> asked = new ArrayList<>();
      Map<DayVersion, MarketFacts> facts =
          FactsReader.read(days, days.versions(Market.DA, from, to), owner -> owner);
      facts.entrySet().stream()
          .sorted(Map.Entry.comparingByKey((a, b) -> a.text().compareTo(b.text())))
          .forEach(
              each -> {
                Set<String> zones = new TreeSet<>(each.getValue().zones());
                zones.add(MarketFacts.SYSTEM);
                for (String zone : zones) {
                  asked.add(new IndexWork.Asked(each.getKey().text(), each.getValue(), zone, ids));
                }
              });
      return asked;
    }
  }

  private static String hash(AdequacyStudy study) {
    return new Hashes().add(Wire.pack(study.sampled())).hex();
  }

  private static String hash(IndexWork work, List<IndexWork.Asked> asked) {
    IndexCatalogue catalogue = IndexCatalogues.standard();
    Hashes hash = new Hashes();
    for (SortedMap<String, IndexValue> values :
        work.values(catalogue, IndexCatalogues.standardText(), asked)) {
      hash.add(Wire.pack(values));
    }
    return hash.hex();
  }
}
