package org.gridclear.run;

import java.util.List;
import java.util.Map;
import org.gridclear.monitoring.task.MonitoringTask;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.study.StudyDefinition;
import org.gridclear.validate.Issue;
import org.gridclear.work.ScreeningScope;

/** What a run is asked to do. */
public sealed interface Job {
  /** What it is called in reports. */
  String name();

  /** A job of a kind from outside this house, known by its type. */
  non-sealed interface Outside extends Job {}

  /** A study whose cases are cleared. */
  record Clearing(StudyDefinition study) implements Job {
    @Override
    public String name() {
      return study.name();
    }
  }

  /**
   * The charges of a month; its prices and blocks are in the grid already.
   *
   * @param month what is settled
   * @param priceHashes hash of the prices of each day
   * @param blockHashes hashes of the blocks of each day
   */
  record Charging(SettlementMonth month, List<String> priceHashes, List<List<String>> blockHashes)
      implements Job {
    public Charging {
      priceHashes = List.copyOf(priceHashes);
      blockHashes = List.copyOf(blockHashes);
    }

    @Override
    public String name() {
      return month.name();
    }
  }

  /**
   * Tasks of monitoring.
   *
   * @param name what it is called
   * @param tasks tasks by what they are called, in order
   * @param data what they need, by hash
   */
  record Monitoring(String name, Map<String, MonitoringTask> tasks, Map<String, byte[]> data)
      implements Job {}

  /**
   * Work of a known size, to measure a grid with.
   *
   * @param name what it is called, and the seed of the units
   * @param count number of units
   * @param steps steps of each, about a nanosecond
   */
  record Probing(String name, int count, long steps) implements Job {}

  /**
   * Sensitivities on every snapshot (H-10 to H-13).
   *
   * @param name what it is called
   * @param network the network
   * @param snapshots operating points
   * @param question which sensitivities
   * @param remarks warnings and notices about the input
   */
  record Sensing(
      String name,
      Network network,
      List<OperatingPoint> snapshots,
      SensitivityQuestion question,
      List<Issue> remarks)
      implements Job {
    public Sensing {
      snapshots = List.copyOf(snapshots);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Outages that are screened on every snapshot (AMB-04).
   *
   * @param name what it is called
   * @param network the network
   * @param snapshots operating points
   * @param scope outages and watched devices
   * @param options how to screen
   * @param remarks warnings and notices about the input
   */
  record Screening(
      String name,
      Network network,
      List<OperatingPoint> snapshots,
      ScreeningScope scope,
      ScreeningOptions options,
      List<Issue> remarks)
      implements Job {
    public Screening {
      snapshots = List.copyOf(snapshots);
      remarks = List.copyOf(remarks);
    }
  }
}
