package org.gridclear.cli;

/** What a command returns to the shell. */
final class ExitCodes {
  /** Done, every cell has a result without an alarm. */
  static final int DONE = 0;

  /**
   * Done, but some cells failed, did not pass their audit, are not secure or leave load unserved.
   */
  static final int FAILED_CELLS = 1;

  /** The input cannot be used; nothing was written. */
  static final int BAD_INPUT = 2;

  /** A defect or a broken machine. */
  static final int INTERNAL = 3;

  private ExitCodes() {}
}
