package org.gridclear.market.operation;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.UnhandledAnomalies;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.day.Made;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.WorkflowCoordinator;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.run.StudyRuns;

/**
 * A scheduler of the workflows of a market, in the name of an account.
 *
 * @param market the market
 * @param actor the account
 * @param clock the time
 */
public record MarketScheduler(MarketFolder market, Actor actor, Clock clock) {
  /**
   * A scheduler.
   *
   * @throws IllegalArgumentException if the account may not operate the market
   */
  public MarketScheduler {
    actor.scope(Right.OPERATE_MARKET);
  }

  /**
   * How cases are made and cleared.
   *
   * @param parts what of a case stands as the network version has it
   * @param plan which runs a day has
   * @param gap relative gap of clearings
   */
  public record Cleared(Set<NetworkPart> parts, RollingPlan plan, double gap) {
    /**
     * The same, with the parts by name.
     *
     * @throws IllegalArgumentException if a name is none of a part
     */
    public static Cleared of(Collection<String> parts, RollingPlan plan, double gap) {
      return new Cleared(NetworkPart.of(parts), plan, gap);
    }
  }

  /**
   * The tasks of the market that this process does itself, by name.
   *
   * @param runs where cases are cleared
   * @param places folders beside the market
   */
  public Map<String, WorkflowTask> tasks(StudyRuns runs, Cleared cleared, MarketPlaces places) {
    UnhandledAnomalies anomalies =
        new UnhandledAnomalies(MarketAnomalies.of(market, clock), actor.name());
    return new MarketTasks(
            market,
            new DayApproval(market, anomalies, actor::requireAccount, clock),
            runs,
            new MarketTasks.Setup(
                cleared.plan(),
                ClearingOptions.DEFAULT.withGap(cleared.gap()),
                cleared.parts(),
                new Made.Source(Made.BUILD, actor.name(), clock)))
        .byName(places);
  }

  /** A name of its own among all schedulers that ever ran. */
  public String name() {
    return "%s-%s".formatted(actor.name(), UUID.randomUUID().toString().substring(0, 8));
  }

  /**
   * Begins, on a clock of real time.
   *
   * @param name its name
   * @param tasks what it does
   * @param executor where nodes run
   * @param lease how long it may be silent before others take its nodes
   */
  public WorkflowCoordinator start(
      String name, Map<String, WorkflowTask> tasks, Executor executor, Duration lease) {
    return new WorkflowCoordinator(
        market,
        new WorkflowCoordinator.Setting(name, tasks, clock, executor, lease, System::nanoTime));
  }
}
