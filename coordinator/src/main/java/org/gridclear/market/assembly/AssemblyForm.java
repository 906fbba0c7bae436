package org.gridclear.market.assembly;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.series.MarketClock;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Reads which case is asked for from JSON. */
public final class AssemblyForm {
  private final IssueLog log;
  private final MarketClock clock;

  private AssemblyForm(MarketClock clock, IssueLog log) {
    this.clock = clock;
    this.log = log;
  }

  /**
   * Reads {@code market}, {@code date}, {@code gate} and, where they are given, {@code days},
   * {@code minutes}, {@code start}, {@code count}, {@code fromNetwork}, {@code stateHoursMax},
   * {@code planShare}.
   *
   * @throws InvalidInputException with every issue
   */
  public static AssemblyRequest read(byte[] content, MarketClock clock) {
    IssueLog log = new IssueLog("request");
    JsonFields fields = new JsonFields(Json.parse(content, log), "case", log);
    log.throwIfErrors();
    return new AssemblyForm(clock, log).read(fields);
  }

  private AssemblyRequest read(JsonFields f) {
    Market market = f.choice("market", Market.class, Market.DA);
    if (!f.has("market")) {
      log.add(Rule.FIELD_PRESENT, "case", "market", "absent", "Give lt-ruc, da, id or rt.");
    }
    LocalDate date = date(f.text("date"));
    Instant gate = gate(f.text("gate"));
    int startMinute = minute(f.text("start", "00:00"));
    int days = f.integer("days", 1);
    int minutes = f.integer("minutes", 0);
    int count = f.integer("count", 0);
    var parts = f.texts("fromNetwork").stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
    int stateHours = f.integer("stateHoursMax", AssemblyRequest.STATE_HOURS_MAX);
    OptionalDouble planShare =
        f.has("planShare") ? OptionalDouble.of(f.number("planShare")) : OptionalDouble.empty();
    f.done();
    log.throwIfErrors();
    return new AssemblyRequest(
            new Gate(market, date, gate),
            new AssemblyRequest.Window(days, minutes, startMinute, count),
            NetworkPart.of(parts),
            stateHours)
        .withPlans(planShare);
  }

  private LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      log.add(Rule.FIELD_TYPE, "case", "date", text, "Give a date such as 2026-10-01.");
      return LocalDate.EPOCH;
    }
  }

  private Instant gate(String text) {
    try {
      return clock.local(text);
    } catch (IllegalArgumentException e) {
      log.add(Rule.FIELD_TYPE, "case", "gate", text, String.valueOf(e.getMessage()));
      return Instant.EPOCH;
    }
  }

  private int minute(String text) {
    try {
      return MarketClock.minuteOfDay(text);
    } catch (IllegalArgumentException e) {
      log.add(Rule.FIELD_TYPE, "case", "start", text, String.valueOf(e.getMessage()));
      return 0;
    }
  }
}
