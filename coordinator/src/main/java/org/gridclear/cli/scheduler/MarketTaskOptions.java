package org.gridclear.cli.scheduler;

import java.util.List;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.operation.MarketScheduler;
import org.gridclear.market.operation.ScheduledWorkflows;
import org.gridclear.run.StudyRuns;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What this process does itself of the tasks of a market. */
final class MarketTaskOptions {
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

  /** Has the tasks of a market done here, by these workflows. */
  ScheduledWorkflows here(ScheduledWorkflows workflows, StudyRuns runs) {
    return workflows.here(
        runs, MarketScheduler.Cleared.of(fromNetwork, intraday.plan(), gap), places.places());
  }
}
