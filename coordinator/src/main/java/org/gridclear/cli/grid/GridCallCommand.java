package org.gridclear.cli.grid;

import java.io.PrintWriter;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.run.ignite.GridControl;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.worker.ignite.GridNode;

/** What commands of {@code gridclear grid} share. */
abstract class GridCallCommand extends PrintingCommand {
  final int with(GridOptions options, GridWork work) {
    PrintWriter out = out();
    try (GridNode node = options.visit("operator")) {
      work.run(new GridControl(node), IgniteGrid.access(node), out);
    }
    out.flush();
    return ExitCodes.DONE;
  }

  /** Does something that changes the grid, which needs the right to and is written down. */
  final int changing(
      ActorOptions acting, GridOptions options, String operation, String detail, GridWork work)
      throws Exception {
    Actor actor = acting.actor();
    actor.require(Right.MANAGE_GRID);
    return actor.change("grid " + operation, detail, () -> with(options, work));
  }
}
