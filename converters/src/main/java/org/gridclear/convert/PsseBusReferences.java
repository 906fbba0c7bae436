package org.gridclear.convert;

import com.powsybl.psse.model.pf.PsseBus;
import com.powsybl.psse.model.pf.PsseFixedShunt;
import com.powsybl.psse.model.pf.PsseGenerator;
import com.powsybl.psse.model.pf.PsseLoad;
import com.powsybl.psse.model.pf.PsseNonTransformerBranch;
import com.powsybl.psse.model.pf.PssePowerFlowModel;
import com.powsybl.psse.model.pf.PsseSwitchedShunt;
import com.powsybl.psse.model.pf.PsseTransformer;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.validate.IssueLog;

/** Buses that records name; the converter leaves out whatever stands at a bus that is not given. */
final class PsseBusReferences {
  private final Set<String> buses;
  private final IssueLog log;

  private PsseBusReferences(Set<String> buses, IssueLog log) {
    this.buses = buses;
    this.log = log;
  }

  static void check(PssePowerFlowModel model, IssueLog log) {
    Set<String> buses =
        model.getBuses().stream()
            .map(PsseBus::getI)
            .map(String::valueOf)
            .collect(Collectors.toSet());
    new PsseBusReferences(buses, log).check(model);
  }

  private void check(PssePowerFlowModel model) {
    for (PsseLoad load : model.getLoads()) {
      exists("load " + load.getI() + " " + load.getId(), "I", load.getI());
    }
    for (PsseFixedShunt shunt : model.getFixedShunts()) {
      exists("fixed shunt " + shunt.getI() + " " + shunt.getId(), "I", shunt.getI());
    }
    for (PsseSwitchedShunt shunt : model.getSwitchedShunts()) {
      exists("switched shunt " + shunt.getI(), "I", shunt.getI());
    }
    for (PsseGenerator unit : model.getGenerators()) {
      exists("generator " + unit.getI() + " " + unit.getId(), "I", unit.getI());
    }
    for (PsseNonTransformerBranch branch : model.getNonTransformerBranches()) {
      String element = "branch " + branch.getI() + "-" + branch.getJ() + " " + branch.getCkt();
      exists(element, "I", branch.getI());
      exists(element, "J", branch.getJ());
    }
    for (PsseTransformer transformer : model.getTransformers()) {
      String element = "transformer " + transformer.getI() + "-" + transformer.getJ();
      exists(element, "I", transformer.getI());
      exists(element, "J", transformer.getJ());
      if (transformer.getK() != 0) {
        exists(element, "K", transformer.getK());
      }
    }
  }

  /** A bus with a minus sign is that bus, at the metered end. */
  private void exists(String element, String field, int bus) {
    log.reference(element, field, String.valueOf(Math.abs(bus)), buses);
  }
}
