package org.gridclear.market.store.workflow;

import java.time.LocalDate;

/**
 * One run of a workflow.
 *
 * @param workflow id of the workflow
 * @param date trading date
 * @param cycle number of the cycle of the date, from 1; 0 where there is one a day
 * @param run 1 for the start by the clock, one more for each start by hand after it
 */
public record InstanceKey(String workflow, LocalDate date, int cycle, int run) {
  /** In words: {@code rt 2026-10-01 cycle 7}. */
  public String text() {
    return "%s %s%s%s"
        .formatted(
            workflow, date, cycle == 0 ? "" : " cycle " + cycle, run == 1 ? "" : " run " + run);
  }
}
