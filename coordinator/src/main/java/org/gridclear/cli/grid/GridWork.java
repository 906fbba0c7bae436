package org.gridclear.cli.grid;

import java.io.PrintWriter;
import org.gridclear.run.GridAccess;
import org.gridclear.run.ignite.GridControl;

/** What a subcommand does with the grid. */
interface GridWork {
  void run(GridControl control, GridAccess grid, PrintWriter out);
}
