package org.gridclear.run;

import java.util.List;

/**
 * A part of the list of runs.
 *
 * @param records the newest first
 * @param next what the part after it is asked for with; {@link #NO_MORE} if there is none
 */
public record RunPage(List<RunRecord> records, long next) {
  /** There are no older runs. */
  public static final long NO_MORE = 0;

  /** Asks for the newest runs. */
  public static final long FROM_NEWEST = Long.MAX_VALUE;

  /** Runs of a page, at most. */
  public static final int RECORDS_MAX = 1_000;

  public RunPage {
    records = List.copyOf(records);
  }
}
