package org.gridclear.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gridclear.io.CaseFiles;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.WarmStartTree;
import org.gridclear.work.Hashes;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.MissingDataException;
import org.gridclear.worker.api.Wire;

/**
 * What a run has to do. Cells with the same answer share a unit.
 *
 * @param runId id of the run
 * @param job what was asked for
 * @param ticket the same, with data by their hashes
 * @param data packed data by their hashes, to be put where every node finds them
 * @param units the units, each different
 * @param cells the cells of the result
 */
public record RunPlan(
    String runId,
    Job job,
    RunSpecification ticket,
    Map<String, byte[]> data,
    List<WorkUnit> units,
    List<Cell> cells) {
  /** Ranges that a screening is cut into, about; a property of the job, not of the grid. */
  private static final int RANGES = 32;

  /** Blocks of 32 entities in a unit; a property of the job, so that results are found again. */
  private static final int BLOCKS_A_UNIT = 8;

  /** Entities of a unit of charges. */
  public static final int ENTITIES_A_UNIT = BLOCKS_A_UNIT * EntityBlock.ENTITIES;

  private static final int DC_RANGE_MIN = 2048;
  private static final int AC_RANGE_MIN = 256;

  public RunPlan {
    units = List.copyOf(units);
    cells = List.copyOf(cells);
  }

  /**
   * A cell of the result.
   *
   * @param name name of the case, or snapshot and range
   * @param unit index of its unit
   */
  public record Cell(String name, int unit) {}

  /** The units that start from the outcome of another one and wait for it, with that one. */
  public Map<Integer, Integer> leaders() {
    Map<String, Integer> indexOfKey = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      indexOfKey.put(units.get(i).key().hex(), i);
    }
    Map<Integer, Integer> leaders = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      Integer leader = indexOfKey.get(units.get(i).startKey());
      if (leader != null) {
        leaders.put(i, leader);
      }
    }
    return leaders;
  }

  /**
   * Plans a run that the grid knows again, from its ticket.
   *
   * @throws RuntimeException if the ticket or what it names is gone
   */
  public static RunPlan again(String runId, GridAccess grid) {
    byte[] packed =
        grid.registry()
            .ticket(runId)
            .orElseThrow(
                () -> new MissingDataException("The ticket of %s is gone.".formatted(runId)));
    return of(runId, Wire.unpack(packed, RunSpecification.class).job(grid.store()));
  }

  /** Plans a job. */
  public static RunPlan of(String runId, Job job) {
    return of(runId, job, value -> Optional.empty());
  }

  /**
   * Plans a job.
   *
   * @param keep keeps a value unpacked and says what units call it by; nothing where it has to be
   *     packed
   */
  public static RunPlan of(String runId, Job job, Function<Object, Optional<String>> keep) {
    if (job instanceof Job.Screening screening) {
      return screening(runId, screening, keep);
    }
    if (job instanceof Job.Sensing sensing) {
      return sensing(runId, sensing);
    }
    if (job instanceof Job.Charging charging) {
      return charging(runId, charging);
    }
    if (job instanceof Job.Monitoring monitoring) {
      return monitoring(runId, monitoring);
    }
    if (job instanceof Job.Probing probing) {
      return probing(runId, probing);
    }
    return clearing(runId, (Job.Clearing) job);
  }

  private static RunPlan probing(String runId, Job.Probing job) {
    Sharing sharing = new Sharing();
    for (int number = 0; number < job.count(); number++) {
      WorkUnit unit = WorkUnit.probe(job.name(), number, job.steps());
      sharing.add(unit.name(), unit);
    }
    RunSpecification ticket = new RunSpecification.Probing(job.name(), job.count(), job.steps());
    return sharing.plan(runId, job, ticket, Map.of());
  }

  private static RunPlan monitoring(String runId, Job.Monitoring job) {
    Sharing sharing = new Sharing();
    job.tasks().forEach((name, task) -> sharing.add(name, WorkUnit.monitoring(name, task)));
    List<String> hashes = List.copyOf(job.data().keySet());
    RunSpecification ticket = new RunSpecification.Monitoring(job.name(), job.tasks(), hashes);
    return sharing.plan(runId, job, ticket, job.data());
  }

  private static RunPlan charging(String runId, Job.Charging job) {
    Map<String, byte[]> data = new LinkedHashMap<>();
    String month = put(data, job.month());
    int blocks = job.month().blocks();
    int entities = job.month().entities().size();
    Sharing sharing = new Sharing();
    for (int first = 0; first < blocks; first += BLOCKS_A_UNIT) {
      int from = first;
      int to = Math.min(blocks, first + BLOCKS_A_UNIT);
      WorkUnit unit =
          WorkUnit.charging(
              month,
              job.priceHashes(),
              job.blockHashes().stream().map(ofDay -> ofDay.subList(from, to)).toList(),
              from * EntityBlock.ENTITIES,
              Math.min(entities, to * EntityBlock.ENTITIES));
      sharing.add(unit.name(), unit);
    }
    RunSpecification ticket =
        new RunSpecification.Charging(month, job.priceHashes(), job.blockHashes());
    return sharing.plan(runId, job, ticket, data);
  }

  private static RunPlan clearing(String runId, Job.Clearing job) {
    StudyDefinition study = job.study();
    byte[] packed = CaseFiles.pack(study.base());
    String baseHash = hash(packed);
    int cases = study.cases().size();
    List<Integer> starts =
        study.options().startFromBase()
            ? WarmStartTree.of(study)
            : Collections.nCopies(cases, WarmStartTree.NONE);
    Sharing sharing = new Sharing();
    WorkUnit[] units = new WorkUnit[cases];
    for (int k = 0; k < cases; k++) {
      sharing.add(study.cases().get(k).name(), unit(study, baseHash, starts, k, units));
    }
    RunSpecification ticket =
        new RunSpecification.Clearing(
            study.name(),
            baseHash,
            study.options(),
            study.cases(),
            study.screening().orElse(null),
            study.remarks());
    return sharing.plan(runId, job, ticket, Map.of(baseHash, packed));
  }

  /** The unit of a case, whose name depends on that of the case it starts from. */
  private static WorkUnit unit(
      StudyDefinition study, String baseHash, List<Integer> starts, int k, WorkUnit[] known) {
    if (known[k] == null) {
      int start = starts.get(k);
      String startKey =
          start == WarmStartTree.NONE
              ? ""
              : unit(study, baseHash, starts, start, known).key().hex();
      known[k] = WorkUnit.clearing(baseHash, study.cases().get(k), study.options(), startKey);
    }
    return known[k];
  }

  private static RunPlan screening(
      String runId, Job.Screening job, Function<Object, Optional<String>> keep) {
    Map<String, byte[]> data = new LinkedHashMap<>();
    Function<Object, String> put = value -> keep.apply(value).orElseGet(() -> put(data, value));
    String network = put.apply(job.network());
    String scope = put.apply(job.scope());
    int outages = job.scope().contingencies().size();
    int rangeMin = job.options().method() == Method.DC ? DC_RANGE_MIN : AC_RANGE_MIN;
    long total = (long) outages * job.snapshots().size();
    int range = (int) Math.min(outages, Math.max(rangeMin, (total + RANGES - 1) / RANGES));
    Sharing sharing = new Sharing();
    List<String> points = new ArrayList<>();
    for (var snapshot : job.snapshots()) {
      String point = put.apply(snapshot);
      points.add(point);
      for (int from = 0; from < Math.max(1, outages); from += Math.max(1, range)) {
        int to = Math.min(outages, from + range);
        String name = "%s %d..%d".formatted(snapshot.name(), from, to);
        sharing.add(name, WorkUnit.screening(name, network, point, scope, from, to, job.options()));
      }
    }
    RunSpecification ticket =
        new RunSpecification.Screening(
            job.name(), network, points, scope, job.options(), job.remarks());
    return sharing.plan(runId, job, ticket, data);
  }

  private static RunPlan sensing(String runId, Job.Sensing job) {
    Map<String, byte[]> data = new LinkedHashMap<>();
    String network = put(data, job.network());
    Sharing sharing = new Sharing();
    List<String> points = new ArrayList<>();
    for (var snapshot : job.snapshots()) {
      String point = put(data, snapshot);
      points.add(point);
      WorkUnit unit = WorkUnit.sensing(snapshot.name(), network, point, job.question());
      sharing.add(snapshot.name(), unit);
    }
    RunSpecification ticket =
        new RunSpecification.Sensing(job.name(), network, points, job.question(), job.remarks());
    return sharing.plan(runId, job, ticket, data);
  }

  private static String put(Map<String, byte[]> data, Object value) {
    byte[] packed = Wire.pack(value);
    String hash = hash(packed);
    data.put(hash, packed);
    return hash;
  }

  private static String hash(byte[] packed) {
    return new Hashes().add(packed).hex();
  }

  /** Collects units, each once. */
  private static final class Sharing {
    private final Map<String, Integer> indexOfKey = new LinkedHashMap<>();
    private final List<WorkUnit> units = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    void add(String name, WorkUnit unit) {
      Integer index = indexOfKey.putIfAbsent(unit.key().hex(), units.size());
      if (index == null) {
        index = units.size();
        units.add(unit);
      }
      cells.add(new Cell(name, index));
    }

    RunPlan plan(String runId, Job job, RunSpecification ticket, Map<String, byte[]> data) {
      return new RunPlan(runId, job, ticket, data, units, cells);
    }
  }
}
