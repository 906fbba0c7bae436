package org.gridclear.work;

import org.gridclear.scenario.resolved.ClearingOptions;

/**
 * The name of an answer: a hash of base, changes, kernel version and options.
 *
 * @param hex SHA-256 in hexadecimal
 */
public record WorkKey(String hex) {
  /** Changes whenever the kernel may give other results for the same case. */
  public static final String KERNEL_VERSION = "clearing-1";

  /** The key of a case. */
  public static WorkKey of(String baseHash, String changes, ClearingOptions options) {
    return new WorkKey(
        new Hashes().add(KERNEL_VERSION).add(baseHash).add(changes).add(options.key()).hex());
  }
}
