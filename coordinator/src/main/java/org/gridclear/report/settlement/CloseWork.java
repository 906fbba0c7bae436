package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.Path;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.close.Seal;

/** Closes with a grid and keeps the books in a folder. */
@FunctionalInterface
public interface CloseWork {
  /**
   * Closes.
   *
   * @param aside where the books are written
   * @param target where they will lie
   */
  Closing.Outcome run(Closing closing, Path aside, Path target) throws IOException;

  /** Everything is written and sealed and is about to be put into its place. */
  default void sealed(Path target, Seal seal) {}

  /** It could not be put into its place after all. */
  default void abandoned() throws IOException {}
}
