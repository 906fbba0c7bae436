package org.gridclear.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gridclear.settlement.input.EntityBlock;
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
  /** Blocks of 32 entities in a unit; a property of the job, so that results are found again. */
  private static final int BLOCKS_A_UNIT = 8;

  /** Entities of a unit of charges. */
  public static final int ENTITIES_A_UNIT = BLOCKS_A_UNIT * EntityBlock.ENTITIES;

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
   * @throws IllegalArgumentException if no kind has registered for its class
   */
  public static RunPlan of(String runId, Job job, Function<Object, Optional<String>> keep) {
    Draft draft = new Draft(keep);
    RunSpecification ticket = JobTypes.plan(job, draft);
    return new RunPlan(runId, job, ticket, draft.data, draft.units, draft.cells);
  }

  /** A plan in the making: data, units and cells, in the order of the cells. */
  public static final class Draft {
    private final Function<Object, Optional<String>> keep;
    private final Map<String, byte[]> data = new LinkedHashMap<>();
    private final Map<String, Integer> indexOfKey = new HashMap<>();
    private final List<WorkUnit> units = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    private Draft(Function<Object, Optional<String>> keep) {
      this.keep = keep;
    }

    /**
     * Puts a value where every node finds it with {@code BlockStore.data}.
     *
     * @return its hash, by which units name it
     */
    public String put(Object value) {
      return putPacked(Wire.pack(value));
    }

    /** Puts packed data where every node finds them, and gives their hash. */
    public String putPacked(byte[] packed) {
      String hash = new Hashes().add(packed).hex();
      data.put(hash, packed);
      return hash;
    }

    /** Puts packed data of these names where every node finds them. */
    public void putAll(Map<String, byte[]> packed) {
      data.putAll(packed);
    }

    /**
     * Puts a value that nodes ask for with {@code BlockStore.value} alone; where all of them are in
     * this process, it need not be packed.
     */
    public String putValue(Object value) {
      return keep.apply(value).orElseGet(() -> put(value));
    }

    /** Adds a cell of the result. Cells whose units have one key share the unit. */
    public void add(String name, WorkUnit unit) {
      Integer index = indexOfKey.putIfAbsent(unit.key().hex(), units.size());
      if (index == null) {
        index = units.size();
        units.add(unit);
      }
      cells.add(new Cell(name, index));
    }
  }
}
