package org.gridclear.cli.workflow;

import java.time.Instant;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.workflow.WorkflowTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear workflow list}: the workflows that hold now: when they start, what they do. */
@Command(name = "list", description = "The workflows that hold now: when they start, what they do.")
final class WorkflowListCommand extends WorkflowStepCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder ->
            WorkflowTables.workflows(
                workflows(folder)
                    .books()
                    .at(Instant.now())
                    .map(version -> version.book())
                    .orElse(org.gridclear.market.workflow.book.WorkflowBook.EMPTY)));
  }
}
