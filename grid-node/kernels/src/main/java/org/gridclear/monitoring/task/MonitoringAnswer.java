package org.gridclear.monitoring.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.SortedMap;
import org.gridclear.monitoring.adequacy.WeekSums;
import org.gridclear.monitoring.index.IndexValue;

/** What came of a task of monitoring. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MonitoringAnswer.Sampled.class, name = "sampled"),
  @JsonSubTypes.Type(value = MonitoringAnswer.Evaluated.class, name = "evaluated")
})
public sealed interface MonitoringAnswer {
  /** How many figures there are. */
  int figures();

  /** Sums of samples. */
  record Sampled(WeekSums sums) implements MonitoringAnswer {
    @Override
    public int figures() {
      return sums.samples().length;
    }
  }

  /** Values of indices by id. */
  record Evaluated(SortedMap<String, IndexValue> values) implements MonitoringAnswer {
    @Override
    public int figures() {
      return values.size();
    }
  }
}
