package org.gridclear.monitoring.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Work of monitoring, by reference: the node looks its data up by their hashes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MonitoringTask.Sample.class, name = "sample"),
  @JsonSubTypes.Type(value = MonitoringTask.Evaluate.class, name = "evaluate")
})
public sealed interface MonitoringTask {
  /**
   * Some samples of an adequacy system.
   *
   * @param systemHash hash of the packed system
   * @param seed seed of the random numbers
   * @param first first sample
   * @param count how many
   */
  record Sample(String systemHash, long seed, long first, int count) implements MonitoringTask {}

  /**
   * Indices of a day and zone.
   *
   * @param factsHash hash of the packed facts of the day
   * @param catalogueHash hash of the text of the catalogue
   * @param zone the zone; "" for the system
   * @param indices ids, of one family
   */
  record Evaluate(String factsHash, String catalogueHash, String zone, List<String> indices)
      implements MonitoringTask {
    public Evaluate {
      indices = List.copyOf(indices);
    }
  }
}
