package org.gridclear.work;

import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.scenario.resolved.ScreeningOptions;

/**
 * The name of an answer: a hash of data, kernel version and options.
 *
 * @param hex SHA-256 in hexadecimal
 */
public record WorkKey(String hex) {
  /** Changes whenever the clearing kernel may give other results for the same case. */
  public static final String CLEARING_VERSION = "clearing-2";

  /** Changes whenever the screening kernel may give other results for the same outages. */
  public static final String SCREENING_VERSION = "screening-1";

  /**
   * The key of a case.
   *
   * @param startKey key of the case that it starts from, "" for none
   */
  public static WorkKey of(
      String baseHash, String changes, ClearingOptions options, String startKey) {
    return new WorkKey(
        new Hashes()
            .add(CLEARING_VERSION)
            .add(baseHash)
            .add(changes)
            .add(options.key())
            .add(startKey)
            .hex());
  }

  /** The key of a range of outages. */
  public static WorkKey of(
      String networkHash,
      String pointHash,
      String scopeHash,
      int from,
      int to,
      ScreeningOptions options) {
    return new WorkKey(
        new Hashes()
            .add(SCREENING_VERSION)
            .add(networkHash)
            .add(pointHash)
            .add(scopeHash)
            .add(from + "-" + to)
            .add(options.key())
            .hex());
  }
}
