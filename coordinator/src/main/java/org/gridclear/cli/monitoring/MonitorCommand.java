package org.gridclear.cli.monitoring;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.monitoring.evaluation.IndexTables;
import org.gridclear.monitoring.grid.GridIndexWork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear monitor}: who could move the price, and how the market does. */
@Command(
    name = "monitor",
    description = "Watch a market: indices, composites, alarms (docs/monitoring.md).",
    subcommands = {
      AdequacyCommand.class,
      ImpactCommand.class,
      MitigationsCommand.class,
      ReportCommand.class,
      CommandLine.HelpCommand.class
    })
public final class MonitorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(out());
    return ExitCodes.DONE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static IndexEvaluation evaluation(MarketFolder folder) {
    return new IndexEvaluation(folder, DayStore.of(folder), Clock.systemUTC());
  }

  @Command(name = "indices", description = "The indices in effect, their limits and weights.")
  int indices(
      @Mixin MarketOption market,
      @Option(names = "--yaml", description = "As a file that 'set' reads.") boolean yaml,
      @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      if (yaml) {
        byte[] text = new IndexCatalogues(new PieceStore(folder)).text(Clock.systemUTC().instant());
        out().print(new String(text, StandardCharsets.UTF_8));
        out().flush();
      } else {
        output.write(IndexTables.definitions(evaluation(folder).catalogue()), out());
      }
    }
    return ExitCodes.DONE;
  }

  @Command(name = "set", description = "Set the indices, YAML or JSON; earlier versions stay.")
  int set(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "FILE", description = "The indices.") Path file)
      throws Exception {
    byte[] text = Files.readAllBytes(file);
    String name = String.valueOf(file.getFileName());
    Actor actor = acting.actor();
    try (MarketFolder folder = market.open()) {
      new RuleBase(folder, Clock.systemUTC()).requireOneMaySet(RuleKinds.INDEX_LIMITS);
      var recorded =
          actor.change(
              "monitor set",
              name,
              () ->
                  new IndexCatalogues(new PieceStore(folder))
                      .set(text, name, MarketOption.recording(actor)));
      out().printf("Indices, version %d%n", recorded.version().version());
      out().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "evaluate",
      description = {
        "Evaluate indices of days from the store. What was evaluated before is not computed again.",
        "Exit code 1 if a date has no results, or an index passes a severe limit."
      })
  int evaluate(
      @Mixin MarketOption market,
      @Mixin IndexRangeOptions range,
      @Mixin GridOptions gridOptions,
      @Mixin ActorOptions acting,
      @Option(
              names = "--tell",
              split = ",",
              paramLabel = "AUDIENCE",
              description =
                  "Tell of new alarms by a notice: public, member:ID, regulator, operator. It goes"
                      + " over the channels of who is told, by mail or signed calls.")
          @Nullable Set<String> audience)
      throws Exception {
    IndexQuery query = range.query();
    Actor actor = audience == null ? acting.actor() : acting.required();
    ToldMarket.check(audience == null ? Set.of() : audience);
    gridOptions.reach();
    try (MarketFolder folder = market.open()) {
      PrintWriter err = spec.commandLine().getErr();
      Set<Long> before = numbers(alarms(folder, query, false));
      long start = System.nanoTime();
      IndexEvaluation.Evaluated done =
          evaluated(
              folder,
              gridOptions,
              query,
              text -> {
                err.println(text);
                err.flush();
              });
      if (!done.missing().isEmpty()) {
        err.printf(
            "%d date(s) have no results, from %s to %s%n",
            done.missing().size(),
            done.missing().get(0),
            done.missing().get(done.missing().size() - 1));
      }
      done.without().forEach(run -> err.println(run + " has no prices, units or loads"));
      List<IndexAlarmRow> severe =
          alarms(folder, query, true).stream()
              .filter(each -> each.passed().severity().equals("severe"))
              .toList();
      severe.stream()
          .findFirst()
          .ifPresent(
              first ->
                  err.printf(
                      "%d severe alarm(s) of these dates are open, the first %s%n",
                      severe.size(), told(first)));
      err.flush();
      out()
          .printf(
              "%d values, %d of them computed now, %d new alarm(s), in %.1f s; sha256 %s%n",
              done.items(),
              done.computed(),
              done.raised(),
              (System.nanoTime() - start) / 1e9,
              done.hash());
      if (audience != null) {
        tell(new ToldMarket(folder, actor, out()), query, before, audience);
      }
      out().flush();
      boolean whole = done.missing().isEmpty() && done.without().isEmpty();
      return whole && severe.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  private static IndexEvaluation.Evaluated evaluated(
      MarketFolder folder, GridOptions gridOptions, IndexQuery query, Consumer<String> told) {
    if (gridOptions.join.isEmpty() && gridOptions.data == null) {
      return evaluation(folder).evaluate(query, told);
    }
    try (Grid grid = Grid.start(gridOptions)) {
      return new IndexEvaluation(
              folder, DayStore.of(folder), Clock.systemUTC(), new GridIndexWork(grid.runs()))
          .evaluate(query, told);
    }
  }

  private static Set<Long> numbers(List<IndexAlarmRow> alarms) {
    return alarms.stream().map(IndexAlarmRow::number).collect(Collectors.toSet());
  }

  /** Tells of the alarms that were not there before; of none nobody is told. */
  private static void tell(
      ToldMarket market, IndexQuery query, Set<Long> before, Set<String> audience)
      throws Exception {
    List<IndexAlarmRow> raised =
        alarms(market.folder(), query, true).stream()
            .filter(each -> !before.contains(each.number()))
            .toList();
    if (!raised.isEmpty()) {
      String text = raised.stream().map(MonitorCommand::told).collect(Collectors.joining("\n"));
      String title = "%d index alarms, %s to %s".formatted(raised.size(), query.from(), query.to());
      market.tell(
          new ToldMarket.Told("monitor evaluate tell", title, false, text), audience, List.of());
    }
  }

  private static String told(IndexAlarmRow alarm) {
    return "%s: %s of %s, %s: %s, limit %s"
        .formatted(
            alarm.passed().severity(),
            alarm.item().index(),
            alarm.item().zone().isEmpty() ? "the system" : "zone " + alarm.item().zone(),
            alarm.item().date(),
            alarm.passed().value(),
            alarm.passed().limit());
  }

  private static List<IndexAlarmRow> alarms(MarketFolder folder, IndexQuery query, boolean open) {
    return new IndexAlarms(folder.database(), Clock.systemUTC())
        .list(
            new IndexAlarmStore.Wanted(
                DayKey.word(query.market()), query.from(), query.to(), open));
  }

  /** What is shown of indices. */
  enum View {
    /** A row a value. */
    VALUES,
    /** Numbers of suppliers, fuels, products, constraints. */
    ELEMENTS,
    /** Numbers of members, to be published to each. */
    MEMBERS,
    /** A row an index, over the range. */
    OVERVIEW
  }

  @Command(name = "show", description = "Values of indices that were evaluated.")
  int show(
      @Mixin MarketOption market,
      @Mixin IndexRangeOptions range,
      @Option(
              names = "--view",
              defaultValue = "VALUES",
              description =
                  "values, elements (suppliers, fuels, products, constraints), members (to be"
                      + " published to each) or overview (limits and trend; default: values).")
          View view,
      @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      List<IndexEvaluation.StoredIndex> values = evaluation(folder).values(range.query());
      output.write(
          switch (view) {
            case VALUES -> IndexTables.values(values);
            case ELEMENTS -> IndexTables.elements(values);
            case MEMBERS -> IndexTables.members(values);
            case OVERVIEW -> IndexTables.overview(values);
          },
          out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "alarms",
      description = "Indices that passed a limit. Exit code 1 if one is open.")
  int alarms(
      @Mixin MarketOption market,
      @Mixin IndexRangeOptions range,
      @Option(names = "--open", description = "Those alone that nobody cleared.") boolean open,
      @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      List<IndexAlarmRow> found = alarms(folder, range.query(), open);
      output.write(IndexTables.alarms(found), out());
      return found.stream().anyMatch(each -> each.cleared().isEmpty())
          ? ExitCodes.FAILED_CELLS
          : ExitCodes.DONE;
    }
  }

  @Command(name = "clear", description = "Clear alarms of indices by hand.")
  int clear(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--comment", required = true, description = "What is to be said.")
          String comment,
      @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "Numbers of alarms.")
          List<Long> numbers)
      throws Exception {
    Actor actor = acting.required();
    try (MarketFolder folder = market.open()) {
      IndexAlarms alarms = new IndexAlarms(folder.database(), Clock.systemUTC());
      for (long number : numbers) {
        actor.change(
            "monitor clear",
            Long.toString(number),
            () -> alarms.clear(number, actor.name(), comment));
        out().printf("alarm %d cleared%n", number);
      }
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
