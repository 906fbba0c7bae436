package org.gridclear.cli.option;

/** What a command returns to the shell. */
public final class ExitCodes {
  /** Done, every cell has a result without an alarm. */
  public static final int DONE = 0;

  /**
   * Done, but some cells failed, did not pass their audit, are not secure or leave load unserved.
   */
  public static final int FAILED_CELLS = 1;

  /** The input cannot be used; nothing was written. */
  public static final int BAD_INPUT = 2;

  /** A defect or a broken machine. */
  public static final int INTERNAL = 3;

  /** What 0 means. */
  public static final String DONE_WORDS = "Done; no result needs an eye.";

  /** What 1 means. */
  public static final String FAILED_WORDS =
      "Done, but a result needs an eye: a case failed, did not pass its audit, is not secure in AC"
          + " or leaves load unserved; a power flow does not converge or leaves load unserved; a"
          + " screening asks for action; a comparison met such a result or a gap; a close does not"
          + " balance or holds up its bills; an audit found something.";

  /** What 2 means. */
  public static final String BAD_INPUT_WORDS =
      "The command or its input cannot be used; everything wrong is named, nothing is written.";

  /** What 3 means. */
  public static final String INTERNAL_WORDS = "A defect, a broken machine or grid.";

  private ExitCodes() {}

  /** {@link #DONE} where no result needs an eye, else {@link #FAILED_CELLS}. */
  public static int clean(boolean clean) {
    return clean ? DONE : FAILED_CELLS;
  }
}
