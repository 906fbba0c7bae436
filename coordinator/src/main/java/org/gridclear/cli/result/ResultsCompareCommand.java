package org.gridclear.cli.result;

import java.io.IOException;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear results compare}: two versions, or two dates, side by side. */
@Command(name = "compare", description = "Two versions, or two dates, side by side.")
final class ResultsCompareCommand extends ResultQuestion {
  @Parameters(paramLabel = "KIND", description = KINDS)
  private String kind;

  @Mixin private MarketOption market;

  @Mixin private RangeOptions range;

  @Mixin private RangeOptions.FilterOptions filter;

  @Option(names = "--with-date", description = "The other date (default: the same).")
  private LocalDate otherDate;

  @Option(
      names = "--with-version",
      converter = OptionNumbers.FromOne.class,
      description = "The other version (default: newest).")
  private Integer otherVersion;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    DayQuery first = range.query().with(filter.filter());
    LocalDate date = otherDate == null ? first.from() : otherDate;
    OptionalInt version = otherVersion == null ? OptionalInt.empty() : OptionalInt.of(otherVersion);
    DayQuery second =
        new DayQuery(first.market(), date, date, first.cycle(), version, first.filter());
    ResultKind of = ResultKind.of(kind);
    return answer(market, output, service -> service.compare(Viewer.LOCAL, first, second, of));
  }
}
