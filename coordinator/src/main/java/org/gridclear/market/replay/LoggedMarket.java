package org.gridclear.market.replay;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.UnhandledAnomalies;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.fallback.Fallback;
import org.gridclear.market.gate.Answer;
import org.gridclear.market.operation.MarketTasks;
import org.gridclear.market.rolling.Cycle;
import org.gridclear.market.rolling.JoinedDay;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.workflow.Doer;
import org.gridclear.market.workflow.NodeAct;
import org.gridclear.market.workflow.SimulatedClock;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.market.workflow.WorkflowOperation;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.run.StudyRuns;

/**
 * A market to which all comes through one door that logs it first: so the day can be made again
 * from its log, by the same door.
 */
public final class LoggedMarket implements AutoCloseable {
  private final MarketFolder folder;
  private final DayTerms terms;
  private final Setup setup;
  private final OutsideInputs inputs;
  private final WorkflowOperation workflows;
  private final DayStore days;
  private final MarketTasks tasks;
  private final DutyShift duty;
  private final Schedulers schedulers;

  /** The schedulers of a market, in this process or in others. */
  public interface Schedulers extends AutoCloseable {
    /** Returns when all is done that is to be done by the time of the clock. */
    void step();

    @Override
    void close();
  }

  /**
   * How a market is run.
   *
   * @param clock the simulated clock
   * @param runs where cases are cleared
   * @param build the build that versions name
   * @param log gets what comes, before it is done
   * @param watched what is put around tasks, to see how they end
   */
  public record Setup(
      SimulatedClock clock,
      StudyRuns runs,
      String build,
      Consumer<TimedEvent> log,
      UnaryOperator<WorkflowTask> watched) {}

  private LoggedMarket(
      MarketFolder folder,
      DayTerms terms,
      Setup setup,
      Function<LoggedMarket, Schedulers> schedulers) {
    this.folder = folder;
    this.terms = terms;
    this.setup = setup;
    this.inputs = new OutsideInputs(folder, setup.clock());
    this.workflows = new WorkflowOperation(folder, setup.clock());
    this.days = DayStore.of(folder);
    DayApproval approval = approval(folder, setup.clock(), terms.operator());
    this.duty = new DutyShift(folder, approval, setup.clock(), terms.operator(), terms.approver());
    this.tasks = tasks(folder, terms, setup.runs(), source());
    this.schedulers = schedulers.apply(this);
  }

  /**
   * A new market with a scheduler in this process.
   *
   * @param place the folder to make
   */
  public static LoggedMarket create(Path place, DayTerms terms, Setup setup) {
    return create(place, MarketDatabase.EMBEDDED, terms, setup, LoggedMarket::own);
  }

  /**
   * A new market with schedulers of its own.
   *
   * @param place the folder to make
   * @param database its database
   */
  public static LoggedMarket create(
      Path place,
      String database,
      DayTerms terms,
      Setup setup,
      Function<LoggedMarket, Schedulers> schedulers) {
    MarketFolder.Facts facts =
        new MarketFolder.Facts(terms.market(), terms.zone(), terms.currency(), database);
    return new LoggedMarket(MarketFolder.create(place, facts), terms, setup, schedulers);
  }

  /** A scheduler in this process, which does one node after the other. */
  public static Schedulers own(LoggedMarket market) {
    Map<String, WorkflowTask> told = new LinkedHashMap<>();
    market
        .tasks
        .byName()
        .forEach((name, task) -> told.put(name, market.setup.watched().apply(task)));
    WorkflowCoordinator coordinator =
        new WorkflowCoordinator(
            market.folder,
            new WorkflowCoordinator.Setting(market.terms.market(), told, market.setup.clock()));
    return new Schedulers() {
      @Override
      public void step() {
        coordinator.step();
      }

      @Override
      public void close() {
        coordinator.close();
      }
    };
  }

  /** The approvals of a market whose people are known by their names alone. */
  private static DayApproval approval(MarketFolder folder, Clock clock, String by) {
    return new DayApproval(
        folder,
        new UnhandledAnomalies(MarketAnomalies.of(folder, clock), by),
        KnownAccounts.NONE,
        clock);
  }

  /**
   * What the nodes of the workflows of a logged day do, for a scheduler in another process, too.
   *
   * @param source the build, the account and the clock of what they make
   */
  public static MarketTasks tasks(
      MarketFolder folder, DayTerms terms, StudyRuns runs, Made.Source source) {
    Set<NetworkPart> parts = EnumSet.noneOf(NetworkPart.class);
    parts.addAll(terms.fromNetwork());
    return new MarketTasks(
        folder,
        approval(folder, source.clock(), source.by()),
        runs,
        new MarketTasks.Setup(terms.plan(), terms.options(), parts, source));
  }

  private Made.Source source() {
    return new Made.Source(setup.build(), terms.operator(), setup.clock());
  }

  /** The market. */
  public MarketFolder folder() {
    return folder;
  }

  /** The time of the day. */
  public Clock clock() {
    return setup.clock();
  }

  /** Its days. */
  public DayStore days() {
    return days;
  }

  /** Its approvals. */
  public DayApproval approval() {
    return duty.approval();
  }

  /** Its workflows. */
  public WorkflowOperation workflows() {
    return workflows;
  }

  /** The hash of every version of the date. */
  public List<VersionHash> versions() {
    return VersionHash.all(days, terms.date());
  }

  private void log(OutsideEvent event) {
    setup.log().accept(new TimedEvent(setup.clock().instant(), event));
  }

  /** Does what was logged, at its time. */
  public void again(TimedEvent event) {
    setup.clock().set(event.at());
    log(event.what());
    event.what().to(new Acts());
  }

  /** Registers records; returns how many. */
  public long register(OutsideEvent.Registered event) {
    log(event);
    return inputs.register(event);
  }

  /** A member declares; returns what it is told. */
  public Answer declare(OutsideEvent.Declared event) {
    log(event);
    return inputs.declare(event);
  }

  /** Takes what nobody waits for an answer of. */
  public void take(OutsideEvent.Unanswered event) {
    log(event);
    event.to(new Acts());
  }

  /**
   * Deals with what stands against the newest version of a run and has it approved.
   *
   * @return how many anomalies were handled
   */
  public int decide(OutsideEvent.Decided event) {
    log(event);
    return decided(event);
  }

  private int decided(OutsideEvent.Decided event) {
    DayKey key = new DayKey(event.market(), terms.date(), event.cycle());
    DayVersion version =
        days.newest(key)
            .orElseThrow(
                () -> new IllegalStateException("%s has no version.".formatted(key.text())));
    return duty.decide(version, event.measure(), event.remark());
  }

  /** Puts a result of before in the place of a run. */
  public Fallback fallBack(OutsideEvent.FellBack event) {
    log(event);
    return fellBack(event);
  }

  private Fallback fellBack(OutsideEvent.FellBack event) {
    Cycle cycle =
        terms.plan().cycles(event.market(), terms.date(), days.zone()).get(event.cycle() - 1);
    return tasks.fallBack(cycle, event.known());
  }

  /** Joins the runs of a market to a day. */
  public DayVersion join(OutsideEvent.Joined event) {
    log(event);
    return joined(event);
  }

  private DayVersion joined(OutsideEvent.Joined event) {
    return new JoinedDay(days, terms.plan()).join(event.market(), terms.date(), source());
  }

  /** Both are of both groups: who made something may not approve it all the same. */
  private static Doer doer(String who) {
    return new Doer(who, Optional.of(Set.of("operators", "approvers")), true);
  }

  private void release(OutsideEvent.Released event) {
    InstanceKey key = new InstanceKey(event.workflow(), terms.date(), 0, 1);
    NodeAct act = new NodeAct(key, event.node(), doer(event.by()), event.reason());
    boolean refused =
        workflows.status(key).nodes().stream()
            .anyMatch(node -> node.stored().state() == NodeState.ESCALATED);
    if (refused) {
      workflows.retry(act);
    } else {
      workflows.runNode(act);
    }
  }

  private void skip(OutsideEvent.Skipped event) {
    InstanceKey key = new InstanceKey(event.workflow(), terms.date(), event.cycle(), 1);
    workflows.skip(new NodeAct(key, event.node(), doer(terms.operator()), event.reason()));
  }

  /** What is done of each kind. */
  private final class Acts implements OutsideEvent.Door {
    @Override
    public void on(OutsideEvent.Registered event) {
      inputs.register(event);
    }

    @Override
    public void on(OutsideEvent.NetworkGiven event) {
      inputs.network(event);
    }

    @Override
    public void on(OutsideEvent.ParametersSet event) {
      inputs.parameters(event);
    }

    @Override
    public void on(OutsideEvent.ReferencesSet event) {
      inputs.references(event);
    }

    @Override
    public void on(OutsideEvent.Declared event) {
      inputs.declare(event);
    }

    @Override
    public void on(OutsideEvent.SeriesCame event) {
      inputs.series(event);
    }

    @Override
    public void on(OutsideEvent.TicketsCame event) {
      inputs.tickets(event);
    }

    @Override
    public void on(OutsideEvent.WorkflowsSet event) {
      inputs.workflows(event);
    }

    @Override
    public void on(OutsideEvent.Stepped event) {
      schedulers.step();
    }

    @Override
    public void on(OutsideEvent.Released event) {
      release(event);
    }

    @Override
    public void on(OutsideEvent.Decided event) {
      decided(event);
    }

    @Override
    public void on(OutsideEvent.FellBack event) {
      fellBack(event);
    }

    @Override
    public void on(OutsideEvent.Skipped event) {
      skip(event);
    }

    @Override
    public void on(OutsideEvent.Joined event) {
      joined(event);
    }
  }

  @Override
  public void close() {
    schedulers.close();
    folder.close();
  }
}
