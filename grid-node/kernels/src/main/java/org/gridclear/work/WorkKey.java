package org.gridclear.work;

import java.util.List;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.json.Json;
import org.gridclear.monitoring.task.MonitoringTask;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.SensitivityQuestion;

/**
 * The name of an answer: a hash of data, kernel version and options.
 *
 * @param hex SHA-256 in hexadecimal
 */
public record WorkKey(String hex) {
  /** Changes whenever the clearing kernel may give other results for the same case. */
  public static final String CLEARING_VERSION = "clearing-9";

  /** Changes whenever the screening kernel may give other results for the same outages. */
  public static final String SCREENING_VERSION = "screening-5";

  /** Changes whenever sensitivities may come out otherwise. */
  public static final String SENSITIVITY_VERSION = "sensitivity-2";

  /** Changes whenever the settlement kernel may give other amounts for the same inputs. */
  public static final String SETTLEMENT_VERSION = "settlement-6";

  /** Changes whenever samples of adequacy or indices may come out otherwise. */
  public static final String MONITORING_VERSION = "monitoring-1";

  /** The key of the charges of some entities. */
  public static WorkKey of(
      String monthHash,
      List<String> priceHashes,
      List<List<String>> blockHashes,
      int from,
      int to) {
    Hashes hashes = new Hashes().add(SETTLEMENT_VERSION).add(monthHash).add(from + "-" + to);
    addAll(hashes, priceHashes);
    hashes.add(String.valueOf(blockHashes.size()));
    blockHashes.forEach(ofDay -> addAll(hashes, ofDay));
    return new WorkKey(hashes.hex());
  }

  /** Takes in a list with its length, so that what lies in another list is another key. */
  private static void addAll(Hashes hashes, List<String> list) {
    hashes.add(String.valueOf(list.size()));
    list.forEach(hashes::add);
  }

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

  /** The key of a task of monitoring. */
  public static WorkKey of(MonitoringTask task) {
    byte[] asked = Json.MAPPER.writeValueAsBytes(task);
    return new WorkKey(new Hashes().add(MONITORING_VERSION).add(asked).hex());
  }

  /** The key of a probe. */
  public static WorkKey of(String seed, int number, long steps) {
    return new WorkKey(new Hashes().add("probe-1").add(seed).add(number + "/" + steps).hex());
  }

  /** The key of sensitivities at an operating point. */
  public static WorkKey of(String networkHash, String pointHash, SensitivityQuestion question) {
    byte[] asked = Json.MAPPER.writeValueAsBytes(question);
    return new WorkKey(
        new Hashes().add(SENSITIVITY_VERSION).add(networkHash).add(pointHash).add(asked).hex());
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
