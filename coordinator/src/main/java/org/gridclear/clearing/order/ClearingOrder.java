package org.gridclear.clearing.order;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.report.ResultPlace;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.study.StudyDefinition;
import org.gridclear.table.TableFormat;

/** A clearing that was asked for and can be run. */
public sealed interface ClearingOrder permits CaseOrder, LongCycleOrder {
  /**
   * Clears it.
   *
   * @param store where outcomes lie
   * @param clear runs a study of one case to its end
   */
  Cleared clear(GridStore store, Function<StudyDefinition, RunResult> clear);

  /** An order that was cleared. */
  interface Cleared {
    /** The run that the folder is called by. */
    RunResult result();

    /**
     * Writes the folder.
     *
     * @param beside formats that tables are written in beside CSV
     * @throws IOException if it cannot be written; then what was there is there as it was
     */
    void write(ResultPlace place, GridStore store, Set<TableFormat> beside) throws IOException;

    /**
     * Keeps the result where the order says so, and says what came of it.
     *
     * @param folder the folder that was written
     */
    Said said(Path folder, GridStore store) throws IOException;
  }

  /**
   * What people read of an order that was cleared.
   *
   * @param text lines, each with its end
   * @param where the last lines, which say where the result lies; without an end
   * @param clean whether nobody must act
   */
  record Said(String text, String where, boolean clean) {}
}
