package org.gridclear.cli.result;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TradingDates;
import org.gridclear.market.result.DayQuery;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which days, runs and versions are asked for. */
final class RangeOptions {
  @Option(
      names = "--of",
      paramLabel = "MARKET",
      defaultValue = "da",
      converter = MarketConverter.class,
      description = "lt-ruc, da, id or rt (default: ${DEFAULT-VALUE}).")
  private Market market;

  @Mixin private TradingDates dates;

  @Option(
      names = "--cycle",
      converter = OptionNumbers.FromZero.class,
      description = "Number of the run of the day (default: all).")
  private Integer cycle;

  @Option(
      names = "--day-version",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the version (default: the newest).")
  private Integer version;

  /** The query, without a filter. */
  DayQuery query() {
    TradingDates.Asked asked = dates.asked();
    return new DayQuery(
        market, asked.from(), asked.to(), of(cycle), of(version), DayQuery.Filter.NONE);
  }

  private static OptionalInt of(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Which rows are asked for. */
  static final class FilterOptions {
    @Option(names = "--bus", description = "Rows of this bus; may be given more than once.")
    private List<String> bus = new ArrayList<>();

    @Option(names = "--zone", description = "Rows of this zone; may be given more than once.")
    private List<String> zone = new ArrayList<>();

    @Option(names = "--unit", description = "Rows of this unit; may be given more than once.")
    private List<String> unit = new ArrayList<>();

    @Option(names = "--owner", description = "Rows of this member's; may be given more than once.")
    private List<String> owner = new ArrayList<>();

    @Option(names = "--fuel", description = "Rows of this fuel; may be given more than once.")
    private List<String> fuel = new ArrayList<>();

    @Option(
        names = "--element",
        description = "Rows of this load, storage, branch or flowgate; more than once, too.")
    private List<String> element = new ArrayList<>();

    @Option(
        names = "--period",
        defaultValue = "",
        description = "Number of a period, a time of day such as 18:00, or 08:00..20:00.")
    private String period;

    DayQuery.Filter filter() {
      return new DayQuery.Filter(bus, zone, unit, owner, fuel, element, period);
    }
  }
}
