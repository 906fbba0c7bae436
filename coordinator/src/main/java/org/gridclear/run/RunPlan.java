package org.gridclear.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.io.CaseFiles;
import org.gridclear.scenario.CaseOverlay;
import org.gridclear.scenario.StudyDefinition;
import org.gridclear.work.Hashes;
import org.gridclear.work.WorkUnit;

/**
 * What a run has to do. Identical cases share a unit.
 *
 * @param runId id of the run
 * @param study the study
 * @param packedBase the base as bytes
 * @param baseHash hash of these bytes
 * @param units the units, each different
 * @param unitOfCase for every case of the study, the index of its unit
 */
public record RunPlan(
    String runId,
    StudyDefinition study,
    byte[] packedBase,
    String baseHash,
    List<WorkUnit> units,
    List<Integer> unitOfCase) {
  public RunPlan {
    units = List.copyOf(units);
    unitOfCase = List.copyOf(unitOfCase);
  }

  /** Plans a study. */
  public static RunPlan of(String runId, StudyDefinition study) {
    byte[] packed = CaseFiles.pack(study.base());
    String baseHash = new Hashes().add(packed).hex();
    Map<String, Integer> indexOfKey = new LinkedHashMap<>();
    List<WorkUnit> units = new ArrayList<>();
    List<Integer> unitOfCase = new ArrayList<>();
    for (CaseOverlay overlay : study.cases()) {
      WorkUnit unit = WorkUnit.of(baseHash, overlay, study.options());
      Integer index = indexOfKey.get(unit.key().hex());
      if (index == null) {
        index = units.size();
        indexOfKey.put(unit.key().hex(), index);
        units.add(unit);
      }
      unitOfCase.add(index);
    }
    return new RunPlan(runId, study, packed, baseHash, units, unitOfCase);
  }
}
