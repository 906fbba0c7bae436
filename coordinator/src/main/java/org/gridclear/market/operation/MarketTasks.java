package org.gridclear.market.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.rule.CaseEvidence;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.assembly.AssembledCase;
import org.gridclear.market.assembly.AssemblyRequest;
import org.gridclear.market.assembly.Gate;
import org.gridclear.market.assembly.MarketAssembly;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.fallback.DayFallback;
import org.gridclear.market.fallback.Fallback;
import org.gridclear.market.fallback.FallbackRequest;
import org.gridclear.market.fallback.FallbackRule;
import org.gridclear.market.gate.GateReport;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.market.publication.Publishing;
import org.gridclear.market.publication.ScheduledPublishing;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredOwners;
import org.gridclear.market.rolling.Cycle;
import org.gridclear.market.rolling.RollingDay;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.TaskContext;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.run.StudyRuns;
import org.gridclear.settlement.registration.RegistryLimits;

/**
 * The tasks of a market's workflows: each asks one operation. The market of an instance is the one
 * that its workflow is called after. A task that is done again after its process died finds what it
 * kept and keeps nothing twice.
 */
public final class MarketTasks {
  private static final String WORKFLOW = "by the market's workflow";

  private final MarketFolder market;
  private final Setup setup;
  private final DayStore days;
  private final DayApproval approval;
  private final MarketAnomalies anomalies;
  private final Function<LocalDate, Owners> owners;
  private final RollingDay rolling;

  /**
   * How tasks work.
   *
   * @param plan which runs a day has
   * @param options how cases are cleared
   * @param fromNetwork what stands as the network version has it
   * @param source the build, the account of the automation, the clock
   */
  public record Setup(
      RollingPlan plan,
      ClearingOptions options,
      Set<NetworkPart> fromNetwork,
      Made.Source source) {}

  /**
   * The tasks of a market.
   *
   * @param approval its approvals
   * @param runs where cases are cleared
   */
  public MarketTasks(MarketFolder market, DayApproval approval, StudyRuns runs, Setup setup) {
    this.market = market;
    this.setup = setup;
    this.days = DayStore.of(market);
    this.approval = approval;
    this.anomalies = MarketAnomalies.of(market, setup.source().clock());
    MarketRegistry registry =
        new MarketRegistry(market, RegistryLimits.STANDARD, setup.source().clock());
    this.owners = date -> RegisteredOwners.on(registry, date);
    this.rolling =
        new RollingDay(
            setup.plan(),
            new RollingDay.Place(
                days,
                market.content(),
                owners,
                setup.source(),
                anomalies::isJudged,
                (version, result) -> anomalies.cleared(version, result, setup.source().by())),
            runs,
            setup.options());
  }

  /** The tasks by their names. */
  public Map<String, WorkflowTask> byName() {
    return byName(MarketPlaces.NONE);
  }

  /**
   * The tasks by their names.
   *
   * @param places folders beside the market; what has none here is left to others
   */
  public Map<String, WorkflowTask> byName(MarketPlaces places) {
    Map<String, WorkflowTask> tasks = new LinkedHashMap<>();
    tasks.put("collect", this::collect);
    tasks.put("assemble", this::assemble);
    tasks.put("clear", this::clear);
    tasks.put("anomalies", this::anomalies);
    tasks.put("approve", this::approve);
    tasks.put("publish", this::publish);
    tasks.put("hand-over", new HandOverTask(market, days));
    tasks.put("secure", this::secure);
    tasks.put("import", new ImportTask(market, days));
    places
        .settlement()
        .ifPresent(at -> tasks.put("settle", new SettleTask(market, days, approval, at)));
    places.backups().ifPresent(at -> tasks.put("archive", new ArchiveTask(market, at)));
    return tasks;
  }

  private static Market market(TaskContext context) {
    return DayKey.market(context.key().workflow());
  }

  private static DayKey key(TaskContext context) {
    return new DayKey(market(context), context.key().date(), context.key().cycle());
  }

  /** The version that the instance has made. */
  private DayVersion version(TaskContext context) {
    DayKey key = key(context);
    return days.newest(key)
        .orElseThrow(
            () -> new IllegalStateException("%s has no version yet.".formatted(key.text())));
  }

  private TaskOutcome collect(TaskContext context) {
    MarketGate gate =
        MarketGate.of(market, RegisteredUnits.of(market, context.clock()), context.clock());
    GateReport report =
        gate.gate().inForce(context.key().workflow(), context.key().date(), "workflow");
    report.throwIfIncomplete();
    return TaskOutcome.done(
        "%d offers in force, %d remarks"
            .formatted(report.offers().size(), report.objections().size()));
  }

  private TaskOutcome assemble(TaskContext context) {
    AssembledCase made = assembled(context);
    return TaskOutcome.done(
        "case %s of %d pieces"
            .formatted(made.manifest().caseHash(), made.manifest().pieces().size()));
  }

  private AssembledCase assembled(TaskContext context) {
    Market of = market(context);
    LocalDate date = context.key().date();
    Instant known = context.startsAt();
    return MarketAssembly.of(market, context.clock())
        .make(request(of, date, known, context.key().cycle()), context.clock().instant());
  }

  private AssemblyRequest request(Market of, LocalDate date, Instant known, int number) {
    Set<NetworkPart> parts = EnumSet.noneOf(NetworkPart.class);
    parts.addAll(setup.fromNetwork());
    AssemblyRequest.Window window = AssemblyRequest.Window.WHOLE_DATE;
    if (of == Market.LT_RUC) {
      // It is cleared before the gate of the day ahead.
      parts.add(NetworkPart.OFFERS);
    }
    if (of == Market.ID || of == Market.RT) {
      // What a unit did before is known from the run before, not from a snapshot.
      parts.add(NetworkPart.STATE);
      Cycle cycle = cycle(of, date, number);
      window = new AssemblyRequest.Window(1, cycle.minutes(), cycle.startMinute(), cycle.periods());
    }
    return new AssemblyRequest(
        new Gate(of, date, known), window, parts, AssemblyRequest.STATE_HOURS_MAX);
  }

  private Cycle cycle(Market of, LocalDate date, int number) {
    List<Cycle> cycles = setup.plan().cycles(of, date, market.facts().zone());
    if (cycles.isEmpty()) {
      throw new IllegalArgumentException(
          "The market has no %s runs: take their workflow out of the book, or run it with them."
              .formatted(DayKey.word(of)));
    }
    if (number < 1 || number > cycles.size()) {
      throw new IllegalArgumentException(
          "%s of %s has no cycle %d: it has 1..%d."
              .formatted(DayKey.word(of), date, number, cycles.size()));
    }
    return cycles.get(number - 1);
  }

  private TaskOutcome clear(TaskContext context) {
    AssembledCase made = assembled(context);
    context.requireHeld();
    DayKey key = key(context);
    DayVersion version =
        key.cycle() == 0
            ? rolling.clearAhead(key, made.day(), Optional.empty())
            : rolling.clear(cycle(key.market(), key.date(), key.cycle()), made.day());
    String alarms = String.join(", ", version.alarms());
    return TaskOutcome.done(version.text() + (alarms.isEmpty() ? "" : ": " + alarms) + over(key));
  }

  /** What a run did not go on from, because somebody rejected or withdrew it. */
  private String over(DayKey key) {
    if (key.cycle() == 0) {
      return "";
    }
    List<String> over =
        rolling.passedOver(cycle(key.market(), key.date(), key.cycle())).stream()
            .map(each -> "%s is %s".formatted(each.text(), each.state().toLowerCase(Locale.ROOT)))
            .toList();
    return over.isEmpty() ? "" : "; does not go on from it: " + String.join(", ", over);
  }

  /**
   * Puts a result of before in the place of a run that was not cleared (I-07).
   *
   * @param known up to when things had to be known for the case that it stands for
   * @throws org.gridclear.market.fallback.NoFallbackException if there is nothing of before
   */
  public Fallback fallBack(Cycle cycle, Instant known) {
    MarketDay whole =
        MarketAssembly.of(market, setup.source().clock())
            .make(
                request(cycle.market(), cycle.date(), known, cycle.number()),
                setup.source().clock().instant())
            .day();
    ClearingCase today = ClearingCase.of(rolling.prepared(cycle, whole)).in(cycle.market());
    return DayFallback.of(market, days, known, setup.source())
        .make(
            new FallbackRequest(
                cycle.key(),
                today,
                setup.options().in(cycle.market()),
                owners.apply(cycle.date()),
                FallbackRule.Choice.BY_RULE));
  }

  /** What the AC check of the clearing found; a version without one is not called secure. */
  private TaskOutcome secure(TaskContext context) {
    DayVersion version = version(context);
    Optional<CaseEvidence> evidence = anomalies.evidence(version);
    if (evidence.isEmpty() || !evidence.get().checked()) {
      return TaskOutcome.failed(
          version.text()
              + " was not checked in AC: clear it with a security method, or screen its plan.");
    }
    CaseEvidence found = evidence.get();
    List<String> over =
        found.flows().stream()
            .filter(CaseEvidence.Flow::over)
            .map(
                flow ->
                    "%s %s%s"
                        .formatted(
                            flow.kind(),
                            flow.element(),
                            flow.outage().isEmpty() ? "" : " after " + flow.outage()))
            .distinct()
            .toList();
    return found.secure() && over.isEmpty() && found.unsolved() == 0
        ? TaskOutcome.done("%s is secure in AC".formatted(version.text()))
        : TaskOutcome.failed(
            "%s is not secure in AC: %d power flows without a solution, over their limits: %s"
                .formatted(version.text(), found.unsolved(), String.join(", ", over)));
  }

  private TaskOutcome anomalies(TaskContext context) {
    List<KeptAnomaly> found = anomalies.of(version(context));
    long severe = found.stream().filter(KeptAnomaly::isOpenSevere).count();
    return TaskOutcome.done("%d anomalies, %d severe and open".formatted(found.size(), severe));
  }

  /** By its rules where the market approves by itself, else in the name of who lets it run. */
  private TaskOutcome approve(TaskContext context) {
    VersionId id = VersionId.of(version(context));
    if (id.key().market() == Market.ID || id.key().market() == Market.RT) {
      DayApproval.Automatic done = approval.automatic(id);
      return done.objections().isEmpty()
          ? TaskOutcome.done(done.state().word())
          : TaskOutcome.failed(String.join(", ", done.objections()));
    }
    context.requireHeld();
    return TaskOutcome.done(
        new Steps(approval, setup.source().by(), WORKFLOW).approve(id, context.by()));
  }

  /**
   * The version of the instance, if it is approved and not published yet, and all else that is due.
   */
  private TaskOutcome publish(TaskContext context) {
    LocalDate date = context.key().date();
    context.requireHeld();
    ScheduledPublishing scheduled = ScheduledPublishing.of(market, days, context.clock());
    DayVersion version = version(context);
    List<Publishing.Outcome> outcomes = new ArrayList<>();
    if (approval.standing(VersionId.of(version)).state() == VersionState.APPROVED) {
      outcomes.addAll(scheduled.publishing().version(version, List.of(), context.by()));
    }
    outcomes.addAll(scheduled.run(date, date, context.by()));
    int told = outcomes.stream().mapToInt(Publishing.Outcome::told).sum();
    long published = outcomes.stream().filter(each -> each.published().isPresent()).count();
    return TaskOutcome.done("%d publications, %d messages".formatted(published, told));
  }
}
