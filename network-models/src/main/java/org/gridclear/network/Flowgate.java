package org.gridclear.network;

import java.util.List;

/**
 * A transmission interface: a weighted sum of branch flows with one limit in each direction.
 *
 * @param id unique among flowgates
 * @param terms the branches and their weights
 * @param limitMw limit of the sum in the positive direction
 * @param reverseLimitMw limit in the negative direction, as a positive number
 */
public record Flowgate(String id, List<Term> terms, double limitMw, double reverseLimitMw) {
  public Flowgate {
    terms = List.copyOf(terms);
  }

  /**
   * One branch of a flowgate.
   *
   * @param branch id of the branch
   * @param weight factor of its flow, usually 1 or -1
   */
  public record Term(String branch, double weight) {}
}
