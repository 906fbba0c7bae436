package org.gridclear.market.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.anomaly.Measure;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.fallback.Fallback;
import org.gridclear.market.replay.DayLogWriter;
import org.gridclear.market.replay.DayTerms;
import org.gridclear.market.replay.LoggedMarket;
import org.gridclear.market.replay.OutsideEvent;
import org.gridclear.market.rolling.Cycle;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.workflow.TaskContext;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.market.workflow.book.WorkflowBook;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.market.workflow.book.WorkflowText;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.settlement.SettlementSummary;
import org.gridclear.run.StudyRuns;
import org.jspecify.annotations.Nullable;

/**
 * A whole market day on a simulated clock: declarations, the long cycle, the day ahead, its
 * approval by two accounts, intraday and real-time runs, an outage, a tight half hour, a forecast
 * that does not come. Everything goes through the operations of the market; the same settings give
 * the same day.
 */
public final class DemoDay {
  private static final String OPERATOR = DemoScript.OPERATOR;
  private static final String APPROVER = DemoScript.APPROVER;
  private static final Duration STEP = Duration.ofMinutes(5);

  private static final String PARAMETERS =
      """
      {"market": "da", "from": "%s", "minutesPerPeriod": 60,
       "opens": {"daysBefore": 7, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 3000},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 100000, "jumpFactor": 10,
       "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
      """;

  private final DemoStage stage;
  private final List<TaskContext> stuck = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();
  private @Nullable LoggedMarket market;

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
    this.stage = new DemoStage(settings, told);
  }

  /**
   * Runs the day in a new market folder.
   *
   * @param log the file of the log to write, from which the day can be made again
   * @param runs where cases are cleared
   * @return what happened, with the versions that it made
   */
  public DemoStory run(Path place, Path log, StudyRuns runs) {
    DayTerms terms = terms();
    try (DayLogWriter writer = new DayLogWriter(log, terms);
        LoggedMarket open = LoggedMarket.create(place, terms, setup(runs, writer))) {
      market = open;
      prepare();
      new DemoScript(stage, open).write();
      stage.on(stage.at(-1, 6, 45), () -> approve(APPROVER, "lt-ruc"));
      stage.on(stage.at(-1, 10, 0), () -> approve(OPERATOR, "da"));
      stage.on(stage.at(-1, 10, 30), () -> approve(APPROVER, "da"));
      roll();
      DemoStory story = story(Objects.requireNonNull(place.toAbsolutePath().getParent()), runs);
      writer.seal(open.versions());
      return story;
    }
  }

  private LoggedMarket market() {
    return Objects.requireNonNull(market);
  }

  private LoggedMarket.Setup setup(StudyRuns runs, DayLogWriter writer) {
    return new LoggedMarket.Setup(
        stage.clock, runs, stage.settings.build(), writer::add, this::telling);
  }

  private DayTerms terms() {
    return new DayTerms(
        "demo",
        DemoStage.ZONE,
        stage.day.currency(),
        stage.date(),
        stage.clock.instant(),
        stage.settings.plan(),
        stage.settings.gap(),
        false,
        List.of(NetworkPart.STATE, NetworkPart.TIE_LINES),
        OPERATOR,
        APPROVER);
  }

  private void roll() {
    Instant end = stage.minute(1440 - 6);
    for (Instant time = stage.clock.instant();
        !time.isAfter(end);
        time = stage.next(time.plus(STEP))) {
      stage.play(time);
      market().take(new OutsideEvent.Stepped());
      List<TaskContext> now = List.copyOf(stuck);
      stuck.clear();
      now.forEach(this::decide);
    }
  }

  /** A task that tells how it ended; one that did not end well is for the shift on duty. */
  private WorkflowTask telling(WorkflowTask task) {
    return context -> {
      String node = "%s, %s".formatted(context.key().text(), context.node().id());
      try {
        TaskOutcome outcome = task.run(context);
        DemoEvent.Kind kind = outcome.done() ? DemoEvent.Kind.NODE : DemoEvent.Kind.ESCALATED;
        if (!outcome.done()) {
          stuck.add(context);
        }
        stage.say("workflow", kind, "%s: %s".formatted(node, outcome.message()));
        return outcome;
      } catch (RuntimeException e) {
        stuck.add(context);
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        stage.say("workflow", DemoEvent.Kind.ESCALATED, "%s: %s".formatted(node, first));
        throw e;
      }
    };
  }

  private void prepare() {
    LocalDate from = stage.date().minusDays(30);
    long records =
        market()
            .register(
                new OutsideEvent.Registered(OPERATOR, APPROVER, stage.members.registry(from)));
    stage.say(
        OPERATOR,
        DemoEvent.Kind.DATA,
        "%d members, %d records proposed; %s approved them"
            .formatted(stage.members.members().size(), records, APPROVER));
    String network = new String(CaseFiles.write(stage.day), StandardCharsets.UTF_8);
    Instant known = stage.clock.instant().minusSeconds(86_400);
    market().take(new OutsideEvent.NetworkGiven(OPERATOR, "EMS", from, known, network));
    market().take(new OutsideEvent.ParametersSet(OPERATOR, PARAMETERS.formatted(from)));
    WorkflowBook all = book();
    keep(all, Set.of("lt-ruc", "da"), stage.clock.instant());
    keep(all, Set.of("id"), stage.minute(-10));
    keep(all, Set.of("id", "rt"), stage.minute(-5));
    // Intraday of the next date would begin ten minutes before midnight.
    keep(all, Set.of("rt"), stage.minute(1440 - 12));
    stage.say(OPERATOR, DemoEvent.Kind.DATA, "network, parameters and workflows kept");
  }

  private WorkflowBook book() {
    RollingPlan plan = stage.settings.plan();
    try (InputStream in = DemoDay.class.getResourceAsStream("workflow.yaml")) {
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("ID_MINUTES,", plan.intraday().orElseThrow().minutes() + ",")
              .replace("RT_MINUTES,", plan.realTime().minutes() + ",");
      return WorkflowReader.read(text.getBytes(StandardCharsets.UTF_8), "workflow.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(WorkflowBook all, Set<String> ids, Instant from) {
    WorkflowBook some =
        new WorkflowBook(all.workflows().stream().filter(each -> ids.contains(each.id())).toList());
    String text = new String(WorkflowText.write(some), StandardCharsets.UTF_8);
    market().take(new OutsideEvent.WorkflowsSet(OPERATOR, from, text));
  }

  /** Somebody lets a version be approved; who made it is refused. */
  private void approve(String who, String workflow) {
    market().take(new OutsideEvent.Released(who, workflow, "approve", "prices are plausible"));
    if (who.equals(APPROVER)) {
      asked.add(workflow);
    }
    InstanceKey key = new InstanceKey(workflow, stage.date(), 0, 1);
    stage.say(who, DemoEvent.Kind.DECISION, "wants to approve " + key.text());
  }

  /** What the shift does about a node that did not end well: of a long run, once it is asked. */
  private void decide(TaskContext context) {
    InstanceKey key = context.key();
    boolean rolls = key.cycle() > 0;
    boolean approves = context.node().id().equals("approve");
    if (!rolls && !(approves && asked.contains(key.workflow()))) {
      return;
    }
    DayKey of = new DayKey(DayKey.market(key.workflow()), key.date(), key.cycle());
    if (approves) {
      int handled =
          market()
              .decide(
                  new OutsideEvent.Decided(
                      of.market(),
                      of.cycle(),
                      Measure.OTHER,
                      rolls
                          ? "within what the lines bear for an hour"
                          : "the shift has seen them"));
      stage.say(
          OPERATOR,
          DemoEvent.Kind.DECISION,
          "%s: %d anomalies handled; %s approved it".formatted(of.text(), handled, APPROVER));
      skip(key, "approve", "decided by hand");
    } else {
      fallBack(key, of);
    }
  }

  private void fallBack(InstanceKey key, DayKey of) {
    Cycle cycle = stage.settings.plan().cycles(of.market(), of.date()).get(of.cycle() - 1);
    Instant before = cycle.start(stage.zone).minus(Duration.ofMinutes(10));
    Fallback fallback =
        market().fallBack(new OutsideEvent.FellBack(of.market(), of.cycle(), before));
    market()
        .decide(
            new OutsideEvent.Decided(
                of.market(), of.cycle(), Measure.FALLBACK, "the run before holds on"));
    stage.say(
        OPERATOR,
        DemoEvent.Kind.DECISION,
        "%s: fallback on %s; %s approved it"
            .formatted(of.text(), fallback.sources().get(0).text(), APPROVER));
    List<String> left = new ArrayList<>();
    market().workflows().status(key).nodes().stream()
        .filter(node -> !node.stored().state().isPassed())
        .forEach(node -> left.add(0, node.stored().id()));
    // From the last one, so that none of them begins meanwhile.
    left.forEach(node -> skip(key, node, "fallback"));
  }

  private void skip(InstanceKey key, String node, String reason) {
    market().take(new OutsideEvent.Skipped(key.workflow(), key.cycle(), node, reason));
  }

  private DemoStory story(Path place, StudyRuns runs) {
    stage.play(stage.at(1, 10, 0));
    Map<Market, DayVersion> joined = new LinkedHashMap<>();
    for (Market of : List.of(Market.ID, Market.RT)) {
      joined.put(of, market().join(new OutsideEvent.Joined(of)));
      market()
          .decide(
              new OutsideEvent.Decided(of, 0, Measure.OTHER, "what its runs were approved for"));
    }
    SettlementSummary books =
        new DemoSettlement(market().folder(), market().approval(), stage.clock, place)
            .settle(stage.date(), stage.members.settledOffers(), runs, OPERATOR);
    stage.say(
        OPERATOR,
        DemoEvent.Kind.DECISION,
        "the day is settled: %d entities, residual %s yuan"
            .formatted(books.entities(), FixedPoint.format(books.residualMilliYuan(), 3)));
    return DemoStory.of(stage.events(), market().days(), stage.date(), joined, books);
  }
}
