package org.gridclear.run;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.io.CaseFiles;
import org.gridclear.monitoring.task.MonitoringTask;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.study.CaseOverlay;
import org.gridclear.study.StudyDefinition;
import org.gridclear.validate.Issue;
import org.gridclear.work.ScreeningScope;
import org.gridclear.worker.api.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonTypeIdResolver;

/** What a run was asked for, with its data by their hashes, so that any coordinator can go on. */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "kind")
@JsonTypeIdResolver(JobTypes.Names.class)
public sealed interface RunSpecification {
  /** The job, with its data from the grid. */
  Job job(GridStore store);

  /** The ticket of a kind from outside this house: a record, known by the type of its jobs. */
  non-sealed interface Outside extends RunSpecification {}

  /** A study. */
  record Clearing(
      String name,
      String baseHash,
      ClearingOptions options,
      List<CaseOverlay> cases,
      @Nullable ScreeningPlan screening,
      List<Issue> remarks)
      implements RunSpecification {
    @Override
    public Job job(GridStore store) {
      return new Job.Clearing(
          new StudyDefinition(
              name,
              CaseFiles.unpack(store.data(baseHash)),
              options,
              cases,
              Optional.ofNullable(screening),
              remarks));
    }
  }

  private static List<OperatingPoint> points(GridStore store, List<String> hashes) {
    return hashes.stream()
        .map(hash -> Wire.unpack(store.data(hash), OperatingPoint.class))
        .toList();
  }

  /** A screening. */
  record Screening(
      String name,
      String networkHash,
      List<String> pointHashes,
      String scopeHash,
      ScreeningOptions options,
      List<Issue> remarks)
      implements RunSpecification {
    @Override
    public Job job(GridStore store) {
      return new Job.Screening(
          name,
          Wire.unpack(store.data(networkHash), Network.class),
          points(store, pointHashes),
          Wire.unpack(store.data(scopeHash), ScreeningScope.class),
          options,
          remarks);
    }
  }

  /** Sensitivities. */
  record Sensing(
      String name,
      String networkHash,
      List<String> pointHashes,
      SensitivityQuestion question,
      List<Issue> remarks)
      implements RunSpecification {
    @Override
    public Job job(GridStore store) {
      Network network = Wire.unpack(store.data(networkHash), Network.class);
      return new Job.Sensing(name, network, points(store, pointHashes), question, remarks);
    }
  }

  /** The charges of a month. */
  record Charging(String monthHash, List<String> priceHashes, List<List<String>> blockHashes)
      implements RunSpecification {
    @Override
    public Job job(GridStore store) {
      return new Job.Charging(
          Wire.unpack(store.data(monthHash), SettlementMonth.class), priceHashes, blockHashes);
    }
  }

  /** Tasks of monitoring. */
  record Monitoring(String name, Map<String, MonitoringTask> tasks, List<String> dataHashes)
      implements RunSpecification {
    @Override
    public Job job(GridStore store) {
      Map<String, byte[]> data = new LinkedHashMap<>();
      dataHashes.forEach(hash -> data.put(hash, store.data(hash)));
      return new Job.Monitoring(name, tasks, data);
    }
  }

  /** Probes. */
  record Probing(String name, int count, long steps) implements RunSpecification {
    @Override
    public Job job(GridStore store) {
      return new Job.Probing(name, count, steps);
    }
  }
}
