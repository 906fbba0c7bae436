package org.gridclear.market.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.gate.Answer;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.operation.MarketTasks;
import org.gridclear.market.rolling.JoinedDay;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.workflow.Doer;
import org.gridclear.market.workflow.NodeAct;
import org.gridclear.market.workflow.SimulatedClock;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.market.year.DatedCases;
import org.gridclear.run.StudyRuns;

/**
 * A whole market day on a simulated clock: declarations, the long cycle, the day ahead, its
 * approval by two accounts, 96 intraday and 288 real-time runs, an outage at 14:00, a tight hour, a
 * forecast that does not come. Everything goes through the operations of the market; the same
 * settings give the same day.
 */
public final class DemoDay {
  private static final String OPERATOR = "ann";
  private static final String APPROVER = "bert";
  private static final String AUTOMATION = "automation";
  private static final int STEP_MINUTES = 5;

  private final Settings settings;
  private final MarketDay day;
  private final ZoneId zone = ZoneId.of(DemoMarket.ZONE);
  private final SimulatedClock clock;
  private final DemoMembers members;
  private final DemoSeries series;
  private final List<DemoEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final TreeMap<Instant, List<Runnable>> script = new TreeMap<>();
  private final Consumer<DemoEvent> told;
  private DemoMarket market;
  private WorkflowOperation workflows;

  /**
   * What day it is.
   *
   * @param network a network, built-in or a file, that gets a synthetic market
   * @param date the trading date
   * @param members number of members
   * @param seed of the synthetic market
   * @param gap relative gap of clearings
   * @param plan which runs the day has
   * @param build the build
   */
  public record Settings(
      String network,
      LocalDate date,
      int members,
      long seed,
      double gap,
      RollingPlan plan,
      String build) {}

  /**
   * A day.
   *
   * @param told every line of the story as it happens
   */
  public DemoDay(Settings settings, Consumer<DemoEvent> told) {
    this.settings = settings;
    this.told = told;
    this.day = DatedCases.of(settings.network(), settings.seed()).on(settings.date());
    this.members = new DemoMembers(day, settings.members(), settings.seed());
    this.series = new DemoSeries(day, settings.date(), "+08:00");
    this.clock = new SimulatedClock(at(-1, 4, 0), zone);
  }

  private Instant at(int days, int hour, int minute) {
    return settings
        .date()
        .plusDays(days)
        .atTime(LocalTime.of(hour, minute))
        .atZone(zone)
        .toInstant();
  }

  /** Of the trading date, in minutes after midnight; less than 0 is the day before. */
  private Instant minute(int minute) {
    return settings.date().atStartOfDay(zone).toInstant().plusSeconds(60L * minute);
  }

  private void say(String who, DemoEvent.Kind kind, String text) {
    DemoEvent event =
        new DemoEvent(clock.instant().atZone(zone).toOffsetDateTime(), who, kind, text);
    events.add(event);
    told.accept(event);
  }

  private void on(Instant time, Runnable what) {
    script.computeIfAbsent(time, none -> new ArrayList<>()).add(what);
  }

  /**
   * Runs the day in a new market folder.
   *
   * @param runs where cases are cleared
   * @return what happened, with the versions that it made
   */
  public DemoStory run(Path place, StudyRuns runs) {
    market = DemoMarket.create(place, day.currency(), clock);
    try (MarketFolder open = market.folder();
        WorkflowCoordinator coordinator = coordinator(runs)) {
      workflows = new WorkflowOperation(open, clock);
      prepare();
      data();
      declarations();
      decisions();
      incidents();
      Instant end = minute(1445);
      for (Instant time = clock.instant(); !time.isAfter(end); time = next(time)) {
        clock.set(time);
        List<Runnable> now = script.remove(time);
        if (now != null) {
          now.forEach(Runnable::run);
        }
        coordinator.step();
      }
      return story();
    }
  }

  /** The next time at which anything may happen. */
  private Instant next(Instant time) {
    Instant step = time.plus(Duration.ofMinutes(STEP_MINUTES));
    Instant scripted = script.isEmpty() ? step : script.firstKey();
    return scripted.isBefore(step) ? scripted : step;
  }

  private WorkflowCoordinator coordinator(StudyRuns runs) {
    DayApproval approval =
        new DayApproval(market.folder(), this::openSevere, KnownAccounts.NONE, clock);
    MarketTasks tasks =
        new MarketTasks(
            market.folder(),
            approval,
            runs,
            new MarketTasks.Setup(
                settings.plan(),
                ClearingOptions.DEFAULT.withGap(settings.gap()).withLosses(false),
                EnumSet.of(NetworkPart.STATE, NetworkPart.TIE_LINES),
                source(AUTOMATION)));
    Map<String, WorkflowTask> told = new LinkedHashMap<>();
    tasks.byName().forEach((name, task) -> told.put(name, telling(task)));
    return new WorkflowCoordinator(
        market.folder(), new WorkflowCoordinator.Setting("demo", told, clock));
  }

  private List<String> openSevere(DayVersion version) {
    return MarketAnomalies.of(market.folder(), clock).of(version).stream()
        .filter(KeptAnomaly::isOpenSevere)
        .map(KeptAnomaly::text)
        .toList();
  }

  private Made.Source source(String by) {
    return new Made.Source(settings.build(), by, clock);
  }

  private WorkflowTask telling(WorkflowTask task) {
    return context -> {
      String node = "%s, %s".formatted(context.key().text(), context.node().id());
      try {
        TaskOutcome outcome = task.run(context);
        DemoEvent.Kind kind = outcome.done() ? DemoEvent.Kind.NODE : DemoEvent.Kind.ESCALATED;
        say("workflow", kind, "%s: %s".formatted(node, outcome.message()));
        return outcome;
      } catch (RuntimeException e) {
        say("workflow", DemoEvent.Kind.ESCALATED, "%s: %s".formatted(node, e.getMessage()));
        throw e;
      }
    };
  }

  private void prepare() {
    LocalDate from = settings.date().minusDays(30);
    long records = market.register(members, from, OPERATOR, APPROVER);
    say(
        OPERATOR,
        DemoEvent.Kind.DATA,
        "%d members, %d records proposed; %s approved them"
            .formatted(members.members().size(), records, APPROVER));
    market.network(day, from, clock.instant().minusSeconds(86_400));
    market.parameters(from);
    try (InputStream text = DemoDay.class.getResourceAsStream("workflow.yaml")) {
      new WorkflowBooks(new PieceStore(market.folder()))
          .keep(
              WorkflowReader.read(text.readAllBytes(), "workflow.yaml"),
              clock.instant(),
              new Recording(OPERATOR, clock.instant()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    say(OPERATOR, DemoEvent.Kind.DATA, "network, parameters and workflows kept");
  }

  /** Forecasts as they come in. */
  private void data() {
    String early = known(at(-1, 5, 25));
    on(
        at(-1, 5, 30),
        () -> {
          market.series(series.factors(early));
          market.series(series.renewables(early));
          market.series(series.load("load-forecast-horizon", early, 1.01));
          say("EMS", DemoEvent.Kind.DATA, "forecasts of the horizon, wind, sun and buses");
        });
    on(
        at(-1, 8, 45),
        () -> {
          market.series(series.load("load-forecast-short", known(at(-1, 8, 40)), 1));
          say("EMS", DemoEvent.Kind.DATA, "load forecast of the day ahead");
        });
    for (int begin = 0; begin < 1440; begin += 15) {
      int from = begin;
      Instant comes = minute(begin - 12);
      on(comes, () -> market.series(series.soon(from, 30, known(comes), this::factor)));
    }
  }

  private String known(Instant time) {
    return time.atZone(zone).toOffsetDateTime().toString();
  }

  /** Load in real time beside that of the day ahead: a little more, and a tight half hour. */
  private double factor(int minute) {
    double drift = 1 + 0.01 * Math.sin(2 * Math.PI * minute / 360.0);
    return minute >= 18 * 60 && minute < 18 * 60 + 30 ? drift + 0.05 : drift;
  }

  private void declarations() {
    List<String> declaring = members.members().stream().filter(members::declares).toList();
    String absent = declaring.get(declaring.size() - 1);
    String greedy = declaring.get(0);
    String late = declaring.size() > 2 ? declaring.get(1) : greedy;
    on(
        at(-1, 6, 30),
        () -> {
          market.references(members.declarations(absent, 1.1, settings.date()));
          say(OPERATOR, DemoEvent.Kind.DATA, "reference offers of " + absent);
        });
    int turn = 0;
    for (String member : declaring) {
      double markup = 1 + 0.01 * (turn % 5);
      Instant when = at(-1, 7, 0).plusSeconds(60L * 8 * turn++);
      if (!member.equals(absent)) {
        on(when, () -> declare(member, markup, ""));
      }
    }
    on(at(-1, 7, 30), () -> declare(greedy, 10, " over the cap"));
    on(at(-1, 9, 31), () -> declare(late, 1.2, " after the gate"));
  }

  private void declare(String member, double markup, String how) {
    Answer answer = market.declare(member, members.declarations(member, markup, settings.date()));
    if (answer.isAccepted()) {
      say(
          member,
          DemoEvent.Kind.DECLARATION,
          "%d units declared".formatted(answer.acceptedCount()));
    } else {
      String why =
          answer.outcomes().stream()
              .flatMap(outcome -> outcome.objections().stream())
              .filter(objection -> objection.rule().refuses())
              .map(objection -> objection.rule().id())
              .distinct()
              .reduce((a, b) -> a + ", " + b)
              .orElse("");
      say(member, DemoEvent.Kind.REFUSED, "declared%s: refused by %s".formatted(how, why));
    }
  }

  private void decisions() {
    on(at(-1, 10, 0), () -> approve(OPERATOR));
    on(at(-1, 10, 30), () -> approve(APPROVER));
  }

  private void approve(String who) {
    InstanceKey key = new InstanceKey("da", settings.date(), 0, 1);
    try {
      workflows.runNode(
          new NodeAct(key, "approve", new Doer(who, Optional.empty()), "prices are plausible"));
      say(who, DemoEvent.Kind.DECISION, "approves the day ahead");
    } catch (RuntimeException e) {
      say(who, DemoEvent.Kind.REFUSED, e.getMessage());
    }
  }

  private void incidents() {
    on(
        at(0, 14, 0),
        () -> {
          ThermalUnit unit = day.thermalUnits().get(0);
          market.outage("trip", "unit:" + unit.id(), at(0, 14, 0), at(0, 20, 0));
          say(
              "OMS",
              DemoEvent.Kind.INCIDENT,
              "unit %s (%s MW) trips, back at 20:00".formatted(unit.id(), unit.pMaxMw().at(14)));
        });
    Instant broken = at(0, 20, 29);
    on(
        broken,
        () -> {
          market.series(series.soon(20 * 60 + 35, 1, known(broken), minute -> Double.NaN));
          say("EMS", DemoEvent.Kind.INCIDENT, "the forecast of 20:35 came without a value");
        });
  }

  private DemoStory story() {
    DayStore days = DayStore.of(market.folder());
    Map<Market, DayVersion> joined = new LinkedHashMap<>();
    for (Market of : List.of(Market.ID, Market.RT)) {
      joined.put(
          of, new JoinedDay(days, settings.plan()).join(of, settings.date(), source(AUTOMATION)));
    }
    return DemoStory.of(List.copyOf(events), days, settings.date(), joined);
  }
}
