package org.gridclear.cli.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.account.Actor;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.UnhandledAnomalies;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.day.Made;
import org.gridclear.market.operation.MarketPlaces;
import org.gridclear.market.operation.MarketTasks;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.run.StudyRuns;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What this process does itself of the tasks of a market. */
public final class MarketTaskOptions {
  @Option(
      names = "--market-tasks",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = {
        "Import, collect, assemble, clear, secure, judge anomalies, approve, publish and hand over",
        "in this process (default: yes; --no-market-tasks)."
      })
  private boolean wanted;

  @Option(
      names = "--from-network",
      paramLabel = "PART",
      split = ",",
      description = {
        "What of a case stands as the network version has it: loads, renewables, tie-lines,",
        "state, registry, offers (default: nothing)."
      })
  private List<String> fromNetwork = List.of();

  @Option(
      names = "--gap",
      converter = OptionNumbers.Gap.class,
      defaultValue = "0.01",
      description = "Relative gap of clearings to stop at (default: ${DEFAULT-VALUE}).")
  private double gap;

  @Mixin private IntradayOption intraday;
  @Mixin private PlaceOptions places;

  boolean wanted() {
    return wanted;
  }

  /** The tasks of a market, in the name of an account. */
  Map<String, WorkflowTask> tasks(MarketFolder market, StudyRuns runs, Actor actor, String build) {
    Cleared cleared = new Cleared(NetworkPart.of(fromNetwork), intraday.plan(), gap);
    return tasks(market, runs, actor, build, cleared, places.places());
  }

  /**
   * How cases are made and cleared.
   *
   * @param parts what of a case stands as the network version has it
   * @param plan which runs a day has
   * @param gap relative gap of clearings
   */
  public record Cleared(Set<NetworkPart> parts, RollingPlan plan, double gap) {}

  /**
   * The tasks of a market, in the name of an account.
   *
   * @param places folders beside the market
   */
  public static Map<String, WorkflowTask> tasks(
      MarketFolder market,
      StudyRuns runs,
      Actor actor,
      String build,
      Cleared cleared,
      MarketPlaces places) {
    Clock clock = Clock.systemUTC();
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
                new Made.Source(build, actor.name(), clock)))
        .byName(places);
  }
}
