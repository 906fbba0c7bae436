package org.gridclear.market.board;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a trading date stands. Times are on the market's clock.
 *
 * @param date trading date
 * @param zone zone of time of the market
 * @param now time of the answer
 * @param from where the strip begins: the day before, on which the long cycle and day ahead run
 * @param to where it ends
 * @param lanes one for each market
 * @param deadlines what is due and not done, the earliest first
 * @param acts what somebody has to do, the most urgent first
 * @param openAnomalies anomalies of the date about which nothing was done
 * @param severeAnomalies those of them that hold up an approval
 */
public record Board(
    LocalDate date,
    String zone,
    OffsetDateTime now,
    OffsetDateTime from,
    OffsetDateTime to,
    List<Lane> lanes,
    List<Deadline> deadlines,
    List<Act> acts,
    long openAnomalies,
    long severeAnomalies) {
  public Board {
    lanes = List.copyOf(lanes);
    deadlines = List.copyOf(deadlines);
    acts = List.copyOf(acts);
  }

  /**
   * The runs of a market.
   *
   * @param market word of the market
   * @param blocks its cycles by their start
   */
  public record Lane(String market, List<Block> blocks) {
    public Lane {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A run of a market.
   *
   * @param cycle its number; 0 for one a day
   * @param version the version in force, else the newest one; 0 where there is none
   * @param versions how many there are
   * @param state state of the version, else of the workflow: waiting, running, failed, missed
   * @param step the node of the workflow that is next; "" for none
   * @param from when it started
   * @param to when it came to its state; null while that is not known
   * @param alarms what somebody must know before it is used
   */
  public record Block(
      int cycle,
      int version,
      int versions,
      String state,
      String step,
      OffsetDateTime from,
      @Nullable OffsetDateTime to,
      List<String> alarms) {
    public Block {
      alarms = List.copyOf(alarms);
    }
  }

  /**
   * Something that is due.
   *
   * @param market word of the market
   * @param cycle number of the cycle; 0 for one a day
   * @param label what is due: a gate, or a node of a workflow
   * @param at when
   */
  public record Deadline(String market, int cycle, String label, OffsetDateTime at) {}

  /**
   * Something that somebody has to do.
   *
   * @param kind node, version or anomaly
   * @param market word of the market
   * @param cycle number of the cycle; 0 for one a day
   * @param version of a version or anomaly; 0 for a node
   * @param what what is to be done: the node, the step of the version, the rule of the anomaly
   * @param id of an anomaly its number, of a node its instance as {@code workflow/date/cycle/run}
   * @param rights rights of which one is needed
   * @param groups groups of which one is needed; empty for any
   * @param not an account that may not do it, since it did the step before; "" for none
   * @param due until when; null for no time
   */
  public record Act(
      String kind,
      String market,
      int cycle,
      int version,
      String what,
      String id,
      List<String> rights,
      List<String> groups,
      String not,
      @Nullable OffsetDateTime due) {
    public Act {
      rights = List.copyOf(rights);
      groups = List.copyOf(groups);
    }
  }
}
