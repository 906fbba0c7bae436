package org.gridclear.cli.monitoring.impact;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.LossesOption;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.RunWatch;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.impact.AcceptedOffers;
import org.gridclear.monitoring.impact.ImpactOutcome;
import org.gridclear.monitoring.impact.ImpactPlan;
import org.gridclear.monitoring.impact.ImpactRequest;
import org.gridclear.monitoring.impact.ImpactTables;
import org.gridclear.monitoring.impact.Mitigations;
import org.gridclear.run.RunResult;
import org.gridclear.study.StudyDefinition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear monitor impact}: who moves the price. */
@Command(
    name = "impact",
    description = {
      "Test conduct and impact: offers against references, a case for each owner whose offers fail",
      "with them at reference, and one of the whole market at reference. Exit code 1 if an owner",
      "fails both, the market as a whole fails, a case has no result, or no unit can be tested."
    })
public final class ImpactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;
  @Mixin private ThresholdOptions thresholds;
  @Mixin private ActorOptions acting;
  @Mixin private TableOutput output;
  @Mixin private LossesOption losses;

  @Parameters(paramLabel = "CASE", description = "The day as it is offered.")
  private String file;

  @Option(
      names = "--reference",
      paramLabel = "CASE",
      description = "The same units with their offers at cost.")
  private @Nullable String reference;

  @Option(
      names = "--owners",
      paramLabel = "FILE",
      description = "CSV with unit and owner (default: the registry of --market).")
  private @Nullable Path owners;

  @Option(
      names = "--market",
      paramLabel = "DIR",
      description =
          "Market folder: owners, and for units without another reference the mean of what was"
              + " accepted before.")
  private @Nullable Path market;

  @Option(
      names = "--accepted-days",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "" + AcceptedOffers.BACK,
      description = "Dates of that mean (default: ${DEFAULT-VALUE}).")
  private int acceptedDays;

  @Option(
      names = "--gap",
      converter = OptionNumbers.Gap.class,
      defaultValue = "0.001",
      description = "Relative gap to stop at (default: ${DEFAULT-VALUE}).")
  private double gap;

  @Option(
      names = "--propose",
      description = "Propose that what failed both tests goes to reference (with --market, --by).")
  private boolean propose;

  @Option(
      names = "--view",
      defaultValue = "IMPACT",
      description = "impact, conduct or pivotal (default: impact).")
  private ImpactTables.View view;

  @Override
  public Integer call() throws Exception {
    output.check();
    if (owners == null && market == null) {
      throw new IllegalArgumentException("Say whose the units are: --owners FILE or --market DIR.");
    }
    if (propose && market == null) {
      throw new IllegalArgumentException("A proposal is kept in a market: --market DIR.");
    }
    Actor actor = propose ? acting.required() : acting.actor();
    if (propose) {
      actor.require(Right.SUPERVISE, Right.OPERATE_MARKET);
    }
    gridOptions.reach();
    ImpactRequest request =
        ImpactRequest.of(
            file,
            Optional.ofNullable(reference),
            Optional.ofNullable(owners),
            thresholds.conduct(),
            thresholds.impact());
    if (market == null) {
      return test(request.plan(), null, actor);
    }
    try (MarketFolder folder = MarketFolder.open(market)) {
      return test(request.planIn(folder, acceptedDays, Clock.systemUTC()), folder, actor);
    }
  }

  private int test(ImpactPlan plan, @Nullable MarketFolder folder, Actor actor) throws Exception {
    ClearingOptions options = ClearingOptions.DEFAULT.withGap(gap).withLosses(losses.counted());
    StudyDefinition study = plan.study(options);
    PrintWriter err = spec.commandLine().getErr();
    try (Grid grid = Grid.startLight(gridOptions, study)) {
      RunResult run = RunWatch.await(grid.runs().submit(study), "cases", progress.on(err));
      if (!run.cases().get(0).solved()) {
        err.println("gridclear: the day as it is offered was not cleared.");
        return ExitCodes.FAILED_CELLS;
      }
      ImpactOutcome outcome = ImpactOutcome.of(plan, run, grid.runs().store());
      ImpactTables.notices(outcome).forEach(err::println);
      output.write(ImpactTables.of(view, outcome), spec.commandLine().getOut());
      if (propose && folder != null) {
        proposed(plan, folder, outcome, actor);
      }
      err.flush();
      return ExitCodes.clean(outcome.clean());
    }
  }

  private void proposed(ImpactPlan plan, MarketFolder folder, ImpactOutcome outcome, Actor actor)
      throws Exception {
    Mitigations mitigations = new Mitigations(folder, Clock.systemUTC());
    long number =
        actor.change(
            "monitor propose",
            String.join(", ", outcome.mitigated()),
            () -> mitigations.propose(plan, Market.DA, outcome, actor.name()));
    spec.commandLine().getErr().println("Mitigation %d is proposed.".formatted(number));
  }
}
