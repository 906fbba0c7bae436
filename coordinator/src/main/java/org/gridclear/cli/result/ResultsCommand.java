package org.gridclear.cli.result;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.AnomalyNotices;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredTypes;
import org.gridclear.market.result.CurveQuery;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultAnswer;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.StatisticsQuery;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.table.RowRange;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear results}: asks the results of a market's days. */
@Command(
    name = "results",
    description = {
      "Ask the results of a market's days: rows, statistics, curves (docs/market.md, F2).",
      "Dates without results, and what somebody must know of a version, are said first, on the",
      "error output; they, and a version that is not secure, not audited or sheds load, end with 1."
    },
    subcommands = CommandLine.HelpCommand.class)
public final class ResultsCommand implements Callable<Integer> {
  private static final String KINDS =
      "prices, zone-prices, units, commitment, reserves, flows, shadow-prices, security, offers,"
          + " balance, loads or storage.";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  private int answer(
      MarketOption market, TableOutput output, Function<ResultService, ResultAnswer> question)
      throws IOException {
    return answer(market, output, (folder, service) -> question.apply(service));
  }

  private int answer(
      MarketOption market,
      TableOutput output,
      BiFunction<MarketFolder, ResultService, ResultAnswer> question)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      ResultAnswer answer =
          question.apply(
              folder, new ResultService(DayStore.of(folder), AnomalyNotices.of(folder.database())));
      PrintWriter words = spec.commandLine().getErr();
      answer.lines().forEach(words::println);
      words.flush();
      output.write(
          answer.table().withMoney(folder.facts().currency()), spec.commandLine().getOut());
      boolean whole = answer.alarms().isEmpty() && answer.missing().isEmpty();
      return whole ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  @Command(name = "versions", description = "List the versions of days.")
  int versions(@Mixin MarketOption market, @Mixin RangeOptions range, @Mixin TableOutput output)
      throws IOException {
    DayQuery query = range.query();
    return answer(
        market,
        output,
        service -> service.versions(Viewer.LOCAL, query.market(), query.from(), query.to()));
  }

  @Command(name = "rows", description = "Rows of a kind of results.")
  int rows(
      @Parameters(paramLabel = "KIND", description = KINDS) String kind,
      @Mixin MarketOption market,
      @Mixin RangeOptions range,
      @Mixin RangeOptions.FilterOptions filter,
      @Option(
              names = "--offset",
              defaultValue = "0",
              description = "Rows that are left out before the first (default: 0).")
          long offset,
      @Option(
              names = "--limit",
              converter = OptionNumbers.FromOne.class,
              defaultValue = "1000000",
              description = "Most rows (default: ${DEFAULT-VALUE}).")
          int limit,
      @Mixin TableOutput output)
      throws IOException {
    DayQuery query = range.query().with(filter.filter());
    ResultKind of = ResultKind.of(kind);
    return answer(
        market,
        output,
        service -> whole(service.rows(Viewer.LOCAL, query, of, new RowRange(offset, limit))));
  }

  /** An answer that says how much it leaves out. */
  private static ResultAnswer whole(ResultAnswer answer) {
    int rows = answer.table().rows().size();
    List<String> notices = new ArrayList<>(answer.notices());
    if (rows < answer.total()) {
      notices.add("%d of %d rows.".formatted(rows, answer.total()));
    }
    return new ResultAnswer(
        answer.table(), answer.total(), answer.missing(), answer.alarms(), notices);
  }

  @Command(
      name = "statistics",
      description = {
        "Least, mean and greatest number, the mean weighted by load or output, and energy; or a",
        "duration curve. Every number counts as long as its period is."
      })
  int statistics(
      @Parameters(paramLabel = "KIND", description = KINDS) String kind,
      @Mixin MarketOption market,
      @Mixin RangeOptions range,
      @Mixin RangeOptions.FilterOptions filter,
      @Option(
              names = "--column",
              defaultValue = "",
              description = "Column of the numbers (default: the first of the kind).")
          String column,
      @Option(
              names = "--by",
              split = ",",
              description = "Groups: zone, fuel, owner, bus, unit …, day, month; commas between.")
          List<String> by,
      @Option(names = "--curve", description = "The duration curve.") boolean curve,
      @Mixin TableOutput output)
      throws IOException {
    DayQuery query = range.query().with(filter.filter());
    ResultKind of = ResultKind.of(kind);
    StatisticsQuery asked = new StatisticsQuery(column, by == null ? List.of() : by, curve);
    return answer(market, output, service -> service.statistics(Viewer.LOCAL, query, of, asked));
  }

  @Command(
      name = "curves",
      description = {
        "Load or output by period of all elements of a type or a member, or the energy of each.",
        "The type of a load is that of the member that buys for it, or of the user that buys"
            + " itself."
      })
  int curves(
      @Parameters(paramLabel = "KIND", description = "loads or units.") String kind,
      @Mixin MarketOption market,
      @Mixin RangeOptions range,
      @Mixin RangeOptions.FilterOptions filter,
      @Option(names = "--by", defaultValue = "type", description = "type (default) or owner.")
          String by,
      @Option(names = "--energy", description = "The energy of each group over the range.")
          boolean energy,
      @Mixin TableOutput output)
      throws IOException {
    DayQuery query = range.query().with(filter.filter());
    ResultKind of = ResultKind.of(kind);
    CurveQuery.By groups = CurveQuery.by(by);
    return answer(
        market,
        output,
        (folder, service) -> {
          MarketRegistry registry = new MarketRegistry(folder, Clock.systemUTC());
          CurveQuery asked = new CurveQuery(of, groups, energy, RegisteredTypes.byDate(registry));
          return service.curves(Viewer.LOCAL, query, asked);
        });
  }

  @Command(name = "bus", description = "The price of a bus beside what is cleared there.")
  int bus(
      @Parameters(paramLabel = "BUS", description = "Id of the bus.") String bus,
      @Mixin MarketOption market,
      @Mixin RangeOptions range,
      @Mixin TableOutput output)
      throws IOException {
    DayQuery query = range.query().with(DayQuery.Filter.ofBus(bus));
    return answer(market, output, service -> service.atBus(Viewer.LOCAL, query, RowRange.ALL));
  }

  @Command(name = "compare", description = "Two versions, or two dates, side by side.")
  int compare(
      @Parameters(paramLabel = "KIND", description = KINDS) String kind,
      @Mixin MarketOption market,
      @Mixin RangeOptions range,
      @Mixin RangeOptions.FilterOptions filter,
      @Option(names = "--with-date", description = "The other date (default: the same).")
          LocalDate otherDate,
      @Option(
              names = "--with-version",
              converter = OptionNumbers.FromOne.class,
              description = "The other version (default: newest).")
          Integer otherVersion,
      @Mixin TableOutput output)
      throws IOException {
    DayQuery first = range.query().with(filter.filter());
    LocalDate date = otherDate == null ? first.from() : otherDate;
    OptionalInt version = otherVersion == null ? OptionalInt.empty() : OptionalInt.of(otherVersion);
    DayQuery second =
        new DayQuery(first.market(), date, date, first.cycle(), version, first.filter());
    ResultKind of = ResultKind.of(kind);
    return answer(market, output, service -> service.compare(Viewer.LOCAL, first, second, of));
  }
}
