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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.Measure;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.fallback.Fallback;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.operation.MarketTasks;
import org.gridclear.market.rolling.Cycle;
import org.gridclear.market.rolling.JoinedDay;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.workflow.Doer;
import org.gridclear.market.workflow.NodeAct;
import org.gridclear.market.workflow.TaskContext;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.market.workflow.book.WorkflowBook;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.settlement.SettlementSummary;
import org.gridclear.run.StudyRuns;

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

  private final DemoStage stage;
  private final List<TaskContext> stuck = new ArrayList<>();
  private MarketFolder folder;
  private WorkflowOperation workflows;
  private MarketTasks tasks;
  private DemoDuty duty;

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
   * @param runs where cases are cleared
   * @return what happened, with the versions that it made
   */
  public DemoStory run(Path place, StudyRuns runs) {
    DemoMarket market = DemoMarket.create(place, stage.day.currency(), stage.clock);
    try (MarketFolder open = market.folder()) {
      folder = open;
      workflows = new WorkflowOperation(open, stage.clock);
      prepare(market);
      new DemoScript(stage, market).write();
      stage.on(stage.at(-1, 6, 45), () -> approve(APPROVER, "lt-ruc"));
      stage.on(stage.at(-1, 10, 0), () -> approve(OPERATOR, "da"));
      stage.on(stage.at(-1, 10, 30), () -> approve(APPROVER, "da"));
      try (WorkflowCoordinator coordinator = coordinator(runs)) {
        roll(coordinator);
      }
      return story(place.toAbsolutePath().getParent(), runs);
    }
  }

  private void roll(WorkflowCoordinator coordinator) {
    Instant end = stage.minute(1440 - 6);
    for (Instant time = stage.clock.instant();
        !time.isAfter(end);
        time = stage.next(time.plus(STEP))) {
      stage.play(time);
      coordinator.step();
      List<TaskContext> now = List.copyOf(stuck);
      stuck.clear();
      now.forEach(this::decide);
    }
  }

  private WorkflowCoordinator coordinator(StudyRuns runs) {
    DayApproval approval =
        new DayApproval(folder, this::openSevere, KnownAccounts.NONE, stage.clock);
    duty = new DemoDuty(folder, approval, stage.clock, OPERATOR, APPROVER);
    tasks =
        new MarketTasks(
            folder,
            approval,
            runs,
            new MarketTasks.Setup(
                stage.settings.plan(),
                ClearingOptions.DEFAULT.withGap(stage.settings.gap()).withLosses(false),
                EnumSet.of(NetworkPart.STATE, NetworkPart.TIE_LINES),
                source()));
    Map<String, WorkflowTask> told = new LinkedHashMap<>();
    tasks.byName().forEach((name, task) -> told.put(name, telling(task)));
    return new WorkflowCoordinator(
        folder, new WorkflowCoordinator.Setting("demo", told, stage.clock));
  }

  private List<String> openSevere(DayVersion version) {
    return MarketAnomalies.of(folder, stage.clock).of(version).stream()
        .filter(KeptAnomaly::isOpenSevere)
        .map(KeptAnomaly::text)
        .toList();
  }

  private Made.Source source() {
    return new Made.Source(stage.settings.build(), OPERATOR, stage.clock);
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
        String first = e.getMessage().lines().findFirst().orElse("");
        stage.say("workflow", DemoEvent.Kind.ESCALATED, "%s: %s".formatted(node, first));
        throw e;
      }
    };
  }

  private void prepare(DemoMarket market) {
    LocalDate from = stage.date().minusDays(30);
    long records = market.register(stage.members, from, OPERATOR, APPROVER);
    stage.say(
        OPERATOR,
        DemoEvent.Kind.DATA,
        "%d members, %d records proposed; %s approved them"
            .formatted(stage.members.members().size(), records, APPROVER));
    market.network(stage.day, from, stage.clock.instant().minusSeconds(86_400));
    market.parameters(from);
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
              .replace("ID_MINUTES,", plan.intraday().minutes() + ",")
              .replace("RT_MINUTES,", plan.realTime().minutes() + ",");
      return WorkflowReader.read(text.getBytes(StandardCharsets.UTF_8), "workflow.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(WorkflowBook all, Set<String> ids, Instant from) {
    WorkflowBook some =
        new WorkflowBook(all.workflows().stream().filter(each -> ids.contains(each.id())).toList());
    new WorkflowBooks(new PieceStore(folder))
        .keep(some, from, new Recording(OPERATOR, stage.clock.instant()));
  }

  /** Somebody lets a version be approved; who made it is refused. */
  private void approve(String who, String workflow) {
    InstanceKey key = new InstanceKey(workflow, stage.date(), 0, 1);
    NodeAct act = new NodeAct(key, "approve", doer(who), "prices are plausible");
    boolean refused =
        workflows.status(key).nodes().stream()
            .anyMatch(node -> node.stored().state() == NodeState.ESCALATED);
    if (refused) {
      workflows.retry(act);
    } else {
      workflows.runNode(act);
    }
    stage.say(who, DemoEvent.Kind.DECISION, "wants to approve " + key.text());
  }

  /** Both are of both groups: who made something may not approve it all the same. */
  private static Doer doer(String who) {
    return new Doer(who, Optional.of(Set.of("operators", "approvers")), true);
  }

  /** What the shift does about a node that did not end well. */
  private void decide(TaskContext context) {
    InstanceKey key = context.key();
    boolean rolls = key.cycle() > 0;
    if (!rolls) {
      return;
    }
    DayKey of = new DayKey(DayKey.market(key.workflow()), key.date(), key.cycle());
    if (context.node().id().equals("approve")) {
      DayVersion version = DayStore.of(folder).newest(of).orElseThrow();
      int handled = duty.decide(version, Measure.OTHER, "within what the lines bear for an hour");
      stage.say(
          OPERATOR,
          DemoEvent.Kind.DECISION,
          "%s: %d anomalies handled; %s approved it".formatted(of.text(), handled, APPROVER));
      skip(key, "approve", "decided by hand");
    } else {
      fallBack(key, of);
    }
  }

  private static String remark(DayVersion version) {
    boolean shed = version.alarms().stream().anyMatch(alarm -> alarm.startsWith("LOAD"));
    return shed ? "load was shed, and reserve called" : "the lines bear it for an hour";
  }

  private void fallBack(InstanceKey key, DayKey of) {
    Cycle cycle = stage.settings.plan().cycles(of.market(), of.date()).get(of.cycle() - 1);
    Instant before = cycle.start(stage.zone).minus(Duration.ofMinutes(10));
    Fallback fallback = tasks.fallBack(cycle, before);
    DayVersion version = fallback.judged().version();
    duty.decide(version, Measure.FALLBACK, "the run before holds on");
    stage.say(
        OPERATOR,
        DemoEvent.Kind.DECISION,
        "%s: fallback on %s; %s approved it"
            .formatted(of.text(), fallback.sources().get(0).text(), APPROVER));
    workflows.status(key).nodes().stream()
        .filter(node -> !node.stored().state().isPassed())
        .forEach(node -> skip(key, node.stored().id(), "fallback"));
  }

  private void skip(InstanceKey key, String node, String reason) {
    workflows.skip(new NodeAct(key, node, doer(OPERATOR), reason));
  }

  private DemoStory story(Path place, StudyRuns runs) {
    stage.play(stage.at(1, 10, 0));
    DayStore days = DayStore.of(folder);
    Map<Market, DayVersion> joined = new LinkedHashMap<>();
    for (Market of : List.of(Market.ID, Market.RT)) {
      DayVersion day = new JoinedDay(days, stage.settings.plan()).join(of, stage.date(), source());
      duty.decide(day, Measure.OTHER, "what its runs were approved for");
      joined.put(of, day);
    }
    SettlementSummary books =
        new DemoSettlement(folder, duty.approval(), stage.clock, place)
            .settle(stage.date(), stage.members.settledOffers(), runs, OPERATOR);
    stage.say(
        OPERATOR,
        DemoEvent.Kind.DECISION,
        "the day is settled: %d entities, residual %s yuan"
            .formatted(books.entities(), FixedPoint.format(books.residualMilliYuan(), 3)));
    return DemoStory.of(stage.events(), days, stage.date(), joined, books);
  }
}
