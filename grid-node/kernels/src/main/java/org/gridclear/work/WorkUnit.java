package org.gridclear.work;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.monitoring.task.MonitoringTask;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.study.CaseOverlay;

/**
 * Work for a node, by reference: the node looks its data up by their hashes. The kind that a unit
 * is marked with where it is written is the name of the type that does it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface WorkUnit {
  /** Name of the answer. */
  WorkKey key();

  /** What people call it in logs. */
  String name();

  /** Key of the unit whose outcome this one starts from, so that it waits for it; "" for none. */
  default String startKey() {
    return "";
  }

  /** A unit of a kind from outside this house: a record, known by the type that does it. */
  non-sealed interface Outside extends WorkUnit {}

  /**
   * One case to clear.
   *
   * @param key name of the answer
   * @param baseHash hash of the packed base
   * @param overlay how the case differs from the base
   * @param options how to clear it
   * @param startKey key of the case whose outcome the search starts from, "" for none
   */
  record Clearing(
      WorkKey key, String baseHash, CaseOverlay overlay, ClearingOptions options, String startKey)
      implements WorkUnit {
    @Override
    public String name() {
      return overlay.name();
    }
  }

  /**
   * A range of outages on one operating point.
   *
   * @param key name of the answer
   * @param name snapshot and range
   * @param networkHash hash of the packed network
   * @param pointHash hash of the packed operating point
   * @param scopeHash hash of the packed outages and watched devices
   * @param from first outage
   * @param to one past the last
   * @param options how to screen
   */
  record Screening(
      WorkKey key,
      String name,
      String networkHash,
      String pointHash,
      String scopeHash,
      int from,
      int to,
      ScreeningOptions options)
      implements WorkUnit {
    /** Names what two ranges on the same operating point share. */
    public String modelKey() {
      return networkHash + pointHash + scopeHash + options.key();
    }
  }

  /**
   * Sensitivities at one operating point.
   *
   * @param key name of the answer
   * @param name snapshot
   * @param networkHash hash of the packed network
   * @param pointHash hash of the packed operating point
   * @param question which sensitivities
   */
  record Sensing(
      WorkKey key, String name, String networkHash, String pointHash, SensitivityQuestion question)
      implements WorkUnit {}

  /**
   * The charges of some entities over the days of a month.
   *
   * @param key name of the answer
   * @param name range of entities
   * @param monthHash hash of the packed month
   * @param priceHashes hash of the prices of each day
   * @param blockHashes hashes of the blocks of each day
   * @param from first entity
   * @param to one past the last
   */
  record Charging(
      WorkKey key,
      String name,
      String monthHash,
      List<String> priceHashes,
      List<List<String>> blockHashes,
      int from,
      int to)
      implements WorkUnit {}

  /**
   * Samples of adequacy, or indices of a day and zone.
   *
   * @param key name of the answer
   * @param name what people call it
   * @param task what to do
   */
  record Monitoring(WorkKey key, String name, MonitoringTask task) implements WorkUnit {}

  /** The unit of a task of monitoring. */
  static WorkUnit monitoring(String name, MonitoringTask task) {
    return new Monitoring(WorkKey.of(task), name, task);
  }

  /**
   * Work of a known size that needs no data, to measure a grid with.
   *
   * @param key name of the answer
   * @param name its number
   * @param steps steps of {@link ProbeKernel}
   */
  record Probe(WorkKey key, String name, long steps) implements WorkUnit {}

  /** The probe with this number. */
  static WorkUnit probe(String seed, int number, long steps) {
    String name = "probe " + number;
    return new Probe(WorkKey.of(seed, number, steps), name, steps);
  }

  /** The unit of the charges of some entities. */
  static WorkUnit charging(
      String monthHash,
      List<String> priceHashes,
      List<List<String>> blockHashes,
      int from,
      int to) {
    WorkKey key = WorkKey.of(monthHash, priceHashes, blockHashes, from, to);
    String name = "entities %d..%d".formatted(from, to);
    return new Charging(key, name, monthHash, priceHashes, blockHashes, from, to);
  }

  /**
   * The unit of a case.
   *
   * @param startKey key of the case that its search starts from, "" for none
   */
  static WorkUnit clearing(
      String baseHash, CaseOverlay overlay, ClearingOptions options, String startKey) {
    return new Clearing(
        WorkKey.of(baseHash, overlay.changes(), options, startKey),
        baseHash,
        overlay,
        options,
        startKey);
  }

  /** The unit of the base case that another case varies. */
  static WorkUnit baseOf(Clearing unit) {
    return clearing(unit.baseHash(), CaseOverlay.base(), unit.options(), "");
  }

  /** The unit of the sensitivities at an operating point. */
  static WorkUnit sensing(
      String name, String networkHash, String pointHash, SensitivityQuestion question) {
    WorkKey key = WorkKey.of(networkHash, pointHash, question);
    return new Sensing(key, name, networkHash, pointHash, question);
  }

  /** The unit of a range of outages. */
  static WorkUnit screening(
      String name,
      String networkHash,
      String pointHash,
      String scopeHash,
      int from,
      int to,
      ScreeningOptions options) {
    WorkKey key = WorkKey.of(networkHash, pointHash, scopeHash, from, to, options);
    return new Screening(key, name, networkHash, pointHash, scopeHash, from, to, options);
  }
}
