package org.gridclear.market.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gridclear.market.MarketDay;
import org.gridclear.market.workflow.SimulatedClock;
import org.gridclear.market.year.DatedCases;

/** What a demonstration plays on: its day, its clock, what is to happen and what has happened. */
final class DemoStage {
  static final String ZONE = "Asia/Shanghai";

  final DemoDay.Settings settings;
  final MarketDay day;
  final ZoneId zone = ZoneId.of(ZONE);
  final SimulatedClock clock;
  final DemoMembers members;
  final DemoSeries series;
  private final List<DemoEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final TreeMap<Instant, List<Runnable>> script = new TreeMap<>();
  private final Consumer<DemoEvent> told;

  /** An empty stage at four in the morning of the day before. */
  DemoStage(DemoDay.Settings settings, Consumer<DemoEvent> told) {
    this.settings = settings;
    this.told = told;
    this.day = DatedCases.of(settings.network(), settings.seed()).on(settings.date());
    this.members = new DemoMembers(day, settings.members(), settings.seed());
    this.series = new DemoSeries(day, settings.date(), "+08:00");
    this.clock = new SimulatedClock(at(-1, 4, 0), zone);
  }

  LocalDate date() {
    return settings.date();
  }

  /** A time so many days after the trading date. */
  Instant at(int days, int hour, int minute) {
    return date().plusDays(days).atTime(LocalTime.of(hour, minute)).atZone(zone).toInstant();
  }

  /** A time of the trading date, in minutes after midnight; less than 0 is the day before. */
  Instant minute(int minute) {
    return date().atStartOfDay(zone).toInstant().plusSeconds(60L * minute);
  }

  /** A time as files have it. */
  String text(Instant time) {
    return time.atZone(zone).toOffsetDateTime().toString();
  }

  void say(String who, DemoEvent.Kind kind, String text) {
    DemoEvent event =
        new DemoEvent(clock.instant().atZone(zone).toOffsetDateTime(), who, kind, text);
    events.add(event);
    told.accept(event);
  }

  List<DemoEvent> events() {
    return List.copyOf(events);
  }

  /** Has something happen at a time. */
  void on(Instant time, Runnable what) {
    script.computeIfAbsent(time, none -> new ArrayList<>()).add(what);
  }

  /** Sets the clock and does what happens then. */
  void play(Instant time) {
    clock.set(time);
    List<Runnable> now = script.remove(time);
    if (now != null) {
      now.forEach(Runnable::run);
    }
  }

  /** The next time at which something happens, or the time that is given if that is earlier. */
  Instant next(Instant latest) {
    return script.isEmpty() || latest.isBefore(script.firstKey()) ? latest : script.firstKey();
  }
}
