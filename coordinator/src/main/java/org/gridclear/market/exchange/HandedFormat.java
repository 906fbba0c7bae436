package org.gridclear.market.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridclear.market.day.ResultKind;
import org.gridclear.validate.UnknownNameException;

/** What goes over a channel. */
public enum HandedFormat {
  /** Dispatch plan of units and storage to the EMS (O-09, F-04, F-08). */
  EMS_PLAN(
      new Section("units", ResultKind.UNITS, "unit", "period", "time", "mw"),
      new Section("commitment", ResultKind.COMMITMENT, "unit", "period", "time", "on"),
      new Section(
          "storage",
          ResultKind.STORAGE,
          "storage",
          "period",
          "time",
          "chargeMw",
          "dischargeMw",
          "levelMwh")),
  /** Regulation and other ancillary services of units to the EMS (O-09). */
  EMS_ANCILLARY(
      new Section("awards", ResultKind.RESERVES, "product", "unit", "period", "time", "mw")),
  /** Spot and ancillary results to the trading platform (O-12). */
  TRADE_RESULTS(
      new Section(
          "units", ResultKind.UNITS, "unit", "owner", "period", "time", "mw", "lmpYuanPerMwh"),
      new Section(
          "loads", ResultKind.LOADS, "load", "owner", "period", "time", "mw", "lmpYuanPerMwh"),
      new Section(
          "reserves",
          ResultKind.RESERVES,
          "product",
          "unit",
          "owner",
          "period",
          "time",
          "mw",
          "priceYuanPerMwh")),
  /** What is settled, to the settlement system (O-14). */
  SETTLEMENT(
      new Section("prices", ResultKind.PRICES, "bus", "zone", "period", "time", "lmpYuanPerMwh"),
      new Section(
          "units",
          ResultKind.UNITS,
          "unit",
          "bus",
          "owner",
          "period",
          "time",
          "mw",
          "lmpYuanPerMwh"),
      new Section(
          "loads",
          ResultKind.LOADS,
          "load",
          "bus",
          "owner",
          "period",
          "time",
          "mw",
          "lmpYuanPerMwh"),
      new Section(
          "storage",
          ResultKind.STORAGE,
          "storage",
          "bus",
          "owner",
          "period",
          "time",
          "chargeMw",
          "dischargeMw",
          "lmpYuanPerMwh"),
      new Section(
          "reserves",
          ResultKind.RESERVES,
          "product",
          "unit",
          "owner",
          "period",
          "time",
          "mw",
          "priceYuanPerMwh")),
  /** Demand and prices of this market to other markets (O-01, O-03). */
  OTHER_MARKET(
      new Section(
          "demand", ResultKind.LOADS, "load", "period", "time", "askedMw", "mw", "valueYuanPerMwh"),
      new Section("prices", ResultKind.ZONE_PRICES, "zone", "period", "time", "priceYuanPerMwh")),
  /** Messages of a recipient with their rows, pushed as they come. */
  MESSAGES,
  /** A table that somebody hands on, such as bills to another market (O-19, O-29). */
  TABLE,
  /** Outages from the OMS, format gridclear-tickets (O-10). */
  TICKETS,
  /** Registration from the trading platform, format gridclear-registry; it is proposed (O-11). */
  REGISTRATION,
  /** Series of metering, dispatch and other markets, format gridclear-series (O-02, O-08). */
  SERIES,
  /** Trades and bills of other markets; they are kept (O-28). */
  OTHER_MARKET_BILLS;

  private final List<Section> sections;

  HandedFormat(Section... sections) {
    this.sections = List.of(sections);
  }

  /**
   * Rows of a kind of results.
   *
   * @param name name in the file
   * @param kind which
   * @param columns what is given, in this order
   */
  record Section(String name, ResultKind kind, List<String> columns) {
    Section(String name, ResultKind kind, String... columns) {
      this(name, kind, List.of(columns));
    }
  }

  /** What is handed on of a version of a day; none where it is of something else. */
  List<Section> sections() {
    return sections;
  }

  /** Whether it is of versions of days. */
  public boolean ofVersions() {
    return !sections.isEmpty();
  }

  /** Whether it comes from a partner. */
  public boolean comesIn() {
    return switch (this) {
      case TICKETS, REGISTRATION, SERIES, OTHER_MARKET_BILLS -> true;
      default -> false;
    };
  }

  /** The name as it is written: {@code ems-plan}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a file says that it is. */
  public String label() {
    return Map.of(
            TICKETS, "gridclear-tickets",
            REGISTRATION, "gridclear-registry",
            SERIES, "gridclear-series")
        .getOrDefault(this, "gridclear-" + word());
  }

  /**
   * The format of a name.
   *
   * @throws UnknownNameException if there is none
   */
  public static HandedFormat of(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "format", word, Arrays.stream(values()).map(HandedFormat::word).toList()));
  }
}
