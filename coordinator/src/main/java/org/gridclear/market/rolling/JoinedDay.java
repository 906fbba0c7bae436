package org.gridclear.market.rolling;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.Market;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;

/**
 * The day that the runs of intraday or real time make together: its cycle is 0. What each run bound
 * holds at its time, so that a price of an hour is that of its runs weighted by energy, as every
 * answer over periods is (EQ-02, F-10).
 */
public final class JoinedDay {
  /** Runs named in an alarm. */
  private static final int NAMED_MAX = 5;

  private final DayStore days;
  private final RollingPlan plan;

  /** The days of a market. */
  public JoinedDay(DayStore days, RollingPlan plan) {
    this.days = days;
    this.plan = plan;
  }

  /** Whether a run is the day that others make together. */
  public static boolean isJoined(DayKey key) {
    return key.cycle() == 0 && (key.market() == Market.ID || key.market() == Market.RT);
  }

  /**
   * Joins of each run of a date the newest version that stands and keeps the day as a version. A
   * time without a run is missing and said first.
   *
   * @throws IllegalArgumentException if the date has no run
   */
  public DayVersion join(Market market, LocalDate date, Made.Source source) {
    Map<Cycle, DayVersion> versions = new LinkedHashMap<>();
    List<Cycle> missing = new ArrayList<>();
    for (Cycle cycle : plan.cycles(market, date, days.zone())) {
      days.standing(cycle.key())
          .ifPresentOrElse(version -> versions.put(cycle, version), () -> missing.add(cycle));
    }
    if (versions.isEmpty()) {
      throw new IllegalArgumentException(
          "%s of %s has no runs to join.".formatted(DayKey.word(market), date));
    }
    String of =
        versions.values().stream()
            .map(
                each ->
                    "%s v%d %s".formatted(each.key().text(), each.version(), each.outcomeHash()))
            .collect(Collectors.joining("\n"));
    String outcome = Sha256.hex(of.getBytes(StandardCharsets.UTF_8));
    DayKey key = new DayKey(market, date);
    int minutes = versions.keySet().iterator().next().minutes();
    return days.append(
        key,
        blocks(versions, new Origin(key, outcome), minutes),
        outcome,
        alarms(versions, missing),
        source.now(Json.MAPPER.writeValueAsString(Map.of("joined", versions.size()))));
  }

  private Map<ResultKind, ResultBlock> blocks(
      Map<Cycle, DayVersion> versions, Origin origin, int minutes) {
    Map<ResultKind, ResultBlock> blocks = new EnumMap<>(ResultKind.class);
    int slots = plan.cycles(origin.key().market(), origin.key().date(), days.zone()).size();
    for (ResultKind kind : ResultKind.values()) {
      JoinedBlock joined = new JoinedBlock(slots);
      Map<DayVersion, ResultBlock> found =
          days.blocks(List.copyOf(versions.values()), kind, Selection.ALL);
      versions.forEach(
          (cycle, version) -> {
            if (found.containsKey(version)) {
              refuseUnlessInPlace(cycle, found.get(version).layout());
              joined.add(cycle.number() - 1, found.get(version));
            }
          });
      if (!joined.isEmpty()) {
        blocks.put(kind, joined.block(origin, minutes));
      }
    }
    return blocks;
  }

  /** Runs of another plan have the same numbers at other times. */
  private static void refuseUnlessInPlace(Cycle cycle, BlockLayout layout) {
    if (layout.startMinute() != cycle.startMinute()
        || layout.minutesPerPeriod() != cycle.minutes()) {
      throw new IllegalArgumentException(
          "%s begins at minute %d in periods of %d min, and the plan has it at minute %d in periods of %d min: join it by the plan that it was cleared by."
              .formatted(
                  cycle.key().text(),
                  layout.startMinute(),
                  layout.minutesPerPeriod(),
                  cycle.startMinute(),
                  cycle.minutes()));
    }
  }

  private static List<String> alarms(Map<Cycle, DayVersion> versions, List<Cycle> missing) {
    List<String> alarms = new ArrayList<>();
    if (!missing.isEmpty()) {
      alarms.add("No run for %s".formatted(named(missing)));
    }
    Map<String, List<Cycle>> said = new LinkedHashMap<>();
    versions.forEach(
        (cycle, version) ->
            version
                .alarms()
                .forEach(
                    alarm -> said.computeIfAbsent(head(alarm), a -> new ArrayList<>()).add(cycle)));
    said.forEach(
        (alarm, cycles) ->
            alarms.add("%s in %d runs: %s".formatted(alarm, cycles.size(), named(cycles))));
    return alarms;
  }

  /** What an alarm is, without its numbers. */
  private static String head(String alarm) {
    int end = alarm.indexOf(':');
    return end < 0 ? alarm : alarm.substring(0, end);
  }

  private static String named(List<Cycle> cycles) {
    String first =
        cycles.stream()
            .limit(NAMED_MAX)
            .map(cycle -> "%02d:%02d".formatted(cycle.startMinute() / 60, cycle.startMinute() % 60))
            .collect(Collectors.joining(", "));
    return cycles.size() > NAMED_MAX
        ? "%s and %d more times".formatted(first, cycles.size() - NAMED_MAX)
        : first;
  }
}
