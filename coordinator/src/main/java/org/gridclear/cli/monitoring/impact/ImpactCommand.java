package org.gridclear.cli.monitoring.impact;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.RunWatch;
import org.gridclear.monitoring.impact.ImpactOutcome;
import org.gridclear.monitoring.impact.ImpactPlan;
import org.gridclear.monitoring.impact.ImpactTables;
import org.gridclear.monitoring.impact.TestedMarket;
import org.gridclear.run.RunResult;
import org.gridclear.study.StudyDefinition;
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
  @Mixin private ActorOptions acting;
  @Mixin private TableOutput output;

  @Parameters(paramLabel = "CASE", description = "The day as it is offered.")
  private String file;

  @Mixin private TestOptions tested;

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
    TestedMarket market = tested.market(propose);
    Actor actor = propose ? acting.required() : acting.actor();
    if (propose) {
      actor.require(Right.SUPERVISE, Right.OPERATE_MARKET);
    }
    gridOptions.reach();
    ImpactPlan plan = market.plan(tested.request(file));
    StudyDefinition study = plan.study(tested.clearing());
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
      if (propose) {
        long number = market.propose(plan, outcome, actor);
        err.println("Mitigation %d is proposed.".formatted(number));
      }
      err.flush();
      return ExitCodes.clean(outcome.clean());
    }
  }
}
